"""Reading from the command line: search, one theme, repeated notes, coding blind."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.material import make_groups
from toolkit import store, workflow
from toolkit.domain import EventKind, Theme, Workshop

ROOT = Path(__file__).parents[2]
POSTS = (
    ("Bussi ei kulje iltaisin.", "Nuoret"),
    ("bussi ei kulje iltaisin", "Nuoret"),
    ("Bussi kulkee iltaisin.", "Nuoret"),
    ("Linja-auto on kallis [/b].", "Nuoret"),
    ("Koulukiusaaminen pitää lopettaa.", "Nuoret"),
    ("Kouluissa on melua.", "Rehtori"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workshop of six notes in two themes, with votes on one of them."""
    workshop = workflow.create_workshop(tmp_path / "ilta", title="Ilta", actor="Aino")
    table = tmp_path / "vastaukset.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["Vastaus", "Ryhmä"])
        writer.writerows(POSTS)
    workflow.import_exports(workshop, [table], actor="Aino")
    _propose(workshop)
    return Path(workshop.folder)


def _propose(workshop: Workshop) -> None:
    ids = {note.text: note.id for note in workflow.load_notes(workshop)}
    rides = [ids[text] for text, _group in POSTS[:4]]
    themes = (
        Theme(
            id="t-1",
            label="Kyydit",
            note_ids=tuple(sorted(rides)),
            central_ids=(rides[3],),
            statement_ids=("polis:k-3", "polis:k-8"),
            subtitle="iltojen kyydit",
        ),
        Theme(id="t-2", label="Koulu", note_ids=tuple(sorted(ids[t] for t, _g in POSTS[4:]))),
    )
    payload = {"themes": [store.to_plain(theme) for theme in themes], "input": {}}
    store.append_event(workshop, EventKind.THEMES_PROPOSED, payload, actor=store.MACHINE)
    voted = {"result": store.to_plain(make_groups()), "source_id": "s", "input": {}}
    store.append_event(workshop, EventKind.OPINION_GROUPS_PROPOSED, voted, actor=store.MACHINE)


