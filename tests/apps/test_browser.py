"""The screens in a real browser, served as people get them, with the real worker behind."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from tests.apps.browsing import (
    Page,
    ask,
    expect,
    go,
    kernel_id,
    make,
    rename,
)
from tests.apps.conftest import CHROMIUM, BrowserContext
from tests.apps.material import (
    EVIL,
    compose_draft,
    propose_draft,
    propose_groups,
)
from toolkit import workflow
from toolkit.apps.screens import SCREENS

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "workshops" / "esimerkki" / "exports" / "padlet-nuorten-palvelut.csv"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium; install Debian's package chromium"),
]


def test_from_an_export_to_a_theme_people_have_named(page: Page, folder: Path) -> None:
    page.goto("/")
    page.get_by_label("Otsikko").fill("Nuorten palvelut")
    page.get_by_label("Työpajan päivä").fill("2026-10-06")
    page.get_by_role("button", name="Luo työpaja").dblclick()
    page.wait_for_url("**/tuonti.ipynb?tyopaja=2026-10-06-nuorten-palvelut")

    page.get_by_label("Valitse tiedostot").set_input_files(EXAMPLE)
    page.get_by_role("button", name="Tuo tiedosto").click(timeout=20_000)
    row = page.get_by_role("row").filter(has_text="padlet-nuorten-palvelut.csv")
    expect(row.get_by_role("cell", name="78")).to_be_visible()

    page.get_by_role("link", name=re.compile("Seuraavaksi: teemat")).click()
    page.get_by_role("button", name="Etsi teemat").dblclick()
    expect(page.get_by_role("progressbar")).to_be_visible()
    first = page.get_by_role("button", name=re.compile("^Muuta nimeä: ")).first
    expect(first).to_be_visible(timeout=60_000)
    old = (first.get_attribute("aria-label") or "").removeprefix("Muuta nimeä: ")
    rename(page, old, "Apu ajoissa & läheltä")

    page.reload()

    expect(page.get_by_role("heading", name="Apu ajoissa & läheltä")).to_be_visible()
    assert len(list(folder.glob("2026-10-06-*"))) == 1


def test_words_of_people_are_shown_as_words(page: Page, folder: Path) -> None:
    make(folder, "teksti")

    go(page, "teemat", "teksti")

    expect(page.get_by_text(EVIL)).to_be_visible()
    expect(page).to_have_title("Teemat – Ilta teksti – Osallisuus")
    assert page.locator("main img, main script").count() == 0


def test_two_windows_see_each_other(page: Page, context: BrowserContext, folder: Path) -> None:
    make(folder, "kaksi")
    go(page, "teemat", "kaksi")
    other = context.new_page()
    go(other, "teemat", "kaksi")
    other.get_by_role("button", name="Muuta nimeä: Nuorisotalo").click()
    other.get_by_label("Teeman nimi").fill("Kesken kirjo")

    rename(page, "Bussit, ilta", "Iltabussit")

    expect(other.get_by_role("heading", name="Iltabussit")).to_be_visible()
    expect(other.get_by_label("Teeman nimi")).to_have_value("Kesken kirjo")
    expect(other.get_by_label("Teeman nimi")).to_be_focused()
    other.close(run_before_unload=True)


def test_a_note_is_moved_and_put_back_with_the_keyboard(page: Page, folder: Path) -> None:
    make(folder, "siirto")
    go(page, "teemat", "siirto")
    house = page.get_by_role("region", name="Nuorisotalo")

    page.get_by_label("Teema (siirrä merkintä toiseen teemaan, T1-001)").select_option(
        "Nuorisotalo"
    )
    expect(house.get_by_text("3 merkintää")).to_be_visible()
    undo = page.get_by_role("button", name="Kumoa")
    undo.focus()
    page.keyboard.press("Enter")

    expect(house.get_by_text("2 merkintää")).to_be_visible()


def test_a_wrong_file_is_a_sentence_and_the_page_goes_on(page: Page, folder: Path) -> None:
    make(folder, "väärä")
    go(page, "tuonti", "väärä")
    files = page.get_by_label("Valitse tiedostot")

    files.set_input_files({"name": "kuva.png", "mimeType": "image/png", "buffer": b"x"})
    expect(page.get_by_role("alert")).to_contain_text("kuva.png")
    files.set_input_files({"name": "rikki.zip", "mimeType": "", "buffer": b"PK\x03\x04 poikki"})
    expect(page.get_by_role("alert")).to_contain_text("rikki.zip", timeout=20_000)

    expect(page.get_by_role("row")).to_have_count(2)


def test_a_paragraph_is_accepted_edited_and_published(page: Page, folder: Path) -> None:
    workshop = make(folder, "luonnos")
    compose_draft(workshop)
    go(page, "tarkistus", "luonnos")
    paragraphs = page.get_by_role("article")

    paragraphs.nth(0).get_by_role("button", name="Hyväksy").click()
    expect(page.get_by_role("alert")).to_contain_text("nimesi")
    expect(page.get_by_label("Nimesi")).to_be_focused()
    page.keyboard.type("Maija Meikäläinen")
    paragraphs.nth(0).get_by_role("button", name="Hyväksy").dblclick()
    expect(paragraphs.nth(0)).to_contain_text("Hyväksynyt: Maija Meikäläinen")
    paragraphs.nth(1).get_by_role("button", name="Muokkaa").click()
    page.get_by_label("Uusi muotoilu").fill("Kiitos jokaiselle.")
    page.get_by_role("button", name="Tallenna").click()
    expect(paragraphs.nth(1)).to_contain_text("Kiitos jokaiselle.")
    paragraphs.nth(2).get_by_role("button", name="Hylkää").click()
    expect(paragraphs.nth(2)).to_contain_text("hylännyt: Maija Meikäläinen")
    workflow.accept_waiting(workshop, type="tyopajan-yhteenveto", actor="Aino Esimerkki")
    expect(page.get_by_text("Odottaa ratkaisua")).to_have_count(0)

    page.get_by_role("link", name=re.compile("^Seuraavaksi: julkaisu")).click()
    with page.expect_download() as coming:
        page.get_by_role("button", name="Valmis asiakirja: Word (DOCX)").click()
    assert coming.value.suggested_filename == "luonnos-tyopajan-yhteenveto.docx"
    assert Path(coming.value.path()).read_bytes().startswith(b"PK")
    page.get_by_label("Nimesi").fill("")


@pytest.mark.parametrize("screen", SCREENS)
def test_every_control_has_a_name_and_every_page_its_landmarks(
    page: Page, folder: Path, screen: str
) -> None:
    if not (folder / "nimet").exists():
        workshop = make(folder, "nimet")
        propose_groups(workshop)
        propose_draft(workshop)
    go(page, screen, "nimet")

    assert page.get_by_role("heading", level=1).count() == 1
    assert page.get_by_role("main").count() == 1
    assert page.evaluate("document.documentElement.lang") == "fi"
    assert page.locator("main#sisalto").count() == 1
    controls = page.locator("input:visible, select:visible, textarea:visible, button:visible")
    expect(controls.first).to_be_visible()
    for control in controls.all():
        expect(control).to_have_accessible_name(re.compile(r"\S"))
    levels = [int(tag[1]) for tag in page.locator("h1, h2, h3, h4").evaluate_all(TAGS)]
    assert all(after <= before + 1 for before, after in pairwise(levels))


TAGS = "found => found.map(element => element.tagName)"


def test_a_page_that_is_left_ends_its_kernel(page: Page, folder: Path, address: str) -> None:
    make(folder, "lähtö")
    go(page, "teemat", "lähtö")
    kernel = kernel_id(page)

    go(page, "tuonti", "lähtö")

    for _attempt in range(50):
        if ask(address, f"/api/kernels/{kernel}") == 404:
            break
        page.wait_for_timeout(100)
    assert ask(address, f"/api/kernels/{kernel}") == 404


@pytest.mark.parametrize(
    "path",
    [
        "/voila/files/etusivu.ipynb",
        "/voila/files/../../README.md",
        "/voila/static/../../../etc/passwd",
        "/api/contents",
        "/api/terminals",
    ],
)
def test_the_server_gives_out_no_files(path: str, address: str) -> None:
    assert ask(address, path) in {400, 403, 404}


def test_a_foreign_template_is_not_taken(address: str) -> None:
    assert ask(address, "/voila/tree?template=eiole&theme=eiole") == 200


def test_the_old_message_format_is_refused(page: Page, folder: Path, address: str) -> None:
    make(folder, "pistoke")
    go(page, "teemat", "pistoke")
    path = f"/api/kernels/{kernel_id(page)}/channels"
    socket = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec_WebSocket_Version": "13"}

    assert ask(address, path, **socket, Sec_WebSocket_Key="MDEyMzQ1Njc4OWFiY2RlZg==") == 400
