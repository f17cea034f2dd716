"""Notes with the same words as one, so that they always stand together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.domain import Note, Statement
from toolkit.lemmas import Lemmatizer, PlainLemmatizer, strip_frame
from toolkit.privacy import mask_personal_data

# Something with fewer content words ("en tiiä") makes no theme, though it may join one.
_FEWEST_WORDS = 2
# What somebody is called in social media.
_HANDLE = re.compile(r"(?<![\w.])@\w[\w.]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """The notes and statements that say the same words.

    Attributes
    ----------
    text
        The words, without personal data: it must never name a theme.
    compared
        The part of the text that is compared with others.
    language
        ``fi`` where it is not known.
    note_ids, statement_ids
        Sorted; one of them may be empty.
    words
        Base forms of the content words, in order.
    """

    text: str
    compared: str
    language: str
    note_ids: tuple[str, ...]
    statement_ids: tuple[str, ...]
    words: tuple[str, ...] = ()

    @property
    def n(self) -> int:
        """How many notes and statements say it."""
        return len(self.note_ids) + len(self.statement_ids)


def gather(
    notes: Sequence[Note], *, finnish: Lemmatizer, without_frames: bool = False
) -> list[Saying]:
    """Return what ``notes`` say, each saying once, in an order that is not that of the notes.

    Parameters
    ----------
    notes
        Notes and statements.
    finnish
        Finds the base forms of Finnish sayings; words of other languages stay as they are.
    without_frames
        Whether the way a wish begins ("Toivon, että …") is left out of what is compared.
    """
    same: dict[str, list[Note]] = {}
    for note in sorted(notes, key=lambda note: note.id):
        bare = re.sub(r"\W+", " ", note.text.casefold()).strip()
        same.setdefault(bare or note.text, []).append(note)
    groups = [alike for _, alike in sorted(same.items())]
    texts = [_without_personal_data(min(note.text for note in alike)) for alike in groups]
    languages = [max(note.language for note in alike) or "fi" for alike in groups]
    compared = [strip_frame(text) for text in texts] if without_frames else texts
    words = _content_words(compared, languages, finnish)
    return [
        Saying(
            text=text,
            compared=own_text,
            language=language,
            note_ids=tuple(note.id for note in alike if not isinstance(note, Statement)),
            statement_ids=tuple(note.id for note in alike if isinstance(note, Statement)),
            words=own,
        )
        for alike, text, own_text, language, own in zip(
            groups, texts, compared, languages, words, strict=True
        )
    ]


def find_thin(said: Sequence[Saying]) -> list[bool]:
    """Return which sayings are too little to make a theme."""
    thin = [not one.words or (len(set(one.words)) < _FEWEST_WORDS and one.n == 1) for one in said]
    if sum(thin) * 2 > len(thin):  # a board of short notes: what they say is what there is
        thin = [not one.words for one in said]
    return thin


def _without_personal_data(text: str) -> str:
    """Blank out what identifies somebody for certain."""
    text = mask_personal_data(text, word=" ", only_certain=False)
    return _HANDLE.sub(" ", text)


def _content_words(
    texts: Sequence[str], languages: Sequence[str], finnish: Lemmatizer
) -> list[tuple[str, ...]]:
    words: list[tuple[str, ...]] = [()] * len(texts)
    for language in sorted(set(languages)):
        rows = [row for row, other in enumerate(languages) if other == language]
        own = finnish if language == "fi" else PlainLemmatizer()
        for row, lemmas in zip(rows, own.lemmas([texts[row] for row in rows]), strict=True):
            words[row] = tuple(lemmas)
    return words
