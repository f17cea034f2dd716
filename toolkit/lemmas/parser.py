"""Finnish words with their forms: which mood, which case, denied or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple, Protocol

from toolkit.errors import MissingModel
from toolkit.i18n import N_
from toolkit.lemmas.spacy_fi import PIPELINE

if TYPE_CHECKING:
    from spacy.language import Language


class ParsedWord(NamedTuple):
    """A word or a punctuation mark of a text.

    Attributes
    ----------
    text
        As written.
    lemma
        Dictionary form as the pipeline guesses it.
    pos
        Part of speech, as in Universal Dependencies: ``VERB``, ``AUX``, ``PUNCT`` …
    forms
        Feature → value, as there: ``{"Mood": "Cnd", "Voice": "Act"}``.
    """

    text: str
    lemma: str
    pos: str
    forms: Mapping[str, str]


class Parser(Protocol):
    """Anything that tells the forms of the words of Finnish texts."""

    def parse(self, texts: Sequence[str]) -> list[tuple[ParsedWord, ...]]:
        """Return the words of every text, in order."""


class SpacyParser:
    """The forms that spaCy's Finnish pipeline tells."""

    def __init__(self, pipeline: Language) -> None:
        self._pipeline = pipeline

    def parse(self, texts: Sequence[str]) -> list[tuple[ParsedWord, ...]]:
        """Return the words of every text, in order."""
        return [
            tuple(
                ParsedWord(token.text, token.lemma_, token.pos_, token.morph.to_dict())
                for token in document
                if not token.is_space
            )
            for document in self._pipeline.pipe(texts)
        ]


def load_parser() -> SpacyParser:
    """Load spaCy's Finnish pipeline: six seconds, 300 MB, then some milliseconds for a note.

    Raises
    ------
    MissingModel
        If spaCy or the pipeline is not installed.
    """
    for package in ("spacy", PIPELINE):
        if find_spec(package) is None:
            raise MissingModel(
                N_("A library is missing. Install it: {command}"),
                command=f"pip install {package.replace('_', '-')}",
            )
    import spacy

    return SpacyParser(spacy.load(PIPELINE, exclude=["parser", "ner"]))
