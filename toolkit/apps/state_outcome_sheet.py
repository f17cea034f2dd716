"""The sheet of proposals: out as a workbook, back filled in, recorded once people have looked."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any, ClassVar

from toolkit import store, workflow
from toolkit.apps.outcome_view import sheet_view
from toolkit.apps.reply import Reply
from toolkit.apps.state_upload import UploadState
from toolkit.domain import Workshop
from toolkit.errors import Conflict, ToolkitError
from toolkit.i18n import N_, _
from toolkit.workflow import SheetNews


class SheetState(UploadState):
    """A page that hands out the proposals as a sheet and takes it back."""

    suffixes: ClassVar[tuple[str, ...]] = (".xlsx", ".csv")
    actions: ClassVar[tuple[str, ...]] = (
        "write_sheet",
        *UploadState.upload_actions,
        "compare_sheet",
        "record_sheet",
        "drop_sheet",
    )

    def __init__(self, workshop: Workshop) -> None:
        super().__init__(workshop)
        self._sheet: tuple[Path, SheetNews] | None = None

    def sheet_view(self) -> dict[str, Any] | None:
        """Return what the sheet that has come would change; None when there is none."""
        return self._sheet and sheet_view(self.workshop, self._sheet[0].name, self._sheet[1])

    def write_sheet(self) -> Reply:
        """Hand the proposals to the browser as a workbook to fill in."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"{self.workshop.id}-{store.slug(_('Proposals'))}.xlsx"
            workflow.write_proposal_sheet(self.workshop, path)
            return Reply(
                notice=_("The file is ready: {name}").format(name=path.name),
                file_name=path.name,
                data=path.read_bytes(),
            )

    def compare_sheet(self, *, key: str) -> Reply:
        """Read a sheet that has come, and show what it would change; nothing is recorded yet."""
        self.drop_sheet()
        path = self._arrived.pop(key, None)
        if path is None:
            return Reply()
        try:
            news = workflow.compare_proposal_sheet(self.workshop, path)
        except ToolkitError:
            self.uploads.forget(path)
            raise
        n = len(news.decisions) + len(news.plans)
        if not n:
            self.uploads.forget(path)
            return Reply(notice=_("The sheet says nothing that is not recorded already."))
        self._sheet = (path, news)
        return Reply(notice=_("The sheet was read. Look at what it would change below."))

    def record_sheet(self) -> Reply:
        """Record what the sheet says, if it is still what the page has shown.

        Raises
        ------
        Conflict
            If somebody recorded something meanwhile that changes what the sheet would change.
        """
        self.check_name()
        if self._sheet is None:
            return Reply()
        path, shown = self._sheet
        news = workflow.compare_proposal_sheet(self.workshop, path)
        if news != shown:
            self._sheet = (path, news)
            msg = N_(
                "Somebody recorded something meanwhile, so nothing was saved. Look at the list of "
                "changes again."
            )
            raise Conflict(msg)
        workflow.read_proposal_sheet(self.workshop, path, actor=self.name)
        self.drop_sheet()
        said = _("Recorded. Decisions: {decisions}. Plans: {plans}.")
        return Reply(notice=said.format(decisions=len(news.decisions), plans=len(news.plans)))

    def drop_sheet(self) -> Reply:
        """Forget a sheet that has been read."""
        if self._sheet is not None:
            self.uploads.forget(self._sheet[0])
            self._sheet = None
        return Reply()
