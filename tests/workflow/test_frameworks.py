"""Frameworks of workshops: people's choices stay, a codebook is next year's framework."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from toolkit import store, workflow
from toolkit.domain import EventKind, Framework, Workshop
from toolkit.errors import BadName, Conflict, NoSuchThing, TooEarly, ToolkitError
from toolkit.frameworks import load_framework


@pytest.fixture
def means() -> Framework:
    return load_framework("osallistumisen-keinot")


@pytest.mark.models
def test_a_choice_stands_and_can_be_taken_back(walked_copy: Workshop, means: Framework) -> None:
    before = workflow.load_placements(walked_copy, means)
    note_id = before.nowhere("luokka")[0]
    seq = store.last_seq(walked_copy)

    workflow.place_note(
        walked_copy, means, note_id=note_id, category_id="yhteiskehittaminen", actor="Aino",
        expected_seq=seq,
    )  # fmt: skip

    after = workflow.load_placements(walked_copy, means).on("luokka")[note_id]
    assert (after.category_id, after.placed_by) == ("yhteiskehittaminen", "Aino")
    assert "yhteiskehittaminen" in store.summarise(store.load_events(walked_copy)[-1])
    with pytest.raises(Conflict):
        workflow.place_note(walked_copy, means, note_id=note_id, category_id="", actor="V",
                            expected_seq=seq)  # fmt: skip
    store.undo_last(walked_copy, actor="Aino")
    assert workflow.load_placements(walked_copy, means) == before


@pytest.mark.models
def test_notes_set_aside_are_left_out(walked_copy: Workshop, means: Framework) -> None:
    note_id = workflow.load_placements(walked_copy, means).note_ids[0]
    workflow.decide(walked_copy, EventKind.NOTE_SET_ASIDE, {"note_id": note_id}, actor="Aino")

    assert note_id not in workflow.load_placements(walked_copy, means).note_ids


@pytest.mark.parametrize(
    ("note_id", "category_id", "axis_id"),
    [("x", "yhteiskehittaminen", ""), ("x", "luottamus", ""), ("x", "", "toimija")],
)
def test_a_choice_of_what_is_not_there_is_refused(
    workshop: Workshop, means: Framework, note_id: str, category_id: str, axis_id: str
) -> None:
    before = store.last_seq(workshop)

    with pytest.raises(NoSuchThing):
        workflow.place_note(workshop, means, note_id=note_id, category_id=category_id,
                            axis_id=axis_id, actor="Aino")  # fmt: skip

    assert store.last_seq(workshop) == before


@pytest.mark.models
@pytest.mark.parametrize("suffix", [".toml", ".csv", ".xlsx"])
def test_a_codebook_is_a_framework_for_another_workshop(
    walked_copy: Workshop, tmp_path: Path, suffix: str
) -> None:
    made = workflow.make_codebook(walked_copy)
    path = workflow.save_codebook(made, tmp_path / f"koodikirja{suffix}")

    back = workflow.read_framework(path)

    assert [c.id for c in back.categories] == [c.id for c in made.categories]
    assert [c.examples for c in back.categories] == [c.examples for c in made.categories]
    (column,) = workflow.follow_framework([walked_copy], back)
    assert sum(column.notes.values()) == column.n_notes
    themes = {t.id: t for t in workflow.load_present(walked_copy).themes}
    found = workflow.load_placements(walked_copy, back)
    examples = [(key, c.id) for c in made.categories for key in themes[c.id].central_ids]
    at_home = [found.on("luokka")[key].category_id == home for key, home in examples]
    assert sum(at_home) / len(at_home) > 0.8


def test_an_own_list_from_a_spreadsheet(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].append(["Luokka", "Kuvaus"])
    book.worksheets[0].append(["Rohkeus", "Uskalletaan kokeilla"])
    book.save(tmp_path / "omat arvot.xlsx")
    (tmp_path / "omat arvot.csv").write_text("Luokka;Kuvaus\nRohkeus;Uskalletaan kokeilla\n")

    from_book, from_csv = (
        workflow.find_framework(str(tmp_path / f"omat arvot{end}")) for end in (".xlsx", ".csv")
    )

    assert from_book == from_csv
    assert from_book.id == "omat-arvot"


def test_names_alone_may_have_commas(tmp_path: Path) -> None:
    (tmp_path / "arvot.csv").write_text('Luokka\nAvoimuus, rehellisyys\n"Rohkeus, into"\n')

    found = workflow.read_framework(tmp_path / "arvot.csv")

    assert [c.label for c in found.categories] == ["Avoimuus, rehellisyys", "Rohkeus, into"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("arvot.toml", "id ="),
        ("tyhja.csv", ""),
        ("kuva.png", "\x89PNG\x00"),
        ("puuttuu.toml", None),
        ("README.md", "# Otsikko\n\nTekstiä."),
        ("luokat.txt", "Rohkeus\n"),
    ],
)
def test_a_bad_file_is_one_sentence_that_names_it(
    tmp_path: Path, name: str, content: str | None
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, encoding="latin-1")

    with pytest.raises(ToolkitError) as caught:
        workflow.find_framework(str(tmp_path / name))

    assert name in caught.value.for_reader()


def test_too_early_and_a_wrong_suffix(workshop: Workshop, means: Framework, tmp_path: Path) -> None:
    with pytest.raises(TooEarly):
        workflow.load_placements(workshop, means)
    with pytest.raises(TooEarly):
        workflow.make_codebook(workshop)
    with pytest.raises(BadName, match="docx"):
        workflow.save_codebook(means, tmp_path / "koodikirja.docx")
