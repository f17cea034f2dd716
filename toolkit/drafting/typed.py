"""What a person has typed into a paragraph: quotes, numbers, and words that claim how many."""

from __future__ import annotations

import re
from collections.abc import Iterable

from toolkit.domain import Block, CiteRun, QuoteRun, RefRun, Run, TextRun
from toolkit.drafting.claims import read_claims
from toolkit.drafting.shares import find_quantifiers
from toolkit.paragraphs import block_runs, quote_marks

_QUOTED = re.compile(r"[”“„»«\"]([^”“„»«\"]+)[”“„»«\"]")
_DATE = re.compile(r"\b\d{1,2}\.\d{1,2}\.(?:\d{4})?|\b\d{1,2}\.(?=\s?[a-zåäö])|\b(?:19|20)\d{2}\b")
_BRACKETS = re.compile(r"\[[^\]]*\]")
_LABEL_LIKE = re.compile(r"\b[A-Za-zÅÄÖåäö]\d+\s?[-\u2010-\u2015]\s?v?\d+\b")
_NUMBER = re.compile(r"(?<![\w-])\d{1,3}(?:[\u00a0 ]\d{3})+(?!\d)|(?<![\w-])\d+(?:[.,]\d+)?")


def typed_text(block: Block) -> str:
    """Return the words of a block; numbers, quotes and citations are checked apart, as a gap."""
    parts = [run.text if isinstance(run, TextRun) else " … " for run in block_runs(block)]
    return "".join(parts)


def running_text(
    runs: Iterable[Run], *, language: str = "fi"
) -> tuple[str, list[tuple[int, int, Run]]]:
    """Return runs as one text, and where each of them stands; citations and references leave a gap.

    Quotes stand in quotation marks, numbers as they are worded.
    """
    opening, closing = quote_marks(language)
    text, places = "", []
    for run in runs:
        if isinstance(run, CiteRun | RefRun):
            words = " [ ] "
        else:
            words = f"{opening}{run.text}{closing}" if isinstance(run, QuoteRun) else run.text
        places.append((len(text), len(text) + len(words), run))
        text += words
    return text, places


def typed_quotes(text: str) -> list[str]:
    """Return what stands between quotation marks."""
    return _QUOTED.findall(text)


def typed_labels(text: str) -> list[str]:
    """Return what looks like a citation in brackets, however its letters and dashes are written.

    >>> typed_labels("Jonot kasvoivat [t9–999, ks. K1-2].")
    ['t9–999', 'K1-2']
    """
    return [label for inside in _BRACKETS.findall(text) for label in _LABEL_LIKE.findall(inside)]


def typed_numbers(text: str) -> list[str]:
    """Return the numbers of a text in digits, without dates, quotes and what is in brackets.

    >>> typed_numbers("7.10.2026 annettiin 2 156 ääntä [T1-001]")
    ['2156']
    """
    return [re.sub(r"[\s,](?=\d{3}\b)", "", number) for number in _NUMBER.findall(_unquoted(text))]


def claims_how_many(text: str) -> bool:
    """Tell whether a text says how many or how large a part, in digits or in words.

    >>> claims_how_many("Lähes kaikki toivoivat iltoja.")
    True
    """
    return any(find_quantifiers(text)) or any(claim.unit for claim in read_claims(text))


def _unquoted(text: str) -> str:
    for pattern in (_BRACKETS, _QUOTED, _DATE):
        text = pattern.sub(" ", text)
    return text
