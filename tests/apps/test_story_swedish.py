"""From the front page to a statement, in Swedish and with the keyboard alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.apps.browsing import Page, expect
from tests.apps.conftest import CHROMIUM
from tests.apps.material import propose_groups
from tests.apps.walking import finnish_left, focused, tab_to
from toolkit import store, workflow
from toolkit.domain import EventKind

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium; install Debian's package chromium"),
]
TITLE = "Ungdomarnas kväll"
NOTES = (
    "Bussarna slutar gå alldeles för tidigt på kvällen.",
    "Det går inga bussar hem efter träningen på kvällen.",
    "Bussen borde gå oftare på kvällarna och veckosluten.",
    "Utan skjuts kommer man inte hem, för sista bussen går så tidigt.",
    "Bussbiljetten är för dyr för en ung person.",
    "Busshållplatsen ligger långt borta och bussen går sällan.",
    "Ungdomsgården borde vara öppen på veckosluten.",
    "Mera aktiviteter på ungdomsgården för äldre ungdomar.",
    "Ungdomsgården är stängd när vi är lediga.",
    "En ungdomsledare borde finnas på ungdomsgården varje dag.",
    "På ungdomsgården skulle vi vilja laga mat tillsammans.",
    "Ungdomsgården behöver nya soffor och bättre musik.",
    "Skolkuratorn har för lite tid för oss.",
    "Det är lång kö till skolpsykologen och kuratorn.",
    "Man borde få prata med en kurator utan att boka tid.",
    "Kuratorn borde vara på plats varje dag i skolan.",
    "Liisa Koskinen auttoi meitä koulussa.",
    "Skolhälsovårdaren och kuratorn borde ha mera tid för samtal.",
)


def expect_swedish(page: Page, heading: str) -> None:
    """Expect the heading of a step, and nothing of the Finnish interface."""
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    assert page.evaluate("document.documentElement.lang") == "sv"
    assert "kieli=sv" in page.url
    assert finnish_left(page) == {}


def press(page: Page, name: str | re.Pattern[str], key: str = "Enter") -> None:
    """Go to what is called ``name`` with Tab, and press a key on it."""
    tab_to(page, name)
    page.keyboard.press(key)


def make_workshop(page: Page) -> None:
    page.goto("/voila/render/etusivu.ipynb?kieli=sv")
    expect_swedish(page, "Workshoppar")
    tab_to(page, "Ditt namn")
    page.keyboard.type("Maija")
    tab_to(page, "Rubrik")
    page.keyboard.type(TITLE)
    press(page, "Språk, författare och bevaringstid")
    tab_to(page, "Dokumentens språk")
    page.keyboard.type("Sv")
    press(page, "Skapa workshoppen")


def import_notes(page: Page) -> None:
    page.wait_for_url("**/tuonti.ipynb?*kieli=sv*")
    expect_swedish(page, "Import")
    tab_to(page, "Välj filer")
    export = "Vastaus\n" + "".join(f'"{note}"\n' for note in NOTES)
    payload = {"name": "lappar.csv", "mimeType": "", "buffer": export.encode()}
    page.locator("*:focus").set_input_files(payload)
    place = page.get_by_role("group", name=re.compile("^Ställe 1"))
    expect(place).to_contain_text("Liisa Koskinen")
    expect_swedish(page, "Import")
    tab_to(page, re.compile("Ställe 1/"))
    page.keyboard.press("p")
    page.keyboard.press("z")
    page.keyboard.press("p")
    expect(page.get_by_text("✓ Döljs").first).to_be_visible()
    press(page, "Importera filen")
    expect(page.get_by_role("cell", name="18").first).to_be_visible()
    expect_swedish(page, "Import")
    press(page, "Nästa steg: teman →")


def work_on_themes(page: Page) -> None:
    expect(page.get_by_role("button", name="Sök teman")).to_be_visible()
    expect_swedish(page, "Teman")
    press(page, "Sök teman")
    expect(page.get_by_role("button", name=re.compile("^Byt namn: ")).first).to_be_visible(
        timeout=60_000
    )
    expect_swedish(page, "Teman")
    press(page, re.compile("Byt namn: "))
    expect(page.get_by_label("Temats namn")).to_be_focused()
    page.keyboard.type("Kvällsbussar")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Kvällsbussar")).to_be_visible()
    assert focused(page) == "Byt namn: Kvällsbussar"
    tab_to(page, re.compile("Plocka upp anteckningen för att flytta den"))
    carried = focused(page)
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowRight")
    expect_swedish(page, "Teman")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="↶ Ångra")).to_be_visible()
    expect(page.locator(".os-tray")).to_have_class(re.compile("os-tray-empty"))
    assert focused(page) == carried


def merge_and_undo(page: Page) -> None:
    tab_to(page, re.compile("Slå ihop: "))
    opener = focused(page)
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    expect_swedish(page, "Teman")
    tab_to(page, "Slå ihop med")
    page.keyboard.press("ArrowDown")
    tab_to(page, "Slå ihop")
    page.keyboard.press("Enter")
    expect(dialog).to_have_count(0)
    assert focused(page) != ""
    expect_swedish(page, "Teman")
    press(page, "↶ Ångra")
    expect(page.get_by_role("button", name=opener)).to_be_visible()
    assert focused(page) in {"↶ Ångra", "↷ Gör om"}


def name_group(page: Page) -> None:
    press(page, re.compile("Åsiktsgrupper"))
    expect(page.get_by_role("heading", name=re.compile("Grupp A"))).to_be_visible()
    expect_swedish(page, "Åsiktsgrupper")
    tab_to(page, "Namn på grupp A")
    page.keyboard.type("Sena kvällar")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Sena kvällar")).to_be_visible()
    assert focused(page) == "Namn på grupp A"
    expect_swedish(page, "Åsiktsgrupper")


def compose_statement(page: Page) -> None:
    press(page, re.compile("Utkast"))
    expect(page.get_by_role("button", name="Skriv utkastet")).to_be_visible()
    expect_swedish(page, "Utkast")
    tab_to(page, "Dokument")
    page.keyboard.type("Utt")
    page.wait_for_url("**asiakirja=julkilausuma**")
    press(page, "Skriv utkastet")
    expect(page.get_by_role("region", name=re.compile(TITLE))).to_be_visible(timeout=60_000)
    expect_swedish(page, "Utkast")


def test_the_first_half_of_the_way_in_swedish_by_keyboard(page: Page, folder: Path) -> None:
    make_workshop(page)
    import_notes(page)
    (made,) = (one for one in store.list_workshops(folder) if one.title == TITLE)
    propose_groups(made)
    work_on_themes(page)
    merge_and_undo(page)
    name_group(page)
    compose_statement(page)

    decided = [event.kind for event in store.load_events(made) if event.actor == "Maija"]
    assert decided[-5:] == [
        EventKind.THEME_RENAMED,
        EventKind.NOTE_MOVED,
        EventKind.THEMES_MERGED,
        EventKind.UNDONE,
        EventKind.GROUP_NAMED,
    ]
    state = workflow.load_state(made)
    assert [name for _id, _people, name in state.group_names] == ["Sena kvällar"]
    assert list(state.written) == [("julkilausuma", "sv")]
    texts = [note.text for note in workflow.load_notes(made)]
    assert "[HENKILÖ 1] auttoi meitä koulussa." in texts
