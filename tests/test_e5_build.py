"""How set-up builds the model: the same bytes every time, whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from toolkit.encoders import build_e5, load_encoder
from toolkit.encoders.loading import BUILD
from toolkit.encoders.registry import E5_SMALL, MODELS, find_model
from toolkit.errors import MissingModel

pytestmark = pytest.mark.models


@pytest.fixture(scope="module")
def folder() -> Path:
    found = find_model(E5_SMALL.name, MODELS).folder
    assert found, f"the model has not been built: {BUILD}"
    return found


def test_what_fails_a_check_is_not_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build_e5, "E5_SMALL", replace(E5_SMALL, onnx_sha256="0" * 64))
    with pytest.raises(MissingModel, match=r"tokens (\d{4})/\1, cosine 0\.99"):
        build_e5.build_e5(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_second_build_finds_the_first(folder: Path) -> None:
    before = (folder / "onnx" / "model.onnx").stat().st_mtime_ns
    assert build_e5.build_e5() == folder
    assert (folder / "onnx" / "model.onnx").stat().st_mtime_ns == before


def test_a_changed_file_is_refused(folder: Path, tmp_path: Path) -> None:
    changed = tmp_path / E5_SMALL.name / "onnx"
    changed.mkdir(parents=True)
    (changed / "model.onnx").write_bytes(b"something else")
    (changed / "model.onnx.sha256").write_text(f"{E5_SMALL.onnx_sha256}  model.onnx\n")
    with pytest.raises(MissingModel, match=BUILD):
        load_encoder(models=tmp_path).encode(["jono"])
