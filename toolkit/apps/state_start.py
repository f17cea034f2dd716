"""The front page: which workshops there are, their details, new ones, and those put away."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

from toolkit import store, workflow
from toolkit.apps.frame import address
from toolkit.apps.removals import removal_view, write_package
from toolkit.apps.reply import NameMissing, Reply
from toolkit.apps.state import UNNAMED
from toolkit.apps.workshop_card import broken_card, card
from toolkit.apps.workshop_form import NO_TITLE, form_values, read_form
from toolkit.domain import Workshop
from toolkit.errors import BadName, NoSuchThing, NotAllowed, ToolkitError
from toolkit.i18n import N_, _

EXAMPLE = "esimerkki"


class StartState:
    """The workshops of this installation.

    Parameters
    ----------
    root
        The folder that holds them.
    """

    actions: ClassVar[tuple[str, ...]] = (
        "create",
        "edit",
        "save_details",
        "try_example",
        "reset_example",
        "copy",
        "archive",
        "prepare_delete",
        "delete",
        "download_package",
        "download_receipt",
    )

    def __init__(self, root: Path) -> None:
        self.root = root
        self.actor = ""
        self.edited = ""

    @property
    def name(self) -> str:
        """Who is at the page, for the log."""
        return self.actor or UNNAMED

    @property
    def place(self) -> dict[str, str]:
        """What the address says, so that a reload comes back to the same form."""
        return {"muokkaa": self.edited}

    def go_to(self, place: Mapping[str, str]) -> None:
        """Turn to the details of the workshop that the address names, if there is one."""
        wanted = place.get("muokkaa", "")
        known = {workshop.folder.name for workshop in store.list_workshops(self.root)}
        self.edited = wanted if wanted in known else ""

    def view(self) -> dict[str, Any]:
        """Return the workshops, newest first, and what the form starts with."""
        workshops = store.list_workshops(self.root)
        found = [card(w, is_example=w.folder.name == EXAMPLE) for w in workshops]
        found.sort(key=lambda one: (one["date"], one["title"]), reverse=True)
        broken = store.list_unreadable(self.root)
        edited = [workshop for workshop in workshops if workshop.folder.name == self.edited]
        return {
            "workshops": [*found, *(broken_card(folder, error) for folder, error in broken)],
            "today": store.today().isoformat(),
            "edited": _details(edited[0]) if edited else None,
            "removals": [removal_view(one) for one in workflow.load_removals(self.root)],
        }

    def signature(self) -> tuple[object, ...]:
        """Return what changes when a workshop appears, moves on or goes."""
        workshops = tuple((str(w.folder), _last_seq(w)) for w in store.list_workshops(self.root))
        broken = tuple(str(folder) for folder, _error in store.list_unreadable(self.root))
        return ((workshops, broken, self.edited),)

    def ended_jobs(self) -> list[tuple[str, str]]:
        """Return nothing: the front page gives the worker nothing to do."""
        return []

    def create(self, **values: Any) -> Reply:  # noqa: ANN401 - the fields of the form
        """Make a workshop and open its first step.

        Raises
        ------
        WrongInput
            If the title is empty, or something else in the form cannot be used.
        """
        details = read_form(values)
        title, when = details.pop("title"), details.get("date")
        folder = self._free(f"{when or store.today()}-{store.slug(title)[:45]}")
        workshop = workflow.create_workshop(folder, title=title, actor=self.name, **details)
        return Reply(goto=address("tuonti", workshop))

    def _free(self, name: str) -> Path:
        """Two workshops of one day may have the same title."""
        folder, number = self.root / name.strip("-"), 2
        while folder.exists():
            folder, number = self.root / f"{name.strip('-')}-{number}", number + 1
        return folder

    def edit(self, *, folder: str = "") -> Reply:
        """Open the details of a workshop, or close them when no workshop is named."""
        self.edited = self._find(folder).folder.name if folder else ""
        return Reply()

    def save_details(self, *, folder: str, version: str, values: Mapping[str, Any]) -> Reply:
        """Change the details of a workshop.

        Raises
        ------
        WrongInput
            If something in the form cannot be used.
        Conflict
            If somebody else changed them after ``version``.
        """
        details = read_form(values)
        workshop, changed = workflow.describe_workshop(
            self._find(folder), version=version, actor=self.name, **details
        )
        self.edited = ""
        if not changed:
            return Reply(notice=_("Nothing had changed in the details of the workshop."))
        words = _("The details were saved: {title}.")
        if workflow.load_state(workshop).drafts:
            words = _(
                "The details were saved: {title}. The drafts were composed with the earlier "
                "details: compose them again on the page Draft."
            )
        return Reply(notice=words.format(title=workshop.title))

    def try_example(self) -> Reply:
        """Open the invented example; the first time, copy it here and have it computed."""
        folder = self.root / EXAMPLE
        if not (folder / "workshop.toml").is_file():
            leave = shutil.ignore_patterns("workshop.db*", "published", ".cache")
            source = workflow.example_folder()
            shutil.copytree(source, folder, ignore=leave, dirs_exist_ok=True)
        workshop = store.open_workshop(folder)
        if not workflow.load_state(workshop).drafts:
            store.enqueue(workshop, "demo", {}, actor=self.name)
        return Reply(goto=address("tuonti", workshop))

    def reset_example(self) -> Reply:
        """Bring the example back as it came."""
        workflow.reset_example(self._find(EXAMPLE))
        words = _("The example is as it was at first. Open it with the button: {button}.")
        return Reply(notice=words.format(button=_("Try with the example")))

    def copy(self, *, folder: str, title: str) -> Reply:
        """Copy a workshop under another title, with everything decided in it."""
        if not store.slug(title):
            raise BadName(NO_TITLE)
        workshop = self._find(folder)
        target = self._free(f"{workshop.date or store.today()}-{store.slug(title)[:45]}")
        title = " ".join(title.split())[:200]
        made = workflow.copy_workshop(workshop, target, title=title, actor=self.name)
        words = _(
            "The copy is ready: {title}. It has the details, the imported files, the themes, the "
            "decisions, the drafts and the written files of the original."
        )
        return Reply(notice=words.format(title=made.title))

    def archive(self, *, folder: str, archived: bool) -> Reply:
        """Put a workshop away, or bring it back."""
        workshop = self._find(folder)
        workflow.archive_workshop(workshop, archived=archived, actor=self.name)
        words = (
            _("The workshop was archived: {title}. Nothing of it was taken away.")
            if archived
            else _("The workshop is back on the list: {title}.")
        )
        return Reply(notice=words.format(title=workshop.title))

    def prepare_delete(self, *, folder: str) -> Reply:
        """Say what stands in the way of deleting a workshop, before anybody has to type anything.

        Raises
        ------
        NameMissing
            If nobody has written a name.
        NotAllowed
            If it is the example, which can only be brought back as it came.
        TooEarly
            If the worker has something to do for it.
        """
        workshop = self._find(folder)
        if folder == EXAMPLE:
            msg = N_("The example is not deleted. It can be brought back as it was at first.")
            raise NotAllowed(msg)
        if not self.actor:
            msg = N_("Write your name at the top of the page first: the receipt tells who deleted.")
            raise NameMissing(msg)
        workflow.check_idle(workshop)
        return Reply()

    def delete(self, *, folder: str, typed: str) -> Reply:
        """Take a workshop away for good and leave a receipt; see ``prepare_delete``.

        Raises
        ------
        BadName
            If what was typed is not the title.
        """
        self.prepare_delete(folder=folder)
        workshop = self._find(folder)
        if " ".join(typed.split()) != " ".join(workshop.title.split()):
            raise BadName(N_("This is not the title of the workshop. Check it, and try again."))
        workflow.delete_workshop(workshop, actor=self.actor)
        words = _("The workshop was deleted: {title}. The receipt is at the end of the page.")
        return Reply(notice=words.format(title=workshop.title))

    def download_package(self, *, folder: str, type: str) -> Reply:  # noqa: A002
        """Give the archive package of a document, or of its working copy while it is not ready."""
        path = write_package(self._find(folder), type=type, actor=self.name)
        return Reply(
            notice=_("The archive package is in your downloads: {name}").format(name=path.name),
            file_name=path.name,
            data=path.read_bytes(),
        )

    def download_receipt(self, *, file: str) -> Reply:
        """Give the receipt of a workshop that was deleted."""
        for one in workflow.load_removals(self.root):
            if one.file == file:
                data = (self.root / workflow.RECEIPTS / one.file).read_bytes()
                return Reply(file_name=one.file, data=data)
        raise NoSuchThing(N_("The receipt is not there any more. Reload the page."))

    def _find(self, folder: str) -> Workshop:
        """Return a workshop by the name of its folder, which is only compared."""
        for workshop in store.list_workshops(self.root):
            if workshop.folder.name == folder:
                return workshop
        raise NoSuchThing(N_("The workshop is not there any more. Reload the page."))


def _details(workshop: Workshop) -> dict[str, Any]:
    return {
        "name": workshop.folder.name,
        "title": workshop.title,
        "version": store.description_version(workshop),
        "values": form_values(workshop),
    }


def _last_seq(workshop: Workshop) -> object:
    try:
        return store.last_seq(workshop), len(store.load_open_jobs(workshop))
    except ToolkitError as error:
        return str(error)
