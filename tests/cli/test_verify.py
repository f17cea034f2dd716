"""The report of the verification from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from toolkit.domain import Workshop


@pytest.mark.models
def test_verify_tells_what_the_draft_leaves_out_and_writes_the_report(
    run: Run, walked_copy: Workshop, tmp_path: Path
) -> None:
    path = tmp_path / "raportti.html"

    answer = run("verify", walked_copy.folder, "--type", "julkilausuma", "--out", path)

    assert answer.code == 0, answer.err
    assert "Satunnaisesti valitut osallistujien omat merkinnät" in answer.out
    assert "Tarkistusraportti" in path.read_text(encoding="utf-8")


@pytest.mark.models
def test_an_unknown_format_of_the_report_is_named(
    run: Run, walked_copy: Workshop, tmp_path: Path
) -> None:
    path = tmp_path / "raportti.xyz"

    answer = run("verify", walked_copy.folder, "--type", "julkilausuma", "--out", path)

    assert answer.code != 0
    assert ".html" in answer.err
    assert not path.exists()
