"""What was changed in a quote that does not stand in its source: the words side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from toolkit.drafting.clauses import (
    SENTENCE_END,
    WORD,
    is_limit,
    is_modal,
    is_number,
    turning_words,
)
from toolkit.negations import is_negation

_SAME, _ALIKE, _AKIN, _OTHER, _ONLY_ONE = 4, 2, 0, -1.5, -2
_FEWEST_KNOWN = 0.5  # of the words of a quote: below, it is somebody's invention
_PERSON = re.compile(
    r"""(?:min[äu]|mä|mun|mull?a|sin[äu]|hän|häne|me|mei|te|tei|he|hei|nii?|ne|se|itse)\w{0,4}
    | jag|mig|min|mitt|mina|du|dig|din|han|hon|vi|oss|vår|våra|ni|er|de|dem|deras
    | i|me|my|you|your|he|she|his|her|we|us|our|they|them|their""",
    re.IGNORECASE | re.VERBOSE,
)
_CONDITIONAL = re.compile(r"\w+[aeiouyäö]?isi(?:n|t|mme|tte|vat|vät|ko|kö)?|\w+[tl][aä]isiin")
_ENDING = re.compile(r"(?:mme|tte|v[aä]t|n|t)$")
_DENYING_PART = re.compile(r"epä\w+|\w+(?:t[oö]n|ttom\w+|ttöm\w+)")


class Change(NamedTuple):
    """A kind of ``Verdict``, and the words that differ: in the source and in the quote."""

    kind: str
    said: str = ""
    quoted: str = ""


class _Word(NamedTuple):
    text: str
    at: int


_Pair = tuple[int | None, int | None]  # places in the quote and in the source


def name_change(quote: str, source: str) -> Change:
    """Name the gravest change that turns the words of ``source`` into ``quote``.

    Negations come before numbers, modal verbs, persons and omissions.
    """
    quoted = [_Word(m[0], m.start()) for m in WORD.finditer(quote)]
    said = [_Word(m[0], m.start()) for m in WORD.finditer(source)]
    pairs = _align([w.text for w in quoted], [w.text for w in said])
    met = [(q, s) for q, s in pairs if q is not None and s is not None]
    known = [(q, s) for q, s in met if _likeness(quoted[q].text, said[s].text) > 0]
    differing = [
        (said[s].text if s is not None else "", quoted[q].text if q is not None else "")
        for q, s in pairs
        if q is None or s is None or quoted[q].text.casefold() != said[s].text.casefold()
    ]
    free = sum(is_negation(word) or is_number(word) or is_modal(word) for _, word in differing)
    order = _order(quoted, said, source, differing, is_open="…" in quote)
    if order and order.kind == "spliced":
        return order
    enough = len(known) >= _FEWEST_KNOWN * max(1, len(quoted) - free)
    if enough and known:
        first, last = said[known[0][1]].at, said[known[-1][1]].at
        kept = {said[s].at for q, s in met if is_negation(quoted[q].text)}
        for span in turning_words(source):
            near = span.start <= last and first < span.end
            if span.kind == "negation" and near and span.at not in kept:
                differing.append((span.word, ""))
        if change := _gravest(_without_moved(differing)):
            return change
    if order:
        return order
    if enough and (change := _actor(pairs, quoted, said, source)):
        return change
    return Change("not_found")


def _without_moved(differing: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    # "en" for "emme" changes who denies, not what is denied.
    return [(s, q) for s, q in differing if not (s and q and is_negation(s) and is_negation(q))]


def _gravest(differing: Sequence[tuple[str, str]]) -> Change | None:
    for kind, is_kind in (("negation", _denies), ("number", _counts), ("modality", _obliges)):
        for said, quoted in differing:
            if is_kind(said, quoted):
                return Change(kind, said, quoted)
    return None


def _denies(said: str, quoted: str) -> bool:
    if any(word and is_negation(word) for word in (said, quoted)):
        return True
    if not (said and quoted):
        return False
    parts = [bool(_DENYING_PART.fullmatch(word.casefold())) for word in (said, quoted)]
    bare = [re.sub(r"^epä", "", word.casefold()) for word in (said, quoted)]
    return parts[0] != parts[1] and _likeness(*bare) > 0


def _counts(said: str, quoted: str) -> bool:
    return any(word and (is_number(word) or is_limit(word)) for word in (said, quoted))


def _obliges(said: str, quoted: str) -> bool:
    if any(word and is_modal(word) for word in (said, quoted)):
        return not (said and quoted and _is_same_verb(said, quoted))
    if not (said and quoted and _likeness(said, quoted) > 0):
        return False
    return bool(_CONDITIONAL.fullmatch(said)) != bool(_CONDITIONAL.fullmatch(quoted))


def _is_same_verb(said: str, quoted: str) -> bool:
    # "haluan" and "haluamme": another person, not another mood.
    if not (is_modal(said) and is_modal(quoted)):
        return False
    conditional = [bool(_CONDITIONAL.fullmatch(word.casefold())) for word in (said, quoted)]
    return conditional[0] == conditional[1] and said[:3].casefold() == quoted[:3].casefold()


def _order(
    quoted: Sequence[_Word],
    said: Sequence[_Word],
    source: str,
    differing: Sequence[tuple[str, str]],
    *,
    is_open: bool,
) -> Change | None:
    """Tell an omission and a splice: all words are the source's, but not in one piece."""
    runs = _runs([word.text.casefold() for word in quoted], [word.text.casefold() for word in said])
    if len(runs) < 2:
        return None
    # One word may stand anywhere: it is rather a changed word than a piece of its own.
    pieces = is_open or all(last > first for first, last in runs)
    for (_, end), (start, _) in pairwise(runs):
        if start <= end:
            return Change("spliced", said[end].text, said[start].text) if pieces else None
        stop = SENTENCE_END.search(source[said[end].at : said[start].at])
        if stop and not (_stops_after(source, said[end]) and _begins(source, said[start])):
            return Change("spliced", said[end].text, said[start].text)
    missing = next((s for s, q in differing if s and not q), "")
    return Change("omission_unmarked", missing)


