"""Review: what people decide of a draft, and the document their decisions make of it."""

from toolkit.paragraphs import block_text, parse_text
from toolkit.review.decisions import apply_edits, apply_reviews, waiting

__all__ = ["apply_edits", "apply_reviews", "block_text", "parse_text", "waiting"]
