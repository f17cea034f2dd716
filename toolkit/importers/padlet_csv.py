"""Padlet's list of posts as CSV, old and new, also when Excel has saved it again."""

from __future__ import annotations

from toolkit.domain import Import
from toolkit.errors import UnreadableExport
from toolkit.i18n import N_
from toolkit.importers.collected import Collected
from toolkit.importers.format import Format
from toolkit.importers.opened import OpenedFile
from toolkit.importers.padlet import post_columns, read_posts

__all__ = ["FORMAT"]

_NAME = "padlet-csv"


def recognises(file: OpenedFile) -> bool:
    """Whether the header has a subject, a body and another column of Padlet."""
    return post_columns(file.header) is not None


def parse(file: OpenedFile) -> Import:
    """Make one note of every post that has a subject or a body."""
    if post_columns(file.header) is None:
        raise UnreadableExport(
            N_("The columns are not those of Padlet: {name}. Needed: Subject, Body and Author."),
            name=file.name,
        )
    collected = Collected()
    read_posts([*enumerate(file.table, start=1)], collected)
    return collected.to_import(file, format_name=_NAME, prefix="padlet")


FORMAT = Format(
    name=_NAME, title=N_("Padlet: list of posts (CSV)"), recognises=recognises, parse=parse
)
