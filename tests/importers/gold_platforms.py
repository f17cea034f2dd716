"""Exports of Decidim and Kerrokantasi written by hand, and what a person reads in them."""

from __future__ import annotations

import json
from typing import Any

from tests.importers.exports import to_csv, to_xlsx
from tests.importers.gold import Gold

OLD_PROPOSALS = """id;category/id;category/name/fi;participatory_space/id;component/id;title/sv;\
title/fi;body/sv;body/fi;state;reference;supports;endorsements/total_count;comments;published_at
12;3;Nuoret;5;7;;Chat iltaisin;;"<p>Auki klo 20 asti; myös <b>la</b></p>";accepted;pop-1;14;2;1;2024
13;3;Nuoret;5;7;Buss;;<p>Till kvällen</p>;;;pop-2;0;0;0;2024
14;;;5;7;Kö;Jono;Bort;Pois;evaluating;pop-3;1;;;2024
15;;;5;7;;Perun tämän;;Ei enää;withdrawn;pop-4;9;;;2024
16;;;5;7;;Hylätty;;Ei;rejected;pop-5;9;;;2024
17;;;5;7;;;;;;pop-6;;;;2024
""".encode("cp1252")
OLD_NOTES = [
    Gold("Chat iltaisin. Auki klo 20 asti; myös la", weight=16),
    Gold("Buss. Till kvällen"),
    Gold("Jono. Pois", weight=1),
]


def _new(book: Any) -> None:
    sheet = book.active
    sheet.title = "Export"
    sheet.append(
        ["id", "author/name", "taxonomies", "title", "body", "state", "likes/total_count", "votes",
         "withdrawn_at", "component/id"]
    )  # fmt: skip
    sheet.append([1, "Tiina Testaaja", None, "Kerho", "Isille\n- ti\n- to", None, 3, 10, None, 4])
    sheet.append([2, "Olli O", None, "Peruttu", "x", None, 1, 1, "2025-01-02T10:00:00Z", 4])


NEW_NOTES = [Gold("Kerho. Isille - ti - to", weight=13)]

_FI_SV = {"fi": "Neuvola", "sv": "Rådgivning", "machine_translations": {"en": "Clinic"}}
JSON = json.dumps(
    [
        {
            "id": 3,
            "author": {"name": "Tiina Testaaja"},
            "component": {"id": 4},
            "title": _FI_SV,
            "body": {"fi": "<p>Lisää &amp; lähemmäs</p>", "sv": "Mera"},
            "likes": {"total_count": 5},
            "votes": None,
        },
        {"id": 3, "component": {"id": 4}, "title": {"fi": "Taas"}, "body": {"fi": "sama"}},
        {"id": 4, "component": {"id": 4}, "title": {"en": "Bus"}, "body": {"en": "Later"}},
    ]
)
JSON_NOTES = [Gold("Neuvola. Lisää & lähemmäs", weight=5), Gold("Bus. Later")]

COMMENTS = to_csv(
    [
        ["id", "created_at", "body", "locale", "author/id", "author/name", "alignment", "depth",
         "commentable_id", "commentable_type", "root_commentable_url"],
        [8, "2024", "Vastaan ehdotuksen", "fi", 1, "Tiina Testaaja", 0, 1, 9,
         "Decidim::Comments::Comment", ""],
        [9, "2024", "Hyvä ajatus", "fi", 2, "Olli O", 1, 0, 12, "Decidim::Proposals::Proposal", ""],
        [10, "2024", "", "fi", 2, "Olli O", -1, 0, 12, "Decidim::Proposals::Proposal", ""],
    ],
    delimiter=";",
)  # fmt: skip
COMMENT_NOTES = [Gold("Vastaan ehdotuksen", on="Hyvä ajatus"), Gold("Hyvä ajatus")]

TITLE = "Osallisuusohjelman luonnos"


