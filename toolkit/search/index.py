"""An index of notes: made once, then quick enough to search while somebody types."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from toolkit.domain import Hit, Note
from toolkit.encoders import Encoder
from toolkit.lemmas import Lemmatizer, load_lemmatizer
from toolkit.search.meaning import Meanings
from toolkit.search.tables import Rows, TermTable
from toolkit.search.terms import find_terms, key, plain_terms, words_of

# A word itself counts more than a part of a compound, and that more than its first letters.
_WHOLE, _PART, _BEGINNING = 1.0, 0.75, 0.5
_DECIMALS = 6

Found = Mapping[int, float]
"""Row of a note → how well it answers one word of the query."""


class NoteIndex:
    """Notes that can be searched by words and by meaning.

    Parameters
    ----------
    notes
        Any number, in any order and of any language.
    lemmatizer
        Of Finnish notes and of notes whose language is not known; by default
        ``load_lemmatizer()``. Words of other languages are compared as they stand.
    encoder
        Finds notes by meaning too. Without one only words count. It reads the notes at the first
        search that needs it.
    """

    def __init__(
        self,
        notes: Sequence[Note],
        *,
        lemmatizer: Lemmatizer | None = None,
        encoder: Encoder | None = None,
    ) -> None:
        self._notes = sorted(notes, key=lambda note: note.id)
        self._encoder = encoder
        self._finnish = lemmatizer or load_lemmatizer()
        self._words = [words_of(note.text) for note in self._notes]
        self._whole, self._parts, self._foreign = TermTable(), TermTable(), TermTable()
        self._fill()

    def _fill(self) -> None:
        by_word: dict[bool, dict[str, set[int]]] = {True: {}, False: {}}
        for row, words in enumerate(self._words):
            known = self._notes[row].language in {"", "fi"}
            for word in words:
                by_word[known].setdefault(word, set()).add(row)
        self._terms = find_terms(by_word[True], self._finnish)
        for word, terms in self._terms.items():
            self._whole.add(terms.whole, word, by_word[True][word])
            self._parts.add(terms.parts, word, by_word[True][word])
        for word, terms in plain_terms(by_word[False]).items():
            self._foreign.add(terms.whole, word, by_word[False][word])

    @cached_property
    def _meanings(self) -> Meanings | None:
        if self._encoder is None or not self._notes:
            return None
        return Meanings([note.text for note in self._notes], self._encoder)

    def search(self, query: str, *, limit: int = 50) -> tuple[Hit, ...]:
        """Return at most ``limit`` notes, those found by word first, best first.

        By word: every word of the query is in the note, in any form of it, or as a part of a
        compound (*koulu* finds *kouluissa* and *koulukiusaaminen*). A word that no note has is
        taken to be unfinished and finds what begins with it; in notes of other languages than
        Finnish every word does. By meaning: the other notes that are near enough to the query.

        Raises
        ------
        ValueError
            If ``limit`` is not positive.
        """
        if limit < 1:
            msg = f"limit ({limit}) must be positive"
            raise ValueError(msg)
        asked = list(dict.fromkeys(words_of(query)))
        if not asked:
            return ()
        hits = self._by_word(asked)
        if len(hits) < limit and self._meanings is not None:
            have = {hit.note_id for hit in hits}
            hits += [hit for hit in self._by_meaning(query) if hit.note_id not in have]
        return tuple(hits[:limit])

    def _by_word(self, asked: Sequence[str]) -> list[Hit]:
        found: list[Found] = []
        matched: dict[int, set[str]] = {}
        for word in asked:
            answers: dict[int, float] = {}
            for score, other, rows in self._answers(word):
                for row in rows:
                    answers[row] = max(score, answers.get(row, 0.0))
                    matched.setdefault(row, set()).add(other)
            found.append(answers)
        rows = set(found[0]).intersection(*found[1:])
        scores = {row: sum(one[row] for one in found) / len(found) for row in rows}
        hits = [
            Hit(
                note_id=self._notes[row].id,
                by="word",
                score=round(score, _DECIMALS),
                words=tuple(w for w in dict.fromkeys(self._words[row]) if w in matched[row]),
            )
            for row, score in scores.items()
        ]
        return sorted(hits, key=lambda hit: (-hit.score, hit.note_id))

    def _answers(self, asked: str) -> Iterator[tuple[float, str, Rows]]:
        """Yield how well a word of the query was answered, the word that did, and its rows."""
        start = key(asked)
        # A word of the notes is read as it was read among them.
        read = self._terms.get(asked) or find_terms([asked], self._finnish)[asked]
        own = [
            (score, word, rows)
            for score, table in ((_WHOLE, self._whole), (_PART, self._parts))
            for word, rows in table.find(read.whole)
        ]
        yield from own
        unfinished = () if own else (self._whole, self._parts)
        for table in (self._foreign, *unfinished):
            yield from ((_BEGINNING, word, rows) for word, rows in table.find_beginning(start))
        yield from ((_WHOLE, word, rows) for word, rows in self._foreign.find([start]))

    def _by_meaning(self, query: str) -> Iterator[Hit]:
        assert self._meanings is not None  # noqa: S101 - the caller has looked
        for row, score in self._meanings.near(query):
            yield Hit(note_id=self._notes[row].id, by="meaning", score=score)


def search_notes(
    notes: Sequence[Note],
    query: str,
    *,
    encoder: Encoder | None = None,
    lemmatizer: Lemmatizer | None = None,
    limit: int = 50,
) -> tuple[Hit, ...]:
    """Return the notes that a query finds; see ``NoteIndex``, which keeps what it has read."""
    return NoteIndex(notes, lemmatizer=lemmatizer, encoder=encoder).search(query, limit=limit)
