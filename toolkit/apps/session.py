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
from toolkit.apps.reply import NameMissing, Reply
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
    "poll",
    "piece",
    "notes",
    "choices",
    "changes",
    "story",
    "coding",
    "code",
    "start_coding",
}


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
        except Exception as error:  # noqa: BLE001 - the page is told calmly, the log everything
            answer |= {"level": "error", "notice": self._calm(error), "refused": True}
        try:
            answer |= self._look(everything=message.get("op") not in _QUIET)
        except ToolkitError as error:
            answer |= {"level": "error", "notice": error.for_reader()}
        except Exception as error:  # noqa: BLE001 - as above
            answer |= {"level": "error", "notice": self._calm(error)}
        return answer, files

    def _do(self, message: Mapping[str, Any], buffers: Sequence[bytes]) -> Reply:
        name = message["op"]
        args = dict(message.get("args") or {})
        if name == "open":
            self._open(str(args.get("query", "")))
            return Reply()
        if name == "poll" or self.state is None:
            return Reply()
        written = login_name() or str(message.get("name", ""))
        self.state.actor = " ".join(written.split())[:80]
        if name not in (*self.state.actions, "undo", "redo", "stop"):
            msg = f"no action is called {name!r}"
            raise ValueError(msg)
        if name == "piece":
            args["data"] = bytes(buffers[0])
        done: Reply | None = getattr(self.state, name)(**args)
        return done or Reply()

    def _open(self, query: str) -> None:
        asked = parse_qs(query.removeprefix("?"))
        language = asked.get("kieli", ["fi"])[0]
        self.language = language if language in LANGUAGES else "fi"
        set_language(self.language)
        self._seen = ()
        self.state = None
        if self.screen.key == "etusivu":
            self.state = StartState(workshops_folder())
            return
        name = asked.get("tyopaja", [""])[0]
        if not name:
            raise NoSuchThing(N_("No workshop has been chosen. Choose one on the front page."))
        self.state = self.screen.state(find_workshop(name))
        self.state.go_to({key: values[0] for key, values in asked.items()})

    def _look(self, *, everything: bool) -> dict[str, Any]:
        """Return what has changed since the page last looked."""
        if self.state is None:
            return {"frame": self._closed(), "view": None} if everything else {}
        ended = [{"level": level, "text": text} for level, text in self.state.ended_jobs()]
        now = self.state.signature()
        before, self._seen = self._seen, now
        news: dict[str, Any] = {"ended": ended}
        if everything or now != before:
            news["frame"] = self._frame()
        if everything or now[:1] != before[:1]:
            news["view"] = self.state.view()
        return news

    def _frame(self) -> dict[str, Any]:
        own = make_frame(self.state) if isinstance(self.state, ScreenState) else {}
        return {**self._closed(), **own}

    def _closed(self) -> dict[str, Any]:
        """Return the frame of a page that has no workshop."""
        return {
            "current": self.screen.key,
            "language": self.language,
            "heading": _(self.screen.title),
            "help": _(self.screen.help),
            "home": address("etusivu"),
            "texts": {key: _(text) for key, text in self.screen.all_texts.items()},
        }

    def _calm(self, error: Exception) -> str:
        """Log what happened under a code, and return the sentence that carries the code."""
        code = secrets.token_hex(3).upper()
        log.error("screen %s, error %s", self.screen.key, code, exc_info=error)
        msg = _(
            "Something went wrong here, and nothing was saved. Reload the page and try again. "
            "The code of the error is: {code}"
        )
        return msg.format(code=code)


def _plain(reply: Reply) -> dict[str, Any]:
    return {
        "notice": reply.notice,
        "level": "info",
        "goto": reply.goto,
        "file": reply.file_name,
        "extra": reply.extra,
    }
