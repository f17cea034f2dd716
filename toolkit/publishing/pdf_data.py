"""A page as the plain data that the template of the PDF reads."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import blake2b
from itertools import groupby
from typing import Any

from toolkit.domain import Block, BlockKind, CiteRun, QuoteRun, RefRun, Run
from toolkit.paragraphs import bookmark_name
from toolkit.publishing.bars import draw_bars
from toolkit.publishing.columns import column_shares
from toolkit.publishing.fonts import in_signs
from toolkit.publishing.page import LOCALES, Page, figure_alt, is_block_quote, table_width

_LONG = 40  # blocks; a longer document has a table of contents
_SEAM = 20  # letters of a very long word after which a line may break
_LONG_WORD = re.compile(rf"\S{{{2 * _SEAM},}}")


def page_data(page: Page) -> dict[str, Any]:
    """Return everything that ``resources/style/document.typ`` shows, in signs that the font has."""
    locale, region = LOCALES[page.language].split("-")
    names = ", ".join(page.accepted_by)
    labels = page.labels
    data = {
        "lang": locale,
        "region": region,
        "title": page.title,
        "organiser": page.organiser,
        "status": page.status,
        "draft": page.is_draft,
        "brief": page.is_brief,
        "contents": len(page.blocks) > _LONG and not page.is_brief,
        "labels": {
            name: labels[name]
            for name in ("page", "working_copy", "contents", "sources", "figure_numbers")
        },
        "facts": " · ".join(f"{label}: {value}" for label, value in page.meta.items()),
        "accepted": f"{labels['accepted_by']}: {names}" if names else "",
        "blocks": [_group(page, kind, members) for kind, members in _grouped(page.blocks)],
        "sources_intro": page.sources_intro,
        "sources": [
            {
                "id": _source_id(entry.note_id),
                "ref": entry.ref,
                "text": page.marks[0]
                + entry.text
                + page.marks[1]
                + (f" ({entry.where})" if entry.where else ""),
            }
            for entry in page.sources
        ],
    }
    return {name: _shown(value, page) for name, value in data.items()}


def _grouped(blocks: Iterable[Block]) -> list[tuple[str, list[Block]]]:
    # Items that follow one another are one list.
    groups: list[tuple[str, list[Block]]] = []
    for is_list, members in groupby(blocks, key=lambda block: block.kind is BlockKind.ITEM):
        if is_list:
            groups.append(("list", list(members)))
            continue
        groups.extend(
            ("quote" if is_block_quote(block) else block.kind.value, [block]) for block in members
        )
    return groups


def _group(page: Page, kind: str, members: list[Block]) -> dict[str, Any]:
    if kind == "list":
        return {"kind": kind, "items": [_block(page, block) for block in members]}
    return {"kind": kind, **_block(page, members[0])}


def _block(page: Page, block: Block) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "id": bookmark_name(block.id),
        "level": block.level,
        "runs": _runs(page, block.runs),
        "remarks": [{"author": author, "text": text} for author, text in _remarks(page, block)],
    }
    if block.has_rows:
        width = table_width(block)
        plain["caption"] = block.caption
        plain["shares"] = column_shares(block)
        plain["header"] = [*block.header, *[""] * (width - len(block.header))]
        plain["rows"] = [
            [{"runs": _runs(page, cell)} for cell in (*row.cells, *[()] * (width - len(row.cells)))]
            for row in block.rows
        ]
    if block.kind is BlockKind.FIGURE:
        plain["alt"] = figure_alt(block)
        plain["picture"] = draw_bars(block, page, clean=lambda text: in_signs(text, page))
    return plain


def _remarks(page: Page, block: Block) -> list[tuple[str, str]]:
    said = [(comment.author, comment.text) for comment in page.comments.get(block.id, ())]
    remark = page.remark(block)
    return [(page.labels["machine_author"], remark), *said] if remark else said


def _runs(page: Page, runs: Iterable[Run]) -> list[dict[str, Any]]:
    plain: list[dict[str, Any]] = []
    opening, closing = page.marks
    for run in runs:
        if isinstance(run, CiteRun):
            plain += _citation(page, run)
        elif isinstance(run, QuoteRun):
            plain.append(_text(f"{opening}{run.text}{closing}"))
        elif isinstance(run, RefRun) and run.block_id in page.block_ids:
            plain.append(_link(run.text, bookmark_name(run.block_id)))
        else:
            plain.append(_text(run.text, strong=getattr(run, "strong", False)))
    return plain


def _citation(page: Page, run: CiteRun) -> list[dict[str, Any]]:
    plain = [_text("[")]
    for place, note_id in enumerate(run.note_ids):
        if place:
            plain.append(_text(", "))
        entry = page.source.get(note_id)
        plain.append(
            _link(entry.ref, _source_id(note_id), kind="cite") if entry else _text(note_id)
        )
    return [*plain, _text("]")]


def _text(text: str, *, strong: bool = False) -> dict[str, Any]:
    return {"kind": "text", "text": text, "strong": strong}


def _link(text: str, target: str, *, kind: str = "link") -> dict[str, Any]:
    return {"kind": kind, "text": text, "target": target}


def _source_id(note_id: str) -> str:
    return f"src-{blake2b(note_id.encode(), digest_size=10).hexdigest()}"


def _shown(value: Any, page: Page) -> Any:  # noqa: ANN401 - plain JSON
    if isinstance(value, str):
        return _LONG_WORD.sub(_seamed, in_signs(value, page))
    if isinstance(value, list):
        return [_shown(item, page) for item in value]
    if isinstance(value, dict):
        # A picture is a program for the drawing, its words are seen to where it is drawn.
        return {k: v if k == "picture" else _shown(v, page) for k, v in value.items()}
    return value


def _seamed(word: re.Match[str]) -> str:
    # A line may break where there is a space of no width; otherwise the word runs off the paper.
    return "\u200b".join(word[0][i : i + _SEAM] for i in range(0, len(word[0]), _SEAM))
