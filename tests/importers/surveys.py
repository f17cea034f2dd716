"""Surveys as their tools export them, invented, and what should come of each."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence

import openpyxl

WHEN = dt.datetime(2024, 10, 7, 9, 5, 18)  # noqa: DTZ001 - a workbook knows no time zone


def workbook(*rows: Sequence[object]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _forms(number: int, *answers: object) -> list[object]:
    return [number, WHEN, WHEN, "anonymous", "Liisa Virtanen", None, *answers]


FORMS_FI = workbook(
    [
        *("ID", "Alkamisaika", "Valmistumisaika", "Sähköposti", "Nimi", "Viimeisin muokkausaika"),
        *("Kotikunta", "Miten haluaisit\nosallistua?\xa0", "Valitse\xa0tavat", "Arvosana (1–5)"),
    ],
    _forms(1, "Nurmes", "Kyselyillä", "Kyselyt;Työpajat;", 4),
    _forms(2, "Nurmes", "=2+2 tapaa", "Kyselyt;", 10),
    _forms(3, "Nurmes", None, "Työpajat;Kyselyt;Kahvittelu kirjastossa kerran kuussa;", 4),
    _forms(4, "Nurmes", "En mitenkään,\nkiitos", "Työpajat;", 5),
    _forms(5, "Nurmes", "-", "Kyselyt;", None),
    _forms(6, "Valtimo", "Illalla", None, 2),
)
HOW, WAYS = "Miten haluaisit osallistua?", "Valitse tavat"

FORMS_EN = workbook(
    [
        *("ID", "Start time", "Completion time", "Email", "Name", "Total points"),
        *("Quiz feedback", "What works well?", "Points - What works well?"),
        *("Feedback - What works well?", "Do you agree?"),
    ],
    [1, WHEN, WHEN, "a@b.example", "Ann", 3, "", "The chat", 1, "Good!", "Yes"],
    [2, WHEN, WHEN, "c@d.example", "Bob", 1, "", "Short queues", 0, "", "No"],
    [3, WHEN, WHEN, "e@f.example", "Eve", 1, "", "", 0, "", "Yes"],
)

GOOGLE_FI = (
    "Aikaleima,Mikä palveluissa toimii?,Mitä palveluja käytät?,Ikäryhmä,Sähköpostiosoite\n"
    '7.10.2024 klo 10.05.18,"Neuvola,\nkerho","Neuvola, Hammashoito",30–39,a@b.example\n'
    "7.10.2024 klo 10.06.18,Neuvola,Neuvola,30–39,\n"
    '7.10.2024 klo 10.07.18,,"Hammashoito, Lääkäri, aikuisten, päivisin",30–39,\n'
    '7.10.2024 klo 10.08.18,Bussi,"Lääkäri, aikuisten, päivisin",30–39,c@d.example\n'
    "7.10.2024 klo 10.09.18,Chat,Neuvola,30–39,\n"
    "7.10.2024 klo 10.10.18,,,yli 80,\n"
).encode()

GOOGLE_EN = (
    b"Timestamp,What should we change?,"
    b"How satisfied are you? [Chat],How satisfied are you? [Phone]\n"
    b'2024/10/07 10:05:18 AM EET,"Queues, and prices",Satisfied,Dissatisfied\n'
    b"2024/10/07 10:06:18 AM EET,Nothing,Satisfied,\n"
    b"2024/10/07 10:07:18 AM EET,,Dissatisfied,Dissatisfied\n"
)

LIME_FI = (
    "\ufeff"
    '"id. Vastauksen ID";"submitdate. Vastauspäivä";"lastpage. Viimeinen sivu";'
    '"startlanguage. Aloituskieli";"seed. Seed";"K1. Miten sote-palvelut toimivat?";'
    '"K2[SQ1]. Mitä palveluja käytät? [Neuvola]";"K2[SQ2]. Mitä palveluja käytät? [Chat]";'
    '"K2[other]. Mitä palveluja käytät? [Muu]";"K3. Vastaan"\r\n'
    '"3";"2024-10-07 10:05:18";"2";"fi";"12345678";'
    '"Hyvin; mutta\njonot";"Kyllä";"Ei";"";"Asukas"\r\n'
    '"4";"2024-10-07 10:06:18";"2";"fi";"12345679";"";"Kyllä";"Kyllä";"Puhelin";"Asukas"\r\n'
    '"5";"2024-10-07 10:07:18";"2";"fi";"12345670";"N/A";"Ei";"Ei";"";"N/A"\r\n'
    "\r\n"
).encode()

LIME_EN = (
    "\ufeff"
    '"Response ID","Date submitted","Last page","Start language",'
    '"What is missing?","Overall grade"\r\n'
    '"1","2024-10-07 10:05:18","2","en","A bus, at night","4"\r\n'
    '"2","","1","en","Staff","2"\r\n'
    '"3","2024-10-07 10:07:18","2","en","","4"\r\n'
    "\r\n"
).encode()

Notes = list[tuple[int, str, str, str]]
Closed = list[tuple[str, int, list[tuple[str, int]], int]]

GOLD: dict[str, tuple[str, bytes, Notes, Closed, list[int]]] = {
    "Forms, Finnish": (
        "survey-forms",
        FORMS_FI,
        [
            (2, HOW, "Kyselyillä", "Nurmes"),
            (3, HOW, "=2+2 tapaa", "Nurmes"),
            (4, WAYS, "Kahvittelu kirjastossa kerran kuussa", "Nurmes"),
            (5, HOW, "En mitenkään, kiitos", "Nurmes"),
            (7, HOW, "Illalla", ""),
        ],
        [
            ("Kotikunta", 6, [], 6),
            (WAYS, 5, [("Kyselyt", 4), ("Työpajat", 3)], 0),
            ("Arvosana (1–5)", 5, [("2", 1), ("4", 2), ("5", 1), ("10", 1)], 0),
        ],
        [6],
    ),
    "Forms, a quiz in English": (
        "survey-forms",
        FORMS_EN,
        [(2, "What works well?", "The chat", ""), (3, "What works well?", "Short queues", "")],
        [("Do you agree?", 3, [("Yes", 2), ("No", 1)], 0)],
        [4],
    ),
    "Google Forms, Finnish": (
        "survey-google",
        GOOGLE_FI,
        [
            (2, "Mikä palveluissa toimii?", "Neuvola, kerho", "30–39"),
            (3, "Mikä palveluissa toimii?", "Neuvola", "30–39"),
            (5, "Mikä palveluissa toimii?", "Bussi", "30–39"),
            (6, "Mikä palveluissa toimii?", "Chat", "30–39"),
        ],
        [
            (
                "Mitä palveluja käytät?",
                5,
                [("Neuvola", 3), ("Hammashoito", 2), ("Lääkäri, aikuisten, päivisin", 2)],
                0,
            ),
            ("Ikäryhmä", 6, [], 6),
        ],
        [4, 7],
    ),
    "Google Forms, a grid in English": (
        "survey-google",
        GOOGLE_EN,
        [
            (2, "What should we change?", "Queues, and prices", ""),
            (3, "What should we change?", "Nothing", ""),
        ],
        [
            ("How satisfied are you? [Chat]", 3, [("Satisfied", 2), ("Dissatisfied", 1)], 0),
            ("How satisfied are you? [Phone]", 2, [("Dissatisfied", 2)], 0),
        ],
        [4],
    ),
    "LimeSurvey, codes and texts": (
        "survey-limesurvey",
        LIME_FI,
        [
            (2, "Miten sote-palvelut toimivat?", "Hyvin; mutta jonot", ""),
            (3, "Mitä palveluja käytät?", "Puhelin", ""),
        ],
        [("Mitä palveluja käytät?", 2, [("Neuvola", 2), ("Chat", 1)], 0), ("Vastaan", 2, [], 2)],
        [4],
    ),
    "LimeSurvey, texts in English": (
        "survey-limesurvey",
        LIME_EN,
        [(2, "What is missing?", "A bus, at night", ""), (3, "What is missing?", "Staff", "")],
        [("Overall grade", 3, [("2", 1), ("4", 2)], 0)],
        [4],
    ),
}
"""Name → format, file, notes (row, question, words, group), closed questions, rows without notes.

A closed question is its text, respondents, options, and choices that only a few made.
"""
