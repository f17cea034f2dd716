"""Padlet in four shapes: the same posts, the same words."""

from __future__ import annotations

import pytest

from tests.importers.exports import BOARD, PADLET_CSV, PADLET_MARKDOWN, to_csv, to_zip
from toolkit.domain import Import
from toolkit.importers import padlet_csv, padlet_json, padlet_markdown, padlet_zip
from toolkit.importers.opened import OpenedFile

QUESTION = "Mikä toimii?"


def read_csv(content: str | bytes) -> Import:
    data = content.encode() if isinstance(content, str) else content
    return padlet_csv.FORMAT.parse(OpenedFile("ilta.csv", data))


def texts(imported: Import) -> list[str]:
    return [note.text for note in imported.notes]


def posts(*rows: tuple[str, str], header: str = "Subject,Body,Author") -> str:
    return to_csv([header.split(","), *([*row, "Anonymous"] for row in rows)])


@pytest.mark.parametrize(
    ("subject", "body", "text"),
    [
        ("Kyydit", "<p>Ei bussia.</p><p>Taksi&nbsp;käy</p>", "Kyydit. Ei bussia. Taksi käy"),
        ("Kiitos!", "Ryhmä auttoi", "Kiitos! Ryhmä auttoi"),
        ("Miksi?", "", "Miksi?"),
        ("", "a < b ja <3", "a < b ja <3"),
        ("'=1+1", "'- enemmän aikoja", "=1+1. - enemmän aikoja"),
        ("Monta\nriviä", "<ul><li>yksi</li><li>kaksi</li></ul>", "Monta riviä. yksi kaksi"),
        ("<script>alert(1)</script>", "<b>Jonot</b>", "Jonot"),
    ],
)
def test_a_post_becomes_one_text(subject: str, body: str, text: str) -> None:
    assert texts(read_csv(posts((subject, body)))) == [text]


@pytest.mark.parametrize(
    "header",
    [
        "Subject,Body,Attachment,Author,Created At,Updated At",
        "Author,Section,Subject,Body,Attachment,Created At,Updated At",
        "Otsikko,Sisältö,Liite,Tekijä,Luotu,Päivitetty",
        "Aihe,Teksti,Osio",
        "SUBJECT , body,author",
        "Rubrik,Innehåll,Författare,Avsnitt",
    ],
)
def test_headers_old_new_finnish_and_swedish(header: str) -> None:
    names = header.split(",")
    body = next(i for i, name in enumerate(names) if name.strip().casefold() in
                ("body", "sisältö", "teksti", "innehåll"))  # fmt: skip
    row = ["jonot" if i == body else "" for i in range(len(names))]

    assert texts(read_csv(to_csv([names, row]))) == ["jonot"]


def test_the_section_is_the_question() -> None:
    table = to_csv([["Author", "Section", "Subject", "Body"], ["A", QUESTION, "", "Chat"]])

    [note] = read_csv(table).notes

    assert (note.prompt, note.place, note.group, note.language, note.ref) == (
        QUESTION,
        "row 2",
        "",
        "",
        "",
    )


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["cp1252", "utf-8-sig", "utf-16", "mac_roman"])
def test_what_excel_has_saved_again(delimiter: str, encoding: str) -> None:
    rows = [["Otsikko", "Teksti", "Tekijä"], ["Pöytä, tuoli", "äiti; isä", ""], ["b", "öljy", ""]]
    table = to_csv(rows, delimiter=delimiter).replace("\n", "\r\n").encode(encoding)

    assert texts(read_csv(table)) == ["Pöytä, tuoli. äiti; isä", "b. öljy"]


def test_the_line_that_names_the_separator() -> None:
    assert texts(read_csv("sep=;\nSubject;Body;Author\nA, b, c;d, e, f;\n")) == ["A, b, c. d, e, f"]


