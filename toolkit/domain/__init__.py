"""The words of the field as types: frozen, keyword-only, made of tuples."""

from toolkit.domain.coding import Agreement, Coding
from toolkit.domain.documents import (
    Block,
    BlockKind,
    CiteRun,
    Comment,
    Decision,
    Document,
    Draft,
    Gate,
    NumberRun,
    QuoteRun,
    Review,
    Run,
    SourceNote,
    TableRow,
    TextRun,
    Unit,
)
from toolkit.domain.events import Event, EventKind
from toolkit.domain.findings import Finding, FindingKind, Findings
from toolkit.domain.imports import Check, Import, Receipt, Skipped, Source, Warn
from toolkit.domain.kinds import KindSuggestion, NoteKind
from toolkit.domain.notes import Note, Statement
from toolkit.domain.rounds import Crossing, RoundComparison, StatementChange
from toolkit.domain.search import Hit
from toolkit.domain.themes import REST_ID, Offer, Subtheme, Theme, ThemeChanges
from toolkit.domain.votes import (
    ALIKE,
    FEWEST_FOR_PERCENT,
    SMALL_GROUP,
    Counts,
    OpinionGroup,
    OpinionGroups,
    StatementResult,
    Votes,
)
from toolkit.domain.who_says import SMALL_NOTE_GROUP, GroupRow, Material, WhoSays
from toolkit.domain.workshops import Step, Workshop

__all__ = [
    "ALIKE",
    "FEWEST_FOR_PERCENT",
    "REST_ID",
    "SMALL_GROUP",
    "SMALL_NOTE_GROUP",
    "Agreement",
    "Block",
    "BlockKind",
    "Check",
    "CiteRun",
    "Coding",
    "Comment",
    "Counts",
    "Crossing",
    "Decision",
    "Document",
    "Draft",
    "Event",
    "EventKind",
    "Finding",
    "FindingKind",
    "Findings",
    "Gate",
    "GroupRow",
    "Hit",
    "Import",
    "KindSuggestion",
    "Material",
    "Note",
    "NoteKind",
    "NumberRun",
    "Offer",
    "OpinionGroup",
    "OpinionGroups",
    "QuoteRun",
    "Receipt",
    "Review",
    "RoundComparison",
    "Run",
    "Skipped",
    "Source",
    "SourceNote",
    "Statement",
    "StatementChange",
    "StatementResult",
    "Step",
    "Subtheme",
    "TableRow",
    "TextRun",
    "Theme",
    "ThemeChanges",
    "Unit",
    "Votes",
    "Warn",
    "WhoSays",
    "Workshop",
]
