"""The folder that set-up builds, run by ONNX Runtime without torch: ready in a second."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

GRAPH = "onnx/model.onnx"
MAX_TOKENS = 512


def has_runtime() -> bool:
    """Whether the libraries that run such a folder are installed."""
    return all(find_spec(name) for name in ("onnxruntime", "tokenizers"))


class OnnxEngine:
    """Mean of a text's token vectors, scaled to length one; what is after 512 tokens is not read.

    Texts go through one at a time: 8-bit activations share a scale within a batch, so a neighbour
    would change a vector, and padding would cost more than a larger batch saves. Each processor
    takes the next text; the numbers do not depend on how many there are.

    Parameters
    ----------
    folder
        ``tokenizer.json`` and ``onnx/model.onnx``, as ``build_e5`` writes them.
    prompt
        Put before every text.
    n_threads
        By default, as many as there are processors.
    """

    def __init__(self, folder: Path, *, prompt: str, n_threads: int | None = None) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        self._prompt = prompt
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.encode_special_tokens = True  # “</s>” in a note is text
        self._tokenizer.enable_truncation(MAX_TOKENS)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(folder / GRAPH), options, providers=["CPUExecutionProvider"]
        )
        self._n_threads = n_threads or os.cpu_count() or 1

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return an array of shape (n_texts, n_dimensions), rows of length one; n_texts ≥ 1."""
        import numpy as np

        pieces = self._tokenizer.encode_batch([self._prompt + text for text in texts])
        # The longest first, so that no processor is left with it at the end.
        order = sorted(range(len(texts)), key=lambda row: -len(pieces[row].ids))
        with ThreadPoolExecutor(self._n_threads) as pool:
            found = dict(zip(order, pool.map(lambda n: self._vector(pieces[n].ids), order)))  # noqa: B905
        return np.stack([found[row] for row in range(len(texts))])

    def _vector(self, ids: list[int]) -> NDArray[np.float32]:
        import numpy as np

        tokens = np.array([ids], dtype=np.int64)
        given = {"input_ids": tokens, "attention_mask": np.ones_like(tokens)}
        (states,) = self._session.run(None, given)
        mean = states[0].mean(axis=0)
        vector: NDArray[np.float32] = mean / np.linalg.norm(mean)
        return vector
