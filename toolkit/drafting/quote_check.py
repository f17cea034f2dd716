"""Whether a quote says what somebody wrote, to the letter and without a turned meaning."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from toolkit.drafting.clauses import WORD, Span, is_modal, is_number, lost_meaning
from toolkit.drafting.quote_changes import Change, name_change
from toolkit.negations import is_negation
from toolkit.text import join_split_words

_DOUBLE = re.compile(r"[“”„‟«»‹›]|''")
_SINGLE = re.compile(r"[‘’‚‛´`]")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200d\u2060\ufeff]")
_OWN_HYPHEN = re.compile(r"(?<=\w-)[ \t]*\n\s*(?=[A-ZÅÄÖ])")
_OMISSION = re.compile(r"\s*\[\s*(?:…|\.\.\.)\s*\]\s*")
_ADDITION = re.compile(r"\[([^\[\]…]+)\]")
_LONGEST_ADDITION = 4  # words: more is no help to the reader but somebody else's text


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What comparing a quote with its source showed.

    Attributes
    ----------
    kind
        Accepted are ``"verbatim"`` and ``"omission_marked"``: whole words left out where ``[…]``
        says so, or up to four put in ``[like this]`` that deny, count and oblige nothing.
        Not accepted: ``"negation"``, ``"number"``, ``"modality"`` and ``"actor"`` (that was
        changed, put in or cut off), ``"omission_unmarked"``, ``"spliced"`` (words of two places as
        if said in one) and ``"not_found"``.
    said, quoted
        The first words that differ: in the source and in the quote. Either may be empty.
    """

    accepted: bool
    kind: str
    said: str = ""
    quoted: str = ""


def check_quote(quote: str, source: str) -> Verdict:
    """Compare a quote with the words it is said to come from.

    The way of writing quotation marks and spaces, invisible signs, hyphens at the end of a line and
    the composition of letters do not matter; everything else does, capital letters too. Parts apart
    by ``[…]`` must come in the order of the source and begin and end at word boundaries.

    Nothing may be left out, with or without a mark, that turns what is left round: a negation,
    "ilman" or an abessive whose clause stays in part ("Emme halua lisää" is not "halua lisää"), nor
    "alle" or the per cent sign of a number that stays. What ``[…]`` stands for may hold no modal
    verb whose infinitive stays. In doubt a quote is refused: a longer one is always at hand.
    """
    words, written = _plain(quote).strip('" '), _plain(source)
    bare = re.sub(_ADDITION, lambda m: m[0] if m[0] in written else " ", words)
    if not WORD.search(_OMISSION.sub(" ", bare)):
        return Verdict(accepted=False, kind="not_found")
    if (added := _turning_addition(words, written)) is not None:
        return Verdict(accepted=False, kind=added.kind, quoted=added.quoted)
    found = _place(words, written)
    if found is True:
        openly = bare != words or _OMISSION.search(words) is not None
        return Verdict(accepted=True, kind="omission_marked" if openly else "verbatim")
    if isinstance(found, Span):
        return Verdict(accepted=False, kind=found.kind, said=found.word)
    change = name_change(_OMISSION.sub(" … ", bare), written)
    return Verdict(accepted=False, kind=change.kind, said=change.said, quoted=change.quoted)


def _turning_addition(words: str, written: str) -> Change | None:
    """Return what an addition in brackets may not add."""
    for match in _ADDITION.finditer(words):
        if match[0] in written:
            continue
        added = WORD.findall(match[1])
        for word in added:
            if is_negation(word):
                return Change("negation", "", word)
            if is_number(word):
                return Change("number", "", word)
            if is_modal(word):
                return Change("modality", "", word)
        if not 0 < len(added) <= _LONGEST_ADDITION:
            return Change("not_found", "", match[1])
    return None


def _place(words: str, written: str) -> bool | Span:
    """Tell whether the parts of a quote stand in the source so that nothing is turned round.

    Returns
    -------
    bool or Span
        True; False when the parts do not stand there in order; or the word that is missing at the
        first place where they do.
    """
    parts: list[tuple[str, bool]] = []  # words, and whether something may be missing before them
    for piece in _OMISSION.split(words):
        adjacent = False
        for section in _split_additions(piece, written):
            if WORD.search(section):
                parts.append((section, not adjacent))
            adjacent = True
    turned: list[Span] = []

    @cache
    def fits(number: int, end: int) -> bool:
        if number == len(parts):
            lost = lost_meaning(written, end, len(written))
            turned.extend([lost] if lost else [])
            return lost is None
        part, may_skip = parts[number]
        for match in _whole_words(part).finditer(written, end):
            if not may_skip and written[end : match.start()].strip():
                return False
            lost = lost_meaning(written, end, match.start())
            turned.extend([lost] if lost else [])
            if lost is None and fits(number + 1, match.end()):
                return True
        return False

    return fits(0, 0) or (turned[0] if turned else False)


def _split_additions(piece: str, written: str) -> list[str]:
    sections, last = [], 0
    for match in _ADDITION.finditer(piece):
        if match[0] not in written:
            sections.append(piece[last : match.start()])
            last = match.end()
    return [section.strip() for section in (*sections, piece[last:])]


def _whole_words(part: str) -> re.Pattern[str]:
    # Neither half a word nor half a number: "5" is not in "15", "1,5" or "2 156".
    before = r"(?<!\w)(?<!\d[\s.,:/])(?<![-−])" if part[0].isdigit() else r"(?<!\w)(?<!\w['’-])"
    after = r"(?!\w)(?![\s.,:/]\d)" if part[-1].isdigit() else r"(?!\w)(?!['’-]\w)"
    return re.compile(before + re.escape(part) + (after if part[-1].isalnum() else ""))


def _plain(text: str) -> str:
    text = _INVISIBLE.sub("", join_split_words(unicodedata.normalize("NFC", text)))
    text = _OWN_HYPHEN.sub("", text)
    text = _SINGLE.sub("'", _DOUBLE.sub('"', text)).replace("...", "…")
    return " ".join(text.split())
