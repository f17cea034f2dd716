"""How like every note is to every category: what they mean, and the words they share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from toolkit.domain import Category, Note
from toolkit.lemmas import Lemmatizer, PlainLemmatizer
from toolkit.rows import unit

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from toolkit.encoders import Encoder

LANGUAGES = ("fi", "sv", "en")

# With 0.0 … 0.6, the notes that fit and those that do not were told apart best with this.
_WORD_WEIGHT = 0.4
# Sums come out in another order on another machine; six decimals are the same on all.
_DECIMALS = 6


@cache
def background(language: str) -> tuple[str, ...]:
    """Return sentences about anything at all, in ``fi``, ``sv`` or ``en``."""
    path = files("toolkit") / "resources" / "background" / f"{language}.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def measure_likeness(
    notes: Sequence[Note],
    categories: Sequence[Category],
    *,
    encoder: Encoder,
    lemmatizer: Lemmatizer,
) -> NDArray[np.float64]:
    """Return an array of shape (n_notes, n_categories): likeness, rounded to six decimals.

    The vectors of e5 are all near each other, so they are looked at from the mean of sentences
    about anything at all, in the language of the note. A note's row depends on the note alone.
    """
    import numpy as np

    languages = [_language(note) for note in notes]
    spoken = sorted({*languages, "fi"})
    means = {name: encoder.encode(background(name)).mean(axis=0) for name in spoken}
    said = encoder.encode([note.text for note in notes]).astype(np.float64)
    centres = np.array([means[name] for name in languages]).reshape(said.shape)
    seen = unit(said - centres)
    texts = [_texts(category) for category in categories]
    middles = np.array(
        [unit(unit(encoder.encode(own) - means["fi"]).mean(axis=0)) for own in texts]
    )
    words = [
        _words(note.text, name, lemmatizer) for note, name in zip(notes, languages, strict=True)
    ]
    known = [set().union(*(_words(text, "fi", lemmatizer) for text in own)) for own in texts]
    likeness = seen @ middles.T + _WORD_WEIGHT * _overlap(words, known)
    return np.asarray(np.round(likeness, _DECIMALS))


def _language(note: Note) -> str:
    return note.language if note.language in LANGUAGES else "fi"


def _texts(category: Category) -> list[str]:
    """Return what stands for a category: its name and description, what it includes, examples."""
    named = f"{category.label}. {category.description} {category.includes}"
    return [" ".join(named.split()), *category.examples]


def _words(text: str, language: str, lemmatizer: Lemmatizer) -> set[str]:
    """Return the base forms of a text and the parts of its compounds."""
    finnish = language == "fi"
    (lemmas,) = (lemmatizer if finnish else PlainLemmatizer()).lemmas([text])
    parts = (part for word in lemmas for part in (lemmatizer.parts(word) if finnish else ()))
    return {word.lower() for word in (*lemmas, *parts)}


def _overlap(notes: Sequence[set[str]], categories: Sequence[set[str]]) -> NDArray[np.float64]:
    """Return how much of the weight of a note's words each category has, between 0 and 1.

    A word weighs the more the fewer categories have it (inverse document frequency).
    """
    import numpy as np

    counts = Counter(word for words in categories for word in words)
    n = len(categories) + 1

    def weight(words: set[str]) -> float:
        return math.fsum(math.log(n / (counts[word] + 0.5)) ** 2 for word in words)

    shares = [[weight(own & words) / (weight(own) or 1.0) for words in categories] for own in notes]
    return np.asarray(np.sqrt(np.array(shares).reshape(len(notes), len(categories))))
