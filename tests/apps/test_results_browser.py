"""Publication and follow-up in a browser: links lead, forms keep what is written."""

from __future__ import annotations

import re
from pathlib import Path

from tests.apps.browsing import Page, expect, go, make
from tests.apps.material import compose_draft
from toolkit import workflow

WIDTH = "() => document.documentElement.scrollWidth"


def test_a_reason_leads_to_its_paragraph_and_the_sheets_are_shown(page: Page, folder: Path) -> None:
    made = make(folder, "este")
    compose_draft(made)
    go(page, "julkaisu", "este")
    page.get_by_role("button", name="Näytä sivut").click()
    expect(page.get_by_role("img", name=re.compile(r"^Sivu 1\D"))).to_be_visible()
    page.get_by_role("button", name="Koko 150 prosenttia").click()
    expect(page.get_by_role("button", name="Koko 150 prosenttia")).to_be_focused()
    with page.expect_download() as download:
        page.get_by_role("button", name="Työversio: Verkkosivu (HTML)").click()
    page.get_by_label("Valmis asiakirja").check()
    page.set_viewport_size({"width": 320, "height": 800})
    width = page.evaluate(WIDTH)
    reason = page.locator(".os-warning li a").nth(2)
    block = str(reason.get_attribute("href")).partition("#")[2]

    reason.click()

    assert width <= 320
    assert download.value.suggested_filename == "este-tyopajan-yhteenveto-luonnos.html"
    expect(page.locator(f'[data-block="{block}"]')).to_be_focused()
    expect(page.locator(f'[data-block="{block}"]')).to_be_in_viewport()


def test_a_refused_decision_keeps_what_was_written_and_a_recorded_one_gives_the_focus_back(
    page: Page, folder: Path
) -> None:
    made = make(folder, "paatos")
    go(page, "seuranta", "paatos")
    page.get_by_label("Nimesi").fill("")
    record = page.get_by_role("button", name="Kirjaa päätös").first
    record.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Mitä ehdotukselle kävi").select_option("toteutuu")
    dialog.get_by_label("Kuka päätti").fill("Hallitus <b>")
    dialog.get_by_label("Miksi").fill("Syy.")
    dialog.get_by_role("button", name="Kirjaa").click()
    expect(dialog.get_by_role("alert")).to_contain_text("nimesi")
    expect(dialog.get_by_label("Miksi")).to_have_value("Syy.")
    page.keyboard.press("Escape")
    page.get_by_label("Nimesi").fill("Maija")
    record.click()
    dialog.get_by_label("Mitä ehdotukselle kävi").select_option("toteutuu")
    dialog.get_by_label("Kuka päätti").fill("Hallitus <b>")
    dialog.get_by_label("Miksi").fill("Syy.")

    dialog.get_by_role("button", name="Kirjaa").click()

    expect(page.get_by_text("Hallitus <b>")).to_be_visible()
    expect(page.get_by_role("button", name="Muuta päätöstä")).to_be_focused()
    assert [one.body for one in workflow.load_state(made).proceedings.decisions] == ["Hallitus <b>"]


def test_the_card_can_be_had_and_nothing_is_wider_than_a_telephone(
    page: Page, folder: Path
) -> None:
    make(folder, "kortti")
    page.set_viewport_size({"width": 320, "height": 800})
    go(page, "seuranta", "kortti&osa=palaute")
    page.get_by_role("button", name="Näytä tuloskortti").click()
    expect(page.get_by_role("img", name=re.compile("6 merkintää"))).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Lataa kuvana (PNG)").click()
    widths = [page.evaluate(WIDTH)]
    for part, heading in (("Luvut", "Vaikutukset"), ("Ehdotukset ja päätökset", "Nuorisotalo")):
        page.get_by_role("link", name=part).click()
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
        widths.append(page.evaluate(WIDTH))

    assert download.value.suggested_filename == "kortti-tuloskortti.png"
    assert max(widths) <= 320
