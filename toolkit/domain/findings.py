"""A finding: one thing the material shows, with the ids it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from toolkit.domain.imports import Source
from toolkit.domain.kinds import NoteKind
from toolkit.domain.notes import Note
from toolkit.domain.proceedings import Proceedings
from toolkit.domain.surveys import Survey
from toolkit.domain.themes import Theme
from toolkit.domain.votes import OpinionGroups
from toolkit.domain.who_says import WhoSays


class FindingKind(StrEnum):
    """What a finding says."""

    THEME = "theme"
    UNITING = "uniting"
    DIVIDING = "dividing"
    REJECTED = "rejected"
    UNCERTAIN = "uncertain"
    PROPOSAL = "proposal"
    MINORITY = "minority"
    SHARED = "shared"
    CONTRAST = "contrast"
    LONE = "lone"
    REPRESENTATIVE = "representative"


_TALKED_OF = {
    FindingKind.UNITING: 2,
    FindingKind.DIVIDING: 3,
    FindingKind.REJECTED: 1,
    FindingKind.UNCERTAIN: 2,
}
"""How many statements of each kind the tool puts forward to talk about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing the material shows.

    Attributes
    ----------
    id
        ``"theme:<theme id>"``, ``"uniting:<statement id>"`` …: the kind and what it is about.
    subject
        The theme label or the statement's words.
    theme_id, statement_id
        What it is about; one of them is empty.
    groups
        The stakeholder groups or the opinion group it is about; see what collects it.
    note_ids
        The notes it rests on, most central first.
    numbers
        Query → value, such as ``"notes(theme=t-3fa2)" → 14``; see ``findings.answer_query``.
    """

    id: str
    kind: FindingKind
    subject: str
    theme_id: str = ""
    statement_id: str = ""
    groups: tuple[str, ...] = ()
    note_ids: tuple[str, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Everything a draft may rest on: the findings and the material they point to.

    Attributes
    ----------
    items
        Themes by size, then how stakeholder groups differ on them, then statements by what they
        show, strongest first.
    notes
        Every note that is in use, with its ``ref``.
    themes
        As people have left them; *Muut* last.
    groups
        None when nobody voted.
    set_aside
        Ids of the notes that people keep but do not use; not among ``notes``.
    sources
        The exports the material came in, in the order of import.
    kinds
        Note id → kind, as people chose or the machine suggested.
    who_says
        Who says each of the themes, in their order.
    quote_choices
        Note id → ``"pin"`` for a note that people want quoted, ``"ban"`` for one they do not.
    talk_choices
        Statement id → ``"take"`` for one that people take to the round table, ``"leave"`` for one
        they leave out.
    proceedings
        What people recorded after the workshop.
    surveys
        What was chosen in surveys.
    """

    items: tuple[Finding, ...]
    notes: tuple[Note, ...]
    themes: tuple[Theme, ...]
    groups: OpinionGroups | None = None
    set_aside: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    kinds: Mapping[str, NoteKind] = field(default_factory=dict)
    who_says: tuple[WhoSays, ...] = ()
    quote_choices: Mapping[str, str] = field(default_factory=dict)
    talk_choices: Mapping[str, str] = field(default_factory=dict)
    proceedings: Proceedings = field(default_factory=Proceedings)
    surveys: tuple[Survey, ...] = ()

    @property
    def talked_of(self) -> tuple[tuple[str, FindingKind | None], ...]:
        """Ids of the statements the round table is to talk of, each with what it shows.

        A few of each kind, as people have added and left out; None for one that people took
        although it shows nothing by itself.
        """
        kinds: dict[str, FindingKind] = {}
        put_forward: list[tuple[str, FindingKind | None]] = []
        for kind, most in _TALKED_OF.items():
            found = [item.statement_id for item in self.items if item.kind is kind]
            kinds |= {key: kind for key in found if key not in kinds}
            put_forward += [(key, kind) for key in found[:most]]
        known = [result.id for result in self.groups.statements] if self.groups else []
        first = {key for key, _kind in put_forward}
        added = [key for key in known if self.talk_choices.get(key) == "take" and key not in first]
        kept = [pair for pair in put_forward if self.talk_choices.get(pair[0]) != "leave"]
        return (*kept, *((key, kinds.get(key)) for key in added))
