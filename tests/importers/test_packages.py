"""Office files are judged before any parser sees them: macros, entities, far cells, links."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from tests.importers.conftest import Write
from tests.importers.exports import every_export, to_docx, to_xlsx, to_zip
from toolkit.errors import ToolkitError, UnreadableExport
from toolkit.importers import read_file, sheets
from toolkit.importers.limits import SETTING, Limits
from toolkit.importers.opened import OpenedFile
from toolkit.importers.sheets import _is_large_and_plain, _read, _read_large

EXPORTS = every_export()
WORD, EXCEL = EXPORTS["notes-docx"], EXPORTS["notes-xlsx"]
SHEET = "xl/worksheets/sheet1.xml"
RELATION = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://x/{kind}" TargetMode="External" Target="http://x.example/"/>'
    "</Relationships>"
)


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(data: bytes, **parts: bytes) -> bytes:
    return to_zip({**members(data), **parts})


def replaced(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    before = members(data)[name]
    assert old in before
    return changed(data, **{name: before.replace(old, new)})


def with_type(data: bytes, kind: bytes) -> bytes:
    """A file that says in its list of parts that it is of another kind."""
    return replaced(data, "[Content_Types].xml", b".main+xml", b"." + kind)


LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
MANIFEST = b"<manifest:manifest xmlns:manifest='m'><manifest:file-entry><manifest:encryption-data/>"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(changed(WORD, **{"word/vbaProject.bin": b"x"}), "holds macros", id="VBA"),
        pytest.param(
            changed(EXCEL, **{"xl/VBAProject.BIN": b"x"}), "holds macros", id="VBA, cased"
        ),
        pytest.param(
            with_type(WORD, b"macroEnabled.main+xml"), "holds macros", id="macro-enabled Word"
        ),
        pytest.param(
            with_type(EXCEL, b"MACROENABLED.main+xml"), "holds macros", id="macro-enabled Excel"
        ),
        pytest.param(
            to_zip({"content.xml": "<a/>", "Basic/script-lc.xml": "<a/>"}), "holds macros", id="ODF"
        ),
        pytest.param(
            replaced(WORD, "word/document.xml", b"<w:document", LAUGHS + b"<w:document"),
            "definitions that do not belong",
            id="entities in Word",
        ),
        pytest.param(
            replaced(EXCEL, SHEET, b"<worksheet", LAUGHS + b"<worksheet"),
            "definitions that do not belong",
            id="entities in Excel",
        ),
        pytest.param(
            changed(
                WORD,
                **{"word/x.bin": "<!DOCTYPE x SYSTEM 'file:///etc/passwd'><x/>".encode("utf-16")},
            ),
            "definitions that do not belong",
            id="entities in UTF-16, called something else",
        ),
        pytest.param(
            changed(WORD, **{"word/x.xml": b"<?xml version='1.0' encoding='CP1047-odd'?><x/>"}),
            "definitions that do not belong",
            id="a code that nobody knows",
        ),
        pytest.param(
            changed(WORD, **{"word/x.xml": b"<?xml version='1.0' encoding='UTF-16'?><x/>"}),
            "definitions that do not belong",
            id="a code that it is not in",
        ),
        pytest.param(
            changed(WORD, **{"word/x.xml": b"<?xml version='1.0' encoding='EUC-JP'?><x/>"}),
            "definitions that do not belong",
            id="a code that hides signs",
        ),
        pytest.param(
            to_zip({"mimetype": "x", "META-INF/manifest.xml": MANIFEST}),
            "protected by a password",
            id="encrypted ODF",
        ),
    ],
)
def test_what_is_refused_before_any_parser_sees_it(data: bytes, words: str, write: Write) -> None:
    with pytest.raises(UnreadableExport, match=f"{words}.*ilta") as told:
        read_file(write("ilta", data))

    assert str(told.value).count(". ") <= 1


def test_what_points_outside_is_said_and_never_fetched(write: Write) -> None:
    data = changed(
        WORD,
        **{
            "word/_rels/document2.xml.rels": RELATION.format(kind="attachedTemplate").encode(),
            "word/_rels/document3.xml.rels": RELATION.format(kind="hyperlink").encode(),
            "word/embeddings/oleObject1.bin": b"x",
        },
    )

    warnings = {w.code: w.message for w in read_file(write("ilta", data)).receipt.warnings}

    assert warnings["points_outside"].startswith("The file points to 1 thing outside itself.")
    assert warnings["objects_not_read"].startswith("1 object of another program")


def test_a_workbook_linked_to_another_one_is_read_and_said(write: Write) -> None:
    data = changed(EXCEL, **{"xl/externalLinks/externalLink1.xml": b"<externalLink/>"})

    receipt = read_file(write("ilta", data)).receipt

    assert receipt.notes == 3
    assert "points_outside" in [warn.code for warn in receipt.warnings]


def notes(book: Any) -> None:
    sheet = book.active
    sheet.append(["Vastaus"])
    for number in range(5):
        sheet.append([f"huomio {number}"])


@pytest.mark.parametrize("cell", ["A1048576", "XFD3", "XFD1048576"])
def test_a_far_cell_is_cut_off_and_said(cell: str, write: Write) -> None:
    far = f'<row r="9"><c r="{cell}" t="inlineStr"><is><t>kaukana</t></is></c></row></sheetData>'
    data = replaced(to_xlsx(notes), SHEET, b"</sheetData>", far.encode())
    dimension = members(data)[SHEET].split(b"<dimension")[1].split(b"/>")[0]
    data = replaced(data, SHEET, dimension, b' ref="A1:XFD1048576"')

    imported = read_file(write("ilta", data))

    assert [note.text for note in imported.notes][:2] == ["huomio 0", "huomio 1"]
    (warn,) = [warn for warn in imported.receipt.warnings if warn.code == "sheets_cut"]
    assert warn.message.startswith("Only the first 100000 rows and 500 columns were read")


def test_rows_beyond_the_setting_are_cut_off(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OSALLISUUS_IMPORT_ROWS", "4")

    imported = read_file(write("ilta", to_xlsx(notes)))

    assert len(imported.notes) == 3
    assert "first 4 rows" in imported.receipt.warnings[-1].message


def mixed(book: Any) -> None:
    first = book.active
    odd = [1, 1.5, -0.0, 1e20, 0.1, True, "ä", " väli ", "a\nb", "'- x", "😀", None, 2**53]
    day = dt.date(2024, 10, 7)
    times = [day, dt.datetime.combine(day, dt.time(10, 5, 18)), dt.time(10, 5)]
    for value in [*odd, *times, dt.timedelta(hours=30)]:
        first.append([None, value, "x"])
    first.append([])
    first.append(["loppu"])
    hidden = book.create_sheet("Piilossa")
    hidden.append(["ei saa lukea"])
    hidden.sheet_state = "hidden"


def test_the_quick_reader_reads_what_the_other_one_does() -> None:
    data = to_xlsx(mixed)
    extents = OpenedFile("ilta.xlsx", data).package.sheets

    assert _read_large(data) == _read(data, extents)


@pytest.mark.parametrize("odd", ["formula", "error"])
def test_a_large_workbook_is_read_slowly_where_that_shows_more(odd: str) -> None:
    def build(book: Any) -> None:
        sheet = book.active
        sheet.append(["Vastaus", *map(str, range(99))])
        sheet.cell(1_100, 1, "viimeinen")
        if odd == "formula":
            sheet["B2"] = "=1+1"
        else:
            sheet["B2"] = "#N/A"

    file = OpenedFile("ilta.xlsx", to_xlsx(build))

    (part,) = file.package.sheets.values()
    assert part.last_row * part.last_column > 100_000
    assert part.n_formulas or part.has_errors
    assert not _is_large_and_plain(file.package)
    assert file.sheets[0].n_formulas == (odd == "formula")
    assert dict(file.sheets[0].rows)[1_100][0] == "viimeinen"


@pytest.mark.parametrize(
    "name", ["../../../tmp/murto.csv", "/tmp/murto.csv", "C:\\murto.csv", "a/\0/b.csv", "~/x.csv"]
)
def test_names_in_an_archive_never_become_paths(name: str, write: Write) -> None:
    posts = "Subject,Body,Author\nKyydit,Bussi ei kulje,A\n"
    path = write("kansio/ilta.zip", to_zip({name: posts}))
    before = sorted(path.parents[1].rglob("*"))

    with suppress(ToolkitError):
        read_file(path)

    assert sorted(path.parents[1].rglob("*")) == before


def test_the_limits_are_those_of_the_document() -> None:
    document = (Path(__file__).parents[2] / "SECURITY.md").read_text(encoding="utf-8")
    said = re.findall(rf"^\| `{SETTING}([A-Z_]+)` \| (\d+) \|", document, re.MULTILINE)

    assert {name.lower(): int(n) for name, n in said} == asdict(Limits())


def test_a_word_file_without_anything_beside_warns_of_nothing(write: Write) -> None:
    data = to_docx(lambda document: document.add_paragraph("Jonot", style="List Bullet"))

    assert read_file(write("ilta", data)).receipt.warnings == ()


def test_a_large_plain_workbook_is_read_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "_LARGE", 5)
    monkeypatch.setattr(sheets, "_read", None)

    (sheet,) = OpenedFile("ilta.xlsx", to_xlsx(notes)).sheets

    assert sheet.rows[:2] == ((1, ("Vastaus",)), (2, ("huomio 0",)))
