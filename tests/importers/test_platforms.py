"""Decidim and Kerrokantasi as a person reads them: words, support, replies, and nobody's name."""

from __future__ import annotations

import pytest

from tests.importers.conftest import Write
from tests.importers.gold import check_gold
from tests.importers.gold_platforms import PLATFORMS, POLLS
from toolkit import workflow
from toolkit.domain import ClosedQuestion
from toolkit.importers import read_file


@pytest.mark.parametrize("name", PLATFORMS)
def test_an_export_is_read_as_a_person_reads_it(name: str, write: Write) -> None:
    data, format_name, notes, skipped = PLATFORMS[name]

    check_gold(write("vienti", data), format=format_name, notes=notes, skipped=sorted(skipped))


@pytest.mark.parametrize("name", PLATFORMS)
def test_nobodys_name_or_address_reaches_the_workshop(name: str, write: Write) -> None:
    imported = read_file(write("vienti", PLATFORMS[name][0]))

    words = ("Tiina", "Olli", "@example", "sig=")
    assert not [word for word in words if word in repr(imported)]


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Decidim, old CSV", {"languages_not_read": "sv", "columns_not_read": "category/name/fi"}),
        ("Decidim, JSON", {"languages_not_read": "sv"}),
        ("Decidim, new Excel", {}),
        ("Decidim, comments", {}),
        ("Kerrokantasi, report", {"closed_questions": "2 questions", "columns_not_read": "Label",
                                  "attachments_not_read": "1 note"}),
        ("Kerrokantasi, pages", {"pages_missing": "6 of 7", "attachments_not_read": "1 note"}),
        ("Kerrokantasi, list", {}),
    ],
)  # fmt: skip
def test_the_receipt_says_what_was_not_read(name: str, codes: dict[str, str], write: Write) -> None:
    warnings = read_file(write("vienti", PLATFORMS[name][0])).receipt.warnings

    said = {warn.code: warn.message for warn in warnings}
    assert said.keys() == codes.keys()
    assert all(words in said[code] for code, words in codes.items())


def test_polls_are_questions_with_ready_made_answers(write: Write) -> None:
    imported = read_file(write("vienti", PLATFORMS["Kerrokantasi, report"][0]))

    assert imported.closed == tuple(
        ClosedQuestion(text=text, n_respondents=n, options=options) for text, n, options in POLLS
    )


def test_a_comment_tells_the_side_it_takes(write: Write) -> None:
    imported = read_file(write("vienti", PLATFORMS["Decidim, comments"][0]))

    assert [note.place for note in imported.notes] == ["row 2", "row 3, in favour"]
    assert imported.notes[1].reply_to == "decidim:proposal-12"


def test_a_comment_on_what_was_left_out_stands_by_itself(write: Write) -> None:
    notes = read_file(write("vienti", PLATFORMS["Kerrokantasi, pages"][0])).notes

    ids = {note.id for note in notes}
    assert {note.reply_to for note in notes} <= {"", *ids}


def test_comments_find_the_proposals_of_another_file(write: Write, tmp_path: object) -> None:
    folder = write("tyopaja/x", "").parent
    workshop = workflow.create_workshop(folder / "w", title="W", organiser="", actor="Aino")
    comments = write("kommentit.csv", PLATFORMS["Decidim, comments"][0])
    proposals = write("ehdotukset.csv", PLATFORMS["Decidim, old CSV"][0])

    workflow.import_exports(workshop, [comments], actor="Aino")
    alone = workflow.load_notes(workshop)
    workflow.import_exports(workshop, [proposals], actor="Aino")
    together = workflow.load_notes(workshop)

    assert [note.reply_to for note in alone] == ["decidim:comment-9", ""]
    assert [note.reply_to for note in together[:2]] == ["decidim:comment-9", "decidim:proposal-12"]
    assert [note.ref for note in together] == ["E1-001", "E1-002", "E2-001", "E2-002", "E2-003"]
