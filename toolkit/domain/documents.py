"""Drafts and documents: typed blocks of typed runs, so that every claim can be checked again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Literal

from toolkit.domain.proceedings import Signature


class Unit(StrEnum):
    """What is counted. Different units are never added up or worded as one another."""

    NOTE = "note"
    PARTICIPANT = "participant"
    VOTE = "vote"
    STATEMENT = "statement"
    THEME = "theme"
    TABLE = "table"
    OPINION_GROUP = "opinion_group"
    PROPOSAL = "proposal"
    EVENT = "event"
    STAKEHOLDER_GROUP = "stakeholder_group"
    BODY = "body"
    SUBMISSION = "submission"
    AMENDMENT = "amendment"
    RESPONDENT = "respondent"
    SELECTION = "selection"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRun:
    """Words of the template or of a person."""

    kind: Literal["text"] = "text"
    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CiteRun:
    """A citation: shown as ``[T1-031, T1-044]``, linked to the source appendix."""

    kind: Literal["cite"] = "cite"
    note_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRun:
    """A number that can be counted again.

    Attributes
    ----------
    query
        What was counted, such as ``"notes(theme=t-3fa2)"``; see ``findings.answer_query``.
    text
        The number as it is worded, such as ``"14 merkintää"`` or ``"kolme"``.
    """

    kind: Literal["number"] = "number"
    value: int
    unit: Unit
    query: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRun:
    """Somebody's words: ``text`` is characters ``start`` to ``end`` of the note, to the letter."""

    kind: Literal["quote"] = "quote"
    note_id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RefRun:
    """A reference to another block of the same document, such as *luku 3*."""

    kind: Literal["ref"] = "ref"
    block_id: str
    text: str


Run = TextRun | CiteRun | NumberRun | QuoteRun | RefRun


class BlockKind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    FIGURE = "figure"
    BOX = "box"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A row of a table; every cell is a tuple of runs."""

    id: str
    cells: tuple[tuple[Run, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A piece of a document that a person decides on as one.

    Attributes
    ----------
    id
        From section, theme or statement and slot (``"teemat/t-3fa2/maara"``), never from position.
    level
        Of a heading, 1–3; 0 otherwise.
    header, rows
        Of a table, and of a figure: horizontal bars, one per row, the label in the first cell and
        a number in the second. ``caption`` names the table or figure.
    alt
        Of a figure: what one sees in it, in a sentence.
    is_finding
        Whether the block claims something of the material, and so needs a citation.
    origin
        ``"template"``, ``"human"``, or ``"model:<name>"`` for the words of a language model.
    """

    id: str
    kind: BlockKind
    runs: tuple[Run, ...] = ()
    level: int = 0
    caption: str = ""
    header: tuple[str, ...] = ()
    rows: tuple[TableRow, ...] = ()
    alt: str = ""
    is_finding: bool = False
    origin: str = "template"

    @property
    def has_rows(self) -> bool:
        """Whether the block is a table, or a figure drawn of one."""
        return self.kind in {BlockKind.TABLE, BlockKind.FIGURE}

    @property
    def needs_decision(self) -> bool:
        """Whether a person must decide on the block; a heading follows its section."""
        return self.kind is not BlockKind.HEADING


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceNote:
    """An entry of the source appendix: the words behind a citation and where they came from."""

    note_id: str
    ref: str
    text: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """A remark of the verification.

    Attributes
    ----------
    gate
        ``"G1"`` citations, ``"G2"`` quotes, ``"G3"`` numbers … (documents.md).
    level
        ``"error"`` blocks publishing, ``"warning"`` does not.
    block_id
        Where.
    message
        What, in the language of the draft.
    """

    gate: str
    level: str
    block_id: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A document as the machine proposes it. People have not read it yet.

    Attributes
    ----------
    type
        Name of the outline, such as ``"julkilausuma"``.
    meta
        Label → value for the head of the document (organiser, date …), already worded.
    sources
        The source appendix: every note that a block cites or quotes.
    preset
        Which of the contents of the type it has, such as ``"satakunta-2024"``; empty for a type
        with only one.
    """

    type: str
    language: str
    title: str
    meta: Mapping[str, str] = field(default_factory=dict)
    blocks: tuple[Block, ...]
    sources: tuple[SourceNote, ...]
    preset: str = ""


class Decision(StrEnum):
    """What a person decided of a paragraph."""

    ACCEPT = "accept"
    EDIT = "edit"
    REJECT = "reject"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A person's decision on one block.

    Attributes
    ----------
    text
        The new wording of an edit.
    locked
        Whether the decision holds whatever the tool writes later.
    after
        None for a block of the draft. For a block that a person added: the id of the block it
        stands after, empty at the beginning.
    place
        Of blocks added after the same one: the smaller stands first.
    """

    block_id: str
    decision: Decision
    text: str = ""
    author: str
    made_at: datetime
    locked: bool = False
    after: str | None = None
    place: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A remark on a block; decides nothing.

    Attributes
    ----------
    brought_by
        Who took the remark from a file that came back, in which ``author`` is only a name; empty
        when the author wrote it here.
    id
        The same for as long as the remark is in force.
    handled_by
        Who said that it needs nothing more; empty while it waits.
    answer
        What they said to it, if anything.
    """

    block_id: str
    text: str
    author: str
    made_at: datetime
    brought_by: str = ""
    id: str = ""
    handled_by: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A draft every block of which somebody has decided. Only ``apply_reviews`` makes one.

    Attributes
    ----------
    accepted_by
        Names of those who decided, sorted.
    signatures
        Those that hold for these words.
    """

    type: str
    language: str
    title: str
    meta: Mapping[str, str] = field(default_factory=dict)
    blocks: tuple[Block, ...]
    sources: tuple[SourceNote, ...]
    accepted_by: tuple[str, ...]
    signatures: tuple[Signature, ...] = ()
