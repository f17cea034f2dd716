"""Coverage measured once is read again for the same words and notes, and for no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.apps.material import PADLET, propose_draft, propose_themes
from toolkit import workflow
from toolkit.domain import Coverage, EventKind, Workshop
from toolkit.workflow import measuring
from toolkit.workflow.documents import load_checked
from toolkit.workflow.measuring import Measured, load_coverage, update_coverage

KIND = "tyopajan-yhteenveto"
COVERAGE = Coverage(
    n_notes=6, n_sentences=1, mean=0.5, random_mean=0.4, limit=0.3, left_out=("x",), rows=()
)


@pytest.fixture
def drafted(tmp_path: Path) -> Workshop:
    made = workflow.create_workshop(tmp_path / "ilta", title="Ilta", actor="Aino")
    export = tmp_path / "seinä.csv"
    export.write_text(PADLET, encoding="utf-8")
    workflow.import_exports(made, [export], actor="Aino")
    propose_themes(made)
    propose_draft(made)
    return made


def known(workshop: Workshop) -> Measured | None:
    return load_coverage(workshop, load_checked(workflow.load_present(workshop), type=KIND))


@pytest.mark.parametrize("found", [COVERAGE, None])
def test_what_was_measured_is_read_again_until_the_words_change(
    drafted: Workshop, monkeypatch: pytest.MonkeyPatch, found: Coverage | None
) -> None:
    monkeypatch.setattr(measuring, "measure_draft", lambda *_args: found)
    assert known(drafted) is None

    update_coverage(drafted, type=KIND)
    assert known(drafted) == Measured(found)

    payload = {"type": KIND, "block_id": "a/2", "text": "Toisin."}
    workflow.decide(drafted, EventKind.PARAGRAPH_EDITED, payload, actor="Maija")
    assert known(drafted) is None


def test_a_broken_file_is_as_none(drafted: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measuring, "measure_draft", lambda *_args: COVERAGE)
    update_coverage(drafted, type=KIND)
    (path,) = (Path(drafted.folder) / ".cache" / "coverage").iterdir()
    path.write_text("{", encoding="utf-8")

    assert known(drafted) is None
