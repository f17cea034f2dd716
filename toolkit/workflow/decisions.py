"""What people decide, as lines of the log; a line that means nothing is refused."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from toolkit import store
from toolkit.domain import REST_ID, EventKind, NoteKind, Workshop
from toolkit.domain.events import THEME_DECISIONS
from toolkit.errors import BadName, Conflict, TooEarly
from toolkit.i18n import N_, _
from toolkit.store import State, append_event
from toolkit.workflow.present import applied_themes, load_state
from toolkit.workflow.reviewing import merge_draft
from toolkit.workflow.roles import check_role
from toolkit.workflow.theme_checks import check_known, check_theme_decision, missing

_NEEDED: Mapping[EventKind, tuple[str, ...]] = {
    EventKind.THEME_RENAMED: ("theme_id", "label"),
    EventKind.THEMES_MERGED: ("theme_ids", "into"),
    EventKind.THEME_SPLIT: ("theme_id", "parts"),
    EventKind.THEME_ADDED: ("theme_id", "label", "note_ids"),
    EventKind.THEME_LOCKED: ("theme_id",),
    EventKind.THEME_DESCRIBED: ("theme_id",),
    EventKind.NOTE_MOVED: ("theme_id",),
    EventKind.NOTE_PINNED: ("note_id", "theme_id"),
    EventKind.NOTE_SET_ASIDE: ("note_id",),
    EventKind.SHEET_CODED: ("codes",),
    EventKind.KIND_DECIDED: ("note_id", "kind"),
    EventKind.NOTE_PLACED: ("framework_id", "note_id"),
    EventKind.GROUP_NAMED: ("group_id",),
    EventKind.STATEMENT_MARKED: ("statement_id",),
    EventKind.PARAGRAPH_DECIDED: ("type", "block_id", "decision"),
    EventKind.PARAGRAPH_EDITED: ("type", "block_id", "text"),
    EventKind.PARAGRAPH_LOCKED: ("type", "block_id"),
    EventKind.COMMENT_ADDED: ("type", "block_id", "text"),
    EventKind.COMMENT_HANDLED: ("type", "block_id", "comment_id"),
    EventKind.WORDING_PROPOSED: ("type", "block_id", "text"),
    EventKind.QUOTE_CHOSEN: ("note_id", "choice"),
    EventKind.STATEMENT_CHOSEN: ("statement_id", "choice"),
    EventKind.PROPOSAL_DECIDED: ("proposal_id", "outcome", "body", "reason"),
    EventKind.PROPOSAL_PLANNED: ("proposal_id",),
    EventKind.HEARING_OPENED: ("type", "bodies"),
    EventKind.BODY_HEARD: ("type", "name"),
    EventKind.AMENDMENT_MADE: ("type", "body", "text"),
    EventKind.AMENDMENT_ANSWERED: ("type", "amendment_id", "answer", "reason"),
    EventKind.ROLE_GIVEN: ("name", "role"),
    EventKind.DOCUMENT_SIGNED: ("type", "role", "sha256", "document"),
    EventKind.UNDONE: ("seq",),
    EventKind.REDONE: ("seq",),
}

# What people give a decision, as they call it.
_WORDS = {
    "bodies": N_("whom it was sent to"),
    "body": N_("who"),
    "name": N_("name"),
    "note_id": N_("note"),
    "reason": N_("reason"),
    "role": N_("role"),
    "text": N_("text"),
}

# A move names one of these.
_MOVED = ("note_id", "note_ids", "statement_id")
_REVIEWS = {EventKind.PARAGRAPH_DECIDED, EventKind.PARAGRAPH_EDITED, EventKind.PARAGRAPH_LOCKED}


def create_workshop(folder: Path, *, title: str, actor: str, **details: Any) -> Workshop:  # noqa: ANN401
    """Make a new workshop and open its log.

    Raises
    ------
    BadName
        If the folder or the title cannot be used, or a shared database has the id already.
    """
    workshop = store.create_workshop(folder, title=title, **details)
    try:
        append_event(
            workshop,
            EventKind.WORKSHOP_CREATED,
            {"title": title},
            actor=actor,
            expected_seq=0,
        )
    except Conflict as error:
        store.remove_workshop(workshop)
        msg = N_("The database already has a workshop of this name: {name}. Choose another name.")
        raise BadName(msg, name=workshop.id) from error
    except BaseException:
        store.remove_workshop(workshop)
        raise
    return workshop


def decide(
    workshop: Workshop,
    kind: EventKind,
    payload: Mapping[str, Any],
    *,
    actor: str,
    expected_seq: int | None = None,
) -> None:
    """Record what a person decided.

    Raises
    ------
    BadName
        If a name or a text that the decision needs is empty.
    NoSuchThing
        If what it is about is not in the workshop.
    TooEarly
        If it changes a theme that somebody has locked, or locks a paragraph nobody has decided on.
    Conflict
        If somebody changed the workshop after ``expected_seq``.
    NotAllowed
        If roles have been given and that of the person does not allow it.
    """
    empty = [key for key in _NEEDED.get(kind, ()) if not _says_something(payload.get(key))]
    if kind is EventKind.NOTE_MOVED and not any(map(payload.get, _MOVED)):
        empty.append("note_id")
    if empty:
        msg = N_("Something is missing from the decision: {names}. Fill it in and try again.")
        raise BadName(msg, names=", ".join(_(_WORDS.get(key, key)) for key in empty))
    state = load_state(workshop)
    check_role(kind, actor, state)
    choices = ("take", "leave") if kind is EventKind.STATEMENT_CHOSEN else ("pin", "ban")
    check_known("choice", [payload.get("choice", "free")], (*choices, "free"))
    check_known("decision", [payload.get("decision", "accept")], ("accept", "reject"))
    check_known("kind", [payload[key] for key in ("kind",) if key in payload], list(NoteKind))
    check_known("note_id", payload.get("codes", ()), state.labels)
    if kind is EventKind.SHEET_CODED:
        check_known(
            "theme_id", payload["codes"].values(), {REST_ID, *(t.id for t in applied_themes(state))}
        )
    groups = state.opinion_groups.groups if state.opinion_groups else ()
    for key, known in (
        ("note_id", state.labels),
        ("statement_id", state.labels),
        ("proposal_id", state.labels),
        ("group_id", [group.id for group in groups]),
    ):
        if key in payload:
            check_known(key, [payload[key]], known)
    if "block_id" in payload:
        payload = _about_paragraph(kind, payload, state)
    if kind in THEME_DECISIONS:
        check_theme_decision(kind, payload, state)
    append_event(workshop, kind, payload, actor=actor, expected_seq=expected_seq)


def _says_something(value: object) -> bool:
    return bool(value.strip()) if isinstance(value, str) else bool(value)


def _about_paragraph(
    kind: EventKind, payload: Mapping[str, Any], state: State
) -> Mapping[str, Any]:
    """Add to a decision on a paragraph the language of its draft and the words it accepts."""
    draft = state.draft(payload["type"], payload.get("language", ""))
    block_id = payload["block_id"]
    if draft is None:
        raise missing("block_id", block_id)
    merged = merge_draft(state, type=draft.type, language=draft.language)
    known = {block.id for block in merged.draft.blocks}
    if block_id not in known and state.added(draft.type, block_id, language=draft.language) is None:
        raise missing("block_id", block_id)
    if kind not in _REVIEWS:  # a remark or an amendment is about the draft in any language
        return payload
    added: dict[str, Any] = {"language": draft.language}
    if kind is EventKind.PARAGRAPH_LOCKED:
        if block_id not in merged.by_block:
            msg = N_("Nobody has decided on the paragraph yet. Decide on it first, then lock it.")
            raise TooEarly(msg)
        added["locked"] = bool(payload.get("locked", True))
    words = merged.standing_text(block_id)
    if kind is EventKind.PARAGRAPH_DECIDED and payload["decision"] == "accept" and words:
        added["text"] = words
    return {**payload, **added}
