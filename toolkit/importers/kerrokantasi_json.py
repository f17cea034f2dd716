"""Comments as Kerrokantasi's programming interface gives them: pages of a list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from toolkit.domain import Import
from toolkit.errors import UnreadableExport
from toolkit.i18n import N_, _
from toolkit.importers.collected import Collected
from toolkit.importers.format import Format
from toolkit.importers.kerrokantasi import is_filler
from toolkit.importers.opened import OpenedFile
from toolkit.importers.padlet import join_sentences, plain, warn_of_attachments

__all__ = ["FORMAT"]

_NAME = "kerrokantasi-json"
_KEYS = frozenset(("id", "content", "n_votes", "author_name"))


def recognises(file: OpenedFile) -> bool:
    """Whether a page, or a list of pages or comments, holds comments of Kerrokantasi."""
    return any(item.keys() >= _KEYS for item in _items(file.json))


def _pages(json: object) -> list[dict[str, Any]]:
    pages = json if isinstance(json, list) else [json]
    return [page for page in pages if isinstance(page, dict)]


def _items(json: object) -> Iterator[dict[str, Any]]:
    for page in _pages(json):
        results = page.get("results", page)
        listed = results if isinstance(results, list) else [results]
        yield from (item for item in listed if isinstance(item, dict) and "content" in item)


def parse(file: OpenedFile) -> Import:
    """Make one note of every comment and reply; what was flagged or deleted is skipped."""
    items = list(_items(file.json))
    if not items:
        raise UnreadableExport(
            N_("No comments of Kerrokantasi are in the JSON: {name}. Fetch them again."),
            name=file.name,
        )
    collected = Collected()
    parents = {_id(item, "id"): _id(item, "comment") for item in items}
    gone = {_id(item, "id") for item in items if _why_left_out(item)}
    seen: set[str] = set()
    n_attachments = 0
    for row, item in enumerate(items, start=1):
        own_id = _id(item, "id")
        why = _("the same comment again") if own_id and own_id in seen else _why_left_out(item)
        seen.add(own_id)
        if why:
            collected.skip(row, why)
            continue
        on_id = _id(item, "comment")
        note = collected.add(
            row,
            join_sentences(plain(_text(item, "content")), plain(_text(item, "map_comment_text"))),
            place=_("comment {n}").format(n=row),
            own_id=own_id,
            weight=max(item["n_votes"], 0) if type(item.get("n_votes")) is int else 0,
            on_id=on_id if on_id in parents and on_id not in gone else "",
            is_comment=bool(on_id),
        )
        n_attachments += bool(item.get("images")) and note is not None
    warn_of_attachments(n_attachments, collected)
    _warn_of_missing(_pages(file.json), len(items), collected)
    return collected.to_import(file, format_name=_NAME, prefix="kerrokantasi")


def _why_left_out(item: dict[str, Any]) -> str:
    if item.get("deleted") is True or is_filler(_text(item, "content")):
        return _("deleted on the platform")
    return _("flagged on the platform") if item.get("flagged") is True else ""


def _warn_of_missing(pages: list[dict[str, Any]], n: int, collected: Collected) -> None:
    """Say when the service has more comments than the pages in the file."""
    counts = [page["count"] for page in pages if type(page.get("count")) is int]
    if counts and max(counts) > n:
        message = _("The file holds {n} of {count} comments. Fetch the other pages, too.")
        collected.warn("pages_missing", message.format(n=n, count=max(counts)))


def _text(item: dict[str, Any], key: str) -> str:
    value = item.get(key)
    return value if isinstance(value, str) else ""


def _id(item: dict[str, Any], key: str) -> str:
    value = item.get(key)
    return str(value).strip() if type(value) is int or isinstance(value, str) else ""


FORMAT = Format(
    name=_NAME, title=N_("Kerrokantasi: comments (JSON)"), recognises=recognises, parse=parse
)
