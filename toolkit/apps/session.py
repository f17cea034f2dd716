"""One visit to one screen: messages of the page in, answers out, and never a traceback."""

from __future__ import annotations

import logging
import os
import secrets
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from toolkit import store
from toolkit.apps.frame import address, make_frame
from toolkit.apps.login import login_name
from toolkit.apps.person import clean_name
from toolkit.apps.reply import NameMissing, Reply, WrongInput
from toolkit.apps.screen import Screen
from toolkit.apps.server import WORKSHOPS
from toolkit.apps.state import ScreenState
from toolkit.apps.state_start import StartState
from toolkit.domain import Workshop
from toolkit.errors import Conflict, NoSuchThing, ToolkitError
from toolkit.i18n import LANGUAGES, N_, _, set_language

log = logging.getLogger(__name__)

State = ScreenState | StartState
# These change nothing that the page shows, so it is told only what others did.
_QUIET = {
    "candidates",
    "changes",
    "check_words",
    "choices",
    "code",
    "coding",
    "compare",
    "notes",
    "piece",
    "poll",
    "search",
    "start_coding",
    "story",
}
_HERE = {"127.0.0.1", "localhost", "[::1]"}


def workshops_folder() -> Path:
    """Return the folder that holds the workshops."""
    return Path(os.environ.get(WORKSHOPS, "workshops")).resolve()


def find_workshop(name: str) -> Workshop:
    """Return the workshop whose folder is called ``name``.

    The name comes from an address, so it is only compared, never made into a path.

    Raises
    ------
    NoSuchThing
        If there is none.
    """
    for workshop in store.list_workshops(workshops_folder()):
        if workshop.folder.name == name:
            return workshop
    msg = N_("There is no workshop called this: {name}. Choose one on the front page.")
    raise NoSuchThing(msg, name=name[:80])


