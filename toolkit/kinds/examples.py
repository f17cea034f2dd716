"""How near a note is to invented examples of each kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from toolkit.domain import NoteKind
from toolkit.kinds.lexicon import LANGUAGES, load_lexicon
from toolkit.rows import unit

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from toolkit.encoders import Encoder

# A kind is as near as its nearest examples; one alone would be chance.
_NEAREST = 5
# Sums come out in another order on another machine; six decimals are the same on all.
_DECIMALS = 6


class Nearness(NamedTuple):
    """How near a note is to a kind, −1 to 1, and the nearest example in its language."""

    value: float
    example: str


class Examples:
    """The examples of every language, as vectors without what their language has in common."""

    def __init__(self, encoder: Encoder) -> None:
        import numpy as np

        self._encoder = encoder
        self._listed: list[tuple[str, NoteKind, str]] = []
        self._means: dict[str, NDArray[np.float64]] = {}
        centred = []
        for language in LANGUAGES:
            by_kind = load_lexicon(language).examples
            own = [(language, kind, text) for kind in NoteKind for text in by_kind[kind]]
            vectors = encoder.encode([text for _, _, text in own]).astype(np.float64)
            self._means[language] = vectors.mean(axis=0)
            centred.append(vectors - self._means[language])
            self._listed += own
        self._vectors = unit(np.vstack(centred))

    def nearness(
        self, texts: Sequence[str], languages: Sequence[str]
    ) -> list[dict[NoteKind, Nearness]]:
        """Return how near every text is to every kind; a text's answer is its own alone."""
        import numpy as np

        vectors = self._encoder.encode(texts).astype(np.float64)
        means = np.stack([self._means[language] for language in languages])
        similar = np.round(unit(vectors - means) @ self._vectors.T, _DECIMALS)
        return [
            {kind: self._to_kind(kind, row, language) for kind in NoteKind}
            for row, language in zip(similar, languages, strict=True)
        ]

    def _to_kind(self, kind: NoteKind, similar: NDArray[np.float64], language: str) -> Nearness:
        own = (n for n, (_language, other, _text) in enumerate(self._listed) if other is kind)
        nearest = sorted(own, key=lambda n: (-similar[n], n))
        value = sum(float(similar[n]) for n in nearest[:_NEAREST]) / _NEAREST
        # People are shown an example in the language of the note.
        shown = next(n for n in nearest if self._listed[n][0] == language)
        return Nearness(value, self._listed[shown][2])
