"""Other ways of grouping the same vectors, and how all of them are scored."""

from __future__ import annotations

import warnings
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.cluster import KMeans
from sklearn.metrics import adjusted_rand_score, normalized_mutual_info_score

Labels = NDArray[np.int_]
RIVALS = ("BERTopic()", "Top2Vec-like", "BERTopic + KMeans, true K", "KMeans, true K")


class Score(NamedTuple):
    """Agreement with the known labels.

    Attributes
    ----------
    ari, nmi
        Adjusted Rand index and normalised mutual information, after each note that the method left
        out was given to the nearest group.
    left_out
        Share of notes that the method left out.
    """

    ari: float
    nmi: float
    left_out: float


def score(labels: Labels, known: list[str], vectors: NDArray[np.float32]) -> Score:
    """Return how well ``labels`` agree with ``known``; −1 are notes left out."""
    out = labels < 0
    full = labels.copy()
    if out.any() and not out.all():
        groups = sorted(set(labels.tolist()) - {-1})
        middles = np.array([vectors[labels == group].mean(axis=0) for group in groups])
        middles /= np.linalg.norm(middles, axis=1, keepdims=True)
        full[out] = np.array(groups)[(vectors[out] @ middles.T).argmax(axis=1)]
    return Score(
        adjusted_rand_score(known, full),
        normalized_mutual_info_score(known, full),
        float(out.mean()),
    )


def group(method: str, texts: list[str], vectors: NDArray[np.float32], n_true: int) -> Labels:
    """Return the groups of another method; all notes left out where it fails."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return np.asarray(_group(method, texts, vectors, n_true))
        except (TypeError, ValueError) as error:  # UMAP and HDBSCAN refuse a handful of notes
            print(f"  {method} with {len(texts)} notes: {error}")
            return np.full(len(texts), -1)


def _group(method: str, texts: list[str], vectors: NDArray[np.float32], n_true: int) -> Any:  # noqa: ANN401
    from bertopic import BERTopic

    kmeans = KMeans(n_true, n_init=10, random_state=0)
    match method:
        case "KMeans, true K":
            return kmeans.fit_predict(vectors)
        case "BERTopic()":
            return BERTopic().fit_transform(texts, embeddings=vectors)[0]
        case "BERTopic + KMeans, true K":
            return BERTopic(hdbscan_model=kmeans).fit_transform(texts, embeddings=vectors)[0]
        case _:
            return _top2vec(vectors)


def _top2vec(vectors: NDArray[np.float32]) -> Labels:
    """Group as Top2Vec does (Angelov 2020): UMAP to five dimensions, HDBSCAN with fifteen notes."""
    from hdbscan import HDBSCAN
    from umap import UMAP

    near = UMAP(n_neighbors=15, n_components=5, metric="cosine").fit_transform(vectors)
    return np.asarray(HDBSCAN(min_cluster_size=15).fit_predict(near))