def _runs(quote: Sequence[str], source: Sequence[str]) -> list[tuple[int, int]]:
    """Cut a quote into pieces of the source: first and last place; nothing if a word is strange."""
    runs: list[tuple[int, int]] = []
    place = 0
    while place < len(quote):
        best, first = (0, False, 0), -1
        for start in range(len(source)):
            length = 0
            for mine, theirs in zip(quote[place:], source[start:], strict=False):
                if mine != theirs:
                    break
                length += 1
            follows = bool(runs) and start > runs[-1][1]
            if length and (length, follows, -start) > best:
                best, first = (length, follows, -start), start
        if first < 0:
            return []
        runs.append((first, first + best[0] - 1))
        place += best[0]
    return runs


def _stops_after(source: str, word: _Word) -> bool:
    return SENTENCE_END.match(source, word.at + len(word.text)) is not None


def _begins(source: str, word: _Word) -> bool:
    return bool(re.search(r"[.!?…][\"')]*\s*$", source[: word.at]))


def _actor(
    pairs: Sequence[_Pair], quoted: Sequence[_Word], said: Sequence[_Word], source: str
) -> Change | None:
    """Find another person: a pronoun, the ending of a verb, or the word a clause begins with."""
    for q, s in pairs:
        mine = quoted[q].text if q is not None else ""
        theirs = said[s].text if s is not None else ""
        if mine.casefold() == theirs.casefold():
            continue
        if any(word and _PERSON.fullmatch(word) for word in (mine, theirs)):
            return Change("actor", theirs, mine)
        if not (mine and theirs and s is not None):
            continue
        both_deny = is_negation(mine) and is_negation(theirs)
        if both_deny or _ending_differs(mine, theirs) or _is_subject(said, s, source):
            return Change("actor", theirs, mine)
    return None


def _ending_differs(one: str, other: str) -> bool:
    if not _likeness(one, other):
        return False
    endings = [match[0] if (match := _ENDING.search(word)) else "" for word in (one, other)]
    return endings[0] != endings[1] and any(len(ending) > 1 or ending == "n" for ending in endings)


def _is_subject(said: Sequence[_Word], place: int, source: str) -> bool:
    # The first or second word of a clause: "Hoitajat unohtivat", "Kunnan edustaja lupasi".
    before = re.split(r"[.!?…;:,\n–—]\s*", source[: said[place].at])[-1]
    return len(WORD.findall(before)) <= 1 or said[place].text[:1].isupper()


def _likeness(one: str, other: str) -> int:
    """Return 2 for the same word, 1 for two forms of a word, 0 for two words."""
    one, other = (re.sub(r"^epä", "", word.casefold()) for word in (one, other))
    if one == other:
        return 2
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < 3 or not shorter.isalpha() or is_negation(one) != is_negation(other):
        return 0
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    same = len(shorter) if same is None else same
    return int(same >= 3 and same >= 0.5 * len(shorter) and len(longer) - same <= 6)


def _step(one: str, other: str) -> float:
    likeness = _likeness(one, other)
    if likeness:
        return _SAME if likeness == 2 else _ALIKE
    # A negation stands for a negation, a number for a number, a modal verb for a modal verb.
    akin = any(of_kind(one) and of_kind(other) for of_kind in (is_negation, is_number, is_modal))
    return _AKIN if akin else _OTHER


def _align(quote: Sequence[str], source: Sequence[str]) -> list[_Pair]:
    """Lay the words of a quote along those of the source, whose ends are free.

    Dynamic programming as in Needleman and Wunsch (1970), with free ends for the source.
    """
    rows, columns = len(quote), len(source)
    score = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(1, rows + 1):
        score[row][0] = row * _ONLY_ONE
        for column in range(1, columns + 1):
            step = _step(quote[row - 1], source[column - 1])
            # A longer gap in the source costs little more than a short one: omissions are long.
            skip = 0.25 if 0 < row < rows else 0.0
            score[row][column] = max(
                score[row - 1][column - 1] + step,
                score[row - 1][column] + _ONLY_ONE,
                score[row][column - 1] - skip,
            )
    pairs: list[_Pair] = []
    row, column = rows, max(range(columns + 1), key=lambda place: score[rows][place])
    while row:
        step = _step(quote[row - 1], source[column - 1]) if column else 0
        if column and score[row][column] == score[row - 1][column - 1] + step:
            row, column = row - 1, column - 1
            pairs.append((row, column))
        elif score[row][column] == score[row - 1][column] + _ONLY_ONE:
            row -= 1
            pairs.append((row, None))
        else:
            column -= 1
            pairs.append((None, column))
    return pairs[::-1]
