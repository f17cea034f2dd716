"""A plane on which near vectors stand near each other."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from toolkit.themes import lay_out


def bunches(n_each: int = 30) -> tuple[NDArray[np.float64], NDArray[np.int_]]:
    chance = np.random.default_rng(3)
    labels = np.repeat(np.arange(4), n_each)
    rows = 2 * np.eye(4, 20)[labels] + 0.3 * chance.normal(size=(len(labels), 20))
    return rows / np.linalg.norm(rows, axis=1, keepdims=True), labels


def test_the_nearest_on_the_map_is_of_the_same_bunch() -> None:
    rows, labels = bunches()

    places = lay_out(rows)

    apart = np.linalg.norm(places[:, None] - places[None], axis=2) + 9 * np.eye(len(rows))
    assert (labels[apart.argmin(axis=1)] == labels).mean() > 0.95


def test_the_same_rows_have_the_same_places_on_one_sheet() -> None:
    rows, _labels = bunches()

    places = lay_out(rows)

    assert (places == lay_out(rows.copy())).all()
    assert places.min() == 0
    assert places.max() == 1


@pytest.mark.parametrize("n", [0, 1, 2, 3])
def test_few_rows_have_places_too(n: int) -> None:
    places = lay_out(np.eye(3)[:n])

    assert places.shape == (n, 2)
    assert np.isfinite(places).all()


def test_the_work_can_be_stopped() -> None:
    def stop(share: float) -> None:
        if share > 0.5:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        lay_out(bunches()[0], tick=stop)
