"""A file whose writing is stopped leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.apps.material import PADLET, compose_draft
from toolkit import store, workflow
from toolkit.errors import Cancelled


def test_a_stopped_file_leaves_the_old_one_and_no_line(tmp_path: Path) -> None:
    made = workflow.create_workshop(tmp_path / "ilta", title="Ilta", actor="Aino")
    export = tmp_path / "seina.csv"
    export.write_text(PADLET, encoding="utf-8")
    workflow.import_exports(made, [export], actor="Aino")
    compose_draft(made)
    how = {"type": "tyopajan-yhteenveto", "format": "html", "working_copy": True}
    path = workflow.publish_document(made, actor="Aino", **how)
    before, n_lines = path.read_bytes(), store.last_seq(made)

    def stop(share: float, _message: str) -> None:
        if share > 0.5:
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        workflow.publish_document(made, actor="Aino", progress=stop, **how)

    assert path.read_bytes() == before
    assert store.last_seq(made) == n_lines
    assert list(path.parent.iterdir()) == [path]
