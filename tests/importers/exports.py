"""Exports as facilitators bring them, invented and made from a few lines."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import docx
import openpyxl

from tests.importers import odf_files, pdf_files, slide_files
from tests.importers.platform_exports import PLATFORM_EXPORTS


def to_csv(rows: Sequence[Sequence[object]], *, delimiter: str = ",") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return text.getvalue()


def to_zip(members: Mapping[str, str | bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


def to_docx(build: Callable[[Any], None]) -> bytes:
    document = docx.Document()
    build(document)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def to_xlsx(build: Callable[[Any], None]) -> bytes:
    book = openpyxl.Workbook()
    build(book)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


PADLET_CSV = to_csv(
    [
        ["Subject", "Body", "Attachment", "Author", "Created At", "Updated At"],
        ["Kyydit", "<p>Bussi ei <b>kulje</b>.</p>", "", "Anonymous", "2026-10-07 07:05:18 UTC", ""],
        ["", "<p>Chat auki iltaisin</p>", "https://x.example/k.jpg", "Brave Lynx", "", ""],
    ]
)
PADLET_MARKDOWN = """# Osallisuus

Työskentely 1

## Summary
- **Link:** https://padlet.com/x/y
- **Builder:** Olli (olli)
- **Posts:** 2

## Mikä toimii?

### 1. Kyydit
**Author:** Anonymous

<p>Bussi ei <strong>kulje</strong>.</p><p>## ei otsikko</p>

**Kunta:** Nurmes

[Attachment](https://padlet.com/x/y/wish/z)

#### Comments (2)
- **Anonymous** (Oct 07, 2024 07:10am): Samaa mieltä!
- **Brave Lynx** (Oct 07, 2024 07:11am): **Tärkeä**: kyllä

#### Reactions
- **Average star rating:** 4.66

#### Additional Information
- **Post color:** Red

---

## Mitä puuttuu?

### 1.\x20
**Author:** Tiina T. (tiinat)

<p>Chat auki iltaisin</p>


#### Additional Information
- **Post color:** White

---
"""
ROUNDTABLE = """PYÖREÄN PÖYDÄN KESKUSTELU 12.3.2024

Pöytä 1: Nuoret (kirjuri Kirsi)
Mikä toimii?
- kuraattori tavoitettavissa
  o myös WhatsAppilla
• Ohjaamo
1) Chat

Mitä pitäisi muuttaa?
jonot pois!! (++)

Pöytä 2 / Perheet
Mikä toimii?
– neuvola
"""
POLIS = {
    "summary.csv": 'topic,"Nuorten palvelut"\nurl,https://polis.example/7abcdefgh2\nvoters,2\n',
    "comments.csv": to_csv(
        [
            [
                "timestamp",
                "datetime",
                "comment-id",
                "author-id",
                "agrees",
                "disagrees",
                "moderated",
                "comment-body",
            ],
            [1700000000, "x", 1, 7, 2, 0, 1, "Chat pitää\nolla auki"],
            [1700000000, "x", 0, 8, 2, 1, 0, "Jonot, ovat pitkiä"],
            [1700000000, "x", 2, 8, 0, 1, -1, "Hylätty"],
        ]
    ),
    "votes.csv": to_csv(
        [
            ["timestamp", "datetime", "comment-id", "voter-id", "vote"],
            [1700000100, "x", 0, 7, 1],
            [1700000300, "x", 0, 8, 1],
            [1700000200, "x", 0, 8, -1],
            [1700000100, "x", 1, 7, 1],
            [1700000100, "x", 1, 8, 1],
            [1700000100, "x", 2, 7, -1],
        ]
    ),
    "participant-votes.csv": to_csv(
        [
            [
                "participant",
                "group-id",
                "n-comments",
                "n-votes",
                "n-agree",
                "n-disagree",
                "0",
                "1",
                "2",
            ],
            [8, 1, 0, 2, 2, 0, 1, 1, ""],
            [7, 0, 1, 3, 2, 1, 1, 1, -1],
        ]
    ),
}


def roundtable_docx(document: Any) -> None:
    document.add_paragraph("Pöytäkeskustelut", style="Title")
    document.add_paragraph("Tiistai 6.10.2026 klo 17.00, Lehtosali")
    document.add_heading("Pöytä 1: Nuoret", level=1)
    document.add_paragraph("Kirjuri: Kirsi")
    document.add_paragraph("Mikä toimii?")
    document.add_paragraph("Chat", style="List Bullet")
    document.add_paragraph("Miksi kukaan ei vastaa?", style="List Bullet")
    document.add_paragraph().add_run("Mitä pitää muuttaa").bold = True
    document.add_paragraph("- jonot pois\n- lisää aikoja")
    document.add_heading("Pöytä 2: Vanhemmat", level=1)
    document.add_heading("Läheisen tuki", level=2)
    document.add_paragraph("Vertaistukea isille")
    table = document.add_table(rows=3, cols=2)
    cells = [["Kysymys", "Vastaus"], ["Saako tieto kulkea?", "Luvalla kyllä"], ["Entä etänä?", ""]]
    for row, texts in zip(table.rows, cells, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


SUBTITLES = """WEBVTT

