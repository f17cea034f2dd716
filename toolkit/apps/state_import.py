"""The import screen: files come, are looked at and asked about, and get a receipt."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any, ClassVar

from toolkit import importers, workflow
from toolkit.apps.arrivals import put_together
from toolkit.apps.import_choices import show_surveys
from toolkit.apps.import_view import show_receipt, show_suggestions, show_waiting
from toolkit.apps.reply import Reply
from toolkit.apps.state_import_columns import ColumnsState
from toolkit.apps.state_upload import UploadState
from toolkit.domain import Workshop
from toolkit.i18n import _, ngettext
from toolkit.store import Job, JobState
from toolkit.workflow.waiting import (
    answer_waiting,
    drop_waiting,
    find_waiting,
    keep_waiting,
    list_waiting,
    sweep_waiting,
    waiting_version,
)


class ImportState(ColumnsState, UploadState):
    """The files of a workshop and what became, or would become, of their rows."""

    actions: ClassVar[tuple[str, ...]] = (
        *UploadState.upload_actions,
        *ColumnsState.column_actions,
        "arrived",
        "answer_sign",
        "repair_text",
        "choose",
        "choose_rest",
        "take_back",
        "leave_out",
        "remove",
        "look_again",
        "import_all",
    )

    def __init__(self, workshop: Workshop) -> None:
        super().__init__(workshop)
        sweep_waiting(workshop, now=time.time())
        self._was_known: dict[int, bool] = {}

    def view(self) -> dict[str, Any]:
        """Return what waits, what has to be looked at, and the receipts, newest first."""
        state = workflow.load_state(self.workshop)
        known = {source.sha256[:16] for source in state.sources}
        jobs = self.open_jobs()
        waiting = list_waiting(self.workshop)
        pairs = zip(state.sources, state.receipts, strict=True)
        return {
            "seq": state.seq,
            "waiting": [show_waiting(one, jobs=jobs, is_known=one.id in known) for one in waiting],
            "suggestions": show_suggestions(waiting),
            "surveys": show_surveys(workflow.load_surveys(self.workshop, state=state)),
            "receipts": [show_receipt(source, receipt) for source, receipt in pairs][::-1],
            **self.upload_limits,
        }

    def signature(self) -> tuple[object, ...]:
        """Return what changes whenever the page should look different."""
        seq, jobs = super().signature()
        kinds = tuple((job.id, job.kind) for job in self.open_jobs())
        return ((seq, kinds, waiting_version(self.workshop)), jobs)

    def arrived(self, *, keys: Sequence[str]) -> Reply:
        """Have the files that have come looked at, each on its own: one spoils no other."""
        paths = [self._arrived.pop(key) for key in keys if key in self._arrived]
        twice = []
        for path in put_together(paths, self.uploads.folder):
            waiting_id, was_here = keep_waiting(self.workshop, path)
            self.uploads.forget(path)
            if was_here:
                twice.append(path.name)
            self._look(find_waiting(self.workshop, waiting_id))
        n = len(paths)
        said = [ngettext("{n} file received.", "{n} files received.", n).format(n=n)] if n else []
        same = _("This file is on the list already, so it is there once: {name}")
        said += [same.format(name=name) for name in twice]
        return Reply(notice=" ".join(said))

    def look_again(self, *, waiting_id: str) -> Reply:
        """Look at a file that nobody has looked at, because the work was stopped."""
        self._look(find_waiting(self.workshop, waiting_id))
        return Reply()

    def answer_sign(self, *, waiting_id: str, vote_sign: str) -> Reply:
        """Take the votes as a person says they are."""
        if vote_sign not in importers.VOTE_SIGNS:
            msg = f"no vote sign is called {vote_sign!r}"
            raise ValueError(msg)
        answer_waiting(self.workshop, waiting_id, {"vote_sign": vote_sign})
        self._look(find_waiting(self.workshop, waiting_id))
        return Reply(notice=_("The answer was recorded, and the file is being looked at."))

    def repair_text(self, *, waiting_id: str, repairs: bool) -> Reply:
        """Have broken letters repaired, or left as they are, whenever the file is read."""
        answer_waiting(self.workshop, waiting_id, {"repairs_text": repairs})
        self._look(find_waiting(self.workshop, waiting_id))
        return Reply(notice=_("The answer was recorded, and the file is being looked at."))

    def choose(self, *, waiting_id: str, key: str, mask: bool | None, same: bool = False) -> Reply:
        """Mask or keep possible personal data, with ``same`` wherever the same words are meant."""
        waiting = find_waiting(self.workshop, waiting_id)
        found = waiting.look.suggestions if waiting.look else ()
        chosen = [one for one in found if one.key == key]
        if same and chosen:
            meant = (chosen[0].kind, chosen[0].base)
            chosen = [one for one in found if (one.kind, one.base) == meant]
        answers = {f"={one.key}": mask for one in chosen}
        answer_waiting(self.workshop, waiting_id, answers)
        return Reply(notice=self._left(mask=mask, n=len(answers)))

    def choose_rest(self) -> Reply:
        """Mask everything that nobody has decided on."""
        n = 0
        for waiting in list_waiting(self.workshop):
            is_asked = not waiting.is_left_out and not waiting.asks_columns
            found = waiting.look.suggestions if waiting.look and is_asked else ()
            open_keys = [
                one.key for one in found if not one.is_certain and one.key not in waiting.choices
            ]
            if open_keys:
                answers = {f"={key}": True for key in open_keys}
                answer_waiting(self.workshop, waiting.id, answers)
                n += len(open_keys)
        return Reply(notice=self._left(mask=True, n=n))

    def take_back(self, *, waiting_id: str, keys: Sequence[str]) -> Reply:
        """Take back what was chosen of some suggestions."""
        answer_waiting(self.workshop, waiting_id, {f"={key}": None for key in keys})
        return Reply(notice=_("The choice was taken back."))

    def _left(self, *, mask: bool | None, n: int) -> str:
        waiting = list_waiting(self.workshop)
        left = sum(one.n_open for one in waiting if not one.is_left_out)
        done = (
            ngettext("{n} place will be hidden.", "{n} places will be hidden.", n)
            if mask
            else ngettext("{n} place will be kept.", "{n} places will be kept.", n)
        )
        still = ngettext("{n} is left to decide.", "{n} are left to decide.", left)
        all_done = _("Everything has been decided.")
        return f"{done.format(n=n)} {still.format(n=left) if left else all_done}"

    def leave_out(self, *, waiting_id: str, left_out: bool) -> Reply:
        """Leave a file out when the others are imported, or take it along again."""
        answer_waiting(self.workshop, waiting_id, {"left_out": left_out})
        return Reply()

    def remove(self, *, waiting_id: str) -> Reply:
        """Take a file off the list; what is in the workshop stays."""
        waiting = find_waiting(self.workshop, waiting_id)
        drop_waiting(self.workshop, waiting_id)
        removed = _("The file was removed from the list and not imported: {name}")
        return Reply(notice=removed.format(name=waiting.name))

    def import_all(self) -> Reply:
        """Import every file that is ready and not left out, each on its own.

        ``extra`` says ``"decide"`` when a file waits for somebody to decide.
        """
        known = {source.sha256[:16] for source in workflow.load_state(self.workshop).sources}
        taken = [one for one in list_waiting(self.workshop) if not one.is_left_out]
        ready = [one for one in taken if one.is_ready]
        for waiting in ready:
            job = self.start("import_waiting", {"waiting_id": waiting.id})
            self._names[job.id] = waiting.name
            self._was_known[job.id] = waiting.id in known
        n_open = sum(
            bool(one.n_open or one.asks_columns or (one.look and one.look.asks_sign))
            for one in taken
        )
        if ready:
            under_way = _("The import is under way.")
            still = _("Files that still wait for an answer from you: {n}").format(n=n_open)
            if n_open:
                return Reply(notice=f"{under_way} {still}", extra="decide")
            return Reply(notice=under_way)
        if n_open:
            first = _(
                "Nothing can be imported yet. First decide on the personal data and answer the "
                "questions above."
            )
            return Reply(notice=first, extra="decide")
        return Reply(notice=_("No file on the list can be imported now."))

    def job_in_words(self, job: Job) -> str:
        """Return what the worker is doing; of what waits for its turn also the file, if known.

        What is going on says itself which file it is reading.
        """
        name = self._names.get(job.id) if job.state is JobState.QUEUED else ""
        return f"{super().job_in_words(job)}: {name}" if name else super().job_in_words(job)

    def outcome(self, job: Job) -> tuple[str, str]:
        """Say what came of a file; a file that was here already is said to be so."""
        name = self._names.pop(job.id, "")
        was_known = self._was_known.pop(job.id, False)
        if job.state is not JobState.DONE or not name:
            return super().outcome(job)
        if job.kind == "look":
            return self._seen(job.payload["waiting_id"], name)
        if was_known:
            known = _("The file has been imported already, so nothing changed: {name}")
            return "info", known.format(name=name)
        return "info", _("Imported: {name}").format(name=name)

    def _seen(self, waiting_id: str, name: str) -> tuple[str, str]:
        waiting = [one for one in list_waiting(self.workshop) if one.id == waiting_id]
        look = waiting[0].look if waiting else None
        if look is None or look.receipt is not None:
            return "info", _("The file has been looked at: {name}").format(name=name)
        if look.asks_sign or (waiting[0].asks_columns and not waiting[0].is_mapped):
            asks = _("The file waits for your answer below: {name}")
            return "info", asks.format(name=name)
        return "error", look.problem
