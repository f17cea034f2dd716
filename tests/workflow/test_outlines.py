"""An organisation's own outlines in a folder, beside the shipped ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.drafting.test_outlines import OWN
from toolkit import drafting, workflow
from toolkit.domain import Workshop
from toolkit.errors import NoSuchThing, UnreadableOutline, UnreviewedDraft


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(workflow.OUTLINES, str(tmp_path))
    return tmp_path


def test_without_the_setting_there_are_the_shipped_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(workflow.OUTLINES, raising=False)
    assert workflow.outline_names() == drafting.outline_names()
    monkeypatch.setenv(workflow.OUTLINES, "/ei/ole")
    assert workflow.outline_names() == drafting.outline_names()


def test_own_outlines_are_read_beside_the_shipped_and_before_them(folder: Path) -> None:
    (folder / "liite.toml").write_text(OWN, encoding="utf-8")
    (folder / "julkilausuma.toml").write_text(OWN, encoding="utf-8")
    (folder / "muistio.txt").write_text("ei tämä")

    assert set(workflow.outline_names()) == {*drafting.outline_names(), "liite"}
    assert workflow.find_outline("liite").max_pages == 2
    assert workflow.find_outline("julkilausuma").title == "Liite aluehallitukselle"
    assert workflow.find_outline("koonti") == drafting.load_outline("koonti")


def test_an_outline_that_is_not_there_or_cannot_be_read_is_named(folder: Path) -> None:
    (folder / "liite.toml").write_bytes(b"title = '\xff'")
    with pytest.raises(NoSuchThing, match=r"runo.*julkilausuma.*liite"):
        workflow.find_outline("runo")
    with pytest.raises(UnreadableOutline, match="liite"):
        workflow.find_outline("liite")


@pytest.mark.models
def test_a_document_of_ones_own_goes_the_whole_way_once_it_is_short_enough(
    folder: Path, walked_copy: Workshop
) -> None:
    (folder / "liite.toml").write_text(OWN, encoding="utf-8")

    draft, gates = workflow.update_draft(walked_copy, type="liite")
    workflow.accept_waiting(walked_copy, type="liite", actor="Aino Esimerkki")
    assert draft.title == "Liite aluehallitukselle"
    assert [(gate.gate, gate.level) for gate in gates] == [("G9", "error")]
    with pytest.raises(UnreviewedDraft, match="vie 3 sivua, mutta sen pitää mahtua 2 sivulle"):
        workflow.publish_document(walked_copy, type="liite", format="html", actor="Aino")

    longer = OWN.replace("max_pages = 2", "max_pages = 3")
    (folder / "liite.toml").write_text(longer, encoding="utf-8")
    path = workflow.publish_document(walked_copy, type="liite", format="html", actor="Aino")
    assert "1 Johdanto: missä mennään?" in path.read_text(encoding="utf-8")
