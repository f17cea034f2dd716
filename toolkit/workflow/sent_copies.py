"""Working copies on their way out: Word files that remember what they said."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from toolkit import drafting, importers, publishing, review, store
from toolkit.domain import (
    Block,
    Decision,
    Draft,
    LinePart,
    ReturnedCopy,
    SentCopy,
    SentLine,
    Workshop,
)
from toolkit.paragraphs import bookmark_name, row_bookmark
from toolkit.workflow.analysis import findings_of, fingerprint
from toolkit.workflow.present import Present
from toolkit.workflow.reviewing import merge_draft

__all__ = ["copy_of", "remember_copy", "shown_draft"]


def remember_copy(workshop: Workshop, draft: Draft, path: Path) -> SentCopy | None:
    """Have a working copy that was just written remember what it says.

    Returns
    -------
    SentCopy or None
        What the file says, for the log; None for a format that cannot remember it.
    """
    if path.suffix.lower() != ".docx":
        return None
    sent = _copy(workshop, draft, importers.read_review_copy(path))
    record = store.to_text(store.to_plain(sent))
    publishing.remember(path, name=importers.RECORD, record=record, record_id=sent.id)
    return sent


def shown_draft(present: Present, type: str, *, language: str = "") -> Draft:  # noqa: A002
    """Return a draft as a working copy shows it with every offer of the tool rejected.

    Raises
    ------
    TooEarly
        If there is no draft.
    """
    merged = merge_draft(present.state, type=type, language=language)
    sources = drafting.source_notes(findings_of(present), language=merged.draft.language)
    reviews = [
        replace(one.review, decision=Decision.EDIT, text=one.before)
        if one.has_offer and one.before and one.review.decision is not Decision.REJECT
        else one.review
        for one in merged.renewed
        if one.has_words or one.has_offer
    ]
    return review.apply_edits(merged.draft, reviews, sources=sources)


def copy_of(
    workshop: Workshop, draft: Draft, *, annex: Iterable[Block] = (), face: str = ""
) -> SentCopy:
    """Return what a working copy of a draft would say."""
    with tempfile.TemporaryDirectory() as folder:
        path = publishing.publish_working_copy(
            draft, Path(folder, "kopio.docx"), annex=annex, face=face
        )
        return _copy(workshop, draft, importers.read_review_copy(path))


def _copy(workshop: Workshop, draft: Draft, read: ReturnedCopy) -> SentCopy:
    """Return what a file says that was just written, every line with its block."""
    places = {}
    for block in draft.blocks:
        part = LinePart.CAPTION if block.has_rows else LinePart.TEXT
        places[bookmark_name(block.id)] = block.id, part
        for row_id in ("", *(row.id for row in block.rows)):
            places[row_bookmark(block.id, row_id)] = block.id, LinePart.ROW
    lines, table = [], ""
    for paragraph in read.paragraphs:
        if not paragraph.before.strip():
            continue
        bookmarks = [name for name in paragraph.bookmarks if name in places]
        name = next(iter([*bookmarks, *paragraph.bookmarks]), "")
        block_id, part = places.get(name, ("", LinePart.FRAME))
        if part is LinePart.CAPTION:
            table = block_id
        elif not paragraph.is_row:
            table = ""
        elif table and part is LinePart.FRAME:
            block_id, part = table, LinePart.ROW  # a row among those that the tool offers anew
        if paragraph.is_row and part is LinePart.FRAME:
            part = LinePart.ROW  # of a table of the annex
        comments = tuple((one.author, one.text) for one in paragraph.comments)
        line = SentLine(
            block_id=block_id, part=part, text=paragraph.before, bookmark=name, comments=comments
        )
        lines.append(line)
    made = SentCopy(
        id="", workshop=workshop.id, type=draft.type, language=draft.language, lines=tuple(lines)
    )
    plain = store.to_plain(made)
    return store.from_plain(SentCopy, {**plain, "id": fingerprint(plain)})
