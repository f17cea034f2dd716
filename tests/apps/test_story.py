"""The whole way, from an empty front page to feedback, as a facilitator walks it in the browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.apps.browsing import Page, expect, playwright_api, rename
from tests.apps.conftest import CHROMIUM
from tests.apps.story_material import NAMED, bring_exports, edit_copy, read_words
from toolkit import store, workflow

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium; install Debian's package chromium"),
]

Locator = playwright_api.Locator
WORK = 120_000  # what the worker does may take long on a busy machine, or without the quick model
TITLE = "Nuorten palvelut: mitä muutetaan?"
NAME = "Maija Meikäläinen"
KINDS = {
    "padlet.csv": "Padlet",
    "poytakeskustelut.docx": "Pöytäkeskustelujen muistiinpanot",
    "polis": "Polis",
}
EDITED, REJECTED, COMMENTED = "P1-v11", "P1-v0", "P1-v26"  # three paragraphs, by their statements
TAKEN = ("Seuraavat vaiheet täsmentyvät valmistelussa", "Vaiheista kerrotaan keväällä")
LEFT_OUT = ("koko väestöön", "kaikkiin ihmisiin")
GONE = ("yhteydenotosta” yhdistää", TAKEN[0], LEFT_OUT[1], "Sanotaanko", "Liisa", "LUONNOS")
FORMATS = {"docx": "Word (DOCX)", "pdf": "PDF", "html": "Verkkosivu (HTML)"}


def test_from_an_empty_front_page_to_feedback_for_those_who_took_part(
    page: Page, folder: Path, tmp_path: Path
) -> None:
    make_workshop(page)
    send_exports(page, tmp_path)
    hide_the_name(page)
    import_files(page)
    find_themes(page)
    make_themes_say_what_was_said(page)
    name_an_opinion_group(page)
    compose_the_statement(page)
    reword_reject_and_comment(page)
    decide_what_came_back(page, tmp_path)
    accept_the_rest(page)
    give_a_role_and_sign(page)
    check_files(publish(page, tmp_path))
    record_a_decision(page)
    compose_feedback(page)
    check_log(folder)


def make_workshop(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Otsikko").fill(TITLE)
    page.get_by_label("Työpajan päivä").fill("2026-10-06")
    page.get_by_label("Järjestäjä").fill("Järvilaakson osallisuustiimi")
    page.get_by_text("Vastaanottaja ja päätöspolku").click()
    page.get_by_label("Vastaanottaja", exact=True).fill("Järvilaakson aluehallitus")
    page.get_by_role("button", name="Luo työpaja").click()
    arrive(page, "Tuonti")
    page.get_by_label("Nimesi").fill(NAME)


def send_exports(page: Page, folder: Path) -> None:
    page.get_by_label("Valitse tiedostot").set_input_files(bring_exports(folder))
    for name, kind in KINDS.items():
        card = page.get_by_role("article", name=name)
        expect(card).to_contain_text(f"Tunnistettiin: {kind}", timeout=WORK)


def hide_the_name(page: Page) -> None:
    place = page.get_by_role("group", name=re.compile("^Kohta"))
    expect(place).to_contain_text(NAMED)
    place.get_by_role("button", name="Peitä (P)").click()
    expect(place).to_contain_text("✓ Peitetään")


def import_files(page: Page) -> None:
    page.get_by_role("button", name="Tuo 3 tiedostoa").click()
    for name, number in (("padlet.csv", "79"), ("poytakeskustelut.docx", "37"), ("polis", "2 931")):
        row = page.get_by_role("row").filter(has_text=name)
        expect(row.get_by_role("cell", name=number, exact=True)).to_be_visible(timeout=WORK)
    go_on(page, "Teemat")


def find_themes(page: Page) -> None:
    page.get_by_role("button", name="Etsi teemat").click()
    expect(page.get_by_role("region", name="Muut")).to_be_visible(timeout=WORK)


def make_themes_say_what_was_said(page: Page) -> None:
    renames = page.get_by_role("button", name=re.compile("^Muuta nimeä: "))
    first, second = [one.removeprefix("Muuta nimeä: ") for one in labels(renames)[:2]]
    rename(page, first, "Nuorta kuullaan")
    heard = page.get_by_role("region", name="Nuorta kuullaan")
    clear = page.get_by_role("region", name="Puhutaan selvästi")
    dialog = page.get_by_role("dialog")

    page.get_by_role("button", name=f"Yhdistä: {second}").click()
    option = dialog.get_by_role("option", name=re.compile("^Nuorta kuullaan"))
    dialog.get_by_label("Yhdistä teemaan").select_option(option.get_attribute("value"))
    expect(dialog.get_by_label("Yhdistetyn teeman nimi")).to_have_value("Nuorta kuullaan")
    dialog.get_by_role("button", name="Yhdistä").click()
    expect(page.get_by_role("region", name=second)).to_have_count(0)

    page.get_by_role("button", name="Jaa: Nuorta kuullaan").click()
    for place in range(3):
        dialog.get_by_role("checkbox").nth(place).check()
    dialog.get_by_label("Uuden teeman nimi").fill("Puhutaan selvästi")
    dialog.get_by_role("button", name="Tee valituista teema").click()
    expect(clear).to_contain_text("3 merkintää")

    heard.get_by_label(re.compile("siirrä merkintä toiseen teemaan")).first.select_option(
        "Puhutaan selvästi"
    )
    expect(clear).to_contain_text("4 merkintää")
    page.get_by_role("button", name="Kumoa").click()
    expect(clear).to_contain_text("3 merkintää")
    go_on(page, "Mielipideryhmät")


def name_an_opinion_group(page: Page) -> None:
    page.get_by_role("button", name="Laske mielipideryhmät").click()
    name = page.get_by_label("Ryhmän A nimi")
    name.fill("Nuorten äänen puolustajat", timeout=WORK)
    name.press("Enter")
    expect(page.get_by_role("heading", name="Nuorten äänen puolustajat")).to_be_visible()
    go_on(page, "Luonnos")


def compose_the_statement(page: Page) -> None:
    page.get_by_label("Asiakirja", exact=True).select_option("Julkilausuma")
    page.get_by_role("button", name="Laadi luonnos").click()
    title = page.get_by_role("heading", name=f"Julkilausuma – {TITLE}")
    expect(title).to_be_visible(timeout=WORK)
    go_on(page, "Tarkistus")


def reword_reject_and_comment(page: Page) -> None:
    edited = paragraph(page, EDITED)
    reword(page, edited, "94", "97")
    wrong = "Korjaa tämä: Luku ei vastaa aineistoa: 97. Aineistossa: 94."
    expect(edited).to_contain_text(wrong)
    expect(page.get_by_role("alert")).to_contain_text(wrong)
    reword(page, edited, "97", "94")
    expect(edited).not_to_contain_text("Korjaa tämä")
    reword(page, edited, "yhdistää", "yhdistää vahvasti")
    expect(edited).to_contain_text(f"Muokannut: {NAME}")

    rejected = paragraph(page, REJECTED)
    rejected.get_by_role("button", name="Hylkää").click()
    expect(rejected).to_contain_text(f"hylännyt: {NAME}")

    commented = paragraph(page, COMMENTED)
    commented.get_by_role("button", name="Kommentoi").click()
    commented.get_by_label("Kommentti").fill("Sanotaanko tämä selvemmin?")
    commented.get_by_role("button", name="Tallenna kommentti").click()
    expect(commented).to_contain_text(f"{NAME}: Sanotaanko tämä selvemmin?")


def decide_what_came_back(page: Page, folder: Path) -> None:
    go_to_step(page, "Julkaisu")
    copy = write_file(page, folder, "Työversio: Word (DOCX)")
    go_to_step(page, "Tarkistus")
    turn(page, "Palautetut tiedostot")
    page.locator("input[type=file]").set_input_files(edit_copy(copy, TAKEN, LEFT_OUT))

    change = page.get_by_role("region", name=re.compile("^Tekstiä muutettu"))
    expect(change).to_have_count(2, timeout=WORK)
    change.filter(has_text="Eero Ek").get_by_role("button", name="Ota luonnokseen").click()
    expect(change).to_have_count(1)
    change.get_by_role("button", name="Jätä pois").click()
    expect(change).to_have_count(0)


def accept_the_rest(page: Page) -> None:
    turn(page, "Kappaleet")
    page.get_by_role("button", name="Hyväksy kaikki odottavat").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Käsittelemättömiä kommentteja: 1.")
    dialog.get_by_role("button", name="Hyväksy kaikki odottavat").click()
    expect(page.get_by_text("Kaikki ratkaistu", exact=False).first).to_be_visible()
    expect(page.get_by_text("Odottaa ratkaisua")).to_have_count(0)


def give_a_role_and_sign(page: Page) -> None:
    turn(page, "Allekirjoitus")
    page.get_by_label("Nimi", exact=True).fill(NAME)
    page.get_by_label("Rooli", exact=True).select_option("hyväksyjä")
    page.get_by_role("button", name="Anna rooli").click()
    expect(page.get_by_text("Roolisi: hyväksyjä")).to_be_visible()

    page.get_by_label("Tehtäväsi allekirjoittajana").fill("puheenjohtaja")
    page.get_by_role("button", name="Allekirjoita", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Lue asiakirja ensin")
    page.get_by_label("Olen lukenut asiakirjan").check()
    page.get_by_role("button", name="Allekirjoita", exact=True).click()
    expect(page.get_by_role("row").filter(has_text=NAME)).to_contain_text("puheenjohtaja")


def publish(page: Page, folder: Path) -> list[Path]:
    go_to_step(page, "Julkaisu")
    expect(page.get_by_role("radio", name="Allekirjoitettu versio")).to_be_checked()
    signed = "Allekirjoitettu versio"
    return [write_file(page, folder, f"{signed}: {name}") for name in FORMATS.values()]


def check_files(files: list[Path]) -> None:
    assert [path.suffix for path in files] == [f".{name}" for name in FORMATS]
    for path in files:
        words = read_words(path)
        assert f"Julkilausuma – {TITLE}" in words
        assert "yhdistää vahvasti mielipideryhmiä" in words
        assert TAKEN[1] in words
        assert LEFT_OUT[0] in words
        assert f"{NAME} (puheenjohtaja)" in words
        assert [gone for gone in GONE if gone in words] == []


def record_a_decision(page: Page) -> None:
    go_on(page, "Seuranta")
    proposal = page.get_by_role("main").get_by_role("listitem").filter(has_text=EDITED)
    proposal.get_by_role("button", name="Kirjaa päätös").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Mitä ehdotukselle kävi").select_option("toteutuu")
    dialog.get_by_label("Kuka päätti").fill("Aluehallitus")
    dialog.get_by_label("Päätöksen päivä").fill("2026-11-20")
    dialog.get_by_label("Miksi").fill("Vastaukset julkaistaan verkkosivulla.")
    dialog.get_by_role("button", name="Kirjaa").click()
    expect(proposal).to_contain_text("✓ toteutuu – Aluehallitus, 20.11.2026")


def compose_feedback(page: Page) -> None:
    turn(page, "Palaute ja tuloskortti")
    page.get_by_role("button", name="Laadi palaute").click()
    page.get_by_role("link", name="Lue luonnos").click(timeout=WORK)
    arrive(page, "Luonnos")
    draft = page.locator("[aria-labelledby='os-doctitle']")
    expect(draft).to_contain_text("Vastaukset julkaistaan verkkosivulla.")
    page.get_by_label("Nimesi").fill("")


def check_log(folder: Path) -> None:
    (workshop,) = [one for one in store.list_workshops(folder) if one.title == TITLE]
    state = workflow.load_state(workshop)
    assert [one.name for one in state.signatures["julkilausuma"]] == [NAME]
    assert not any("Liisa" in note.text for note in workflow.load_notes(workshop))


def arrive(page: Page, heading: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(heading, timeout=WORK)


def go_on(page: Page, heading: str) -> None:
    page.get_by_role("link", name=re.compile("^Seuraavaksi: ")).click()
    arrive(page, heading)


def go_to_step(page: Page, step: str) -> None:
    steps = page.get_by_role("navigation", name="Vaiheet")
    steps.get_by_role("link", name=re.compile(step)).click()
    arrive(page, step)


def turn(page: Page, part: str) -> None:
    page.get_by_role("link", name=re.compile(f"^{part}")).click()


def labels(buttons: Locator) -> list[str]:
    return [one.get_attribute("aria-label") or "" for one in buttons.all()]


def paragraph(page: Page, ref: str) -> Locator:
    about = page.get_by_role("article").filter(has_text="Väitettä arvioineista")
    return about.filter(has_text=f"[{ref}]")


def reword(page: Page, block: Locator, old: str, new: str) -> None:
    block.get_by_role("button", name="Muokkaa").click()
    words = page.get_by_label("Uusi muotoilu")
    words.fill(words.input_value().replace(old, new, 1))
    page.get_by_role("button", name="Tallenna", exact=True).click()
    expect(words).to_have_count(0)


def write_file(page: Page, folder: Path, button: str) -> Path:
    with page.expect_download(timeout=WORK) as coming:
        page.get_by_role("button", name=button).click()
    path = folder / coming.value.suggested_filename
    coming.value.save_as(path)
    return path
