"""Files that foreign parsers read, read in a process of their own that may break.

Parsers of Office files and PDFs are large, partly in C, and a hostile file can make them fill the
memory, run for ever or end their process. So they run in a process with limits, and only JSON and
numbers come back from it: an answer is never unpickled. What Python's own csv and json and the
toolkit's line reading see is read here: they hold no more than a few times the file. A process of
one's own would only cost time, and room for large tables of votes.
"""

from __future__ import annotations

import atexit
import json
import logging
import os
import queue
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, cast

from toolkit import errors
from toolkit.errors import FailedReader, ToolkitError, UnreadableExport
from toolkit.i18n import N_, current_language
from toolkit.importers.limits import SETTING, Limits, read_limits
from toolkit.importers.opened import OpenedFile
from toolkit.importers.polis_files import has_polis_files

__all__ = ["ask", "foreseeing", "is_read_here", "no_telling"]

log = logging.getLogger(__name__)

_SMALL = 2**18
_MARKUP = (b"<", b"%", b"{\\rtf")
_TELL_EVERY = 0.2
# Not the address of a database nor the key of a service: a parser has no use for them.
_KEPT = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR")
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
_PLAIN_SLOTS = re.compile(r"(?:[^{}]|\{[a-z_]+\})*")

_BROKE_OFF = N_(
    "Reading the file took too much memory or broke off: {name}. Open it in the program it was "
    "made in, save it again, or divide it into smaller files."
)
_TOO_LONG = N_(
    "Reading the file took longer than {seconds} seconds and was stopped: {name}. Divide it into "
    "smaller files, or save it as CSV."
)
_FAILED = N_(
    "The file cannot be read because of a fault in this program: {name}. Save it as CSV or text "
    "and import that. Report the fault: {fault}."
)


def no_telling() -> None:
    """Tell nobody that the reading goes on."""


def is_read_here(file: OpenedFile) -> bool:
    """Whether only csv, json and reading by lines see the file, and cannot take long over it."""
    if file.folder is not None:
        return True
    if file.is_archive:
        is_plain = all(name.casefold().endswith(".csv") for name in file.names)
    else:
        is_plain = file.is_text and not file.head().lstrip(b"\xef\xbb\xbf \r\n").startswith(_MARKUP)
    return is_plain and (file.size <= _SMALL or has_polis_files(file))


@contextmanager
def foreseeing(name: str) -> Iterator[None]:
    """Turn what no reader should raise into ``FailedReader``, which tells where and no words."""
    try:
        yield
    except ToolkitError:
        raise
    except MemoryError as error:
        raise UnreadableExport(_BROKE_OFF, name=name) from error
    except Exception as error:
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        file = trace.tb_frame.f_code.co_filename if trace else "?"
        fault = f"{type(error).__name__}, {Path(file).name}:{trace.tb_lineno if trace else 0}"
        raise FailedReader(_FAILED, name=name, fault=fault) from error


def ask(
    door: str, path: Path, *, tell: Callable[[], None] = no_telling, **options: object
) -> tuple[Any, bytes]:
    """Have a file read by one of the ``DOORS`` of the reading process.

    Parameters
    ----------
    tell
        Called a few times a second; what it raises stops the reading.
    options
        JSON; what the door takes.

    Returns
    -------
    Any
        What the door made of the file, as JSON: not to be trusted.
    bytes
        Numbers that go with it.

    Raises
    ------
    ToolkitError
        What the door raised.
    UnreadableExport
        If the process broke one of its limits, or died.
    """
    limits = read_limits()
    request = {
        "door": door,
        "path": os.fspath(path.absolute()),
        "options": options,
        "language": current_language(),
        "settings": {key: value for key, value in os.environ.items() if key.startswith(SETTING)},
    }
    reader = _idle.pop() if _idle else _Reader()
    try:
        answer = reader.ask(request, limits, tell=tell)
    except queue.Empty:
        reader.kill()
        raise UnreadableExport(_TOO_LONG, name=path.name, seconds=limits.seconds) from None
    except BaseException:
        reader.kill()
        raise
    reader.rest()
    head, _line, numbers = answer.partition(b"\n")
    with foreseeing(path.name):
        said = dict(json.loads(head or b"{}"))
    if "error" in said:
        raise _error(said, name=path.name)
    if "result" not in said:
        raise UnreadableExport(_BROKE_OFF, name=path.name)
    return said["result"], numbers


def _error(said: Mapping[str, Any], *, name: str) -> ToolkitError:
    """Return the error that the process told of, if it is one of the toolkit's."""
    kind = getattr(errors, str(said["error"]), None)
    message, values = str(said.get("message", "")), said.get("values")
    is_known = isinstance(kind, type) and issubclass(kind, ToolkitError)
    if not is_known or not isinstance(values, dict) or not _PLAIN_SLOTS.fullmatch(message):
        return UnreadableExport(_BROKE_OFF, name=name)
    error = cast("type[ToolkitError]", kind)(message, **values)
    if isinstance(error, FailedReader):
        log.warning("a reader failed: %s", values.get("fault"))
    return error


class _Reader:
    """A process that waits for files. It makes a new process for each, where the system can."""

    def __init__(self) -> None:
        root = str(Path(errors.__file__).parents[1])
        kept = {key: os.environ[key] for key in _KEPT if key in os.environ}
        path = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
        self._process = subprocess.Popen(
            # -P: a file beside the user's exports that is called openpyxl.py is not imported.
            [sys.executable, "-P", "-B", "-m", "toolkit.importers.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env={**kept, **_ONE_THREAD, "PYTHONPATH": path, "PYTHONUTF8": "1"},
        )

    def ask(
        self, request: Mapping[str, object], limits: Limits, *, tell: Callable[[], None]
    ) -> bytes:
        """Return the answer; empty when the process died.

        Raises
        ------
        queue.Empty
            If it takes too long.
        """
        answers: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        most = limits.memory_mb * 10**6
        line = json.dumps(request).encode() + b"\n"
        threading.Thread(
            target=lambda: answers.put(self._exchange(line, most)), daemon=True
        ).start()
        end = time.monotonic() + limits.seconds
        while True:
            try:
                return answers.get(timeout=_TELL_EVERY)
            except queue.Empty:
                if time.monotonic() > end:
                    raise
                tell()

    def _exchange(self, line: bytes, most: int) -> bytes:
        given, taken = self._process.stdin, self._process.stdout
        assert given is not None  # noqa: S101 - both are pipes
        assert taken is not None  # noqa: S101
        try:
            given.write(line)
            given.flush()
            size = int(taken.readline(20) or b"0")
            answer = taken.read(size) if size <= most else b""
        except (OSError, ValueError):
            return b""
        return answer if len(answer) == size else b""

    def rest(self) -> None:
        """Wait for the next file; a process that cannot make others has seen enough."""
        if hasattr(os, "fork") and self._process.poll() is None:
            _idle.append(self)
        else:
            self.kill()

    def kill(self) -> None:
        """End the process and the one that it made."""
        with suppress(OSError):  # it has ended by itself
            if hasattr(os, "killpg"):
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):  # what was not sent is not needed any more
                    pipe.close()


_idle: list[_Reader] = []


def _end() -> None:
    while _idle:
        _idle.pop().kill()


atexit.register(_end)
if hasattr(os, "register_at_fork"):
    # A copy of this process must not talk into the pipes of the original.
    os.register_at_fork(after_in_child=_idle.clear)
