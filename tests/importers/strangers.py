"""Files that are no exports, or of tools that no importer knows."""

from __future__ import annotations

from typing import Any

from tests.importers.exports import to_docx, to_xlsx, to_zip


def _survey(book: Any) -> None:
    book.active.append(["Vastaajan nro", "Kunta", "Kommentti"])
    book.active.append([1, "Nurmes", "Kyselyt ja alusta"])


def _programme(document: Any) -> None:
    document.add_paragraph("Ohjelma")
    document.add_paragraph("Aamukahvi ja ilmoittautuminen   9:00\nala-aulassa")
    document.add_paragraph("Mikä toimii?   9:30\npuheenvuorot")


STRANGERS = {
    "a survey": "Vastaajan nro;Kunta;Mikä toimii?\n1;Nurmes;Neuvola\n",
    "a web page": "<html><body><ul><li>a</li><li>b</li><li>c</li></ul></body></html>",
    "a configuration": '{"name": "x", "notes": ["- a", "- b", "- c"]}',
    "times without names": "9:00:00 Kahvi\n10:15:00 Mikä toimii?\n- a\n- b\n- c\n",
    "numbers": "a;b\n1;2\n3;4\n",
    "an archive": to_zip({"kuva.jpg": b"\xff\xd8"}),
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "a survey in Excel": to_xlsx(_survey),
    "a programme in Word": to_docx(_programme),
}  # fmt: skip
