"""Changing the words of a document in place, with the verification reading along."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from toolkit import drafting, review, workflow
from toolkit.apps.draft_view import gate_views, labels_of
from toolkit.apps.reply import Reply
from toolkit.apps.state_document import MAX_TEXT, DocumentState
from toolkit.domain import Block, Decision, EventKind, Gate, Review, Workshop
from toolkit.errors import NoSuchThing
from toolkit.i18n import N_, _, current_language
from toolkit.paragraphs import block_text, cited_ids
from toolkit.phrases import load_phrases
from toolkit.store import Job
from toolkit.workflow.documents import CheckedDraft


class WordsState(DocumentState):
    """One document whose paragraphs people write anew, lock, or give back to the tool."""

    def __init__(self, workshop: Workshop) -> None:
        super().__init__(workshop)
        self._ended = 0

    def outcome(self, job: Job) -> tuple[str, str]:
        """Say how the work ended, and have the page look again: what came of it may be no event."""
        self._ended += 1
        return super().outcome(job)

    def signature(self) -> tuple[object, ...]:
        """Return what changes whenever the page should look different."""
        seq, *others = super().signature()
        return ((seq, self._ended), *others)

    def check_words(self, *, block_id: str, text: str) -> Reply:
        """Verify the document as it would be with these words, storing nothing.

        ``extra`` holds JSON: ``block_id``, ``text`` as checked, ``remarks`` on the paragraph and
        those that the words would bring elsewhere, what to do about each, and ``lost``: the labels
        of the notes that the paragraph would no longer cite.
        """
        checked = self.checked()
        block = _find(checked, block_id)
        text = text[:MAX_TEXT]
        review_ = Review(
            block_id=block_id,
            decision=Decision.EDIT,
            text=text.strip(),
            author=self.name,
            made_at=datetime.max.replace(tzinfo=UTC),
            **_place_of(checked, block_id),
        )
        sources = drafting.source_notes(checked.findings, language=checked.draft.language)
        wordings = (*checked.merged.wordings, review_)
        edited = review.apply_edits(checked.merged.draft, wordings, sources=sources)
        found = workflow.verify_draft(edited, checked.findings, base=checked.merged.draft)
        known = {(gate.block_id, gate.message) for gate in checked.gates}
        new = [g for g in found if g.block_id == block_id or (g.block_id, g.message) not in known]
        now = next((one for one in edited.blocks if one.id == block_id), None)
        kept = cited_ids(now) if now else ()
        refs = labels_of(sources, checked.merged.draft.sources)
        lost = [refs.get(key, key) for key in cited_ids(block) if key not in kept]
        extra = {"block_id": block_id, "text": text, "remarks": with_advice(new), "lost": lost}
        return Reply(extra=json.dumps(extra))

    def take(self, *, block_id: str, seq: int, offer: bool = False) -> Reply:
        """Let the tool's words stand in place of a person's.

        Parameters
        ----------
        offer
            Whether those put together of both are meant, instead of the tool's alone.
        """
        self.check_name()
        checked = self.checked()
        if offer:
            renewed = checked.merged.by_block.get(block_id)
            text = renewed.after if renewed else ""
        else:
            refs = labels_of(checked.draft.sources, checked.merged.draft.sources)
            text = block_text(self.block(block_id), refs=refs, language=self.language)
        if not text:
            raise NoSuchThing(N_("There are no words of the tool to take here any more."))
        self.decide(EventKind.PARAGRAPH_EDITED, self.about(block_id=block_id, text=text), seq=seq)
        return Reply(notice=_("The words of the tool stand in the paragraph now."))

    def lock(self, *, block_id: str, locked: bool, seq: int) -> Reply:
        """Keep the words of a paragraph whatever the tool writes later, or let them change."""
        self.check_name()
        block = self.block(block_id)
        payload = self.about(block_id=block.id, locked=locked)
        self.decide(EventKind.PARAGRAPH_LOCKED, payload, seq=seq)
        return Reply(
            notice=_("The paragraph is locked: renewing the draft does not change it.")
            if locked
            else _("The paragraph is open again.")
        )


def with_advice(gates: list[Gate]) -> list[dict[str, str]]:
    """Return remarks, each with what to do about it, in the language of the page."""
    words = load_phrases(current_language())["report"]
    return [
        {**view, "todo": words.get(f"{view['gate']}_todo", words["other_todo"])}
        for view in gate_views(gates)
    ]


def _find(checked: CheckedDraft, block_id: str) -> Block:
    blocks = (*checked.draft.blocks, *checked.merged.draft.blocks)
    for block in blocks:
        if block.id == block_id:
            return block
    raise NoSuchThing(N_("The paragraph is not there any more: the draft has been renewed."))


def _place_of(checked: CheckedDraft, block_id: str) -> dict[str, Any]:
    """Return where a block that a person added stands; nothing for one of the draft."""
    renewed = checked.merged.by_block.get(block_id)
    if renewed is None or renewed.review.after is None:
        return {}
    return {"after": renewed.review.after, "place": renewed.review.place}
