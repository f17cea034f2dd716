"""What people recorded after the workshop: decisions on proposals, plans, hearings, signatures."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What became of a proposal."""

    ADOPTED = "adopted"
    IN_PREPARATION = "in_preparation"
    NOT_ADVANCING = "not_advancing"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalDecision:
    """What a body decided of a proposal.

    Attributes
    ----------
    proposal_id
        Id of the note or the statement that proposes.
    body
        Who decided, in the nominative.
    reason
        Why, in the body's words.
    """

    proposal_id: str
    outcome: Outcome
    body: str
    reason: str
    date: dt.date | None = None


class Level(StrEnum):
    """Whom a change touches."""

    INDIVIDUAL = "individual"
    STRUCTURE = "structure"
    PERSONNEL = "personnel"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalPlan:
    """What carrying out a proposal would take, as people have planned it.

    Every text may be empty; documents then say *Täsmentyy*.

    Attributes
    ----------
    change, means, metric, effort
        *Muutos*, *keinot*, *mittari* and *panos*.
    responsible
        *Vastuutaho*, in the nominative.
    schedule
        When, in words: ``"Q3/2026"``.
    destination
        Which document the proposal is taken to, such as ``"strategia"``.
    """

    proposal_id: str
    change: str = ""
    means: str = ""
    metric: str = ""
    effort: str = ""
    responsible: str = ""
    schedule: str = ""
    destination: str = ""
    level: Level | None = None


class Council(StrEnum):
    """The councils that the act on wellbeing services counties (611/2021, 32 §) requires."""

    YOUTH = "youth"
    ELDERLY = "elderly"
    DISABILITY = "disability"


class HearingWay(StrEnum):
    """How a body was heard."""

    SUBMISSION = "submission"
    DISCUSSION = "discussion"
    MATERIAL_ONLY = "material_only"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardBody:
    """A body in a comment round.

    Attributes
    ----------
    name
        In the nominative.
    way
        None while the body has not answered.
    council
        Which statutory council it is; None for any other body.
    """

    name: str
    date: dt.date | None = None
    way: HearingWay | None = None
    council: Council | None = None


class Answer(StrEnum):
    """How a proposed amendment was answered."""

    TAKEN = "taken"
    PARTLY = "partly"
    NOT_TAKEN = "not_taken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """A change that a body proposed to a document, word for word, and the answer to it.

    Attributes
    ----------
    block_id
        The block it is about; empty for the whole document.
    answer
        None while nobody has answered.
    changed
        Where the document was changed because of it, in words.
    """

    id: str
    body: str
    text: str
    block_id: str = ""
    answer: Answer | None = None
    reason: str = ""
    changed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """A comment round (*lausuntokierros*) on a document.

    Attributes
    ----------
    type
        The document type that was sent out.
    bodies
        In the order they were asked.
    amendments
        In the order they came.
    """

    type: str
    sent_on: dt.date | None = None
    deadline: dt.date | None = None
    bodies: tuple[HeardBody, ...] = ()
    amendments: tuple[Amendment, ...] = ()


class Role(StrEnum):
    """What a person may do with documents; each may also do what those before it may."""

    COMMENTER = "commenter"
    PREPARER = "preparer"
    APPROVER = "approver"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """A person's name under a frozen version of a document.

    Attributes
    ----------
    role
        In what role, as the person wrote it: ``"puheenjohtaja"``.
    sha256
        Digest of the document that was signed; see ``workflow.document_digest``.
    """

    name: str
    role: str
    at: dt.datetime
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proceedings:
    """Everything people recorded after the workshop that a document may tell."""

    decisions: tuple[ProposalDecision, ...] = ()
    plans: tuple[ProposalPlan, ...] = ()
    hearing: Hearing | None = None
