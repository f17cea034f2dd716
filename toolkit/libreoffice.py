"""Files turned into another format by the reader's own LibreOffice, where it is installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

__all__ = ["convert", "find_libreoffice"]


def find_libreoffice() -> str | None:
    """Return the program, or None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def convert(program: str, data: bytes, *, suffix: str, to: str, seconds: float) -> bytes | None:
    """Return a file in another format; None when LibreOffice does not make it in time.

    Parameters
    ----------
    suffix
        Of what is given, such as ``".docx"``.
    to
        The format wanted, such as ``"odt"``.
    """
    with tempfile.TemporaryDirectory(prefix="osallisuus-", ignore_cleanup_errors=True) as name:
        given = Path(name, f"document{suffix}")
        given.write_bytes(data)
        # A profile of its own: one that is open on somebody's desktop would take the file.
        profile = f"-env:UserInstallation={Path(name, 'profile').as_uri()}"
        how = ["--headless", "--norestore", "--convert-to", to, "--outdir", name]
        _run([program, profile, *how, str(given)], seconds=seconds)
        made = given.with_suffix(f".{to}")
        return made.read_bytes() if made.exists() else None


def _run(command: list[str], *, seconds: float) -> None:
    process = subprocess.Popen(  # noqa: S603 - a list, no shell, names of our own
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        pass  # then there is no file
    finally:
        # Also when somebody stops the work: the program starts others of its own.
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
