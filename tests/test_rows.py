"""Rows of length one, whatever came in."""

from __future__ import annotations

import numpy as np

from toolkit.rows import unit


def test_rows_get_length_one_and_zeros_stay() -> None:
    rows = np.array([[3.0, 4.0], [0.0, 0.0]], dtype=np.float32)
    made = unit(rows)
    assert made.dtype == np.float64
    assert np.allclose(made, [[0.6, 0.8], [0.0, 0.0]])
    assert np.allclose(unit(rows[0]), [0.6, 0.8])
