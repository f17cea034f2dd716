"""From part to part of a step, from document to document, and what a used button says."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.apps.browsing import Page, expect, go, kernel_id, make, process_of
from tests.apps.conftest import CHROMIUM
from tests.apps.material import do, propose_draft, propose_groups
from toolkit import drafting, store, workflow
from toolkit.apps.session import Session
from toolkit.domain import EventKind, Outcome, ProposalDecision, Workshop

Open = Callable[..., Session]
browser = pytest.mark.skipif(
    CHROMIUM is None, reason="no chromium; install Debian's package chromium"
)
BROKEN_WORDS = """() => [...document.querySelectorAll(".os-step, .os-parts a")].flatMap((box) => {
  const text = box.firstChild;
  return [...text.data.matchAll(/[^\\s-]+/g)].filter(({ 0: word, index }) => {
    const range = document.createRange();
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    return new Set([...range.getClientRects()].map((part) => part.top)).size > 1;
  }).map(([word]) => word);
})"""


@pytest.mark.parametrize(
    ("screen", "query", "part"),
    [
        ("teemat", "?nakyma=ryhmat", "ryhmat"),
        ("tarkistus", "?osa=versiot", "versiot"),
        ("seuranta", "?osa=luvut", "luvut"),
    ],
)
def test_the_address_turns_the_page_there_and_back(
    drafted: Workshop, open_screen: Open, screen: str, query: str, part: str
) -> None:
    session = open_screen(screen, drafted)

    def now(query: str) -> tuple[str, dict[str, str]]:
        answer = do(session, "go", query=query)
        return answer["view"].get("look", answer["view"].get("part")), answer["frame"]["place"]

    first, place = now("")
    there, address = now(query)

    assert (there, part in address.values()) == (part, True)
    assert first != part
    assert now("") == (first, place)


@pytest.mark.parametrize("screen", ["tuonti", "teemat", "luonnos", "seuranta"])
def test_every_step_leads_to_the_details_of_the_workshop(
    drafted: Workshop, open_screen: Open, screen: str
) -> None:
    frame = do(open_screen(screen, drafted), "look")["frame"]

    assert frame["details"] == f"etusivu.ipynb?muokkaa={drafted.folder.name}"


def test_a_commenter_is_not_led_to_the_details(drafted: Workshop, open_screen: Open) -> None:
    session = open_screen("tarkistus", drafted, query="&rooli=kommentoija")

    assert do(session, "look")["frame"]["details"] == ""


@pytest.mark.parametrize("screen", ["luonnos", "tarkistus", "julkaisu"])
def test_every_step_says_which_documents_and_languages_have_a_draft(
    drafted: Workshop, open_screen: Open, screen: str
) -> None:
    view = do(open_screen(screen, drafted), "look")["view"]

    assert [one["key"] for one in view["types"] if one["drafted"]] == ["tyopajan-yhteenveto"]
    assert [one["key"] for one in view["languages"] if one["drafted"]] == ["fi"]


def outdated(session: Session) -> bool:
    return bool(do(session, "look")["view"]["draft"]["outdated"])


@pytest.mark.parametrize("screen", ["luonnos", "tarkistus", "julkaisu"])
def test_a_decision_on_a_proposal_makes_the_feedback_outdated(
    evening: Workshop, open_screen: Open, screen: str
) -> None:
    propose_groups(evening)
    findings = workflow.load_findings(evening)
    plan = workflow.find_outline("palaute")
    draft = drafting.compose_draft(findings, outline=plan, workshop=evening)
    made: dict[str, Any] = {"type": "palaute", "draft": store.to_plain(draft)}
    store.append_event(evening, EventKind.DRAFT_COMPOSED, made, actor=store.MACHINE)
    session = open_screen(screen, evening, query="&asiakirja=palaute")
    before = outdated(session)
    decision = ProposalDecision(
        proposal_id="s1", outcome=Outcome.ADOPTED, body="Hallitus", reason="Rahat riittävät."
    )
    kind = EventKind.PROPOSAL_DECIDED
    workflow.decide(evening, kind, store.to_plain(decision), actor="Maija")

    after = outdated(session)
    store.undo_last(evening, actor="Maija")

    assert (before, after, outdated(session)) == (False, True, False)


@browser
@pytest.mark.browser
def test_parts_are_links_that_the_browser_finds_back_to(page: Page, folder: Path) -> None:
    propose_draft(make(folder, "osat"))
    go(page, "tarkistus", "osat")
    parts = page.get_by_role("navigation", name="Tämän vaiheen osat")
    current = parts.locator("[aria-current=page]")
    expect(current).to_contain_text("Kappaleet")
    for width in (1280, 400, 320):
        page.set_viewport_size({"width": width, "height": 1000})
        assert page.evaluate(BROKEN_WORDS) == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.set_viewport_size({"width": 1280, "height": 1400})

    parts.get_by_role("link", name="Versiot").click()
    expect(current).to_have_text("Versiot")
    expect(current).to_be_focused()
    assert "osa=versiot" in page.url
    page.go_back()
    expect(current).to_contain_text("Kappaleet")
    assert "osa=" not in page.url
    page.go_forward()
    expect(current).to_have_text("Versiot")

    page.get_by_label("Asiakirja", exact=True).select_option("Julkilausuma")
    expect(page.get_by_text("Tästä asiakirjasta ei ole vielä luonnosta.")).to_be_visible()
    assert "asiakirja=julkilausuma" in page.url


@browser
@pytest.mark.browser
def test_a_button_whose_work_takes_long_says_so_and_is_pressed_once(
    page: Page, folder: Path
) -> None:
    workshop = make(folder, "kauan")
    propose_draft(workshop)
    go(page, "tarkistus", "kauan")
    page.get_by_label("Nimesi").fill("Maija")
    accept = page.get_by_role("article").first.get_by_role("button", name="Hyväksy")
    process = process_of(kernel_id(page))

    os.kill(process, signal.SIGSTOP)
    accept.click()
    expect(accept).to_have_attribute("aria-busy", "true")
    accept.click()
    os.kill(process, signal.SIGCONT)

    expect(accept).to_have_attribute("aria-pressed", "true")
    expect(accept).not_to_have_attribute("aria-busy", "true")
    kinds = [event.kind for event in store.load_events(workshop) if event.actor == "Maija"]
    assert kinds == [EventKind.PARAGRAPH_DECIDED]
