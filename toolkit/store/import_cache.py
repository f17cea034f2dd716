"""What an importer made of an export, kept so that nobody waits for it twice."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.codec import to_plain, to_text
from toolkit.domain import Import, Redaction, Source, Workshop
from toolkit.import_parts import join_import, split_import
from toolkit.store.folders import cache_folder, write_bytes

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Raised when importers begin to read the same bytes differently.
_VERSION = 4


def save_import(workshop: Workshop, source: Source, imported: Import) -> None:
    """Keep ``imported`` in the cache of the workshop."""
    write_import(_path(workshop, source), imported)


def load_import(workshop: Workshop, source: Source) -> Import | None:
    """Return what was kept; None when it must be read from the export again."""
    return read_import(_path(workshop, source), version=_VERSION)


def write_import(path: Path, imported: Import) -> None:
    """Write an import into the file ``path``; votes go beside it, with the suffix ``.npy``."""
    plain, numbers = split_import(imported)
    if numbers is not None:
        import numpy as np

        data = io.BytesIO()
        np.save(data, numbers)
        write_bytes(path.with_suffix(".npy"), data.getvalue())
    plain["version"] = _VERSION
    write_bytes(path, to_text(plain).encode())


def read_import(path: Path, *, version: int | None = None) -> Import | None:
    """Read what ``write_import`` wrote; None when it is not there or cannot be read.

    Parameters
    ----------
    version
        Of importers, when what others wrote is to be passed over.
    """
    try:
        plain = json.loads(path.read_text(encoding="utf-8"))
        if version not in {None, plain["version"]}:
            return None
        numbers = _load_numbers(path.with_suffix(".npy")) if plain["votes"] else None
        return join_import(plain, numbers)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        return None  # a cache that cannot be read is a cache that is not there


def _load_numbers(path: Path) -> NDArray[np.int32]:
    import numpy as np

    numbers: NDArray[np.int32] = np.load(path, allow_pickle=False)
    return numbers


def _path(workshop: Workshop, source: Source) -> Path:
    """Return where it is; the same bytes with other words masked are another import.

    So they are with other columns read.
    """
    decided = to_text(to_plain(source.redactions, tuple[Redaction, ...]))
    if source.mapping is not None:
        decided += to_text(to_plain(source.mapping))
    is_plain = not source.redactions and source.mapping is None
    end = "" if is_plain else f"-{hashlib.sha256(decided.encode()).hexdigest()[:8]}"
    return cache_folder(workshop, "imports") / f"{source.id}{end}.json"
