"""Review: working copies that come back, and other wordings that commenters propose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, ClassVar

from toolkit import workflow
from toolkit.apps.reply import Reply
from toolkit.apps.review_changes import change_view, files_view
from toolkit.apps.state_document import MAX_TEXT
from toolkit.apps.state_review_roles import ReviewRoleState
from toolkit.apps.state_upload import UploadState
from toolkit.domain import EventKind, Workshop
from toolkit.errors import Conflict, NoSuchThing
from toolkit.i18n import N_, _, ngettext
from toolkit.store import Job, JobState, State
from toolkit.workflow import OpenChange


class CopiesState(UploadState, ReviewRoleState):
    """What others would change in a document, for those who prepare it to take or leave."""

    suffixes: ClassVar[tuple[str, ...]] = (".docx", ".odt")

    def __init__(self, workshop: Workshop) -> None:
        super().__init__(workshop)
        self._files_before: dict[int, tuple[str, int]] = {}

    def open_changes(self, state: State) -> tuple[OpenChange, ...]:
        """Return the changes of the document that wait; most documents have none."""
        settled = state.settled.get(self.type, {})
        if all(change.id in settled for change in state.returned.get(self.type, ())):
            return ()
        return workflow.load_changes(self.workshop, type=self.type)

    def copies_view(self, waiting: Iterable[OpenChange]) -> dict[str, Any]:
        """Return the changes that wait, the files they came in, and what may be sent."""
        waiting = tuple(waiting)
        return {
            "changes": [change_view(one) for one in waiting],
            "files": files_view(self.workshop, waiting, type=self.type),
            **self.upload_limits,
        }

    def check_sender(self) -> None:
        """Only those who prepare the document send working copies."""
        self.check_preparer()

    def read_copies(self, *, keys: Sequence[str]) -> Reply:
        """Have the worker read working copies that have arrived, each on its own."""
        self.check_preparer()
        paths = [self._arrived.pop(key) for key in keys if key in self._arrived]
        for path in paths:
            before = len(workflow.load_returned_files(self.workshop, type=self.type))
            job = self.start("review_copy", {"path": str(path), "type": self.type})
            self._files_before[job.id] = (path.name, before)
        received = ngettext("{n} file received.", "{n} files received.", len(paths))
        return Reply(notice=received.format(n=len(paths)))

    def outcome(self, job: Job) -> tuple[str, str]:
        """Say what a working copy brought; one that brought nothing new is said to be so."""
        if job.kind != "review_copy" or job.id not in self._files_before:
            return super().outcome(job)
        self.uploads.forget(Path(job.payload["path"]))
        name, before = self._files_before.pop(job.id)
        if job.state is not JobState.DONE:
            return super().outcome(job)
        files = workflow.load_returned_files(self.workshop, type=self.type)
        brought_now = [file for file in files[before:] if file.name == name]
        if not brought_now:
            nothing = _("The file brought nothing that was not here already: {name}")
            return "info", nothing.format(name=name)
        n = len(brought_now[-1].change_ids)
        brought = ngettext(
            "The file brought {n} change or comment: {name}. Nothing has been applied yet.",
            "The file brought {n} changes and comments: {name}. Nothing has been applied yet.",
            n,
        )
        return "info", brought.format(n=n, name=name)

    def propose(self, *, block_id: str, text: str, seq: int) -> Reply:
        """Propose another wording of a paragraph; it changes nothing by itself."""
        self.check_name()
        payload = workflow.wording_payload(
            self.workshop, block_id=block_id, text=text[:MAX_TEXT], **self.about()
        )
        self.decide(EventKind.WORDING_PROPOSED, payload, seq=seq)
        return Reply(
            notice=_("The proposal is saved. Those who prepare the document decide on it.")
        )

    def settle(self, *, change_id: str, take: bool, text: str = "") -> Reply:
        """Take a change into the draft, with other words if any are given, or leave it out."""
        self.check_preparer()
        number = self._numbers().get(change_id)
        if number is None:
            msg = N_("Somebody has decided on this change meanwhile, so nothing was done.")
            raise Conflict(msg)
        workflow.settle_changes(
            self.workshop,
            [number],
            type=self.type,
            take=take,
            text=text.strip()[:MAX_TEXT],
            actor=self.name,
        )
        if take:
            return Reply(notice=_("The change is in the draft, in your name."))
        return Reply(notice=_("The change was left out."))

    def settle_all(self, *, author: str, change_ids: Sequence[str], take: bool) -> Reply:
        """Take or leave everything of one person that the page showed.

        What cannot be taken as it is stays to be decided one by one, and is counted.
        """
        self.check_preparer()
        done, left = 0, 0
        for one in workflow.load_changes(self.workshop, type=self.type):
            if one.change.author != author or one.change.id not in change_ids:
                continue
            try:
                workflow.settle_changes(
                    self.workshop, [one.number], type=self.type, take=take, actor=self.name
                )
            except (Conflict, NoSuchThing):
                left += 1
            else:
                done += 1
        text = ngettext("Decided: {n} change.", "Decided: {n} changes.", done).format(n=done)
        rest = ngettext(
            "{n} change cannot be taken as it is. Decide on it separately.",
            "{n} changes cannot be taken as they are. Decide on them one by one.",
            left,
        )
        return Reply(notice=f"{text} {rest.format(n=left)}" if left else text)

    def _numbers(self) -> dict[str, int]:
        waiting = workflow.load_changes(self.workshop, type=self.type)
        return {one.change.id: one.number for one in waiting}
