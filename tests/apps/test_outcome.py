"""Follow-up: decisions on proposals, the sheet, the feedback and the results card."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.apps.material import TEXTS, do, make_groups, propose_groups
from toolkit import drafting, store, workflow
from toolkit.apps.session import Session
from toolkit.domain import Counts, EventKind, NoteKind, OpinionGroup, Outcome, Workshop
from toolkit.store import JobState

Open = Callable[..., Session]
MADE = {"outcome": "adopted", "body": "Nuorisolautakunta", "reason": "Rahat riittävät."}


@pytest.fixture
def evening(evening: Workshop) -> Workshop:
    """The evening with two proposals."""
    for note in workflow.load_notes(evening):
        if note.text in TEXTS[2:4]:
            kind = {"note_id": note.id, "kind": NoteKind.PROPOSAL}
            workflow.decide(evening, EventKind.KIND_DECIDED, kind, actor="Aino")
    return evening


@pytest.fixture
def united(evening: Workshop) -> Workshop:
    """The same with a statement on which twenty people of each of two groups agree."""
    all_agree = Counts(agree=20, disagree=0, passes=0)
    small = make_groups()
    statement = replace(
        small.statements[0],
        votes=Counts(agree=40, disagree=0, passes=0),
        by_group={"A": all_agree, "B": all_agree},
    )
    groups = tuple(
        OpinionGroup(id=key, participant_ids=tuple(f"{key}{n}" for n in range(20))) for key in "AB"
    )
    result = replace(
        small, n_participants=40, groups=groups, statements=(statement, *small.statements[1:])
    )
    propose_groups(evening, result)
    return evening


def looked_at(session: Session) -> dict[str, Any]:
    shown: dict[str, Any] = do(session, "go", query="")["view"]
    return shown


def by_text(session: Session) -> dict[str, dict[str, Any]]:
    groups = looked_at(session)["groups"]
    return {one["text"]: one for group in groups for one in group["proposals"]}


def decide(session: Session, *texts: str, **changes: Any) -> dict[str, Any]:
    args = {"seq": session.state and looked_at(session)["seq"], **MADE, **changes}
    ids = [by_text(session)[text]["id"] for text in texts]
    return do(session, "decide_proposals", proposal_ids=ids, **args)


def test_proposals_stand_under_their_themes(united: Workshop, open_screen: Open) -> None:
    shown = looked_at(open_screen("seuranta", united))

    labels = {group["label"]: [p["text"] for p in group["proposals"]] for group in shown["groups"]}
    assert labels["Nuorisotalo"] == [TEXTS[2], TEXTS[3]]
    assert "Bussien pitää kulkea myöhempään." in labels["Mielipideryhmiä yhdistävät väitteet"]


def test_a_statement_counts_once_something_is_decided_of_it(
    united: Workshop, open_screen: Open
) -> None:
    session = open_screen("seuranta", united)
    before = looked_at(session)

    decide(session, "Bussien pitää kulkea myöhempään.")
    after = looked_at(session)

    assert (after["n"], after["n_decided"]) == (before["n"] + 1, 1)
    assert after["n_listed"] == before["n_listed"] > before["n"]


def test_one_decision_on_several_proposals_and_what_it_was_before(
    evening: Workshop, open_screen: Open
) -> None:
    session = open_screen("seuranta", evening)

    both = decide(session, TEXTS[2], TEXTS[3], date="2026-12-08")
    decide(session, TEXTS[2], outcome="not_advancing", reason="Rahaa ei ole.")
    found = by_text(session)

    assert both["notice"].startswith("2 päätöstä kirjattu.")
    assert found[TEXTS[3]]["decision"]["day"] == "8.12.2026"
    assert found[TEXTS[2]]["decision"]["outcome"] == "not_advancing"
    (before,) = found[TEXTS[2]]["before"]
    assert before.startswith("toteutuu · Nuorisolautakunta · 8.12.2026 · Rahat riittävät. (Maija, ")
    assert found[TEXTS[2]]["decided_by"].startswith("Maija, ")


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({"outcome": ""}, id="no outcome"),
        pytest.param({"body": " "}, id="no body"),
        pytest.param({"reason": ""}, id="no reason"),
        pytest.param({"date": "8.12.2026"}, id="no date"),
    ],
)
def test_what_is_not_filled_in_is_refused(
    wrong: dict[str, str], evening: Workshop, open_screen: Open
) -> None:
    session = open_screen("seuranta", evening)

    answer = decide(session, TEXTS[2], **wrong)

    assert answer["refused"]
    assert looked_at(session)["n_decided"] == 0


def test_when_two_decide_on_the_same_nothing_of_the_second_is_recorded(
    evening: Workshop, open_screen: Open
) -> None:
    mine, other = open_screen("seuranta", evening), open_screen("seuranta", evening)
    seen = looked_at(mine)["seq"]
    decide(other, TEXTS[3])

    clash = decide(mine, TEXTS[2], TEXTS[3], seq=seen, outcome="not_advancing")
    beside = decide(mine, TEXTS[2], seq=seen)

    assert clash["conflict"]
    assert not beside.get("refused")
    decisions = workflow.load_state(evening).proceedings.decisions
    assert [one.outcome for one in decisions] == [Outcome.ADOPTED, Outcome.ADOPTED]


def test_a_plan_is_recorded_beside_the_decision(evening: Workshop, open_screen: Open) -> None:
    session = open_screen("seuranta", evening)
    seen = looked_at(session)["seq"]
    decide(session, TEXTS[2])

    key = by_text(session)[TEXTS[2]]["id"]
    texts = {"responsible": "Nuorisopalvelut", "schedule": "2027", "unknown": "x"}
    do(session, "plan_proposal", proposal_id=key, level="structure", texts=texts, seq=seen)

    lines = by_text(session)[TEXTS[2]]["plan_lines"]
    assert [line[1] for line in lines] == ["rakenne tai organisaatio", "Nuorisopalvelut", "2027"]


def send_sheet(session: Session, sheet: Path) -> dict[str, Any]:
    data = sheet.read_bytes()
    about = {"key": "k", "name": sheet.name, "size": len(data), "number": 0}
    session.answer({"op": "piece", "id": 3, "args": about}, [data])
    return do(session, "compare_sheet", key="k")


def fill_in(path: Path, *rows: tuple[str, str, str, str]) -> Path:
    head = "Tunnus;Ratkaisu;Ratkaisija;Perustelu"
    path.write_text("\n".join([head, *(";".join(row) for row in rows)]), encoding="utf-8-sig")
    return path


def test_a_sheet_shows_what_it_would_change_before_it_does(
    evening: Workshop, open_screen: Open, tmp_path: Path
) -> None:
    session = open_screen("seuranta", evening)
    decide(session, TEXTS[2])
    refs = {text: one["ref"] for text, one in by_text(session).items()}
    sheet = fill_in(
        tmp_path / "ehdotukset.csv",
        (refs[TEXTS[2]], "ei etene", "Hallitus", "Ei."),
        (refs[TEXTS[3]], "toteutuu", "Hallitus", "Kyllä."),
    )

    shown = send_sheet(session, sheet)["view"]["sheet"]
    n_before = looked_at(session)["n_decided"]
    recorded = do(session, "record_sheet")

    assert [one["before"][:8] for one in shown["decisions"]] == ["toteutuu", ""]
    assert n_before == 1
    assert looked_at(session)["n_decided"] == 2
    assert recorded["view"]["sheet"] is None
    assert "jo kirjattu" in send_sheet(session, sheet)["notice"]


def test_a_sheet_is_shown_again_when_somebody_recorded_meanwhile(
    evening: Workshop, open_screen: Open, tmp_path: Path
) -> None:
    session, other = open_screen("seuranta", evening), open_screen("seuranta", evening)
    ref = by_text(session)[TEXTS[2]]["ref"]
    row = (ref, "toteutuu", "Nuorisolautakunta", "Rahat riittävät.")
    send_sheet(session, fill_in(tmp_path / "ehdotukset.csv", row))
    decide(other, TEXTS[2])

    assert do(session, "record_sheet")["conflict"]


def test_a_file_that_is_no_sheet_is_a_sentence(
    evening: Workshop, open_screen: Open, tmp_path: Path
) -> None:
    sheet = tmp_path / "muu.csv"
    sheet.write_text("a;b\n1;2\n")

    answer = send_sheet(open_screen("seuranta", evening), sheet)

    assert "muu.csv" in answer["notice"]
    assert answer["view"]["sheet"] is None


def test_the_sheet_that_is_handed_out_can_be_brought_back(
    evening: Workshop, open_screen: Open, tmp_path: Path
) -> None:
    session = open_screen("seuranta", evening)
    decide(session, TEXTS[2])

    answer, files = session.answer({"op": "write_sheet", "id": 4, "args": {}})
    sheet = tmp_path / answer["file"]
    sheet.write_bytes(files[0])

    assert "jo kirjattu" in send_sheet(session, sheet)["notice"]


def feedback(session: Session) -> dict[str, Any]:
    shown: dict[str, Any] = do(session, "go", query="?osa=palaute")["view"]["feedback"]
    return shown


def test_the_feedback_says_how_far_it_is(evening: Workshop, open_screen: Open) -> None:
    session = open_screen("seuranta", evening)
    decide(session, TEXTS[2])
    job = do(session, "compose_feedback", preset="selko")["frame"]["jobs"][0]
    payload = store.load_job(evening, job["id"]).payload
    before = feedback(session)
    plan = workflow.find_outline("palaute", preset="selko")
    findings = workflow.load_findings(evening)
    draft = drafting.compose_draft(findings, outline=plan, workshop=evening)
    made = {"type": "palaute", "draft": store.to_plain(draft)}
    store.append_event(evening, EventKind.DRAFT_COMPOSED, made, actor=store.MACHINE)
    store.finish(store.database_url(evening), job["id"], state=JobState.DONE)
    composed = feedback(session)
    decide(session, TEXTS[3])

    assert payload == {"type": "palaute", "language": "fi", "preset": "selko"}
    assert (before["composed"], before["n_decided"]) == ("", 1)
    assert (composed["preset"], composed["outdated"]) == ("selko", False)
    assert composed["draft_href"].endswith("asiakirja=palaute&asiakieli=fi")
    assert feedback(session)["outdated"]


def test_the_card_is_a_picture_with_its_words_and_a_page(
    evening: Workshop, open_screen: Open
) -> None:
    session = open_screen("seuranta", evening, query="&osa=palaute&asiakieli=sv")

    shown = json.loads(do(session, "show_card")["extra"])
    answer, files = session.answer({"op": "write_card", "id": 5, "args": {"format": "html"}})

    assert shown["src"].startswith("data:image/png;base64,")
    assert "6 anteckningar" in shown["alt"]
    assert answer["file"] == "2026-10-07-ilta-resultatkort.html"
    assert '<html lang="sv-FI">' in files[0].decode()
    assert do(session, "write_card", format="exe")["refused"]


def test_the_numbers_carry_their_units(voted: Workshop, open_screen: Open) -> None:
    session = open_screen("seuranta", voted, query="&osa=luvut")
    shown = {one["key"]: one["shown"] for one in do(session, "nothing")["view"]["measures"]}

    _answer, files = session.answer({"op": "write_numbers", "id": 6, "args": {}})
    rows = list(csv.reader(io.StringIO(files[0].decode("utf-8-sig")), delimiter=";"))

    assert (shown["notes"], shown["votes"], shown["voters"]) == (
        "6 merkintää",
        "45 ääntä",
        "15 ihmistä",
    )
    assert shown["participants"] == shown["days_to_first"] == "ei tiedossa"
    assert rows[0] == ["Mittari", "Arvo", "Sanoin", "Mitä luku ei kerro"]
    assert len(rows) == len(shown) + 1
    assert all(len(row) == 4 and row[3] for row in rows)
