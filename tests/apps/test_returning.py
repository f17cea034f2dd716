"""What somebody has begun is still there after a reload and a lost connection, and only there."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from tests.apps.browsing import Page, expect, go, kernel_id, make, process_of, rename
from tests.apps.conftest import CHROMIUM
from tests.apps.material import propose_draft
from toolkit import store

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium; install Debian's package chromium"),
]

END_KERNEL = """async (id) => {
  const token = document.cookie.match(/_xsrf=([^;]*)/)[1];
  const headers = { "X-XSRFToken": token };
  return (await fetch(`/api/kernels/${id}`, { method: "DELETE", headers })).status;
}"""
KEPT = "JSON.stringify({ ...sessionStorage })"
AWAY = "Sivu ei palannut itsestään."
LOST = "Yhteys työkaluun katkesi"


def begin(page: Page, folder: Path, name: str) -> None:
    """Begin to edit the second paragraph of a draft, with the notes of the first open."""
    propose_draft(make(folder, name))
    go(page, "tarkistus", name)
    page.get_by_role("article").nth(0).locator("summary").first.click()
    page.get_by_role("article").nth(1).get_by_role("button", name="Muokkaa").click()
    page.get_by_label("Uusi muotoilu").fill("Kesken oleva lause")


def expect_begun(page: Page) -> None:
    expect(page.get_by_label("Uusi muotoilu")).to_have_value("Kesken oleva lause")
    expect(page.get_by_label("Uusi muotoilu")).to_be_focused()
    expect(page.get_by_role("article").nth(0).locator("details[open]")).to_have_count(1)


def test_a_killed_kernel_takes_nothing_and_the_page_comes_back(page: Page, folder: Path) -> None:
    begin(page, folder, "tapettu")
    page.set_viewport_size({"width": 1280, "height": 500})
    page.evaluate("window.scrollTo(0, 180)")

    os.kill(process_of(kernel_id(page)), signal.SIGKILL)

    expect(page.get_by_role("alert").filter(has_text=LOST)).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="Yhteys palasi")).to_be_visible()
    expect_begun(page)
    assert page.evaluate("window.scrollY") == 180
    expect(page.get_by_role("alert").filter(has_text=LOST)).to_have_count(0)


def test_a_kernel_ended_while_the_computer_slept_comes_back(page: Page, folder: Path) -> None:
    begin(page, folder, "unessa")

    assert page.evaluate(END_KERNEL, kernel_id(page)) == 204

    expect(page.get_by_role("status").filter(has_text="Yhteys palasi")).to_be_visible()
    expect_begun(page)


def test_a_page_that_does_not_stay_is_not_loaded_for_ever(page: Page, folder: Path) -> None:
    begin(page, folder, "silmukka")
    kernel = kernel_id(page)
    page.evaluate("sessionStorage.setItem('osallisuus.yritykset', '3')")

    os.kill(process_of(kernel), signal.SIGKILL)

    expect(page.get_by_text(AWAY)).to_be_visible()
    page.wait_for_timeout(2500)
    assert kernel_id(page) == kernel
    page.get_by_role("link", name="Lataa sivu uudelleen").click()
    expect_begun(page)


def test_a_dialog_is_open_again_with_what_was_written(page: Page, folder: Path) -> None:
    make(folder, "kuvailtu")
    go(page, "teemat", "kuvailtu")
    page.get_by_role("button", name="Kuvaile: Nuorisotalo …").click()
    first = page.get_by_role("dialog").get_by_role("textbox").first
    first.fill("Nuorten oma paikka")

    page.reload()

    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("textbox").first).to_have_value("Nuorten oma paikka")
    dialog.get_by_role("button", name="Peruuta").click()
    page.reload()
    expect(page.get_by_role("heading", name="Nuorisotalo")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_what_was_saved_or_cancelled_is_not_kept(page: Page, folder: Path) -> None:
    begin(page, folder, "tallessa")
    page.get_by_label("Nimesi").fill("Maija")
    page.get_by_role("button", name="Tallenna").click()
    expect(page.get_by_label("Uusi muotoilu")).to_have_count(0)
    page.get_by_role("article").nth(2).get_by_role("button", name="Muokkaa").click()
    page.get_by_label("Uusi muotoilu").fill("Peruttu lause")
    page.get_by_label("Uusi muotoilu").press("Escape")
    page.get_by_label("Nimesi").fill("")

    page.reload()

    expect(page.get_by_text("Kesken oleva lause").first).to_be_visible()
    expect(page.get_by_label("Uusi muotoilu")).to_have_count(0)
    kept = page.evaluate(KEPT)
    assert "lause" not in kept


def test_what_was_begun_stays_with_its_workshop_and_screen(page: Page, folder: Path) -> None:
    begin(page, folder, "oma")
    propose_draft(make(folder, "vieras"))

    go(page, "tarkistus", "vieras")
    expect(page.get_by_role("article").nth(1)).to_be_visible()
    expect(page.get_by_label("Uusi muotoilu")).to_have_count(0)
    go(page, "tarkistus", "oma")

    expect(page.get_by_label("Uusi muotoilu")).to_have_value("Kesken oleva lause")


def test_a_conflict_leaves_what_was_written_and_it_can_be_saved(page: Page, folder: Path) -> None:
    make(folder, "ristiin")
    go(page, "teemat", "ristiin")
    other = page.context.new_page()
    go(other, "teemat", "ristiin")
    other.get_by_role("button", name="Muuta nimeä: Nuorisotalo").click()
    other.get_by_label("Teeman nimi").fill("Talo kaikille")
    rename(page, "Nuorisotalo", "Talo auki")

    other.get_by_label("Teeman nimi").press("Enter")
    expect(other.get_by_role("alert").filter(has_text="Talo auki")).to_be_visible()
    expect(other.get_by_label("Teeman nimi")).to_have_value("Talo kaikille")
    other.get_by_label("Teeman nimi").press("Enter")

    expect(page.get_by_role("heading", name="Talo kaikille")).to_be_visible()
    other.close(run_before_unload=True)


def test_details_that_two_people_change_at_once_keep_the_words_of_both(
    page: Page, folder: Path
) -> None:
    made = make(folder, "tiedot")
    address = "/voila/render/etusivu.ipynb?muokkaa=tiedot"
    page.goto(address)
    page.get_by_label("Tavoite").fill("Myöhäisempi bussi.")
    other = page.context.new_page()
    other.goto(address)
    other.get_by_label("Ilmiö").fill("Illat vailla kyytiä.")
    other.get_by_role("button", name="Tallenna").click()
    expect(other.get_by_role("heading", name="Työpajasi")).to_be_visible()
    other.close(run_before_unload=True)

    page.get_by_role("button", name="Tallenna").click()
    expect(page.get_by_role("alert").filter(has_text="Joku muu")).to_be_visible()
    expect(page.get_by_label("Ilmiö")).to_have_value("Illat vailla kyytiä.")
    expect(page.get_by_label("Tavoite")).to_have_value("Myöhäisempi bussi.")
    page.get_by_role("button", name="Tallenna").click()

    expect(page.get_by_role("heading", name="Työpajasi")).to_be_visible()
    now = store.open_workshop(Path(made.folder))
    assert (now.phenomenon, now.goal) == ("Illat vailla kyytiä.", "Myöhäisempi bussi.")
