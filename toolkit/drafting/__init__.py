"""Drafting: from findings to a draft in which every claim leads back to somebody's words."""

from toolkit.drafting.compose import compose_draft
from toolkit.drafting.material import source_notes
from toolkit.drafting.outlines import Outline, load_outline, outline_names, parse_outline
from toolkit.drafting.quote_check import Verdict, check_quote
from toolkit.drafting.verify import verify_draft

__all__ = [
    "Outline",
    "Verdict",
    "check_quote",
    "compose_draft",
    "load_outline",
    "outline_names",
    "parse_outline",
    "source_notes",
    "verify_draft",
]
