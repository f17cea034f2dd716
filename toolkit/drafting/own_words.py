"""The words of a paragraph that are nobody's quote, number or citation, and its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable

from toolkit.domain import Block, CiteRun, QuoteRun, Run, TextRun
from toolkit.paragraphs import block_runs

_GAP = "…"
_FEW_WORDS = 2
_QUOTED = re.compile(r"([”“„»«\"])[^”“„»«\"]+([”“„»«\"])")
_BRACKETS = re.compile(r"\[[^\[\]]*\]")
_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ”“\"…])")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_WORD = re.compile(r"\w+(?:[-:’']\w+)*")


def own_words(block: Block) -> tuple[str, ...]:
    """Return the words of a block as texts, one per cell of a table; a gap for what is not its own.

    What stands in quotation marks or in brackets, numbers that are counted, quotes and citations
    leave a gap.
    """
    cells = [block.runs, *(cell for row in block.rows for cell in row.cells)]
    return tuple(text for text in map(_own, cells) if text)


def _own(runs: Iterable[Run]) -> str:
    text = "".join(run.text if isinstance(run, TextRun) else _GAP for run in runs)
    return _BRACKETS.sub(_GAP, _QUOTED.sub(rf"\1{_GAP}\2", text))


def quoted_words(block: Block) -> tuple[str, ...]:
    """Return what people have typed between quotation marks."""
    text = "".join(run.text for run in block_runs(block) if isinstance(run, TextRun))
    return tuple(match[0][1:-1] for match in _QUOTED.finditer(text))


def split_sentences(text: str) -> list[str]:
    """Cut a text at the ends of its sentences; dates and ordinals do not end one.

    >>> split_sentences("Ilta oli 7.10.2026. Paikalla oli väkeä.")
    ['Ilta oli 7.10.2026.', 'Paikalla oli väkeä.']
    """
    return [part for part in _END.split(text.strip()) if part]


def count_words(text: str) -> int:
    """Count the words of a text; a gap is none."""
    return len(_WORD.findall(text))


def leave_out_list(sentence: str) -> str:
    """Return a sentence without a list after a colon: its items are read one by one.

    >>> leave_out_list("Seuraavaksi: valtuusto, hallitus ja neuvosto.")
    'Seuraavaksi:'
    """
    before, colon, after = sentence.partition(": ")
    return f"{before}:" if colon and after.count(",") + after.count(";") > 0 else sentence


def telling_sentences(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Return what a draft says of the material: quotes and sentences, each once, sorted.

    Only blocks that claim something of the material and those that people wrote say any. Sorted,
    so that the order of the blocks is nothing to what is computed of them.
    """
    found: set[str] = set()
    for block in blocks:
        if not (block.is_finding or block.origin == "human"):
            continue
        found.update(run.text for run in block_runs(block) if isinstance(run, QuoteRun))
        for runs in (block.runs, *(cell for row in block.rows for cell in row.cells)):
            text = "".join(
                _GAP if isinstance(run, QuoteRun | CiteRun) else run.text for run in runs
            )
            found.update(part for part in split_sentences(text) if _says_something(part))
    return tuple(sorted(found))


def _says_something(text: str) -> bool:
    # "83 % (n = 41)" does not.
    return len(_LETTERS.findall(text)) > _FEW_WORDS
