"""The theme board in a real browser: searching by word, and dialogs that lose nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.apps.browsing import Page, expect, go, make
from tests.apps.conftest import CHROMIUM
from tests.apps.test_themes_browser import heading
from toolkit import store, workflow
from toolkit.domain import EventKind, Theme

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium; install Debian's package chromium"),
]
POLIS = Path(__file__).parents[2] / "workshops" / "esimerkki" / "exports" / "polis"


def test_a_search_finds_other_forms_of_a_word_and_says_when_there_is_nothing(
    page: Page, folder: Path
) -> None:
    make(folder, "sanahaku")
    go(page, "teemat", "sanahaku")

    page.get_by_label("Hae merkinnöistä").fill("nuorisotaloissa")
    expect(page.get_by_role("button", name="Tee löydetyistä teema (2) …")).to_be_visible()
    expect(heading(page, "Bussit, ilta")).to_have_count(0)
    expect(page.get_by_label("Hae merkinnöistä")).to_be_focused()
    page.get_by_label("Hae merkinnöistä").fill("lentokone")
    expect(
        page.get_by_text("Mikään merkintä ei vastaa hakua. Poista jokin rajaus.")
    ).to_be_visible()
    page.get_by_label("Hae merkinnöistä").fill("")
    expect(heading(page, "Bussit, ilta")).to_be_visible()
    expect(page.get_by_text("Mikään merkintä")).to_have_count(0)


def test_a_split_that_is_refused_stays_open_with_what_was_written(page: Page, folder: Path) -> None:
    make(folder, "torjuttu-jako")
    go(page, "teemat", "torjuttu-jako")

    page.get_by_role("button", name="Jaa: Bussit, ilta …").click()
    dialog = page.get_by_role("dialog", name="Jaa teema: Bussit, ilta")
    expect(dialog.get_by_text("Jokaisesta osasta")).to_have_count(0)
    dialog.get_by_label("Uuden teeman nimi").fill("Aikataulut")
    dialog.get_by_role("button", name="Tee valituista teema").click()
    expect(dialog.get_by_role("alert")).to_contain_text("Merkintöjä ei valittu")
    for box in dialog.get_by_role("checkbox").all():
        box.check()
    dialog.get_by_role("button", name="Tee valituista teema").click()
    expect(dialog.get_by_role("alert")).to_contain_text("mitään ei jaettaisi")
    expect(dialog.get_by_label("Uuden teeman nimi")).to_have_value("Aikataulut")
    dialog.get_by_role("checkbox").first.uncheck()
    dialog.get_by_role("button", name="Tee valituista teema").click()

    expect(heading(page, "Aikataulut")).to_be_visible()
    expect(dialog).to_have_count(0)


def test_the_second_of_a_double_click_does_nothing_below_a_dialog(page: Page, folder: Path) -> None:
    make(folder, "kaksoisnapsautus")
    go(page, "teemat", "kaksoisnapsautus")
    page.get_by_role("button", name="Kuvaile: Nuorisotalo …").click()
    box = page.get_by_role("dialog").get_by_role("button", name="Peruuta").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.evaluate(
        """([x, y]) => {
          const below = document.createElement("button");
          const place = `left:${x - 20}px;top:${y - 20}px;width:40px;height:40px`;
          below.style.cssText = `position:fixed;${place}`;
          window.presses = 0;
          below.onclick = () => { window.presses += 1; };
          document.body.append(below);
        }""",
        [x, y],
    )

    page.mouse.dblclick(x, y)
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert page.evaluate("window.presses") == 0
    page.wait_for_timeout(450)
    page.mouse.click(x, y)
    assert page.evaluate("window.presses") == 1


def test_themes_are_merged_only_with_one_that_was_chosen(page: Page, folder: Path) -> None:
    make(folder, "teemojen-yhdistys")
    go(page, "teemat", "teemojen-yhdistys")

    page.get_by_role("button", name="Yhdistä: Nuorisotalo …").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Yhdistetyn teeman nimi").fill("Illat")
    dialog.get_by_role("button", name="Yhdistä").click()
    expect(dialog).to_be_visible()
    dialog.get_by_label("Yhdistä teemaan").select_option(label="Bussit, ilta (3 merkintää)")
    dialog.get_by_role("button", name="Yhdistä").click()

    expect(heading(page, "Illat")).to_be_visible()
    expect(heading(page, "Nuorisotalo")).to_have_count(0)


def test_a_workshop_of_statements_alone_shows_its_themes(page: Page, folder: Path) -> None:
    made = workflow.create_workshop(folder / "vain-polis", title="Äänestys", actor="Aino")
    workflow.import_exports(made, [POLIS], actor="Aino")
    statements = [one.id for one in workflow.load_statements(made)]
    themes = [
        Theme(id=f"t-{n}", label=f"Teema {n}", note_ids=(), statement_ids=(key,))
        for n, key in enumerate(statements[:7])
    ]
    payload = {"themes": [store.to_plain(theme) for theme in themes], "input": {}}
    store.append_event(made, EventKind.THEMES_PROPOSED, payload, actor=store.MACHINE)
    go(page, "teemat", "vain-polis")

    expect(heading(page, "Teema 6")).to_be_visible()
    expect(page.get_by_text("Merkintöjä ei ole vielä")).to_have_count(0)
    expect(page.get_by_label("Hae merkinnöistä")).to_have_count(0)
    page.get_by_role("navigation", name="Teemaluettelo").get_by_role("link", name="Teema 6").click()
    expect(page.get_by_role("region", name="Teema 6").get_by_text("1 väite")).to_be_in_viewport()
