"""What taking a change of a working copy that came back does to the draft."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from toolkit.domain import Block, ReturnedChange
from toolkit.domain.returned import ChangeKind, LinePart
from toolkit.errors import Conflict, NoSuchThing
from toolkit.i18n import N_, _
from toolkit.paragraphs import ADDED, block_text
from toolkit.review.matching import squeezed

__all__ = ["is_stale", "take_change"]

_BY_HAND = N_(
    "This cannot be taken by the program: number {number}. It is outside the paragraphs of the "
    "document, or makes a table part of a paragraph. Make the change by hand, then leave it here."
)
_STALE = N_(
    "The paragraph has changed since the working copy was written: number {number}. Compare the "
    "texts, edit the paragraph yourself, then leave the change."
)


def take_change(
    change: ReturnedChange,
    blocks: Iterable[Block],
    *,
    refs: Mapping[str, str],
    language: str,
    number: int,
) -> dict[str, Any]:
    """Return what taking a change does, for the log.

    Parameters
    ----------
    blocks
        The draft as people have left it so far.
    refs
        Note id → citation label.
    number
        What people call the change.

    Returns
    -------
    dict
        ``edits`` block id → new words, ``rejected`` block ids, ``added`` paragraphs and
        ``comments``. A move becomes a comment: people move the paragraph.

    Raises
    ------
    NoSuchThing
        If nothing of the draft can be changed by it.
    Conflict
        If the words it changes are not the present ones.
    """
    present = {block.id: block for block in blocks}
    if change.kind is ChangeKind.COMMENTED and change.block_id:
        return {"comments": [_comment(change, change.comment)]}
    ids = (change.block_id, *change.absorbed)
    tables = [i for i in ids[1:] if i in present and present[i].has_rows]
    if _is_outside(change) or tables or "" in ids[1:]:
        raise NoSuchThing(_BY_HAND, number=number)
    if is_stale(change, present.values(), refs=refs, language=language):
        raise Conflict(_STALE, number=number)
    if change.part is LinePart.ROW:
        return {"edits": {change.block_id: _rows(change, present, refs, language)}}
    return _paragraphs(change, present)


def is_stale(
    change: ReturnedChange, blocks: Iterable[Block], *, refs: Mapping[str, str], language: str
) -> bool:
    """Whether the words that a change is about are not the present ones."""
    if change.kind is ChangeKind.COMMENTED or _is_outside(change):
        return False
    present = {block.id: block for block in blocks}
    if change.part is LinePart.ROW:
        lines = _lines(present.get(change.block_id), refs, language)
        wanted = change.follows if change.kind is ChangeKind.ADDED else change.before
        return wanted not in lines
    if change.kind is ChangeKind.ADDED:
        return False
    texts = [
        squeezed(block_text(present[i], refs=refs, language=language)) if i in present else ""
        for i in (change.block_id, *change.absorbed)
    ]
    return "\n".join(texts) != change.before


def _is_outside(change: ReturnedChange) -> bool:
    """Whether a change is about no paragraph and no table of the draft."""
    is_frame = change.part in {LinePart.FRAME, LinePart.CAPTION}
    return is_frame or (change.part is LinePart.ROW and not change.block_id)


def _paragraphs(change: ReturnedChange, present: Mapping[str, Block]) -> dict[str, Any]:
    first, *rest = change.after.split("\n")
    match change.kind:
        case ChangeKind.ADDED:
            return {"added": [_added(change, change.after, after=change.follows)]}
        case ChangeKind.DELETED:
            return {"rejected": [change.block_id]}
        case ChangeKind.SPLIT:
            parts = [
                _added(change, text, after=change.block_id, nth=nth)
                for nth, text in enumerate(rest)
            ]
            return {"edits": {change.block_id: first}, "added": parts}
        case ChangeKind.MOVED:
            edits = {} if change.before == change.after else {change.block_id: change.after}
            above = present.get(change.follows)
            words = squeezed(block_text(above, refs={})) if above else ""
            wish = _("Please move this paragraph to stand after this one: “{words}”")
            if not words:
                wish = _("Please move this paragraph to the beginning.")
            return {"edits": edits, "comments": [_comment(change, wish.format(words=words[:80]))]}
        case _:
            return {"edits": {change.block_id: change.after}, "rejected": list(change.absorbed)}


def _added(change: ReturnedChange, text: str, *, after: str, nth: int = 0) -> dict[str, Any]:
    key = f"{ADDED}{change.id}" + (f"-{nth}" if nth else "")
    return {"block_id": key, "text": text, "after": after, "place": change.place + nth}


def _comment(change: ReturnedChange, text: str) -> dict[str, Any]:
    return {"block_id": change.block_id, "text": text, "author": change.author or "?"}


def _rows(
    change: ReturnedChange, present: Mapping[str, Block], refs: Mapping[str, str], language: str
) -> str:
    lines = list(_lines(present[change.block_id], refs, language))
    if change.kind is ChangeKind.ADDED:
        lines.insert(lines.index(change.follows) + 1, change.after)
    elif change.kind is ChangeKind.DELETED:
        lines.remove(change.before)
    else:
        lines[lines.index(change.before)] = change.after
    return "\n".join(lines)


def _lines(block: Block | None, refs: Mapping[str, str], language: str) -> Sequence[str]:
    if block is None:
        return ()
    text = block_text(block, refs=refs, language=language)
    return [squeezed(line) for line in text.splitlines()]
