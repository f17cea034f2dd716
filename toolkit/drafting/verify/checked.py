"""What a check of a block needs, and the remarks it makes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from toolkit.domain import Block, Findings, Gate, Note, SourceNote
from toolkit.drafting.records import recorded_texts
from toolkit.phrases import load_phrases
from toolkit.privacy import mask_personal_data


@dataclass(frozen=True, kw_only=True)
class Checked:
    """What the blocks of a draft are checked against."""

    language: str
    findings: Findings
    notes: Mapping[str, Note]
    listed: Mapping[str, SourceNote]
    labels: frozenset[str]
    answer: Callable[[str], int]

    @cached_property
    def recorded(self) -> tuple[str, ...]:
        """What people recorded after the workshop, as documents show it."""
        return tuple(text for text in recorded_texts(self.findings.proceedings) if text)

    def ref(self, note_id: str) -> str:
        """Return what people call a note; its id only when nothing else is known of it."""
        entry, note = self.listed.get(note_id), self.notes.get(note_id)
        return (entry and entry.ref) or (note and note.ref) or note_id

    def texts(self, note_id: str) -> tuple[str, ...]:
        """Return the words of a note, as written and as the appendix shows them."""
        if note_id not in self.notes:
            return ()
        text = self.notes[note_id].text
        word = load_phrases(self.language)["labels"]["masked"]
        return (text, mask_personal_data(text, word=word))


def error(gate: str, block: Block, message: str) -> Gate:
    """Make a remark that blocks publishing."""
    return Gate(gate=gate, level="error", block_id=block.id, message=message)


def warning(gate: str, block: Block, message: str) -> Gate:
    """Make a remark for people to think about."""
    return Gate(gate=gate, level="warning", block_id=block.id, message=message)
