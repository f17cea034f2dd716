"""An imported file, and what became of each of its rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from toolkit.domain.columns import ColumnMapping
from toolkit.domain.notes import Note
from toolkit.domain.votes import Votes


@dataclass(frozen=True, slots=True, kw_only=True)
class Redaction:
    """What people decided on words of a note that may tell who somebody is.

    It tells where the words are, never which.

    Attributes
    ----------
    digest
        First 16 hex digits of the sha256 of the note's text as it came.
    start, end
        The characters it is about.
    kind
        ``"person"``, ``"address"``, ``"role"`` or a kind of ``toolkit.privacy.Span``.
    word
        What stands in their place, such as ``"[HENKILÖ 1]"``; empty when they are kept.
    """

    digest: str
    start: int
    end: int
    kind: str
    word: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file that was imported and is kept byte for byte.

    Attributes
    ----------
    id
        First 16 hex digits of ``sha256``, and ``vote_sign`` when there is one.
    name
        What the file was called when it came; shown, never opened.
    format
        Name of the importer that read it, such as ``"padlet-csv"``.
    sha256
        Digest of the bytes (of a folder: of its files' names and digests).
    file
        Where the bytes are, relative to the workshop's folder.
    imported_at
        When it was imported, with time zone.
    board
        Prefix of the citation labels of its notes, such as ``"T1"``; newer exports of one board
        share it.
    suffix
        What the ids of its notes end in, so that equal words on two boards stay two notes.
    apart
        Of a board without a suffix: ids of notes, as importers give them, that another board has,
        too. They end in ``"~"`` and the board.
    vote_sign
        What +1 means in the file, when a person said so: ``"export"`` agree, ``"raw"`` disagree.
    redactions
        What people decided on personal data in it; applied whenever the file is read.
    mapping
        What a person said the columns of a table hold; None when an importer knew.
    repairs_text
        Whether a person wanted its broken letters repaired whenever it is read.
    """

    id: str
    name: str
    format: str
    sha256: str
    file: str
    imported_at: datetime
    board: str = ""
    suffix: str = ""
    apart: tuple[str, ...] = ()
    vote_sign: str = ""
    redactions: tuple[Redaction, ...] = ()
    mapping: ColumnMapping | None = None
    repairs_text: bool = False

    def note_id(self, own: str) -> str:
        """Return the id in the workshop of a note that importers call ``own``."""
        return own + (f"~{self.board}" if own in self.apart else self.suffix)

    def own_id(self, note_id: str) -> str:
        """Return what importers call a note of the workshop."""
        own = note_id.removesuffix(f"~{self.board}")
        return own if own in self.apart else note_id.removesuffix(self.suffix)


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A row of the file that became nothing, and why."""

    row: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Warn:
    """Something the user should know about a file that was nevertheless read."""

    code: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was tested in a file, and what came of it.

    Attributes
    ----------
    passed
        None when the file does not hold what the test needs, or there is nothing to pass.
    """

    code: str
    passed: bool | None
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What became of every row of a file. Nothing disappears without a line here.

    Attributes
    ----------
    rows
        Rows of the file that could have held a note (of a Polis export: statements).
    notes, statements, votes
        How many new ones the workshop got.
    respondents, selections
        People who answered a survey, and how often they chose a ready-made answer: two numbers,
        neither of them of notes.
    merged
        Notes that the workshop already had, from an earlier export of the same board.
    set_aside, masked
        Notes kept but not used, and notes with personal data replaced.
    skipped
        Rows left out, with their reasons.
    warnings
        What the user should know.
    checks
        What was tested, also when all was well.

    Raises
    ------
    ValueError
        If ``rows`` is not ``notes + statements + merged + set_aside + len(skipped)``.
    """

    name: str
    format: str
    rows: int
    notes: int = 0
    statements: int = 0
    votes: int = 0
    merged: int = 0
    set_aside: int = 0
    masked: int = 0
    respondents: int = 0
    selections: int = 0
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[Warn, ...] = ()
    checks: tuple[Check, ...] = ()

    def __post_init__(self) -> None:
        total = self.notes + self.statements + self.merged + self.set_aside + len(self.skipped)
        if total != self.rows:
            msg = f"{self.name}: {self.rows} rows, but {total} are accounted for"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedQuestion:
    """How often each ready-made answer of a question was chosen.

    Attributes
    ----------
    n_respondents
        People who chose something.
    options
        Pairs of answer and how often it was chosen, in the order of the file; numbers by size.
    is_background
        Whether it asks who the respondents are.
    n_few
        Choices of answers that only a few people gave, counted together: so it is in questions on
        who the respondents are, where an answer of fewer than five could tell of one of them.
    """

    text: str
    n_respondents: int
    options: tuple[tuple[str, int], ...]
    is_background: bool = False
    n_few: int = 0

    @property
    def ranked(self) -> tuple[tuple[str, int], ...]:
        """The options as people read them: the most chosen first, numbers in their own order."""
        if all(text[:1].isdigit() for text, _n in self.options):
            return self.options
        return tuple(sorted(self.options, key=lambda option: -option[1]))

    @property
    def n_selections(self) -> int:
        """How many choices were made: one person may have chosen several answers."""
        return self.n_few + sum(n for _text, n in self.options)


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """What one file holds: notes or votes, and the receipt. Statements stand in ``votes``."""

    notes: tuple[Note, ...] = ()
    votes: Votes | None = None
    closed: tuple[ClosedQuestion, ...] = ()
    receipt: Receipt
