"""Opinion groups: who voted alike, and what unites and divides them."""

from toolkit.opinions.groups import find_opinion_groups

__all__ = ["find_opinion_groups"]
