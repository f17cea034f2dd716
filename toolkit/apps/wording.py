"""Dates and numbers as people here write them."""

from __future__ import annotations

import datetime as dt

from toolkit.i18n import current_language


def finnish_date(date: dt.date | None) -> str:
    """Return a date as it is written in Finland; nothing for no date.

    >>> finnish_date(dt.date(2026, 10, 7))
    '7.10.2026'
    """
    return f"{date.day}.{date.month}.{date.year}" if date else ""


def digits(number: int) -> str:
    r"""Return a number with its thousands apart by a space that does not break.

    >>> digits(12345)
    '12\xa0345'
    """
    return f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")


def decimal(number: float) -> str:
    """Return a number with two decimals, after a comma except in English.

    >>> decimal(0.564)
    '0,56'
    """
    text = f"{number:.2f}"
    return text if current_language() == "en" else text.replace(".", ",")
