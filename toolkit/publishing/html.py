"""Documents as one accessible HTML file: no script, no request, nothing but text and style."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from itertools import groupby

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from toolkit.domain import Block, BlockKind, CiteRun, QuoteRun, RefRun, Run
from toolkit.paragraphs import bookmark_name
from toolkit.publishing.bars import draw_bars
from toolkit.publishing.page import LOCALES, Page, figure_alt, is_block_quote, printable


def render(page: Page) -> bytes:
    """Return the file as UTF-8."""
    text = _template().render(
        page=page,
        locale=LOCALES[page.language],
        style=Markup(_resource("document.css")),  # noqa: S704 - our own file
        groups=_grouped(page.blocks),
        contents=[block for block in page.blocks if block.level == 1],
        runs=lambda runs: _runs(page, runs),
        anchor=bookmark_name,
        source_anchor=_source_anchor,
        figure_alt=figure_alt,
        picture=lambda block: Markup(draw_bars(block, page)),  # noqa: S704 - escaped where drawn
        is_quote=is_block_quote,
        printable=printable,
    )
    return text.encode("utf-8")


def _runs(page: Page, runs: Iterable[Run]) -> Markup:
    parts = [_run(page, run) for run in runs]
    return Markup("").join(parts)


def _run(page: Page, run: Run) -> Markup:
    if isinstance(run, CiteRun):
        links = Markup(", ").join(_link(page, note_id) for note_id in run.note_ids)
        return Markup('<span class="cite">[{}]</span>').format(links)
    text = printable(run.text)
    if isinstance(run, RefRun) and run.block_id in page.block_ids:
        return Markup('<a href="#{}">{}</a>').format(bookmark_name(run.block_id), text)
    if isinstance(run, QuoteRun):
        return Markup("{}{}{}").format(page.marks[0], text, page.marks[1])
    if getattr(run, "strong", False):
        return Markup("<strong>{}</strong>").format(text)
    return Markup("{}").format(text)


def _link(page: Page, note_id: str) -> Markup:
    entry = page.source.get(note_id)
    if entry is None:
        return Markup("{}").format(note_id)
    return Markup('<a href="#{}" title="{}" aria-label="{} {}">{}</a>').format(
        _source_anchor(entry.ref),
        printable(entry.text),
        page.labels["source"],
        entry.ref,
        entry.ref,
    )


def _source_anchor(ref: str) -> str:
    plain = re.sub(r"[^A-Za-z0-9-]", "", ref)
    return (
        f"src-{plain}"
        if plain == ref
        else f"src-{blake2b(ref.encode(), digest_size=6).hexdigest()}"
    )


def _grouped(blocks: Iterable[Block]) -> list[tuple[str, list[Block]]]:
    # Items that follow one another are one list.
    grouped = groupby(blocks, key=lambda block: block.kind is BlockKind.ITEM)
    groups: list[tuple[str, list[Block]]] = []
    for is_list, members in grouped:
        if is_list:
            groups.append(("list", list(members)))
        else:
            groups.extend((block.kind.value, [block]) for block in members)
    return groups


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(_resource("document.html"))


@cache
def _resource(name: str) -> str:
    path = files("toolkit") / "resources" / "style" / name
    return path.read_text(encoding="utf-8")
