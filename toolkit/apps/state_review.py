"""Review: what people decide of every paragraph of a document."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, ClassVar

from toolkit import workflow
from toolkit.apps.reply import Reply
from toolkit.apps.review_blocks import with_remarks
from toolkit.apps.state_document import MAX_TEXT
from toolkit.apps.state_review_copies import CopiesState
from toolkit.apps.state_review_hearing import HearingState
from toolkit.apps.state_review_roles import PART, PARTS
from toolkit.apps.state_review_signing import SigningState
from toolkit.domain import Decision, EventKind
from toolkit.errors import NoSuchThing, TooEarly
from toolkit.i18n import N_, _, ngettext
from toolkit.store import State


class ReviewState(CopiesState, HearingState, SigningState):
    """One document of a workshop on its way from a draft to what people stand behind."""

    actions: ClassVar[tuple[str, ...]] = (
        "choose",
        "turn",
        "decide_block",
        "edit",
        "comment",
        "handle_comment",
        "accept_facts",
        "accept_all",
        "propose",
        *CopiesState.upload_actions,
        "read_copies",
        "settle",
        "settle_all",
        "open_round",
        "record_heard",
        "propose_amendment",
        "answer_amendment",
        "give_role",
        "sign",
    )

    def view(self) -> dict[str, Any]:
        """Return the part of the review the page is at, and what the other parts hold."""
        state = workflow.load_state(self.workshop)
        shared = {
            **self.chosen(state),
            "part": self.part,
            "shown": self.shown,
            "commenting": self.commenting,
            "link": self.commenters_address(),
        }
        draft = self.draft(state)
        if draft is None:
            return {**shared, "draft": None}
        waiting = self.open_changes(state)
        part = "kohdat" if self.commenting else self.part
        own: dict[str, Any] = {"draft": {"title": draft.title}}
        if part in {"kohdat", "allekirjoitus"}:
            view = self.draft_view(draft, state)
            comments = state.comments.get(draft.type, ())
            here = [one for one in waiting if one.change.language == draft.language]
            own["draft"] = with_remarks(view, draft, comments, here)
        match part:
            case "palautetut":
                own["copies"] = self.copies_view(waiting)
            case "lausuntokierros":
                own["hearing"] = self.hearing_view(state)
            case "allekirjoitus":
                own["signing"] = self.signing_view(state, own["draft"], n_changes=len(waiting))
            case "versiot":
                own["compared"] = self.versions_view()
        return {**shared, **own, "part": part, "parts": self._parts(state, len(waiting))}

    def _parts(self, state: State, n_changes: int) -> list[dict[str, Any]]:
        """Return the parts of the step with what waits in each."""
        merged = workflow.merge_draft(state, type=self.type, language=self.language)
        hearing = state.hearings.get(self.type)
        unheard = sum(body.way is None for body in hearing.bodies) if hearing else 0
        unanswered = sum(one.answer is None for one in hearing.amendments) if hearing else 0
        counts = {
            "kohdat": len(merged.waiting),
            "palautetut": n_changes,
            "lausuntokierros": unheard + unanswered,
        }
        waits = {
            key: ngettext("{n} waits", "{n} wait", n).format(n=n) for key, n in counts.items() if n
        }
        return [
            {
                "key": key,
                "label": _(label),
                "note": waits.get(key, ""),
                "place": {PART: "" if key == "kohdat" else key},
            }
            for key, label in PARTS.items()
        ]

    def decide_block(self, *, block_id: str, decision: str, seq: int) -> Reply:
        """Accept or reject a block."""
        self.check_preparer()
        block = self.block(block_id)
        chosen = Decision(decision)
        if chosen is Decision.EDIT:
            raise NoSuchThing(N_("Write the new words of the paragraph and save them."))
        self.decide(
            EventKind.PARAGRAPH_DECIDED,
            self.about(block_id=block.id, decision=chosen.value),
            seq=seq,
        )
        accepted = chosen is Decision.ACCEPT
        return Reply(notice=_("Paragraph accepted.") if accepted else _("Paragraph rejected."))

    def comment(self, *, block_id: str, text: str) -> Reply:
        """Add a remark; it decides nothing, so it is never in anybody's way."""
        self.check_name()
        block, text = self.block(block_id), text.strip()[:MAX_TEXT]
        if not text:
            raise TooEarly(N_("The comment is empty. Write something first."))
        payload = self.about(block_id=block.id, text=text)
        workflow.decide(self.workshop, EventKind.COMMENT_ADDED, payload, actor=self.name)
        return Reply(notice=_("The comment is saved."))

    def handle_comment(self, *, block_id: str, comment_id: str, answer: str = "") -> Reply:
        """Say that a comment needs nothing more, with an answer if there is one."""
        self.check_preparer()
        comments = workflow.load_state(self.workshop).comments.get(self.type, ())
        if all(one.id != comment_id or one.block_id != block_id for one in comments):
            raise NoSuchThing(N_("The comment is not there any more: somebody has taken it back."))
        payload = self.about(
            block_id=block_id, comment_id=comment_id, answer=answer.strip()[:MAX_TEXT]
        )
        workflow.decide(self.workshop, EventKind.COMMENT_HANDLED, payload, actor=self.name)
        return Reply(notice=_("The comment is marked as handled."))

    def accept_facts(self, *, block_ids: Collection[str], seq: int) -> Reply:
        """Accept the facts of a section, which the person has seen on the page."""
        self.check_preparer()
        return self._accept(block_ids, seq=seq)

    def accept_all(self, *, seq: int | None = None) -> Reply:
        """Accept every block that waits, in the name of the person at the page."""
        self.check_preparer()
        return self._accept(None, seq=seq)

    def _accept(self, block_ids: Collection[str] | None, *, seq: int | None) -> Reply:
        state = workflow.load_state(self.workshop)
        payload = workflow.accept_payload(state, block_ids=block_ids, **self.about())
        n = len(payload["block_ids"])
        if n:
            base = state.seq if seq is None else seq
            self.decide(EventKind.PARAGRAPHS_ACCEPTED, payload, seq=base)
        done = ngettext("{n} paragraph accepted.", "{n} paragraphs accepted.", n)
        return Reply(notice=done.format(n=n))