def _hearing(book: Any) -> None:
    sheet = book.active
    sheet.title = "Hearing"
    for row in (
        ["Title (sv)", "Utkast"],
        ["Title (fi)", TITLE],
        ["Created", "2024-10-01"],
        ["Comments", "5"],
        ["Sections", "2"],
    ):
        sheet.append(row)
    main = book.create_sheet("Pääosio")
    head = ["Author", "Email", "Content", "Subcontent", "Created", "Votes", "Label", "Map comment",
            "Geojson", "Images"]  # fmt: skip
    for row in (["Section"], ["Pääosio"], [], ["Comments"], head):
        main.append(row)
    main.append(["Tiina Testaaja", "tiina@example.org", "'-Lisää aikoja", None, "2024", 4, None,
                 None, "null", None])  # fmt: skip
    main.append(["Olli O", "olli@example.org", None, "Samaa mieltä", "2024", 1, "Palvelu", None,
                 "null", "https://x.example/k.jpg?sig=1"])  # fmt: skip
    main.append([None, None, "Kirjoittaja poisti oman viestinsä.", None, "2024", 0, None, None,
                 "null", None])  # fmt: skip
    main.append([None, None, None, "Orpo vastaus", "2024", 0, None, None, "null", None])
    main.append([None, None, '\'"Lainaus" alkuun', None, "2024", 0, None, "Tässä", "{}", None])
    main.append([None, None, "Polls", None, "2024", 0, None, None, "null", None])
    for _blank in range(4):
        main.append([])
    for row in (
        ["Polls"],
        ["Poll question", "Poll type", "Total votes", "How many people answered the question"],
        ["'-Missä asioit?", "multiple-choice", 10, 7],
        ["Options", "Votes", "Votes %"],
        ["1) Verkossa", 6, "=B18/C16"],
        ["2) Ei missään", 0, "=B19/C16"],
        [],
        ["Poll question", "Poll type", "Total votes", "How many people answered the question"],
        ["Milloin?", "single-choice", 3, 3],
        ["Options", "Votes", "Votes %"],
        ["1) Illalla", 3, "=B24/C22"],
    ):
        main.append(row)
    other = book.create_sheet("Keinot")
    for row in (["Section"], ["Keinot"], [], ["Comments"], ["Content", "Created", "Votes"]):
        other.append(row)
    other.append(["Viesti on poistettu, koska se ei noudattanut sääntöjä", "2024", 0])
    other.append(["Viesti on poistettu liian helposti", "2024", 2])


HEARING_NOTES = [
    Gold("-Lisää aikoja", TITLE, 4),
    Gold("Samaa mieltä", TITLE, 1, on="-Lisää aikoja"),
    Gold("Orpo vastaus", TITLE),
    Gold('"Lainaus" alkuun. Tässä', TITLE),
    Gold("Polls", TITLE),
    Gold("Viesti on poistettu liian helposti", "Keinot", 2),
]
POLLS = [
    ("-Missä asioit?", 7, (("Verkossa", 6), ("Ei missään", 0))),
    ("Milloin?", 3, (("Illalla", 3),)),
]


def _comment(number: int, content: str | None, **more: object) -> dict[str, object]:
    known = {"author_name": "Tiina Testaaja", "n_votes": 0, "created_at": "2024", "comment": None}
    return {"id": number, "content": content, **known, **more}


PAGES = json.dumps(
    [
        {"count": 7, "next": "…", "results": [
            _comment(5, "Vastaus", comment=2),
            _comment(4, None, deleted=True),
            _comment(3, "Sopimaton", flagged=True, n_votes=3),
        ]},
        {"count": 7, "next": None, "results": [
            _comment(2, "Jonot &lt; tunti", n_votes=4, images=[{"url": "x"}]),
            _comment(6, "Poistetulle", comment=4),
            _comment(2, "Jonot taas"),
        ]},
    ]
)  # fmt: skip
PAGE_NOTES = [
    Gold("Vastaus", on="Jonot < tunti"),
    Gold("Jonot < tunti", weight=4),
    Gold("Poistetulle"),
]
LIST = json.dumps([_comment(1, "<b>Ilta</b>", map_comment_text="Torilla"), _comment(2, "Aamu")])
LIST_NOTES = [Gold("Ilta. Torilla"), Gold("Aamu")]

PLATFORMS = {
    "Decidim, old CSV": (OLD_PROPOSALS, "decidim", OLD_NOTES, [5, 6, 7]),
    "Decidim, new Excel": (to_xlsx(_new), "decidim", NEW_NOTES, [3]),
    "Decidim, JSON": (JSON.encode(), "decidim", JSON_NOTES, [2]),
    "Decidim, comments": (COMMENTS.encode(), "decidim", COMMENT_NOTES, [4]),
    "Kerrokantasi, report": (to_xlsx(_hearing), "kerrokantasi", HEARING_NOTES, [8, 6]),
    "Kerrokantasi, pages": (PAGES.encode(), "kerrokantasi-json", PAGE_NOTES, [2, 3, 6]),
    "Kerrokantasi, list": (LIST.encode(), "kerrokantasi-json", LIST_NOTES, []),
}
