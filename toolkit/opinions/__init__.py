"""Opinion groups: who voted alike, and what unites and divides them."""

from toolkit.opinions.disclosure import hide_small
from toolkit.opinions.groups import find_opinion_groups
from toolkit.opinions.rounds import compare_rounds

__all__ = ["compare_rounds", "find_opinion_groups", "hide_small"]
