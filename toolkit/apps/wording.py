"""Dates and languages as people here write them."""

from __future__ import annotations

import datetime as dt

from toolkit.i18n import N_, _, current_language

LANGUAGE_NAMES = {"fi": N_("Finnish"), "sv": N_("Swedish"), "en": N_("English")}
"""Languages of documents."""


def finnish_date(date: dt.date | None) -> str:
    """Return a date as it is written in Finland; nothing for no date.

    >>> finnish_date(dt.date(2026, 10, 7))
    '7.10.2026'
    """
    return f"{date.day}.{date.month}.{date.year}" if date else ""


def clock_time(at: dt.datetime) -> str:
    """Return a moment as a date and a time of day where this machine is."""
    here = at.astimezone()
    time = f"{here.hour}.{here.minute:02}" if current_language() != "en" else f"{here:%H:%M}"
    return _("{date} at {time}").format(date=finnish_date(here.date()), time=time)
