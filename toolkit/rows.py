"""Rows of numbers: vectors of texts, one a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def unit(rows: NDArray[np.floating[Any]]) -> NDArray[np.float64]:
    """Return rows of length one; rows of zeros stay as they are.

    Parameters
    ----------
    rows
        Shape (..., n_dimensions); a single row will do.
    """
    import numpy as np

    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    return np.asarray(rows / np.where(lengths == 0, 1, lengths), dtype=np.float64)
