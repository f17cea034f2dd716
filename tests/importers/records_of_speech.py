"""Transcripts, written by hand, and the notes that should come of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from tests.importers.exports import to_docx


class Record(NamedTuple):
    """A file, the pairs of place and text it holds, and why its other rows are no notes."""

    content: bytes
    format: str
    notes: Sequence[tuple[str, str]]
    skipped: Sequence[str] = ()


SMALL_TALK = "a greeting, thanks, assent or a sign, not a thought"
OUTSIDE = "not part of what was said"
PRIVATE = "a private message"
MARK = "a reaction or a mark of the chat, not a note"
PROGRAM = "of the program, not of people"
ATTACHMENT = "a picture or another attachment"


def word(*paragraphs: str) -> bytes:
    def build(document: Any) -> None:
        for text in paragraphs:
            document.add_paragraph(text)

    return to_docx(build)


TEAMS_VTT = """WEBVTT

0f0e4a2c-1111-4c1e-9a7b-2f5d8e1c4a90/12-0
00:00:04.100 --> 00:00:07.000
<v Åsa Mäkelä-Öhman>Aloitetaan siitä,
mikä arjessa toimii.</v>

0f0e4a2c-1111-4c1e-9a7b-2f5d8e1c4a90/12-1
00:00:07.000 --> 00:00:09.250
<v Åsa Mäkelä-Öhman>Matti, sano sinä ensin.</v>

0f0e4a2c-1111-4c1e-9a7b-2f5d8e1c4a90/15-0
00:00:11.000 --> 00:00:15.500
<v Matti Virtanen (vieras)>Neuvola toimii &amp; sinne pääsee</v>

0f0e4a2c-1111-4c1e-9a7b-2f5d8e1c4a90/16-0
00:00:15.500 --> 00:00:16.000
<v Åsa Mäkelä-Öhman>Joo.</v>

0f0e4a2c-1111-4c1e-9a7b-2f5d8e1c4a90/17-0
00:00:16.000 --> 00:00:19.000
<v Matti Virtanen (vieras)>bussilla, kuten Åsa sanoi.</v>

0f0e4a2c-1111-4c1e-9a7b-2f5d8e1c4a90/20-0
01:02:03.000 --> 01:02:05.000
<v Åsa Mäkelä-Öhman>Kiitos Matti!</v>
""".replace("\n", "\r\n")

SHORT_TEAMS_VTT = """WEBVTT

NOTE language:fi-fi

0:0:0.0 --> 0:0:3.540
<v Ville-Veikko Å>Annan esimerkin: jonot.</v>

0:0:3.540 --> 0:0:7.23
<v Anna Ahola>Siitä puhui Ville-Veikkokin, ja Annalle se on tuttua.</v>
"""

ZOOM_VTT = """WEBVTT

1
00:00:10.087 --> 00:00:13.130
Liisa Korpi: Klo 10: tauko, sitten jatketaan.

2
00:00:13.130 --> 00:00:16.270
Pekka: Kyydit puuttuvat.

3
00:00:17.000 --> 00:00:19.000
Pekka: Myös iltaisin.

4
00:01:20.000 --> 00:01:22.000
kati salo: Sanoin sen Pekalle jo.

5
00:01:23.000 --> 00:01:25.000
Pekka: Niin.
"""

NICKNAMES_VTT = """WEBVTT

1
00:00:01.000 --> 00:00:02.000
matti m: Jonot ovat pitkiä.

2
00:00:02.000 --> 00:00:04.000
Maija / Siun sote: Klo 10: bussi ei kulje.

3
00:00:04.000 --> 00:00:05.000
matti m: niin Maija sanoi
"""

FEW_NAMES_VTT = """WEBVTT

00:10.000 --> 00:13.000
Jonot ovat pitkiä ja

00:13.000 --> 00:15.000
ne kasvavat.

00:15.500 --> 00:17.000
Klo 10: tauko.

00:17.000 --> 00:19.000
Huomio: <i>kyydit</i> puuttuvat.
"""

SRT = """1
00:00:01,000 --> 00:00:04,000
- Aukioloajat ovat lyhyet.
- Ja puhelin on kiinni.

2
00:00:04,500 --> 00:00:06,000
Chat auttaisi

