"""An invented evening with young people, small enough to see at a glance."""

from __future__ import annotations

from typing import Any

from toolkit import drafting, store, workflow
from toolkit.apps.session import Session
from toolkit.domain import (
    Block,
    BlockKind,
    Check,
    CiteRun,
    Counts,
    Draft,
    EventKind,
    OpinionGroup,
    OpinionGroups,
    SourceNote,
    StatementResult,
    TextRun,
    Workshop,
)

EVIL = "<img src=x onerror=\"document.title='murrettu'\"> <script>alert(1)</script> bussit"
TEXTS = (
    "Bussit loppuvat iltaisin liian aikaisin.",
    "Illalla ei pääse kotiin ilman kyytiä.",
    "Nuorisotalo saisi olla auki viikonloppuisin.",
    "Nuorisotalolle lisää tekemistä.",
    EVIL,
    "Koirapuisto olisi kiva.",
)
THEMES = (
    ("t-bussit", "Bussit, ilta", (TEXTS[0], TEXTS[1], TEXTS[4])),
    ("t-talo", "Nuorisotalo", (TEXTS[2], TEXTS[3])),
    ("muut", "Muut", (TEXTS[5],)),
)


def quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


PADLET = "Author,Section,Subject,Body,Attachment,Created At,Updated At\n" + "".join(
    f"Anonymous,Mitä pitää muuttaa?,,{quoted(text.replace('<', '&lt;'))},,"
    f"2026-10-07T15:0{minute}:00Z,2026-10-07T15:0{minute}:00Z\n"
    for minute, text in enumerate(TEXTS)
)
"""The export escapes markup, as a Padlet board does, so the notes hold it as text."""


def do(session: Session, op: str, *, by: str = "Maija", **args: Any) -> dict[str, Any]:
    """Ask for an action as the page does."""
    answer, _files = session.answer({"op": op, "id": 7, "name": by, "args": args})
    return answer


def propose_themes(workshop: Workshop) -> None:
    """Add two themes and *Muut*."""
    by_text = {note.text: note.id for note in workflow.load_notes(workshop)}
    themes = [
        {
            "id": key,
            "label": label,
            "note_ids": sorted(by_text[text] for text in texts),
            "central_ids": [by_text[texts[0]]] if key != "muut" else [],
        }
        for key, label, texts in THEMES
    ]
    payload = {"themes": themes, "input": {}}
    store.append_event(workshop, EventKind.THEMES_PROPOSED, payload, actor=store.MACHINE)


def make_groups() -> OpinionGroups:
    """Make results of votes: A and B have six people, C has three."""
    people = {"A": range(6), "B": range(6, 12), "C": range(12, 15)}
    ids = {group: tuple(f"o{n}" for n in numbers) for group, numbers in people.items()}
    return OpinionGroups(
        mode="recomputed",
        n_participants=15,
        n_votes=45,
        groups=tuple(OpinionGroup(id=group, participant_ids=who) for group, who in ids.items()),
        statements=(
            make_statement("s1", "Bussien pitää kulkea myöhempään.", {"A": 6, "B": 5, "C": 3}),
            make_statement("s2", "Koirapuisto on tarpeen.", {"A": 6, "B": 0, "C": 1}, 3.0),
            make_statement("s3", EVIL, {"A": 3, "B": 3, "C": 1}, 2.0),
        ),
        positions={f"o{n}": (float(n), float(n % 3)) for n in range(15)},
        explained_variance=0.4,
        representative={"A": (("s2", "agree"),), "B": (("s2", "disagree"),)},
    )


def propose_groups(
    workshop: Workshop, result: OpinionGroups | None = None, checks: tuple[Check, ...] = ()
) -> None:
    """Add the results of votes, and note in the log that the export they are from has come."""
    if "polis" not in {source.id for source in workflow.load_state(workshop).sources}:
        _pretend_votes(workshop, checks)
    payload = {"result": store.to_plain(result or make_groups()), "source_id": "polis"}
    store.append_event(workshop, EventKind.OPINION_GROUPS_PROPOSED, payload, actor=store.MACHINE)


def make_statement(
    key: str, text: str, agree: dict[str, int], extremity: float = 1.0
) -> StatementResult:
    """Make the result of a statement on which everybody voted, and nobody passed."""
    sizes = {"A": 6, "B": 6, "C": 3}
    by_group = {
        group: Counts(agree=agree[group], disagree=sizes[group] - agree[group], passes=0)
        for group in agree
    }
    total = sum(agree.values())
    n = sum(sizes[group] for group in agree)
    return StatementResult(
        id=key,
        text=text,
        ref=f"P1-{key}",
        votes=Counts(agree=total, disagree=n - total, passes=0),
        by_group=by_group,
        group_aware_consensus=0.5,
        group_aware_consensus_geometric=0.7,
        extremity=extremity,
    )


def _pretend_votes(workshop: Workshop, checks: tuple[Check, ...]) -> None:
    """Note in the log that a Polis export has come, without its files."""
    event = store.load_events(workshop)[1]
    receipt = dict(event.payload["receipt"], name="polis", format="polis", rows=3, notes=0)
    receipt["checks"] = [store.to_plain(check) for check in checks]
    payload = {
        "source": dict(event.payload["source"], id="polis", name="polis"),
        "receipt": {**receipt, "statements": 3, "votes": 45, "skipped": [], "masked": 0},
        "labels": {key: (f"P1-{key}", "fi") for key in ("s1", "s2", "s3")},
    }
    store.append_event(workshop, EventKind.SOURCE_IMPORTED, payload, actor="Aino")


def propose_draft(workshop: Workshop, *, first: str = "Merkinnöissä toivotaan busseja.") -> None:
    """Add a draft of a heading, two paragraphs, an item and a table."""
    notes = workflow.load_notes(workshop)[:2]
    cite = CiteRun(note_ids=tuple(note.id for note in notes))
    draft = Draft(
        type="tyopajan-yhteenveto",
        language="fi",
        title="Työpajan yhteenveto",
        meta={"Aika": "7.10.2026"},
        blocks=(
            Block(id="a/0", kind=BlockKind.HEADING, level=1, runs=(TextRun(text="Tulokset"),)),
            Block(
                id="a/1",
                kind=BlockKind.PARAGRAPH,
                runs=(TextRun(text=f"{first} "), cite),
                is_finding=True,
            ),
            Block(id="a/2", kind=BlockKind.PARAGRAPH, runs=(TextRun(text="Kiitos kaikille."),)),
            Block(id="a/3", kind=BlockKind.ITEM, runs=(TextRun(text="Aika: 7.10.2026"),)),
        ),
        sources=tuple(
            SourceNote(note_id=note.id, ref=note.ref, text=note.text, where="Padlet, rivi 2")
            for note in notes
        ),
    )
    payload = {"type": draft.type, "draft": store.to_plain(draft)}
    store.append_event(workshop, EventKind.DRAFT_COMPOSED, payload, actor=store.MACHINE)


def compose_draft(workshop: Workshop) -> None:
    """Add the draft that the present themes lead to."""
    propose_themes(workshop)
    findings = workflow.load_findings(workshop)
    draft = drafting.compose_draft(findings, outline="tyopajan-yhteenveto", workshop=workshop)
    payload = {"type": draft.type, "draft": store.to_plain(draft)}
    store.append_event(workshop, EventKind.DRAFT_COMPOSED, payload, actor=store.MACHINE)
