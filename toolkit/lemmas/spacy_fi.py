"""Finnish base forms by spaCy and Voikko: the part of speech chooses between readings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from toolkit.lemmas.readings import ADJECTIVE, NAME, NOUN, VERB
from toolkit.lemmas.voikko import VoikkoLemmatizer
from toolkit.lemmas.words import split_words, without_masks

if TYPE_CHECKING:
    from libvoikko import Voikko
    from spacy.language import Language
    from spacy.tokens import Token

PIPELINE = "spacy_fi_experimental_web_md"

_KINDS = {
    "NOUN": frozenset({NOUN}),
    "PROPN": frozenset({NAME, NOUN}),
    "ADJ": frozenset({ADJECTIVE, NOUN}),
    "VERB": frozenset({VERB}),
}


class SpacyLemmatizer(VoikkoLemmatizer):
    """Base forms by spaCy and Voikko: sees the sentence around a word.

    Tells *osaa* (can) from *osaa* (a part) better than Voikko alone; takes six seconds and
    300 MB to load, and some milliseconds for a note.
    """

    name = "spacy"

    def __init__(self, voikko: Voikko, pipeline: Language) -> None:
        super().__init__(voikko)
        self._pipeline = pipeline

    def lemmas(self, texts: Sequence[str]) -> list[list[str]]:
        """Return the base forms of the nouns, adjectives and verbs of every text, in order."""
        return [
            [lemma for token in document for lemma in self._token_lemmas(token)]
            for document in self._pipeline.pipe(map(without_masks, texts))
        ]

    def _token_lemmas(self, token: Token) -> list[str]:
        if token.pos_ not in _KINDS or token.lower_ in self._stop:
            return []
        lemmas = (self._dictionary.lemma(w, _KINDS[token.pos_]) for w in split_words(token.text))
        return [lemma for lemma in lemmas if len(lemma) > 1 and lemma not in self._stop]


def load_spacy(voikko: Voikko) -> SpacyLemmatizer:
    """Load the pipeline without the parts that base forms do not need."""
    import spacy

    return SpacyLemmatizer(voikko, spacy.load(PIPELINE, exclude=["parser", "ner", "lemmatizer"]))
