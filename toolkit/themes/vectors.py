"""What notes are compared by: meaning without language, and the words they share."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import TYPE_CHECKING

from toolkit.rows import unit

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Chosen by ARI on draws of 60 to 200 answers by Finnish candidates (Helsingin Sanomat, 2003).
_WORD_WEIGHT = 0.8
_MAX_WORD_DIMENSIONS = 200
# So many notes of the expected mean stand behind the mean of every language.
_SHRINK = 20
# The reduction starts from chance, and ends nearly the same from any start.
_SEED = 0
# Sums come out in another order on another machine; six decimals are the same on all.
_DECIMALS = 6


def combine(
    meanings: NDArray[np.float32],
    words: Sequence[Sequence[str]],
    languages: Sequence[str],
    *,
    offsets: Mapping[str, NDArray[np.float64]] | None = None,
) -> NDArray[np.float64]:
    """Return vectors of length one to compare notes by.

    Parameters
    ----------
    meanings
        Shape (n_notes, n_dimensions), from the encoder.
    words
        Base forms of every note and the parts of its compounds. Words tie notes of one language
        only, so they weigh the less the more the languages are mixed.
    languages
        Of every note. Without its language, a note in Swedish stands beside its like in Finnish.
    offsets
        See ``language_offsets``; by default none.

    Returns
    -------
    array of shape (n_notes, n), rounded to six decimals
    """
    import numpy as np
    from threadpoolctl import threadpool_limits

    largest = max(Counter(languages).values()) / len(languages)
    with threadpool_limits(1):  # with more, sums may come out in another order
        meaning = unit(without_language(meanings, languages, offsets=offsets or {}))
        shared = _WORD_WEIGHT * largest * unit(_word_vectors(words))
    return np.round(unit(np.hstack([meaning, shared])), _DECIMALS)


def without_language(
    meanings: NDArray[np.float32],
    languages: Sequence[str],
    *,
    offsets: Mapping[str, NDArray[np.float64]],
) -> NDArray[np.float64]:
    """Return ``meanings`` from the mean of the notes in their language.

    Where a language has few notes, its mean leans on the mean of all notes and on the offset of
    the language.
    """
    import numpy as np

    vectors = meanings.astype(np.float64)
    nothing = np.zeros(vectors.shape[1])
    common = vectors - np.array([offsets.get(language, nothing) for language in languages])
    centred = np.empty_like(vectors)
    for language in sorted(set(languages)):
        rows = np.array([other == language for other in languages])
        expected = common.mean(axis=0) + offsets.get(language, nothing)
        total = vectors[rows].sum(axis=0) + _SHRINK * expected
        centred[rows] = vectors[rows] - total / (rows.sum() + _SHRINK)
    return centred


def language_offsets(encoder: str) -> dict[str, NDArray[np.float64]]:
    """Return what a language adds to the vectors of an encoder; empty when that is not known.

    Returns
    -------
    dict
        Language → mean difference between its sentences and the same sentences in Finnish, shape
        (n_dimensions,); measured by ``benchmarks/language_offsets.py``.
    """
    import numpy as np

    path = files("toolkit") / "resources" / "offsets" / f"{encoder}.csv"
    if not path.is_file():
        return {}
    rows = csv.reader(path.read_text(encoding="utf-8").splitlines())
    return {language: np.array(values, dtype=np.float64) for language, *values in rows}


def _word_vectors(words: Sequence[Sequence[str]]) -> NDArray[np.float64]:
    import numpy as np
    from sklearn.decomposition import TruncatedSVD
    from sklearn.feature_extraction.text import TfidfVectorizer

    if not any(words):
        return np.zeros((len(words), 1))
    weights = TfidfVectorizer(analyzer=list).fit_transform(words)
    if min(weights.shape) <= _MAX_WORD_DIMENSIONS:
        return np.asarray(weights.todense())
    # Two rounds group notes as well as the usual five, in half the time.
    reduction = TruncatedSVD(_MAX_WORD_DIMENSIONS, n_iter=2, random_state=_SEED)
    return np.asarray(reduction.fit_transform(weights))
