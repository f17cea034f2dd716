"""Three-way merge of a text: as the tool wrote it, as a person left it, as the tool writes it now.

Nothing a person wrote is ever lost. Where both changed the same spot, the person's words stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from toolkit.differences import (
    Span,
    find_differences,
    same_words,
    split_text,
    words_kept,
)

REWRITTEN_BELOW = 0.5
"""A text that keeps less of the tool's words than this has been rewritten: nothing is merged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextConflict:
    """A spot that both the person and the tool have changed."""

    base: str
    mine: str
    theirs: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedText:
    """What a merge leads to.

    Attributes
    ----------
    text
        The words that stand.
    offer
        The same with the tool's words where there is a conflict; of a rewritten text, the tool's
        words alone.
    state
        ``"generated"``: the tool's words; ``"human"``: the person's; ``"merged"``: both.
    """

    text: str
    offer: str
    state: str
    conflicts: tuple[TextConflict, ...] = ()


def merge_text(base: str, mine: str, theirs: str) -> MergedText:
    """Merge what a person and the tool have each made of ``base``.

    Parameters
    ----------
    base
        The tool's words that the person changed.
    mine
        The person's words.
    theirs
        The tool's words now.
    """
    simple = _merge_unless_both_changed(base, mine, theirs)
    if simple:
        return simple
    merged = _merge_tokens(base, mine, theirs)
    # Where words repeat, texts can be laid side by side in more than one way. A result that would
    # change when merged once more is not to be trusted.
    if (
        words_kept(base, mine) < REWRITTEN_BELOW
        or _merge_tokens(base, merged.text, theirs).text != merged.text
    ):
        conflict = TextConflict(base=base, mine=mine, theirs=theirs)
        return MergedText(text=mine, offer=theirs, state="human", conflicts=(conflict,))
    state = "human" if same_words(merged.text, mine) else "merged"
    return replace(merged, state=state)


def _merge_unless_both_changed(base: str, mine: str, theirs: str) -> MergedText | None:
    if same_words(mine, base):
        return MergedText(text=theirs, offer=theirs, state="generated")
    if same_words(theirs, base) or same_words(mine, theirs):
        return MergedText(text=mine, offer=mine, state="human")
    return None


def _merge_tokens(base: str, mine: str, theirs: str) -> MergedText:
    old, here, there = split_text(base), split_text(mine), split_text(theirs)
    spots = _spots(old, find_differences(old, here), find_differences(old, there))
    text: list[str] = []
    offer: list[str] = []
    conflicts: list[TextConflict] = []
    place = 0
    for start, end, my_spans, their_spans in spots:
        was = "".join(old[start:end])
        my_words = _side(old, here, start, end, my_spans)
        their_words = _side(old, there, start, end, their_spans)
        between = "".join(old[place:start])
        place = end
        if not my_spans:
            text += [between, their_words]
            offer += [between, their_words]
            continue
        text += [between, my_words]
        if not their_spans or my_words == their_words:
            offer += [between, my_words]
            continue
        offer += [between, their_words]
        conflicts.append(TextConflict(base=was, mine=my_words, theirs=their_words))
    rest = "".join(old[place:])
    return MergedText(
        text="".join(text) + rest,
        offer="".join(offer) + rest,
        state="merged",
        conflicts=tuple(conflicts),
    )


_Spot = tuple[int, int, list[Span], list[Span]]


def _spots(old: Sequence[str], mine: Sequence[Span], theirs: Sequence[Span]) -> list[_Spot]:
    """Put changes together that touch or have nothing but a space between them."""
    spots: list[_Spot] = []
    ordered = sorted([*mine, *theirs], key=lambda span: (span.start, span.end))
    own = set(map(id, mine))
    for span in ordered:
        my_spans, their_spans = ([span], []) if id(span) in own else ([], [span])
        if spots and not "".join(old[spots[-1][1] : span.start]).strip():
            start, end, before_mine, before_theirs = spots.pop()
            my_spans, their_spans = before_mine + my_spans, before_theirs + their_spans
            spots.append((start, max(end, span.end), my_spans, their_spans))
        else:
            spots.append((span.start, span.end, my_spans, their_spans))
    return spots


def _side(
    old: Sequence[str], new: Sequence[str], start: int, end: int, spans: Sequence[Span]
) -> str:
    """Return what stands in one text for tokens ``start`` to ``end`` of the old one."""
    if not spans:
        return "".join(old[start:end])
    first, last = spans[0], spans[-1]
    middle = new[first.new_start : last.new_end]
    return "".join([*old[start : first.start], *middle, *old[last.end : end]])
