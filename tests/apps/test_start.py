"""The front page: cards whatever is in the folders, the form, the archive, deleting."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from tests.apps.browsing import Page, expect, make
from tests.apps.conftest import CHROMIUM
from tests.apps.material import do, propose_draft
from toolkit import store, workflow
from toolkit.apps.session import Session
from toolkit.domain import EventKind, Step, Workshop
from toolkit.store.database import connect

Open = Callable[..., Session]


def cards(session: Session) -> dict[str, dict[str, Any]]:
    found = do(session, "nothing")["view"]["workshops"]
    return {card["name"]: card for card in found}


def opened_details(session: Session, workshop: Workshop) -> dict[str, Any]:
    edited: dict[str, Any] = do(session, "edit", folder=workshop.folder.name)["view"]["edited"]
    return edited


def save(session: Session, details: dict[str, Any], **values: Any) -> dict[str, Any]:
    values = {**details["values"], **values}
    args = {"folder": details["name"], "version": details["version"], "values": values}
    return do(session, "save_details", **args)


def test_a_card_says_what_waits_and_who_was_there_last(
    evening: Workshop, open_screen: Open
) -> None:
    session = open_screen("etusivu")
    before = cards(session)["2026-10-07-ilta"]
    workflow.decide(
        evening, EventKind.THEME_RENAMED, {"theme_id": "t-talo", "label": "Talo"}, actor="Maija"
    )
    propose_draft(evening)
    store.append_event(
        evening, EventKind.COMMENT_ADDED, {"type": "x", "block_id": "a", "text": "?"}, actor="Aino"
    )
    after = cards(session)["2026-10-07-ilta"]

    assert (before["next"], after["next"]) == ("Luonnos", "Tarkistus")
    assert after["href"].startswith("tarkistus.ipynb?")
    assert after["touched"].endswith(", Aino")


def break_toml(workshop: Workshop) -> None:
    Path(workshop.folder, "workshop.toml").write_text('title = "')


def break_database(workshop: Workshop) -> None:
    Path(workshop.folder, "workshop.db").write_bytes(b"rikki" * 1000)


def write_as_newer(workshop: Workshop) -> None:
    with connect(store.database_url(workshop)) as connection:
        connection.execute(text("UPDATE events SET kind = 'hologram_shown' WHERE seq = 2"))


def write_strangely(workshop: Workshop) -> None:
    store.append_event(workshop, EventKind.SOURCE_IMPORTED, {"x": 1}, actor="Aino")


@pytest.mark.parametrize("harm", [break_toml, break_database, write_as_newer, write_strangely])
def test_a_workshop_that_cannot_be_opened_is_a_card_with_a_sentence(
    harm: Callable[[Workshop], None], root: Path, evening: Workshop, open_screen: Open
) -> None:
    workflow.create_workshop(root / "ehja", title="Ehjä", actor="Aino")
    harm(evening)
    shown = cards(open_screen("etusivu"))

    assert shown["ehja"]["problem"] == ""
    assert shown["2026-10-07-ilta"]["problem"].endswith(".")


def test_every_detail_that_documents_use_can_be_written_when_a_workshop_is_made(
    root: Path, open_screen: Open
) -> None:
    answer = do(
        open_screen("etusivu"),
        "create",
        title=" Nuorten  ilta ",
        day="2026-10-07",
        organiser="Tiimi",
        place="Koulu",
        phenomenon="Jonot ovat pitkiä.",
        goal="Apua ajoissa.",
        questions="Mikä toimii?\n\n Mitä pitää muuttaa? ",
        stakeholder_groups="Nuoret\nJärjestöt",
        n_participants="46",
        recipient="Aluehallitus",
        decision_body="Lautakunta",
        decision_date="2026-12-08",
        case_number="1/2026",
        author="Aino",
        contact="osallisuus@alue.example",
        language="sv",
        next_steps=[
            {"body": "Johtoryhmä", "date": "2026-11-16", "role": "arvioi"},
            {"body": "", "date": "", "role": ""},
        ],
    )

    made = store.open_workshop(root / "2026-10-07-nuorten-ilta")
    assert answer["goto"].startswith("tuonti.ipynb")
    assert made.title == "Nuorten ilta"
    assert made.questions == ("Mikä toimii?", "Mitä pitää muuttaa?")
    assert made.stakeholder_groups == ("Nuoret", "Järjestöt")
    assert (made.n_participants, made.language, made.recipient) == (46, "sv", "Aluehallitus")
    assert [(s.body, str(s.date), s.role) for s in made.next_steps] == [
        ("Johtoryhmä", "2026-11-16", "arvioi")
    ]


def test_everything_wrong_in_the_form_is_said_beside_its_field(
    root: Path, open_screen: Open
) -> None:
    steps: list[dict[str, str]] = [
        {"body": "Lautakunta", "date": "joskus", "role": ""},
        {"body": "", "date": "", "role": "päättää"},
    ]
    answer = do(
        open_screen("etusivu"), "create", title=" ", n_participants="noin 30", next_steps=steps
    )

    assert set(answer["fields"]) == {"title", "n_participants", "step-0-date", "step-1-body"}
    assert list(root.iterdir()) == []


def test_the_form_gives_back_what_the_workshop_holds(root: Path, open_screen: Open) -> None:
    made = workflow.create_workshop(
        root / "ilta",
        title="Ilta",
        questions=("A?", "B?"),
        next_steps=(Step(body="Lautakunta"),),
        actor="Aino",
    )
    session = open_screen("etusivu")

    answer = save(session, opened_details(session, made))

    assert not answer.get("refused")
    assert store.open_workshop(Path(made.folder)) == made
    assert answer["view"]["edited"] is None


def test_a_card_says_when_the_notes_have_been_kept_too_long(
    evening: Workshop, open_screen: Open
) -> None:
    session = open_screen("etusivu")
    assert cards(session)["2026-10-07-ilta"]["kept_too_long"] == ""

    save(session, opened_details(session, evening), retention="2020-01-31")

    assert "31.1.2020" in cards(session)["2026-10-07-ilta"]["kept_too_long"]
    refused = save(session, opened_details(session, evening), retention="ensi vuonna")
    assert set(refused["fields"]) == {"retention"}


def test_changed_details_make_the_drafts_outdated(drafted: Workshop, open_screen: Open) -> None:
    session = open_screen("etusivu")
    answer = save(session, opened_details(session, drafted), recipient="Aluehallitus")

    assert "Laadi ne uudelleen" in answer["notice"]
    assert do(open_screen("luonnos", drafted), "nothing")["view"]["draft"]["outdated"]


def test_two_people_who_change_the_details_are_told_of_each_other(
    evening: Workshop, open_screen: Open
) -> None:
    mine, theirs = open_screen("etusivu"), open_screen("etusivu")
    seen = opened_details(mine, evening)
    save(theirs, opened_details(theirs, evening), goal="Toisen tavoite.")

    answer = save(mine, seen, goal="Minun tavoite.")

    assert answer["conflict"]
    assert store.open_workshop(Path(evening.folder)).goal == "Toisen tavoite."


def test_the_address_opens_the_details_and_a_reload_comes_back(
    evening: Workshop, open_screen: Open
) -> None:
    session = open_screen("etusivu", query="?muokkaa=2026-10-07-ilta")
    answer = do(session, "nothing")

    assert answer["view"]["edited"]["title"] == "Nuorten ilta"
    assert answer["frame"]["place"] == {"muokkaa": "2026-10-07-ilta"}
    assert do(session, "edit")["frame"]["place"] == {"muokkaa": ""}
    for strange in ("../..", "ei-ole", ""):
        closed = do(open_screen("etusivu", query=f"?muokkaa={strange}"), "nothing")
        assert closed["view"]["edited"] is None


def test_a_copy_and_the_archive_are_on_the_list(evening: Workshop, open_screen: Open) -> None:
    session = open_screen("etusivu")
    do(session, "archive", folder="2026-10-07-ilta", archived=True)
    answer = do(session, "copy", folder="2026-10-07-ilta", title="Uusinta")

    archived = {card["title"]: card["archived"] for card in answer["view"]["workshops"]}
    assert archived == {"Nuorten ilta": True, "Uusinta": True}
    assert do(session, "copy", folder="2026-10-07-ilta", title=" ")["refused"]


def test_deleting_asks_for_a_name_and_for_the_title(evening: Workshop, open_screen: Open) -> None:
    session = open_screen("etusivu")
    folder = evening.folder.name

    assert do(session, "prepare_delete", by="", folder=folder)["ask_name"]
    assert do(session, "delete", by="", folder=folder, typed="Nuorten ilta")["ask_name"]
    assert do(session, "delete", folder=folder, typed="nuorten")["refused"]
    assert workflow.load_notes(evening)

    answer = do(session, "delete", folder=folder, typed=" Nuorten ilta ")
    [receipt] = answer["view"]["removals"]
    assert answer["view"]["workshops"] == []
    assert (receipt["who"], receipt["lines"][:2]) == ("Maija", ["1 tiedosto", "6 merkintää"])

    message = {"op": "download_receipt", "id": 1, "args": {"file": receipt["file"]}}
    _answer, [data] = session.answer(message)
    assert json.loads(data)["title"] == "Nuorten ilta"
    assert do(session, "download_receipt", file="../salaisuus")["refused"]


def test_the_archive_package_can_be_had_before_deleting(
    drafted: Workshop, open_screen: Open
) -> None:
    args = {"folder": drafted.folder.name, "type": "tyopajan-yhteenveto"}
    message = {"op": "download_package", "id": 1, "name": "Maija", "args": args}

    answer, [data] = open_screen("etusivu").answer(message)

    assert answer["file"] == "tyopajan-yhteenveto-luonnos.zip"
    assert data.startswith(b"PK")


def test_the_example_is_brought_back_and_never_deleted(root: Path, open_screen: Open) -> None:
    session = open_screen("etusivu")
    do(session, "try_example")
    example = store.open_workshop(root / "esimerkki")

    assert do(session, "delete", folder="esimerkki", typed=example.title)["refused"]
    assert do(session, "reset_example")["refused"]  # it is being computed
    for job in store.load_open_jobs(example):
        store.cancel(example, job.id)
    save(session, opened_details(session, example), title="Muutettu")
    assert not do(session, "reset_example").get("refused")
    assert store.open_workshop(root / "esimerkki").title == example.title


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium; install Debian's package chromium")
def test_a_workshop_is_edited_and_deleted_with_the_keyboard(page: Page, folder: Path) -> None:
    made = make(folder, "poistuva")
    page.goto("/voila/render/etusivu.ipynb?muokkaa=poistuva")
    page.get_by_label("Otsikko").fill("")
    page.get_by_label("Osallistujien määrä").fill("monta")
    page.get_by_role("button", name="Tallenna").press("Enter")
    expect(page.get_by_label("Otsikko")).to_be_focused()
    expect(page.get_by_label("Otsikko")).to_have_accessible_description(
        "Työpajalta puuttuu otsikko. Kirjoita otsikko ja yritä uudelleen. "
        "Mistä työpajassa oli kyse; otsikko tulee asiakirjoihin."
    )
    page.get_by_label("Otsikko").fill("Poistuva ilta")
    page.get_by_label("Osallistujien määrä").fill("12")
    page.get_by_role("button", name="Lisää vaihe").press("Enter")
    page.keyboard.type("Lautakunta")
    page.get_by_role("button", name="Tallenna").press("Enter")
    expect(page.get_by_role("link", name="Poistuva ilta", exact=True)).to_be_visible()
    saved = store.open_workshop(Path(made.folder))
    assert (saved.n_participants, saved.next_steps) == (12, (Step(body="Lautakunta"),))

    page.get_by_label("Nimesi").fill("Maija")
    card = page.get_by_role("listitem").filter(has_text="Poistuva ilta")
    card.get_by_text("Kopioi, arkistoi tai poista").press("Enter")
    card.get_by_role("button", name="Poista: Poistuva ilta").press("Enter")
    page.get_by_role("dialog").get_by_label("Vahvista").fill("Poistuva ilta")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("Työpaja poistettiin")
    assert not Path(made.folder).exists()
