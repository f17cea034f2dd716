"""Kerrokantasi's report of a hearing: one sheet on the hearing, then one for each section."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from toolkit.domain import Import
from toolkit.errors import UnreadableExport
from toolkit.i18n import N_, _
from toolkit.importers.collected import Collected
from toolkit.importers.format import Format
from toolkit.importers.kerrokantasi_polls import read_polls
from toolkit.importers.opened import OpenedFile
from toolkit.importers.padlet import join_sentences, warn_of_attachments
from toolkit.importers.sheet_warnings import skip_hidden, warn_of_sheets
from toolkit.importers.sheets import Sheet
from toolkit.importers.support import count_of
from toolkit.importers.workbooks import is_workbook
from toolkit.text import squeeze_spaces

__all__ = ["FORMAT", "is_filler", "recognises"]

_NAME = "kerrokantasi"
_GUARD = re.compile(r"^'(?=[=+\-\"@])")
_FILLER = re.compile(
    r"Kirjoittaja poisti oman viestinsä\.?"
    r"|Viesti on poistettu(?:\.|,| \d| koska).{0,300}",
    re.DOTALL,
)
_MAIN = frozenset(("pääosio", "main section", "main", "huvudsektion", "huvuddel"))
_HEADINGS = ("content", "subcontent", "votes", "label", "map comment", "images")


def recognises(file: OpenedFile) -> bool:
    """Whether a sheet is a section with the table of its comments."""
    if not is_workbook(file):
        return False
    return any(_is_section(sheet) for sheet in file.sheets)


def _is_section(sheet: Sheet) -> bool:
    first = sheet.rows[0][1] if sheet.rows else ("",)
    return squeeze_spaces(first[0]) == "Section" and _header(sheet) is not None


def _header(sheet: Sheet) -> int | None:
    """Return where the headings of the comments are, just below their title."""
    for index, (_number, cells) in enumerate(sheet.rows[:10]):
        names = {squeeze_spaces(cell) for cell in cells}
        if {"Content", "Created", "Votes"} <= names:
            return index
    return None


def is_filler(text: str) -> bool:
    """Whether a text is what the service puts in place of a comment that was deleted."""
    return bool(_FILLER.fullmatch(text.strip()))


def parse(file: OpenedFile) -> Import:
    """Make one note of every comment and reply; polls become questions with ready-made answers."""
    if not recognises(file):
        raise UnreadableExport(
            N_("No section of a hearing is in the workbook: {name}. Export the report again."),
            name=file.name,
        )
    collected = Collected()
    title = _title(file.sheets)
    sections = [sheet for sheet in file.sheets if _is_section(sheet)]
    for sheet in sections:
        _read_section(sheet, collected, title=title)
        skip_hidden(sheet, collected)
    # Shares of polls are formulas; every other cell that looks like one has a guard.
    plain = [replace(sheet, n_formulas=0, n_values=0) for sheet in file.sheets]
    warn_of_sheets(plain, collected)
    return collected.to_import(file, format_name=_NAME, prefix="kerrokantasi")


def _title(sheets: Sequence[Sheet]) -> str:
    """Return what the hearing is called, in Finnish if it has a Finnish name."""
    titles: dict[str, str] = {}
    for _number, cells in sheets[0].rows[:20]:
        found = re.fullmatch(r"Title \((\w+)\)", squeeze_spaces(cells[0]))
        if found and len(cells) > 1 and cells[1].strip():
            titles[found[1]] = _unguarded(cells[1])
    return titles.get("fi") or next(iter(titles.values()), "")


def _read_section(sheet: Sheet, collected: Collected, *, title: str) -> None:
    header = _header(sheet) or 0
    above = [cells[0] for _number, cells in sheet.rows[1:header]]
    name = _unguarded(above[0]) if above and above[0].strip() != "Comments" else sheet.name
    prompt = title if title and squeeze_spaces(name).casefold() in _MAIN else name
    rows = sheet.rows[header + 1 :]
    at = next(
        (
            i
            for i, (_n, cells) in enumerate(rows)
            if [cell for cell in cells if cell.strip()] == ["Polls"]
        ),
        len(rows),
    )
    keys = [squeeze_spaces(cell).casefold() for cell in sheet.rows[header][1]]
    columns = {key: keys.index(key) for key in _HEADINGS if key in keys}
    _read_comments(rows[:at], columns, collected, prompt=prompt, name=name)
    read_polls([cells for _number, cells in rows[at + 1 :]], collected)


def _read_comments(
    rows: Sequence[tuple[int, tuple[str, ...]]],
    columns: Mapping[str, int],
    collected: Collected,
    *,
    prompt: str,
    name: str,
) -> None:
    top: int | None = None
    n_attachments = 0
    labels = []
    for number, cells in rows:
        found = {key: _unguarded(cells[i]) for key, i in columns.items() if i < len(cells)}
        is_reply = not found["content"].strip() and bool(found.get("subcontent", "").strip())
        words = found["subcontent"] if is_reply else found["content"]
        text = join_sentences(squeeze_spaces(words), squeeze_spaces(found.get("map comment", "")))
        if is_filler(words):
            collected.skip(number, _("deleted on the platform"))
            top = top if is_reply else None
            continue
        note = collected.add(
            number,
            text,
            prompt=prompt,
            place=f"{squeeze_spaces(name)}, {_('row {n}').format(n=number)}",
            weight=count_of(found.get("votes", "")) or 0,
            reply_to=top if is_reply else None,
            is_comment=is_reply,
        )
        top = top if is_reply else note
        n_attachments += bool(found.get("images", "").strip()) and note is not None
        labels.append(found.get("label", ""))
    warn_of_attachments(n_attachments, collected)
    collected.warn_of_columns("Label" for label in labels if label.strip())


def _unguarded(cell: str) -> str:
    return _GUARD.sub("", cell)


FORMAT = Format(
    name=_NAME, title=N_("Kerrokantasi: report of a hearing"), recognises=recognises, parse=parse
)
