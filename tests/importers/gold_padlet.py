"""Padlet boards written by hand, and what a person reads in them."""

from __future__ import annotations

import json

import openpyxl

from tests.importers.exports import to_csv, to_xlsx, to_zip
from tests.importers.gold import Gold

Q1, Q2 = "Mikä auttaa arjessa?", "Mitä puuttuu?"

OLD_CSV = """Subject,Body,Attachment,Author,Created At,Updated At
Kyydit,"<p>Bussi kulkee, mutta <b>harvoin</b>.</p><p>Taksi&nbsp;auttaisi</p>",,Anonymous,,
"",<p>Samaa mieltä</p>,https://u.padlet.example/k.jpg?sig=SALAISUUS,Brave Lynx,2025-10-07 UTC,
"","",,Anonymous,2025-10-07 07:07:18 UTC,
"Jonot
ja ajat?",a &lt; b &amp; c,,Tiina T.,2025-10-07 07:08:18 UTC,
"""
OLD_NOTES = [
    Gold("Kyydit. Bussi kulkee, mutta harvoin. Taksi auttaisi"),
    Gold("Samaa mieltä"),
    Gold("Jonot ja ajat? a < b & c"),
]
EXCEL_CSV = (
    "sep=;\r\n"
    "Otsikko;Teksti;Osio;Tekijä;Tykkäykset;Tila\r\n"
    f'Chat;"Auki iltaisin; myös la";{Q1};Rohkea Ilves;12;approved\r\n'
    f";Öljyä;{Q2};Å. Ö.;;pending_moderation\r\n"
    f";Ääniä kuuluviin;{Q2};;1 204;\r\n"
).encode("cp1252")
EXCEL_NOTES = [
    Gold("Chat. Auki iltaisin; myös la", Q1, 12),
    Gold("Ääniä kuuluviin", Q2, 1204),
]

POSTS = to_csv(
    [
        ["Author", "Section", "Subject", "Body", "Attachment", "Created At", "Updated At"],
        ["Anonymous", Q1, "Kyydit", "<p>Bussi ei kulje</p>", "", "2026-10-07T07:05:18.000Z", ""],
        ["Swift Otter", Q1, "Toive", "Lisää aikoja", "", "", ""],
        ["Anonymous", Q2, "Toive", "Chat iltaisin", "", "", ""],
        ["Anonymous", Q2, "", "Samaa mieltä", "", "", ""],
    ]
)
COMMENTS = to_csv(
    [
        ["Post", "Author", "Comment", "Created At"],
        ["Kyydit", "Brave Lynx", "Samaa mieltä", "2026-10-07T07:10:00.000Z"],
        ["Kyydit", "Olli O.", "<p>Taksi: <b>kallis</b></p>", ""],
        ["Toive", "Anonymous", "Kumpi näistä?", ""],
        ["samaa  MIELTÄ", "Anonymous", "Samaa mieltä", ""],
        ["Poistettu", "Anonymous", "Minne tämä jäi?", ""],
        ["Kyydit", "Anonymous", "", ""],
    ]
)
ZIP = {"Posts - Ilta.csv": "\ufeff" + POSTS, "Comments - Ilta.csv": "\ufeff" + COMMENTS}
ZIP_NOTES = [
    Gold("Kyydit. Bussi ei kulje", Q1),
    Gold("Toive. Lisää aikoja", Q1),
    Gold("Toive. Chat iltaisin", Q2),
    Gold("Samaa mieltä", Q2),
    Gold("Samaa mieltä", Q1, on="Kyydit. Bussi ei kulje"),
    Gold("Taksi: kallis", Q1, on="Kyydit. Bussi ei kulje"),
    Gold("Kumpi näistä?"),
    Gold("Samaa mieltä", Q2, on="Samaa mieltä"),
    Gold("Minne tämä jäi?"),
]
BOARDS_ZIP = {
    "Posts - Aamu.csv": "Subject,Body,Author\nKyydit,aamulla,A\n",
    "Posts - Ilta.csv": "Subject,Body,Author,Votes\nKyydit,illalla,A,3\n",
    "Comments - Aamu.csv": "Post,Comment\nKyydit,Aamun kommentti\n",
    "Comments - Ilta.csv": "Post,Comment\nKyydit,Illan kommentti\n",
}
BOARDS_NOTES = [
    Gold("Kyydit. aamulla"),
    Gold("Kyydit. illalla", weight=3),
    Gold("Aamun kommentti", on="Kyydit. aamulla"),
    Gold("Illan kommentti", on="Kyydit. illalla"),
]

