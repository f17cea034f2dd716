"""Every screen under axe, empty and full, wide and narrow, light and dark."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.apps.browsing import Page, expect, go, make
from tests.apps.conftest import CHROMIUM
from tests.apps.material import propose_draft, propose_groups
from toolkit import workflow
from toolkit.apps.screens import SCREENS

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium; install Debian's package chromium"),
]

WIDE = {"width": 1280, "height": 1400}
NARROW = {"width": 320, "height": 700}
COLOURS = {"runOnly": ["color-contrast"]}
OPENERS = {"teemat": "Kuvaile: Nuorisotalo …", "tarkistus": "Hyväksy kaikki odottavat …"}


def found(page: Page, options: dict[str, Any] | None = None) -> list[tuple[str, str, str]]:
    violations = Axe().run(page, options=options).response["violations"]
    return [
        (one["id"], node["html"][:160], node.get("failureSummary", "")[:200])
        for one in violations
        for node in one["nodes"][:3]
    ]


def check(page: Page) -> None:
    """Look at what is on the page now: all rules wide and narrow, the colours in the dark."""
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        assert found(page) == []
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        assert found(page, COLOURS) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(WIDE)


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_full_of_material_has_no_barriers(page: Page, folder: Path, screen: str) -> None:
    if not (folder / "esteetön").exists():
        workshop = make(folder, "esteetön")
        propose_groups(workshop)
        propose_draft(workshop)
    go(page, screen, "esteetön")

    check(page)
    if screen in OPENERS:
        page.get_by_role("button", name=OPENERS[screen]).click()
        expect(page.get_by_role("dialog")).to_be_visible()
        check(page)


@pytest.mark.parametrize("screen", [key for key in SCREENS if key != "etusivu"])
def test_an_empty_screen_has_no_barriers(page: Page, folder: Path, screen: str) -> None:
    if not (folder / "tyhjä").exists():
        workflow.create_workshop(folder / "tyhjä", title="Tyhjä", actor="Aino")
    go(page, screen, "tyhjä")
    page.set_viewport_size(NARROW)

    assert found(page) == []


def test_the_page_of_a_lost_connection_has_no_barriers(page: Page, folder: Path) -> None:
    go(page, "teemat", "ei-ole-tällaista")
    page.evaluate("document.getElementById('os-lost').hidden = false")

    check(page)


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_an_address_without_a_page_has_no_barriers(page: Page, language: str) -> None:
    page.goto(f"/voila/render/eiole.ipynb?kieli={language}")
    words = {"fi": "Sivua ei löydy", "sv": "Sidan finns inte"}

    expect(page.get_by_role("heading", level=1)).to_have_text(words[language], use_inner_text=True)
    assert page.evaluate("document.documentElement.lang") == language
    assert found(page) == []
