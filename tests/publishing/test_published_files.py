"""Files are whole, in a known format, and never a draft in disguise."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from toolkit.domain import Document, Draft
from toolkit.errors import NoSuchThing
from toolkit.publishing import FORMATS, publish, publish_working_copy

formats = pytest.mark.parametrize("suffix", sorted(FORMATS))


@formats
def test_a_file_is_written_whole_and_alone(document: Document, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / "uusi" / f"yhteenveto{suffix}"
    assert publish(document, path) == path
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    (tmp_path / "plain").touch()
    assert path.stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_file_that_cannot_be_written_leaves_the_old_one(
    document: Document, tmp_path: Path
) -> None:
    path = tmp_path / "yhteenveto.docx"
    path.write_text("vanha")
    broken = replace(document, language="xx")
    with pytest.raises(KeyError):
        publish(broken, path)
    assert path.read_text() == "vanha"
    assert len(list(tmp_path.iterdir())) == 1


def test_an_unknown_format_is_named_with_the_known_ones(draft: Draft, tmp_path: Path) -> None:
    with pytest.raises(NoSuchThing, match=r"“\.rtf”.*\.docx, \.html"):
        publish_working_copy(draft, tmp_path / "yhteenveto.rtf")
    assert list(tmp_path.iterdir()) == []
