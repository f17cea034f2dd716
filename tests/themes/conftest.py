"""Notes, a model-free encoder and events for the tests of themes."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from toolkit.domain import Event, EventKind, Note

SPEECH = {
    "jono": [
        "Jonot lääkäriin ovat pitkät",
        "Jono psykologille kestää kuukausia",
        "Lyhyemmät jonot psykologille ja lääkäriin",
        "Psykologin jono on kohtuuton",
        "Lääkärin jono ei liiku",
    ],
    "bussi": [
        "Bussi kulkee kahdesti päivässä kylälle",
        "Iltaisin bussi ei kulje kylälle",
        "Bussin aikataulu ja kyyti kylälle",
        "Kyyti kylälle puuttuu, bussi ei kulje",
        "Bussi on kallis, kyyti kylälle ei onnistu",
    ],
    "nuorisotalo": [
        "Nuorisotalo on auki perjantaina ja ohjaaja tuttu",
        "Nuorisotalon ohjaaja kuuntelee",
        "Nuorisotalolle toinen ohjaaja",
        "Ohjaaja nuorisotalolla osaa auttaa kavereita",
        "Nuorisotalon sohva ja ohjaaja",
    ],
}


class WordEncoder:
    """Gives texts that share the beginnings of words near vectors; no model, same answer always."""

    name = "words"

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return an array of shape (n_texts, 256), rows of length one."""
        vectors = np.full((len(texts), 256), 0.01, dtype=np.float32)
        for row, text in enumerate(texts):
            for word in text.lower().split():
                vectors[row, hashlib.blake2b(word[:4].encode()).digest()[0]] += 1
        lengths: NDArray[np.float32] = np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors / lengths


@pytest.fixture
def encoder() -> WordEncoder:
    return WordEncoder()


@pytest.fixture
def notes() -> list[Note]:
    texts = [text for group in SPEECH.values() for text in group] + ["en tiiä", "ihan ok"]
    return [Note(id=f"n{n:02}", text=text, language="fi") for n, text in enumerate(texts)]


@pytest.fixture
def event() -> Callable[..., Event]:
    def make(kind: EventKind, seq: int = 1, **payload: Any) -> Event:
        at = dt.datetime(2026, 10, 6, 12, tzinfo=dt.UTC)
        return Event(seq=seq, at=at, actor="Aino", kind=kind, payload=payload)

    return make
