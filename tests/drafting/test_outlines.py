"""An organisation's own outline: what it may say, and what is wrong when it cannot be used."""

from __future__ import annotations

import pytest

from tests.material import WORKSHOP, make_findings
from toolkit.drafting import compose_draft, parse_outline
from toolkit.errors import UnreadableOutline

OWN = """
title = "Liite aluehallitukselle"
max_pages = 2

[[sections]]
id = "johdanto"
heading = "1 Johdanto: missä mennään?"
slots = ["matter", "decision_path"]

[[sections]]
id = "teemat"
heading = "headings.themes"
slots = ["themes"]
"""


def test_headings_and_title_may_be_words_or_phrases() -> None:
    outline = parse_outline(OWN, name="liite")
    assert (outline.type, outline.max_pages) == ("liite", 2)
    draft = compose_draft(make_findings(), outline=outline, workshop=WORKSHOP, language="sv")
    headings = [block.runs[0].text for block in draft.blocks if block.level == 1]  # type: ignore[union-attr]
    assert headings == ["1 Johdanto: missä mennään?", "Teman"]
    assert (draft.type, draft.title) == ("liite", "Liite aluehallitukselle")


def test_what_a_windows_editor_writes_first_is_no_mistake() -> None:
    assert parse_outline(f"\ufeff{OWN}", name="liite").sections


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        pytest.param("[[sections]]", "[[sections]", "not valid TOML", id="toml"),
        pytest.param('title = "Liite aluehallitukselle"', "", "Add this: title", id="no title"),
        pytest.param('id = "teemat"', "", "sections 2: id", id="no id"),
        pytest.param('slots = ["themes"]', "slots = []", "sections 2: slots", id="no slots"),
        pytest.param('"themes"', '"teemat"', "does not exist.*teemat.*decision_path", id="slot"),
        pytest.param("headings.themes", "headings.teemat", "headings.teemat", id="heading key"),
        pytest.param('id = "teemat"', 'id = "johdanto"', "the same id.*johdanto", id="same id"),
        pytest.param('id = "teemat"', 'id = "a/b"', "other than small.*a/b", id="bad id"),
        pytest.param("max_pages = 2", 'max_pages = "2"', "wrong kind.*max_pages", id="kind"),
        pytest.param("max_pages = 2", "pages = 2", "unknown.*pages", id="unknown key"),
        pytest.param("max_pages = 2", 'type = "muu"', "cannot be called", id="another type"),
    ],
)
def test_what_is_wrong_is_said(before: str, after: str, problem: str) -> None:
    with pytest.raises(UnreadableOutline, match=problem) as raised:
        parse_outline(OWN.replace(before, after), name="liite")
    assert "liite" in str(raised.value)


@pytest.mark.parametrize("text", ["", "sections = 3", "title = 'x'\nsections = [1]"])
def test_what_is_no_outline_at_all_is_said_too(text: str) -> None:
    with pytest.raises(UnreadableOutline):
        parse_outline(text, name="liite")


@pytest.mark.parametrize("name", ["Oma runko", "../muu", ""])
def test_a_name_that_cannot_be_a_file_is_refused(name: str) -> None:
    with pytest.raises(UnreadableOutline, match="cannot be called"):
        parse_outline(OWN, name=name)
