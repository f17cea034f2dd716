"""Balance: whose notes a draft cites, beside whose notes there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from toolkit.domain import SMALL_NOTE_GROUP, Block, Findings
from toolkit.paragraphs import cited_ids


class GroupBalance(NamedTuple):
    """A stakeholder group's notes and those of them that a draft cites.

    Attributes
    ----------
    kind
        ``"named"``; ``"small"``: groups of fewer than five notes together, not named;
        ``"unknown"``: notes of which nobody knows who wrote them.
    """

    kind: str
    group: str
    n: int
    n_cited: int


def note_counts(findings: Findings) -> Counter[str]:
    """Count the notes of every stakeholder group; the empty name is of those not known."""
    return Counter(note.group for note in findings.notes)


def small_groups(findings: Findings) -> frozenset[str]:
    """Return the groups that so few notes come from that their people might be recognised."""
    sizes = note_counts(findings)
    return frozenset(group for group, n in sizes.items() if group and n < SMALL_NOTE_GROUP)


def weigh_groups(blocks: Iterable[Block], findings: Findings) -> tuple[GroupBalance, ...]:
    """Count the notes and the cited notes of every group, the largest first.

    Small groups are counted together, and with the notes of unknown origin when they are few even
    so: one small group in a row of its own would be that group by another name.
    """
    cited = {note_id for block in blocks for note_id in cited_ids(block)}
    sizes, small = note_counts(findings), small_groups(findings)
    together = sum(sizes[group] for group in small) >= SMALL_NOTE_GROUP
    n: Counter[tuple[str, str]] = Counter()
    n_cited: Counter[tuple[str, str]] = Counter()
    for note in findings.notes:
        if note.group in small:
            row = ("small" if together else "unknown", "")
        else:
            row = ("named", note.group) if note.group else ("unknown", "")
        n[row] += 1
        n_cited[row] += note.id in cited
    order = ("named", "small", "unknown")
    rows = sorted(n, key=lambda row: (order.index(row[0]), -n[row], row[1]))
    return tuple(GroupBalance(*row, n=n[row], n_cited=n_cited[row]) for row in rows)
