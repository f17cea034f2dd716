"""Surveys on the command line: what is counted, and what a person has to say first."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run
from tests.importers.surveys import FORMS_FI
from toolkit import store
from toolkit.domain import Workshop


def test_choices_are_told_apart_from_notes(run: Run, workshop: Workshop, tmp_path: Path) -> None:
    (tmp_path / "kysely.xlsx").write_bytes(FORMS_FI)

    came = run("import", workshop.folder, tmp_path / "kysely.xlsx", "--as", "survey-forms")
    told = run("choices", workshop.folder)
    plain = run("choices", workshop.folder, "--json").json

    assert "vastaajia 6, valintoja 18" in came.out
    assert "Kysymykseen vastanneita: 5" in told.out
    (survey,) = plain["surveys"]
    assert (survey["label"], survey["respondents"], survey["selections"]) == ("S1", 6, 18)
    assert survey["questions"][1]["options"][0] == {"text": "Kyselyt", "selections": 4}
    assert survey["questions"][0]["is_background"]


def test_doubt_stops_the_import_until_somebody_takes_the_suggestion(
    run: Run, workshop: Workshop, tmp_path: Path
) -> None:
    path = tmp_path / "kysely.csv"
    path.write_text("Aikaleima,Tapa\n1.1.2026,Chat\n2.1.2026,Puhelin\n", encoding="utf-8")

    stopped = run("import", workshop.folder, path)
    before = store.last_seq(workshop)
    taken = run("import", workshop.folder, path, "--as", "survey-google")

    assert stopped.code == 2
    assert "--as survey-google" in stopped.err
    assert taken.code == 0
    assert store.last_seq(workshop) == before + 1


def test_a_workshop_without_surveys_says_so(run: Run, workshop: Workshop) -> None:
    answer = run("choices", workshop.folder)

    assert answer.code == 0
    assert "Tuo ensin sellainen" in answer.out
