"""What the steps that work on a document share: which one, in which language, how it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from toolkit import store, workflow
from toolkit.apps.document_kinds import language_views
from toolkit.apps.reply import Reply
from toolkit.apps.review_view import (
    block_view,
    document_remarks,
    is_outdated,
    lines_behind,
    may_be_outdated,
)
from toolkit.apps.state import ScreenState
from toolkit.domain import Block, Draft, Event, EventKind, Workshop
from toolkit.errors import NoSuchThing, TooEarly
from toolkit.i18n import LANGUAGES, N_, _, ngettext
from toolkit.store import Job, JobState, State
from toolkit.workflow.documents import CheckedDraft, is_current, load_checked

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
        self._checked: tuple[tuple[int, str, str], CheckedDraft] | None = None
        self._read: tuple[tuple[Event, ...], workflow.Present] | None = None
        self._current: tuple[object, bool] | None = None

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
        self.language = place[LANGUAGE] if place.get(LANGUAGE) in LANGUAGES else ""

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
            "languages": language_views(state, self.type),
            "has_sources": bool(state.sources),
        }

    def draft_view(self, draft: Draft, state: State) -> dict[str, Any]:
        """Return the document block by block, and what still stands in the way."""
        checked = self.checked()
        merged, gates = checked.merged, checked.gates
        whole, waiting = merged.draft, merged.waiting
        comments = state.comments.get(draft.type, ())
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
            "outdated": self.is_outdated(checked),
            "errors": sum(gate.level == "error" for gate in gates),
            "loose_gates": document_remarks(gates, whole),
            "stale": [
                {"text": review.text, "author": review.author, "decision": review.decision.value}
                for review in state.stale_reviews.get(draft.type, ())
                if review.text
            ],
        }

    def events(self) -> tuple[Event, ...]:
        """Return the log, read again only when it has grown."""
        return self._reread()[0]

    def present(self) -> workflow.Present:
        """Return the workshop as it is now, read again only when the log has grown."""
        return self._reread()[1]

    def _reread(self) -> tuple[tuple[Event, ...], workflow.Present]:
        seq = store.last_seq(self.workshop)
        if self._read is None or self._read[1].state.seq != seq:
            events = store.load_events(self.workshop)
            present = workflow.load_present(self.workshop, state=store.fold(events))
            self._read = events, present
        return self._read

    def checked(self) -> CheckedDraft:
        """Return the draft as people have left it with its remarks; kept until the log grows.

        Raises
        ------
        TooEarly
            If there is no draft.
        """
        present = self.present()
        key = (present.state.seq, self.type, self.language)
        if self._checked is None or self._checked[0] != key:
            made = load_checked(present, type=self.type, language=self.language)
            self._checked = (key, made)
        return self._checked[1]

    def is_outdated(self, checked: CheckedDraft) -> bool:
        """Whether composing the draft again would change it, or what it is made of has changed."""
        present, events = self.present(), self.events()
        draft = self.draft(present.state)
        since = self._renewed.get((self.type, self.language), 0)
        if draft is None or is_outdated(self.type, events, language=self.language, since=since):
            return True
        if not may_be_outdated(self.type, events, language=self.language, since=since):
            return False
        key = (draft, lines_behind(events))
        if self._current is None or self._current[0] != key:
            self._current = (key, is_current(present, draft, checked.findings))
        return not self._current[1]

    def check_preparer(self) -> None:
        """Refuse a decision on the words of the document from who may not make one."""
        self.check_name()

    def about(self, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - goes into the log as it is
        """Return what a decision on the document of the page says of it."""
        return {"type": self.type, "language": self.language, **more}

    def edit(self, *, block_id: str, text: str, seq: int) -> Reply:
        """Give a block the words somebody wrote."""
        self.check_preparer()
        block = self.block(block_id)
        text = text.strip()[:MAX_TEXT]
        if not text:
            raise TooEarly(N_("The paragraph is empty. Write something, or reject the paragraph."))
        self.decide(EventKind.PARAGRAPH_EDITED, self.about(block_id=block.id, text=text), seq=seq)
        return Reply(notice=_("The new words are saved."))

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