class Session:
    """The conversation of one page with its state.

    Parameters
    ----------
    screen
        What the page shows.
    """

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self.language = "fi"
        self.is_local = False
        self.state: State | None = None
        self._seen: tuple[object, ...] = ()

    def answer(
        self, message: Mapping[str, Any], buffers: Sequence[bytes] = ()
    ) -> tuple[dict[str, Any], list[bytes]]:
        """Do what the page asks and return what it should show.

        Parameters
        ----------
        message
            ``op`` names an action; ``id``, ``name`` (of the person) and ``args`` go with it.
        buffers
            Pieces of files.

        Returns
        -------
        tuple of dict and list of bytes
            The answer, ready for JSON, and the files that go with it.
        """
        set_language(self.language)
        answer: dict[str, Any] = {"to": message.get("id")}
        files: list[bytes] = []
        try:
            reply = self._do(message, buffers)
            answer |= _plain(reply)
            files = [reply.data] if reply.data else []
        except ToolkitError as error:
            answer |= {"level": "error", "notice": error.for_reader()}
            answer["refused"] = True
            answer["ask_name"] = isinstance(error, NameMissing)
            answer["conflict"] = isinstance(error, Conflict)
            answer["fields"] = error.fields if isinstance(error, WrongInput) else {}
        except Exception as error:  # noqa: BLE001 - the page is told calmly, the log everything
            answer |= {"level": "error", "notice": self._calm(error), "refused": True}
        self._look(answer, everything=message.get("op") not in _QUIET)
        return answer, files

    def _do(self, message: Mapping[str, Any], buffers: Sequence[bytes]) -> Reply:
        name = message["op"]
        args = dict(message.get("args") or {})
        if name == "open":
            self.is_local = args.get("host") in _HERE
            self._open(str(args.get("query", "")))
        if self.state is None:
            return Reply()
        self.state.actor = clean_name(login_name() or message.get("name"))
        if name == "go":
            self.state.go_to(_first_values(str(args.get("query", ""))))
        if name in {"open", "poll", "look", "go"}:
            return Reply()
        if name not in (*self.state.actions, "undo", "redo", "stop"):
            msg = f"no action is called {name!r}"
            raise ValueError(msg)
        if name == "piece":
            args["data"] = bytes(buffers[0])
        done: Reply | None = getattr(self.state, name)(**args)
        return done or Reply()

    def _open(self, query: str) -> None:
        asked = _first_values(query)
        language = asked.get("kieli", "fi")
        self.language = language if language in LANGUAGES else "fi"
        set_language(self.language)
        self._seen = ()
        self.state = None
        if self.screen.key == "etusivu":
            self.state = StartState(workshops_folder())
            self.state.go_to(asked)
            return
        name = asked.get("tyopaja", "")
        if not name:
            raise NoSuchThing(N_("No workshop has been chosen. Choose one on the front page."))
        self.state = self.screen.state(find_workshop(name))
        self.state.go_to(asked)

    def _look(self, answer: dict[str, Any], *, everything: bool) -> None:
        """Add to an answer what has changed since the page last looked.

        What cannot be shown is said, and the page keeps its frame and what it showed before.
        """
        try:
            self._add_news(answer, everything=everything)
        except ToolkitError as error:
            _add_error(answer, error.for_reader())
        except Exception as error:  # noqa: BLE001 - as above
            msg = _(
                "The page cannot be shown now. What has been decided is safe. Reload the page. "
                "The code of the error is: {code}"
            )
            _add_error(answer, msg.format(code=self._logged(error)))
        if everything:
            answer.setdefault("frame", self._closed())

    def _add_news(self, answer: dict[str, Any], *, everything: bool) -> None:
        if self.state is None:
            if everything:
                answer |= {"frame": self._closed(), "view": None}
            return
        answer["ended"] = [
            {"level": level, "text": text} for level, text in self.state.ended_jobs()
        ]
        now = self.state.signature()
        before, self._seen = self._seen, now
        try:
            if everything or now[:1] != before[:1]:
                answer["view"] = self.state.view()
        finally:  # the view may have settled what the address should say
            if everything or now != before:
                answer["frame"] = self._frame()

    def _frame(self) -> dict[str, Any]:
        if not isinstance(self.state, ScreenState):
            return {**self._closed(), "place": self.state.place if self.state else {}}
        # A folder means something only to somebody who sits at this computer.
        is_here = self.is_local and not login_name()
        folder = str(self.state.workshop.folder) if is_here else ""
        return {**self._closed(), **make_frame(self.state), "folder": folder}

    def _closed(self) -> dict[str, Any]:
        """Return the frame of a page that has no workshop."""
        return {
            "current": self.screen.key,
            "language": self.language,
            "heading": _(self.screen.title),
            "help": _(self.screen.help),
            "home": address("etusivu"),
            "login": clean_name(login_name()),
            "texts": {key: _(text) for key, text in self.screen.all_texts.items()},
        }

    def _calm(self, error: Exception) -> str:
        """Log what happened under a code, and return the sentence that carries the code."""
        msg = _(
            "Something went wrong here, and nothing was saved. Reload the page and try again. "
            "The code of the error is: {code}"
        )
        return msg.format(code=self._logged(error))

    def _logged(self, error: Exception) -> str:
        """Log what happened and return the code under which it stands in the log."""
        code = secrets.token_hex(3).upper()
        log.error("screen %s, error %s", self.screen.key, code, exc_info=error)
        return code


def _first_values(query: str) -> dict[str, str]:
    """Return the words of an address, each with its first value."""
    return {key: values[0] for key, values in parse_qs(query.removeprefix("?")).items()}


def _add_error(answer: dict[str, Any], sentence: str) -> None:
    """Say that the page cannot be shown, after what the action itself has to say."""
    said = answer.get("notice", "")
    answer |= {"level": "error", "notice": f"{said} {sentence}".strip()}


def _plain(reply: Reply) -> dict[str, Any]:
    return {
        "notice": reply.notice,
        "level": "info",
        "goto": reply.goto,
        "file": reply.file_name,
        "extra": reply.extra,
    }
