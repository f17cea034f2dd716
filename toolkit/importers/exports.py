"""Which of the chosen files belong together: the loose CSVs of a Polis export are one export."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from toolkit.importers.opened import open_file
from toolkit.importers.polis_files import has_polis_files, is_polis_part

__all__ = ["group_exports"]


def group_exports(paths: Sequence[Path]) -> list[tuple[Path, ...]]:
    """Return the exports that ``paths`` make, each with its files.

    A folder of notes gives one export for each of its files; the folder of a Polis export is one.
    Loose files of a Polis export go together where the first of them stands.

    Raises
    ------
    UnreadableExport
        If a path is missing or cannot be opened safely.
    NothingToRead
        If a file is empty.
    """
    single = [file for path in paths for file in _files(path)]
    loose = [path for path in single if _is_loose_polis(path)]
    if len(loose) < 2 or not any(has_polis_files(open_file(path)) for path in loose):
        return [(path,) for path in single]
    groups: list[tuple[Path, ...]] = [(path,) for path in single if path not in loose]
    groups.insert(sum(path not in loose for path in single[: single.index(loose[0])]), (*loose,))
    return groups


def _files(path: Path) -> list[Path]:
    if not path.is_dir() or has_polis_files(open_file(path)):
        return [path]
    files = sorted(item for item in path.iterdir() if item.is_file() and item.name[0] != ".")
    return files or [path]  # an empty folder is refused with a sentence when it is read


def _is_loose_polis(path: Path) -> bool:
    file = open_file(path)
    return file.folder is None and file.is_text and is_polis_part(file)
