"""Review: what people decide of a draft, and the document their decisions make of it."""

from toolkit.paragraphs import block_text, parse_text
from toolkit.review.decisions import apply_edits, apply_reviews, waiting
from toolkit.review.returned import find_changes
from toolkit.review.taking import is_stale, take_change

__all__ = [
    "apply_edits",
    "apply_reviews",
    "block_text",
    "find_changes",
    "is_stale",
    "parse_text",
    "take_change",
    "waiting",
]
