"""Documents as ODT: LibreOffice makes it of our Word file."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from toolkit.errors import Unpublishable
from toolkit.i18n import N_
from toolkit.publishing import word
from toolkit.publishing.page import Page

_LONGEST_WAIT = 120  # seconds


def find_libreoffice() -> str | None:
    """Return the program, or None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def render(page: Page) -> bytes:
    """Return the file.

    Raises
    ------
    Unpublishable
        If LibreOffice is not installed, or does not make the file in two minutes.
    """
    program = find_libreoffice()
    if program is None:
        msg = N_(
            "An ODT file is made with LibreOffice, which is not installed here. Install it, or "
            "write the document as .docx."
        )
        raise Unpublishable(msg)
    with tempfile.TemporaryDirectory(prefix="osallisuus-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "document.docx").write_bytes(word.render(page))
        _convert(program, folder)
        made = folder / "document.odt"
        if not made.exists():
            msg = N_(
                "LibreOffice did not make an ODT file of the document. Try again, or write it as "
                ".docx."
            )
            raise Unpublishable(msg)
        return made.read_bytes()


def _convert(program: str, folder: Path) -> None:
    # A profile of its own: one that is open on somebody's desktop would take the file.
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        "odt",
        "--outdir",
        str(folder),
        str(folder / "document.docx"),
    ]
    process = subprocess.Popen(  # noqa: S603 - a list, no shell, names of our own
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        process.wait(_LONGEST_WAIT)
    except subprocess.TimeoutExpired:
        pass  # then there is no file
    finally:
        # Also when somebody stops the work: the program starts others of its own.
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
