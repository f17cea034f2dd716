"""Dates as people here write them."""

from __future__ import annotations

import datetime as dt


def finnish_date(date: dt.date | None) -> str:
    """Return a date as it is written in Finland; nothing for no date.

    >>> finnish_date(dt.date(2026, 10, 7))
    '7.10.2026'
    """
    return f"{date.day}.{date.month}.{date.year}" if date else ""
