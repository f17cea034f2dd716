"""Moving notes in a real browser: carried with the keyboard, several at once, dragged."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.apps.browsing import Page, expect, go, make
from tests.apps.conftest import CHROMIUM
from tests.apps.material import PADLET
from tests.themes.conftest import WordEncoder
from toolkit import store, workflow
from toolkit.domain import EventKind, Workshop

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium; install Debian's package chromium"),
]


def decided(workshop: Workshop, *, after: int) -> list[EventKind]:
    return [event.kind for event in store.load_events(workshop, after=after)]


def grip(page: Page, ref: str) -> object:
    return page.get_by_role("button", name=f"Ota merkintä siirrettäväksi ({ref})")


def test_a_note_is_carried_with_the_keyboard_put_back_and_put_down(
    page: Page, folder: Path
) -> None:
    workshop = make(folder, "kantaminen")
    go(page, "teemat", "kantaminen")
    before = store.last_seq(workshop)
    bar = page.get_by_role("group", name="Valittujen merkintöjen toiminnot")

    grip(page, "T1-001").focus()
    page.keyboard.press("Enter")
    expect(bar.get_by_role("status")).to_contain_text("Siirretään teemaan: Bussit, ilta (1/3).")
    page.keyboard.press("ArrowDown")
    expect(bar.get_by_role("status")).to_have_text("Siirretään teemaan: Nuorisotalo (2/3).")
    page.keyboard.press("Escape")
    expect(bar.get_by_role("status")).to_have_text("Merkintä jäi paikalleen.")
    expect(grip(page, "T1-001")).to_be_focused()
    assert decided(workshop, after=before) == []

    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    house = page.get_by_role("region", name="Nuorisotalo")
    expect(house.get_by_text("T1-001", exact=True)).to_be_visible()
    expect(grip(page, "T1-001")).to_be_focused()
    assert decided(workshop, after=before) == [EventKind.NOTE_MOVED]


def test_chosen_notes_move_together_and_come_back_together(page: Page, folder: Path) -> None:
    workshop = make(folder, "monta-siirtoa")
    go(page, "teemat", "monta-siirtoa")
    before = store.last_seq(workshop)
    house = page.get_by_role("region", name="Nuorisotalo")

    page.get_by_role("checkbox", name="Valitse merkintä (T1-001)").check()
    page.get_by_role("checkbox", name="Valitse merkintä (T1-006)").check()
    expect(page.get_by_text("Valittuja merkintöjä: 2.")).to_be_visible()
    page.locator('[data-key="tray-theme"]').select_option(label="Nuorisotalo")
    page.get_by_role("button", name="Siirrä valitut").click()
    expect(house.get_by_text("4 merkintää")).to_be_visible()
    expect(page.get_by_text("Valittuja merkintöjä")).to_have_count(0)
    assert decided(workshop, after=before) == [EventKind.NOTE_MOVED]

    page.get_by_role("button", name="Kumoa").click()
    expect(house.get_by_text("2 merkintää")).to_be_visible()


def test_a_dragged_note_takes_the_chosen_ones_along(page: Page, folder: Path) -> None:
    workshop = make(folder, "raahaus")
    go(page, "teemat", "raahaus")
    before = store.last_seq(workshop)

    page.get_by_role("checkbox", name="Valitse merkintä (T1-001)").check()
    page.get_by_role("checkbox", name="Valitse merkintä (T1-002)").check()
    house = page.get_by_role("region", name="Nuorisotalo")
    page.locator(".os-notecard", has_text="T1-001").drag_to(house.get_by_role("heading"))

    expect(house.get_by_text("4 merkintää")).to_be_visible()
    assert decided(workshop, after=before) == [EventKind.NOTE_MOVED]


def test_what_is_shown_stays_over_a_reload_and_is_taken_away_by_its_button(
    page: Page, folder: Path
) -> None:
    make(folder, "rajaus")
    go(page, "teemat", "rajaus")

    page.get_by_label("Hae merkinnöistä").fill("nuorisotalo")
    expect(page.get_by_text("Näkyvissä merkintöjä: 2/6")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Näkyvissä merkintöjä: 2/6")).to_be_visible()
    expect(page.get_by_label("Hae merkinnöistä")).to_have_value("nuorisotalo")
    page.get_by_role("button", name="Poista rajaus: Sanat: nuorisotalo").click()

    expect(page.get_by_role("heading", name="Bussit, ilta")).to_be_visible()
    expect(page.get_by_label("Hae merkinnöistä")).to_have_value("")
    expect(page.get_by_label("Hae merkinnöistä")).to_be_focused()


def test_a_long_theme_shows_its_last_note_when_one_scrolls_there(page: Page, folder: Path) -> None:
    made = workflow.create_workshop(folder / "pitkä", title="Pitkä", actor="Aino")
    rows = "".join(f"Anonymous,,,Toive numero {n} tästä illasta,,,\n" for n in range(90))
    export = folder / "pitkä.csv"
    export.write_text(PADLET.splitlines()[0] + "\n" + rows, encoding="utf-8")
    workflow.import_exports(made, [export], actor="Aino")
    ids = sorted(note.id for note in workflow.load_notes(made))
    payload = {"themes": [{"id": "t-x", "label": "Toiveet", "note_ids": ids}], "input": {}}
    store.append_event(made, EventKind.THEMES_PROPOSED, payload, actor=store.MACHINE)
    go(page, "teemat", "pitkä")
    cards = page.locator(".os-notecard")

    expect(cards).to_have_count(8)
    page.get_by_role("button", name="Näytä kaikki 90").click()
    expect(page.get_by_role("list", name="Merkinnät 1–20/90")).to_be_attached()
    for _ in range(6):
        page.locator(".os-long").evaluate("(box) => { box.scrollTop = box.scrollHeight; }")
        page.wait_for_timeout(100)
    expect(page.get_by_role("list", name="Merkinnät 81–90/90").locator("li").last).to_be_visible()
    assert cards.count() < 90


def test_the_slider_shows_other_themes_and_decides_nothing(page: Page, folder: Path) -> None:
    made = make(folder, "liuku")
    choices = workflow.find_theme_choices(made, encoder=WordEncoder())
    before = store.last_seq(made)
    go(page, "teemat", "liuku")

    page.get_by_role("region", name="Vähemmän tai enemmän teemoja").locator("summary").click()
    slider = page.get_by_role("slider", name="Teemojen määrä")
    slider.focus()
    page.keyboard.press("End")
    most = len(choices[-1].themes)
    expect(page.locator(".os-choice")).to_contain_text(f"{most} teema")
    expect(slider).to_have_attribute("aria-valuetext", page.locator(".os-choice").inner_text())
    assert store.last_seq(made) == before
