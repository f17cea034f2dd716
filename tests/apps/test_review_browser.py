"""The review in a browser: keys, what has been seen, what a commenter finds on the page."""

from __future__ import annotations

from pathlib import Path

from tests.apps.browsing import Page, expect, go, make
from tests.apps.material import propose_draft
from toolkit import store, workflow
from toolkit.domain import Decision

TYPE = "tyopajan-yhteenveto"


def reviews(folder: Path, name: str) -> dict[str, Decision]:
    workshop = store.open_workshop(folder / name)
    return {one.block_id: one.decision for one in workflow.load_reviews(workshop, type=TYPE)}


def open_review(page: Page, folder: Path, name: str, query: str = "") -> None:
    propose_draft(make(folder, name))
    go(page, "tarkistus", f"{name}{query}")
    page.get_by_label("Nimesi").fill("Maija")


def test_keys_decide_only_in_a_paragraph_and_what_is_decided_leaves_the_list(
    page: Page, folder: Path
) -> None:
    open_review(page, folder, "nappaimet", "&nayta=odottavat")
    items = page.locator(".os-block-item")
    expect(items).to_have_count(3)

    page.get_by_label("Nimesi").press("a")
    page.get_by_label("Nimesi").fill("Maija")
    page.get_by_role("button", name="Seuraava odottava kappale").click()
    expect(items.nth(0)).to_be_focused()
    page.keyboard.press("j")
    expect(items.nth(1)).to_be_focused()
    page.keyboard.press("k")
    page.keyboard.press("a")

    expect(items).to_have_count(2)
    expect(items.nth(0)).to_be_focused()
    page.keyboard.press("m")
    words = page.get_by_label("Uusi muotoilu")
    expect(words).to_be_focused()
    words.press("h")
    words.press("Escape")
    assert reviews(folder, "nappaimet") == {"a/1": Decision.ACCEPT}


def test_facts_are_accepted_together_once_they_have_been_seen(page: Page, folder: Path) -> None:
    page.set_viewport_size({"width": 1280, "height": 420})
    open_review(page, folder, "tosiasiat")
    accept = page.get_by_role("button", name="Hyväksy tämän luvun 2 tosiasiakohtaa")
    page.evaluate("window.scrollTo(0, 0)")

    accept.evaluate("button => button.click()")  # as a keyboard would, without scrolling there
    expect(page.get_by_text("Lue ensin tämä: kappale ei ole vielä ollut näytöllä.")).to_be_visible()
    for item in page.locator(".os-block-item").all():
        item.scroll_into_view_if_needed()
        page.wait_for_function("() => new Promise((r) => requestAnimationFrame(() => r(true)))")
    accept.click()

    expect(accept).to_have_count(0)
    assert reviews(folder, "tosiasiat") == {"a/2": Decision.ACCEPT, "a/3": Decision.ACCEPT}


def test_a_commenter_finds_nothing_to_decide_and_proposes_another_wording(
    page: Page, folder: Path
) -> None:
    open_review(page, folder, "kommentoija", "&rooli=kommentoija")
    expect(page.get_by_role("button", name="Kommentoi")).to_have_count(3)
    for name in ("Hyväksy", "Hylkää", "Muokkaa", "Kumoa"):
        expect(page.get_by_role("button", name=name)).to_have_count(0)
    expect(page.get_by_role("navigation", name="Vaiheet")).to_have_count(0)
    expect(page.get_by_role("link", name="Kaikki työpajat")).to_have_count(0)

    page.get_by_role("button", name="Ehdota toista sanamuotoa").nth(1).click()
    page.get_by_label("Näin kappaleen pitäisi kuulua").fill("Kiitämme kaikkia.")
    page.get_by_role("button", name="Tallenna ehdotus").click()
    expect(page.get_by_role("heading", name="Toinen sanamuoto, ehdottaja: Maija")).to_be_visible()
    expect(page.locator("del")).to_contain_text("Kiitos kaikille")

    go(page, "tarkistus", "kommentoija&nayta=kommentoidut")
    page.get_by_role("button", name="Ota luonnokseen").click()
    expect(page.get_by_text("Muutos on otettu luonnokseen sinun nimissäsi.")).to_be_visible()
    assert reviews(folder, "kommentoija") == {"a/2": Decision.EDIT}


def test_a_file_that_came_back_is_sent_from_the_page(
    page: Page, folder: Path, tmp_path: Path
) -> None:
    open_review(page, folder, "palautettu", "&osa=palautetut")
    wrong = tmp_path / "kirje.pdf"
    wrong.write_bytes(b"%PDF")

    page.locator("input[type=file]").set_input_files(wrong)
    expect(page.get_by_role("alert")).to_contain_text("kirje.pdf")

    stranger = tmp_path / "muu.docx"
    stranger.write_bytes(b"PK\x03\x04")
    page.locator("input[type=file]").set_input_files(stranger)
    expect(page.get_by_role("alert")).to_contain_text("muu.docx")
