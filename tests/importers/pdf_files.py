"""PDFs written by hand: a line of text where it is told to stand."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import NamedTuple

from pypdf import PdfReader, PdfWriter


class At(NamedTuple):
    """Words and where they begin, in points from the top left corner of an A4 page."""

    top: float
    text: str
    left: float = 60
    size: float = 11
    bold: bool = False


def pdf(*pages: Sequence[At]) -> bytes:
    streams = [_stream(page) for page in pages]
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(len(pages)))
    fonts = "/F1 3 0 R /F2 4 0 R"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        _font("Helvetica"),
        _font("Helvetica-Bold"),
    ]
    for n, stream in enumerate(streams):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {6 + 2 * n} 0 R "
            f"/Resources << /Font << {fonts} >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    data = b"%PDF-1.4\n"
    places = []
    for n, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (n, content)
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    return (
        data
        + (
            f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}"
            f"trailer\n<< /Size {len(places) + 1} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF"
        ).encode()
    )


def _font(name: str) -> bytes:
    return (
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()
    )


def _stream(page: Sequence[At]) -> bytes:
    lines = []
    for at in page:
        text = at.text.encode("cp1252")
        for sign in (b"\\", b"(", b")"):
            text = text.replace(sign, b"\\" + sign)
        place = f"1 0 0 1 {at.left} {842 - at.top} Tm".encode()
        font = f"/F{2 if at.bold else 1} {at.size} Tf".encode()
        lines.append(b"BT %s %s (%s) Tj ET" % (font, place, text))
    return b"\n".join(lines)


def locked(data: bytes, *, password: str) -> bytes:
    writer = PdfWriter()
    writer.append(PdfReader(BytesIO(data)))
    writer.encrypt(password, algorithm="RC4-128")
    locked_data = BytesIO()
    writer.write(locked_data)
    return locked_data.getvalue()


def remarked(data: bytes, text: str) -> bytes:
    """The PDF with a comment that somebody added."""
    from pypdf.annotations import Text

    writer = PdfWriter()
    writer.append(PdfReader(BytesIO(data)))
    writer.add_annotation(0, Text(rect=(50, 500, 70, 520), text=text))
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def filled(data: bytes, text: str) -> bytes:
    """The PDF with a field of a form that somebody has filled in."""
    from pypdf import generic

    writer = PdfWriter()
    writer.append(PdfReader(BytesIO(data)))
    widget = generic.DictionaryObject(
        {
            generic.NameObject("/Subtype"): generic.NameObject("/Widget"),
            generic.NameObject("/Rect"): generic.ArrayObject(
                map(generic.NumberObject, (9, 9, 90, 20))
            ),
            generic.NameObject("/V"): generic.TextStringObject(text),
        }
    )
    annotations = generic.ArrayObject([writer._add_object(widget)])
    writer.pages[0][generic.NameObject("/Annots")] = annotations
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


PAGES = pdf(
    [
        At(30, "Pohjolan hyvinvointialue"),
        At(60, "Keskustelut", size=22),
        At(100, "Pöytä 1: Nuoret", size=15),
        At(130, "Mikä toimii?", bold=True),
        At(150, "• Neuvolan ja kouluterveydenhuollon yhteistyö on toiminut meidän kunnassa oikein"),
        At(164, "Virtasen aikana hyvin ja terveyden-", left=68),
        At(178, "huolto myös", left=68),
        At(192, "• Jonot, koti- ja etäpalvelut"),
        At(206, "• Miksi bussi ei kulje?"),
        At(800, "1 (2)", left=280),
    ],
    [
        At(30, "Pohjolan hyvinvointialue"),
        At(60, "Pöytä 2: Vanhemmat", size=15),
        At(90, "Mikä toimii?", bold=True),
        At(110, "Chat auki"),
        At(124, "Kerho"),
        At(800, "2 (2)", left=280),
    ],
)
