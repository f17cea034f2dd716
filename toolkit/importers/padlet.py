"""What the exports of Padlet have in common: columns and posts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from toolkit.i18n import _, ngettext
from toolkit.importers.collected import Collected
from toolkit.importers.support import count_of, is_support
from toolkit.importers.tables import header_key
from toolkit.text import html_to_text, squeeze_spaces, strip_formula_guard

__all__ = [
    "Rows",
    "add_post",
    "join_sentences",
    "plain",
    "post_columns",
    "read_posts",
    "warn_of_attachments",
    "why_unpublished",
]

Rows = Sequence[tuple[int, Sequence[str]]]
"""Pairs of row number and cells, the headings first."""

_HEADINGS = {
    "subject": "subject otsikko aihe rubrik ämne",
    "body": "body teksti sisältö text innehåll",
    "section": "section osio osa sarake avsnitt sektion kolumn",
    "attachment": "attachment attachments liite liitteet bilaga bilagor",
    "author": "author tekijä kirjoittaja författare",
    "created": "created at|created|luotu|julkaistu|published at|published|skapad|publicerad",
    "updated": "updated at|updated|päivitetty|muokattu|uppdaterad|ändrad",
    "status": "status tila",
}
_COLUMN_OF = {
    heading: column
    for column, names in _HEADINGS.items()
    for heading in names.split("|" if "|" in names else " ")
}
_TELLING = frozenset(_HEADINGS) - {"status"}
_PUBLISHED = frozenset(("", "approved", "published"))


def post_columns(header: Sequence[str]) -> dict[str, int] | None:
    """Return which column holds what, or None when the header is not that of Padlet posts.

    Posts have a subject and a body, and at least one of section, attachment, author and time.
    """
    columns: dict[str, int] = {}
    for index, cell in enumerate(header):
        column = _COLUMN_OF.get(header_key(cell))
        if column:
            columns.setdefault(column, index)
    is_padlet = {"subject", "body"} <= columns.keys() and len(columns.keys() & _TELLING) > 2
    return columns if is_padlet else None


def read_posts(rows: Rows, collected: Collected, *, place: str = "") -> dict[str, list[int | None]]:
    """Collect the posts of a table whose header ``post_columns`` knows.

    Parameters
    ----------
    place
        Goes before the row number, for archives with several tables.

    Returns
    -------
    dict
        What comments call a post (its subject, or its text when it has none) → the notes of the
        posts that are called so; None for a post without words.
    """
    header = rows[0][1]
    columns = post_columns(header)
    if columns is None:
        raise ValueError("not a table of Padlet posts")
    support = _columns_of_support(rows)
    named: dict[str, list[int | None]] = {}
    n_attachments = 0
    for row, cells in rows[1:]:
        post = {name: cells[i] if i < len(cells) else "" for name, i in columns.items()}
        why = why_unpublished(post.get("status", ""), only_known=True)
        if any(cell.strip() for cell in cells[len(header) :]):
            why = _("more cells than the header has columns")
        if why:
            collected.skip(row, why)
            continue
        has_attachment = bool(post.get("attachment", "").strip())
        note = add_post(
            collected,
            row,
            subject=post["subject"],
            body=post["body"],
            prompt=post.get("section", ""),
            place=f"{place}{_('row {n}').format(n=row)}",
            has_attachment=has_attachment,
            weight=sum(count_of(cells[i]) or 0 for i in support if i < len(cells)),
        )
        n_attachments += has_attachment and note is not None
        named.setdefault(header_key(plain(post["subject"]) or plain(post["body"])), []).append(note)
    warn_of_attachments(n_attachments, collected)
    _warn_of_other_columns(rows, columns, support, collected)
    return named


def _columns_of_support(rows: Rows) -> list[int]:
    """Return the columns that count support, and nothing but numbers stands in them."""

    def counts(column: int) -> bool:
        return all(count_of(cell) is not None for cell in _cells(rows, column) if cell.strip())

    return [i for i, cell in enumerate(rows[0][1]) if is_support(cell) and counts(i)]


def _warn_of_other_columns(
    rows: Rows, columns: Mapping[str, int], support: Sequence[int], collected: Collected
) -> None:
    read = {*columns.values(), *support}
    if "status" in columns and not all(
        why_unpublished(status, only_known=True) == why_unpublished(status)
        for status in _cells(rows, columns["status"])
    ):
        read.discard(columns["status"])  # a field of the board's own
    others = [
        heading
        for i, heading in enumerate(rows[0][1])
        if i not in read and any(map(str.strip, _cells(rows, i)))
    ]
    collected.warn_of_columns(others)


def _cells(rows: Rows, column: int) -> list[str]:
    return [cells[column] for _row, cells in rows[1:] if column < len(cells)]


def why_unpublished(status: str, *, only_known: bool = False) -> str:
    """Return why a post or comment with this status is no note; empty when it is published.

    With ``only_known`` a status that is none of Padlet's counts as published.
    """
    key = header_key(status).replace(" ", "_")
    reasons = {
        "pending_moderation": _("waits for moderation on the board"),
        "pending": _("waits for moderation on the board"),
        "scheduled": _("not published on the board yet"),
    }
    if key in _PUBLISHED or (only_known and key not in reasons):
        return ""
    return reasons.get(key, _("not published on the board"))


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
    weight: int = 0,
) -> int | None:
    """Collect one post, and return what stands for its note.

    An empty post is skipped with its reason.
    """
    text = join_sentences(plain(subject), plain(body))
    if text:
        return collected.add(
            row, text, prompt=html_to_text(prompt), place=place, own_id=own_id, weight=weight
        )
    if has_attachment:
        collected.skip(row, _("only an attachment, no text"))
    else:
        collected.skip(row, _("an empty post"))
    return None


def warn_of_attachments(n: int, collected: Collected) -> None:
    """Say how many notes had an attachment: it is neither opened nor fetched."""
    if n:
        message = ngettext(
            "{n} note has an attachment. Only its text was read.",
            "{n} notes have attachments. Only their text was read.",
            n,
        )
        collected.warn("attachments_not_read", message.format(n=n))


def plain(cell: str) -> str:
    """Return the words of a cell: no markup, no formula guard, single spaces."""
    return strip_formula_guard(squeeze_spaces(html_to_text(strip_formula_guard(cell))))


def join_sentences(subject: str, body: str) -> str:
    """Return a heading and the text below it as one text."""
    if not subject or not body:
        return subject or body
    return f"{subject} {body}" if subject[-1] in ".!?:;,…–-" else f"{subject}. {body}"
