"""The screens with the keyboard alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.apps.browsing import Page, expect, go, make
from tests.apps.conftest import CHROMIUM
from toolkit import store
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
