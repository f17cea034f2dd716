"""Every document in every language can be read by everybody, in every format."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from tests.material import WORKSHOP, make_findings
from tests.publishing.pdf_checker import check_pdf
from tests.publishing.word_checker import check_word
from toolkit.domain import Block, BlockKind, Decision, Document, Review, TableRow, TextRun
from toolkit.drafting import compose_draft, outline_names
from toolkit.errors import Unpublishable
from toolkit.publishing import publish, publish_working_copy
from toolkit.publishing.page import LOCALES
from toolkit.review import apply_reviews, waiting

NOW = dt.datetime(2026, 10, 20, tzinfo=dt.UTC)
PHONE = {"width": 320, "height": 640}

every_document = pytest.mark.parametrize("name", outline_names())
every_language = pytest.mark.parametrize("language", sorted(LOCALES))


@cache
def document(name: str, language: str) -> Document:
    draft = compose_draft(make_findings(), outline=name, workshop=WORKSHOP, language=language)
    reviews = [
        Review(block_id=block_id, decision=Decision.ACCEPT, author="Aino Ahti", made_at=NOW)
        for block_id in waiting(draft, ())
    ]
    return apply_reviews(draft, reviews)


@pytest.fixture(scope="module")
def tab(chromium: Browser) -> Iterator[Page]:
    # The page forbids every script; the checker is one.
    page = chromium.new_context(bypass_csp=True, viewport=PHONE).new_page()
    yield page
    page.context.close()


@every_document
@every_language
def test_a_pdf_is_accessible_and_fit_for_the_archive(
    name: str, language: str, tmp_path: Path
) -> None:
    path = publish(document(name, language), tmp_path / f"{name}.pdf")

    for profile in ("ua1", "2a"):
        assert check_pdf(path.read_bytes(), profile=profile) == []
    assert PdfReader(path).trailer["/Root"]["/Lang"] == LOCALES[language]


@every_document
@every_language
def test_a_word_file_is_accessible(name: str, language: str, tmp_path: Path) -> None:
    path = publish(document(name, language), tmp_path / f"{name}.docx")

    assert check_word(path, language=LOCALES[language]) == []


@pytest.mark.browser
@every_document
@every_language
def test_a_web_page_is_accessible_and_fits_a_phone(
    name: str, language: str, tmp_path: Path, tab: Page
) -> None:
    path = publish(document(name, language), tmp_path / f"{name}.html")

    tab.goto(path.as_uri())
    results = Axe().run(tab)
    assert [(v["id"], v["nodes"][0]["html"]) for v in results.response["violations"]] == []
    assert tab.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.browser
def test_a_working_copy_is_accessible_too(tmp_path: Path, tab: Page) -> None:
    draft = compose_draft(make_findings(), workshop=WORKSHOP)
    copies = {
        suffix: publish_working_copy(draft, tmp_path / f"luonnos.{suffix}")
        for suffix in ("pdf", "html", "docx")
    }

    tab.goto(copies["html"].as_uri())
    assert Axe().run(tab).violations_count == 0
    assert check_pdf(copies["pdf"].read_bytes(), profile="ua1") == []
    assert check_word(copies["docx"], language="fi-FI") == []


def table(*header: str, kind: BlockKind = BlockKind.TABLE) -> Block:
    cells = ((TextRun(text="a"),), (TextRun(text="b"),))
    row = TableRow(id="r", cells=cells)
    return Block(id="t", kind=kind, caption="Taulukko A", header=header, rows=(row,))


@pytest.mark.parametrize(
    "block",
    [
        table(),
        table("Väite"),
        table("Väite", " "),
        replace(table("Väite", "n", kind=BlockKind.FIGURE), caption=""),
    ],
    ids=["no header", "too short a header", "an empty heading", "a figure without words"],
)
@pytest.mark.parametrize("suffix", ["docx", "html", "pdf"])
def test_what_no_renderer_notices_is_noticed(block: Block, suffix: str, tmp_path: Path) -> None:
    broken = replace(document("tyopajan-yhteenveto", "fi"), blocks=(block,))

    with pytest.raises(Unpublishable, match=r"Taulukko A|no caption"):
        publish(broken, tmp_path / f"a.{suffix}")
    assert list(tmp_path.iterdir()) == []
