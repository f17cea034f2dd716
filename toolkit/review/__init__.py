"""Review: what people decide of a draft, and the document their decisions make of it."""

from toolkit.paragraphs import block_text, parse_text
from toolkit.review.decisions import apply_edits, apply_reviews, waiting
from toolkit.review.grounds import check_grounds
from toolkit.review.merge import MergedText, TextConflict, merge_text
from toolkit.review.renewal import Merged, Renewed, merge_reviews
from toolkit.review.returned import find_changes
from toolkit.review.taking import is_stale, take_change
from toolkit.review.versions import BlockChange, Version, describe_versions, number_versions

__all__ = [
    "BlockChange",
    "Merged",
    "MergedText",
    "Renewed",
    "TextConflict",
    "Version",
    "apply_edits",
    "apply_reviews",
    "block_text",
    "check_grounds",
    "describe_versions",
    "find_changes",
    "is_stale",
    "merge_reviews",
    "merge_text",
    "number_versions",
    "parse_text",
    "take_change",
    "waiting",
]
