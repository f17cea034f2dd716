"""What a person reads when the command line itself is wrong, and what was chosen for good."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from toolkit import store, workflow
from toolkit.domain import EventKind, Theme, Workshop


@pytest.fixture
def noted(workshop: Workshop) -> Workshop:
    """Three notes in two themes, found with a setting of somebody's own."""
    path = Path(workshop.folder).parent / "lista.csv"
    path.write_text("Vastaus\nJonot ovat pitkiä\nAula on auki\nAula on auki\n", "utf-8")
    workflow.import_exports(workshop, [path], actor="Aino")
    propose(workshop, {"n_themes": None, "resolution": 50.0, "seed": None})
    return workshop


def propose(workshop: Workshop, settings: dict[str, float | None]) -> None:
    ids = [note.id for note in workflow.load_notes(workshop)]
    notes = workflow.fingerprint(sorted(ids))
    themes = [
        Theme(id="t-1", label="Jonot", note_ids=tuple(ids[:1])),
        Theme(id="t-2", label="Aula", note_ids=tuple(ids[1:])),
    ]
    payload = {
        "themes": [store.to_plain(theme) for theme in themes],
        "input": {"notes": notes, "settings": settings},
    }
    store.append_event(workshop, EventKind.THEMES_PROPOSED, payload, actor=store.MACHINE)


def test_settings_in_use_are_told_with_the_way_back(run: Run, noted: Workshop) -> None:
    told = run("themes", noted.folder)
    plain = run("themes", noted.folder, "--json").json
    propose(noted, {"n_themes": None, "resolution": 1.0, "seed": None})
    usual = run("themes", noted.folder)

    assert "--resolution 50" in told.out
    assert f"osallisuus themes {noted.folder} --default" in told.out
    assert plain["settings"] == {"n_themes": None, "resolution": 50.0, "seed": None}
    assert "--default" not in usual.out


@pytest.mark.models
def test_the_default_forgets_the_settings(run: Run, noted: Workshop) -> None:
    answer = run("themes", noted.folder, "--default", "--json")

    assert answer.code == 0, answer.err
    assert set(answer.json["settings"].values()) == {None}


def test_no_more_themes_than_different_notes(run: Run, noted: Workshop) -> None:
    before = store.last_seq(noted)

    answer = run("themes", noted.folder, "--n", "3")

    assert (answer.code, answer.err.count("\n")) == (2, 1)
    assert "2" in answer.err
    assert store.last_seq(noted) == before


def test_decisions_are_told_by_labels_and_names(run: Run, noted: Workshop) -> None:
    note = workflow.load_notes(noted)[1]

    def tell(kind: EventKind, **payload: object) -> str:
        workflow.decide(noted, kind, payload, actor="Aino")
        told = run("history", noted.folder, "--json").json["events"][-1]["summary"]
        undone = run("undo", noted.folder, "--json").json["undone"]["summary"]
        assert told == undone
        return str(told)

    moved = tell(EventKind.NOTE_MOVED, note_id=note.id, theme_id="t-1")
    settled = tell(EventKind.NOTE_MOVED, note_id=note.id, theme_id="t-2", settles="coding")
    together = tell(EventKind.NOTE_MOVED, note_ids=[note.id], theme_id="t-1")
    described = tell(EventKind.THEME_DESCRIBED, theme_id="t-2", description="Aukiolo")
    added = {"theme_id": "t-9", "label": "Ovet", "note_ids": [note.id]}
    workflow.decide(noted, EventKind.THEME_ADDED, added, actor="Aino")
    gone = tell(EventKind.THEME_LOCKED, theme_id="t-9", locked=True)
    run("undo", noted.folder)
    history = run("history", noted.folder).out

    assert moved == "Merkintä K1-002 siirretty teemaan: Jonot"
    assert settled == "Koodaajien erimielisyys ratkaistu: K1-002, teema: Aula"
    assert together == "Merkintöjä siirretty teemaan: Jonot, merkintöjä: 1"
    assert described.endswith("Aula")
    assert gone.endswith("Ovet")
    assert note.id not in history
    assert "t-9" not in history, "a theme that is gone has the last name it had"


@pytest.mark.parametrize("label", ["K1-001", "k1-001"])
def test_labels_may_be_written_in_small_letters(run: Run, noted: Workshop, label: str) -> None:
    answer = run("kind", noted.folder, label, "--as", "huoli", "--json")

    assert answer.code == 0, answer.err
    assert len(answer.json["decided"]) == 1


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["themes", "W", "--n", "x"], "--n: tähän tarvitaan kokonaisluku"),
        (["themes", "W", "--resolution", "x"], "--resolution: tähän tarvitaan luku"),
        (["themes", "W", "--n", "0"], "--n: arvon on oltava vähintään 1"),
        (["themes", "W", "--n"], "arvo puuttuu: --n"),
        (["themes", "W", "--koe"], "tällaista valitsinta ei ole: --koe"),
        (["teemat"], "tällaista komentoa ei ole: teemat"),
        (["themes"], "tämä puuttuu: W"),
        (["themes", "W", "X", "Y"], "liikaa sanoja: X Y"),
        (
            ["hearing", "heard", "W", "B", "--type", "koonti", "--way", "lausunto"],
            "--way: arvo ei voi olla ”lausunto”. Valitse jokin näistä: submission, discussion,",
        ),
        (
            ["hearing", "heard", "W", "B", "--type", "koonti", "--date", "31.2.2026"],
            "--date: ”31.2.2026” ei ole päivä. Kirjoita päivä näin: 24.11.2026",
        ),
    ],
)
def test_a_wrong_command_line_is_told_in_the_readers_language(
    run: Run, words: list[str], says: str
) -> None:
    answer = run(*words)

    assert answer.code == 2
    assert says in answer.err


def test_a_table_of_contents_is_chosen_and_kept(run: Run, walked_copy: Workshop) -> None:
    kind = ("--type", "palaute")
    chosen = run("draft", walked_copy.folder, *kind, "--preset", "selko", "--json")
    again = run("draft", walked_copy.folder, *kind, "--json")
    unknown = run("draft", walked_copy.folder, *kind, "--preset", "runo")

    assert chosen.code == again.code == 0, chosen.err
    assert chosen.json["draft"] == again.json["draft"]
    assert unknown.code != 0
    assert "yleiskieli, selko" in unknown.err
