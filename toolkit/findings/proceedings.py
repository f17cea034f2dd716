"""Counting again what people recorded after the workshop: proposals, bodies heard, amendments.

::

    proposals()  proposals(decided=no)  proposals(planned=no)
    decisions()  decisions(outcome=adopted)
    bodies()  bodies(way=submission)  bodies(way=none)
    amendments()  amendments(answer=taken)  amendments(answer=none)  amendments(section=arvot)

A proposal is a note that reads as one, or a note or statement that a decision or a plan is about;
what is out of use is not counted. ``none`` is for what nobody has answered, and ``section`` is the
first part of the id of the block that an amendment is about, empty for the whole document.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeVar

from toolkit.domain import Answer, Findings, HearingWay, Note, NoteKind, Outcome
from toolkit.moods import looks_like_proposal

Filters = Mapping[str, str]
_Kind = TypeVar("_Kind", bound=StrEnum)


def proposes(note: Note, kinds: Mapping[str, NoteKind]) -> bool:
    """Whether a note is a proposal: by its kind, or else by how it reads."""
    if note.id in kinds:
        return kinds[note.id] is NoteKind.PROPOSAL
    return looks_like_proposal(note.text)


def _proposals(filters: Filters, findings: Findings) -> int:
    decided, planned = _decided(findings), _planned(findings)
    themed = {note_id for theme in findings.themes for note_id in theme.note_ids}
    found = {n.id for n in findings.notes if n.id in themed and proposes(n, findings.kinds)}
    found |= decided.keys() | planned
    if _is_no(filters, "decided"):
        found -= decided.keys()
    if _is_no(filters, "planned"):
        found -= planned
    return len(found)


def _decisions(filters: Filters, findings: Findings) -> int:
    wanted = _member(Outcome, filters.get("outcome", ""))
    return sum(1 for outcome in _decided(findings).values() if wanted in (None, outcome))


def _bodies(filters: Filters, findings: Findings) -> int:
    hearing = findings.proceedings.hearing
    bodies = hearing.bodies if hearing else ()
    if "way" not in filters:
        return len(bodies)
    wanted = _member(HearingWay, filters["way"])
    return sum(1 for body in bodies if body.way is wanted)


def _amendments(filters: Filters, findings: Findings) -> int:
    hearing = findings.proceedings.hearing
    found = hearing.amendments if hearing else ()
    if "answer" in filters:
        wanted = _member(Answer, filters["answer"])
        found = tuple(one for one in found if one.answer is wanted)
    if "section" in filters:
        place = filters["section"]
        found = tuple(one for one in found if one.block_id.partition("/")[0] == place)
    return len(found)


def _decided(findings: Findings) -> Mapping[str, Outcome]:
    # The last decision on a proposal holds.
    in_use = _in_use(findings)
    made = {one.proposal_id: one.outcome for one in findings.proceedings.decisions}
    return {key: outcome for key, outcome in made.items() if key in in_use}


def _planned(findings: Findings) -> set[str]:
    return {one.proposal_id for one in findings.proceedings.plans} & _in_use(findings)


def _in_use(findings: Findings) -> set[str]:
    voted = {item.id for item in findings.groups.statements} if findings.groups else set()
    return voted | {note.id for note in findings.notes}


def _member(kind: type[_Kind], name: str) -> _Kind | None:
    return None if name in ("", "none") else kind(name)


def _is_no(filters: Filters, key: str) -> bool:
    if filters.get(key, "no") != "no":
        raise KeyError(key)
    return key in filters


PROCEEDINGS: Mapping[str, tuple[frozenset[str], Callable[[Filters, Findings], int]]] = {
    "proposals": (frozenset({"decided", "planned"}), _proposals),
    "decisions": (frozenset({"outcome"}), _decisions),
    "bodies": (frozenset({"way"}), _bodies),
    "amendments": (frozenset({"answer", "section"}), _amendments),
}
"""What can be counted, by name: the limits it knows, and how."""
