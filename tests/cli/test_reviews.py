"""A draft composed again: people's words stay, versions can be told apart, languages too."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from toolkit import store, workflow
from toolkit.domain import (
    Block,
    CiteRun,
    EventKind,
    NumberRun,
    Workshop,
)
from toolkit.errors import NoSuchThing, TooEarly
from toolkit.paragraphs import block_text

pytestmark = pytest.mark.models
KIND = "julkilausuma"


def compose(workshop: Workshop, *, language: str | None = None) -> tuple[Block, ...]:
    return workflow.update_draft(workshop, type=KIND, language=language)[0].blocks


def edit(workshop: Workshop, block: Block, text: str) -> None:
    payload = {"type": KIND, "block_id": block.id, "text": text}
    workflow.decide(workshop, EventKind.PARAGRAPH_EDITED, payload, actor="Aino")


def decide(workshop: Workshop, block_id: str, decision: str) -> None:
    payload = {"type": KIND, "block_id": block_id, "decision": decision}
    workflow.decide(workshop, EventKind.PARAGRAPH_DECIDED, payload, actor="Aino")


def counted(blocks: tuple[Block, ...]) -> Block:
    """Return the paragraph that counts every note, so that setting one aside changes it."""
    return next(
        block
        for block in blocks
        for run in block.runs
        if isinstance(run, NumberRun) and run.query == "notes()"
    )


def words(workshop: Workshop, block: Block) -> str:
    refs = {note.id: note.ref for note in workflow.load_notes(workshop)}
    return block_text(block, refs=refs)


def set_a_note_aside(workshop: Workshop) -> None:
    blocks = workflow.load_draft(workshop, type=KIND).blocks
    cited = {i for b in blocks for run in b.runs if isinstance(run, CiteRun) for i in run.note_ids}
    note_id = next(n.id for n in workflow.load_notes(workshop) if n.id not in cited)
    payload = {"note_id": note_id, "reason": "Kuuluu muualle"}
    workflow.decide(workshop, EventKind.NOTE_SET_ASIDE, payload, actor="Aino")


def test_an_edited_paragraph_gets_the_new_number_and_is_confirmed_with_the_rest(
    walked_copy: Workshop, run: Run
) -> None:
    block = counted(compose(walked_copy))
    mine = words(walked_copy, block) + " Näin me sen luemme."
    edit(walked_copy, block, mine)
    workflow.accept_waiting(walked_copy, type=KIND, actor="Aino")
    set_a_note_aside(walked_copy)
    new = counted(compose(walked_copy))

    expected = words(walked_copy, new) + " Näin me sen luemme."
    status = run("review", "status", walked_copy.folder, "--type", KIND, "--json").json
    changed = {item["block"]: item for item in status["changed"]}
    assert f"{KIND}: {block.id}" in status["waiting"]
    assert (changed[block.id]["before"], changed[block.id]["after"]) == (mine, expected)
    told = run("review", "status", walked_copy.folder, "--type", KIND).out
    assert "– " + " ".join(mine.split()) in " ".join(told.split())
    path = workflow.publish_document(
        walked_copy, type=KIND, format="docx", working_copy=True, actor="Aino"
    )
    assert path.name.startswith(f"{KIND}-luonnos")

    workflow.accept_waiting(walked_copy, type=KIND, actor="Aino")

    document = workflow.load_document(walked_copy, type=KIND)
    (kept,) = [one for one in document.blocks if one.id == block.id]
    assert words(walked_copy, kept) == expected
    assert [run.value for run in kept.runs if isinstance(run, NumberRun)] == [
        run.value for run in new.runs if isinstance(run, NumberRun)
    ]


def test_one_click_accepts_what_was_merged_and_a_lock_stops_offers(walked_copy: Workshop) -> None:
    block = counted(compose(walked_copy))
    mine = words(walked_copy, block) + " Näin me sen luemme."
    edit(walked_copy, block, mine)
    lock = {"type": KIND, "block_id": block.id, "locked": True}
    other = next(b.id for b in compose(walked_copy) if b.needs_decision and b.id != block.id)
    with pytest.raises(TooEarly):
        workflow.decide(
            walked_copy, EventKind.PARAGRAPH_LOCKED, {**lock, "block_id": other}, actor="Aino"
        )
    workflow.decide(walked_copy, EventKind.PARAGRAPH_LOCKED, lock, actor="Aino")
    set_a_note_aside(walked_copy)
    new = counted(compose(walked_copy))

    merged = workflow.merge_draft(workflow.load_state(walked_copy), type=KIND)
    assert merged.offers == ()
    assert merged.by_block[block.id].review.text == mine
    unlock = {**lock, "locked": False}
    workflow.decide(walked_copy, EventKind.PARAGRAPH_LOCKED, unlock, actor="Aino")
    decide(walked_copy, block.id, "accept")
    merged = workflow.merge_draft(workflow.load_state(walked_copy), type=KIND)
    assert merged.by_block[block.id].holds
    assert merged.by_block[block.id].review.text == words(walked_copy, new) + (
        " Näin me sen luemme."
    )


def test_each_language_keeps_its_decisions_and_its_file(walked_copy: Workshop) -> None:
    compose(walked_copy)
    workflow.accept_waiting(walked_copy, type=KIND, actor="Aino")
    compose(walked_copy, language="sv")
    assert workflow.accept_waiting(walked_copy, type=KIND, actor="Eva") > 0
    swedish = workflow.publish_document(walked_copy, type=KIND, format="html", actor="Eva")

    compose(walked_copy)

    assert swedish.name == f"{KIND}-sv.html"
    assert workflow.load_document(walked_copy, type=KIND).accepted_by == ("Aino",)
    kept = workflow.load_document(walked_copy, type=KIND, language="sv")
    assert (kept.language, kept.accepted_by) == ("sv", ("Eva",))
    path = workflow.publish_document(walked_copy, type=KIND, format="html", actor="Aino")
    assert path.name == f"{KIND}.html"
    with pytest.raises(TooEarly):
        workflow.load_document(walked_copy, type=KIND, language="en")


def test_versions_are_listed_compared_and_never_written_over_once_sent(
    walked_copy: Workshop, run: Run
) -> None:
    block = counted(compose(walked_copy))
    publish = ("publish", walked_copy.folder, "--type", KIND, "--to", "html", "--working-copy")
    opened = {"hearing": {"type": KIND}}
    store.append_event(walked_copy, EventKind.HEARING_OPENED, opened, actor="Aino")
    sent = Path(run(*publish, "--json").json["file"])
    before = sent.read_bytes()
    set_a_note_aside(walked_copy)
    compose(walked_copy)

    later = Path(run(*publish, "--json").json["file"])

    assert Path(run(*publish, "--json").json["file"]) == later  # the same words, the same file
    assert sent != later
    assert sent.read_bytes() == before != later.read_bytes()
    listed = run("review", "versions", walked_copy.folder, "--type", KIND, "--json").json
    numbers = [(item["version"], item["sent"]) for item in listed["versions"]]
    assert numbers[-2:] == [(len(numbers) - 1, True), (len(numbers), False)]
    assert "versio" in run("review", "versions", walked_copy.folder, "--type", KIND).out.casefold()
    compare = ("review", "compare", walked_copy.folder, "--type", KIND, "--from", numbers[-2][0])
    changes = {item["block"]: item for item in run(*compare, "--json").json["changes"]}
    assert changes[block.id]["before"] != changes[block.id]["after"]
    assert "Muutettu" in run(*compare).out
    assert run(*compare, "--to", 99).code == 2
    with pytest.raises(NoSuchThing):
        workflow.compare_versions(walked_copy, type=KIND, first=0)


def test_rejecting_a_claim_takes_its_grounds_along_and_keeping_them_is_remarked(
    walked_copy: Workshop, run: Run
) -> None:
    blocks = compose(walked_copy)
    claim = next(block.id for block in blocks if block.id.endswith("/esitys"))
    grounds = claim.replace("esitykset/", "miksi/").replace("/esitys", "/perustelu")
    workflow.accept_waiting(walked_copy, type=KIND, actor="Aino")
    decide(walked_copy, claim, "reject")

    document = workflow.load_document(walked_copy, type=KIND)
    assert {claim, grounds}.isdisjoint(block.id for block in document.blocks)
    status = run("review", "status", walked_copy.folder, "--type", KIND, "--json").json
    assert status["fallen"] == [{"type": KIND, "block": grounds, "claim": claim}]
    assert "Perustelu hylätylle ehdotukselle" in run("review", "status", walked_copy.folder).out

    decide(walked_copy, grounds, "accept")

    gates = workflow.verify_present(walked_copy, type=KIND)
    assert [(gate.gate, gate.level) for gate in gates if gate.block_id == grounds] == [
        ("G10", "warning")
    ]
    kept = workflow.load_document(walked_copy, type=KIND)
    assert grounds in {block.id for block in kept.blocks}
