"""The list of documents: every type by its name, an organisation's own last."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.apps.material import do
from tests.drafting.test_outlines import OWN
from toolkit import workflow
from toolkit.apps.session import Session
from toolkit.apps.state_document import TYPES
from toolkit.domain import Workshop
from toolkit.drafting import outline_names


def test_every_type_has_a_name_and_ones_own_comes_last(
    evening: Workshop,
    open_screen: Callable[..., Session],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert set(outline_names()) <= TYPES.keys()
    (tmp_path / "liite.toml").write_text(OWN, encoding="utf-8")
    monkeypatch.setenv(workflow.OUTLINES, str(tmp_path))

    session = open_screen("luonnos", evening)
    types = do(session, "nothing")["view"]["types"]
    labels = {item["key"]: item["label"] for item in types}

    assert labels["koonti"] == "Koonti"
    assert labels["paattajan-tiivistelma"] == "Päättäjän tiivistelmä"
    assert list(labels)[-1] == "liite"
    assert set(labels) == {*outline_names(), "liite"}
    assert do(session, "choose", type="liite")["view"]["type"] == "liite"
    assert do(session, "choose", type="runo")["level"] == "error"
