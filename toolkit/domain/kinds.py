"""What a note does: worries, proposes, thanks, asks or states."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

# Nineteen of twenty such suggestions are right; measured by benchmarks/kinds.py.
_CERTAIN = 2.0


class NoteKind(StrEnum):
    """What the writer of a note would be most disappointed to see overlooked."""

    WORRY = "huoli"
    PROPOSAL = "ehdotus"
    THANKS = "kiitos"
    QUESTION = "kysymys"
    STATEMENT = "toteamus"


@dataclass(frozen=True, slots=True, kw_only=True)
class KindSuggestion:
    """The machine's suggestion of what a note does, and why; people decide.

    Attributes
    ----------
    note_id
        The note.
    kind
        What it seems to do.
    reason
        Code of the strongest sign, such as ``"asks"``; ``kinds.tell_reason`` says it in words.
    words
        The words of the note (or of the example or question) that the sign is; may be empty.
    margin
        How far the kind is ahead of the next one, in the weights of ``kinds``; 0 or more.
    """

    note_id: str
    kind: NoteKind
    reason: str
    words: str = ""
    margin: float = 0.0

    @property
    def certain(self) -> bool:
        """Whether the signs speak clearly for one kind."""
        return self.margin >= _CERTAIN
