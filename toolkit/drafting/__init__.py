"""Drafting: from findings to a draft in which every claim leads back to somebody's words."""

from toolkit.drafting.compose import compose_draft
from toolkit.drafting.material import source_notes
from toolkit.drafting.outlines import load_outline, outline_names
from toolkit.drafting.quote_check import Verdict, check_quote
from toolkit.drafting.verify import verify_draft

__all__ = [
    "Verdict",
    "check_quote",
    "compose_draft",
    "load_outline",
    "outline_names",
    "source_notes",
    "verify_draft",
]
