"""Drafting: from findings to a draft in which every claim leads back to somebody's words."""

from toolkit.drafting.compose import compose_draft
from toolkit.drafting.material import source_notes
from toolkit.drafting.outlines import load_outline, outline_names
from toolkit.drafting.own_words import telling_sentences
from toolkit.drafting.quote_check import Verdict, check_quote
from toolkit.drafting.report import REPORT, compose_report, face_words
from toolkit.drafting.verify import verify_draft

__all__ = [
    "REPORT",
    "Verdict",
    "check_quote",
    "compose_draft",
    "compose_report",
    "face_words",
    "load_outline",
    "outline_names",
    "source_notes",
    "telling_sentences",
    "verify_draft",
]
