"""Choices of a survey in the browser: bars, the numbers beside them, whatever people wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.apps.browsing import Page, expect, go
from tests.apps.conftest import CHROMIUM
from tests.apps.material import EVIL
from tests.apps.test_import_browser import make_empty
from tests.importers.exports import to_csv
from toolkit import workflow

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium; install Debian's package chromium"),
]

ROWS = [
    ["Aikaleima", "Terveisesi", "Tapa"],
    ["1.1.2026", "Tätä asiaa pitäisi minusta miettiä", "Chat"],
    *[["2.1.2026", f"Kiitos, kaikki toimi meillä hyvin {n}", EVIL] for n in (1, 2)],
]


def test_choices_are_bars_that_the_keyboard_opens(page: Page, folder: Path) -> None:
    workshop = make_empty(folder, "kysely")
    path = folder.parent / "kysely.csv"
    path.write_text(to_csv(ROWS), encoding="utf-8")
    workflow.import_exports(workshop, [path], actor="Aino", as_format="survey-google")
    go(page, "tuonti", "kysely")

    page.get_by_text("Kysymykset ja valinnat (1)").focus()
    page.keyboard.press("Enter")

    table = page.get_by_role("table", name="Tapa")
    expect(table.get_by_role("row", name="Chat")).to_contain_text("1")
    expect(table.get_by_text(EVIL)).to_be_visible()
    widths = table.locator("svg rect").evaluate_all(
        "all => all.map((r) => +r.getAttribute('width'))"
    )
    assert [round(width) for width in widths] == [67, 33]
    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
