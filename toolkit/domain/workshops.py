"""A workshop: what it was about and where its folder is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import PurePath


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of the decision path ahead: which body, when, in what role."""

    body: str
    date: dt.date | None = None
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """One participatory process: exports plus what people decided.

    Every field but ``id``, ``title`` and ``folder`` may be empty; documents then say *Täsmentyy*.

    Attributes
    ----------
    id
        ``[a-z0-9-]``, at most 60 characters; also the name in a shared database.
    folder
        Holds ``workshop.toml``, ``exports/``, ``workshop.db``, ``published/`` and ``.cache/``, and
        ``masked/`` in place of originals that were deleted.
    n_participants
        People who took part in the room; None when nobody counted.
    recipient
        Whom the declaration is addressed to, in the nominative.
    decision_body, decision_date
        Who is asked to decide, and by when.
    case_number
        Of the organisation's case register (*asianumero*, *diaarinumero*).
    stakeholder_groups
        The groups whose views were wanted, spelled as in the notes.
    author
        Who answers for the documents (*laatija*).
    contact
        Where people can ask for more, in the organiser's words.
    retention
        The last day on which what people wrote may be kept.
    """

    id: str
    title: str
    folder: PurePath
    date: dt.date | None = None
    organiser: str = ""
    place: str = ""
    language: str = "fi"
    n_participants: int | None = None
    phenomenon: str = ""
    goal: str = ""
    questions: tuple[str, ...] = ()
    recipient: str = ""
    decision_body: str = ""
    decision_date: dt.date | None = None
    next_steps: tuple[Step, ...] = ()
    case_number: str = ""
    stakeholder_groups: tuple[str, ...] = ()
    author: str = ""
    contact: str = ""
    retention: dt.date | None = None