3
00:00:10,000 --> 00:00:12,000
iltaisin
"""

SRT_WITHOUT_GAPS = """1
00:00:01,000 --> 00:00:02,000
Kerho on hyvä asia.
2
00:00:02,000 --> 00:00:03,000
2030
"""

OLD_TEAMS = word(
    "00:00:10.087 --> 00:00:13.130\nÅsa Mäkelä-Öhman\nMikä toimii?",
    "00:00:13.130 --> 00:00:16.270\nMaija Mallikas (vieras)\nJonot ovat pitkiä",
    "00:00:16.270 --> 00:00:18.000\nMaija Mallikas (vieras)\nja Åsa tietää sen.",
)
OLD_TEAMS_OF_A_ROOM = word(
    "Kokouksen tallenne",
    "00:00:01.000 --> 00:00:03.000\nNeuvotteluhuone 2\nKerhot ovat\ntärkeitä.",
    "00:00:03.000 --> 00:00:04.000\nAri Salo\nJep!",
    "00:00:05.000 --> 00:00:06.000\nNeuvotteluhuone 2\nNiitä on liian vähän.",
)
NEW_TEAMS = word(
    "Pyöreän pöydän keskustelu-20261007_100500-Kokouksen tallenne",
    "7. lokakuuta 2026, 7.05",
    "Åsa Öhman aloitti litteroinnin",
    "\nÅsa Öhman   0:10\nMikä toimii?",
    "\nVille-Veikko Å (vieras)   0:13\nJonot ovat pitkiä",
    "\nÅsa Öhman   0:15\nMm.",
    "\nVille-Veikko Å (vieras)   0:16\njoka päivä, Åsa.",
    "Olli Oja lopetti litteroinnin",
)
NEW_TEAMS_PASTED = """Keskustelu
Olli Oja   0:04
Kerhot ovat tärkeitä.
Niitä on vähän.

Neuvotteluhuone 2   1:02:03
Ollin kerho on paras.

Neuvotteluhuone 2   1:02:09
Niin on.

Olli Oja lopetti litteroinnin
"""

TRANSCRIPTS = {
    "Teams VTT": Record(
        TEAMS_VTT.encode(),
        "speech-vtt",
        [
            ("P1, 0:04", "Aloitetaan siitä, mikä arjessa toimii. P2, sano sinä ensin."),
            ("P2, 0:11", "Neuvola toimii & sinne pääsee bussilla, kuten P1 sanoi."),
        ],
        [SMALL_TALK, SMALL_TALK],
    ),
    "short Teams VTT": Record(
        SHORT_TEAMS_VTT.encode(),
        "speech-vtt",
        [
            ("P1, 0:00", "Annan esimerkin: jonot."),
            ("P2, 0:03", "Siitä puhui P1, ja P2 se on tuttua."),
        ],
    ),
    "Zoom VTT": Record(
        ZOOM_VTT.encode(),
        "speech-vtt",
        [
            ("P1, 0:10", "Klo 10: tauko, sitten jatketaan."),
            ("P2, 0:13", "Kyydit puuttuvat. Myös iltaisin."),
            ("P3, 1:20", "Sanoin sen P2 jo."),
        ],
        [SMALL_TALK],
    ),
    "Zoom VTT of nicknames": Record(
        NICKNAMES_VTT.encode(),
        "speech-vtt",
        [
            ("P1, 0:01", "Jonot ovat pitkiä."),
            ("P2, 0:02", "Klo 10: bussi ei kulje."),
            ("P1, 0:04", "niin P2 sanoi"),
        ],
    ),
    "VTT without speakers": Record(
        FEW_NAMES_VTT.encode(),
        "speech-vtt",
        [
            ("0:10", "Jonot ovat pitkiä ja ne kasvavat."),
            ("0:15", "Klo 10: tauko."),
            ("0:17", "Huomio: kyydit puuttuvat."),
        ],
    ),
    "SRT": Record(
        SRT.encode(),
        "speech-vtt",
        [
            ("0:01", "Aukioloajat ovat lyhyet."),
            ("0:01", "Ja puhelin on kiinni."),
            ("0:04", "Chat auttaisi"),
            ("0:10", "iltaisin"),
        ],
    ),
    "SRT without gaps": Record(
        SRT_WITHOUT_GAPS.encode("cp1252"),
        "speech-vtt",
        [("0:01", "Kerho on hyvä asia."), ("0:02", "2030")],
    ),
    "old Teams in Word": Record(
        OLD_TEAMS,
        "speech-vtt",
        [("P1, 0:10", "Mikä toimii?"), ("P2, 0:13", "Jonot ovat pitkiä ja P1 tietää sen.")],
    ),
    "a room in Word": Record(
        OLD_TEAMS_OF_A_ROOM,
        "speech-vtt",
        [("P1, 0:01", "Kerhot ovat tärkeitä."), ("P1, 0:05", "Niitä on liian vähän.")],
        [OUTSIDE, SMALL_TALK],
    ),
    "new Teams in Word": Record(
        NEW_TEAMS,
        "speech-teams",
        [("P1, 0:10", "Mikä toimii?"), ("P2, 0:13", "Jonot ovat pitkiä joka päivä, P1.")],
        [OUTSIDE, OUTSIDE, OUTSIDE, SMALL_TALK, OUTSIDE],
    ),
    "new Teams as text": Record(
        NEW_TEAMS_PASTED.encode(),
        "speech-teams",
        [
            ("P1, 0:04", "Kerhot ovat tärkeitä. Niitä on vähän."),
            ("P2, 1:02:03", "P1 kerho on paras. Niin on."),
        ],
        [OUTSIDE, OUTSIDE],
    ),
}
