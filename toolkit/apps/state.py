"""What every screen of a workshop knows: who decides, what has happened, what is being computed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from toolkit import store, workflow
from toolkit.apps.conflicts import clashes
from toolkit.apps.reply import NameMissing, Reply
from toolkit.domain import Event, EventKind, Workshop
from toolkit.errors import Conflict
from toolkit.i18n import N_, _
from toolkit.store import Job, JobState

UNNAMED = "nimetön"
"""Who decided, when nobody wrote a name. A value of the log, so not translated."""

_CHANGES_TOLD = 3

JOB_NAMES = {
    "import": N_("Importing the file"),
    "import_waiting": N_("Importing the file"),
    "look": N_("Looking at the file"),
    "themes": N_("Finding themes"),
    "theme_choices": N_("Trying out fewer and more themes"),
    "kinds": N_("Finding the kinds of notes"),
    "map": N_("Drawing the map of notes"),
    "opinions": N_("Computing opinion groups"),
    "placements": N_("Placing the notes in a framework"),
    "draft": N_("Composing the draft"),
    "coverage": N_("Measuring what the draft covers"),
    "review_copy": N_("Reading the working copy"),
    "publish": N_("Writing the file"),
    "demo": N_("Walking through the example"),
}


class ScreenState:
    """A workshop as one page shows it. Nothing that matters lives only here.

    Parameters
    ----------
    workshop
        The one the address of the page names.
    """

    actions: ClassVar[tuple[str, ...]] = ()
    """Names of the methods a page may call."""

    def __init__(self, workshop: Workshop) -> None:
        self.workshop = workshop
        self.actor = ""
        self._watched: dict[int, Job] = {}
        self._own: set[int] = set()

    @property
    def name(self) -> str:
        """Who is at the page, for the log."""
        return self.actor or UNNAMED

    @property
    def place(self) -> dict[str, str]:
        """What the address of the page says besides the workshop, so that a reload comes back.

        What is empty is left out of the address.
        """
        return {}

    @property
    def document_place(self) -> dict[str, str]:
        """What of the place the steps about documents stay at."""
        return {}

    def go_to(self, place: Mapping[str, str]) -> None:
        """Turn to what the address of the page names; what is not there is passed over."""

    @property
    def has_steps(self) -> bool:
        """Whether the page leads to the other steps and the other workshops."""
        return True

    @property
    def help(self) -> str:
        """What to do on the page, where it is not what the screen says; else empty."""
        return ""

    def may_turn(self, event: Event) -> bool:  # noqa: ARG002 - a screen may look at it
        """Say whether the page offers to undo a decision, or to redo it."""
        return True

    def view(self) -> dict[str, Any]:
        """Return everything the page shows, ready for JSON, with ``seq``."""
        raise NotImplementedError

    def check_name(self) -> None:
        """Refuse what carries a name while the page has none.

        Raises
        ------
        NameMissing
            If nobody has written a name.
        """
        if not self.actor:
            msg = N_("Write your name at the top of the page first: decisions carry a name.")
            raise NameMissing(msg)

    def decide(self, kind: EventKind, payload: Mapping[str, Any], *, seq: int) -> None:
        """Record a decision made on what the page showed at line ``seq`` of the log.

        What others did meanwhile is in the way only if it touches the same thing.

        Raises
        ------
        Conflict
            If it does.
        """
        while True:
            later = store.load_events(self.workshop, after=seq)
            clash = clashes(payload, (event for event in later if event.seq not in self._own))
            if clash:
                msg = N_(
                    "Somebody decided on the same thing meanwhile, so yours was not saved. What "
                    "changed: {changes}. What you wrote is still here. Save it again if it holds."
                )
                raise Conflict(msg, changes=self._told(clash))
            base = later[-1].seq if later else seq
            try:
                workflow.decide(self.workshop, kind, payload, actor=self.name, expected_seq=base)
            except Conflict:
                if store.last_seq(self.workshop) == base:
                    raise
                continue  # somebody was quicker: look again whether it is in the way
            self._own.add(base + 1)
            return

    def _told(self, events: Sequence[Event]) -> str:
        """Return the last few of these in words, each with who did it."""
        lines = [f"{event.actor}: {self.in_words(event)}" for event in events[-_CHANGES_TOLD:]]
        more = len(events) - len(lines)
        return "; ".join([f"… (+{more})", *lines] if more else lines)

    def undo(self, *, event_seq: int) -> Reply:
        """Take back the decision the page offered to take back.

        Raises
        ------
        Conflict
            If that is no longer the last decision.
        """
        last = store.last_decision(store.load_events(self.workshop))
        if last is None or last.seq != event_seq:
            msg = N_("Somebody decided something meanwhile, so nothing was undone. Look again.")
            raise Conflict(msg)
        store.undo_last(self.workshop, actor=self.name)
        self._recompute_after(last)
        return Reply(notice=_("Undone: {what}").format(what=self.in_words(last)))

    def redo(self, *, event_seq: int) -> Reply:
        """Put back the decision the page offered to put back.

        Raises
        ------
        Conflict
            If that is no longer what was undone last.
        """
        last = store.last_undone(store.load_events(self.workshop))
        if last is None or last.seq != event_seq:
            msg = N_("Somebody decided something meanwhile, so nothing was redone. Look again.")
            raise Conflict(msg)
        store.redo_last(self.workshop, actor=self.name)
        self._recompute_after(last)
        return Reply(notice=_("Redone: {what}").format(what=self.in_words(last)))

    def _recompute_after(self, turned: Event) -> None:
        if turned.kind is EventKind.STATEMENT_MARKED:  # the groups were computed with the mark
            self.start("opinions")

    def in_words(self, event: Event) -> str:
        """Return a decision in words, with labels and beginnings people know in place of ids."""
        (words,) = workflow.describe_events(self.workshop, [event])
        return words

    def start(self, kind: str, payload: Mapping[str, Any] | None = None) -> Job:
        """Give the worker something to do; the same thing twice is one."""
        job = store.enqueue(self.workshop, kind, payload or {}, actor=self.name)
        self._watched[job.id] = job
        return job

    def stop(self, *, job_id: int) -> Reply:
        """Ask the worker to stop."""
        store.cancel(self.workshop, job_id)
        return Reply(notice=_("The work stops as soon as it can."))

    def open_jobs(self) -> tuple[Job, ...]:
        """Return the work of this workshop that waits or runs, whoever asked for it."""
        jobs = store.load_open_jobs(self.workshop)
        self._watched.update({job.id: job for job in jobs})
        return jobs

    def job_in_words(self, job: Job) -> str:
        """Return what the worker is doing."""
        return _(JOB_NAMES[job.kind])

    def ended_jobs(self) -> list[tuple[str, str]]:
        """Return pairs of level and sentence for the work that ended since the last call."""
        waiting = {job.id for job in self.open_jobs()}
        ended = [store.load_job(self.workshop, key) for key in self._watched if key not in waiting]
        self._watched = {key: job for key, job in self._watched.items() if key in waiting}
        return [self.outcome(job) for job in ended]

    def outcome(self, job: Job) -> tuple[str, str]:
        """Return how a piece of work ended: a level and a sentence."""
        match job.state:
            case JobState.FAILED:
                return "error", job.message
            case JobState.CANCELLED:
                return "info", job.message or _(
                    "The work was stopped. What was finished before is kept."
                )
            case _:
                return "info", _("Ready: {what}").format(what=_(JOB_NAMES[job.kind]))

    def signature(self) -> tuple[object, ...]:
        """Return what changes whenever the page should look different."""
        jobs = tuple((job.id, job.state, job.progress, job.message) for job in self.open_jobs())
        return (store.last_seq(self.workshop), jobs)
