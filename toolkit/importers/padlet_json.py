"""A Padlet board as its programming interface gives it: JSON:API with posts, sections, comments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from toolkit.domain import Import
from toolkit.errors import UnreadableExport
from toolkit.i18n import N_, _
from toolkit.importers.collected import Collected
from toolkit.importers.format import Format
from toolkit.importers.opened import OpenedFile
from toolkit.importers.padlet import add_post, warn_of_attachments, why_unpublished
from toolkit.importers.padlet_comments import add_comment, warn_of_unlinked
from toolkit.text import squeeze_spaces

__all__ = ["FORMAT"]

_NAME = "padlet-json"


def recognises(file: OpenedFile) -> bool:
    """Whether the main object is a board."""
    return _text(_dict(_dict(file.json).get("data")), "type") == "board"


def parse(file: OpenedFile) -> Import:
    """Make one note of every approved post and comment; others are skipped with their reason."""
    if not recognises(file):
        raise UnreadableExport(
            N_("No Padlet board is in the JSON: {name}. Ask for it with its posts and sections."),
            name=file.name,
        )
    board = _dict(file.json)
    included = board.get("included")
    objects = [_dict(item) for item in included] if isinstance(included, list) else []
    sections = {
        _id(item): _text(_attributes(item), "title")
        for item in objects
        if item.get("type") == "section"
    }
    title = _text(_attributes(_dict(board.get("data"))), "title")
    posts = [item for item in objects if item.get("type") == "post"]
    comments = [item for item in objects if item.get("type") == "comment"]
    support, others = _support(objects)
    collected = Collected()
    prompts = [sections.get(_related(post, "section"), "") or title for post in posts]
    notes = _read_posts(collected, posts, prompts, support=support)
    asked = {_id(post): prompt for post, prompt in zip(posts, prompts, strict=True)}
    _read_comments(collected, comments, notes, asked, support=support)
    collected.warn_of_columns([*_fields(posts), *others])
    return collected.to_import(file, format_name=_NAME, prefix="padlet")


def _read_posts(
    collected: Collected,
    posts: list[dict[str, Any]],
    prompts: list[str],
    *,
    support: Mapping[str, int],
) -> dict[str, int | str | None]:
    """Collect the posts, and return by id what stands for the note, or why there is none."""
    notes: dict[str, int | str | None] = {}
    n_attachments = 0
    for row, (post, prompt) in enumerate(zip(posts, prompts, strict=True), start=1):
        own_id = _id(post)
        why = why_unpublished(_text(_attributes(post), "status"))
        if own_id and own_id in notes:
            collected.skip(row, _("the same post again"))
            continue
        if why:
            notes[own_id] = why
            collected.skip(row, why)
            continue
        content = _dict(_attributes(post).get("content"))
        notes[own_id] = add_post(
            collected,
            row,
            subject=_text(content, "subject"),
            body=_text(content, "bodyHtml") or _text(content, "body"),
            prompt=prompt,
            place=_("post {n}").format(n=row),
            has_attachment=bool(content.get("attachment")),
            own_id=own_id,
            weight=support.get(own_id, 0),
        )
        n_attachments += bool(content.get("attachment")) and notes[own_id] is not None
    warn_of_attachments(n_attachments, collected)
    return notes


def _read_comments(
    collected: Collected,
    comments: list[dict[str, Any]],
    posts: Mapping[str, int | str | None],
    prompts: Mapping[str, str],
    *,
    support: Mapping[str, int],
) -> None:
    seen: set[str] = set()
    n_unlinked = 0
    for row, comment in enumerate(comments, start=1):
        own_id = _id(comment)
        attributes = _attributes(comment)
        on = _related(comment, "post")
        post = posts.get(on) if on else None
        if own_id and own_id in seen:
            collected.skip(row, _("the same comment again"))
        elif why := why_unpublished(_text(attributes, "status")):
            collected.skip(row, why)
        elif isinstance(post, str):
            collected.skip(row, _("on a post that is not published on the board"))
        else:
            note = add_comment(
                collected,
                row,
                _text(attributes, "htmlContent") or _text(attributes, "content"),
                post=post,
                place=_("comment {n}").format(n=row),
                prompt=prompts.get(on, "") if on else "",
                own_id="" if own_id in posts else own_id,
                weight=support.get(own_id, 0),
            )
            n_unlinked += note is not None and post is None
        seen.add(own_id)
    warn_of_unlinked(n_unlinked, collected)


def _support(objects: list[dict[str, Any]]) -> tuple[Counter[str], list[str]]:
    """Return how many marks of support each post and comment has, and other kinds of marks."""
    found: Counter[str] = Counter()
    others: list[str] = []
    for item in objects:
        if item.get("type") != "reaction":
            continue
        kind, value = _text(_attributes(item), "reactionType"), _attributes(item).get("value")
        is_for = isinstance(value, int | float) and value > 0
        if kind in ("like", "star") or (kind == "vote" and is_for):
            found[_related(item, "post") or _related(item, "comment")] += 1
        else:
            others.append(kind)
    return found, others


def _id(item: dict[str, Any]) -> str:
    return squeeze_spaces(_text(item, "id"))


def _related(item: dict[str, Any], name: str) -> str:
    related = _dict(_dict(item.get("relationships")).get(name))
    return squeeze_spaces(_text(_dict(related.get("data")), "id"))


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
