"""What +1 means in a Polis export: agree, as exports should say, or disagree, as the database does.

Servers of autumn 2024 wrote the sign of the database, and people have turned files by hand since.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.errors import DoubtfulSign
from toolkit.i18n import N_, in_every_language
from toolkit.importers.large_tables import numbers
from toolkit.importers.polis_files import Table
from toolkit.importers.polis_votes import Ballots, Cast, Latest, ranks

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Sign", "asks_for_sign", "refuse_doubtful_sign", "weigh_sign"]

# Authors may change their minds, but the first vote on one's own statement is cast by Polis itself.
_FEWEST_OWN = 5
_MOST_OWN = 2 / 3
# Counts of other conversations, which a server once added, blur the comparison.
_MOST_COUNTED = 2 / 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """The evidence on the sign, all of it taken as the file has it.

    Attributes
    ----------
    own_agree, own_disagree
        Authors' first votes on their own statements: +1 and −1.
    same_side, other_side
        Votes by which one side leads here on the statements where comments.csv and
        comment-groups.csv have the same side in the lead, and on those where they have the other.
    n_statements, n_straight, n_turned
        Statements that comments.csv counts votes of, those whose counts are the same here, and
        those whose counts are the same with agree and disagree in each other's place.
    n_told, n_counted
        Agrees and disagrees as comments.csv has them, and as they are here on its statements.
    """

    own_agree: int
    own_disagree: int
    same_side: int
    other_side: int
    n_statements: int
    n_straight: int
    n_turned: int
    n_told: int
    n_counted: int

    @property
    def by_authors(self) -> str:
        """``"export"``, ``"raw"``, ``"mixed"``, or ``""`` when there are too few votes to say."""
        if self.own_agree + self.own_disagree < _FEWEST_OWN:
            return ""
        return _lead(self.own_agree, self.own_disagree, most=_MOST_OWN)

    @property
    def by_counts(self) -> str:
        """``"export"``, ``"raw"``, ``"mixed"``, or ``""`` when there is nothing to compare."""
        return _lead(self.same_side, self.other_side, most=_MOST_COUNTED)

    @property
    def verdict(self) -> str:
        """``"export"``, ``"raw"``, ``"mixed"``, or ``""`` when nothing tells.

        The authors decide, but not against counts that speak for the other side: where both are
        turned, as servers of autumn 2024 did, the counts speak for the file as it is.
        """
        authors, counts = self.by_authors, self.by_counts
        if authors == "export" and counts == "raw":
            return "mixed"
        if authors in {"", "mixed"} and counts in {"export", "raw"}:
            return counts
        return authors or counts


def _lead(straight: int, turned: int, *, most: float) -> str:
    total = straight + turned
    if not total:
        return ""
    if straight >= most * total:
        return "export"
    return "raw" if turned >= most * total else "mixed"


def weigh_sign(cast: Cast, comments: Table, groups: Table | None = None) -> Sign:
    """Gather what an export says about the sign of its votes.

    Parameters
    ----------
    groups
        comment-groups.csv, which tells agrees from disagrees by the names of its columns.
    """
    import numpy as np

    ids = numbers(comments.column("comment-id"))
    own = _own_votes(cast.latest, ids, numbers(comments.column("author-id")))
    told = _told(comments, "")
    counted = _count(cast.log, ids)
    leads = [(counted[0] - counted[1]) * np.sign(told[0] - told[1])]
    if groups is not None:
        in_groups = _told(groups, "total-")
        here = _count(cast.log, numbers(groups.column("comment-id")))
        leads.append((here[0] - here[1]) * np.sign(in_groups[0] - in_groups[1]))
    lead = np.concatenate(leads)
    straight = (counted[0] == told[0]) & (counted[1] == told[1])
    turned = (counted[0] == told[1]) & (counted[1] == told[0])
    tells = (told[0] + told[1]) > 0
    return Sign(
        own_agree=int((own > 0).sum()),
        own_disagree=int((own < 0).sum()),
        same_side=int(lead[lead > 0].sum()),
        other_side=int(-lead[lead < 0].sum()),
        n_statements=int(tells.sum()),
        n_straight=int((tells & straight).sum()),
        n_turned=int((tells & turned).sum()),
        n_told=int((told[0] + told[1]).sum()),
        n_counted=int((counted[0] + counted[1])[tells].sum()),
    )


def _told(table: Table, prefix: str) -> list[NDArray[np.float64]]:
    import numpy as np

    names = (f"{prefix}agrees", f"{prefix}disagrees")
    return [np.nan_to_num(numbers(table.column(name))) for name in names]


def _own_votes(
    latest: Latest, ids: NDArray[np.float64], authors: NDArray[np.float64]
) -> NDArray[np.int8]:
    """Return the earliest vote of each author on each statement of theirs."""
    import numpy as np

    author_of = dict(zip(ids.tolist(), authors.tolist(), strict=True))
    authors = np.array([author_of.get(float(n), np.nan) for n in latest.statements.tolist()])
    own: NDArray[np.int8] = latest.first[
        latest.participants[latest.participant] == authors[latest.statement]
    ]
    return own


def _count(log: Ballots, ids: NDArray[np.float64]) -> list[NDArray[np.float64]]:
    """Return how many +1 and how many −1 each of ``ids`` got, both of the same shape."""
    import numpy as np

    voted, place = ranks(log.statement)
    counts = [
        np.bincount(place[log.value == value], minlength=len(voted)).tolist() for value in (1, -1)
    ]
    found = [dict(zip(voted.tolist(), side, strict=True)) for side in counts]
    return [np.array([side.get(n, 0) for n in ids.tolist()], dtype=np.float64) for side in found]


_TURNED = N_(
    "Agree and disagree seem to have changed places in the Polis export: {name}. "
    "Compare one statement with Polis and say what +1 means "
    "(vote sign: export = agree, raw = disagree)."
)
_UNCLEAR = N_(
    "It is not clear which votes agree and which disagree in the Polis export: {name}. "
    "Compare one statement with Polis and say what +1 means "
    "(vote sign: export = agree, raw = disagree)."
)


def refuse_doubtful_sign(sign: Sign, *, said: str, name: str) -> None:
    """Stop when the sign is turned or unclear and nobody has said what it is.

    Raises
    ------
    DoubtfulSign
        One sentence with what to do.
    """
    if not said and sign.verdict in {"raw", "mixed"}:
        raise DoubtfulSign(_TURNED if sign.verdict == "raw" else _UNCLEAR, name=name)


def asks_for_sign(sentence: str) -> bool:
    """Whether a sentence, in any language, is one of those that ask what +1 means."""
    texts = [text for message in (_TURNED, _UNCLEAR) for text in in_every_language(message)]
    return any(sentence.startswith(text.partition("{name}")[0]) for text in texts)
