"""Versions of a draft, and what changed from one to another, block by block."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from toolkit.domain import Block, BlockKind, Document, Draft
from toolkit.paragraphs import block_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A draft as it was composed once.

    Attributes
    ----------
    number
        1, 2, 3 … among the drafts of the same type and language.
    composed_at
        When.
    digest
        Of the draft; the same for the same draft.
    sent
        Whether a comment round was opened on it.
    """

    number: int
    composed_at: datetime
    digest: str
    draft: Draft
    sent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockChange:
    """What happened to a block between two versions.

    Attributes
    ----------
    heading
        The heading it stands under; in the older version if it was removed.
    before, after
        Its words; empty where the version does not have it.
    """

    block_id: str
    change: Literal["added", "removed", "changed"]
    heading: str
    before: str
    after: str


def number_versions(composed: Iterable[tuple[datetime, str, Draft]]) -> tuple[Version, ...]:
    """Give numbers to the drafts of one type and language, oldest first.

    A draft that came out the same as the one before it is the same version.

    Parameters
    ----------
    composed
        When, digest and draft.
    """
    versions: list[Version] = []
    for at, digest, draft in composed:
        if not versions or versions[-1].digest != digest:
            number = len(versions) + 1
            versions.append(Version(number=number, composed_at=at, digest=digest, draft=draft))
    return tuple(versions)


def describe_versions(
    old: Draft | Document, new: Draft | Document, *, refs: Mapping[str, str] | None = None
) -> tuple[BlockChange, ...]:
    """Return what was added, removed and changed, in the order of ``new``.

    A removed block comes where it stood: after the block it followed. Moving alone is no change.

    Parameters
    ----------
    refs
        Note id → label, for notes that neither version lists.
    """
    before, after = _read(old, refs or {}), _read(new, refs or {})
    ordered = list(after)
    place = -1
    for block_id in before:
        if block_id in after:
            place = ordered.index(block_id)
        else:
            place += 1
            ordered.insert(place, block_id)
    changes = (_compare(key, before.get(key), after.get(key)) for key in ordered)
    return tuple(change for change in changes if change is not None)


_Read = tuple[str, str]  # the heading above, and the words


def _read(draft: Draft | Document, refs: Mapping[str, str]) -> dict[str, _Read]:
    labels = {**refs, **{source.note_id: source.ref for source in draft.sources}}
    read: dict[str, _Read] = {}
    heading = draft.title
    for block in draft.blocks:
        text = _words(block, labels, draft.language)
        if block.kind is BlockKind.HEADING:
            heading = text
        read[block.id] = heading, text
    return read


def _words(block: Block, labels: Mapping[str, str], language: str) -> str:
    text = block_text(block, refs=labels, language=language)
    return f"{block.caption}\n{text}" if block.caption else text


def _compare(block_id: str, old: _Read | None, new: _Read | None) -> BlockChange | None:
    if new is None:
        heading, text = old or ("", "")
        return BlockChange(
            block_id=block_id, change="removed", heading=heading, before=text, after=""
        )
    heading, text = new
    if old is None:
        return BlockChange(
            block_id=block_id, change="added", heading=heading, before="", after=text
        )
    if old[1] == text:
        return None
    return BlockChange(
        block_id=block_id, change="changed", heading=heading, before=old[1], after=text
    )
