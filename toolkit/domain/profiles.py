"""What a person has found out about the tables that a tool writes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.domain.columns import ColumnRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Headings of a tool's tables and what stands below them: a suggestion, never a reading.

    Attributes
    ----------
    name
        For commands and files: ``a-z``, ``0-9`` and hyphens.
    title
        For people.
    proven
        How the layout is known: from a ``"file"`` that was read, from the tool's
        ``"documentation"``, or not at all (``"profile"``).
    columns
        Role → headings, in any language.
    others
        What columns with other headings are when they hold several words each: ``ANSWER`` or
        ``NONE``.
    fills_down
        See ``ColumnMapping``.
    """

    name: str
    title: str
    proven: str
    columns: Mapping[ColumnRole, tuple[str, ...]]
    others: ColumnRole = ColumnRole.NONE
    fills_down: bool = False
