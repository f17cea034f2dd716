"""A draft under review as the page shows it: its blocks, their evidence, the remarks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from toolkit.domain import (
    Block,
    Comment,
    Decision,
    Draft,
    Event,
    EventKind,
    Gate,
    SourceNote,
)
from toolkit.domain.events import THEME_DECISIONS
from toolkit.i18n import _
from toolkit.paragraphs import block_text, cited_ids
from toolkit.review import Renewed
from toolkit.store import events_in_force

# These say something of a theme and change nothing that a document is made of.
_REMARKS = {EventKind.THEME_LOCKED, EventKind.THEME_DESCRIBED, EventKind.NOTE_PINNED}
_MATERIAL = (THEME_DECISIONS - _REMARKS) | {
    EventKind.WORKSHOP_DESCRIBED,
    EventKind.WORKSHOP_COPIED,
    EventKind.SOURCE_IMPORTED,
    EventKind.THEMES_PROPOSED,
    EventKind.OPINION_GROUPS_PROPOSED,
}
# These are decided of documents; what a document is composed of stays as it was.
_ON_DOCUMENTS = {
    EventKind.DRAFT_COMPOSED,
    EventKind.PARAGRAPH_DECIDED,
    EventKind.PARAGRAPHS_ACCEPTED,
    EventKind.PARAGRAPH_EDITED,
    EventKind.PARAGRAPH_LOCKED,
    EventKind.COMMENT_ADDED,
    EventKind.COMMENT_HANDLED,
    EventKind.WORDING_PROPOSED,
    EventKind.ROLE_GIVEN,
    EventKind.DOCUMENT_SIGNED,
    EventKind.DOCUMENT_PUBLISHED,
    EventKind.CHANGES_RETURNED,
    EventKind.CHANGE_DECIDED,
}


def block_view(
    block: Block,
    draft: Draft,
    renewed: Renewed | None,
    comments: Iterable[Comment],
    gates: Iterable[Gate],
) -> dict[str, Any]:
    """Return a block as it reads, what was decided of it, and what speaks for and against it.

    A person's words stand also while they wait because the tool would write otherwise now.
    ``before`` is then what the person left, ``after`` what the tool offers in its place.
    """
    review = renewed.review if renewed and renewed.has_words else None
    holds = renewed is not None and renewed.holds
    offers = renewed is not None and renewed.has_offer
    refs = {source.note_id: source.ref for source in draft.sources}
    text = block_text(block, refs=refs, language=draft.language)
    edited = review is not None and review.decision is Decision.EDIT
    return {
        "id": block.id,
        "kind": block.kind.value,
        "level": block.level,
        "caption": block.caption,
        "text": review.text if review and edited else text,
        "original": text if edited else "",
        "needs_decision": block.needs_decision,
        "decision": review.decision.value if review and holds else "",
        "author": review.author if review and holds else "",
        "before": renewed.before if renewed and offers else "",
        "after": renewed.after if renewed and offers else "",
        "evidence": _evidence(block, draft.sources),
        "comments": [
            {"text": c.text, "author": c.author} for c in comments if c.block_id == block.id
        ],
        "gates": [
            {"level": gate.level, "message": gate.message}
            for gate in gates
            if gate.block_id == block.id
        ]
        + _fallen(renewed),
    }


def _fallen(renewed: Renewed | None) -> list[dict[str, str]]:
    if renewed is None or not renewed.claim_id:
        return []
    text = _("These are grounds of a rejected proposal: they are left out with it.")
    return [{"level": "warning", "message": text}]


def _evidence(block: Block, sources: Iterable[SourceNote]) -> list[dict[str, str]]:
    cited = set(cited_ids(block))
    return [
        {"ref": source.ref, "text": source.text, "where": source.where}
        for source in sources
        if source.note_id in cited
    ]


def is_outdated(kind: str, events: Sequence[Event], *, language: str, since: int) -> bool:
    """Say whether what a draft is made of has changed since it was composed.

    Parameters
    ----------
    since
        Line of the log after which a new draft was found to be the same as the old one.
    """
    base = _last_composed(kind, events, language=language, since=since)
    return _of_kinds(events[:base], _MATERIAL) != _of_kinds(events, _MATERIAL)


def may_be_outdated(kind: str, events: Sequence[Event], *, language: str, since: int) -> bool:
    """Say whether anything has changed that a draft may be made of, such as a choice of quotes.

    Parameters
    ----------
    since
        As of ``is_outdated``.
    """
    base = _last_composed(kind, events, language=language, since=since)
    return lines_behind(events[:base]) != lines_behind(events)


def lines_behind(events: Sequence[Event]) -> set[int]:
    """Return the lines of the log in force that drafts may be made of."""
    return _of_kinds(events, set(EventKind) - _ON_DOCUMENTS)


def _last_composed(kind: str, events: Sequence[Event], *, language: str, since: int) -> int:
    composed = (
        event.seq
        for event in events
        if event.kind is EventKind.DRAFT_COMPOSED
        and (event.payload["type"], event.payload["draft"]["language"]) == (kind, language)
    )
    return max(since, *composed)


def _of_kinds(events: Sequence[Event], kinds: Collection[EventKind]) -> set[int]:
    return {event.seq for event in events_in_force(events) if event.kind in kinds}


def document_remarks(gates: Iterable[Gate], draft: Draft) -> list[dict[str, str]]:
    """Return remarks that belong to the whole document."""
    known = {block.id for block in draft.blocks}
    return [
        {"level": gate.level, "message": gate.message}
        for gate in gates
        if gate.block_id not in known
    ]