STARS = """# Osallisuus

## Summary
- **Link:** https://padlet.com/x/y
- **Builder:** Olli (olli)
- **Posts:** 3

## Mikä auttaa arjessa?

### 1. Kyydit
**Author:** Brave Lynx

<p>Bussi ei kulje <strong>illalla</strong>.</p>

**Kunta:** Nurmes

![Attachment](https://u.padlet.example/kuva(1).jpg?Signature=SALAISUUS)

#### Comments (4)
- **Anonymous** (Oct 07, 2025 07:10am): Samaa mieltä
- **Swift Otter** (Oct 07, 2025 07:11am): **Tärkeä** (kts. 1): kyllä
- **Maija (ryhmä 2)** (Oct 07, 2025 07:12am): Pitkä ajatus

jatkuu: näin
[Attachment](https://u.padlet.example/b.png?Signature=SALAISUUS)
- **Anonymous** (Oct 07, 2025 07:13am): [Attachment 1](https://u.padlet.example/c.png?x=SALAISUUS)

#### Reactions
- **Average star rating:** 4.6666666666666667
- **Number of ratings:** 15

#### Additional Information
- **Post color:** Red
- **Created At (UTC):** Oct 07, 2025 07:05am

---

### 2.\x20
**Author:** Tiina T. (tiinat)

<p>Samaa mieltä</p>

#### Additional Information
- **Post color:** White

---

## Mitä puuttuu?

### 1. Kuka
vastaa?

**Author:** Anonymous

[Attachment](https://u.padlet.example/d.pdf)

#### Comments (1)
- **Tiina T. (tiinat)** (Oct 08, 2025 11:59pm): Samaa mieltä

---
"""
STARS_NOTES = [
    Gold("Kyydit. Bussi ei kulje illalla.", Q1, 15),
    Gold("Samaa mieltä", Q1, on="Kyydit. Bussi ei kulje illalla."),
    Gold("**Tärkeä** (kts. 1): kyllä", Q1, on="Kyydit. Bussi ei kulje illalla."),
    Gold("Pitkä ajatus jatkuu: näin", Q1, on="Kyydit. Bussi ei kulje illalla."),
    Gold("Samaa mieltä", Q1),
    Gold("Kuka vastaa?", Q2),
    Gold("Samaa mieltä", Q2, on="Kuka vastaa?"),
]
LIKES = """# Mitä puuttuu?

## Summary
- **Builder:** Olli (olli)

### 1. Chat
**Tekijä:** Nopea Saukko

Auki iltaisin

#### Kommentit (1)
- **Nopea Saukko** (eilen): Myös lauantaisin

#### Reaktiot
- **Tykkäykset:** 7
- **Vastaan:** 2

---

### 2. Jonot
**Tekijä:** Anonyymi

Pois
"""
LIKES_NOTES = [
    Gold("Chat. Auki iltaisin", Q2, 7),
    Gold("Myös lauantaisin", Q2, on="Chat. Auki iltaisin"),
    Gold("Jonot. Pois", Q2),
]


def _item(kind: str, key: str, attributes: object, **related: str) -> dict[str, object]:
    links = {name: {"data": {"id": value, "type": name}} for name, value in related.items()}
    return {"type": kind, "id": key, "attributes": attributes, "relationships": links}


def _post(key: str, section: str, status: str = "approved", **content: object) -> dict[str, object]:
    author = {"shortName": "Brave Lynx", "fullName": "Tiina Testaaja"}
    attributes = {"author": author, "status": status, "content": content}
    return _item("post", key, attributes, section=section)


def _comment(key: str, post: str, text: str, status: str = "approved") -> dict[str, object]:
    attributes = {"content": text, "htmlContent": f"<p>{text}</p>", "status": status}
    return _item("comment", key, attributes, post=post, author="user_1")


