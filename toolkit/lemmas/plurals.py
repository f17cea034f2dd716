"""Finnish nominative plurals: guesses, of which the dictionary says which one is right."""

from __future__ import annotations

import re
from collections.abc import Iterator

# The last consonants of the stem, strong and weak: voimavarat stays, käynti → käynnit.
_WEAKER = (
    *(("kk", "k"), ("pp", "p"), ("tt", "t"), ("nt", "nn"), ("nk", "ng"), ("mp", "mm")),
    *(("lt", "ll"), ("rt", "rr"), ("k", ""), ("p", "v"), ("t", "d"), ("k", "v"), ("k", "j")),
)
# Ends of dictionary forms, and what they become before the t of the plural.
_STEMS = (
    *(("nen", "se"), ("s", "kse"), ("s", "de"), ("as", "aa"), ("äs", "ää"), ("is", "ii")),
    *(("i", "e"), ("i", "i"), ("si", "de"), ("in", "ime"), ("ton", "ttoma"), ("tön", "ttömä")),
    *(("n", "me"), ("e", "ee"), ("ut", "ue"), ("yt", "ye"), ("mies", "miehe"), ("", "")),
)
_LAST_CONSONANTS = re.compile(r"([hjklmnprstvdg]+)([aeiouyäö]+)$")


def guess_plurals(lemma: str) -> Iterator[str]:
    """Yield what the nominative plural of ``lemma`` may be.

    >>> "yritykset" in guess_plurals("yritys")
    True
    """
    for end, stem in _STEMS:
        if lemma.endswith(end):
            whole = lemma.removesuffix(end) + stem
            yield f"{whole}t"
            for one, other in _WEAKER:
                for before, after in ((one, other), (other, one)):
                    changed = _change(whole, before, after)
                    if changed:
                        yield f"{changed}t"


def _change(stem: str, before: str, after: str) -> str:
    found = _LAST_CONSONANTS.search(stem)
    if not found or not before or not found[1].endswith(before):
        return ""
    return stem[: found.end(1) - len(before)] + after + found[2]
