"""What an importer made of an export, kept so that nobody waits for it twice."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from pathlib import Path

from toolkit.domain import (
    ClosedQuestion,
    Counts,
    Import,
    Note,
    Receipt,
    Redaction,
    Source,
    Statement,
    Votes,
    Workshop,
)
from toolkit.store.codec import from_plain, to_plain, to_text
from toolkit.store.folders import cache_folder, write_bytes

# Raised when importers begin to read the same bytes differently.
_VERSION = 3


def save_import(workshop: Workshop, source: Source, imported: Import) -> None:
    """Keep ``imported`` in the cache of the workshop."""
    write_import(_path(workshop, source), imported)


def load_import(workshop: Workshop, source: Source) -> Import | None:
    """Return what was kept; None when it must be read from the export again."""
    return read_import(_path(workshop, source), version=_VERSION)


def write_import(path: Path, imported: Import) -> None:
    """Write an import into the file ``path``; votes go beside it, with the suffix ``.npy``."""
    votes = imported.votes
    plain = {
        "version": _VERSION,
        "notes": to_plain(imported.notes, tuple[Note, ...]),
        "closed": to_plain(imported.closed, tuple[ClosedQuestion, ...]),
        "receipt": to_plain(imported.receipt),
        "votes": None
        if votes is None
        else {
            "statements": to_plain(votes.statements, tuple[Statement, ...]),
            "participant_ids": votes.participant_ids,
            "group_ids": dict(votes.group_ids),
            "group_votes": to_plain(votes.group_votes, dict[str, tuple[Counts, ...]]),
            "topic": votes.topic,
        },
    }
    if votes is not None:
        import numpy as np

        data = io.BytesIO()
        np.save(data, np.stack([votes.participant, votes.statement, votes.value]).astype(np.int32))
        write_bytes(path.with_suffix(".npy"), data.getvalue())
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
        votes = plain["votes"] and _load_votes(path.with_suffix(".npy"), plain["votes"])
        return Import(
            notes=from_plain(tuple[Note, ...], plain["notes"]),
            votes=votes,
            closed=from_plain(tuple[ClosedQuestion, ...], plain["closed"]),
            receipt=from_plain(Receipt, plain["receipt"]),
        )
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        return None  # a cache that cannot be read is a cache that is not there


def _load_votes(path: Path, plain: dict[str, object]) -> Votes:
    import numpy as np

    participant, statement, value = np.load(path, allow_pickle=False)
    return Votes(
        statements=from_plain(tuple[Statement, ...], plain["statements"]),
        participant_ids=from_plain(tuple[str, ...], plain["participant_ids"]),
        group_ids=from_plain(dict[str, str], plain["group_ids"]),
        group_votes=from_plain(dict[str, tuple[Counts, ...]], plain["group_votes"]),
        topic=str(plain["topic"]),
        participant=participant.astype(np.int32),
        statement=statement.astype(np.int32),
        value=value.astype(np.int8),
    )


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