def documented(command: str) -> set[str]:
    """Return the keys that the README gives a command, before what they hold is told."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    row = next(line for line in readme.splitlines() if line.startswith(f"| `{command}"))
    return set(re.findall(r"`([a-z_0-9]+)`", re.split(r"(?<!\\)\|", row)[2].split(": ")[0]))


def test_a_search_finds_every_form(run: Run, tmp_path: Path) -> None:
    board = tmp_path / "v.csv"
    board.write_text("Vastaus\n" + "\n".join(text for text, _g in POSTS), encoding="utf-8")
    run("new", tmp_path / "ilta", "--title", "Ilta")
    run("import", tmp_path / "ilta", board)

    answer = run("search", tmp_path / "ilta", "koulu", "--json").json

    assert answer.keys() == documented("search W")
    assert [(hit["text"], hit["by"], hit["words"]) for hit in answer["hits"]] == [
        ("Kouluissa on melua.", "word", ["Kouluissa"]),
        ("Koulukiusaaminen pitää lopettaa.", "word", ["Koulukiusaaminen"]),
    ]
    assert answer["by_meaning"] is False
    assert "[/b]" in run("search", tmp_path / "ilta", "kallis").out
    assert "Mitään ei löytynyt" in run("search", tmp_path / "ilta", "xyz").out


def test_repeated_notes_are_counted_not_dropped(run: Run, folder: Path) -> None:
    notes = run("notes", folder, "--json").json["notes"]
    first, again = notes[0], notes[1]
    present = workflow.load_present(store.open_workshop(folder))

    assert len(notes) == 6
    assert [note["duplicate_of"] for note in notes] == ["", first["id"], "", "", "", ""]
    assert again["text"] == "bussi ei kulje iltaisin"
    assert workflow.repeats_of(present) == {again["id"]: first["id"]}


def test_one_theme_in_full(run: Run, folder: Path) -> None:
    answer = run("theme", folder, "kyydit", "--json").json

    assert answer.keys() == documented("theme W")
    assert answer["notes"][0]["text"] == "Linja-auto on kallis [/b]."
    assert (len(answer["notes"]), answer["n_near_duplicates"]) == (4, 1)
    assert answer["who_says"]["rows"] == [
        {"group": "", "kind": "small", "counts": [4], "n": 4, "n_all": 6},
    ]
    (statement,) = answer["statements"]
    assert (statement["ref"], statement["by_group"].keys()) == ("P1-v3", {"A", "B"})

    shown = run("theme", folder, "t-1").out
    for words in (
        "iltojen kyydit",
        "4 merkintää, joista 1 lähes samansanainen",
        "muut ryhmät",
        "31/41",
    ):
        assert words in shown
    assert "Rehtori" not in shown
    assert run("theme", folder, "Koulu").code == 0


def test_an_unknown_theme_is_one_sentence(run: Run, folder: Path) -> None:
    answer = run("theme", folder, "Kyyti")

    assert (answer.code, answer.err.count("\n")) == (2, 1)
    assert "Kyydit; Koulu; Muut" in answer.err
    assert run("theme", folder, "muut").code == 2  # no note is there


def test_two_people_code_and_settle(run: Run, folder: Path, tmp_path: Path) -> None:
    for coder, odd in (("Aino", "Kyydit"), ("Veikko", "Muut")):
        sheet = tmp_path / f"{coder}.csv"
        made = run("coding", "sheet", folder, "--coder", coder, "-o", sheet, "--json").json
        assert (made.keys(), made["n_notes"]) == (documented("coding sheet W"), 6)
        _fill(sheet, odd)
        refused = run("coding", "agreement", folder)
        assert (refused.code, "Kaksi koodaajaa" in refused.err) == (2, True)
        done = run("coding", "import", folder, sheet, "--coder", coder, "--json").json
        assert done == {"coder": coder, "n_coded": 6, "n_left": 0}

    answer = run("coding", "agreement", folder, "--json").json
    assert answer.keys() == documented("coding agreement W")
    (one,) = answer["disagreements"]
    assert [(code["coder"], code["label"]) for code in one["codes"]] == [
        ("Aino", "Kyydit"), ("Veikko", "Muut"),
    ]  # fmt: skip
    assert one["settled"] == ""
    shown = run("coding", "agreement", folder).out
    assert "Krippendorffin alfa" in shown
    assert f"{answer['alpha']:.2f}".replace(".", ",") in shown
    assert "[/b]" in shown

    settled = run("coding", "settle", folder, one["ref"], "kyydit", "--by", "Aino", "--json").json
    assert settled == {"ref": one["ref"], "theme_id": "t-1"}
    again = run("coding", "agreement", folder, "--json").json
    assert again["disagreements"][0]["settled"] == "t-1"
    assert {**again, "disagreements": []} == {**answer, "disagreements": []}
    assert any(
        "Koodausarkki" in e["summary"] for e in run("history", folder, "--json").json["events"]
    )


def _fill(sheet: Path, odd: str) -> None:
    rows = list(csv.reader(sheet.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    for row in rows[1:]:
        row[3] = "Koulu" if "oulu" in row[2] else odd if "[/b]" in row[2] else "Kyydit"
    with sheet.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)


@pytest.mark.models
def test_search_by_meaning_and_themes_count_repeats(run: Run, walked_copy: Workshop) -> None:
    found = run("search", walked_copy.folder, "bussit kulkevat harvoin", "--json").json
    themes = run("themes", walked_copy.folder, "--json").json["themes"]

    assert found["by_meaning"] is True
    assert found["hits"][0]["by"] in {"word", "meaning"}
    assert any("bussi" in hit["text"].casefold() for hit in found["hits"][:2])
    assert all(theme["n_near_duplicates"] >= 0 for theme in themes)