def test_rows_that_hold_no_words_are_skipped_with_reasons() -> None:
    table = to_csv(
        [
            ["Subject", "Body", "Attachment", "Author"],
            ["", "", "", "Anonymous"],
            ["", "<p> </p>", "https://x.example/k.jpg", "A"],
            ["", "Chat", "", ""],
            ["a", "b", "", "", "liikaa"],
        ]
    )

    receipt = read_csv(table).receipt

    assert (receipt.rows, receipt.notes) == (4, 1)
    assert [(s.row, s.reason) for s in receipt.skipped] == [
        (2, "an empty post"),
        (3, "only an attachment, no text"),
        (5, "more cells than the header has columns"),
    ]


def test_columns_that_hold_more_are_named() -> None:
    table = to_csv([["Subject", "Body", "Author", "Kunta", "Väri"], ["", "Chat", "", "Nurmes", ""]])

    [warn] = read_csv(table).receipt.warnings

    assert (warn.code, "Kunta" in warn.message, "Väri" in warn.message) == (
        "columns_not_read",
        True,
        False,
    )


def test_ids_do_not_depend_on_the_order_of_the_board() -> None:
    rows = (("", "Chat"), ("Kyydit", "bussi"), ("", "chat"))

    there, back = (read_csv(posts(*order)) for order in (rows, rows[::-1]))

    assert {note.id for note in there.notes} == {note.id for note in back.notes}
    assert there.notes[1].id == back.notes[1].id


def test_the_zip_holds_the_same_posts_and_its_comments() -> None:
    data = to_zip(
        {
            "Posts - Ilta.csv": "\ufeff" + PADLET_CSV,
            "Comments - Ilta.csv": "Post,Author,Comment\nKyydit,A,Samaa mieltä\n,B,Niin\n",
            "kuva.jpg": b"\xff\xd8\xff",
            "__MACOSX/._Posts.csv": b"\0",
        }
    )

    imported = padlet_zip.FORMAT.parse(OpenedFile("ilta.zip", data))

    posts = read_csv(PADLET_CSV).notes
    assert imported.notes[:2] == posts
    assert [(note.text, note.reply_to) for note in imported.notes[2:]] == [
        ("Samaa mieltä", posts[0].id),
        ("Niin", ""),
    ]
    said = {warn.code: warn.message for warn in imported.receipt.warnings}
    assert "kuva.jpg" in said["files_not_read"]


def test_markdown_keeps_sections_and_what_readers_added() -> None:
    imported = padlet_markdown.FORMAT.parse(OpenedFile("ilta.md", PADLET_MARKDOWN.encode()))

    assert [(note.text, note.prompt) for note in imported.notes] == [
        ("Kyydit. Bussi ei kulje. ## ei otsikko", QUESTION),
        ("Samaa mieltä!", QUESTION),
        ("**Tärkeä**: kyllä", QUESTION),
        ("Chat auki iltaisin", "Mitä puuttuu?"),
    ]
    assert [warn.code for warn in imported.receipt.warnings] == [
        "attachments_not_read",
        "marks_not_read",
        "columns_not_read",
    ]


def test_a_markdown_board_without_sections_answers_its_title() -> None:
    head = "# Mikä puuttuu?\n\n## Summary\n- **Builder:** O\n\n"
    board = head + "### 1. Pitkä\notsikko\n\n**Author:** A\n\nteksti\n---\nlisää\n"

    [note] = padlet_markdown.FORMAT.parse(OpenedFile("x.md", board.encode())).notes

    assert (note.prompt, note.text) == ("Mikä puuttuu?", "Pitkä otsikko. teksti --- lisää")


def test_json_reads_approved_posts() -> None:
    imported = padlet_json.FORMAT.parse(OpenedFile("ilta.json", BOARD.encode()))

    assert [(n.id, n.text, n.prompt) for n in imported.notes] == [
        ("padlet:post_1", "Kyydit. Bussi ei kulje.", QUESTION),
        ("padlet:post_3", "Ilman osiota", "Osallisuus"),
        ("padlet:comment_1", "Samaa mieltä", ""),
    ]
    assert [s.reason for s in imported.receipt.skipped] == ["waits for moderation on the board"]
    assert [w.code for w in imported.receipt.warnings] == ["comments_unlinked", "columns_not_read"]
