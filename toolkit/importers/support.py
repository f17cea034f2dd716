"""Marks of support that exports count: likes, votes, how many gave stars."""

from __future__ import annotations

import re

from toolkit.importers.tables import header_key
from toolkit.text import squeeze_spaces

__all__ = ["count_of", "is_support"]

# How good something was thought to be (a mean, a grade) is no count, and a vote against no support.
_NAMES = frozenset((
    "like", "likes", "heart", "hearts", "vote", "votes", "upvote", "upvotes", "rating", "ratings",
    "tykkäys", "tykkäykset", "tykkäyksiä", "tykkäysten määrä", "ääni", "äänet",
    "ääniä", "äänimäärä", "äänten määrä", "äänien määrä", "arvioita", "arviointien määrä",
    "gilla", "gilla-markeringar", "gillanden", "röst", "röster", "antal röster", "antal betyg",
    "antal gillanden",
))  # fmt: skip
_BEFORE = re.compile(r"^(?:number of|no\. of|total) ")
_WHOLE = re.compile(r"\+?(\d{1,9}|\d{1,3}(?: \d{3}){1,2})(?:[.,]0{1,6})?")


def is_support(name: str) -> bool:
    """Whether a heading names a count of marks of support, in Finnish, Swedish or English.

    >>> is_support("Number of ratings"), is_support("Average star rating")
    (True, False)
    """
    return _BEFORE.sub("", header_key(name)) in _NAMES


def count_of(cell: str) -> int | None:
    """Return the whole number in a cell; None when it holds anything else, or nothing.

    >>> count_of("1 204"), count_of("3.0"), count_of("4.67")
    (1204, 3, None)
    """
    found = _WHOLE.fullmatch(squeeze_spaces(cell))
    return int(found[1].replace(" ", "")) if found else None
