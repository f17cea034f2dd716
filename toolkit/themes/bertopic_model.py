"""BERTopic put together from the toolkit's own encoder, clustering and Finnish base forms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from toolkit.lemmas import Lemmatizer, load_lemmatizer
from toolkit.themes.clustering import NoteClusterer
from toolkit.themes.topic_words import weigh_words

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from bertopic import BERTopic
    from numpy.typing import NDArray

    from toolkit.encoders import Encoder

_TOP_WORDS = 30


def assemble(
    encoder: Encoder,
    *,
    clusterer: NoteClusterer | None = None,
    lemmatizer: Lemmatizer | None = None,
) -> BERTopic:
    """Return a BERTopic model made of the toolkit's parts, not fitted yet.

    Its own defaults find nothing in less than a hundred notes, take ä and ö out of Finnish words
    and depend on chance. Here nothing of the vectors is reduced, the clusters are those of
    ``clusterer``, and the words of a topic are base forms in the toolkit's own order. Given the
    texts and vectors of a ``ThemeFinder``, it groups them alike; it does not set apart the texts
    that say too little.

    Parameters
    ----------
    encoder
        Used when ``fit_transform`` is not given vectors.
    clusterer
        By default a ``NoteClusterer``.
    lemmatizer
        By default that of ``load_lemmatizer()``.

    Examples
    --------
    ``model.fit_transform(finder.texts, embeddings=finder.vectors)``
    """
    from bertopic import BERTopic
    from bertopic.dimensionality import BaseDimensionalityReduction
    from bertopic.vectorizers import ClassTfidfTransformer
    from sklearn.feature_extraction.text import CountVectorizer

    words = lemmatizer or load_lemmatizer()
    return BERTopic(
        language="multilingual",
        embedding_model=_backend(encoder),
        umap_model=BaseDimensionalityReduction(),
        hdbscan_model=clusterer or NoteClusterer(),
        vectorizer_model=CountVectorizer(analyzer=lambda text: words.lemmas([text])[0]),
        ctfidf_model=ClassTfidfTransformer(),
        representation_model=_representation(words),
        top_n_words=_TOP_WORDS,
    )


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


def _representation(words: Lemmatizer) -> object:
    from bertopic.representation import BaseRepresentation

    class NotesThatSayIt(BaseRepresentation):  # type: ignore[misc]
        """The words of a topic in the order in which they name it best."""

        def extract_topics(
            self,
            _model: BERTopic,
            documents: pd.DataFrame,
            _c_tf_idf: object,
            topics: Mapping[int, list[tuple[str, float]]],
        ) -> Mapping[int, list[tuple[str, float]]]:
            """Return topic → pairs of a word and its weight by c-TF-IDF, best first."""
            texts, labels = list(documents["Document"]), list(documents["Topic"])
            groups = {t: [row for row, own in enumerate(labels) if own == t] for t in topics}
            ranked = weigh_words(groups, words=words.lemmas(texts), weights=[1.0] * len(texts))
            return {
                topic: [(word.word, word.weight) for word in ranked[topic][:_TOP_WORDS]]
                for topic in topics
            }

    return NotesThatSayIt()
