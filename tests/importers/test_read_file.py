"""The one door: what it recognises, what it refuses and in which words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.importers.conftest import Write
from tests.importers.exports import (
    PADLET_CSV,
    PADLET_MARKDOWN,
    POLIS,
    every_export,
    to_csv,
    to_docx,
    to_xlsx,
    to_zip,
)
from tests.importers.strangers import STRANGERS
from toolkit import importers
from toolkit.errors import NoSuchThing, NothingToRead, ToolkitError, UnknownFormat, UnreadableExport
from toolkit.importers import FORMATS, merge_known, read_file
from toolkit.importers.opened import open_file

EXPORTS = every_export()


@pytest.mark.parametrize("name", EXPORTS)
def test_every_format_is_recognised_by_content_alone(name: str, write: Write) -> None:
    imported = read_file(write("tiedosto", EXPORTS[name]))

    assert imported.receipt.format == name
    assert imported.receipt.name == "tiedosto"


BUSY_BOARD = PADLET_MARKDOWN.replace("#### Reactions", "- **A** (x): samaa mieltä\n" * 40)


@pytest.mark.parametrize("content", [*EXPORTS.values(), *STRANGERS.values(), BUSY_BOARD])
def test_no_two_importers_claim_one_file(content: str | bytes, write: Write) -> None:
    file = open_file(write("tiedosto", content))

    assert sum(known.recognises(file) for known in FORMATS) <= 1


def test_every_format_has_its_own_name() -> None:
    assert [known.name for known in FORMATS] == list(dict.fromkeys(EXPORTS))


@pytest.mark.parametrize("kind", STRANGERS)
def test_strangers_are_not_read_as_notes(kind: str, write: Write) -> None:
    with pytest.raises(UnknownFormat, match="vieras"):
        read_file(write("vieras", STRANGERS[kind]))


@pytest.mark.parametrize("kind", ["a programme in Word", "times without names"])
def test_what_may_be_a_record_of_speech_is_not_read_as_notes(kind: str, write: Write) -> None:
    with pytest.raises(UnknownFormat, match="record of speech or chat of a kind that cannot"):
        read_file(write("puhe", STRANGERS[kind]))


def broken_workbook() -> bytes:
    return to_zip({"xl/workbook.xml": "<workbook", "[Content_Types].xml": "<Types/>"})


def truncated(content: bytes) -> bytes:
    return content[: len(content) // 2]


@pytest.mark.parametrize(
    ("content", "error", "words"),
    [
        pytest.param(b"", NothingToRead, "is empty", id="empty"),
        pytest.param(b" \n \n", NothingToRead, "is empty", id="blank"),
        pytest.param(
            truncated(EXPORTS["padlet-zip"]), UnreadableExport, "cut off", id="half a ZIP"
        ),
        pytest.param(
            truncated(EXPORTS["notes-docx"]), UnreadableExport, "cut off", id="half a Word"
        ),
        pytest.param("Subject,Author\na,b\n", UnknownFormat, "No importer", id="wrong columns"),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
            UnreadableExport,
            "password",
            id="encrypted workbook",
        ),
        pytest.param(b"%PDF-1.7 ...", UnreadableExport, "PDF is broken", id="PDF"),
        pytest.param(
            broken_workbook(), UnreadableExport, "workbook is broken", id="broken workbook"
        ),
        pytest.param(
            to_zip({"word/document.xml": "<w:"}),
            UnreadableExport,
            "document is broken",
            id="broken Word",
        ),
        pytest.param(
            to_docx(lambda document: document.add_paragraph("Otsikko")),
            NothingToRead,
            "not one note",
            id="Word without notes",
        ),
        pytest.param(
            PADLET_CSV + ',"alk', UnreadableExport, "middle of a quoted cell", id="cut CSV"
        ),
        pytest.param(
            to_csv([["Subject", "Body", "Author"], ["", "", "A"]]),
            NothingToRead,
            "not one note",
            id="only empty posts",
        ),
        pytest.param(POLIS["comments.csv"], UnreadableExport, "has no votes", id="only statements"),
        pytest.param(POLIS["votes.csv"], UnreadableExport, "no comments.csv", id="only votes"),
    ],
)
def test_bad_files_get_one_clear_sentence(
    content: str | bytes, error: type[ToolkitError], words: str, write: Write
) -> None:
    with pytest.raises(error, match=words) as raised:
        read_file(write("ilta.xyz", content))

    assert "ilta.xyz" in str(raised.value)
    assert raised.value.for_reader().count(".\n") == 0


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableExport, match=r"no such file: puuttuu\.csv"):
        read_file(tmp_path / "puuttuu.csv")


def test_a_folder_without_polis_files_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "muuta.txt").write_text("x")

    with pytest.raises(UnknownFormat, match="folder is no Polis export"):
        read_file(tmp_path)


def test_a_format_can_be_forced(write: Write) -> None:
    path = write("muistio.csv", "Vastaus,Pöytä\nNeuvola,1\n")

    assert read_file(path).receipt.format == "notes-csv"
    forced = read_file(path, as_format="notes-text")
    assert [note.text for note in forced.notes] == ["Vastaus,Pöytä", "Neuvola,1"]


@pytest.mark.parametrize("name", [known.name for known in FORMATS])
@pytest.mark.parametrize("content", [b"a,b\n1,2\n", EXPORTS["notes-xlsx"], b"\x00\x01\x02"])
def test_a_forced_format_that_does_not_fit_is_a_clear_error(
    name: str, content: bytes, write: Write
) -> None:
    path = write("tiedosto", content)
    if (name == "notes-xlsx" and content.startswith(b"PK")) or (name, content[:1]) == (
        "notes-text",
        b"a",
    ):
        return  # these fit: any text can be read as a list

    with pytest.raises((UnreadableExport, NothingToRead), match="tiedosto"):
        read_file(path, as_format=name)


def test_an_unknown_format_name_lists_the_names(write: Write) -> None:
    with pytest.raises(NoSuchThing, match=r'"miro".*padlet-csv'):
        read_file(write("x.csv", PADLET_CSV), as_format="miro")


def test_personal_data_is_told_of_and_left_to_people(write: Write) -> None:
    rows = [["Subject", "Body", "Author"], ["", "Soita 040 123 4567", ""], ["", "Chat auki", ""]]

    imported = read_file(write("x.csv", to_csv(rows)))

    [warn] = imported.receipt.warnings
    assert (warn.code, warn.message[:6]) == ("personal_data", "1 note")
    assert imported.notes[0].text == "Soita 040 123 4567"


def test_a_second_export_of_the_same_board_merges(write: Write) -> None:
    first = read_file(write("ilta.csv", PADLET_CSV))
    later = PADLET_CSV.replace("Kyydit", "KYYDIT ") + ",Uusi ajatus,,Anonymous,,\n"

    second = merge_known(
        read_file(write("ilta2.csv", later)), known_ids={note.id for note in first.notes}
    )

    assert [note.text for note in second.notes] == ["Uusi ajatus"]
    assert (second.receipt.rows, second.receipt.notes, second.receipt.merged) == (3, 1, 2)


def test_votes_are_always_those_of_the_newest_export(write: Write) -> None:
    imported = read_file(write("polis.zip", to_zip(POLIS)))
    assert imported.votes is not None
    ids = {statement.id for statement in imported.votes.statements}

    again = merge_known(imported, known_ids=ids)

    assert again.votes is imported.votes
    assert (again.receipt.statements, again.receipt.merged, again.receipt.votes) == (0, 3, 5)


def test_merging_nothing_changes_nothing(write: Write) -> None:
    imported = read_file(write("ilta.csv", PADLET_CSV))

    assert merge_known(imported, known_ids=frozenset()) == imported
    assert replace(imported) == imported


def test_importers_say_what_they_promise() -> None:
    for name in importers.__all__:
        assert name == "FORMATS" or getattr(importers, name).__doc__


def test_a_lone_cell_far_away_does_not_stop_the_reading(write: Write) -> None:
    def build(book: object) -> None:
        sheet = book.active  # type: ignore[attr-defined]
        sheet["A1"], sheet["A2"], sheet["XFD1048576"] = "Vastaus", "Neuvola", "kaukana"

    imported = read_file(write("kaukana.xlsx", to_xlsx(build)))

    assert [note.text for note in imported.notes] == ["Neuvola"]
    assert "sheets_cut" in [warn.code for warn in imported.receipt.warnings]


def test_a_row_that_is_too_short_for_a_note_is_in_the_receipt(tmp_path: Path) -> None:
    path = tmp_path / "vajaa.csv"
    path.write_text(
        "Kysymys;Ryhmä;Vastaus\nMiksi?;A;Jonot\nMiten?\nMissä?;B;Tässä\nKoska?;B;Nyt\nKuka?;B;Me\n"
    )

    receipt = read_file(path).receipt

    assert (receipt.rows, receipt.notes) == (5, 4)
    assert [skipped.row for skipped in receipt.skipped] == [3]
