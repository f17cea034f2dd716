"""Documents of what people recorded become files whose words nobody can turn into markup."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import docx
import pytest

from tests.drafting.proceedings import CASES
from tests.material import WORKSHOP, make_findings
from toolkit.domain import BlockKind
from toolkit.drafting import compose_draft
from toolkit.publishing import publish_working_copy


@pytest.mark.parametrize("type_", ["osallisuusohjelma", "palaute", "lausuntoyhteenveto"])
def test_hostile_records_are_published_as_text(tmp_path: Path, type_: str) -> None:
    findings = replace(make_findings(), proceedings=CASES["hostile words"])
    draft = compose_draft(findings, outline=type_, workshop=WORKSHOP)

    html = publish_working_copy(draft, tmp_path / "luonnos.html").read_text(encoding="utf-8")
    word = docx.Document(str(publish_working_copy(draft, tmp_path / "luonnos.docx")))

    assert '<script>alert("moi")' not in html
    assert "&lt;script&gt;" in html
    tables = sum(block.kind is BlockKind.TABLE for block in draft.blocks)
    assert len(word.tables) >= tables > 0
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert any('<script>alert("moi")</script>' in cell for cell in cells)
