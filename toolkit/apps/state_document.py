"""What the steps that work on a document share: which one, in which language, how it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from toolkit import store, workflow
from toolkit.apps.reply import Reply
from toolkit.apps.review_view import block_view, document_remarks, is_outdated
from toolkit.apps.state import ScreenState
from toolkit.domain import Block, Draft, Workshop
from toolkit.errors import NoSuchThing
from toolkit.i18n import LANGUAGES, N_, _, ngettext
from toolkit.store import Job, JobState, State

TYPES = {
    "tyopajan-yhteenveto": N_("Summary of the workshop"),
    "koonti": N_("Synthesis over workshops and groups"),
    "polis-kooste": N_("Polis digest"),
    "julkilausuma": N_("Declaration"),
    "osallisuusohjelma": N_("Draft participation programme"),
    "palaute": N_("Feedback to participants"),
    "lausuntoyhteenveto": N_("Summary of comments"),
    "paattajan-tiivistelma": N_("One-page brief for decision-makers"),
}
TYPE, LANGUAGE = "asiakirja", "asiakieli"
"""What the address calls the document and its language."""

MAX_TEXT = 5000


class DocumentState(ScreenState):
    """One document of a workshop, chosen in the address of the page."""

    def __init__(self, workshop: Workshop) -> None:
        super().__init__(workshop)
        self.type = ""
        self.language = ""
        self._renewed: dict[tuple[str, str], int] = {}

    @property
    def place(self) -> dict[str, str]:
        """The document, and its language when it is not that of the workshop."""
        own = self.language not in {"", self.workshop.language}
        return {TYPE: self.type, LANGUAGE: self.language if own else ""}

    @property
    def document_place(self) -> dict[str, str]:
        """The document goes along to the other steps about documents."""
        return self.place

    def go_to(self, place: Mapping[str, str]) -> None:
        """Turn to the document that the address names, if there is such a one."""
        if place.get(TYPE) in known_types():
            self.type = place[TYPE]
        if place.get(LANGUAGE) in LANGUAGES:
            self.language = place[LANGUAGE]

    def choose(self, *, type: str, language: str = "") -> Reply:  # noqa: A002 - the word of the page
        """Turn to another document, or to the same in another language."""
        if type not in known_types() or language not in {"", *LANGUAGES}:
            raise NoSuchThing(N_("There is no such document. Choose one from the list."))
        self.type = type
        self.language = language
        return Reply()

    def outcome(self, job: Job) -> tuple[str, str]:
        """Say how the work ended; a draft that came out the same is up to date too."""
        if job.kind == "draft" and job.state is JobState.DONE:
            made = (str(job.payload["type"]), str(job.payload.get("language", "")))
            self._renewed[made] = store.last_seq(self.workshop)
        return super().outcome(job)

    def chosen(self, state: State) -> dict[str, Any]:
        """Return which documents there are and which one the page is about."""
        known = known_types()
        if not self.type:
            self.type = next((name for name in known if name in state.drafts), next(iter(known)))
        newest = state.drafts.get(self.type)
        self.language = self.language or (newest.language if newest else self.workshop.language)
        return {
            "seq": state.seq,
            "types": [
                {"key": key, "label": label, "drafted": key in state.drafts}
                for key, label in known.items()
            ],
            "type": self.type,
            "type_label": known[self.type],
            "language": self.language,
            "has_sources": bool(state.sources),
        }

    def draft_view(self, draft: Draft, state: State) -> dict[str, Any]:
        """Return the document block by block, and what still stands in the way."""
        merged = workflow.merge_draft(state, type=draft.type, language=draft.language)
        whole, waiting = merged.draft, merged.waiting
        comments = state.comments.get(draft.type, ())
        gates = workflow.verify_present(self.workshop, type=draft.type, language=draft.language)
        n_all = sum(block.needs_decision for block in whole.blocks)
        left = ngettext("{n} paragraph waits", "{n} paragraphs wait", len(waiting))
        return {
            "title": draft.title,
            "language": draft.language,
            "meta": [[label, value] for label, value in draft.meta.items()],
            "blocks": [
                block_view(block, whole, merged.by_block.get(block.id), comments, gates)
                for block in whole.blocks
            ],
            "n_all": n_all,
            "n_decided": n_all - len(waiting),
            "n_waiting": len(waiting),
            "waiting_text": left.format(n=len(waiting)) if waiting else _("All decided"),
            "outdated": is_outdated(
                draft.type,
                store.load_events(self.workshop),
                language=draft.language,
                since=self._renewed.get((draft.type, draft.language), 0),
            ),
            "errors": sum(gate.level == "error" for gate in gates),
            "loose_gates": document_remarks(gates, whole),
            "stale": [
                {"text": review.text, "author": review.author, "decision": review.decision.value}
                for review in state.stale_reviews.get(draft.type, ())
                if review.text
            ],
        }

    def draft(self, state: State) -> Draft | None:
        """Return the draft of the chosen document in its language; None before it is composed."""
        return state.draft(self.type, self.language)

    def block(self, block_id: str) -> Block:
        """Return a block of the present draft.

        Raises
        ------
        NoSuchThing
            If it is not there.
        """
        state = workflow.load_state(self.workshop)
        merged = workflow.merge_draft(state, type=self.type, language=self.language)
        for block in merged.draft.blocks:
            if block.id == block_id:
                return block
        raise NoSuchThing(N_("The paragraph is not there any more: the draft has been renewed."))


def known_types() -> dict[str, str]:
    """Return the document types that can be drafted with their labels, one's own last."""
    names = workflow.outline_names()
    shipped = {name: _(label) for name, label in TYPES.items() if name in names}
    return {**shipped, **{name: name for name in names if name not in shipped}}
