"""What a reader of the ODT file was promised; the real LibreOffice makes it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from lxml import etree

from toolkit.domain import BlockKind, Document, Draft
from toolkit.errors import Unpublishable
from toolkit.paragraphs import bookmark_name
from toolkit.publishing import odt, publish, publish_working_copy, writable_formats

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"

needs_libreoffice = pytest.mark.skipif(
    odt.find_libreoffice() is None, reason="no LibreOffice; install Debian's libreoffice-writer"
)


@needs_libreoffice
def test_structure_language_and_pictures_survive(document: Document, tmp_path: Path) -> None:
    path = publish(document, tmp_path / "yhteenveto.odt")

    with zipfile.ZipFile(path) as archive:
        assert archive.read("mimetype") == b"application/vnd.oasis.opendocument.text"
        content = etree.fromstring(archive.read("content.xml"))
        styles = etree.fromstring(archive.read("styles.xml"))
        meta = archive.read("meta.xml").decode()
    levels = [heading.get(f"{TEXT}outline-level") for heading in content.iter(f"{TEXT}h")]
    assert levels.count("2") == sum(block.level == 2 for block in document.blocks)
    assert len(list(content.iter(f"{TABLE}table-header-rows"))) == 2
    [figure] = [block for block in document.blocks if block.kind is BlockKind.FIGURE]
    described = {mark.text for tag in ("desc", "title") for mark in content.iter(f"{SVG}{tag}")}
    assert figure.alt in described
    languages = {mark.get(f"{FO}language") for mark in styles.iter() if mark.get(f"{FO}language")}
    assert languages <= {"fi", "none"}
    assert document.title in meta
    names = {mark.get(f"{TEXT}name") for mark in content.iter(f"{TEXT}bookmark-start")}
    assert {bookmark_name(block.id) for block in document.blocks} <= names
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_without_libreoffice_a_reader_is_told_what_to_do(
    draft: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert writable_formats() == ("docx", "html", "pdf")
    with pytest.raises(Unpublishable, match=r"LibreOffice.*not installed.*\.docx"):
        publish_working_copy(draft, tmp_path / "luonnos.odt")
    assert list(tmp_path.iterdir()) == []


def test_a_program_that_makes_nothing_leaves_nothing(
    draft: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "bin" / "soffice"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))

    with pytest.raises(Unpublishable, match="did not make"):
        publish_working_copy(draft, tmp_path / "luonnos.odt")
    assert [entry.name for entry in tmp_path.iterdir()] == ["bin"]
