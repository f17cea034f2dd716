"""The part of the import screen where a person says what the columns of a table hold."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar

from toolkit import store
from toolkit.apps.import_columns import chosen_columns
from toolkit.apps.reply import Reply
from toolkit.apps.state import ScreenState
from toolkit.domain import ColumnMapping, ColumnRole, Workshop
from toolkit.errors import NoSuchThing, TooEarly
from toolkit.i18n import N_, _, ngettext
from toolkit.workflow.column_choices import (
    SeenTable,
    choose_header,
    choose_options,
    choose_role,
)
from toolkit.workflow.profiles import save_profile
from toolkit.workflow.waiting import Waiting, answer_waiting, find_waiting


class ColumnsState(ScreenState):
    """Choices of sheet, headings and columns; each is kept with the file that waits."""

    column_actions: ClassVar[tuple[str, ...]] = (
        "choose_sheet",
        "choose_header",
        "choose_options",
        "choose_role",
        "fill_down",
        "use_columns",
        "save_profile",
        "change_columns",
    )

    def __init__(self, workshop: Workshop) -> None:
        super().__init__(workshop)
        self._names: dict[int, str] = {}

    def _look(self, waiting: Waiting) -> None:
        """Have the worker look at a file, unless somebody has with the present answers."""
        if waiting.look is None:
            payload: dict[str, Any] = {"waiting_id": waiting.id, "vote_sign": waiting.vote_sign}
            if waiting.repairs_text:  # other letters are another look, as are other columns
                payload["repairs_text"] = True
            if waiting.is_mapped:
                payload["mapping"] = store.to_plain(waiting.mapping)
            self._names[self.start("look", payload).id] = waiting.name

    def choose_sheet(self, *, waiting_id: str, sheet: str) -> Reply:
        """Turn to another sheet of the workbook, and what its columns probably hold."""
        for table in find_waiting(self.workshop, waiting_id).tables:
            if table.name == sheet:
                return self._keep(waiting_id, table.suggested)
        raise NoSuchThing(N_("There is no such sheet in the file: {name}."), name=sheet)

    def choose_header(self, *, waiting_id: str, row: int) -> Reply:
        """Say which row has the headings, 0 for none; the columns are suggested anew."""
        table, _mapping = self._chosen(waiting_id)
        return self._keep(waiting_id, choose_header(table, row))

    def choose_options(self, *, waiting_id: str, has_options: bool) -> Reply:
        """Say whether the row below the headings names answers; the columns are suggested anew."""
        table, mapping = self._chosen(waiting_id)
        return self._keep(waiting_id, choose_options(table, mapping, has_options=has_options))

    def choose_role(self, *, waiting_id: str, place: int, role: str) -> Reply:
        """Say what a column holds."""
        _table, mapping = self._chosen(waiting_id)
        return self._keep(waiting_id, choose_role(mapping, place, ColumnRole(role)))

    def fill_down(self, *, waiting_id: str, fills_down: bool) -> Reply:
        """Say whether an empty question or group is the one above."""
        _table, mapping = self._chosen(waiting_id)
        return self._keep(waiting_id, replace(mapping, fills_down=fills_down))

    def use_columns(self, *, waiting_id: str) -> Reply:
        """Have the file read as chosen.

        Raises
        ------
        TooEarly
            If no column holds notes or choices.
        """
        _table, mapping = self._chosen(waiting_id)
        if not (mapping.has_notes or mapping.is_survey):
            msg = N_("Choose first at least one column that holds notes, or choices to count.")
            raise TooEarly(msg)
        answer_waiting(
            self.workshop, waiting_id, {"mapping": store.to_plain(mapping), "mapped": True}
        )
        self._look(find_waiting(self.workshop, waiting_id))
        return Reply(notice=_("The choices were saved, and the file is being looked at."))

    def save_profile(self, *, waiting_id: str, title: str) -> Reply:
        """Save the choices for other workshops, by the headings of the table.

        Raises
        ------
        BadName
            If the title cannot be the name of a profile, or another profile has it.
        UnreadableProfile
            If the headings do not tell what the columns hold.
        """
        _table, mapping = self._chosen(waiting_id)
        save_profile(mapping, title, workshop=self.workshop)
        return Reply(notice=_("The profile was saved: {name}").format(name=title.strip()))

    def change_columns(self, *, waiting_id: str) -> Reply:
        """Go back to the choices; what was chosen on personal data stays."""
        _table, mapping = self._chosen(waiting_id)
        answer_waiting(
            self.workshop, waiting_id, {"mapping": store.to_plain(mapping), "mapped": False}
        )
        return Reply()

    def _chosen(self, waiting_id: str) -> tuple[SeenTable, ColumnMapping]:
        chosen = chosen_columns(find_waiting(self.workshop, waiting_id))
        if chosen is None:
            raise NoSuchThing(N_("The columns of this file need no choices. Look at it again."))
        return chosen

    def _keep(self, waiting_id: str, mapping: ColumnMapping) -> Reply:
        answer_waiting(
            self.workshop, waiting_id, {"mapping": store.to_plain(mapping), "mapped": False}
        )
        roles = (ColumnRole.NOTE, ColumnRole.ANSWER)
        n = sum(role in roles for role in mapping.roles)
        said = ngettext("{n} column of notes is chosen.", "{n} columns of notes are chosen.", n)
        told = [said.format(n=n) if n else _("No column of notes is chosen yet.")]
        n_counted = sum(
            role in (ColumnRole.CLOSED, ColumnRole.BACKGROUND) for role in mapping.roles
        )
        if n_counted:
            told.append(_("Columns whose answers are counted: {n}").format(n=n_counted))
        return Reply(notice=" ".join(told))
