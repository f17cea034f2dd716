"""How long a workshop may be kept, and whether that time has passed."""

from __future__ import annotations

from toolkit import store
from toolkit.domain import Workshop
from toolkit.i18n import _


def retention_news(workshop: Workshop) -> str:
    """Say that the time a workshop was to be kept has passed; empty while it has not."""
    day = workshop.retention
    if day is None or day >= store.today():
        return ""
    text = _(
        "What people wrote was to be kept until {day}. Delete the workshop now, or its original "
        "files with the command: osallisuus forget"
    )
    return text.format(day=f"{day.day}.{day.month}.{day.year}")
