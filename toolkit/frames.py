"""Domain objects as tables, for notebooks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


def to_frame(objects: Iterable[object]) -> pd.DataFrame:
    """Return a table with a row for each object and a column for each field.

    Parameters
    ----------
    objects
        Notes, themes, statement results … of one kind.

    Raises
    ------
    TypeError
        If something in ``objects`` is not a domain object.
    """
    import pandas as pd

    rows = []
    for item in objects:
        if not is_dataclass(item):
            msg = f"{type(item).__name__} is no domain object; give notes, themes or statements"
            raise TypeError(msg)
        rows.append({field.name: getattr(item, field.name) for field in fields(item)})
    return pd.DataFrame(rows)
