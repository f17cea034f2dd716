"""Tracked changes: what the tool would write in place of words that people have decided on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from docx.oxml.ns import qn
from docx.table import _Row
from docx.text.paragraph import Paragraph

from toolkit.differences import find_differences, split_text
from toolkit.paragraphs import CELL, row_key
from toolkit.publishing.page import printable
from toolkit.publishing.word_parts import element

AUTHOR = "Luonnostelija"


def add_change(
    paragraph: Paragraph,
    before: str,
    after: str,
    *,
    numbers: Iterator[int],
    add_plain: Callable[[str], None],
) -> None:
    """Write ``before`` with the changes to ``after`` for a reader to accept or reject.

    Accepting all of them leaves ``after``, rejecting all leaves ``before``.

    Parameters
    ----------
    add_plain
        Writes words that are the same in both.
    """
    old, new = split_text(printable(before)), split_text(printable(after))
    place = 0
    for span in find_differences(old, new):
        _plain(old[place : span.start], add_plain)
        _mark(paragraph, "w:del", old[span.start : span.end], next(numbers))
        _mark(paragraph, "w:ins", new[span.new_start : span.new_end], next(numbers))
        place = span.end
    _plain(old[place:], add_plain)


def pair_rows(before: str, after: str) -> list[tuple[list[str], list[str]]]:
    """Return the cells of every row of a table before and after; no cells where it has no such row.

    Rows are known by their first cell; the header stays the header. A row that is gone comes where
    it stood.
    """
    old, new = _rows(before), _rows(after)
    ordered = list(new)
    place = -1
    for key in old:
        if key in new:
            place = ordered.index(key)
        else:
            place += 1
            ordered.insert(place, key)
    return [(old.get(key, []), new.get(key, [])) for key in ordered]


def mark_row(row: _Row, tag: str, *, number: int) -> None:
    """Mark a table row as inserted (``w:ins``) or deleted (``w:del``)."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - the only way to the XML
    properties.append(element(tag, id=number, author=AUTHOR))


def _rows(text: str) -> dict[str, list[str]]:
    rows: dict[str, list[str]] = {}
    for number, line in enumerate(filter(str.strip, text.splitlines())):
        cells = line.split(CELL)
        key = row_key(cells[0]) if number else ""
        rows[key if key not in rows else f"{key}\n{number}"] = cells
    return rows


def _plain(tokens: Iterable[str], add_plain: Callable[[str], None]) -> None:
    text = "".join(tokens)
    if text:
        add_plain(text)


def _mark(paragraph: Paragraph, tag: str, tokens: Iterable[str], number: int) -> None:
    text = "".join(tokens)
    if not text:
        return
    # No date: the same draft gives the same file.
    change = element(tag, id=number, author=AUTHOR)
    run = element("w:r")
    words = element("w:delText" if tag == "w:del" else "w:t")
    words.text = text
    words.set(qn("xml:space"), "preserve")
    run.append(words)
    change.append(run)
    paragraph._p.append(change)  # noqa: SLF001 - the only way to the XML
