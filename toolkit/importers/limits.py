"""How much of a file is read before it is refused: settings with safe defaults."""

from __future__ import annotations

import os
from dataclasses import dataclass, fields

from toolkit.errors import ToolkitError
from toolkit.i18n import N_

__all__ = ["SETTING", "Limits", "read_limits"]

SETTING = "OSALLISUUS_IMPORT_"
"""What the environment variables of the limits begin with, such as ``OSALLISUUS_IMPORT_ROWS``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one file may be and cost.

    Attributes
    ----------
    file_mb
        Megabytes of a file that is read whole, and of everything in a ZIP.
    table_mb
        Megabytes of a CSV that is read in pieces.
    members
        Files in a ZIP or a folder.
    ratio
        How many times larger a ZIP may become when it is unpacked.
    rows, columns
        Of a sheet; the rest is cut off and the receipt says so.
    seconds
        That reading one file in a process of its own may take.
    memory_mb
        Megabytes of address space that this process may have.
    """

    file_mb: int = 200
    table_mb: int = 2_000
    members: int = 2_000
    ratio: int = 100
    rows: int = 100_000
    columns: int = 500
    seconds: int = 120
    memory_mb: int = 2_000

    @property
    def file_bytes(self) -> int:
        """Of a file that is read whole."""
        return self.file_mb * 10**6

    @property
    def table_bytes(self) -> int:
        """Of a CSV that is read in pieces."""
        return self.table_mb * 10**6


def read_limits() -> Limits:
    """Return the limits that the environment sets, and the defaults of the others.

    Raises
    ------
    ToolkitError
        If a setting is not a whole number above zero.
    """
    return Limits(**{one.name: _number(one.name) for one in fields(Limits) if _said(one.name)})


def _said(name: str) -> str:
    return os.environ.get(f"{SETTING}{name.upper()}", "").strip()


def _number(name: str) -> int:
    said = _said(name)
    if said.isascii() and said.isdigit() and 0 < int(said[:12]) < 10**9:
        return int(said)
    raise ToolkitError(
        N_('The setting {setting} has to be a whole number above zero, and is "{said}".'),
        setting=f"{SETTING}{name.upper()}",
        said=said,
    )