1
00:00:10.087 --> 00:00:13.130
<v Matti Meikäläinen>Mikä toimii?</v>

2
00:00:14.087 --> 00:00:15.130
<v Maija Mäkelä>- Neuvola
- Chat</v>
"""
ZOOM_CHAT = """10:05:18 From Matti to Everyone : Jonot
10:06:02 From Maija to Matti(Direct Message) : Olen sairaana
10:06:09 From Maija to Everyone : Mikä toimii?
"""


def speech_docx(document: Any) -> None:
    document.add_paragraph("Kokouksen tallenne")
    document.add_paragraph("\nMatti Meikäläinen   0:10\nJonot")
    document.add_paragraph("\nMaija Mäkelä   0:13\nMikä toimii?")


def notes_xlsx(book: Any) -> None:
    sheet = book.active
    sheet.title = "Muistiinpanot"
    sheet.append(["Pyöreän pöydän kirjaukset"])
    sheet.append([])
    sheet.append(["Pöytä", "Kysymys", "Vastaus", "Kirjaaja"])
    sheet.append([1, "Mikä toimii?", "Neuvola", "Kirsi"])
    sheet.append([None, None, "'- kerho", None])
    sheet.append([2, "Mitä muuttaisit?", "Jonot", None])
    sheet.append([None, None, None, "Kirsi"])
    sheet.merge_cells("B4:B5")
    hidden = book.create_sheet("Piilossa")
    hidden.append(["Vastaus"])
    hidden.append(["ei saa lukea"])
    hidden.sheet_state = "hidden"


def _survey(book: Any) -> None:
    sheet = book.active
    sheet.append(["ID", "Alkamisaika", "Valmistumisaika", "Sähköposti", "Mikä toimii?"])
    sheet.append([1, "7.10.2024", "7.10.2024", "anonymous", "Kyselyt ja sähköinen alusta"])


SURVEY = (
    '"id";"submitdate";"lastpage";"startlanguage";"Mikä toimii?"\r\n'
    '"3";"2024-10-07 10:05:18";"2";"fi";"Hyvin; mutta jonot haittaavat"\r\n\r\n'
)


BOARD = """{"data": {"type": "board", "id": "b", "attributes": {"title": "Osallisuus"}},
 "included": [
  {"type": "section", "id": "sec_1", "attributes": {"title": "Mikä toimii?"}},
  {"type": "post", "id": "post_1", "attributes": {"status": "approved",
    "content": {"subject": "Kyydit", "bodyHtml": "<p>Bussi ei kulje.</p>", "body": "x"},
    "customFields": [{"key": "Kunta", "value": "Nurmes"}]},
    "relationships": {"section": {"data": {"id": "sec_1", "type": "section"}}}},
  {"type": "post", "id": "post_2", "attributes": {"status": "pending_moderation",
    "content": {"subject": "Odottaa"}}},
  {"type": "post", "id": "post_3", "attributes": {"content": {"body": "Ilman osiota"}}},
  {"type": "comment", "id": "comment_1", "attributes": {"content": "Samaa mieltä"}}]}"""


def every_export() -> dict[str, bytes]:
    """File name → bytes: one of every format, and what belongs to none."""
    posts = {
        "Posts - Ilta.csv": PADLET_CSV,
        "Comments - Ilta.csv": "Post,Author,Comment\nKyydit,A,B\n",
    }
    return {
        "padlet-csv": PADLET_CSV.encode(),
        "padlet-zip": to_zip(posts),
        "padlet-markdown": PADLET_MARKDOWN.encode(),
        "padlet-json": BOARD.encode(),
        **PLATFORM_EXPORTS,
        "polis": to_zip(POLIS),
        "survey-forms": to_xlsx(_survey),
        "survey-google": "Aikaleima,Mikä toimii?\n1.1.,Neuvola on oikein hyvä\n".encode(),
        "survey-limesurvey": SURVEY.encode("utf-8-sig"),
        "speech-vtt": SUBTITLES.encode(),
        "speech-teams": to_docx(speech_docx),
        "chat-zoom": ZOOM_CHAT.encode(),
        "chat-teams": "Matti Meikäläinen\n10.05\nJonot\n\nMaija Mäkelä\n10.06\nBussit\n".encode(),
        "chat-phone": b"7.10.2024 10.05 - Matti: Jonot\n7.10.2024 10.06 - Maija: Bussit\n",
        "notes-docx": to_docx(roundtable_docx),
        "notes-odt": odf_files.DISCUSSION,
        "notes-xlsx": to_xlsx(notes_xlsx),
        "notes-ods": odf_files.WORKBOOK,
        "notes-pptx": slide_files.to_pptx(slide_files.stickies),
        "notes-pdf": pdf_files.PAGES,
        "notes-csv": "Pöytä;Kysymys;Vastaus\n1;Mikä toimii?;Neuvola\n;;Chat\n".encode(),
        "notes-text": ROUNDTABLE.encode("cp1252"),
    }
