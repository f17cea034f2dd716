"""The screens with the keyboard alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.apps.browsing import Page, expect, go, make
from tests.apps.conftest import CHROMIUM
from toolkit import store, workflow
from toolkit.apps.screens import SCREENS
from toolkit.domain import EventKind

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium; install Debian's package chromium"),
]


def test_the_arrow_keys_browse_themes_and_enter_moves_the_note(page: Page, folder: Path) -> None:
    workshop = make(folder, "nuolet")
    go(page, "teemat", "nuolet")
    choice = page.locator('[data-key^="move-"]').first
    before = store.last_seq(workshop)

    choice.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert store.last_seq(workshop) == before
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_be_attached()
    page.wait_for_timeout(1500)

    assert [e.kind for e in store.load_events(workshop, after=before)] == [EventKind.NOTE_MOVED]
    assert page.evaluate("document.activeElement.dataset.key ?? ''") != ""


OUTLINE = """() => {
  const element = document.activeElement;
  const shown = element.closest(".os-file") ?? element;
  const style = getComputedStyle(shown);
  return {
    name: element.dataset.key || element.className || element.textContent,
    line: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  };
}"""


def test_everything_round_a_screen_is_reached_and_worked_by_keyboard(
    page: Page, folder: Path
) -> None:
    workshop = make(folder, "kehys")
    renamed = {"theme_id": "t-talo", "label": "Talo auki"}
    workflow.decide(workshop, EventKind.THEME_RENAMED, renamed, actor="Aino")
    go(page, "teemat", "kehys")
    expect(page.get_by_role("heading", name="Talo auki")).to_be_visible()

    stops = []
    for _press in range(18):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(OUTLINE))

    names = [stop["name"] for stop in stops]
    assert names[:2] == ["os-skip", "home"]
    assert {"d-folder", "name", "undo"} < set(names)
    assert {f"step-{key}" for key in SCREENS if key != "etusivu"} < set(names)
    assert [stop["name"] for stop in stops if not stop["line"]] == []

    page.locator('[data-key="d-folder"]').press("Enter")
    expect(page.get_by_label("Työpajan kansio")).to_have_value(str(workshop.folder))
    page.locator('[data-key="undo"]').press("Enter")
    expect(page.get_by_role("heading", name="Nuorisotalo")).to_be_visible()
    expect(page.locator('[data-key="redo"]')).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Talo auki")).to_be_visible()
    page.locator(".os-skip").press("Enter")
    assert page.evaluate("document.activeElement.id") == "sisalto"
    page.locator('[data-key="step-tuonti"]').press("Enter")
    page.wait_for_url("**/tuonti.ipynb**")


def test_the_focus_stays_near_when_what_it_was_on_is_gone(page: Page, folder: Path) -> None:
    workflow.create_workshop(folder / "lahella", title="Lähellä", actor="Aino")
    go(page, "tuonti", "lahella")
    files = [
        {"name": f"{name}.csv", "mimeType": "", "buffer": f"Vastaus\n{name} toive\n".encode()}
        for name in ("eka", "toka")
    ]
    page.get_by_label("Valitse tiedostot").set_input_files(files)
    first = page.get_by_role("article", name="eka.csv")
    second = page.get_by_role("article", name="toka.csv")
    expect(second.get_by_role("checkbox")).to_be_visible()

    first.get_by_role("button", name="Poista luettelosta: eka.csv").press("Enter")

    expect(first).to_have_count(0)
    expect(second).to_be_focused()
    page.keyboard.press("Enter")  # a key held down takes nothing else away
    page.keyboard.press("Tab")
    expect(second.locator(":focus")).to_have_count(1)
