"""Bytes as text: every code that Finnish and Swedish files come in, also when they are short."""

from __future__ import annotations

import pytest

from toolkit.mojibake import find_broken_words, repair_text
from toolkit.text import decode

WORDS = (
    "ei", "Åbo", "år", "ÄÄNI", "YÖTYÖ", "ÄLÄ JÄTÄ", "Äiti", "Köer", "Överlag bra", "Pöytä 1",
    "MITÄ TÄÄLLÄ PITÄÄ MUUTTAA?", "Kysymys;Vastaus\nMikä toimii?;Neuvola", "ÅTGÄRDER FÖR ÄLDRE",
    "Mitä – siis miten – tämä toimii?", "”Jonot” pitkiä", "Hinta 5 € liikaa", "10 € äidille",
    "Kello 8–16", "Lisää tietoa § 12 mukaan", "2 m² tilaa", "20 °C lämpöä", "Näin ’nuori’ sanoo",
    "Tšekki ja žanri", "Crème brûlée", "Lääkäri… odotus", "• Lääkäri\n• Jonot", "Linnéa & André",
    "Müller ja Ørsted", "ätstörningar", "Sähköinen asiointi ei sovi kaikille ikääntyneille",
    "Palveluohjaus på två språk: finska och svenska", "Helsinki–Vantaa-väli",
)  # fmt: skip
CODES = (
    "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "iso8859_15",
    "mac_roman", "cp850",
)  # fmt: skip


@pytest.mark.parametrize("code", CODES)
def test_the_code_is_found_for_every_text_that_it_can_hold(code: str) -> None:
    texts = [text for text in WORDS if text.encode(code, "replace").decode(code) == text]

    read = [decode(text.encode(code)) for text in texts]

    assert len(texts) > 20
    assert read == texts


def test_a_line_of_windows_in_a_file_of_utf8_spoils_no_other_line() -> None:
    data = "Jonot ja ääni\n".encode() * 3 + "yö\n".encode("cp1252") + "Köer “nu”".encode()

    assert decode(data) == "Jonot ja ääni\n" * 3 + "yö\nKöer “nu”"


def test_letters_far_down_in_a_long_file_decide_too() -> None:
    data = b"Jonot pois\n" * 50_000 + "ÄÄNI JA YÖ".encode("mac_roman")

    assert decode(data).endswith("\nÄÄNI JA YÖ")


@pytest.mark.parametrize("code", ["cp1252", "mac_roman", "cp850"])
@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("text", ["Kehittäminen", "på två språk", "ÄLÄ", "työ – “hyvä”", "é 5 €"])
def test_broken_letters_are_repaired(code: str, times: int, text: str) -> None:
    broken = text
    for _time in range(times):
        parts = (bytes([byte]) for byte in broken.encode())
        broken = "".join(part.decode(code, "ignore") or chr(part[0]) for part in parts)

    assert repair_text(broken) == text
    assert find_broken_words(broken)


@pytest.mark.parametrize("text", [*WORDS, "Ä", "São Paulo", "Ångström §", "√2 ja 5 ├", "Â"])
def test_whole_letters_stay_as_they_are(text: str) -> None:
    assert repair_text(text) == text
    assert find_broken_words(text) == ()


def test_some_words_are_shown_with_what_they_would_be() -> None:
    text = "ei rikki, mutta KehittÃ¤minen on,\nja tyÃ¶ myÃ¶s; tÃ¤mÃ¤ ei enÃ¤Ã¤ mahdu"

    assert find_broken_words(text, most=2) == (
        ("KehittÃ¤minen", "Kehittäminen"),
        ("tyÃ¶", "työ"),
    )
