"""Comments on Padlet posts: notes of their own, joined to the post that their table names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from toolkit.i18n import _, ngettext
from toolkit.importers.collected import Collected
from toolkit.importers.padlet import Rows, plain, why_unpublished
from toolkit.importers.tables import header_key
from toolkit.text import html_to_text

__all__ = ["add_comment", "comment_columns", "read_comments", "warn_of_unlinked"]

_HEADINGS = {
    "comment": ("comment", "comments", "kommentti", "kommentit", "kommentar", "kommentarer"),
    "post": (
        "post", "post subject", "post title", "subject", "julkaisu", "otsikko", "aihe", "inlägg",
        "rubrik", "ämne",
    ),
    "status": ("status", "tila"),
}  # fmt: skip
_WITHOUT_WORDS = frozenset((
    "author", "tekijä", "kirjoittaja", "författare", "created at", "created", "luotu", "skapad",
    "updated at", "updated", "päivitetty", "uppdaterad",
))  # fmt: skip


def comment_columns(header: Sequence[str]) -> dict[str, int] | None:
    """Return which column holds what, or None when the header is not that of comments."""
    keys = [header_key(cell) for cell in header]
    columns = {
        name: next(keys.index(heading) for heading in headings if heading in keys)
        for name, headings in _HEADINGS.items()
        if not set(headings).isdisjoint(keys)
    }
    return columns if "comment" in columns else None


def read_comments(
    rows: Rows,
    collected: Collected,
    *,
    posts: Mapping[str, Sequence[int | None]],
    place: str = "",
) -> int:
    """Collect the comments of a table, and return how many could not be joined to a post.

    Parameters
    ----------
    posts
        See ``read_posts``. A name that two posts have tells nothing.
    """
    header = rows[0][1]
    columns = comment_columns(header)
    if columns is None:
        raise ValueError("not a table of Padlet comments")
    n_unlinked = 0
    for row, cells in rows[1:]:
        comment = {name: cells[i] if i < len(cells) else "" for name, i in columns.items()}
        if any(cell.strip() for cell in cells[len(header) :]):
            collected.skip(row, _("more cells than the header has columns"))
            continue
        if why := why_unpublished(comment.get("status", ""), only_known=True):
            collected.skip(row, why)
            continue
        found = posts.get(header_key(plain(comment.get("post", ""))), ())
        post = found[0] if len(found) == 1 else None
        where = f"{place}{_('comment, row {n}').format(n=row)}"
        note = add_comment(collected, row, comment["comment"], post=post, place=where)
        n_unlinked += note is not None and post is None
    others = [
        heading
        for i, heading in enumerate(header)
        if i not in columns.values()
        and header_key(heading) not in _WITHOUT_WORDS
        and any(cells[i].strip() for _row, cells in rows[1:] if i < len(cells))
    ]
    collected.warn_of_columns(others)
    return n_unlinked


def add_comment(
    collected: Collected,
    row: int,
    text: str,
    *,
    post: int | None,
    place: str,
    prompt: str = "",
    own_id: str = "",
    weight: int = 0,
) -> int | None:
    """Collect one comment; who wrote it is never kept."""
    return collected.add(
        row,
        plain(text),
        prompt=html_to_text(prompt),
        place=place,
        own_id=own_id,
        weight=weight,
        reply_to=post,
        is_comment=True,
    )


def warn_of_unlinked(n: int, collected: Collected) -> None:
    """Say how many comments stand by themselves, because nothing tells what they are on."""
    if n:
        message = ngettext(
            "{n} comment stands by itself: the file does not tell for certain what it is on.",
            "{n} comments stand by themselves: the file does not tell for certain what they are "
            "on.",
            n,
        )
        collected.warn("comments_unlinked", message.format(n=n))
