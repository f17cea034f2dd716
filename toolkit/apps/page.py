"""The widget behind a page: carries messages between the browser and the session."""

from __future__ import annotations

import logging
import sys
from importlib.resources import files
from typing import Any

import anywidget

from toolkit.apps.screen import Screen
from toolkit.apps.session import Session

log = logging.getLogger("toolkit.apps")


def page_module(screen: Screen) -> str:
    """Return the ES module of a page: the shared part, the parts of the screen, the frame."""
    folder = files("toolkit.apps") / "widgets"
    parts = ("elements", "busy", "line", "kept", "header", *screen.parts, screen.module, "page")
    return "\n".join((folder / f"{part}.js").read_text(encoding="utf-8") for part in parts)


class Page(anywidget.AnyWidget):
    """A screen in the browser.

    Parameters
    ----------
    screen
        Which one.
    """

    def __init__(self, screen: Screen) -> None:
        super().__init__(_esm=page_module(screen))
        self.session = Session(screen)
        self.on_msg(self._receive)

    def _receive(self, _widget: object, message: dict[str, Any], buffers: list[bytes]) -> None:
        answer, data = self.session.answer(message, buffers)
        self.send(answer, buffers=data)


def log_to_terminal() -> None:
    """Send what goes wrong to the terminal of the server, never to the page."""
    if not log.handlers:
        log.addHandler(logging.StreamHandler(sys.__stderr__))
        log.propagate = False
