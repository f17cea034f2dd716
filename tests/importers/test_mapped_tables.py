"""Tables that no importer knows: what is suggested, and what comes of what a person chose."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.importers.exports import to_csv
from toolkit.domain import ColumnMapping, ColumnRole
from toolkit.errors import NothingToRead, UnknownFormat, UnreadableExport
from toolkit.importers import read_file
from toolkit.importers.column_roles import fit_mapping, suggest_mapping
from toolkit.importers.mapped import read_mapped, read_tables
from toolkit.importers.opened import open_file

NOTE, ANSWER, PROMPT = ColumnRole.NOTE, ColumnRole.ANSWER, ColumnRole.PROMPT
GROUP, NONE = ColumnRole.GROUP, ColumnRole.NONE
CLOSED, BACKGROUND = ColumnRole.CLOSED, ColumnRole.BACKGROUND
LONG = (
    "Jonot ovat aivan liian pitkiä",
    "Neuvolaan tarvitaan lisää väkeä",
    "Bussi ei kulje illalla",
)

LAYOUTS = {
    "titles above": (
        f"Työpaja, Rauma\nSyksy\n\nNimi;Kuvaus;Kotikunta\nA;{LONG[0]};Rauma\nB;{LONG[1]};Eura\n",
        3,
        [(LONG[0], "", "Rauma"), (LONG[1], "", "Eura")],
    ),
    "titles as wide as the table": (
        f"Työpaja;;\n;;\nNro;Kuvaus;Paikka\n1;{LONG[0]};A\n2;{LONG[1]};B\n",
        3,
        [(LONG[0], "", ""), (LONG[1], "", "")],
    ),
    "two columns of notes": (
        f"Aika,Mitä pitää muuttaa?,Mikä toimii hyvin jo?\n1,{LONG[0]},{LONG[2]}\n2,{LONG[1]},\n",
        1,
        [
            (LONG[0], "Mitä pitää muuttaa?", ""),
            (LONG[2], "Mikä toimii hyvin jo?", ""),
            (LONG[1], "Mitä pitää muuttaa?", ""),
        ],
    ),
    "no headings": (f"1;{LONG[0]}\n2;{LONG[1]}\n", 0, [(LONG[0], "", ""), (LONG[1], "", "")]),
    "no headings and equal cells": (
        f"ei;ei;{LONG[0]}\nei;on;{LONG[1]}\n",
        0,
        [(LONG[0], "", ""), (LONG[1], "", "")],
    ),
    "empty columns": (
        f";;Kuvaus;;\n;;{LONG[0]};;\n;;{LONG[1]};;\n",
        1,
        [(LONG[0], "", ""), (LONG[1], "", "")],
    ),
    "tabs": (
        f"Käyttäjä\tViesti\tTykkäykset\nx\t{LONG[0]}\t3\ny\t{LONG[1]}\t1\n",
        1,
        [(LONG[0], "", ""), (LONG[1], "", "")],
    ),
    "a survey in Swedish": (
        f"Vastaajan nro;Kommun;Vad borde ändras i servicen?\n1;Raumo;{LONG[0]}\n2;;{LONG[1]}\n",
        1,
        [
            (LONG[0], "Vad borde ändras i servicen?", ""),
            (LONG[1], "Vad borde ändras i servicen?", ""),
        ],
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_an_odd_layout_is_suggested_and_read(tmp_path: Path, name: str) -> None:
    text, header, notes = LAYOUTS[name]
    path = tmp_path / "outo.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnknownFormat):
        read_file(path)

    (sheet,) = read_tables(path)
    mapping = suggest_mapping(sheet)
    imported = read_mapped(open_file(path), mapping)

    assert mapping.header == header
    assert [(note.text, note.prompt, note.group) for note in imported.notes] == notes
    assert imported.receipt.rows == len(notes) + len(imported.receipt.skipped)
    assert read_mapped(open_file(path), mapping) == imported


def workbook(*sheets: tuple[str, Sequence[Sequence[object]]], merged: str = "") -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
        if merged:
            sheet.merge_cells(merged)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def test_merged_cells_hold_for_the_rows_they_cover_and_gaps_of_people_do_not(
    tmp_path: Path,
) -> None:
    head = ["Alue", "Kuvaus"]
    merged = [["Nuoret", LONG[0]], [None, LONG[1]], ["Vanhat", LONG[2]], [None, LONG[0] + "!"]]
    gaps = [["Nuoret", LONG[0]], [None, LONG[1]], ["Nuoret", LONG[2]], [None, LONG[0] + "!"]]

    groups = []
    for number, rows in enumerate((merged, gaps)):
        path = tmp_path / f"{number}.xlsx"
        path.write_bytes(workbook(("Taulu", [head, *rows])))
        (sheet,) = read_tables(path)
        groups.append([n.group for n in read_mapped(open_file(path), suggest_mapping(sheet)).notes])

    assert groups == [["Nuoret", "Nuoret", "Vanhat", "Vanhat"], ["Nuoret", "", "Nuoret", ""]]


def test_a_merged_title_is_no_heading_and_other_sheets_are_named(tmp_path: Path) -> None:
    rows = [["Nuorten ilta", None, None], ["Nro", "Kuvaus", "Pisteet"], [1, LONG[0], 4]]
    data = workbook(("Ohje", [["Täytä", "näin"]]), ("Vastaukset", rows), merged="A1:C1")
    (tmp_path / "ilta.xlsx").write_bytes(data)

    _help, sheet = read_tables(tmp_path / "ilta.xlsx")
    mapping = suggest_mapping(sheet)
    receipt = read_mapped(open_file(tmp_path / "ilta.xlsx"), mapping).receipt

    assert (mapping.sheet, mapping.header) == ("Vastaukset", 2)
    assert [skipped.row for skipped in receipt.skipped] == [1]
    named = {warn.code: warn.message for warn in receipt.warnings}
    assert "Ohje" in named["sheets_not_read"]
    assert "Nro, Pisteet" in named["columns_not_read"]


def test_the_same_headings_elsewhere_are_found_and_others_are_not(tmp_path: Path) -> None:
    first = f"Nro;Kuvaus\n1;{LONG[0]}\n"
    later = f"Toinen ilta;\nNRO;kuvaus:\n1;{LONG[1]}\n"
    other = f"Kuvaus;Nro\n{LONG[1]};1\n"
    paths = [tmp_path / name for name in ("a.csv", "b.csv", "c.csv")]
    for path, text in zip(paths, (first, later, other), strict=True):
        path.write_text(text, encoding="utf-8")
    known = suggest_mapping(read_tables(paths[0])[0])

    fitted = [fit_mapping(read_tables(path), known) for path in paths]

    assert fitted[0] == known
    assert fitted[1] == replace(known, header=2, headings=("NRO", "kuvaus:"))
    assert fitted[2] is None
    assert fit_mapping(read_tables(paths[0]), replace(known, header=0, headings=())) is None


@pytest.mark.parametrize(
    ("mapping", "error"),
    [
        (ColumnMapping(roles=(NOTE,), sheet="Poissa"), UnreadableExport),
        (ColumnMapping(roles=(NOTE,), header=99), UnreadableExport),
        (ColumnMapping(roles=(GROUP, NONE)), UnreadableExport),
        (ColumnMapping(roles=(NONE, NONE, NOTE), header=1), NothingToRead),
    ],
)
def test_what_is_not_there_is_refused(
    tmp_path: Path, mapping: ColumnMapping, error: type[Exception]
) -> None:
    path = tmp_path / "outo.csv"
    path.write_text("Nro;Kuvaus\n1;Jonot\n", encoding="utf-8")

    with pytest.raises(error):
        read_mapped(open_file(path), mapping)


def test_a_row_has_one_question_and_one_group() -> None:
    with pytest.raises(ValueError, match="group"):
        ColumnMapping(roles=(GROUP, GROUP))


cells = st.sampled_from(["", " ", "a", "=1+1", "pitkä; teksti", 'lai"naus', "rivin\nvaihto"])


@given(
    st.lists(st.lists(cells, min_size=2, max_size=4), min_size=1, max_size=6),
    st.lists(st.sampled_from([NOTE, ANSWER, CLOSED, BACKGROUND, NONE]), max_size=4),
    st.integers(0, 3),
    st.booleans(),
    st.booleans(),
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_row_is_in_the_receipt(
    tmp_path: Path,
    rows: list[list[str]],
    roles: list[ColumnRole],
    header: int,
    fills_down: bool,
    has_options: bool,
) -> None:
    path = tmp_path / "mitä tahansa.csv"
    path.write_text(to_csv(rows), encoding="utf-8")
    mapping = ColumnMapping(
        header=header, roles=tuple(roles), fills_down=fills_down, has_options=has_options
    )
    try:
        (sheet,) = read_tables(path)
        imported = read_mapped(open_file(path), mapping)
    except (UnreadableExport, NothingToRead):
        return

    told = {skipped.row for skipped in imported.receipt.skipped}
    read = {int(note.place.split()[-1]) for note in imported.notes}
    rows_of_file = [number for number, _cells in sheet.rows]
    options = [number for number in rows_of_file if number > header][: int(has_options)]
    assert told | read == set(rows_of_file) - {header, *options}
    assert not told & read
