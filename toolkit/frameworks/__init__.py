"""Notes against a framework that somebody fixed beforehand, and themes as a framework."""

from toolkit.frameworks.codebooks import codebook_of
from toolkit.frameworks.lists import parse_list, to_rows
from toolkit.frameworks.placing import apply_placements, place_notes, stale_placements
from toolkit.frameworks.reading import parse_framework, to_toml
from toolkit.frameworks.shipped import framework_names, load_framework
from toolkit.frameworks.tables import count_categories, cross_axes, cross_with_themes

__all__ = [
    "apply_placements",
    "codebook_of",
    "count_categories",
    "cross_axes",
    "cross_with_themes",
    "framework_names",
    "load_framework",
    "parse_framework",
    "parse_list",
    "place_notes",
    "stale_placements",
    "to_rows",
    "to_toml",
]
