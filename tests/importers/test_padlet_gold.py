"""Padlet to the full: posts, comments and support as a person reads them, and nobody's name."""

from __future__ import annotations

import pytest

from tests.importers.conftest import Write
from tests.importers.gold import Gold, check_gold
from tests.importers.gold_padlet import PADLETS
from toolkit.importers import read_file

NAMES = ("Lynx", "Otter", "Ilves", "Saukko", "Tiina", "Olli", "Maija", "SALAISUUS")


@pytest.mark.parametrize("name", PADLETS)
def test_a_board_is_read_as_a_person_reads_it(name: str, write: Write) -> None:
    data, format_name, notes, skipped = PADLETS[name]

    check_gold(write("lauta", data), format=format_name, notes=notes, skipped=skipped)


@pytest.mark.parametrize("name", PADLETS)
def test_nobodys_name_and_no_signature_reaches_the_workshop(name: str, write: Write) -> None:
    imported = read_file(write("lauta", PADLETS[name][0]))

    assert not [word for word in NAMES if word in repr(imported)]


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("ZIP", {"comments_unlinked": "2 comments"}),
        ("Markdown with stars", {"marks_not_read": "Average star rating",
                                 "columns_not_read": "Kunta",
                                 "attachments_not_read": "2 notes"}),
        ("Markdown in Finnish", {"marks_not_read": "Vastaan"}),
        ("JSON", {"comments_unlinked": "1 comment", "columns_not_read": "grade",
                  "attachments_not_read": "1 note"}),
        ("JSON without ids", {"comments_unlinked": "2 comments"}),
        ("Excel", {"columns_not_read": "Kunta", "hidden_rows": "1 hidden row"}),
        ("old CSV", {"attachments_not_read": "1 note"}),
        ("CSV from Excel", {}),
    ],
)  # fmt: skip
def test_the_receipt_says_what_was_not_read(name: str, codes: dict[str, str], write: Write) -> None:
    warnings = read_file(write("lauta", PADLETS[name][0])).receipt.warnings

    said = {warn.code: warn.message for warn in warnings}
    assert said.keys() == codes.keys()
    assert all(words in said[code] for code, words in codes.items())


def test_notes_keep_their_ids_when_comments_come(write: Write) -> None:
    data = PADLETS["Markdown with stars"][0].decode()
    one_more = "#### Comments (2)\n- **A** (Oct 09, 2025 11:59pm): Samaa mieltä"
    later = data.replace("#### Comments (1)", one_more)
    later = later.replace("- **Tiina", "- **B", 1)

    first, second = (read_file(write("lauta", text)).notes for text in (data, later))

    assert {note.id: note.text for note in first}.items() <= {
        note.id: note.text for note in second
    }.items()
    assert len(second) == len(first) + 1


def test_a_number_of_comments_that_does_not_fit_is_said(write: Write) -> None:
    data = PADLETS["Markdown with stars"][0].replace(b"Comments (1)", b"Comments (3)")

    imported = read_file(write("lauta", data))

    assert "comments_differ" in [warn.code for warn in imported.receipt.warnings]
    assert Gold(imported.notes[-1].text).text == "Samaa mieltä"
