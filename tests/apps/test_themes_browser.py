"""Refining themes in a real browser, by mouse and by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.apps.browsing import Page, expect, go, make
from tests.apps.conftest import CHROMIUM
from tests.apps.material import TEXTS
from toolkit import store, workflow
from toolkit.domain import EventKind, Offer, Subtheme, Workshop

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium; install Debian's package chromium"),
]


def suggest(workshop: Workshop) -> None:
    """Propose parts of the theme of buses, a note near another theme, and a note to place."""
    ids = {note.text: note.id for note in workflow.load_notes(workshop)}
    parts = (
        Subtheme(label="Aikataulut", note_ids=tuple(sorted((ids[TEXTS[0]], ids[TEXTS[4]])))),
        Subtheme(label="Kotimatka", note_ids=(ids[TEXTS[1]],)),
    )
    themes = [store.to_plain(theme) for theme in workflow.load_state(workshop).proposed_themes]
    for theme in themes:
        if theme["id"] == "t-bussit":
            theme["subthemes"] = [store.to_plain(part) for part in parts]
            theme["also_ids"] = [ids[TEXTS[2]]]
    offer = Offer(note_id=ids[TEXTS[5]], theme_id="t-talo", second_id="t-bussit", margin=0.01)
    payload = {"themes": themes, "offers": [store.to_plain(offer)], "input": {}}
    payload["changes"] = {"grown": {"t-talo": 1}}
    store.append_event(workshop, EventKind.THEMES_PROPOSED, payload, actor=store.MACHINE)


def heading(page: Page, name: str) -> object:
    return page.get_by_role("heading", name=name, exact=True)


def test_a_theme_is_split_as_suggested_undone_and_redone(page: Page, folder: Path) -> None:
    suggest(make(folder, "jako"))
    go(page, "teemat", "jako")

    page.get_by_role("button", name="Jaa: Bussit, ilta …").click()
    dialog = page.get_by_role("dialog", name="Jaa teema: Bussit, ilta")
    dialog.get_by_label("Osan nimi (1 merkintä)").fill("Kotiin illalla")
    dialog.get_by_role("button", name="Jaa ehdotuksen mukaan").click()
    expect(heading(page, "Aikataulut")).to_be_visible()
    expect(heading(page, "Kotiin illalla")).to_be_visible()
    expect(heading(page, "Bussit, ilta")).to_have_count(0)

    page.get_by_role("button", name="Kumoa").click()
    expect(heading(page, "Bussit, ilta")).to_be_visible()
    page.get_by_role("button", name="Tee uudelleen").focus()
    page.keyboard.press("Enter")
    expect(heading(page, "Kotiin illalla")).to_be_visible()
    expect(page.get_by_role("button", name="Tee uudelleen")).to_have_count(0)
    expect(page.get_by_role("button", name="Kumoa")).to_be_focused()


def test_a_theme_is_split_by_hand_with_the_keyboard(page: Page, folder: Path) -> None:
    make(folder, "käsin")
    go(page, "teemat", "käsin")

    page.get_by_role("button", name="Jaa: Bussit, ilta …").focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Jaa teema: Bussit, ilta")
    dialog.get_by_role("checkbox").first.focus()
    page.keyboard.press("Space")
    dialog.get_by_label("Uuden teeman nimi").focus()
    page.keyboard.type("Aikataulut")
    page.keyboard.press("Enter")

    expect(page.get_by_role("region", name="Aikataulut").get_by_text("1 merkintä")).to_be_visible()
    expect(page.get_by_role("region", name="Aikataulut").get_by_text("ihminen")).to_be_visible()
    expect(page.get_by_role("button", name="Jaa: Bussit, ilta …")).to_be_focused()


def test_a_locked_theme_offers_nothing_but_to_be_opened(page: Page, folder: Path) -> None:
    make(folder, "lukko")
    go(page, "teemat", "lukko")
    house = page.get_by_role("region", name="Nuorisotalo")

    page.get_by_role("button", name="Lukitse: Nuorisotalo").click()
    expect(house.get_by_text("Lukittu: työkalu ei lisää")).to_be_visible()
    expect(house.get_by_role("button").filter(has_not_text="Vaiheet")).to_have_count(1)
    expect(house.get_by_role("combobox")).to_have_count(0)
    expect(page.locator("option", has_text="Nuorisotalo (lukittu)").first).to_be_disabled()

    expect(page.get_by_role("button", name="Avaa lukitus: Nuorisotalo")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Muuta nimeä: Nuorisotalo")).to_be_visible()


def test_a_new_theme_is_made_of_what_a_search_found(page: Page, folder: Path) -> None:
    make(folder, "haku")
    go(page, "teemat", "haku")

    page.get_by_label("Hae merkinnöistä").fill("nuorisotalo")
    page.get_by_role("button", name="Tee löydetyistä teema (2) …").click()
    dialog = page.get_by_role("dialog", name="Uusi teema")
    expect(dialog.get_by_role("checkbox")).to_have_count(2)
    dialog.get_by_role("checkbox").nth(1).uncheck()
    dialog.get_by_label("Uuden teeman nimi").fill("Aukioloajat")
    dialog.get_by_role("button", name="Tee teema").click()

    expect(heading(page, "Aukioloajat")).to_be_visible()
    expect(heading(page, "Nuorisotalo")).to_be_visible()


def test_a_waiting_note_is_placed_and_a_near_one_confirmed(page: Page, folder: Path) -> None:
    suggest(make(folder, "tulokkaat"))
    go(page, "teemat", "tulokkaat")
    expect(page.get_by_text("Viime kerrasta: 1 teema kasvoi.")).to_be_visible()
    expect(page.get_by_text("myös: Bussit, ilta")).to_be_visible()

    page.get_by_role("button", name="Siirrä tähän: Nuorisotalo").click()
    expect(page.get_by_text("Uudet merkinnät odottavat")).to_have_count(0)
    page.get_by_role("button", name="Vahvista merkinnän paikka (T1-003)").click()

    house = page.get_by_role("region", name="Nuorisotalo")
    expect(house.get_by_text("Paikan valitsi: ihminen")).to_have_count(2)
    expect(page.get_by_text("myös: Bussit, ilta")).to_have_count(0)


def test_a_description_is_written_and_shown(page: Page, folder: Path) -> None:
    make(folder, "kuvaus")
    go(page, "teemat", "kuvaus")

    page.get_by_role("button", name="Kuvaile: Nuorisotalo …").click()
    page.get_by_label("Mikä on lähellä mutta ei kuulu teemaan?").fill("<b>Kyydit</b> talolle")
    page.get_by_role("button", name="Tallenna").click()

    house = page.get_by_role("region", name="Nuorisotalo")
    expect(house.get_by_text("<b>Kyydit</b> talolle")).to_be_visible()
