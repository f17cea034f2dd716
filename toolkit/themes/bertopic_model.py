"""BERTopic put together from the toolkit's own encoder, clustering and Finnish base forms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from toolkit.themes.clustering import NoteClusterer

if TYPE_CHECKING:
    import numpy as np
    from bertopic import BERTopic
    from numpy.typing import NDArray

    from toolkit.encoders import Encoder

_TOP_WORDS = 30


class Words(Protocol):
    """The part of a lemmatizer that is needed here."""

    def lemmas(self, texts: Sequence[str]) -> list[list[str]]:
        """Return the base forms of every text."""


def assemble(
    encoder: Encoder,
    *,
    clusterer: NoteClusterer | None = None,
    lemmatizer: Words | None = None,
    seed: int = 0,
) -> BERTopic:
    """Return a BERTopic model made of the toolkit's parts, not fitted yet.

    Its own defaults find nothing in less than a hundred notes, take ä and ö out of Finnish words
    and depend on chance. Here the vectors are those of ``encoder`` with nothing reduced, the
    clusters those of ``clusterer``, and the words of a topic are base forms weighted by c-TF-IDF.

    Parameters
    ----------
    encoder
        Used when ``fit_transform`` is not given vectors.
    clusterer
        By default a ``NoteClusterer`` with ``seed``.
    lemmatizer
        By default that of ``load_lemmatizer()``.
    """
    from bertopic import BERTopic
    from bertopic.dimensionality import BaseDimensionalityReduction
    from bertopic.vectorizers import ClassTfidfTransformer
    from sklearn.feature_extraction.text import CountVectorizer

    words = lemmatizer or _default_lemmatizer()
    return BERTopic(
        language="multilingual",
        embedding_model=_backend(encoder),
        umap_model=BaseDimensionalityReduction(),
        hdbscan_model=clusterer or NoteClusterer(seed=seed),
        vectorizer_model=CountVectorizer(analyzer=lambda text: words.lemmas([text])[0]),
        ctfidf_model=ClassTfidfTransformer(),
        top_n_words=_TOP_WORDS,
    )


def _default_lemmatizer() -> Words:
    from toolkit.lemmas import load_lemmatizer

    return load_lemmatizer()


def _backend(encoder: Encoder) -> object:
    from bertopic.backend import BaseEmbedder

    class EncoderBackend(BaseEmbedder):  # type: ignore[misc]
        """The toolkit's encoder, as BERTopic calls it."""

        def embed(
            self,
            documents: list[str],
            verbose: bool = False,  # noqa: ARG002, FBT001, FBT002
        ) -> NDArray[np.float32]:
            """Return the vectors of ``documents``."""
            return encoder.encode(documents)

    return EncoderBackend()
