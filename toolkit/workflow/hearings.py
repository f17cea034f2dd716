"""Comment rounds: whom a document was sent to, how they were heard, what they proposed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from toolkit import drafting, store
from toolkit.domain import (
    Amendment,
    Answer,
    EventKind,
    HeardBody,
    Hearing,
    Workshop,
)
from toolkit.errors import NoSuchThing, TooEarly
from toolkit.i18n import N_
from toolkit.workflow.decisions import decide
from toolkit.workflow.present import load_state
from toolkit.workflow.reviewing import load_draft


def open_hearing(
    workshop: Workshop,
    *,
    type: str,  # noqa: A002 - the word of the command line and of the JSON
    bodies: Iterable[HeardBody],
    sent_on: dt.date | None = None,
    deadline: dt.date | None = None,
    actor: str,
) -> Hearing:
    """Open a comment round on a draft; one that was open on it is replaced.

    Raises
    ------
    TooEarly
        If the draft has not been composed.
    BadName
        If nobody is asked.
    """
    load_draft(workshop, type=type)
    hearing = Hearing(type=type, sent_on=sent_on, deadline=deadline, bodies=tuple(bodies))
    payload = {"type": type, "hearing": store.to_plain(hearing), "bodies": len(hearing.bodies)}
    decide(workshop, EventKind.HEARING_OPENED, payload, actor=actor)
    return hearing


def record_body(workshop: Workshop, body: HeardBody, *, type: str, actor: str) -> Hearing:  # noqa: A002
    """Record when and how a body was heard; a body that was not asked is added.

    Raises
    ------
    TooEarly
        If there is no comment round.
    """
    hearing = load_hearing(workshop, type=type)
    before = next((one for one in hearing.bodies if one.name == body.name), None)
    council = body.council or (before.council if before else None)
    body = HeardBody(name=body.name, date=body.date, way=body.way, council=council)
    decide(
        workshop,
        EventKind.BODY_HEARD,
        {"type": type, "name": body.name, "body": store.to_plain(body)},
        actor=actor,
    )
    return load_hearing(workshop, type=type)


def record_amendment(
    workshop: Workshop,
    *,
    type: str,  # noqa: A002
    body: str,
    text: str,
    block_id: str = "",
    actor: str,
) -> Amendment:
    """Record, word for word, a change that a body proposes.

    Parameters
    ----------
    block_id
        The paragraph it is about; empty for the whole document.

    Raises
    ------
    TooEarly
        If there is no comment round.
    BadName
        If the body or the text is empty.
    NoSuchThing
        If the draft has no such paragraph.
    """
    hearing = load_hearing(workshop, type=type)
    amendment = Amendment(
        id=str(len(hearing.amendments) + 1), body=body, text=text, block_id=block_id
    )
    payload = {
        "type": type,
        "amendment": store.to_plain(amendment),
        "amendment_id": amendment.id,
        "body": body,
        "text": text,
    }
    about = {"block_id": block_id} if block_id else {}
    decide(workshop, EventKind.AMENDMENT_MADE, {**payload, **about}, actor=actor)
    return amendment


def answer_amendment(
    workshop: Workshop,
    amendment_id: str,
    *,
    type: str,  # noqa: A002
    answer: Answer,
    reason: str,
    changed: str = "",
    actor: str,
) -> None:
    """Answer a proposed change (*vastine*), with the reason.

    Raises
    ------
    NoSuchThing
        If there is no such amendment.
    BadName
        If there is no reason.
    """
    hearing = load_hearing(workshop, type=type)
    if all(one.id != amendment_id for one in hearing.amendments):
        known = ", ".join(one.id for one in hearing.amendments) or "–"
        msg = N_("There is no proposed amendment of this number: {number}. Choose from: {known}.")
        raise NoSuchThing(msg, number=amendment_id, known=known)
    payload = {
        "type": type,
        "amendment_id": amendment_id,
        "answer": answer.value,
        "reason": reason,
        "changed": changed,
    }
    decide(workshop, EventKind.AMENDMENT_ANSWERED, payload, actor=actor)


def load_hearing(workshop: Workshop, *, type: str) -> Hearing:  # noqa: A002
    """Return the comment round on a document.

    Raises
    ------
    TooEarly
        If none has been opened.
    """
    hearing = load_state(workshop).hearings.get(type)
    if hearing is None:
        msg = N_("There is no comment round on this document yet: {type}. Open one first.")
        raise TooEarly(msg, type=type)
    return hearing


def hearing_warnings(workshop: Workshop, hearing: Hearing, *, language: str) -> tuple[str, ...]:
    """Say in sentences what is wrong with the hearing of the statutory councils.

    Parameters
    ----------
    hearing
        As ``load_hearing`` returns it.
    language
        ``"fi"``, ``"sv"`` or ``"en"``.
    """
    found = drafting.hearing_warnings(hearing, workshop.decision_date)
    return tuple(drafting.word_hearing_warning(one, language=language) for one in found)
