"""Notes to themes: vectors, groups, the words that tell groups apart, names."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.domain import REST_ID, Note, Theme
from toolkit.lemmas import Lemmatizer, PlainLemmatizer, load_lemmatizer
from toolkit.privacy import find_personal_data
from toolkit.themes.bertopic_model import assemble
from toolkit.themes.clustering import NoteClusterer
from toolkit.themes.decisions import MAX_CENTRAL, MAX_KEYWORDS, REST_LABEL
from toolkit.themes.ids import theme_id
from toolkit.themes.labels import choose_label, rank_words
from toolkit.themes.vectors import combine

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from toolkit.encoders import Encoder

# A note with fewer content words ("en tiiä") makes no theme, though it may join one.
_FEWEST_WORDS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """Notes with the same words, compared as one so that they always stand together."""

    text: str
    language: str
    note_ids: tuple[str, ...]


class _Ready:
    """Base forms found already, note by note in its own language, joined by spaces."""

    def lemmas(self, texts: Sequence[str]) -> list[list[str]]:
        return [text.split() for text in texts]


def find_themes(
    notes: Sequence[Note],
    *,
    encoder: Encoder,
    lemmatizer: Lemmatizer | None = None,
    seed: int = 0,
    n_themes: int | None = None,
    resolution: float | None = None,
) -> tuple[Theme, ...]:
    """Group ``notes`` by what they speak of.

    The same notes give the same themes in whatever order they come. Notes with the same words
    stand together.

    Parameters
    ----------
    notes
        Any number; languages may be mixed.
    encoder
        Its vectors tell which notes mean the same.
    lemmatizer
        Of Finnish notes and of notes whose language is not known; by default
        ``load_lemmatizer()``.
    seed
        Of the grouping.
    n_themes
        How many themes to make, the rest not counted; by default as many as there seem to be. No
        more are made than there are notes with something to say.
    resolution
        Above 1.0 for more and smaller themes, below for fewer.

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
    if (n_themes is not None and n_themes < 1) or (resolution is not None and resolution <= 0):
        msg = f"n_themes ({n_themes}) and resolution ({resolution}) must be positive"
        raise ValueError(msg)
    said = _gather(notes)
    if not said:
        return ()
    finnish = lemmatizer or load_lemmatizer()
    words = _content_words(said, finnish)
    vectors = combine(
        encoder.encode([one.text for one in said]),
        [[*own, *(part for word in own for part in finnish.parts(word))] for own in words],
        [one.language for one in said],
        seed=seed,
    )
    clusterer = NoteClusterer(
        n_clusters=n_themes, resolution=resolution, seed=seed, thin=_thin(said, words)
    )
    groups, weights = _find_topics(words, vectors, encoder=encoder, clusterer=clusterer)
    rest = groups.pop(-1, [])
    groups = {topic: _from_the_middle(rows, said, vectors) for topic, rows in groups.items()}
    keywords = rank_words(
        {topic: weights[topic] for topic in groups},
        {topic: [words[row] for row in rows] for topic, rows in groups.items()},
    )
    themes = [
        _theme(rows, said, keywords[topic], as_noun=finnish.as_noun)
        for topic, rows in groups.items()
    ]
    themes.sort(key=lambda theme: (-len(theme.note_ids), theme.id))
    return (*themes, *_rest([said[row] for row in rest]))


def _gather(notes: Sequence[Note]) -> list[_Said]:
    """Return the notes, those with the same words as one, in the order of their words."""
    same: dict[str, list[Note]] = {}
    for note in sorted(notes, key=lambda note: note.id):
        words = re.sub(r"\W+", " ", note.text.casefold()).strip()
        same.setdefault(words or note.text, []).append(note)
    return [
        _Said(
            text=_without_personal_data(min(note.text for note in alike)),
            language=max(note.language for note in alike) or "fi",
            note_ids=tuple(note.id for note in alike),
        )
        for _, alike in sorted(same.items())
    ]


def _without_personal_data(text: str) -> str:
    """Blank out what identifies somebody for certain: it must never name a theme."""
    for span in find_personal_data(text):
        text = f"{text[: span.start]}{' ' * (span.end - span.start)}{text[span.end :]}"
    return text


def _content_words(said: Sequence[_Said], finnish: Lemmatizer) -> list[list[str]]:
    words: list[list[str]] = [[] for _ in said]
    for language in sorted({one.language for one in said}):
        rows = [row for row, one in enumerate(said) if one.language == language]
        own = finnish if language == "fi" else PlainLemmatizer()
        for row, lemmas in zip(rows, own.lemmas([said[row].text for row in rows]), strict=True):
            words[row] = lemmas
    return words


def _thin(said: Sequence[_Said], words: Sequence[Sequence[str]]) -> list[bool]:
    """Return which notes say too little to make a theme."""
    thin = [
        not own or (len(set(own)) < _FEWEST_WORDS and len(one.note_ids) == 1)
        for one, own in zip(said, words, strict=True)
    ]
    if sum(thin) * 2 > len(thin):  # a board of short notes: what they say is what there is
        thin = [not own for own in words]
    return thin


def _find_topics(
    words: Sequence[Sequence[str]],
    vectors: NDArray[np.float64],
    *,
    encoder: Encoder,
    clusterer: NoteClusterer,
) -> tuple[dict[int, list[int]], dict[int, dict[str, float]]]:
    """Return topic → rows, and topic → word → weight by c-TF-IDF; topic -1 is the rest."""
    groups: dict[int, list[int]] = {}
    weights: dict[int, dict[str, float]]
    if len({word for own in words for word in own}) > 1:
        model = assemble(encoder, clusterer=clusterer, lemmatizer=_Ready())
        topics, _ = model.fit_transform([" ".join(own) for own in words], embeddings=vectors)
        weights = {topic: dict(model.get_topic(topic)) for topic in set(topics)}
    else:  # c-TF-IDF compares words, and here is nothing to compare
        topics = clusterer.fit(vectors).labels_.tolist()
        weights = {topic: {word: 1.0 for own in words for word in own} for topic in set(topics)}
    for row, topic in enumerate(topics):
        groups.setdefault(topic, []).append(row)
    return groups, weights


def _theme(
    rows: Sequence[int],
    said: Sequence[_Said],
    keywords: Sequence[str],
    *,
    as_noun: Callable[[str], str],
) -> Theme:
    """Make a theme of ``rows``, which come with the most central first."""
    members = tuple(sorted(note_id for row in rows for note_id in said[row].note_ids))
    return Theme(
        id=theme_id(members),
        label=choose_label(keywords, as_noun=as_noun, quote=said[rows[0]].text),
        note_ids=members,
        keywords=tuple(keywords[:MAX_KEYWORDS]),
        central_ids=tuple(said[row].note_ids[0] for row in rows[:MAX_CENTRAL]),
    )


def _from_the_middle(
    rows: Sequence[int], said: Sequence[_Said], vectors: NDArray[np.float64]
) -> list[int]:
    """Return ``rows`` with the one nearest to the mean of all their notes first."""
    import numpy as np

    weights = np.array([len(said[row].note_ids) for row in rows])
    middle = np.average(vectors[list(rows)], axis=0, weights=weights)
    near = np.round(vectors[list(rows)] @ middle, 6)
    return [row for _, row in sorted(zip(-near, rows, strict=True))]


def _rest(said: Sequence[_Said]) -> tuple[Theme, ...]:
    if not said:
        return ()
    note_ids = tuple(sorted(note_id for one in said for note_id in one.note_ids))
    return (Theme(id=REST_ID, label=REST_LABEL, note_ids=note_ids),)
