"""Review: what people decide of every paragraph of a document."""

from __future__ import annotations

from typing import Any, ClassVar

from toolkit import workflow
from toolkit.apps.reply import Reply
from toolkit.apps.state_document import MAX_TEXT, DocumentState
from toolkit.domain import Decision, EventKind
from toolkit.errors import NoSuchThing, TooEarly
from toolkit.i18n import N_, _, ngettext


class ReviewState(DocumentState):
    """One document of a workshop on its way from a draft to what people stand behind."""

    actions: ClassVar[tuple[str, ...]] = (
        "choose",
        "decide_block",
        "edit",
        "comment",
        "accept_all",
    )

    def view(self) -> dict[str, Any]:
        """Return the chosen document block by block, and what still stands in the way."""
        state = workflow.load_state(self.workshop)
        shared = self.chosen(state)
        draft = self.draft(state)
        return {**shared, "draft": draft and self.draft_view(draft, state)}

    def decide_block(self, *, block_id: str, decision: str, seq: int) -> Reply:
        """Accept or reject a block."""
        self.check_name()
        block = self.block(block_id)
        chosen = Decision(decision)
        if chosen is Decision.EDIT:
            raise NoSuchThing(N_("Write the new words of the paragraph and save them."))
        self.decide(
            EventKind.PARAGRAPH_DECIDED,
            {**self._about(block.id), "decision": chosen.value},
            seq=seq,
        )
        accepted = chosen is Decision.ACCEPT
        return Reply(notice=_("Paragraph accepted.") if accepted else _("Paragraph rejected."))

    def edit(self, *, block_id: str, text: str, seq: int) -> Reply:
        """Give a block the words somebody wrote."""
        self.check_name()
        block = self.block(block_id)
        text = text.strip()[:MAX_TEXT]
        if not text:
            raise TooEarly(N_("The paragraph is empty. Write something, or reject the paragraph."))
        self.decide(EventKind.PARAGRAPH_EDITED, {**self._about(block.id), "text": text}, seq=seq)
        return Reply(notice=_("The new words are saved."))

    def comment(self, *, block_id: str, text: str) -> Reply:
        """Add a remark; it decides nothing, so it is never in anybody's way."""
        self.check_name()
        block, text = self.block(block_id), text.strip()[:MAX_TEXT]
        if not text:
            raise TooEarly(N_("The comment is empty. Write something first."))
        payload = {**self._about(block.id), "text": text}
        workflow.decide(self.workshop, EventKind.COMMENT_ADDED, payload, actor=self.name)
        return Reply(notice=_("The comment is saved."))

    def accept_all(self) -> Reply:
        """Accept every block that waits, in the name of the person at the page."""
        self.check_name()
        n = workflow.accept_waiting(
            self.workshop, type=self.type, language=self.language, actor=self.name
        )
        done = ngettext("{n} paragraph accepted.", "{n} paragraphs accepted.", n)
        return Reply(notice=done.format(n=n))

    def _about(self, block_id: str) -> dict[str, Any]:
        return {"type": self.type, "language": self.language, "block_id": block_id}
