"""The screen of opinion groups in a real browser: seen, heard, reached with keys, at any width."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.apps.browsing import Page, expect, go, make
from tests.apps.conftest import CHROMIUM
from tests.apps.material import EVIL, make_groups, make_statement, propose_groups
from toolkit import store, workflow
from toolkit.domain import Check, EventKind, OpinionGroups, Workshop

POLIS = Path(__file__).parents[2] / "workshops" / "esimerkki" / "exports" / "polis"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium; install Debian's package chromium"),
]


def make_voted(folder: Path, name: str) -> Workshop:
    """Make a workshop with the votes of the example: 42 statements, two groups."""
    made = workflow.create_workshop(folder / name, title=f"Ilta {name}", actor="Aino")
    workflow.import_exports(made, [POLIS], actor="Aino")
    workflow.update_opinions(made)
    return made


@pytest.fixture(scope="module")
def example(folder: Path) -> str:
    make_voted(folder, "äänet")
    return "äänet"


def crowd(n: int) -> OpinionGroups:
    """Make two groups of ``n`` people on a circle each."""
    groups = make_groups()
    people = {"A": [f"a{k}" for k in range(n)], "B": [f"b{k}" for k in range(n)]}
    return replace(
        groups,
        n_participants=2 * n,
        groups=tuple(
            replace(group, participant_ids=tuple(people[group.id])) for group in groups.groups[:2]
        ),
        positions={
            person: (float(k % 50) + 60 * (group == "B"), float(k // 50))
            for group, members in people.items()
            for k, person in enumerate(members)
        },
    )


# The map


def test_the_map_shows_each_group_by_shape_outline_letter_and_words(
    page: Page, example: str
) -> None:
    go(page, "mielipideryhmat", example)
    picture = page.get_by_role("group", name=re.compile("Ryhmä A: .* osallistujaa, Ryhmä B: "))

    expect(picture.locator(".os-hull")).to_have_count(2)
    assert picture.locator(".os-letter").all_text_contents() == ["A", "B"]
    shapes = [picture.locator(f".os-marks.os-g{n} path").first.get_attribute("d") for n in range(2)]
    assert shapes[0] != shapes[1]
    expect(page.locator("canvas")).to_have_count(0)

    page.get_by_text("Kartta taulukkona").click()
    row = page.get_by_role("table", name="Kartta taulukkona").get_by_role("row").nth(1)
    expect(row.get_by_role("rowheader")).to_have_text(re.compile("Ryhmä A"))
    expect(row.get_by_role("cell").nth(1)).to_have_text(re.compile(r"^\d+/142 \(\d+\s%\)$"))


def test_more_than_two_thousand_people_are_painted(page: Page, folder: Path) -> None:
    propose_groups(make(folder, "paljon"), crowd(1100))
    go(page, "mielipideryhmat", "paljon")
    canvas = page.locator("canvas")

    expect(canvas).to_be_visible()
    expect(page.locator(".os-marks")).to_have_count(0)
    expect(page.locator(".os-hull")).to_have_count(2)
    colours = canvas.evaluate(
        "c => { const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
        " const seen = new Set(); for (let i = 0; i < d.length; i += 4)"
        " if (d[i + 3] > 100) seen.add(d[i] > d[i + 2] ? 'warm' : 'cold'); return [...seen]; }"
    )
    assert sorted(colours) == ["cold", "warm"]


# From uniting to dividing


def test_a_statement_is_chosen_with_the_keyboard(page: Page, example: str) -> None:
    go(page, "mielipideryhmat", example)
    marks = page.get_by_role(
        "listbox", name="Väitteet vähiten jakavasta eniten jakavaan"
    ).get_by_role("option")
    chosen = page.locator(".os-chosen")
    reachable = page.locator(".os-dot[tabindex='0']")
    expect(reachable).to_have_count(1)

    reachable.focus()
    for key in ("End", "ArrowLeft", "ArrowLeft", "ArrowRight", "Enter"):
        page.keyboard.press(key)

    name = marks.nth(marks.count() - 2).locator("title").text_content()
    expect(chosen.get_by_role("heading")).to_have_text((name or "").replace(": ", " ", 1))
    expect(chosen.get_by_text("Kaikki")).to_be_visible()
    expect(chosen.get_by_text(re.compile("samaa.mieltä.*äänestäjiä"))).to_have_count(3)
    expect(page.locator(".os-dot[aria-selected='true']")).to_have_count(1)
    expect(reachable).to_have_count(1)
    expect(reachable).to_be_focused()
    assert len(chosen.locator(".os-bar").all()) == 3


def test_the_marks_stay_where_they_are_and_the_table_has_their_order(
    page: Page, example: str
) -> None:
    def places() -> object:
        return page.locator(".os-dot circle").evaluate_all(
            "all => all.map(c => c.cx.baseVal.value)"
        )

    go(page, "mielipideryhmat", example)
    expect(page.locator(".os-dot").first).to_be_attached()
    page.wait_for_timeout(300)
    before = places()
    page.set_viewport_size({"width": 700, "height": 1400})
    page.wait_for_timeout(300)
    assert places() != before
    page.set_viewport_size({"width": 1280, "height": 1400})
    page.wait_for_timeout(300)

    assert places() == before
    names = page.locator(".os-dot title").all_text_contents()
    page.get_by_text("Väitteet samassa järjestyksessä taulukkona").click()
    table = page.get_by_role("table", name="Väitteet samassa järjestyksessä taulukkona")
    expect(table).to_be_visible()
    rows = table.get_by_role("rowheader").locator(".os-ref").all_text_contents()
    assert rows == [name.split(": ")[0] for name in names]


# Any statement


def test_a_statement_is_found_by_words_or_label(page: Page, example: str) -> None:
    go(page, "mielipideryhmat", example)
    search = page.get_by_label("Etsi väite")
    rows = page.get_by_role("table", name="Kaikki väitteet").get_by_role("rowheader")
    expect(rows).to_have_count(20)
    words = (rows.nth(3).text_content() or "").split()

    search.fill(f"{words[2].upper()} {words[1]}")
    expect(rows.filter(has_text=words[0])).to_have_count(1)
    search.fill("p1-v12")
    expect(rows).to_have_count(1)
    expect(page.get_by_text("löytyi 1", exact=True)).to_be_visible()
    search.fill("sanaaeiole")
    expect(page.get_by_text("Kokeile toista sanaa")).to_be_visible()
    search.fill("")
    more = page.get_by_role("button", name=re.compile("Näytä lisää .näkyvissä 20"))
    more.press("Enter")

    expect(more).to_have_count(0)
    assert rows.count() > 20
    expect(rows.nth(20)).to_be_focused()


def test_a_thousand_statements_are_shown_a_hundred_at_a_time(page: Page, folder: Path) -> None:
    agree = {"A": 3, "B": 4, "C": 2}
    many = tuple(
        make_statement(f"t{n}", f"Väite numero {n}", agree, (n / 500) ** 2) for n in range(1000)
    )
    propose_groups(
        make(folder, "tuhat"), replace(make_groups(), statements=many, representative={})
    )
    go(page, "mielipideryhmat", "tuhat")
    rows = page.get_by_role("table", name="Kaikki väitteet").get_by_role("rowheader")

    page.get_by_label("Etsi väite").fill("numero")

    expect(rows).to_have_count(100)
    expect(page.get_by_text(re.compile("löytyi 1.000"))).to_be_visible()
    expect(page.locator(".os-dot")).to_have_count(1000)
    inside = page.locator(".os-swarm").evaluate(
        "svg => [...svg.querySelectorAll('circle')].every(c => c.cy.baseVal.value > 0"
        " && c.cy.baseVal.value < svg.viewBox.baseVal.height"
        " && c.cx.baseVal.value < svg.viewBox.baseVal.width) && svg.viewBox.baseVal.height < 320"
    )
    assert inside


# Background statements


def test_a_statement_is_marked_as_background_and_the_mark_undone(page: Page, folder: Path) -> None:
    workshop = make_voted(folder, "tausta")
    before = store.last_seq(workshop)
    go(page, "mielipideryhmat", "tausta")
    buttons = page.get_by_role("table", name="Kaikki väitteet").get_by_role(
        "button", name=re.compile("^Merkitse taustaväitteeksi: ")
    )
    first, second = (buttons.nth(n).get_attribute("aria-label") or "" for n in range(2))
    ref = first.removeprefix("Merkitse taustaväitteeksi: ")

    buttons.first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")

    marked = page.get_by_role("region", name="Taustaväitteet")
    expect(
        marked.get_by_role("button", name=f"Palauta tavalliseksi väitteeksi: {ref}")
    ).to_be_visible()
    expect(page.get_by_text(f"Väite {ref} on nyt taustaväite.")).to_be_visible()
    expect(page.get_by_role("button", name=second, exact=True).last).to_be_focused()
    expect(page.get_by_text(f"Väite merkitty taustaväitteeksi: {ref}").first).to_be_visible()
    page.get_by_role("button", name="Kumoa").click()
    expect(marked).to_have_count(0)

    kinds = [event.kind for event in store.load_events(workshop, after=before)]
    human = {EventKind.STATEMENT_MARKED, EventKind.UNDONE}
    assert [k for k in kinds if k in human] == [EventKind.STATEMENT_MARKED, EventKind.UNDONE]


def test_the_number_of_groups_is_chosen_and_computed(page: Page, folder: Path) -> None:
    workshop = make_voted(folder, "monta")
    go(page, "mielipideryhmat", "monta")
    expect(page.get_by_text("Nämä ovat Poliksen ryhmät")).to_be_visible()

    page.get_by_label("Ryhmien määrä").select_option("3")
    page.get_by_role("button", name="Laske ryhmät äänistä").dblclick()

    expect(page.get_by_text("Nämä ryhmät on laskettu tällä työkalulla")).to_be_visible(
        timeout=60_000
    )
    groups = workflow.load_state(workshop).opinion_groups
    assert groups is not None
    assert (groups.mode, len(groups.groups)) == ("recomputed", 3)
    page.reload()
    expect(page.get_by_label("Ryhmien määrä")).to_have_value("3")
    page.get_by_role("button", name="Käytä Poliksen ryhmiä").click()
    expect(page.get_by_text("Nämä ovat Poliksen ryhmät")).to_be_visible(timeout=60_000)


# What everybody can read


def test_statements_of_people_are_text_everywhere(page: Page, folder: Path) -> None:
    propose_groups(make(folder, "väitteet"))
    go(page, "mielipideryhmat", "väitteet")

    page.locator(".os-dot").nth(1).click()
    page.get_by_label("Etsi väite").fill("<img")

    expect(page.get_by_role("heading", name=EVIL)).to_be_visible()
    expect(page.get_by_role("table", name="Kaikki väitteet").get_by_text(EVIL)).to_be_visible()
    expect(page).to_have_title(re.compile("^Mielipideryhmät"))
    assert page.locator("main img, main script").count() == 0


def test_checks_of_the_import_are_read_with_words_and_signs(page: Page, folder: Path) -> None:
    checks = (
        Check(code="a", passed=True, message="Etumerkki on oikein."),
        Check(code="b", passed=False, message="Äänimäärä on eri."),
        Check(code="c", passed=None, message="Yhteenveto puuttuu."),
    )
    propose_groups(make(folder, "tarkistus"), checks=checks)
    go(page, "mielipideryhmat", "tarkistus")

    items = page.locator(".os-checks li")
    expect(items).to_have_text(
        [
            "✓kunnossa: Etumerkki on oikein.",
            "!huomaa: Äänimäärä on eri.",
            "–ei voitu tarkistaa: Yhteenveto puuttuu.",
        ]
    )
    expect(items.nth(1)).to_be_visible()


@pytest.mark.parametrize("width", [320, 640])
def test_nothing_has_to_be_scrolled_sideways(page: Page, example: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    go(page, "mielipideryhmat", example)
    page.get_by_text("Kartta taulukkona").click()
    page.get_by_text("Väitteet samassa järjestyksessä taulukkona").click()
    expect(page.get_by_role("table", name="Kaikki väitteet")).to_be_visible()

    assert page.evaluate("document.documentElement.scrollWidth") == width
    wide = page.locator(".os-content *").evaluate_all(
        f"all => all.filter(e => e.getBoundingClientRect().right > {width}"
        " && !e.closest('.os-hidden, thead')).length"
    )
    assert wide == 0
