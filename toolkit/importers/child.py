"""The process that foreign parsers run in: a request is a line of JSON, so is the answer."""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from toolkit import importers
from toolkit.codec import from_plain, to_plain
from toolkit.domain import ColumnMapping, Import, Receipt, ReturnedCopy
from toolkit.errors import ToolkitError
from toolkit.i18n import _, set_language
from toolkit.import_parts import split_import
from toolkit.importers.isolated import foreseeing
from toolkit.importers.limits import Limits, read_limits
from toolkit.importers.mapped import tables_of
from toolkit.importers.opened import open_file
from toolkit.importers.repairing import repair_file
from toolkit.importers.review_copy import read_copy
from toolkit.importers.sheets import Sheet

__all__ = ["DOORS", "main"]

Answer = tuple[Any, bytes]

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
"""Flags of the system call ``unshare``."""


def _import(
    path: Path, *, as_format: str | None, vote_sign: str, mapping: object, repairs_text: bool
) -> Answer:
    imported = importers.read_opened(
        open_file(path),
        as_format=as_format,
        vote_sign=vote_sign,
        mapping=None if mapping is None else from_plain(ColumnMapping, mapping),
        repairs_text=repairs_text,
    )
    plain, numbers = split_import(imported)
    return plain, b"" if numbers is None else numbers.tobytes()


def _tables(path: Path, *, repairs_text: bool) -> Answer:
    file = open_file(path)
    sheets = tables_of(repair_file(file) if repairs_text else file)
    return to_plain(sheets, list[Sheet]), b""


def _copy(path: Path) -> Answer:
    return to_plain(read_copy(open_file(path)), ReturnedCopy), b""


DOORS: Mapping[str, Callable[..., Answer]] = {
    "copy": _copy,
    "import": _import,
    "tables": _tables,
}

_WARM = (
    ("docx", ".docx"),
    ("openpyxl", ".xlsx"),
    ("python_calamine", ".xlsx"),
    ("pptx", ".pptx"),
    ("pdfplumber", ".pdf"),
)
"""Libraries that are worth having ready before the process for a file is made, by suffix."""


def main() -> None:
    """Answer requests until there are no more."""
    _leave_the_network()
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    split_import(Import(receipt=Receipt(name="", format="", rows=0)))  # so that it is quick later
    for line in sys.stdin.buffer:
        request = json.loads(line)
        answer = _in_a_process_of_its_own(request) if hasattr(os, "fork") else _answer(request)
        out.write(b"%d\n" % len(answer))
        out.write(answer)
        out.flush()


def _in_a_process_of_its_own(request: Mapping[str, Any]) -> bytes:
    """Return its answer; nothing when it died."""
    for library, suffix in _WARM:
        if request["path"].casefold().endswith(suffix):
            with suppress(ImportError):
                import_module(library)
    set_language(request["language"])
    _("no text")  # the sentences are loaded once, not for every file
    gc.freeze()
    reading, writing = os.pipe()
    number = os.fork()
    if not number:
        os.close(reading)
        with open(writing, "wb") as pipe:  # noqa: PTH123 - a number, not a path
            pipe.write(_answer(request))
        os._exit(0)
    os.close(writing)
    with open(reading, "rb") as pipe:  # noqa: PTH123
        answer = pipe.read()
    _number, status = os.waitpid(number, 0)
    return answer if status == 0 else b""


def _answer(request: Mapping[str, Any]) -> bytes:
    os.environ.update(request["settings"])
    set_language(request["language"])
    path = Path(request["path"])
    try:
        _limit(read_limits())
        with foreseeing(path.name):
            result, numbers = DOORS[request["door"]](path, **request["options"])
            return json.dumps({"result": result}).encode() + b"\n" + numbers
    except ToolkitError as error:
        if isinstance(error.__cause__, MemoryError):
            return b""
        values = {
            key: value if isinstance(value, int) else str(value)
            for key, value in error.values.items()
        }
        said = {"error": type(error).__name__, "message": error.message, "values": values}
        return json.dumps(said).encode()


def _leave_the_network() -> None:
    """Have no network from here on; most Linux systems let a process choose that."""
    if sys.platform != "linux":
        return
    import ctypes

    # Root needs no users of its own, and with them could not read the files of others any more.
    kind = _NEW_NETWORK if os.geteuid() == 0 else _NEW_NETWORK | _NEW_USER
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).unshare(kind)


def _limit(limits: Limits) -> None:
    """Take from this process what reading does not need, for good."""
    try:
        import resource
    except ImportError:  # Windows has none: there the time is all that is limited
        return
    for kind, most in (
        (resource.RLIMIT_AS, limits.memory_mb * 10**6),
        (resource.RLIMIT_CPU, limits.seconds + 1),  # also when nobody is left who waits for it
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(OSError, ValueError):  # some systems do not know every limit
            resource.setrlimit(kind, (most, most))


if __name__ == "__main__":
    main()
