"""What was read from exports whose originals have been deleted: kept for good, masked."""

from __future__ import annotations

from pathlib import Path

from toolkit.domain import Import, Source, Workshop
from toolkit.store.import_cache import read_import, write_import


def save_masked(workshop: Workshop, source: Source, imported: Import) -> None:
    """Keep ``imported`` in place of the original, and check that it can be read back.

    Raises
    ------
    OSError
        If it cannot; then the original must stay.
    """
    path = _path(workshop, source)
    write_import(path, imported)
    back = read_import(path)
    if back is None or (back.notes, back.receipt) != (imported.notes, imported.receipt):
        raise OSError(None, "not written as it was", str(path))


def load_masked(workshop: Workshop, source: Source) -> Import | None:
    """Return what is kept in place of the original; None while there is an original."""
    return read_import(_path(workshop, source))


def has_masked(workshop: Workshop, source_id: str) -> bool:
    """Return whether the original of a source has been replaced for good."""
    return (_folder(workshop) / f"{source_id}.json").exists()


def _folder(workshop: Workshop) -> Path:
    return Path(workshop.folder) / "masked"


def _path(workshop: Workshop, source: Source) -> Path:
    return _folder(workshop) / f"{source.id}.json"
