"""What an action of a screen answers to the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.errors import ToolkitError
from toolkit.i18n import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What the page should do once the action is done.

    Attributes
    ----------
    notice
        What was done, in one sentence; shown and read aloud.
    goto
        Address of the screen to open next.
    file_name, data
        A file for the reader to keep.
    extra
        Whatever the module of the screen waits for.
    """

    notice: str = ""
    goto: str = ""
    file_name: str = ""
    data: bytes = b""
    extra: str = ""


class NameMissing(ToolkitError):
    """A decision that carries a name was made without one."""


class WrongInput(ToolkitError):
    """Something written in a form cannot be used.

    Parameters
    ----------
    fields
        Key of each such field → the sentence to show beside it, in the language of the page.
    """

    def __init__(self, fields: Mapping[str, str]) -> None:
        self.fields = dict(fields)
        n = len(self.fields)
        msg = N_("Nothing was saved yet. Fields to be mended: {n}.")
        super().__init__(msg, n=n)
