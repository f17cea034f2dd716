"""Lines and lists of one column: every word that people wrote is a word of a note."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.importers.conftest import Write
from tests.importers.exports import to_docx
from tests.importers.test_import_laws import lasting
from toolkit.importers import read_file

PROSE = ("Nuorisotalo pitäisi olla auki.", "Nuo edellä", "Ei too long", "Se on jo ok", "a * b - c")
SIGNS = ("", "- ", "• ", "o ", "* ")
FORMS = ("txt", "md", "docx", "csv", "headed csv")

word = st.text("aoåäöeknst", min_size=1, max_size=9)
lines = st.lists(word, min_size=2, max_size=7).map(lambda words: "Jono " + " ".join(words) + ".")


def as_file(texts: Sequence[str], *, form: str, sign: str) -> bytes:
    if form == "docx":

        def build(document: Any) -> None:
            document.add_heading("Mikä toimii?", 1)
            for text in texts:
                document.add_paragraph(sign + text)

        return to_docx(build)
    if form in ("txt", "md"):
        head = ["# Mikä toimii?"] if form == "md" else []
        return "\n".join([*head, *(sign + text for text in texts)]).encode()
    return column(texts if form == "csv" else ["Vastaus", *texts])


def column(
    cells: Sequence[str], *, delimiter: str = ",", quoting: Any = csv.QUOTE_MINIMAL
) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, quoting=quoting).writerows([cell] for cell in cells)
    return out.getvalue().encode()


@given(st.lists(lines, min_size=3, max_size=6), st.sampled_from(FORMS), st.sampled_from(SIGNS))
@example([*PROSE], "txt", "")
@example([*PROSE], "docx", "o ")
@example([*PROSE], "headed csv", "")
@lasting
def test_the_words_of_every_line_survive(
    tmp_path: Path, texts: list[str], form: str, sign: str
) -> None:
    path = tmp_path / "muistio"
    path.write_bytes(as_file(texts, form=form, sign=sign))

    imported = read_file(path)

    assert [note.text for note in imported.notes] == [" ".join(text.split()) for text in texts]


@pytest.mark.parametrize("heading", ["Vastaus", "Palaute", "Svar", "Teksti", "Kommentti:"])
@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize("quoting", [csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
def test_a_column_with_a_heading_is_a_table(
    write: Write, heading: str, delimiter: str, quoting: int
) -> None:
    cells = [
        "Jonot; pitkät, liian pitkät",
        'Sanoi "ei" ja lähti',
        "moni\nrivi",
        "Miksi ei?",
        "auki",
    ]
    content = column([heading, *cells], delimiter=delimiter, quoting=quoting)

    imported = read_file(write("vastaukset.csv", content))

    assert imported.receipt.format == "notes-csv"
    assert [note.text for note in imported.notes] == [" ".join(cell.split()) for cell in cells]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('"a, b"\nc d\n"e\nf"\n', ["a, b", "c d", "e f"], id="only what needs them"),
        pytest.param('"a b"\n"c ""d"""\n', ["a b", 'c "d"'], id="every cell"),
        pytest.param('"a b"\nc d\n', ['"a b"', "c d"], id="somebody's own words"),
        pytest.param('"a", sanoi b\nc\n', ['"a", sanoi b', "c"], id="a line that quotes"),
        pytest.param('Vastaus\n"a" b\nc\n', ['"a" b', "c"], id="a heading over such a line"),
        pytest.param("Palaute\nMikä toimii?\n- a\n- b", ["a", "b"], id="a title over questions"),
        pytest.param("Palaute\n- a\n- b\n- c", ["a", "b", "c"], id="a title over bullets"),
        pytest.param("Palaute\nPöytä 1: Nuoret\na\nb", ["a", "b"], id="a title over tables"),
        pytest.param("Jonot\nPalaute\nauki", ["Jonot", "Palaute", "auki"], id="a word of the list"),
    ],
)
def test_quotation_marks_go_only_with_a_csv(write: Write, text: str, expected: list[str]) -> None:
    imported = read_file(write("lista", text))

    assert [note.text for note in imported.notes] == expected
