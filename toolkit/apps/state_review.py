"""Draft and review: every block as it reads, its evidence, and what people decide of it."""

from __future__ import annotations

from typing import Any, ClassVar

from toolkit import store, workflow
from toolkit.apps.reply import NameMissing, Reply
from toolkit.apps.review_view import block_view, document_remarks, is_outdated
from toolkit.apps.state import ScreenState
from toolkit.domain import (
    Block,
    Decision,
    Draft,
    EventKind,
    Workshop,
)
from toolkit.errors import NoSuchThing, TooEarly
from toolkit.i18n import N_, _, ngettext
from toolkit.publishing import writable_formats
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
MAX_TEXT = 5000


class ReviewState(ScreenState):
    """One document of a workshop on its way from a draft to a file."""

    actions: ClassVar[tuple[str, ...]] = (
        "choose",
        "compose",
        "decide_block",
        "edit",
        "comment",
        "accept_all",
        "write",
    )

    def __init__(self, workshop: Workshop) -> None:
        super().__init__(workshop)
        self.type = ""
        self._renewed: dict[str, int] = {}

    def outcome(self, job: Job) -> tuple[str, str]:
        """Say how the work ended; a draft that came out the same is up to date too."""
        if job.kind == "draft" and job.state is JobState.DONE:
            self._renewed[str(job.payload["type"])] = store.last_seq(self.workshop)
        return super().outcome(job)

    def view(self) -> dict[str, Any]:
        """Return the chosen document block by block, and what still stands in the way."""
        state = workflow.load_state(self.workshop)
        known = _known_types()
        if not self.type:
            self.type = next((name for name in known if name in state.drafts), next(iter(known)))
        shared = {
            "seq": state.seq,
            "types": [{"key": key, "label": label} for key, label in known.items()],
            "type": self.type,
            "has_sources": bool(state.sources),
            "formats": [{"key": key, "label": key.upper()} for key in writable_formats()],
        }
        draft = state.drafts.get(self.type)
        return {**shared, "draft": draft and self._draft(draft, state)}

    def _draft(self, draft: Draft, state: State) -> dict[str, Any]:
        merged = workflow.merge_draft(state, type=draft.type)
        whole, waiting = merged.draft, merged.waiting
        comments = state.comments.get(draft.type, ())
        gates = workflow.verify_present(self.workshop, type=draft.type)
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
                since=self._renewed.get(draft.type, 0),
            ),
            "errors": sum(gate.level == "error" for gate in gates),
            "loose_gates": document_remarks(gates, whole),
            "stale": [
                {"text": review.text, "author": review.author, "decision": review.decision.value}
                for review in state.stale_reviews.get(draft.type, ())
                if review.text
            ],
        }

    def choose(self, *, type: str) -> Reply:  # noqa: A002 - the word of the page
        """Turn to another document."""
        if type not in _known_types():
            raise NoSuchThing(N_("There is no such document. Choose one from the list."))
        self.type = type
        return Reply()

    def compose(self) -> Reply:
        """Have the worker write the draft; decisions on paragraphs that stay the same stay."""
        draft = workflow.load_state(self.workshop).draft(self.type)
        language = {"language": draft.language} if draft else {}
        self.start("draft", {"type": self.type, **language})
        return Reply(notice=_("The work has started. It goes on even if you leave the page."))

    def decide_block(self, *, block_id: str, decision: str, seq: int) -> Reply:
        """Accept or reject a block."""
        self._check_name()
        block = self._block(block_id)
        chosen = Decision(decision)
        if chosen is Decision.EDIT:
            raise NoSuchThing(N_("Write the new words of the paragraph and save them."))
        payload = {"type": self.type, "block_id": block.id, "decision": chosen.value}
        self.decide(EventKind.PARAGRAPH_DECIDED, payload, seq=seq)
        accepted = chosen is Decision.ACCEPT
        return Reply(notice=_("Paragraph accepted.") if accepted else _("Paragraph rejected."))

    def edit(self, *, block_id: str, text: str, seq: int) -> Reply:
        """Give a block the words somebody wrote."""
        self._check_name()
        block = self._block(block_id)
        text = text.strip()[:MAX_TEXT]
        if not text:
            raise TooEarly(N_("The paragraph is empty. Write something, or reject the paragraph."))
        payload = {"type": self.type, "block_id": block.id, "text": text}
        self.decide(EventKind.PARAGRAPH_EDITED, payload, seq=seq)
        return Reply(notice=_("The new words are saved."))

    def comment(self, *, block_id: str, text: str) -> Reply:
        """Add a remark; it decides nothing, so it is never in anybody's way."""
        self._check_name()
        block, text = self._block(block_id), text.strip()[:MAX_TEXT]
        if not text:
            raise TooEarly(N_("The comment is empty. Write something first."))
        payload = {"type": self.type, "block_id": block.id, "text": text}
        workflow.decide(self.workshop, EventKind.COMMENT_ADDED, payload, actor=self.name)
        return Reply(notice=_("The comment is saved."))

    def accept_all(self) -> Reply:
        """Accept every block that waits, in the name of the person at the page."""
        self._check_name()
        n = workflow.accept_waiting(self.workshop, type=self.type, actor=self.name)
        done = ngettext("{n} paragraph accepted.", "{n} paragraphs accepted.", n)
        return Reply(notice=done.format(n=n))

    def write(self, *, format: str, working_copy: bool) -> Reply:  # noqa: A002
        """Write the file and hand it to the browser.

        Raises
        ------
        UnreviewedDraft
            If paragraphs wait and the final document was asked for.
        """
        if format not in writable_formats():
            raise NoSuchThing(N_("There is no such file format. Choose one from the list."))
        path = workflow.publish_document(
            self.workshop,
            type=self.type,
            format=format,
            working_copy=working_copy,
            actor=self.name,
        )
        name = f"{self.workshop.id}-{path.name}"
        notice = _("The file is ready: {name}").format(name=name)
        return Reply(notice=notice, file_name=name, data=path.read_bytes())

    def _check_name(self) -> None:
        if not self.actor:
            msg = N_("Write your name at the top of the page first: decisions carry a name.")
            raise NameMissing(msg)

    def _block(self, block_id: str) -> Block:
        merged = workflow.merge_draft(workflow.load_state(self.workshop), type=self.type)
        for block in merged.draft.blocks:
            if block.id == block_id:
                return block
        raise NoSuchThing(N_("The paragraph is not there any more: the draft has been renewed."))


def _known_types() -> dict[str, str]:
    """Return the document types that can be drafted with their labels, one's own last."""
    names = workflow.outline_names()
    shipped = {name: _(label) for name, label in TYPES.items() if name in names}
    return {**shipped, **{name: name for name in names if name not in shipped}}
