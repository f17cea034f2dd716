"""Tables whose columns people name: kept with the file, with the export, and for the next one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from toolkit import store, workflow
from toolkit.domain import ColumnMapping, ColumnRole, Workshop
from toolkit.errors import TooEarly, UnknownFormat
from toolkit.workflow.looking import import_waiting, look_at_waiting
from toolkit.workflow.waiting import answer_waiting, find_waiting, keep_waiting

MAPPING = ColumnMapping(
    header=1,
    headings=("Nro", "Kuvaus", "Paikka"),
    roles=(ColumnRole.NONE, ColumnRole.NOTE, ColumnRole.GROUP),
)


def write(folder: Path, name: str, *texts: str) -> Path:
    path = folder / name
    rows = "".join(f"{n};{text};Rauma\n" for n, text in enumerate(texts))
    path.write_text(f"Nro;Kuvaus;Paikka\n{rows}", encoding="utf-8")
    return path


def wait(workshop: Workshop, path: Path) -> str:
    waiting_id, _was_here = keep_waiting(workshop, path)
    return waiting_id


def test_an_unknown_table_waits_for_a_person_who_names_its_columns(
    workshop: Workshop, tmp_path: Path
) -> None:
    waiting_id = wait(workshop, write(tmp_path, "outo.csv", "Jonot ovat liian pitkiä"))
    look = look_at_waiting(workshop, waiting_id)
    assert look.receipt is None
    assert look.tables[0].suggested.roles == (ColumnRole.NONE, ColumnRole.NOTE, ColumnRole.NONE)

    answers = {"mapping": store.to_plain(MAPPING), "mapped": False}
    answer_waiting(workshop, waiting_id, answers)
    with pytest.raises(TooEarly):
        import_waiting(workshop, waiting_id, actor="Aino")
    answer_waiting(workshop, waiting_id, {"mapped": True})
    assert find_waiting(workshop, waiting_id).look is None
    look_at_waiting(workshop, waiting_id)
    import_waiting(workshop, waiting_id, actor="Aino")

    (source,) = workflow.load_state(workshop).sources
    assert (source.format, source.mapping) == ("notes-table", MAPPING)
    assert [(n.text, n.group) for n in workflow.load_notes(workshop)] == [
        ("Jonot ovat liian pitkiä", "Rauma")
    ]


def test_the_workshop_is_the_same_when_it_is_read_from_the_originals(
    workshop: Workshop, tmp_path: Path
) -> None:
    path = write(tmp_path, "outo.csv", "Jonot pois", "Liisa Koskinen auttoi")
    workflow.import_exports(workshop, [path], actor="Aino", mapping=MAPPING)
    before = workflow.load_notes(workshop)

    shutil.rmtree(workshop.folder / ".cache")

    assert len(before) == 2
    assert workflow.load_notes(workshop) == before


def test_a_later_file_with_the_same_headings_is_read_the_same_way_and_says_so(
    workshop: Workshop, tmp_path: Path
) -> None:
    first = write(tmp_path, "ensin.csv", "Jonot pois")
    workflow.import_exports(workshop, [first], actor="Aino", mapping=MAPPING)

    waiting_id = wait(workshop, write(tmp_path, "sitten.csv", "Lisää väkeä neuvolaan"))
    look = look_at_waiting(workshop, waiting_id)
    receipt = import_waiting(workshop, waiting_id, actor="Aino")

    assert [note.group for note in look.preview] == ["Rauma"]
    for seen in (look.receipt, receipt):
        assert seen is not None
        assert ["ensin.csv" in warn.message for warn in seen.warnings if "before" in warn.code] == [
            True
        ]
    assert workflow.load_state(workshop).sources[1].mapping == MAPPING


def test_the_next_one_can_be_read_another_way(workshop: Workshop, tmp_path: Path) -> None:
    first = write(tmp_path, "ensin.csv", "Jonot pois")
    workflow.import_exports(workshop, [first], actor="Aino", mapping=MAPPING)
    waiting_id = wait(workshop, write(tmp_path, "sitten.csv", "Lisää väkeä neuvolaan"))
    look_at_waiting(workshop, waiting_id)

    other = {**store.to_plain(MAPPING), "roles": ["", "answer", ""]}
    answer_waiting(workshop, waiting_id, {"mapping": other, "mapped": True})
    look_at_waiting(workshop, waiting_id)
    import_waiting(workshop, waiting_id, actor="Aino")

    newest = workflow.load_notes(workshop)[-1]
    assert (newest.prompt, newest.group) == ("Kuvaus", "")


def test_without_a_mapping_of_its_headings_a_table_stays_unknown(
    workshop: Workshop, tmp_path: Path
) -> None:
    first = write(tmp_path, "ensin.csv", "Jonot pois")
    workflow.import_exports(workshop, [first], actor="Aino", mapping=MAPPING)
    other = tmp_path / "muu.csv"
    other.write_text("Nro;Asia\n1;Jonot\n", encoding="utf-8")

    with pytest.raises(UnknownFormat):
        workflow.import_exports(workshop, [other], actor="Aino")


def test_the_same_file_with_other_columns_changes_nothing(
    workshop: Workshop, tmp_path: Path
) -> None:
    path = write(tmp_path, "outo.csv", "Jonot pois", "Lisää väkeä neuvolaan")
    workflow.import_exports(workshop, [path], actor="Aino", mapping=MAPPING)
    before = workflow.load_notes(workshop)
    other = ColumnMapping(header=1, roles=(ColumnRole.NOTE, ColumnRole.NONE, ColumnRole.NONE))

    workflow.import_exports(workshop, [path], actor="Aino", mapping=other)

    assert workflow.load_notes(workshop) == before
