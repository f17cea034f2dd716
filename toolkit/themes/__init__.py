"""Themes: notes grouped by what they speak of, and what people decided of the groups."""

from toolkit.themes.bertopic_model import assemble
from toolkit.themes.changes import compare_themes
from toolkit.themes.decisions import apply_decisions, open_offers, stale_decisions
from toolkit.themes.finding import ThemeFinder, find_themes
from toolkit.themes.finding_again import Proposal, find_again, try_out
from toolkit.themes.ids import carry_over, new_theme_id
from toolkit.themes.layout import lay_out
from toolkit.themes.stability import stability_in_words

__all__ = [
    "Proposal",
    "ThemeFinder",
    "apply_decisions",
    "assemble",
    "carry_over",
    "compare_themes",
    "find_again",
    "find_themes",
    "lay_out",
    "new_theme_id",
    "open_offers",
    "stability_in_words",
    "stale_decisions",
    "try_out",
]
