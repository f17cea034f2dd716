"""Who stops the work while another process reads stops the reading, and nothing has come in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.importers.exports import notes_xlsx, to_xlsx
from toolkit import importers, store, workflow
from toolkit.domain import Workshop
from toolkit.errors import Cancelled
from toolkit.workflow.looking import import_waiting, look_at_waiting
from toolkit.workflow.waiting import find_waiting, keep_waiting


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workbook that a process reads and reads."""

    def read_long(_door: str, _path: Path, *, tell: Callable[[], None], **_options: object) -> None:
        for _ in range(100):
            tell()
        raise AssertionError("nobody was told")

    monkeypatch.setattr(importers, "ask", read_long)
    path = tmp_path / "ilta.xlsx"
    path.write_bytes(to_xlsx(notes_xlsx))
    return path


def stopping() -> Callable[[float, str], None]:
    """Return a progress that somebody stops at the third message."""
    told: list[str] = []

    def progress(share: float, message: str) -> None:
        told.append(message)
        if len(told) == 3:
            assert told[-1] == "Luetaan: ilta.xlsx"
            raise Cancelled("Stopped.")

    return progress


def test_an_import_is_stopped(workshop: Workshop, file: Path) -> None:
    before = store.last_seq(workshop)

    with pytest.raises(Cancelled):
        workflow.import_exports(workshop, [file], actor="Aino", progress=stopping())

    assert store.last_seq(workshop) == before
    assert not list((Path(workshop.folder) / "exports").glob("*"))


def test_a_file_that_waits_goes_on_waiting(workshop: Workshop, file: Path) -> None:
    waiting, _known = keep_waiting(workshop, file)

    with pytest.raises(Cancelled):
        look_at_waiting(workshop, waiting, progress=stopping())
    with pytest.raises(Cancelled):
        import_waiting(workshop, waiting, actor="Aino", progress=stopping())

    assert find_waiting(workshop, waiting).look is None
