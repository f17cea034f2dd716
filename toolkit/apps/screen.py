"""What a screen is: its state, its words and its module in the browser."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from toolkit.apps.state import ScreenState
from toolkit.i18n import N_

COMMON = {
    "home": N_("All workshops"),
    "steps": N_("Steps"),
    "step_parts": N_("Parts of this step"),
    "workshop_details": N_("Details of the workshop"),
    "done": N_("done"),
    "your_name": N_("Your name"),
    "name_hint": N_("Goes with your decisions"),
    "undo": N_("Undo"),
    "undo_what": N_("Last decision"),
    "redo": N_("Redo"),
    "redo_what": N_("Undone last"),
    "stop": N_("Stop"),
    "close": N_("Close the message"),
    "cancel": N_("Cancel"),
    "save": N_("Save"),
    "loading": N_("Opening the page …"),
    "content": N_("Content"),
    "language": N_("Language"),
    "slow": N_("The answer is taking long. Your earlier decisions are safe."),
    "unanswered": N_(
        "No answer came, so it is not known whether this was saved. Look at the page, and try "
        "again if it was not."
    ),
    "not_drawn": N_("The page cannot be shown now. What has been decided is safe."),
    "reload_page": N_("Reload the page"),
    "came_back": N_("The connection is back. Go on where you were."),
    "logged_in": N_("You are logged in with this name. It goes with your decisions."),
    "folder_where": N_("Where the files are"),
    "folder_path": N_("Folder of the workshop"),
    "folder_copy": N_("Copy the path"),
    "folder_copied": N_("The path of the folder is copied."),
    "copy_yourself": N_("Copying was not allowed. The words are selected: press Ctrl and C."),
}


UPLOADING = {
    "sending": N_("Sending: {name}"),
    "sending_bar": N_("How much of the file has been sent"),
    "stop_sending": N_("Stop sending"),
    "wrong_type": N_("This kind of file cannot be read: {name}. Choose one of these: {suffixes}."),
    "no_bytes": N_("The file is empty: {name}. Export it again."),
    "too_big": N_("The file is too large: {name} ({size} MB). The limit is {limit} MB."),
    "broke_off": N_("Sending broke off: {name}. Send the file again."),
}
"""Words of a page that takes files in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """One screen.

    Attributes
    ----------
    key
        Name of its notebook, and of its step.
    title, help
        Message ids: the heading and two sentences on what to do here.
    module, parts
        Names of its ES module in ``widgets/`` and of those that one is built on. They are joined
        into one, so no two may give the same name to different things.
    state
        Class of its state; the front page has its own kind.
    texts
        Key in the module → message id.
    """

    key: str
    title: str
    help: str
    module: str
    parts: tuple[str, ...] = ()
    state: type[ScreenState] = ScreenState
    texts: Mapping[str, str] = field(default_factory=dict)

    @property
    def all_texts(self) -> Mapping[str, str]:
        """The words of the screen and of the frame round it."""
        return {**COMMON, **self.texts}
