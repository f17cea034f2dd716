"""The other views of themes in a real browser, by mouse and by keyboard."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.apps.browsing import Page, expect, go, make
from tests.apps.conftest import CHROMIUM
from tests.apps.material import TEXTS
from toolkit import store, workflow
from toolkit.domain import EventKind, Workshop

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium; install Debian's package chromium"),
]


def draw_map(workshop: Workshop) -> None:
    """Put the notes on the map in two rows of three."""
    ids = {note.text: note.id for note in workflow.load_notes(workshop)}
    places = {ids[text]: [n % 3 / 2, n // 3 / 2] for n, text in enumerate(TEXTS)}
    path = store.cache_folder(workshop, "map") / "places.json"
    store.write_bytes(path, json.dumps({"version": 1, "places": places}).encode())


def look(page: Page, name: str) -> None:
    page.get_by_role("navigation", name="Tämän vaiheen osat").get_by_role("link", name=name).click()


def test_notes_are_chosen_on_the_map_with_the_keys_and_moved(page: Page, folder: Path) -> None:
    draw_map(make(folder, "kartta"))
    go(page, "teemat", "kartta")
    look(page, "Kartta")
    field = page.get_by_role("application", name="Merkintöjen kartta")
    field.focus()

    page.keyboard.press("Home")
    expect(page.locator(".os-mapnote")).to_contain_text(TEXTS[0])
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".os-mapnote")).to_contain_text(TEXTS[1])
    page.keyboard.press("ArrowDown")
    expect(page.locator(".os-mapnote")).to_contain_text(TEXTS[4])
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(field).to_be_focused()
    page.get_by_label("Siirrä valitut teemaan").select_option("Nuorisotalo")
    page.get_by_role("button", name="Siirrä", exact=True).click()

    expect(page.get_by_text("Valittuja merkintöjä: 0")).to_have_count(1)
    expect(page.get_by_role("button", name="Nuorisotalo (4)")).to_be_visible()
    page.get_by_role("button", name="Kumoa").click()
    expect(page.get_by_role("button", name="Nuorisotalo (2)")).to_be_visible()


def test_an_area_of_the_map_becomes_a_theme_and_a_reload_comes_back(
    page: Page, folder: Path
) -> None:
    draw_map(make(folder, "alue"))
    go(page, "teemat", "alue")
    look(page, "Kartta")
    field = page.get_by_role("application", name="Merkintöjen kartta")
    box = field.bounding_box()
    assert box is not None

    page.mouse.move(box["x"] + 2, box["y"] + 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + 60, steps=4)
    page.mouse.up()
    expect(page.get_by_role("heading", name="Valittuja merkintöjä: 2")).to_be_visible()
    page.get_by_role("button", name="Tee valituista teema …").click()
    page.get_by_label("Uuden teeman nimi").fill("Illat")
    page.get_by_role("button", name="Tee teema").click()
    expect(page.get_by_role("button", name="Illat (2)")).to_be_visible()

    page.reload()
    page.get_by_role("navigation", name="Tämän vaiheen osat").wait_for()
    expect(page.get_by_role("button", name="Illat (2)")).to_be_visible()
    page.get_by_role("button", name="Illat (2)").click()
    expect(page.get_by_role("row")).to_have_count(3)


def test_a_number_of_the_table_opens_its_notes_and_their_stories(page: Page, folder: Path) -> None:
    make(folder, "ristiintaulu")
    go(page, "teemat", "ristiintaulu")
    look(page, "Kuka sanoo mitä")
    page.get_by_label("Sarakkeet").select_option("Kysymykset")

    page.get_by_role("button", name="Nuorisotalo, Mitä pitää muuttaa?: 2 merkintää").click()
    page.get_by_role("button", name="Vaiheet (T1-003) …").click()
    dialog = page.get_by_role("dialog", name="Merkinnän vaiheet: T1-003")
    expect(dialog.get_by_text("ristiintaulu.csv")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Vaiheet (T1-003) …")).to_be_focused()

    page.get_by_role("button", name="Näytä taululla").click()
    expect(page.get_by_role("heading", name="Nuorisotalo")).to_be_visible()
    expect(page.get_by_role("link", name="Taulu")).to_have_attribute("aria-current", "page")


def test_somebody_who_comes_back_sees_what_others_did(page: Page, folder: Path) -> None:
    workshop = make(folder, "muutos")
    go(page, "teemat", "muutos")
    look(page, "Mikä on muuttunut")
    expect(page.get_by_text("Tämä on ensimmäinen käyntisi")).to_be_visible()

    payload = {"theme_id": "t-talo", "label": "Talo"}
    workflow.decide(workshop, EventKind.THEME_RENAMED, payload, actor="Veikko")
    page.evaluate("sessionStorage.clear()")  # as in a new tab
    page.evaluate("localStorage.setItem('osallisuus.kayty.muutos', '3')")
    page.reload()
    page.get_by_role("navigation", name="Tämän vaiheen osat").wait_for()

    part = page.get_by_role("region", name="Edellisen käyntisi jälkeen").first
    expect(part.get_by_text("Teema nimetty: Talo")).to_be_visible()
    expect(part.get_by_text("Veikko")).to_be_visible()


def test_notes_are_coded_with_single_keys_and_nothing_is_lost(page: Page, folder: Path) -> None:
    make(folder, "koodi")
    go(page, "teemat", "koodi")
    look(page, "Rinnakkaiskoodaus")
    page.get_by_label("Nimesi").fill("Aino")
    page.get_by_role("button", name="Aloita koodaus").click()
    desk = page.locator(".os-desk")
    expect(desk).to_be_focused()

    for key in "123":
        page.keyboard.press(key)
    page.keyboard.press("Backspace")
    expect(page.get_by_role("heading", name="Koodattu: 2/6")).to_be_visible()
    expect(page.get_by_text("Valintasi on tallennettu.")).to_be_visible()
    page.reload()
    page.get_by_role("navigation", name="Tämän vaiheen osat").wait_for()
    expect(page.get_by_role("heading", name="Koodattu: 2/6")).to_be_visible()
    page.get_by_role("button", name="Luovuta …").click()
    page.get_by_role("dialog").get_by_role("button", name="Luovuta").click()

    expect(page.get_by_text("Valintansa luovuttaneet: Aino: 2 merkintää")).to_be_visible()
    expect(page.get_by_text("Yksimielisyys näkyy tässä, kun")).to_be_visible()
