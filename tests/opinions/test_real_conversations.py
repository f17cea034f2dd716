"""Open conversations of Polis: groups of the export, and how near a cold start comes to them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from toolkit.domain import OpinionGroups, Votes
from toolkit.opinions import find_opinion_groups
from toolkit.opinions.stability import adjusted_rand

CONVERSATIONS = [
    # Groups of the export, groups from a cold start, and how alike they are.
    ("bg2050-volunteers", 2, 2, 1.00),
    ("scoop-hivemind.biodiversity", 2, 2, 0.99),
    ("austria-climate.5twd2jsnkf.2022-08-08", 2, 2, 0.98),
    ("15-per-hour-seattle", 2, 2, 0.56),
    ("american-assembly.bowling-green", 2, 2, 0.56),
    ("brexit-consensus", 2, 3, 0.56),
    ("canadian-electoral-reform", 2, 3, 0.17),
    ("scoop-hivemind.freshwater", 2, 2, 0.16),
    ("london.youth.policing", 3, 2, -0.02),
]


def read_votes(folder: Path) -> Votes:
    from toolkit.importers import read_file

    votes = read_file(folder).votes
    assert votes is not None
    return votes


def group_numbers(groups: OpinionGroups, names: list[str]) -> np.ndarray:
    letter = {name: group.id for group in groups.groups for name in group.participant_ids}
    return np.array([ord(letter[name]) - ord("A") for name in names])


@pytest.mark.parametrize(("name", "n_groups", "n_cold", "alike"), CONVERSATIONS)
def test_groups_of_the_export_and_of_a_cold_start(
    shared_data: Path, name: str, n_groups: int, n_cold: int, alike: float
) -> None:
    votes = read_votes(shared_data / "polis" / name)
    imported = find_opinion_groups(votes)
    cold = find_opinion_groups(votes, recompute=True)
    assert imported.mode == "imported"
    assert (len(imported.groups), len(cold.groups)) == (n_groups, n_cold)
    names = [person for group in imported.groups for person in group.participant_ids]
    index = adjusted_rand(group_numbers(imported, names), group_numbers(cold, names))
    assert index == pytest.approx(alike, abs=0.006)


def test_votes_of_groups_are_those_of_the_matrix(shared_data: Path) -> None:
    votes = read_votes(shared_data / "polis" / "brexit-consensus")
    found = find_opinion_groups(votes)
    for column, result in enumerate(found.statements):
        here = votes.statement == column
        for group_id, counts in result.by_group.items():
            mine = np.array([votes.group_ids.get(p) == group_id for p in votes.participant_ids])
            values = votes.value[here & mine[votes.participant]]
            assert counts.agree == np.count_nonzero(values == 1)
            assert counts.disagree == np.count_nonzero(values == -1)
            assert counts.passes == np.count_nonzero(values == 0)
