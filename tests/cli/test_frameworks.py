"""The commands about frameworks as a person meets them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from toolkit import store
from toolkit.domain import Workshop

VALUES = ("--frame", "osallisuuden-arvot")


def test_the_frameworks_are_listed(run: Run) -> None:
    answer = run("frameworks")

    assert answer.code == 0, answer.err
    assert "osallisuuden-portaat" in answer.out
    assert "Otsikko" in answer.out


@pytest.mark.models
def test_a_framework_beside_the_themes(run: Run, walked_copy: Workshop) -> None:
    answer = run("framework", walked_copy.folder, *VALUES)
    plain = run("framework", walked_copy.folder, *VALUES, "--json").json

    assert answer.code == 0, answer.err
    assert "ehdotuksia" in answer.out
    assert "Ei sovi mihinkään" in answer.out
    (axis,) = plain["axes"]
    listed = [key for category in axis["categories"] for key in category["note_ids"]]
    notes = {note["id"] for note in run("notes", walked_copy.folder, "--json").json["notes"]}
    assert sorted([*listed, *axis["nowhere"], *plain["set_aside"]]) == sorted(notes)
    assert sum(map(sum, axis["themes"]["counts"])) == plain["n_notes"]


@pytest.mark.models
def test_themes_are_followed_from_one_workshop_to_another(
    run: Run, walked_copy: Workshop, tmp_path: Path
) -> None:
    later = tmp_path / "pieni-ilta"
    shutil.copytree(walked_copy.folder, later)
    described = later / "workshop.toml"
    text = described.read_text(encoding="utf-8")
    described.write_text(text.replace("n_participants = 46", "n_participants = 3"), "utf-8")
    frame = tmp_path / "koodikirja.toml"
    made = run("codebook", walked_copy.folder, "-o", frame, "--json").json

    answer = run("frameworks", walked_copy.folder, later, "--frame", frame)
    plain = run("frameworks", walked_copy.folder, later, "--frame", frame, "--json").json

    assert made.keys() == {"file", "framework", "n"}
    assert answer.code == 0, answer.err
    (axis,) = plain["axes"]
    assert len(axis["categories"]) == made["n"] + 1
    assert [one["is_hidden"] for one in axis["workshops"]] == [False, True]
    assert (
        sum(category["n"][0] for category in axis["categories"]) == axis["workshops"][0]["n_notes"]
    )
    assert {category["n"][1] for category in axis["categories"]} == {None}
    assert "osallistujia oli alle 5" in answer.out


def test_placing_is_in_the_history(run: Run, walked_copy: Workshop) -> None:
    answer = run("place", walked_copy.folder, "t1-001", *VALUES, "--category", "luottamus", "--by",
                 "Aino")  # fmt: skip

    assert answer.code == 0, answer.err
    event = store.load_events(walked_copy)[-1]
    assert (event.actor, event.payload["category_id"]) == ("Aino", "luottamus")
    assert json.dumps(dict(event.payload))
    unknown = run("place", walked_copy.folder, "T1-001", *VALUES, "--category", "runous")
    assert (unknown.code, "luottamus" in unknown.err) == (2, True)
    nowhere = run("codebook", walked_copy.folder, "-o", walked_copy.folder / "ei ole" / "k.csv")
    assert (nowhere.code, "ei ole" in nowhere.err) == (2, True)
    assert not (walked_copy.folder / "ei ole").exists()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["framework", "W", "--frame", "runot"], "osallisuuden-arvot"),
        (["framework", "W", *VALUES], "Tuo ensin aineisto"),
        (["frameworks", "W"], "--frame"),
        (["place", "W", "T1-001", *VALUES], "--nowhere"),
        (["place", "W", "T9-001", *VALUES, "--nowhere"], "T9-001"),
        (["codebook", "W", "-o", "k.toml"], "osallisuus themes"),
        (["theme", "W", "Kyydit"], "Teemoja ei ole vielä"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    run: Run, workshop: Workshop, words: list[str], says: str
) -> None:
    answer = run(*(str(workshop.folder) if word == "W" else word for word in words))

    assert answer.code == 2
    assert says in answer.err
    assert len(answer.err.strip().splitlines()) == 1
