"""Would a theme have been found in other notes like these? Told by grouping parts of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.i18n import N_, _

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from toolkit.themes.clustering import NoteClusterer

N_RESAMPLES = 20
_KEPT = 0.8
# Below this a group is dissolved in a resample (Hennig 2007).
_SAME = 0.5
_WORDS = (
    (0.8, N_("Steady: found again {n}/{total}")),
    (0.5, N_("Fairly steady: found again {n}/{total}")),
    (0.0, N_("Unsteady: found again {n}/{total}")),
)


def find_stability(clusterer: NoteClusterer, *, seed: int) -> dict[int, float]:
    """Return the share of resamples in which every group stayed together.

    A resample leaves out one row in five at random. A group has stayed together when some group
    of the resample shares at least half of the rows in either of them (Jaccard index; Hennig 2007,
    "Cluster-wise assessment of cluster stability").

    Parameters
    ----------
    clusterer
        Fitted.
    seed
        Of the resamples.

    Returns
    -------
    dict
        Group → share between 0 and 1; empty where there are too few rows to tell.
    """
    import numpy as np

    if not clusterer.can_regroup:
        return {}
    labels = clusterer.own_labels_
    chance = np.random.default_rng(seed)
    stayed = dict.fromkeys(range(labels.max(initial=-1) + 1), 0)
    for kept in chance.random((N_RESAMPLES, len(labels))) < _KEPT:
        if kept.any():
            found = clusterer.regroup(kept)
            for label, share in best_shares(labels[kept], found).items():
                stayed[label] += share >= _SAME
    return {label: times / N_RESAMPLES for label, times in stayed.items()}


def best_shares(before: NDArray[np.int_], after: NDArray[np.int_]) -> dict[int, float]:
    """Return, for every group before, the Jaccard index of the group after that is most like it."""
    import numpy as np

    pairs, together = np.unique(np.stack([before, after]), axis=1, return_counts=True)
    n_before = dict(zip(*np.unique(before, return_counts=True), strict=True))
    n_after = dict(zip(*np.unique(after, return_counts=True), strict=True))
    best: dict[int, float] = {}
    for (one, other), shared in zip(pairs.T.tolist(), together.tolist(), strict=True):
        if one >= 0 and other >= 0:
            share = shared / (n_before[one] + n_after[other] - shared)
            best[one] = max(best.get(one, 0.0), share)
    return best


def stability_in_words(stability: float | None) -> str:
    """Return a share of resamples in words; empty when it is not known.

    >>> stability_in_words(0.9)
    'Vakaa: löytyi uudelleen 18/20'
    """
    if stability is None:
        return ""
    words = next(words for least, words in _WORDS if stability >= least)
    return _(words).format(n=round(stability * N_RESAMPLES), total=N_RESAMPLES)
