"""Script text in every field that is saved: shown as text, and nothing of it runs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.apps.browsing import Locator, Page, expect, go, make
from tests.apps.conftest import CHROMIUM
from tests.apps.material import EVIL, propose_draft, propose_groups

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium; install Debian's package chromium"),
]
FIELDS = "input:not([type]):not([readonly]), input[type=text]:not([readonly]), textarea"
RAN = "img[src='x'], .os-page script, .os-page [onerror]"


def fill_all(scope: Locator) -> None:
    """Write the hostile words in every text field, and see that there is one."""
    expect(scope.locator(FIELDS).first).to_be_visible()
    boxes = scope.locator(FIELDS).all()
    for box in boxes:
        box.fill(EVIL)


def save_dialog(page: Page, opener: Locator, button: str) -> None:
    opener.click()
    dialog = page.get_by_role("dialog")
    fill_all(dialog)
    for select in dialog.locator("select").all():
        select.select_option(index=1)
    dialog.get_by_role("button", name=button, exact=True).click()
    expect(dialog).to_have_count(0)


def write_front_page(page: Page) -> None:
    form = page.locator("form")
    for summary in form.locator("summary").all():
        summary.click()
    form.get_by_role("button", name="Lisää vaihe").click()
    fill_all(form)
    form.get_by_label("Osallistujien määrä").fill("12")
    form.get_by_role("button", name="Luo työpaja").click()
    page.wait_for_url("**/tuonti.ipynb?*")


def write_themes(page: Page) -> None:
    page.get_by_role("button", name="Kuvaile: Bussit, ilta …").click()
    dialog = page.get_by_role("dialog")
    fill_all(dialog)
    dialog.get_by_role("button", name="Tallenna").click()
    aside = page.get_by_role("button", name="Siirrä sivuun").first
    save_dialog(page, aside, "Siirrä sivuun")
    merge = page.get_by_role("button", name="Yhdistä: Nuorisotalo …")
    save_dialog(page, merge, "Yhdistä")


def write_groups(page: Page) -> None:
    page.get_by_label("Ryhmän A nimi").fill(EVIL[:80])
    page.get_by_label("Ryhmän A nimi").press("Enter")


def write_draft(page: Page) -> None:
    page.get_by_text("Kiitos kaikille.").dblclick()
    fill_all(page.locator(".os-edit"))
    page.get_by_role("button", name="Tallenna", exact=True).click()


def write_review(page: Page) -> None:
    article = page.get_by_role("article").nth(1)
    article.get_by_role("button", name="Kommentoi").click()
    fill_all(article.locator("form"))
    article.get_by_role("button", name="Tallenna kommentti").click()
    expect(article.get_by_text(EVIL)).to_be_visible()
    for part, button in (
        ("Lausuntokierros", "Avaa lausuntokierros"),
        ("Lausuntokierros", "Kirjaa muutosehdotus"),
        ("Allekirjoitus", "Anna rooli"),  # last: who only comments sees the parts no more
    ):
        page.locator("nav").get_by_role("link", name=part).click()
        save = page.get_by_role("button", name=button)
        form = page.locator("form", has=save)
        fill_all(form)
        save.click()
        expect(page.get_by_text(EVIL[:80]).first).to_be_visible()


def write_outcome(page: Page) -> None:
    save_dialog(page, page.get_by_role("button", name="Kirjaa päätös").first, "Kirjaa")
    plan = page.get_by_role("button", name="Kirjaa suunnitelma").first
    save_dialog(page, plan, "Kirjaa suunnitelma")


WRITERS: dict[str, Callable[[Page], None]] = {
    "etusivu": write_front_page,
    "teemat": write_themes,
    "mielipideryhmat": write_groups,
    "luonnos": write_draft,
    "tarkistus": write_review,
    "seuranta": write_outcome,
}


@pytest.mark.parametrize("screen", WRITERS)
def test_script_text_in_every_field_is_shown_as_text(page: Page, folder: Path, screen: str) -> None:
    name = f"paha-{screen}"
    made = make(folder, name)
    propose_groups(made)
    propose_draft(made)
    go(page, screen, name)
    page.get_by_label("Nimesi").fill(EVIL[:80])

    WRITERS[screen](page)

    expect(page.get_by_text(EVIL[:80]).first).to_be_attached()
    assert page.locator(RAN).count() == 0
    page.reload()
    expect(page.get_by_text(EVIL[:80]).first).to_be_attached()
    assert page.locator(RAN).count() == 0
    assert page.title() != "murrettu"
    page.get_by_label("Nimesi").fill("")
