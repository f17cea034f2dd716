"""What the exports of Padlet have in common: columns, posts and comments."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.i18n import _, ngettext
from toolkit.importers.collected import Collected
from toolkit.importers.tables import header_key
from toolkit.text import html_to_text, squeeze_spaces, strip_formula_guard

__all__ = ["add_post", "post_columns", "read_posts", "warn_comments"]

_HEADINGS = {
    "subject": "subject otsikko aihe rubrik ämne",
    "body": "body teksti sisältö text innehåll",
    "section": "section osio osa sarake avsnitt sektion kolumn",
    "attachment": "attachment attachments liite liitteet bilaga bilagor",
    "author": "author tekijä kirjoittaja författare",
    "created": "created at|created|luotu|julkaistu|published at|published|skapad|publicerad",
    "updated": "updated at|updated|päivitetty|muokattu|uppdaterad|ändrad",
}
_COLUMN_OF = {
    heading: column
    for column, names in _HEADINGS.items()
    for heading in names.split("|" if "|" in names else " ")
}


def post_columns(header: Sequence[str]) -> dict[str, int] | None:
    """Return which column holds what, or None when the header is not that of Padlet posts.

    Posts have a subject and a body, and at least one of section, attachment, author and time.
    """
    columns: dict[str, int] = {}
    for index, cell in enumerate(header):
        column = _COLUMN_OF.get(header_key(cell))
        if column:
            columns.setdefault(column, index)
    is_padlet = {"subject", "body"} <= columns.keys() and len(columns) > 2
    return columns if is_padlet else None


def read_posts(table: Sequence[Sequence[str]], collected: Collected, *, place: str = "") -> None:
    """Collect the posts of a table whose header ``post_columns`` knows.

    ``place`` goes before the row number, for archives with several tables.
    """
    columns = post_columns(table[0])
    if columns is None:
        raise ValueError("not a table of Padlet posts")
    for row, cells in enumerate(table[1:], start=2):
        if any(cell.strip() for cell in cells[len(table[0]) :]):
            collected.skip(row, _("more cells than the header has columns"))
            continue
        post = {name: cells[i] if i < len(cells) else "" for name, i in columns.items()}
        add_post(
            collected,
            row,
            subject=post["subject"],
            body=post["body"],
            prompt=post.get("section", ""),
            place=f"{place}{_('row {n}').format(n=row)}",
            has_attachment=bool(post.get("attachment", "").strip()),
        )
    _warn_of_other_columns(table, columns, collected)


def _warn_of_other_columns(
    table: Sequence[Sequence[str]], columns: dict[str, int], collected: Collected
) -> None:
    others = [
        heading
        for i, heading in enumerate(table[0])
        if i not in columns.values() and any(row[i].strip() for row in table[1:] if i < len(row))
    ]
    collected.warn_of_columns(others)


def add_post(
    collected: Collected,
    row: int,
    *,
    subject: str,
    body: str,
    prompt: str,
    place: str,
    has_attachment: bool = False,
    own_id: str = "",
) -> None:
    """Collect one post; an empty one is skipped with its reason."""
    text = _join(_plain(subject), _plain(body))
    if text:
        collected.add(row, text, prompt=html_to_text(prompt), place=place, own_id=own_id)
    elif has_attachment:
        collected.skip(row, _("only an attachment, no text"))
    else:
        collected.skip(row, _("an empty post"))


def warn_comments(n_comments: int, collected: Collected) -> None:
    """Say how many comments the export holds: they are not notes yet."""
    if n_comments:
        message = ngettext(
            "{n} comment on a post was not read. A later version will read comments as notes.",
            "{n} comments on posts were not read. A later version will read comments as notes.",
            n_comments,
        )
        collected.warn("comments_not_read", message.format(n=n_comments))


def _plain(cell: str) -> str:
    return strip_formula_guard(squeeze_spaces(html_to_text(strip_formula_guard(cell))))


def _join(subject: str, body: str) -> str:
    if not subject or not body:
        return subject or body
    return f"{subject} {body}" if subject[-1] in ".!?:;,…–-" else f"{subject}. {body}"
