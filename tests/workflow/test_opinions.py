"""Opinion groups of a workshop: what people said of the votes is kept, and not computed twice."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from toolkit import store, workflow
from toolkit.domain import EventKind, OpinionGroups, Workshop
from toolkit.errors import DoubtfulSign, NoSuchThing

POLIS = Path(__file__).parents[2] / "workshops" / "esimerkki" / "exports" / "polis"


def votes_kept(folder: Path, target: Path, *, share: float = 1.0, sign: int = 1) -> Path:
    """Copy an export without its groups; keep the first votes only, or turn them."""
    target.mkdir()
    shutil.copy(folder / "comments.csv", target / "comments.csv")
    shutil.copy(folder / "summary.csv", target / "summary.csv")
    with (folder / "votes.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    rows.sort(key=lambda row: int(row[0]))
    with (target / "votes.csv").open("w", encoding="utf-8", newline="") as file:
        kept = rows[: int(share * len(rows))]
        csv.writer(file).writerows([header, *([*row[:4], sign * int(row[4])] for row in kept)])
    return target


def members(groups: OpinionGroups) -> list[tuple[str, ...]]:
    return [group.participant_ids for group in groups.groups]


def mark(workshop: Workshop, number: int, *, is_meta: bool = True) -> None:
    labels = workflow.load_state(workshop).labels
    [statement_id] = [key for key, (ref, _lang) in labels.items() if ref == f"P1-v{number}"]
    payload = {"statement_id": statement_id, "is_meta": is_meta}
    workflow.decide(workshop, EventKind.STATEMENT_MARKED, payload, actor="Aino")


@pytest.fixture
def voted(workshop: Workshop) -> Workshop:
    workflow.import_exports(workshop, [POLIS], actor="Aino")
    workflow.update_opinions(workshop)
    return workshop


def test_what_was_asked_for_stays_until_something_else_is(voted: Workshop) -> None:
    assert workflow.update_opinions(voted).mode == "imported"

    three = workflow.update_opinions(voted, n_groups=3)
    seq = store.last_seq(voted)
    again = workflow.update_opinions(voted)

    assert (three.mode, len(three.groups)) == ("recomputed", 3)
    assert members(again) == members(three)
    assert store.last_seq(voted) == seq
    assert workflow.update_opinions(voted, imported=True).mode == "imported"


def test_a_background_statement_takes_no_part_until_it_is_taken_back(voted: Workshop) -> None:
    before = workflow.update_opinions(voted)
    mark(voted, 3)

    marked = workflow.update_opinions(voted)
    store.undo_last(voted, actor="Aino")
    back = workflow.update_opinions(voted)

    [result] = [r for r in marked.statements if r.is_meta]
    assert (result.ref, result.extremity) == ("P1-v3", 0)
    assert result.votes == before.statement(result.id).votes
    assert back == before


def test_a_mark_that_was_taken_away_is_no_mark(voted: Workshop) -> None:
    mark(voted, 3)
    mark(voted, 3, is_meta=False)

    assert not any(result.is_meta for result in workflow.update_opinions(voted).statements)


def test_only_statements_of_the_workshop_can_be_marked(voted: Workshop) -> None:
    payload = {"statement_id": "polis:999", "is_meta": True}

    with pytest.raises(NoSuchThing):
        workflow.decide(voted, EventKind.STATEMENT_MARKED, payload, actor="Aino")


def test_the_sign_a_person_gives_is_in_the_log_and_lasts(
    workshop: Workshop, tmp_path: Path
) -> None:
    turned = votes_kept(POLIS, tmp_path / "kaannetty", sign=-1)
    straight = votes_kept(POLIS, tmp_path / "suora")
    with pytest.raises(DoubtfulSign):
        workflow.import_exports(workshop, [turned], actor="Aino")
    assert workflow.load_state(workshop).sources == ()

    workflow.import_exports(workshop, [turned], actor="Aino", vote_sign="raw")
    shutil.rmtree(Path(workshop.folder) / ".cache")
    groups = workflow.update_opinions(workshop)

    [source] = workflow.load_state(workshop).sources
    assert source.vote_sign == "raw"
    [event] = [e for e in store.load_events(workshop) if e.kind is EventKind.SOURCE_IMPORTED]
    assert (event.actor, event.payload["source"]["vote_sign"]) == ("Aino", "raw")
    other = workflow.create_workshop(tmp_path / "toinen", title="Toinen", actor="Aino")
    workflow.import_exports(other, [straight], actor="Aino")
    assert members(workflow.update_opinions(other)) == members(groups)


def test_a_sign_given_wrong_can_be_given_again(workshop: Workshop, tmp_path: Path) -> None:
    export = votes_kept(POLIS, tmp_path / "vienti")
    workflow.import_exports(workshop, [export], actor="Aino", vote_sign="raw")
    wrong = workflow.update_opinions(workshop)
    workflow.import_exports(workshop, [export], actor="Aino", vote_sign="export")

    right = workflow.update_opinions(workshop)

    one, other = wrong.statements[0].votes, right.statements[0].votes
    assert (one.agree, one.disagree) == (other.disagree, other.agree)
    assert workflow.load_rounds(workshop) is None


def test_two_exports_of_one_conversation_are_two_rounds(workshop: Workshop, tmp_path: Path) -> None:
    early = votes_kept(POLIS, tmp_path / "kevat", share=0.6)
    workflow.import_exports(workshop, [early], actor="Aino")
    workflow.update_opinions(workshop)
    assert workflow.load_rounds(workshop) is None
    workflow.import_exports(workshop, [votes_kept(POLIS, tmp_path / "syksy")], actor="Aino")

    groups = workflow.update_opinions(workshop)

    found = workflow.load_rounds(workshop)
    assert found is not None
    rounds, later = found
    assert later.groups == groups.groups
    assert rounds.same_people
    assert rounds.n_both == rounds.n_before < rounds.n_after
    assert rounds.n_votes_before < rounds.n_votes_after
    assert sum(crossing.n for crossing in rounds.crossings) == rounds.n_both


def test_another_conversation_is_a_round_of_other_people(
    workshop: Workshop, tmp_path: Path
) -> None:
    early = votes_kept(POLIS, tmp_path / "kevat", share=0.6)
    summary = (early / "summary.csv").read_text(encoding="utf-8")
    lines = [line for line in summary.splitlines() if not line.startswith("url")]
    (early / "summary.csv").write_text("\n".join(lines), encoding="utf-8")
    workflow.import_exports(workshop, [early], actor="Aino")
    workflow.import_exports(workshop, [votes_kept(POLIS, tmp_path / "syksy")], actor="Aino")
    workflow.update_opinions(workshop)

    found = workflow.load_rounds(workshop)

    assert found is not None
    assert not found[0].same_people
    assert len(found[0].changes) == len(found[1].statements)
    assert found[0].crossings == ()


def test_the_number_the_tool_chose_comes_back_after_another(voted: Workshop) -> None:
    first = workflow.update_opinions(voted, recompute=True)
    workflow.update_opinions(voted, n_groups=3)

    assert workflow.update_opinions(voted, recompute=True) == first
