"""Notes to be named: their words, each in one form, and which of them may be shown."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from toolkit.lemmas import Lemmatizer, Phrase, PlainLemmatizer, find_words, known_names
from toolkit.themes.word_forms import ends_like_noun, find_verbs, one_form

FINNISH = "fi"
# -lla, -ssa, -lle: what a name may have after it.
_LONGEST_ENDING = 3


class Corpus:
    """All rows, and what their words say of each other.

    Parameters
    ----------
    texts
        Of every row, without personal data that a pattern can tell.
    words
        Base forms of every row, as ``lemmatizer`` gives them for Finnish.
    languages
        ``fi``, ``sv`` or ``en`` of every row.
    weights
        How many notes stand behind every row.
    lemmatizer
        Of Finnish.

    Attributes
    ----------
    words
        Of every row those that may be shown, in the form that stands for the word.
    phrases
        Noun phrases of every row.
    """

    def __init__(
        self,
        texts: Sequence[str],
        *,
        words: Sequence[Sequence[str]],
        languages: Sequence[str],
        weights: Sequence[float],
        lemmatizer: Lemmatizer,
    ) -> None:
        self.texts, self.languages, self.weights = texts, languages, weights
        self.lemmatizer = lemmatizer
        self._verbs: dict[str, frozenset[str]] = {}
        self._forms: dict[str, dict[str, str]] = {}
        for language in sorted(set(languages) - {FINNISH}):
            rows = [row for row, other in enumerate(languages) if other == language]
            self._verbs[language] = find_verbs((texts[row] for row in rows), language)
            self._forms[language] = one_form((w for row in rows for w in words[row]), language)
        self._written = self._ways_of_writing()
        self.words = [
            [self.one_form(w, languages[row]) for w in own if self.may_be_shown(w, languages[row])]
            for row, own in enumerate(words)
        ]
        self.phrases = self._find_phrases()

    def one_form(self, word: str, language: str) -> str:
        """Return the form that stands for ``word`` in its language."""
        return self._forms[language].get(word, word) if language in self._forms else word

    def may_be_shown(self, word: str, language: str) -> bool:
        """Return whether ``word`` is hardly the name of a person.

        A word that the dictionary has as a name too is one if it stands inside sentences with a
        capital. A word that no dictionary knows may be one unless it is written in small letters
        inside sentences, or begins several of them and is in no list of names.
        """
        if self._is_listed_name(word):
            return False
        written = self._written[language, self.one_form(word.lower(), language)]
        if self.lemmatizer.is_person(word):
            return self.lemmatizer.as_noun(word) == word and written["small"] >= written["inside"]
        if language == FINNISH and self.lemmatizer.knows(word):
            return True
        if written["small"] > written["inside"]:
            return True
        if self.lemmatizer.knows(word):
            return True
        return not written["inside"] and written["opening"] != 1

    def _is_listed_name(self, word: str) -> bool:
        """Return whether ``word`` is a listed name, also with a case ending: Fatiman, Smiths."""
        bare, names = word.lower(), known_names()
        if bare in names:
            return True
        stems = (bare[:end] for end in range(max(4, len(bare) - _LONGEST_ENDING), len(bare)))
        return not self.lemmatizer.knows(word) and any(stem in names for stem in stems)

    def without_names(self, row: int) -> str:
        """Return the text of ``row`` with an ellipsis for what may be the name of a person."""
        text, language = self.texts[row], self.languages[row]
        for word in find_words(text):
            known = self.lemmatizer.knows(word.text) and not self.lemmatizer.is_person(word.text)
            if (
                word.has_capital
                and not known
                and not self.may_be_shown(word.text.lower(), language)
            ):
                text = re.sub(rf"(?<!\w){re.escape(word.text)}(?!\w)", "…", text)
        return text

    def seems_no_noun(self, word: str, language: str) -> bool:
        """Return whether ``word`` of a language without a dictionary seems to be no noun."""
        if language == FINNISH:
            return False
        return word in self._verbs[language] or not ends_like_noun(word, language)

    def as_shown(self, word: str, language: str) -> str:
        """Return ``word`` with the capitals it is written with: eu → EU."""
        written = self._written[language, word.lower()]
        if language == FINNISH or written["small"] >= written["capitals"] + written["inside"]:
            return word
        return word.upper() if written["capitals"] > written["inside"] else word.capitalize()

    def _ways_of_writing(self) -> defaultdict[tuple[str, str], Counter[str]]:
        """Count how often every word is in small letters, in capitals, or begins with one."""
        counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for text, language in zip(self.texts, self.languages, strict=True):
            for word in find_words(text):
                if word.has_capital:
                    way = "opening" if word.opens else "inside"
                else:
                    way = "small" if word.text[0].islower() else "capitals"
                counts[language, self.one_form(word.text.lower(), language)][way] += 1
        return counts

    def _find_phrases(self) -> list[list[Phrase]]:
        phrases: list[list[Phrase]] = [[] for _ in self.texts]
        for language in sorted(set(self.languages)):
            rows = [row for row, other in enumerate(self.languages) if other == language]
            reader = self.lemmatizer if language == FINNISH else PlainLemmatizer()
            found = reader.phrases([self.texts[row] for row in rows])
            for row, own in zip(rows, found, strict=True):
                phrases[row] = [p for p in own if language == FINNISH or self._is_free(p, language)]
        return phrases

    def _is_free(self, phrase: Phrase, language: str) -> bool:
        return all(self.may_be_shown(word, language) for word in phrase.lemmas)
