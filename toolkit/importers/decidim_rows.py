"""Rows of a table of Decidim: which language is read, what is left out, what a comment is on."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from toolkit.i18n import _, ngettext
from toolkit.importers.collected import Collected
from toolkit.importers.padlet import join_sentences, plain
from toolkit.importers.support import count_of
from toolkit.text import squeeze_spaces

__all__ = ["Row", "are_comments", "are_proposals", "read_rows"]

Row = tuple[int, Mapping[str, str]]
"""Number of the row, and its cells by heading."""

_OWN = ("participatory_space/", "component/", "endorsements/", "likes/", "state_published_at")
_SUPPORT = (
    "endorsements/total_count", "endorsements", "likes/total_count", "likes", "votes", "supports",
)  # fmt: skip
_LANGUAGES = ("fi", "sv", "en", "")
_LANGUAGE = re.compile(r"(?:title|body)(?:/([a-z]{2}(?:-[a-z]{2,4})?))?")
_UNREAD = ("category", "scope", "taxonomies", "answer", "address", "attachments", "images")


def are_proposals(keys: Collection[str]) -> bool:
    """Whether headings are those of proposals, with a title and a body in any language."""
    has_words = {"title", "body"} <= {key.split("/")[0] for key in keys if _LANGUAGE.fullmatch(key)}
    return "id" in keys and has_words and any(key.startswith(_OWN) for key in keys)


def are_comments(keys: Collection[str]) -> bool:
    """Whether headings are those of comments."""
    return {"id", "body", "commentable_id"} <= set(keys)


def read_rows(rows: Sequence[Row], collected: Collected) -> None:
    """Collect proposals or comments; who wrote them is never kept."""
    keys = {key for _number, cells in rows for key in cells}
    seen: set[str] = set()
    others: set[str] = set()
    for number, cells in rows:
        own_id = squeeze_spaces(cells.get("id", ""))
        if own_id and own_id in seen:
            collected.skip(number, _("the same proposal or comment again"))
            continue
        seen.add(own_id)
        if are_comments(keys):
            _add_comment(collected, number, cells, own_id)
        else:
            others |= _add_proposal(collected, number, cells, own_id)
    _warn_of_languages(others, collected)
    collected.warn_of_columns(
        key
        for key in sorted(keys)
        if key.split("/")[0] in _UNREAD and not key.endswith("id")
        if any(cells.get(key, "").strip() not in {"", "0", "[]"} for _n, cells in rows)
    )


def _add_proposal(
    collected: Collected, number: int, cells: Mapping[str, str], own_id: str
) -> set[str]:
    """Collect a proposal, and return the languages of its other versions."""
    state = squeeze_spaces(cells.get("state", "")).casefold()
    if state == "withdrawn" or cells.get("withdrawn_at", "").strip():
        collected.skip(number, _("withdrawn by its author"))
        return set()
    if state == "rejected":
        collected.skip(number, _("rejected on the platform"))
        return set()
    versions = _versions(cells)
    language = next((key for key in _LANGUAGES if key in versions), None)
    if language is None:
        language = next(iter(versions), "")
    collected.add(
        number,
        versions.get(language, ""),
        place=_("row {n}").format(n=number),
        own_id=own_id and f"proposal-{own_id}",
        weight=sum(count_of(cells.get(key, "")) or 0 for key in _SUPPORT),
    )
    text = versions.get(language)
    return {key for key, other in versions.items() if key and key != language and other != text}


def _versions(cells: Mapping[str, str]) -> dict[str, str]:
    """Return language → title and body; empty versions are left out."""
    found = (_LANGUAGE.fullmatch(key) for key in cells)
    languages = dict.fromkeys(match[1] or "" for match in found if match)
    versions = {}
    for language in languages:
        end = language and f"/{language}"
        title, body = (plain(cells.get(name + end, "")) for name in ("title", "body"))
        if text := join_sentences(title, body):
            versions[language] = text
    return versions


def _add_comment(collected: Collected, number: int, cells: Mapping[str, str], own_id: str) -> None:
    on_id = squeeze_spaces(cells.get("commentable_id", ""))
    kind = cells.get("commentable_type", "").rsplit(":", 1)[-1].strip().casefold()
    stances = {"1": _("row {n}, in favour"), "-1": _("row {n}, against")}
    place = stances.get(squeeze_spaces(cells.get("alignment", "")), _("row {n}"))
    words = {key: cells[key] for key in cells if key.split("/")[0] == "body"}
    collected.add(
        number,
        next((text for cell in words.values() if (text := plain(cell))), ""),
        place=place.format(n=number),
        own_id=own_id and f"comment-{own_id}",
        on_id=on_id and f"{'comment' if kind == 'comment' else kind or 'proposal'}-{on_id}",
        is_comment=True,
    )


def _warn_of_languages(languages: set[str], collected: Collected) -> None:
    message = ngettext(
        "Each proposal was read in one language. Another version was not read: {names}.",
        "Each proposal was read in one language. Other versions were not read: {names}.",
        len(languages),
    )
    collected.warn_unread("languages_not_read", message, sorted(languages))
