"""Follow-up: what participants proposed, what was decided of it and why."""

from __future__ import annotations

from typing import Any, ClassVar

from toolkit import workflow
from toolkit.apps.reply import Reply
from toolkit.apps.state import ScreenState
from toolkit.domain import Outcome, ProposalDecision
from toolkit.errors import NoSuchThing
from toolkit.i18n import N_, _


class OutcomeState(ScreenState):
    """The proposals of a workshop and their outcomes."""

    actions: ClassVar[tuple[str, ...]] = ("decide_proposal",)

    def view(self) -> dict[str, Any]:
        """Return every proposal with what has been decided of it."""
        state = workflow.load_state(self.workshop)
        found = workflow.load_proposals(self.workshop) if state.sources else ()
        return {
            "seq": state.seq,
            "has_sources": bool(state.sources),
            "outcomes": [
                {"key": key.value, "label": _(label)} for key, label in workflow.OUTCOMES.items()
            ],
            "proposals": [
                {
                    "id": one.id,
                    "ref": one.ref,
                    "text": one.text,
                    "theme": one.theme,
                    "outcome": one.decision.outcome.value if one.decision else "",
                    "body": one.decision.body if one.decision else "",
                    "reason": one.decision.reason if one.decision else "",
                }
                for one in found
            ],
        }

    def decide_proposal(self, *, proposal_id: str, outcome: str, body: str, reason: str) -> Reply:
        """Record what a body decided of a proposal and why."""
        self.check_name()
        if outcome not in {one.value for one in Outcome}:
            raise NoSuchThing(N_("There is no such outcome. Choose one from the list."))
        made = ProposalDecision(
            proposal_id=proposal_id,
            outcome=Outcome(outcome),
            body=body.strip(),
            reason=reason.strip(),
        )
        workflow.record_decision(self.workshop, proposal_id, made, actor=self.name)
        return Reply(notice=_("The decision is recorded."))
