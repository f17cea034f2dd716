"""What was decided, by whom and when: the lines of the event log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


class EventKind(StrEnum):
    """Everything that can happen to a workshop."""

    WORKSHOP_CREATED = "workshop_created"
    WORKSHOP_DESCRIBED = "workshop_described"
    WORKSHOP_ARCHIVED = "workshop_archived"
    WORKSHOP_COPIED = "workshop_copied"
    SOURCE_IMPORTED = "source_imported"
    WORDS_MASKED = "words_masked"
    ORIGINALS_FORGOTTEN = "originals_forgotten"
    THEMES_PROPOSED = "themes_proposed"
    THEME_RENAMED = "theme_renamed"
    THEMES_MERGED = "themes_merged"
    THEME_SPLIT = "theme_split"
    THEME_ADDED = "theme_added"
    THEME_LOCKED = "theme_locked"
    THEME_DESCRIBED = "theme_described"
    NOTE_MOVED = "note_moved"
    NOTE_PINNED = "note_pinned"
    NOTE_SET_ASIDE = "note_set_aside"
    SHEET_CODED = "sheet_coded"
    KINDS_PROPOSED = "kinds_proposed"
    KIND_DECIDED = "kind_decided"
    NOTE_PLACED = "note_placed"
    OPINION_GROUPS_PROPOSED = "opinion_groups_proposed"
    GROUP_NAMED = "group_named"
    STATEMENT_MARKED = "statement_marked"
    DRAFT_COMPOSED = "draft_composed"
    PARAGRAPH_DECIDED = "paragraph_decided"
    PARAGRAPHS_ACCEPTED = "paragraphs_accepted"
    PARAGRAPH_EDITED = "paragraph_edited"
    PARAGRAPH_LOCKED = "paragraph_locked"
    COMMENT_ADDED = "comment_added"
    COMMENT_HANDLED = "comment_handled"
    WORDING_PROPOSED = "wording_proposed"
    QUOTE_CHOSEN = "quote_chosen"
    STATEMENT_CHOSEN = "statement_chosen"
    PROPOSAL_DECIDED = "proposal_decided"
    PROPOSAL_PLANNED = "proposal_planned"
    HEARING_OPENED = "hearing_opened"
    BODY_HEARD = "body_heard"
    AMENDMENT_MADE = "amendment_made"
    AMENDMENT_ANSWERED = "amendment_answered"
    ROLE_GIVEN = "role_given"
    DOCUMENT_SIGNED = "document_signed"
    DOCUMENT_PUBLISHED = "document_published"
    CHANGES_RETURNED = "changes_returned"
    CHANGE_DECIDED = "change_decided"
    UNDONE = "undone"
    REDONE = "redone"


THEME_DECISIONS = frozenset(
    {
        EventKind.THEME_RENAMED,
        EventKind.THEMES_MERGED,
        EventKind.THEME_SPLIT,
        EventKind.THEME_ADDED,
        EventKind.THEME_LOCKED,
        EventKind.THEME_DESCRIBED,
        EventKind.NOTE_MOVED,
        EventKind.NOTE_PINNED,
        EventKind.NOTE_SET_ASIDE,
    }
)
# What undo takes back. A coding sheet handed in is none of these: its coder may have seen the
# codes of others since, and could change their own.
HUMAN_DECISIONS = THEME_DECISIONS | frozenset(
    {
        EventKind.KIND_DECIDED,
        EventKind.NOTE_PLACED,
        EventKind.GROUP_NAMED,
        EventKind.STATEMENT_MARKED,
        EventKind.PARAGRAPH_DECIDED,
        EventKind.PARAGRAPHS_ACCEPTED,
        EventKind.PARAGRAPH_EDITED,
        EventKind.PARAGRAPH_LOCKED,
        EventKind.COMMENT_ADDED,
        EventKind.COMMENT_HANDLED,
        EventKind.WORDING_PROPOSED,
        EventKind.CHANGE_DECIDED,
        EventKind.QUOTE_CHOSEN,
        EventKind.STATEMENT_CHOSEN,
        EventKind.PROPOSAL_DECIDED,
        EventKind.PROPOSAL_PLANNED,
        EventKind.HEARING_OPENED,
        EventKind.BODY_HEARD,
        EventKind.AMENDMENT_MADE,
        EventKind.AMENDMENT_ANSWERED,
        EventKind.ROLE_GIVEN,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One line of the log. Lines are only ever added.

    Attributes
    ----------
    seq
        1, 2, 3 … within a workshop, without gaps.
    at
        When, with time zone.
    actor
        The person, or ``"kone"`` for what the machine proposed.
    kind
        One of ``EventKind``.
    payload
        JSON-ready details; its keys depend on ``kind``.
    """

    seq: int
    at: datetime
    actor: str
    kind: EventKind
    payload: Mapping[str, Any]
