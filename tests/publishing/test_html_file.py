"""What a reader of the web page was promised."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html

from toolkit.domain import BlockKind, Comment, Document, Draft
from toolkit.publishing import publish, publish_working_copy


@pytest.fixture(scope="module")
def source(document: Document, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = publish(document, tmp_path_factory.mktemp("html") / "yhteenveto.html")
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(source: str) -> html.HtmlElement:
    return html.document_fromstring(source)


def test_it_is_one_file_that_asks_for_nothing(source: str, page: html.HtmlElement) -> None:
    assert not page.xpath("//script | //link | //img | //iframe | //@onclick | //@src")
    assert "url(" not in source
    assert "@import" not in source
    assert all(link.get("href").startswith("#") for link in page.xpath("//a"))


def test_structure_is_what_assistive_technology_needs(
    document: Document, page: html.HtmlElement
) -> None:
    assert page.get("lang") == "fi-FI"
    assert page.findtext(".//title") == document.title
    assert [h.text_content() for h in page.xpath("//h1")] == [document.title]
    assert all(len(page.xpath(f"//{name}")) == 1 for name in ("header", "main", "nav", "footer"))
    assert page.xpath("//body/*")[0].get("href") == f"#{page.xpath('//main/@id')[0]}"
    levels = [
        int(heading.tag[1])
        for heading in page.xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4]")
    ]
    assert all(b - a <= 1 for a, b in pairwise(levels))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert len(page.xpath("//ul[not(@class)]/li")) == sum(
        block.kind is BlockKind.ITEM for block in document.blocks
    )


def test_tables_have_captions_headers_and_scroll_by_keyboard(page: html.HtmlElement) -> None:
    tables = page.xpath("//table")
    assert len(tables) == 2
    for table in tables:
        assert table.xpath("caption")[0].text_content().strip()
        assert set(table.xpath("thead//th/@scope")) == {"col"}
        assert set(table.xpath("tbody//th/@scope")) == {"row"}
        region = table.getparent()
        assert (region.get("role"), region.get("tabindex")) == ("region", "0")
        assert page.get_element_by_id(region.get("aria-labelledby")) is table.xpath("caption")[0]


def test_every_citation_leads_to_its_note(document: Document, page: html.HtmlElement) -> None:
    words = {source.ref: source.text for source in document.sources}
    links = page.xpath("//span[@class='cite']/a")
    assert len(links) > 50
    for link in links:
        entry = page.get_element_by_id(link.get("href")[1:])
        assert link.get("title") == words[link.text]
        assert words[link.text] in entry.text_content()
        assert link.text in link.get("aria-label")


def test_text_from_notes_is_text(source: str, page: html.HtmlElement) -> None:
    assert "<script" not in source
    assert "<b>" not in source
    assert "<script>alert('moi')</script>" in page.text_content()
    assert '=1+1 & "lainaus" <b>ei lihavoi</b>' in page.text_content()


def test_a_published_page_says_who_accepted_it(page: html.HtmlElement) -> None:
    assert "Aino Ahti" in page.xpath("//footer")[0].text_content()
    assert "LUONNOS" not in page.text_content()


def test_a_working_copy_says_luonnos_on_screen_and_on_every_printed_page(
    draft: Draft, tmp_path: Path
) -> None:
    remark = Comment(
        block_id=draft.blocks[1].id,
        text="<i>Kuka?</i>",
        author="Eero",
        made_at=dt.datetime(2026, 10, 20, tzinfo=dt.UTC),
    )
    path = publish_working_copy(draft, tmp_path / "luonnos.html", comments=[remark])
    page = html.document_fromstring(path.read_text(encoding="utf-8"))
    assert "LUONNOS" in page.xpath("//header")[0].text_content()
    assert "LUONNOS" in page.findtext(".//title")
    assert page.body.get("data-status") == "LUONNOS"
    assert "attr(data-status)" in page.findtext(".//style")
    assert "<i>Kuka?</i>" in page.text_content()
    assert not page.xpath("//footer")
