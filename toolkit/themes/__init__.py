"""Themes: notes grouped by what they speak of, and what people decided of the groups."""

from toolkit.themes.bertopic_model import assemble
from toolkit.themes.decisions import apply_decisions, stale_decisions
from toolkit.themes.finding import ThemeFinder, find_themes
from toolkit.themes.finding_again import find_again
from toolkit.themes.ids import carry_over

__all__ = [
    "ThemeFinder",
    "apply_decisions",
    "assemble",
    "carry_over",
    "find_again",
    "find_themes",
    "stale_decisions",
]
