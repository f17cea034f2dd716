"""ODT as DOCX, through the reader's own LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from toolkit.errors import UnreadableExport
from toolkit.i18n import N_

__all__ = ["as_docx"]

_SECONDS = 180


def as_docx(path: Path) -> bytes:
    """Return an ODT converted to DOCX; tracked changes and comments come along.

    Raises
    ------
    UnreadableExport
        If LibreOffice is not installed or cannot read the file.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise UnreadableExport(
            N_("An ODT can be read only where LibreOffice is installed: {name}. Save it as DOCX."),
            name=path.name,
        )
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder, "kopio.odt")
        shutil.copyfile(path, given)
        # A profile of its own: an open LibreOffice would otherwise take the work and do nothing.
        command = [
            program, "--headless", f"-env:UserInstallation={Path(folder, 'profile').as_uri()}",
            "--convert-to", "docx", "--outdir", folder, str(given),
        ]  # fmt: skip
        try:
            subprocess.run(command, check=False, capture_output=True, timeout=_SECONDS)  # noqa: S603
            return Path(folder, "kopio.docx").read_bytes()
        except (OSError, subprocess.TimeoutExpired) as error:
            raise UnreadableExport(
                N_("LibreOffice cannot read the file: {name}. Open it there and save it as DOCX."),
                name=path.name,
            ) from error
