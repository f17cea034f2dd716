"""Drafting: from findings to a draft in which every claim leads back to somebody's words."""

from toolkit.drafting.compose import compose_draft
from toolkit.drafting.councils import (
    CouncilProblem,
    HearingWarning,
    hearing_warnings,
    word_hearing_warning,
)
from toolkit.drafting.material import source_notes
from toolkit.drafting.model_blocks import (
    add_model_blocks,
    make_model_block,
    model_blocks,
    model_places,
)
from toolkit.drafting.model_wording import build_prompt, readable_notes, word_theme
from toolkit.drafting.outlines import (
    Outline,
    load_outline,
    outline_names,
    parse_outline,
    preset_names,
)
from toolkit.drafting.own_words import telling_sentences
from toolkit.drafting.quote_check import Verdict, check_quote
from toolkit.drafting.report import REPORT, compose_report, face_words
from toolkit.drafting.verify import verify_draft

__all__ = [
    "REPORT",
    "CouncilProblem",
    "HearingWarning",
    "Outline",
    "Verdict",
    "add_model_blocks",
    "build_prompt",
    "check_quote",
    "compose_draft",
    "compose_report",
    "face_words",
    "hearing_warnings",
    "load_outline",
    "make_model_block",
    "model_blocks",
    "model_places",
    "outline_names",
    "parse_outline",
    "preset_names",
    "readable_notes",
    "source_notes",
    "telling_sentences",
    "verify_draft",
    "word_hearing_warning",
    "word_theme",
]
