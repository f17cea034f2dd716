"""Follow-up: what participants proposed, what was decided of it and why, and telling them."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from toolkit import publishing, store, workflow
from toolkit.apps.conflicts import clashes
from toolkit.apps.outcome_view import (
    feedback_view,
    iso_date,
    proposals_view,
)
from toolkit.apps.reply import Reply
from toolkit.apps.state_outcome_sheet import SheetState
from toolkit.domain import EventKind, Level, Outcome, ProposalDecision, ProposalPlan, Workshop
from toolkit.drafting import preset_names
from toolkit.errors import BadName, NoSuchThing
from toolkit.i18n import LANGUAGES, N_, _, in_language, ngettext
from toolkit.workflow import FEEDBACK

PARTS = {
    "ehdotukset": N_("Proposals and decisions"),
    "palaute": N_("Feedback and results card"),
    "luvut": N_("Numbers"),
}
"""Part of the page, as the address calls it → its name."""

PART, LANGUAGE = "osa", "asiakieli"
_LONGEST = 2000


class OutcomeState(SheetState):
    """The proposals of a workshop, their outcomes, and what participants are told of them."""

    actions: ClassVar[tuple[str, ...]] = (
        "choose_language",
        "decide_proposals",
        "plan_proposal",
        *SheetState.actions,
        "compose_feedback",
        "show_card",
        "write_card",
        "write_numbers",
    )

    def __init__(self, workshop: Workshop) -> None:
        super().__init__(workshop)
        self.part = "ehdotukset"
        self.language = workshop.language

    @property
    def place(self) -> dict[str, str]:
        """The part of the page, and the language of the feedback when it is another."""
        own = self.language != self.workshop.language
        part = "" if self.part == "ehdotukset" else self.part
        return {PART: part, LANGUAGE: self.language if own else ""}

    def go_to(self, place: Mapping[str, str]) -> None:
        """Turn to the part and the language that the address names."""
        self.part = place[PART] if place.get(PART) in PARTS else "ehdotukset"
        known = place.get(LANGUAGE) in LANGUAGES
        self.language = place[LANGUAGE] if known else self.workshop.language

    def choose_language(self, *, language: str) -> Reply:
        """Choose what language the feedback and the card are in."""
        self.language = _known(language, LANGUAGES)
        return Reply()

    def view(self) -> dict[str, Any]:
        """Return the part of the page that has been chosen."""
        state = workflow.load_state(self.workshop)
        shown: dict[str, Any] = {
            "seq": state.seq,
            "has_sources": bool(state.sources),
            "part": self.part,
            "parts": [
                {"key": key, "label": _(label), "place": {PART: "" if key == "ehdotukset" else key}}
                for key, label in PARTS.items()
            ],
            "limits": self.upload_limits,
        }
        if not state.sources:
            return shown
        if self.part == "ehdotukset":
            return {**shown, **proposals_view(self.workshop, state), "sheet": self.sheet_view()}
        if self.part == "palaute":
            return {**shown, "feedback": feedback_view(self.workshop, state, self.language)}
        measures = workflow.load_measures(self.workshop)
        plain = [store.to_plain(one) for one in measures]
        return {**shown, "measures": plain}

    def decide_proposals(
        self,
        *,
        proposal_ids: Sequence[str],
        outcome: str,
        body: str,
        reason: str,
        date: str = "",
        seq: int,
    ) -> Reply:
        """Record what a body decided of one or more proposals; of all of them or of none.

        Raises
        ------
        BadName
            If the body or the reason is empty, or the date is no date.
        Conflict
            If somebody else recorded a decision on one of them meanwhile.
        """
        self.check_name()
        what = Outcome(_known(outcome, [one.value for one in Outcome]))
        if not body.strip() or not reason.strip():
            raise BadName(N_("Write who decided and why: participants are told both."))
        day = iso_date(date)
        payloads = [
            store.to_plain(
                ProposalDecision(
                    proposal_id=key,
                    outcome=what,
                    body=body.strip()[:200],
                    reason=reason.strip()[:_LONGEST],
                    date=day,
                )
            )
            for key in proposal_ids
        ]
        later = [e for e in store.load_events(self.workshop, after=seq) if e.seq not in self._own]
        # One that clashes goes first, so that it is refused before anything is recorded.
        for payload in sorted(payloads, key=lambda one: not clashes(one, later)):
            self.decide(EventKind.PROPOSAL_DECIDED, payload, seq=seq)
        n = len(payloads)
        done = ngettext("{n} decision recorded.", "{n} decisions recorded.", n).format(n=n)
        undo = _("Undo takes them back one at a time.")
        return Reply(notice=f"{done} {undo}" if n > 1 else done)

    def plan_proposal(
        self, *, proposal_id: str, level: str, texts: Mapping[str, str], seq: int
    ) -> Reply:
        """Record what carrying out a proposal would take."""
        self.check_name()
        fields = {key: str(texts.get(key, "")).strip()[:_LONGEST] for key in workflow.PLAN_COLUMNS}
        meant = Level(_known(level, [one.value for one in Level])) if level else None
        plan = ProposalPlan(proposal_id=proposal_id, level=meant, **fields)
        self.decide(EventKind.PROPOSAL_PLANNED, store.to_plain(plan), seq=seq)
        return Reply(notice=_("The plan is recorded."))

    def compose_feedback(self, *, preset: str) -> Reply:
        """Have the worker write the draft of the feedback in the language chosen."""
        payload = {
            "type": FEEDBACK,
            "language": self.language,
            "preset": _known(preset, preset_names(FEEDBACK)),
        }
        self.start("draft", payload)
        return Reply(notice=_("The work has started. It goes on even if you leave the page."))

    def show_card(self) -> Reply:
        """Draw the results card; ``extra`` is JSON with ``src`` and ``alt``."""
        card = workflow.make_results_card(self.workshop, language=self.language)
        picture = b64encode(publishing.render_card_picture(card)).decode()
        shown = {
            "src": f"data:image/png;base64,{picture}",
            "alt": publishing.describe_card(card),
        }
        return Reply(extra=json.dumps(shown))

    def write_card(self, *, format: str) -> Reply:  # noqa: A002 - the word of the page
        """Hand the results card to the browser as ``"html"`` or ``"png"``."""
        card = workflow.make_results_card(self.workshop, language=self.language)
        renderers = {
            "html": publishing.render_card_page,
            "png": publishing.render_card_picture,
        }
        render = renderers[_known(format, list(renderers))]
        with in_language(self.language):
            name = f"{self.workshop.id}-{store.slug(_('Results card'))}.{format}"
        notice = _("The file is ready: {name}").format(name=name)
        return Reply(notice=notice, file_name=name, data=render(card))

    def write_numbers(self) -> Reply:
        """Hand the numbers to the browser as a CSV."""
        rows = workflow.measures_table(workflow.load_measures(self.workshop))
        name = f"{self.workshop.id}-{store.slug(_('Numbers'))}.csv"
        notice = _("The file is ready: {name}").format(name=name)
        return Reply(notice=notice, file_name=name, data=publishing.table_as_csv(rows))

    def signature(self) -> tuple[object, ...]:
        """Return what changes whenever the page should look different."""
        seq, jobs = super().signature()
        return ((seq, self.part, self.language), jobs)


def _known(word: str, words: Sequence[str]) -> str:
    if word not in words:
        raise NoSuchThing(N_("There is no such choice. Choose one from the list."))
    return word
