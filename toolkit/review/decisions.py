"""From a draft to a document: only what somebody has accepted or written stays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from toolkit.domain import Block, BlockKind, Decision, Document, Draft, Review, SourceNote
from toolkit.errors import UnreviewedDraft
from toolkit.i18n import N_
from toolkit.paragraphs import (
    block_text,
    cited_sources,
    latest_reviews,
    revised_blocks,
    waiting_blocks,
)


def apply_reviews(
    draft: Draft, reviews: Iterable[Review], *, sources: Iterable[SourceNote] = ()
) -> Document:
    """Make the document that the latest decisions lead to.

    Parameters
    ----------
    sources
        Notes that an edit may cite although the draft does not, such as ``source_notes`` gives.

    Returns
    -------
    Document
        Rejected blocks are left out, and a heading under which nothing is left. An edited block
        says what the person wrote, and only that: a citation they took away is gone, and the
        verification says so. The source appendix holds what is still cited.

    Raises
    ------
    UnreviewedDraft
        If a block has no decision yet.
    """
    decided = tuple(reviews)
    open_blocks = waiting_blocks(draft, decided)
    if open_blocks:
        raise UnreviewedDraft(
            N_(
                "Paragraphs that wait for a decision: {n}. The first one is under the heading: "
                "“{heading}”. Decide on every paragraph, then publish."
            ),
            n=len(open_blocks),
            heading=_heading_above(draft, open_blocks[0]),
        )
    edited = apply_edits(draft, decided, sources=sources)
    ids = {block.id for block in draft.blocks}
    if not any(block.needs_decision for block in edited.blocks):
        raise UnreviewedDraft(N_("Every paragraph was rejected: there is nothing to publish."))
    # Who rejected a paragraph has not accepted the text.
    standing = [
        item for item in latest_reviews(decided).values() if item.decision is not Decision.REJECT
    ]
    return Document(
        type=edited.type,
        language=edited.language,
        title=edited.title,
        meta=edited.meta,
        blocks=edited.blocks,
        sources=edited.sources,
        accepted_by=tuple(
            sorted(
                {i.author for i in standing if i.block_id in ids or i.after is not None},
            )
        ),
    )


def apply_edits(
    draft: Draft, reviews: Iterable[Review], *, sources: Iterable[SourceNote] = ()
) -> Draft:
    """Return the draft as people have left it so far; what nobody has decided stands as it was."""
    known = {source.note_id: source for source in (*sources, *draft.sources)}
    blocks = revised_blocks(draft, reviews, sources=known.values())
    return replace(draft, blocks=blocks, sources=cited_sources(blocks, known.values()))


def waiting(draft: Draft, reviews: Iterable[Review]) -> tuple[str, ...]:
    """Return the ids of the blocks that nobody has decided on, in the order of the draft."""
    return tuple(block.id for block in waiting_blocks(draft, reviews))


def _heading_above(draft: Draft, wanted: Block) -> str:
    heading = draft.title
    for block in draft.blocks:
        if block.kind is BlockKind.HEADING:
            heading = block_text(block, refs={}, language=draft.language)
        if block.id == wanted.id:
            break
    return heading
