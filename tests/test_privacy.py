"""Patterns of personal data. Identity codes here have numbers 900–999, which nobody has."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.privacy import Span, find_personal_data, find_possible_personal_data

LETTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY"


def identity_code(sign: str, *, day: str = "010101", number: int = 900) -> str:
    return f"{day}{sign}{number}{LETTERS[int(f'{day}{number}') % 31]}"


def found(text: str) -> list[tuple[str, str]]:
    return [(text[span.start : span.end], span.kind) for span in find_personal_data(text)]


@pytest.mark.parametrize("sign", [*"-+ABCDEFUVWXY", "\u2013", "\u2011", "\u2212", " "])
def test_every_separator_of_an_identity_code(sign: str) -> None:
    code = identity_code(sign)

    assert found(f"Tunnus {code}, kiitos.") == [(code, "identity_code")]
    assert found(code.lower()) == [(code.lower(), "identity_code")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(identity_code("-")[:-1] + "!", id="no check letter"),
        pytest.param("010101-900" + LETTERS[(10101900 % 31) - 1], id="wrong check letter"),
        pytest.param(identity_code("-", day="310201"), id="no such day"),
        pytest.param("1" + identity_code("-"), id="inside a longer number"),
        pytest.param(identity_code("-") + "x", id="inside a word"),
    ],
)
def test_what_only_looks_like_an_identity_code(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "number",
    [
        "040 123 4567", "0401234567", "040-1234567", "0400 123 456", "050 1234 567", "045 123 4567",
        "+358 40 123 4567", "+358-44-123 4567", "+358(0)401234567", "00358401234567",
        "(013) 123 456", "09 1234 5678", "013-123456", "+46 70 123 45 67", "040\n123 4567",
    ],
)  # fmt: skip
def test_telephones(number: str) -> None:
    assert found(f"Soita {number}.") == [(number, "phone")]


@pytest.mark.parametrize(
    "text",
    [
        "7.10.2024 klo 09.30", "vuosina 2024–2025", "040", "112 ja 116117", "0800 123 123",
        "029 151 2000", "1 000 000 euroa", "y-tunnus 1234567-8", "80100 Joensuu", "+10 %",
        "COVID-19", "10 050 1234", "3.5.2024–4.6.2025",
    ],
)  # fmt: skip
def test_numbers_that_are_nobodys(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "address",
    [
        "liisa.l@example.org", "jussi(a)esimerkki.fi", "jussi (at) esimerkki.fi",
        "jussi[at]esimerkki.fi", "jussi(ät)esimerkki.fi",
        "etu-suku@ala.esimerkki.fi", "ÄITI@esimerkki.fi", "jussi ät esimerkki.fi",
        "jussi at esimerkki piste fi", "jussi ( at ) esimerkki.fi", "jussi@\nesimerkki.fi",
    ],
)  # fmt: skip
def test_addresses(address: str) -> None:
    assert found(f"Lähetä: {address}, kiitos") == [(address, "email")]
    assert found(f"{address}:iin") == [(address, "email")]


@pytest.mark.parametrize("text", [
    "@nuoret", "a(a)b", "klo 10 @ kirjasto", "hinta(a) 5.50", "meet at example.org", "look at it",
])  # fmt: skip
def test_what_only_looks_like_an_address(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "account",
    [
        "FI2112345600000785",
        "FI21 1234 5600 0007 85",
        "fi21 1234 5600 0007 85",
        "DE89370400440532013000",
    ],
)
def test_accounts(account: str) -> None:
    assert found(f"Tili {account} ja muuta") == [(account, "bank_account")]


def test_a_wrong_account_is_none() -> None:
    assert found("FI21 1234 5600 0007 86") == []


def possible(text: str) -> list[tuple[str, str]]:
    return [(text[s.start : s.end], s.kind) for s in find_possible_personal_data(text)]


@pytest.mark.parametrize("plate", ["ABC-123", "AB-1", "D-1234", "abc-123", "ÄÖL-99"])
def test_plates_of_cars(plate: str) -> None:
    assert possible(f"Auto {plate} on pihalla.") == [(plate, "plate")]


@pytest.mark.parametrize(
    "address",
    [
        "Suvikujalle 3", "Saarijärventie 55:ssä", "Aleksanterinkatu 17–19", "koivukuja 5 a 3",
        "Niittykujalle 8 as. 4", "Koulukatu 4 B 7, 80100 Joensuu", "Strandvägen 15",
    ],
)  # fmt: skip
def test_addresses_of_homes(address: str) -> None:
    assert possible(f"Asun {address} nyt.") == [(address, "address")]


@pytest.mark.parametrize(
    "text",
    [
        "COVID-19", "HUS-123", "VT-6", "kpl-100", "valtatie 6", "kävelytie 2 km", "B-12",
        "kaikki tiet 3 vuoden", "Sektori 5", "klo-110", "ABC-1234",
    ],
)  # fmt: skip
def test_what_is_neither_a_plate_nor_an_address(text: str) -> None:
    assert possible(text) == []


def test_several_in_one_text_come_in_order_and_are_certain() -> None:
    spans = find_personal_data("a@example.org, FI21 1234 5600 0007 85 tai 040 123 4567")

    assert [span.kind for span in spans] == ["email", "bank_account", "phone"]
    assert all(span.certain for span in spans)
    assert isinstance(spans[0], Span)


@given(st.text(st.characters()))
def test_spans_never_overlap(text: str) -> None:
    spans = find_personal_data(text)

    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@pytest.mark.parametrize(
    "piece", ["1 ", "+1 ", "0401", "a.", "a@", "FI", "A1B2 ", "(0", "a at ", "katu"]
)
def test_no_text_makes_the_search_slow(piece: str) -> None:
    started = time.perf_counter()

    find_personal_data(piece * 20_000)
    find_possible_personal_data(piece * 20_000)

    assert time.perf_counter() - started < 2
