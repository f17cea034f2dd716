"""A kernel that dies in the middle takes nothing: each step, with something begun in it."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.apps.browsing import (
    Page,
    expect,
    go,
    kernel_id,
    make,
    playwright_api,
    process_of,
)
from tests.apps.conftest import CHROMIUM
from tests.apps.material import compose_draft, propose_draft, propose_groups
from toolkit import store, workflow
from toolkit.domain import EventKind, Workshop

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium; install Debian's package chromium"),
]

BEGUN = "Kesken jäänyt ”teksti” & <b>"
NAMES = "Vastaus\nLiisa Koskinen auttoi meitä.\nTerveisiä Pekka Virtaselle.\n"


def kill(page: Page) -> None:
    """Kill the kernel of a page, and wait until the page has come back by itself."""
    os.kill(process_of(kernel_id(page)), signal.SIGKILL)
    expect(page.get_by_role("status").filter(has_text="Yhteys palasi")).to_be_visible()


def send(page: Page, name: str, text: str) -> None:
    payload = {"name": name, "mimeType": "", "buffer": text.encode()}
    page.get_by_label("Valitse tiedostot").set_input_files(payload)


def rename_theme(made: Workshop) -> None:
    renamed = {"theme_id": "t-talo", "label": "Talo auki"}
    workflow.decide(made, EventKind.THEME_RENAMED, renamed, actor="Aino")


def name_group(made: Workshop) -> None:
    propose_groups(made)
    named = {"group_id": "B", "name": "Myöhäiset"}
    workflow.decide(made, EventKind.GROUP_NAMED, named, actor="Aino")


def decide_block(made: Workshop) -> None:
    propose_draft(made)
    accepted = {"type": "tyopajan-yhteenveto", "block_id": "a/1", "decision": "accept"}
    workflow.decide(made, EventKind.PARAGRAPH_DECIDED, accepted, actor="Aino")


def nothing(_made: Workshop) -> None:
    """Leave a workshop as it is."""


def begin_details(page: Page) -> None:
    page.get_by_role("button", name="Työpajan tiedot: Ilta katko-etusivu").click()
    page.get_by_role("button", name="Lisää vaihe").click()


def begin_rename(page: Page) -> None:
    page.get_by_role("button", name="Muuta nimeä: Bussit, ilta").press("Enter")


def begin_name(page: Page) -> None:
    page.get_by_label("Ryhmän A nimi").focus()


def begin_edit(page: Page) -> None:
    page.get_by_text("Kiitos kaikille.").dblclick()


def begin_comment(page: Page) -> None:
    page.get_by_role("article").nth(1).get_by_role("button", name="Kommentoi").click()


def begin_decision(page: Page) -> None:
    page.get_by_role("button", name="Kirjaa päätös").first.click()
    page.get_by_label("Mitä ehdotukselle kävi").select_option(label="ei etene")
    page.get_by_label("Kuka päätti").fill("Nuorisolautakunta")


def begin_merge(page: Page) -> None:
    page.get_by_role("button", name="Yhdistä: Talo auki …").click()
    page.get_by_label("Yhdistä teemaan").select_option("t-bussit")


@dataclass(frozen=True, kw_only=True)
class Step:
    """What is begun on a screen: where it is typed, and what had been decided before."""

    screen: str
    prepare: Callable[[Workshop], None]
    begin: Callable[[Page], None]
    label: str
    decided: str


STEPS = {
    "etusivu": Step(
        screen="etusivu",
        prepare=nothing,
        begin=begin_details,
        label="Kuka käsittelee",
        decided="Ilta katko-etusivu",
    ),
    "teemat": Step(
        screen="teemat",
        prepare=rename_theme,
        begin=begin_rename,
        label="Teeman nimi",
        decided="Talo auki",
    ),
    "yhdistaminen": Step(
        screen="teemat",
        prepare=rename_theme,
        begin=begin_merge,
        label="Yhdistetyn teeman nimi",
        decided="Talo auki",
    ),
    "mielipideryhmat": Step(
        screen="mielipideryhmat",
        prepare=name_group,
        begin=begin_name,
        label="Ryhmän A nimi",
        decided="Myöhäiset",
    ),
    "luonnos": Step(
        screen="luonnos",
        prepare=decide_block,
        begin=begin_edit,
        label="Uusi muotoilu",
        decided="Kappale hyväksytty",
    ),
    "tarkistus": Step(
        screen="tarkistus",
        prepare=decide_block,
        begin=begin_comment,
        label="Kommentti",
        decided="Hyväksynyt: Aino",
    ),
    "seuranta": Step(
        screen="seuranta",
        prepare=rename_theme,
        begin=begin_decision,
        label="Miksi",
        decided="Talo auki",
    ),
}


@pytest.fixture(scope="module")
def returned(context: playwright_api.BrowserContext, folder: Path) -> Iterator[dict[str, Page]]:
    """A page of each step in which something was begun, come back after its kernel was killed."""
    pages: dict[str, Page] = {}
    loaded: list[Page] = []

    def has_loaded(page: Page) -> None:
        loaded.append(page)

    for name, step in STEPS.items():
        page = pages[name] = context.new_page()
        step.prepare(make(folder, f"katko-{name}"))
        go(page, step.screen, f"katko-{name}")
        page.get_by_label("Nimesi").fill("Maija")
        step.begin(page)
        page.get_by_label(step.label, exact=True).fill(BEGUN)
        page.on("load", has_loaded)
    for page in pages.values():
        os.kill(process_of(kernel_id(page)), signal.SIGKILL)
    for page in pages.values():
        if page not in loaded:
            page.wait_for_event("load", timeout=60_000)
    yield pages
    for page in pages.values():
        page.close()


@pytest.mark.parametrize("name", STEPS)
def test_what_was_begun_is_there_when_the_page_comes_back(
    returned: dict[str, Page], name: str
) -> None:
    page, step = returned[name], STEPS[name]

    box = page.get_by_label(step.label, exact=True)
    # A page that met a standby kernel that had died is loaded once more.
    expect(box).to_have_value(BEGUN, timeout=60_000)
    expect(box).to_be_focused()
    expect(page.get_by_text(step.decided).first).to_be_visible()


def test_a_decision_begun_in_a_dialog_is_whole_and_can_be_recorded(
    returned: dict[str, Page], folder: Path
) -> None:
    dialog = returned["seuranta"].get_by_role("dialog")

    dialog.get_by_role("button", name="Kirjaa").click()
    expect(dialog).to_have_count(0)

    made = store.open_workshop(folder / "katko-seuranta")
    (decision,) = workflow.load_state(made).proceedings.decisions
    assert (decision.body, decision.reason) == ("Nuorisolautakunta", BEGUN)


def test_a_file_that_was_being_looked_at_waits_for_the_one_who_sent_it(
    page: Page, folder: Path
) -> None:
    workflow.create_workshop(folder / "katko-tuonti", title="Katko", actor="Aino")
    go(page, "tuonti", "katko-tuonti")
    send(page, "nimet.csv", NAMES)
    expect(page.get_by_role("article", name="nimet.csv")).to_be_visible()

    kill(page)

    place = page.get_by_role("group", name=re.compile("Kohta"))
    expect(place).to_contain_text("Liisa Koskinen")


def test_a_file_that_was_being_sent_is_asked_for_again(page: Page, folder: Path) -> None:
    workflow.create_workshop(folder / "katko-lahetys", title="Katko", actor="Aino")
    go(page, "tuonti", "katko-lahetys")
    os.kill(process_of(kernel_id(page)), signal.SIGSTOP)  # the pieces wait on their way
    send(page, "nimet.csv", NAMES)
    expect(page.get_by_text("Lähetetään: nimet.csv")).to_be_visible()

    kill(page)

    expect(page.get_by_text("Lähettäminen keskeytyi: nimet.csv")).to_be_visible()
    send(page, "nimet.csv", NAMES)
    expect(page.get_by_role("article", name="nimet.csv")).to_be_visible()
    expect(page.get_by_text("Lähettäminen keskeytyi: nimet.csv")).to_have_count(0)


def test_a_reload_during_an_import_brings_the_file_in_once(page: Page, folder: Path) -> None:
    made = workflow.create_workshop(folder / "lataus", title="Lataus", actor="Aino")
    go(page, "tuonti", "lataus")
    send(page, "toiveet.csv", "Vastaus\n" + "".join(f"Toive numero {n}\n" for n in range(400)))
    bring = page.get_by_role("button", name="Tuo tiedosto")
    bring.click()
    expect(page.get_by_role("status").first).to_contain_text("Tuonti on käynnissä.")

    page.reload()

    row = page.get_by_role("row").filter(has_text="toiveet.csv")
    expect(row).to_contain_text("400")
    expect(bring).to_have_count(0)
    assert len(workflow.load_state(made).sources) == 1


def test_a_file_that_was_being_written_can_be_fetched_afterwards(page: Page, folder: Path) -> None:
    compose_draft(make(folder, "katko-tiedosto"))
    go(page, "julkaisu", "katko-tiedosto")
    write = page.get_by_role("button", name="Työversio: Verkkosivu (HTML)")
    os.kill(process_of(kernel_id(page)), signal.SIGSTOP)  # the page waits for its answer
    write.click()
    expect(page.get_by_role("progressbar", name="Kirjoitetaan tiedostoa")).to_be_visible()
    page.wait_for_timeout(1200)  # what goes on is kept every second

    kill(page)

    with page.expect_download() as download:
        write.click()
    assert download.value.suggested_filename.endswith(".html")
