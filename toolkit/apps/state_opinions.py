"""Opinion groups: who voted alike, and what unites, divides and leaves people unsure."""

from __future__ import annotations

from typing import Any, ClassVar

from toolkit import workflow
from toolkit.apps.frame import count_votes
from toolkit.apps.opinions_view import groups_view
from toolkit.apps.reply import Reply
from toolkit.apps.rounds_view import rounds_view
from toolkit.apps.state import ScreenState
from toolkit.domain import EventKind, StatementResult
from toolkit.errors import NoSuchThing
from toolkit.i18n import N_, _
from toolkit.store import Job, JobState, State

STARTED = N_("The work has started. It goes on even if you leave the page.")


class OpinionsState(ScreenState):
    """The votes of a workshop and the groups they show."""

    actions: ClassVar[tuple[str, ...]] = (
        "compute",
        "recompute",
        "use_imported",
        "name_group",
        "mark_statement",
        "choose_statement",
    )

    def view(self) -> dict[str, Any]:
        """Return the groups and the statements; of people only places on the map, without ids."""
        state = workflow.load_state(self.workshop)
        shared = {"seq": state.seq, "has_votes": count_votes(state) > 0}
        if state.opinion_groups is None:
            return {**shared, "groups": None}
        findings = workflow.load_findings(self.workshop)
        return {
            **shared,
            **groups_view(state.opinion_groups, findings.items, background_now(state)),
            "talked_of": [key for key, _kind in findings.talked_of],
            "outdated": is_outdated(state),
            "n_groups": state.group_input.get("settings", {}).get("n_groups") or 0,
            "checks": checks_of_votes(state),
            "rounds": rounds_view(workflow.load_rounds(self.workshop, state=state)),
        }

    def outcome(self, job: Job) -> tuple[str, str]:
        """Return how a piece of work ended; groups that a mark overtook are computed again."""
        done = job.kind == "opinions" and job.state is JobState.DONE
        if done and is_outdated(workflow.load_state(self.workshop)):
            self.start("opinions")
        return super().outcome(job)

    def compute(self) -> Reply:
        """Have the worker compute the groups."""
        self.start("opinions")
        return Reply(notice=_(STARTED))

    def recompute(self, *, n_groups: int = 0) -> Reply:
        """Have the worker compute the groups from the votes; 0 lets it choose how many."""
        self.start("opinions", {"n_groups": n_groups} if n_groups else {"recompute": True})
        return Reply(notice=_(STARTED))

    def use_imported(self) -> Reply:
        """Go back to the groups of the export."""
        self.start("opinions", {"imported": True})
        return Reply(notice=_(STARTED))

    def name_group(self, *, group_id: str, name: str, seq: int) -> Reply:
        """Give a group the name people use; an empty name takes it away."""
        groups = workflow.load_state(self.workshop).opinion_groups
        if groups is None or group_id not in {group.id for group in groups.groups}:
            raise NoSuchThing(N_("The opinion group is not there any more. Reload the page."))
        name = " ".join(name.split())[:80]
        self.decide(EventKind.GROUP_NAMED, {"group_id": group_id, "name": name}, seq=seq)
        return Reply(notice=_("The group is now called: {name}").format(name=name or group_id))

    def mark_statement(self, *, statement_id: str, is_meta: bool, seq: int) -> Reply:
        """Take a statement out of the forming of groups, or back into it, and compute again."""
        state = workflow.load_state(self.workshop)
        result = self._result(statement_id)
        if background_now(state).get(statement_id, result.is_meta) != is_meta:
            payload = {"statement_id": statement_id, "is_meta": is_meta}
            self.decide(EventKind.STATEMENT_MARKED, payload, seq=seq)
        self.start("opinions")
        words = (
            _("The statement {ref} is now a background statement. The groups are computed again.")
            if is_meta
            else _("The statement {ref} is an ordinary one again. The groups are computed again.")
        )
        return Reply(notice=words.format(ref=result.ref))

    def choose_statement(self, *, statement_id: str, taken: bool, seq: int) -> Reply:
        """Take a statement to the round table, or leave it out."""
        self._result(statement_id)
        payload = {"statement_id": statement_id, "choice": "take" if taken else "leave"}
        self.decide(EventKind.STATEMENT_CHOSEN, payload, seq=seq)
        words = (
            _("The statement {ref} goes to the round table.")
            if taken
            else _("The statement {ref} is left out of the round table.")
        )
        return Reply(notice=words.format(ref=self._result(statement_id).ref))

    def _result(self, statement_id: str) -> StatementResult:
        state = workflow.load_state(self.workshop)
        for result in state.opinion_groups.statements if state.opinion_groups else ():
            if result.id == statement_id:
                return result
        raise NoSuchThing(N_("The statement is not there any more. Reload the page."))


def background_now(state: State) -> dict[str, bool]:
    """Return what people say of statements, and what they took back since the groups were computed.

    A mark that was undone stands in the results until then, so its opposite is what counts.
    """
    used = dict(state.group_input.get("background", ()))
    return {**{key: not is_meta for key, is_meta in used.items()}, **state.background}


def is_outdated(state: State) -> bool:
    """Whether the marks of people are not those that the groups were computed with."""
    now = background_now(state)
    results = state.opinion_groups.statements if state.opinion_groups else ()
    return any(now.get(result.id, result.is_meta) != result.is_meta for result in results)


def checks_of_votes(state: State) -> list[dict[str, Any]]:
    """Return what was tested in the file that the opinion groups were computed from."""
    checks = state.votes_receipt.checks if state.votes_receipt else ()
    return [{"passed": check.passed, "text": check.message} for check in checks]
