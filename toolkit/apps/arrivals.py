"""Files that have come whole, put together into the exports they belong to."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from pathlib import Path

from toolkit import importers
from toolkit.errors import ToolkitError


def put_together(paths: Sequence[Path], incoming: Path) -> list[Path]:
    """Put the files of one Polis export into one folder; leave the others as they are."""
    sound = [path for path in paths if _opens(path)]
    whole = [path for path in paths if path not in sound]
    for files in importers.group_exports(sound) if sound else ():
        if len(files) == 1:
            whole.append(files[0])
            continue
        folder = incoming / secrets.token_hex(8) / "polis"
        folder.mkdir(parents=True)
        for number, path in enumerate(files):
            taken = (folder / path.name).exists()
            path.replace(folder / (f"{number}-{path.name}" if taken else path.name))
        whole.append(folder)
    return whole


def _opens(path: Path) -> bool:
    """Whether a file can be looked into; one that cannot is refused with a sentence later."""
    try:
        importers.group_exports([path])
    except ToolkitError:
        return False
    return True
