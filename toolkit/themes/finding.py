"""Notes to themes: vectors, groups, and a name for each group."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from toolkit.domain import Note, Theme
from toolkit.lemmas import Lemmatizer, load_lemmatizer
from toolkit.themes.building import build_themes
from toolkit.themes.clustering import NoteClusterer
from toolkit.themes.corpus import Corpus
from toolkit.themes.sayings import Saying, find_thin, gather
from toolkit.themes.stability import find_stability
from toolkit.themes.vectors import combine, language_offsets

if TYPE_CHECKING:
    import numpy as np
    from bertopic import BERTopic
    from numpy.typing import NDArray

    from toolkit.encoders import Encoder


class Clusterer(Protocol):
    """Anything that groups as ``KMeans`` and ``HDBSCAN`` of scikit-learn do.

    Attributes
    ----------
    labels_
        After ``fit``: the group of every row, -1 for none.
    """

    labels_: NDArray[np.int_]

    def fit(self, vectors: NDArray[np.float64]) -> object:
        """Group the rows of ``vectors``."""


class ThemeFinder:
    """Notes made ready for grouping, so that grouping them again takes no time.

    Parameters
    ----------
    notes
        Any number; languages may be mixed. Statements among them help to find the themes and are
        placed in them, but are not counted as notes.
    encoder
        Its vectors tell which notes mean the same.
    lemmatizer
        Of Finnish notes and of notes whose language is not known; by default
        ``load_lemmatizer()``.
    without_frames
        Whether the way a wish begins ("Toivon, että …") is left out before notes are compared, so
        that wishes do not stand together for being wishes. Notes themselves stay as they are.
    seed
        Of the resamples that tell how steady themes are. The themes themselves do not depend on
        chance.

    Attributes
    ----------
    texts
        The different texts of the notes, in the order of the rows of ``vectors``.
    note_ids
        The notes that say each of them.
    vectors
        Shape (n_texts, n_dimensions), of length one: what texts are compared by.
    """

    def __init__(
        self,
        notes: Sequence[Note],
        *,
        encoder: Encoder,
        lemmatizer: Lemmatizer | None = None,
        without_frames: bool = True,
        seed: int = 0,
    ) -> None:
        self._lemmatizer = lemmatizer or load_lemmatizer()
        self._said = gather(notes, finnish=self._lemmatizer, without_frames=without_frames)
        self._seed = seed
        self.texts = [one.text for one in self._said]
        self.note_ids = [one.note_ids for one in self._said]
        self.vectors = _vectors(self._said, encoder, self._lemmatizer)

    def find(
        self,
        *,
        n_themes: int | None = None,
        resolution: float | None = None,
        clusterer: Clusterer | BERTopic | None = None,
        stability: bool = True,
    ) -> tuple[Theme, ...]:
        """Return the themes; see ``find_themes``.

        Parameters
        ----------
        stability
            Whether to compute how steady each theme is, which takes most of the time.
        """
        if (n_themes is not None and n_themes < 1) or (resolution is not None and resolution <= 0):
            msg = f"n_themes ({n_themes}) and resolution ({resolution}) must be positive"
            raise ValueError(msg)
        if not self._said:
            return ()
        # Reading words is Python's work, grouping vectors is not: they go side by side.
        with ThreadPoolExecutor(1) as beside:
            corpus = beside.submit(lambda: self._corpus)
            if clusterer is None:
                own = NoteClusterer(
                    n_clusters=n_themes, resolution=resolution, thin=find_thin(self._said)
                )
                labels = own.fit(self.vectors).labels_
                shares = beside.submit(find_stability, own, seed=self._seed) if stability else None
            else:
                labels, shares = self._foreign(clusterer), None
            return build_themes(
                self._said,
                self.vectors,
                labels,
                steady=shares.result if shares else dict,
                corpus=corpus.result(),
            )

    @cached_property
    def _corpus(self) -> Corpus:
        return Corpus(
            [one.compared for one in self._said],
            words=[one.words for one in self._said],
            languages=[one.language for one in self._said],
            weights=[one.n for one in self._said],
            lemmatizer=self._lemmatizer,
        )

    def _foreign(self, clusterer: Clusterer | BERTopic) -> NDArray[np.int_]:
        """Return the groups of a method of another library."""
        import numpy as np

        if hasattr(clusterer, "fit_transform") and hasattr(clusterer, "hdbscan_model"):
            topics, _ = clusterer.fit_transform(self.texts, embeddings=self.vectors)
            return np.asarray(topics)
        clusterer.fit(self.vectors)
        return np.asarray(clusterer.labels_)


def find_themes(
    notes: Sequence[Note],
    *,
    encoder: Encoder,
    lemmatizer: Lemmatizer | None = None,
    seed: int = 0,
    n_themes: int | None = None,
    resolution: float | None = None,
    without_frames: bool = True,
    clusterer: Clusterer | BERTopic | None = None,
) -> tuple[Theme, ...]:
    """Group ``notes`` by what they speak of.

    The same notes give the same themes in whatever order they come. Notes with the same words
    stand together.

    Parameters
    ----------
    notes, encoder, lemmatizer, seed, without_frames
        See ``ThemeFinder``.
    n_themes
        How many themes to make, the rest not counted; by default as many as there seem to be. No
        more are made than there are notes with something to say.
    resolution
        Above 1.0 for more and smaller themes, below for fewer.
    clusterer
        Another method in place of the toolkit's own: a clusterer of scikit-learn's manner, or a
        BERTopic model, which gets texts and vectors. The two parameters above are then not used.

    Returns
    -------
    tuple of Theme
        Largest first, and last what fits nowhere (``"muut"``) if there is anything. Every note
        is in exactly one. Labels are the machine's suggestions.

    Raises
    ------
    ValueError
        If ``n_themes`` or ``resolution`` is not positive.
    """
    finder = ThemeFinder(
        notes, encoder=encoder, lemmatizer=lemmatizer, without_frames=without_frames, seed=seed
    )
    return finder.find(n_themes=n_themes, resolution=resolution, clusterer=clusterer)


def _vectors(
    said: Sequence[Saying], encoder: Encoder, lemmatizer: Lemmatizer
) -> NDArray[np.float64]:
    import numpy as np

    if not said:
        return np.zeros((0, 1))
    return combine(
        encoder.encode([one.compared for one in said]),
        [[*one.words, *(p for word in one.words for p in lemmatizer.parts(word))] for one in said],
        [one.language for one in said],
        offsets=language_offsets(encoder.name),
    )