BOARD = json.dumps(
    {
        "data": {"type": "board", "id": "b", "attributes": {"title": "Osallisuus"}},
        "included": [
            _comment("comment_1", "post_1", "Samaa mieltä"),
            _item("section", "sec_1", {"title": Q1}),
            _post("post_1", "sec_1", subject="Kyydit", bodyHtml="<p>Bussi</p>", body="x"),
            _post("post_2", "sec_1", "pending_moderation", subject="Odottaa"),
            _post("post_3", "sec_9", body="Ilman osiota", attachment={"url": "https://x.example"}),
            _comment("comment_2", "post_2", "Odottavasta"),
            _comment("comment_3", "post_3", "Ei vielä", "pending_moderation"),
            _comment("comment_4", "post_9", "Poistetusta"),
            _comment("comment_5", "post_3", "Kiitos &amp; hyvä"),
            _item("reaction", "r1", {"reactionType": "like", "value": 1}, post="post_1"),
            _item("reaction", "r2", {"reactionType": "like", "value": 1}, post="post_1"),
            _item("reaction", "r3", {"reactionType": "grade", "value": 9}, post="post_3"),
        ],
    }
)
BOARD_NOTES = [
    Gold("Kyydit. Bussi", Q1, 2),
    Gold("Ilman osiota", "Osallisuus"),
    Gold("Samaa mieltä", Q1, on="Kyydit. Bussi"),
    Gold("Poistetusta"),
    Gold("Kiitos & hyvä", "Osallisuus", on="Ilman osiota"),
]
EMPTY_BOARD = json.dumps(
    {
        "data": {"type": "board", "id": "b", "attributes": {"title": Q2}},
        "included": [
            {"type": "post", "attributes": {"content": {"body": "Sama"}}},
            {"type": "post", "attributes": {"content": {"body": "sama "}}},
            {"type": "comment", "attributes": {"content": "Sama"}},
            {"type": "post", "id": "1", "attributes": {"content": {"body": "Yksi"}}},
            {"type": "comment", "id": "1", "attributes": {"content": "Kaksi"}},
        ],
    }
)
EMPTY_NOTES = [
    Gold("Sama", Q2),
    Gold("sama", Q2),
    Gold("Yksi", Q2),
    Gold("Sama"),
    Gold("Kaksi"),
]


def _book(book: openpyxl.Workbook) -> None:
    sheet = book.active
    assert sheet is not None
    sheet.title = "Posts"
    for row in ([Q1], [], ["Aihe", "Sisältö", "Osio", "Äänet", "Kunta"]):
        sheet.append(row)
    sheet.append(["Kyydit", "<p>Bussi</p>", Q1, 4, "Nurmes"])
    sheet.append(["", "'- enemmän aikoja", Q2, None, None])
    sheet.append(["Piilotettu", "Tämän lähettäjä piilotti", Q2, 9, None])
    sheet.row_dimensions[6].hidden = True
    comments = book.create_sheet("Comments")
    comments.append(["Julkaisu", "Kommentti", "Kirjoittaja"])
    comments.append(["Kyydit", "Taksi", "Brave Lynx"])


XLSX_NOTES = [
    Gold("Kyydit. Bussi", Q1, 4),
    Gold("- enemmän aikoja", Q2),
    Gold("Taksi", Q1, on="Kyydit. Bussi"),
]

PADLETS = {
    "old CSV": (OLD_CSV.encode(), "padlet-csv", OLD_NOTES, [4]),
    "CSV from Excel": (EXCEL_CSV, "padlet-csv", EXCEL_NOTES, [3]),
    "ZIP": (to_zip(ZIP), "padlet-zip", ZIP_NOTES, [7]),
    "ZIP of two boards": (to_zip(BOARDS_ZIP), "padlet-zip", BOARDS_NOTES, []),
    "Markdown with stars": (STARS.encode(), "padlet-markdown", STARS_NOTES, [26]),
    "Markdown in Finnish": (LIKES.encode(), "padlet-markdown", LIKES_NOTES, []),
    "JSON": (BOARD.encode(), "padlet-json", BOARD_NOTES, [2, 2, 3]),
    "JSON without ids": (EMPTY_BOARD.encode(), "padlet-json", EMPTY_NOTES, []),
    "Excel": (to_xlsx(_book), "padlet-xlsx", XLSX_NOTES, [1, 6]),
}
