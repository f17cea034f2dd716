"""How far groups can be trusted: high for camps, low for noise, and near to drawing all anew."""

from __future__ import annotations

import numpy as np
import pytest

from tests.opinions.ballots import make_camps, make_votes
from toolkit.domain import Votes
from toolkit.opinions import find_opinion_groups, stability
from toolkit.opinions.clusters import group_participants
from toolkit.opinions.matrix import VoteMatrix, build_matrix
from toolkit.opinions.projection import project
from toolkit.opinions.stability import Stability, measure_stability


def noise(n_people: int, n_statements: int, *, seed: int = 0) -> Votes:
    chance = np.random.default_rng(seed)
    return make_votes(chance.integers(-1, 2, (n_people, n_statements)).tolist())


def labels_of(votes: Votes) -> np.ndarray:
    found = find_opinion_groups(votes)
    where = {who: n for n, group in enumerate(found.groups) for who in group.participant_ids}
    return np.array([where.get(who, -1) for who in votes.participant_ids])


def measured(votes: Votes, *, seed: int = 0) -> Stability:
    found = measure_stability(build_matrix(votes), labels_of(votes), n_resamples=20, seed=seed)
    assert found is not None
    return found


def drawn_anew(matrix: VoteMatrix, labels: np.ndarray, *, n_resamples: int) -> float:
    """The share with everything decomposed and grouped anew for each resample."""
    chance = np.random.default_rng(1)
    stayed = together = 0
    for _ in range(n_resamples):
        drawn = np.sort(chance.integers(0, len(labels), len(labels)))
        places = project(matrix.rows(drawn), seed=0).positions
        again = group_participants(places, n_groups=len(set(labels)))
        people, first = np.unique(drawn, return_index=True)
        same = np.equal.outer(labels[people], labels[people])
        stay = same & np.equal.outer(again[first], again[first])
        stayed += int(stay.sum()) - len(people)
        together += int(same.sum()) - len(people)
    return stayed / together


def test_camps_are_stable_and_noise_is_not() -> None:
    camps, weak = measured(make_camps(20, 30)), measured(noise(50, 12))

    assert camps.share > 0.95
    assert camps.beyond_chance > 0.9
    assert weak.beyond_chance < 0.5
    # By chance alone about half of the pairs stay together when there are two groups.
    assert weak.share > weak.beyond_chance


def test_weak_groups_are_called_weak() -> None:
    weak = find_opinion_groups(noise(50, 12))
    camps = find_opinion_groups(make_camps(20, 30))

    [message] = [text for code, text in weak.checks if code == "weak_groups"]
    assert weak.stability is not None
    assert message.endswith(f": {int(100 * weak.stability + 0.5)} %.")
    assert "weak_groups" not in dict(camps.checks)


@pytest.mark.parametrize(
    "votes",
    [
        pytest.param(make_camps(20, 30), id="camps"),
        pytest.param(make_camps(30, 25, 20, n_statements=15), id="three camps"),
        pytest.param(noise(60, 20), id="noise"),
    ],
)
def test_turning_a_few_axes_is_near_to_decomposing_every_resample(
    votes: Votes,
) -> None:
    labels = labels_of(votes)
    matrix = build_matrix(votes)
    grouped = np.flatnonzero(labels >= 0)

    quick = measure_stability(matrix, labels, n_resamples=100, seed=0)
    slow = drawn_anew(matrix.rows(grouped), labels[grouped], n_resamples=100)

    assert quick is not None
    assert quick.share == pytest.approx(slow, abs=0.06)


def test_the_seed_decides() -> None:
    votes = noise(60, 20)

    assert measured(votes, seed=3) == measured(votes, seed=3)
    assert measured(votes, seed=3) != measured(votes, seed=4)


def test_of_a_large_conversation_some_people_stand_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    votes = make_camps(60, 90)
    everybody = measured(votes)
    monkeypatch.setattr(stability, "_MOST_PEOPLE", 60)
    monkeypatch.setattr(stability, "_MOST_DRAWN", 40)

    assert measured(votes).share == pytest.approx(everybody.share, abs=0.05)


def test_one_group_has_no_stability() -> None:
    alike = find_opinion_groups(make_votes([[1, 1, 0]] * 20))

    assert alike.stability is None
    assert find_opinion_groups(make_camps(9, 9), n_resamples=0).stability is None
    assert "one_group" in dict(alike.checks)
