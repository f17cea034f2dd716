"""What a check of a block needs, and the remarks it makes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from toolkit.domain import Block, Findings, Gate, Note, NumberRun, SourceNote
from toolkit.drafting.records import recorded_texts
from toolkit.paragraphs import block_runs
from toolkit.phrases import load_phrases
from toolkit.privacy import has_personal_data, mask_personal_data


class WordReader(Protocol):
    """A dictionary of the language of the draft."""

    def misspelt(self, text: str) -> tuple[str, ...]:
        """Return the words of a text that no dictionary has."""

    def people(self, text: str) -> tuple[str, ...]:
        """Return the names of people in a text."""


@dataclass(frozen=True, kw_only=True)
class Checked:
    """What the blocks of a draft are checked against.

    Attributes
    ----------
    base
        The blocks as composed, by id; empty when nobody knows them.
    """

    language: str
    findings: Findings
    notes: Mapping[str, Note]
    listed: Mapping[str, SourceNote]
    labels: frozenset[str]
    answer: Callable[[str], int]
    base: Mapping[str, Block]
    reader: WordReader | None = None

    @cached_property
    def recorded(self) -> tuple[str, ...]:
        """What people recorded after the workshop, as documents show it."""
        return tuple(text for text in recorded_texts(self.findings.proceedings) if text)

    @cached_property
    def telling_records(self) -> tuple[str, ...]:
        """Those of the recorded texts that hold personal data."""
        return tuple(filter(has_personal_data, self.recorded))

    def ref(self, note_id: str) -> str:
        """Return what people call a note; its id only when nothing else is known of it."""
        entry, note = self.listed.get(note_id), self.notes.get(note_id)
        return (entry and entry.ref) or (note and note.ref) or note_id

    def composed(self, block: Block) -> Block:
        """Return the block as it was composed, or as it is when nobody knows."""
        return self.base.get(block.id, block)

    def rests_on_material(self, block: Block) -> bool:
        """Tell whether a block claims or counts something of the material."""
        base = self.composed(block)
        counts = any(isinstance(run, NumberRun) for run in block_runs(base))
        return base.is_finding or block.is_finding or counts

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
