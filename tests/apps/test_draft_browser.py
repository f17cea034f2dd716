"""The draft in a real browser: read by keyboard, edited in place, on a narrow window too."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.apps.browsing import Page, expect, go, make
from tests.apps.conftest import CHROMIUM
from tests.apps.material import propose_draft
from toolkit import store
from toolkit.domain import EventKind, Workshop

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium; install Debian's package chromium"),
]
SENTENCE = "Merkinnöissä toivotaan busseja."


def drafted(folder: Path, name: str) -> Workshop:
    workshop = make(folder, name)
    propose_draft(workshop)
    return workshop


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.dataset.key ?? ''"))


def test_sentences_are_walked_by_arrow_keys_and_show_their_notes(page: Page, folder: Path) -> None:
    drafted(folder, "virkkeet")
    go(page, "luonnos", "virkkeet")
    beside = page.get_by_role("region", name="Mihin virke perustuu")
    sentence = page.get_by_text(SENTENCE)

    sentence.hover()
    expect(beside.get_by_text("Bussit loppuvat iltaisin liian aikaisin.")).to_be_visible()
    page.keyboard.press("Escape")
    expect(beside.get_by_text("Bussit loppuvat")).to_have_count(0)

    sentence.click()
    page.keyboard.press("ArrowDown")
    assert focused(page) == "s-a/2#0"
    expect(beside.get_by_text("ei ole merkintöjä")).to_be_visible()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    assert focused(page) == "drop"
    expect(beside.get_by_text("Illalla ei pääse kotiin")).to_be_visible()
    page.keyboard.press("Escape")
    assert focused(page) == "s-a/1#0"

    page.set_viewport_size({"width": 400, "height": 900})
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    place = page.locator('[data-block="a/1"]')
    expect(place.get_by_text("Bussit loppuvat iltaisin")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.set_viewport_size({"width": 1280, "height": 1400})


def test_a_paragraph_is_edited_in_place_and_what_is_wrong_is_said_while_typing(
    page: Page, folder: Path
) -> None:
    workshop = drafted(folder, "muokkaus")
    go(page, "luonnos", "muokkaus")
    page.get_by_label("Nimesi").fill("Maija")
    page.get_by_text(SENTENCE).dblclick()
    box = page.get_by_label("Uusi muotoilu")

    box.fill("Soita 040 123 4567.")
    expect(page.get_by_text("Kappaleessa on henkilötietoja")).to_be_visible()
    expect(page.get_by_text("ei enää viitattaisi näihin merkintöihin: T1-001")).to_be_visible()
    store.append_event(workshop, EventKind.COMMENT_ADDED, COMMENT, actor="Pekka")
    page.wait_for_timeout(2500)  # the page has looked and been drawn again
    expect(box).to_have_value("Soita 040 123 4567.")
    expect(box).to_be_focused()

    page.keyboard.press("Escape")
    page.get_by_role("dialog").get_by_role("button", name="Peruuta").click()
    box.fill("<b>Busseja</b> lisää. [T1-001]")
    expect(page.get_by_text("ei enää viitattaisi näihin merkintöihin: T1-002")).to_be_visible()
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("<b>Busseja</b> lisää.")).to_be_visible()
    expect(page.get_by_text("Ihmisen muokkaama: Maija").first).to_be_visible()
    assert focused(page).startswith("s-a/1#")
    kinds = [event.kind for event in store.load_events(workshop) if event.actor == "Maija"]
    assert kinds == [EventKind.PARAGRAPH_EDITED]


COMMENT = {"type": "tyopajan-yhteenveto", "language": "fi", "block_id": "a/2", "text": "Hyvä."}
