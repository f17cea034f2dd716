"""Chats, written by hand, and the notes that should come of them."""

from __future__ import annotations

from tests.importers.records_of_speech import (
    ATTACHMENT,
    MARK,
    OUTSIDE,
    PRIVATE,
    PROGRAM,
    SMALL_TALK,
    Record,
    word,
)

ZOOM_CHAT = """10:05:18\t From  Sirpa Niemi  to  Everyone : Hei
10:06:02\t From  Jari  to  Everyone : Jonot: liian pitkät
ja kyydit
10:06:40\t From  Jari  to  Sirpa Niemi(Direct Message) : Olen yhä sairaana
10:07:10 From Sirpa Niemi to Everyone:
\tReplying to "Olen yhä..."

\tJari, kerro lisää kyydeistä
10:07:30 From Oona Berg to Everyone:
\tReacted to "Jonot: liian pitkät" with 👍
10:08:00 From Oona Berg to Everyone:
\tMillä Sirpan kyyti järjestyi?
"""

LOCAL_ZOOM_CHAT = """09:00:01 Lähettäjä Sirpa Niemi vastaanottaja Kaikki: Chat auki
09:00:09 Lähettäjä Ari Salo vastaanottaja Kaikki: Kerho takaisin
09:00:20 Lähettäjä Ari Salo vastaanottaja Sirpa Niemi: Tämä on vain sinulle
"""

ZOOM_RECORDING_CHAT = """00:58:04\tSirpa Niemi:\tTervetuloa!
00:58:09\tÅke Öberg:\tBussit puuttuvat
00:59:00\tÅke Öberg:\tSirpa tietää
"""

TEAMS_CHAT = """Matti Virtanen
10.05
Bussit puuttuvat
1 tykkäys
👍 2

Maija Mallikas (vieras)
eilen klo 10.07
Muokattu
Jonot kasvavat,
sanoi Matti

Matti Virtanen
7.10.2026 10.09
2030
"""

BRACKETED_TEAMS_CHAT = """Kokouksen viestit
[7.10. 10.05] Åsa Öberg
    Bussit puuttuvat

[7.10. 10.06] Maija Mallikas
    Åsan asia on myös minun
"""

ANDROID_CHAT = """7.10.2026 klo 10.04 - Viestit ja puhelut on suojattu: lue lisää
7.10.2026 klo 10.05 - Matti Virtanen: Bussit puuttuvat
7.10.2026 klo 10.06 - Maija lisäsi henkilön Olli
7.10.2026 klo 10.06 - Maija: <Media jätetty pois>
7.10.2026 klo 10.07 - +358 40 000 0000: Jonot
ja Matin mielestä hinnat
"""

IPHONE_CHAT = """[7.10.2026 klo 10.05.18] Matti Virtanen: Bussit puuttuvat
[7.10.2026 klo 10.06.00] ~ Maija: \u200ekuva jätetty pois
[7.10.2026 klo 10.06.18] ~ Maija: Samaa mieltä kuin Matti
"""

CHATS = {
    "Zoom chat": Record(
        ZOOM_CHAT.encode(),
        "chat-zoom",
        [
            ("P2, 10:06:02", "Jonot: liian pitkät ja kyydit"),
            ("P1, 10:07:10", "P2, kerro lisää kyydeistä"),
            ("P3, 10:08:00", "Millä P1 kyyti järjestyi?"),
        ],
        [SMALL_TALK, PRIVATE, MARK],
    ),
    "Zoom chat in Finnish": Record(
        LOCAL_ZOOM_CHAT.encode(),
        "chat-zoom",
        [("P1, 09:00:01", "Chat auki"), ("P2, 09:00:09", "Kerho takaisin")],
        [PRIVATE],
    ),
    "Zoom chat of a recording": Record(
        ZOOM_RECORDING_CHAT.encode(),
        "chat-zoom",
        [("P2, 00:58:09", "Bussit puuttuvat"), ("P2, 00:59:00", "P1 tietää")],
        [SMALL_TALK],
    ),
    "Teams chat": Record(
        TEAMS_CHAT.encode(),
        "chat-teams",
        [
            ("P1, 10.05", "Bussit puuttuvat"),
            ("P2, eilen klo 10.07", "Jonot kasvavat, sanoi P1"),
            ("P1, 7.10.2026 10.09", "2030"),
        ],
        [MARK, MARK, MARK],
    ),
    "Teams chat in Word": Record(
        word(*BRACKETED_TEAMS_CHAT.split("\n")),
        "chat-teams",
        [("P1, 7.10. 10.05", "Bussit puuttuvat"), ("P2, 7.10. 10.06", "P1 asia on myös minun")],
        [OUTSIDE],
    ),
    "a telephone's chat": Record(
        ANDROID_CHAT.encode(),
        "chat-phone",
        [
            ("P1, 7.10.2026 klo 10.05", "Bussit puuttuvat"),
            ("P2, 7.10.2026 klo 10.07", "Jonot ja P1 mielestä hinnat"),
        ],
        [PROGRAM, PROGRAM, ATTACHMENT],
    ),
    "another telephone's chat": Record(
        IPHONE_CHAT.encode(),
        "chat-phone",
        [
            ("P1, 7.10.2026 klo 10.05.18", "Bussit puuttuvat"),
            ("P2, 7.10.2026 klo 10.06.18", "Samaa mieltä kuin P1"),
        ],
        [ATTACHMENT],
    ),
}
