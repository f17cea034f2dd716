"""The front page: which workshops there are, making a new one, trying the example."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

from toolkit import store, workflow
from toolkit.apps.frame import address, count_notes, count_votes
from toolkit.apps.reply import Reply
from toolkit.apps.state import UNNAMED
from toolkit.apps.wording import finnish_date
from toolkit.domain import Workshop
from toolkit.errors import BadName, ToolkitError
from toolkit.i18n import N_, digits, ngettext
from toolkit.store import State

EXAMPLE = "esimerkki"


class StartState:
    """The workshops of this installation.

    Parameters
    ----------
    root
        The folder that holds them.
    """

    actions: ClassVar[tuple[str, ...]] = ("create", "try_example")

    def __init__(self, root: Path) -> None:
        self.root = root
        self.actor = ""

    def view(self) -> dict[str, Any]:
        """Return the workshops, newest first, and what the form starts with."""
        found = [_card(workshop) for workshop in store.list_workshops(self.root)]
        found.sort(key=lambda card: (card["date"], card["title"]), reverse=True)
        return {"workshops": found, "today": store.today().isoformat()}

    def signature(self) -> tuple[object, ...]:
        """Return what changes when a workshop appears or moves on."""
        workshops = store.list_workshops(self.root)
        return (tuple((str(w.folder), store.last_seq(w)) for w in workshops),)

    def ended_jobs(self) -> list[tuple[str, str]]:
        """Return nothing: the front page gives the worker nothing to do."""
        return []

    def create(self, *, title: str, day: str = "", organiser: str = "") -> Reply:
        """Make a workshop and open its first step.

        Raises
        ------
        BadName
            If the title is empty or the day is no day.
        """
        if not store.slug(title):
            raise BadName(N_("The workshop has no title. Write a title and try again."))
        when = _day(day)
        name = f"{when or store.today()}-{store.slug(title)[:45]}".strip("-")
        workshop = workflow.create_workshop(
            self._free(name),
            title=title.strip()[:200],
            date=when,
            organiser=organiser.strip()[:200],
            actor=self.actor or UNNAMED,
        )
        return Reply(goto=address("tuonti", workshop))

    def _free(self, name: str) -> Path:
        """Two workshops of one day may have the same title."""
        folder, number = self.root / name, 2
        while folder.exists():
            folder, number = self.root / f"{name}-{number}", number + 1
        return folder

    def try_example(self) -> Reply:
        """Open the invented example; the first time, copy it here and have it computed."""
        folder = self.root / EXAMPLE
        if not (folder / "workshop.toml").is_file():
            leave = shutil.ignore_patterns("workshop.db*", "published", ".cache")
            source = workflow.example_folder()
            shutil.copytree(source, folder, ignore=leave, dirs_exist_ok=True)
        workshop = store.open_workshop(folder)
        if not workflow.load_state(workshop).drafts:
            store.enqueue(workshop, "demo", {}, actor=self.actor or UNNAMED)
        return Reply(goto=address("tuonti", workshop))


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        msg = N_("This is not a date: {text}. Write the year, month and day, such as 2026-10-07.")
        raise BadName(msg, text=text[:40]) from error


def _card(workshop: Workshop) -> dict[str, Any]:
    try:
        state = workflow.load_state(workshop)
    except ToolkitError as error:
        state, lines = State(), [error.for_reader()]
    else:
        lines = _lines(state)
    day = workshop.date
    return {
        "title": workshop.title,
        "date": day.isoformat() if day else "",
        "day": finnish_date(day),
        "organiser": workshop.organiser,
        "lines": lines,
        "href": address(_next_step(state), workshop),
        "example": workshop.folder.name == EXAMPLE,
    }


def _lines(state: State) -> list[str]:
    """Say how far a workshop is, one unit at a time."""
    files, notes, votes = len(state.sources), count_notes(state), count_votes(state)
    themes = sum(not theme.is_rest for theme in state.proposed_themes)
    drafts, written = len(state.drafts), len(set(state.published))
    counts = (
        (files, ngettext("{n} file", "{n} files", files)),
        (notes, ngettext("{n} note", "{n} notes", notes)),
        (votes, ngettext("{n} vote", "{n} votes", votes)),
        (themes, ngettext("{n} theme", "{n} themes", themes)),
        (drafts, ngettext("{n} draft", "{n} drafts", drafts)),
        (written, ngettext("{n} written file", "{n} written files", written)),
    )
    return [text.format(n=digits(n)) for n, text in counts if n]


def _next_step(state: State) -> str:
    """Return the screen where the work goes on."""
    if not state.sources:
        return "tuonti"
    if count_notes(state) and not state.proposed_themes:
        return "teemat"
    return "luonnos" if state.drafts or state.proposed_themes else "mielipideryhmat"
