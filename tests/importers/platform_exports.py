"""One small export of every platform beside Padlet's own shapes, invented."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

import openpyxl


def to_book(sheets: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


SECTION = [
    ["Section"],
    ["Pääosio"],
    [],
    ["Comments"],
    ["Content", "Created", "Votes"],
    ["Jonot pois", "2024-10-07T10:05:18+03:00", 4],
]
COMMENTS = """{"count": 1, "results": [
 {"id": 1, "content": "Jonot pois", "author_name": "A", "n_votes": 2, "comment": null}]}"""
PLATFORM_EXPORTS = {
    "padlet-xlsx": to_book(
        {"Posts": [["Subject", "Body", "Author"], ["Kyydit", "Bussi ei kulje", "Brave Lynx"]]}
    ),
    "decidim": b"id;component/id;title/fi;body/fi;state\n1;7;Chat;Auki;\n2;7;Ei;X;rejected\n",
    "kerrokantasi": to_book({"Hearing": [["Title (fi)", "Luonnos"]], "Pääosio": SECTION}),
    "kerrokantasi-json": COMMENTS.encode(),
}
