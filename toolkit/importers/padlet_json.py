"""A Padlet board as its programming interface gives it: JSON:API with posts and sections."""

from __future__ import annotations

from typing import Any

from toolkit.domain import Import
from toolkit.errors import UnreadableExport
from toolkit.i18n import N_, _
from toolkit.importers.collected import Collected
from toolkit.importers.format import Format
from toolkit.importers.opened import OpenedFile
from toolkit.importers.padlet import add_post, warn_comments
from toolkit.text import squeeze_spaces

__all__ = ["FORMAT"]

_NAME = "padlet-json"


def recognises(file: OpenedFile) -> bool:
    """Whether the main object is a board."""
    return _text(_dict(_dict(file.json).get("data")), "type") == "board"


def parse(file: OpenedFile) -> Import:
    """Make one note of every approved post; others are skipped with their reason."""
    if not recognises(file):
        raise UnreadableExport(
            N_("No Padlet board is in the JSON: {name}. Ask for it with its posts and sections."),
            name=file.name,
        )
    board = _dict(file.json)
    included = board.get("included")
    objects = [_dict(item) for item in included] if isinstance(included, list) else []
    sections = {
        _text(item, "id"): _text(_attributes(item), "title")
        for item in objects
        if item.get("type") == "section"
    }
    title = _text(_attributes(_dict(board.get("data"))), "title")
    collected = Collected()
    posts = [item for item in objects if item.get("type") == "post"]
    seen: set[str] = set()
    for row, post in enumerate(posts, start=1):
        own_id = squeeze_spaces(_text(post, "id"))
        if own_id and own_id in seen:
            collected.skip(row, _("the same post again"))
            continue
        seen.add(own_id)
        prompt = sections.get(_section_id(post), "") or title
        _read_post(collected, row, post, own_id=own_id, prompt=prompt)
    warn_comments(sum(1 for item in objects if item.get("type") == "comment"), collected)
    collected.warn_of_columns(_fields(posts))
    return collected.to_import(file, format_name=_NAME, prefix="padlet")


def _read_post(
    collected: Collected, row: int, post: dict[str, Any], *, own_id: str, prompt: str
) -> None:
    attributes = _attributes(post)
    status = _text(attributes, "status")
    if status not in ("", "approved"):
        reasons = {
            "pending_moderation": _("waits for moderation on the board"),
            "scheduled": _("not published on the board yet"),
        }
        collected.skip(row, reasons.get(status, _("not published on the board")))
        return
    content = _dict(attributes.get("content"))
    add_post(
        collected,
        row,
        subject=_text(content, "subject"),
        body=_text(content, "bodyHtml") or _text(content, "body"),
        prompt=prompt,
        place=_("post {n}").format(n=row),
        has_attachment=bool(content.get("attachment")),
        own_id=own_id,
    )


def _section_id(post: dict[str, Any]) -> str:
    section = _dict(_dict(post.get("relationships")).get("section"))
    return _text(_dict(section.get("data")), "id")


def _fields(posts: list[dict[str, Any]]) -> list[str]:
    names: list[str] = []
    for post in posts:
        fields = _attributes(post).get("customFields")
        listed = fields if isinstance(fields, list) else []
        names.extend(_text(_dict(item), "key") for item in listed)
        if _dict(_dict(_attributes(post).get("content")).get("attachment")).get("poll"):
            names.append(_("poll"))
    return [name for name in names if name]


def _attributes(item: dict[str, Any]) -> dict[str, Any]:
    return _dict(item.get("attributes"))


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(item: dict[str, Any], key: str) -> str:
    value = item.get(key)
    return value if isinstance(value, str) else ""


FORMAT = Format(name=_NAME, title=N_("Padlet: board (JSON)"), recognises=recognises, parse=parse)
