"""The import screen in the browser: what people do with it at its worst."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.apps.browsing import Page, expect, go
from tests.apps.conftest import CHROMIUM
from tests.apps.material import EVIL, quoted
from tests.apps.test_accessibility import check
from toolkit import workflow
from toolkit.domain import Workshop

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium; install Debian's package chromium"),
]

NOTES = (
    "Vastaus\nLiisa Koskinen auttoi meitä.\nSuvikuja 3 on pimeä.\n"
    f"Terveisiä Pekka Virtaselle.\n{quoted(EVIL)}\n"
)


def make_empty(folder: Path, name: str) -> Workshop:
    return workflow.create_workshop(folder / name, title=f"Ilta {name}", actor="Aino")


def send(page: Page, name: str, data: bytes) -> None:
    payload = {"name": name, "mimeType": "", "buffer": data}
    page.get_by_label("Valitse tiedostot").set_input_files(payload)


def test_personal_data_is_decided_with_keys_and_a_reload_loses_nothing(
    page: Page, folder: Path
) -> None:
    workshop = make_empty(folder, "henkilöt")
    go(page, "tuonti", "henkilöt")
    send(page, "merkinnät.csv", NOTES.encode())
    place = page.get_by_role("group", name=re.compile("Kohta"))
    expect(place).to_contain_text("Liisa Koskinen", timeout=20_000)
    page.get_by_text("Ensimmäiset merkinnät (4)").click()
    expect(page.get_by_text(EVIL)).to_be_visible()

    place.focus()
    page.keyboard.press("p")
    expect(place).to_contain_text("Suvikuja 3")
    expect(place).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(place).to_contain_text("✓ Peitetään")
    page.keyboard.press("z")
    expect(place).to_contain_text("Ei vielä ratkaistu")
    page.keyboard.press("m")
    page.keyboard.press("k")
    expect(page.get_by_role("status").first).to_contain_text("1 on vielä ratkaisematta")

    page.reload()
    expect(place).to_contain_text("Kohta 3/3")
    bring = page.get_by_role("button", name="Tuo tiedosto")
    bring.click()
    expect(page.get_by_role("status").first).to_contain_text("Mitään ei voi vielä tuoda")
    expect(place).to_be_focused()
    page.get_by_role("button", name="Pidä (K)").dblclick()
    expect(place).to_contain_text("✓ Pidetään")
    bring.dblclick()

    row = page.get_by_role("row").filter(has_text="merkinnät.csv")
    expect(row).to_contain_text("4", timeout=20_000)
    expect(bring).to_have_count(0)
    assert len(workflow.load_state(workshop).sources) == 1
    assert [note.text for note in workflow.load_notes(workshop)] == [
        "[HENKILÖ 1] auttoi meitä.",
        "Suvikuja 3 on pimeä.",
        "Terveisiä Pekka Virtaselle.",
        EVIL,
    ]


def test_bad_files_are_refused_in_words_each_in_its_place(page: Page, folder: Path) -> None:
    make_empty(folder, "rikki")
    go(page, "tuonti", "rikki")
    bad = {
        "tyhjä.csv": b"",
        "kuva.png": b"x",
        "outo.csv": b"Sarake,Toinen\n1,2\n3,4\n",
        "rikki.zip": b"PK\x03\x04" + bytes(2**20),
    }

    page.get_by_label("Valitse tiedostot").set_input_files(
        [{"name": name, "mimeType": "", "buffer": data} for name, data in bad.items()]
    )

    card = page.get_by_role("article", name="rikki.zip")
    expect(card).to_contain_text("Tiedostoa ei voi tuoda.", timeout=20_000)
    card = page.get_by_role("article", name="outo.csv")
    expect(card).to_contain_text("Mitä sarakkeissa on?", timeout=20_000)
    for name in ("tyhjä.csv", "kuva.png"):
        expect(page.get_by_text(name).first).to_be_visible()
        expect(page.get_by_role("article", name=name)).to_have_count(0)
    page.get_by_role("button", name="Poista luettelosta: rikki.zip").click()
    expect(page.get_by_role("article", name="rikki.zip")).to_have_count(0)
    page.set_viewport_size({"width": 320, "height": 900})
    width = page.evaluate("document.documentElement.scrollWidth")
    page.set_viewport_size({"width": 1280, "height": 1400})
    assert width <= 320


def test_the_columns_of_an_unknown_table_are_named_with_the_keyboard(
    page: Page, folder: Path
) -> None:
    workshop = make_empty(folder, "sarakkeet")
    go(page, "tuonti", "sarakkeet")
    rows = f"Nro;Kuvaus;Paikka\n1;Bussit loppuvat liian aikaisin;Rauma\n2;{quoted(EVIL)};Eura\n"
    send(page, "outo.csv", f"Nuorten ilta\n{rows}".encode())
    card = page.get_by_role("article", name="outo.csv")
    expect(card.get_by_role("heading", name="Mitä sarakkeissa on?")).to_be_visible(timeout=20_000)
    notes = card.get_by_role("listitem")
    expect(notes).to_have_text(["Bussit loppuvat liian aikaisin", EVIL])
    check(page)

    place = card.get_by_label("C: Paikka")
    place.focus()
    place.press("R")  # Ryhmä
    expect(notes.first).to_contain_text("Ryhmä: Rauma")
    expect(place).to_be_focused()
    page.reload()
    expect(notes.first).to_contain_text("Ryhmä: Rauma")
    use = card.get_by_role("button", name="Käytä näitä sarakkeita")
    use.focus()
    use.press("Enter")
    expect(card).to_be_focused()
    expect(card).to_contain_text("Muuta sarakkeita", timeout=20_000)
    page.get_by_role("button", name="Tuo tiedosto").click()

    expect(page.get_by_role("row").filter(has_text="outo.csv")).to_be_visible(timeout=20_000)
    found = [(note.text, note.group) for note in workflow.load_notes(workshop)]
    assert found == [("Bussit loppuvat liian aikaisin", "Rauma"), (EVIL, "Eura")]


def test_thirty_megabytes_are_sent_and_imported(page: Page, folder: Path, tmp_path: Path) -> None:
    made = make_empty(folder, "iso")
    go(page, "tuonti", "iso")
    large = tmp_path / "iso.csv"
    filler = "x" * 120_000
    rows = "".join(f"Toive numero {n},{filler}\n" for n in range(262))
    large.write_text(f"Vastaus,Kuva\n{rows}", encoding="utf-8")
    assert large.stat().st_size > 30 * 10**6

    page.get_by_label("Valitse tiedostot").set_input_files(large)
    page.get_by_role("button", name="Tuo tiedosto").click(timeout=60_000)

    receipt = page.get_by_role("row").filter(has_text="iso.csv")
    expect(receipt).to_contain_text("262", timeout=60_000)
    assert len(workflow.load_notes(made)) == 262
