"""The real models, loaded once for all tests of kinds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from toolkit.domain import KindSuggestion, Note
from toolkit.encoders import SentenceEncoder, load_encoder
from toolkit.kinds import find_kinds
from toolkit.lemmas import SpacyParser, load_parser

Suggest = Callable[..., KindSuggestion]


@pytest.fixture(scope="session")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> SentenceEncoder:
    return load_encoder(cache=tmp_path_factory.mktemp("embeddings"))


@pytest.fixture(scope="session")
def parser() -> SpacyParser:
    return load_parser()


@pytest.fixture
def suggest(encoder: SentenceEncoder, parser: SpacyParser) -> Suggest:
    """Suggest the kind of one note."""

    def call(text: str, *, language: str = "fi", prompt: str = "") -> KindSuggestion:
        note = Note(id="n", text=text, language=language, prompt=prompt)
        (found,) = find_kinds([note], encoder=encoder, parser=parser)
        return found

    return call
