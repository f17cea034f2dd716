"""Every screen, by the name of its notebook."""

from __future__ import annotations

from toolkit.apps.login import wait_for_visitor
from toolkit.apps.page import Page, log_to_terminal
from toolkit.apps.screen_draft import SCREEN as DRAFT
from toolkit.apps.screen_import import SCREEN as IMPORT
from toolkit.apps.screen_opinions import SCREEN as OPINIONS
from toolkit.apps.screen_outcome import SCREEN as OUTCOME
from toolkit.apps.screen_publish import SCREEN as PUBLISH
from toolkit.apps.screen_review import SCREEN as REVIEW
from toolkit.apps.screen_start import SCREEN as START
from toolkit.apps.screen_themes import SCREEN as THEMES

_ALL = (START, IMPORT, THEMES, OPINIONS, DRAFT, REVIEW, PUBLISH, OUTCOME)
SCREENS = {screen.key: screen for screen in _ALL}


def show_screen(key: str) -> Page:
    """Return the page of a screen, for a notebook to show.

    Raises
    ------
    KeyError
        If no screen is called ``key``.
    """
    log_to_terminal()
    wait_for_visitor()
    return Page(SCREENS[key])
