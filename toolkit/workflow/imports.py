"""Exports into a workshop: read, merged with what is there, labelled, kept."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from toolkit import importers, store
from toolkit.domain import (
    ColumnMapping,
    Event,
    EventKind,
    Import,
    Profile,
    Receipt,
    Redaction,
    Source,
    Warn,
    Workshop,
)
from toolkit.errors import Conflict
from toolkit.i18n import _, ngettext
from toolkit.language import detect_language, detect_languages
from toolkit.lemmas import load_name_finder
from toolkit.store import State, append_events, load_events
from toolkit.workflow.boards import Board, find_board, items_of, with_ids
from toolkit.workflow.column_choices import read_export
from toolkit.workflow.masking import Masked, mask_export, small_groups, warn_of_people
from toolkit.workflow.personal_data import masked_ids, review_personal_data
from toolkit.workflow.present import load_known, load_state
from toolkit.workflow.profiles import map_by_profile
from toolkit.workflow.progress import Progress, no_progress


def import_exports(
    workshop: Workshop,
    paths: Sequence[Path],
    *,
    actor: str,
    as_format: str | None = None,
    vote_sign: str = "",
    mapping: ColumnMapping | None = None,
    repairs_text: bool = False,
    profile: Profile | None = None,
    redactions: Sequence[Redaction] = (),
    keep_personal_data: bool = False,
    people_were_asked: bool = False,
    progress: Progress = no_progress,
) -> tuple[Receipt, ...]:
    """Read exports into a workshop; what it has already is merged, not doubled.

    All files are read before anything is written, and all come in together: a file that cannot be
    read leaves the workshop exactly as it was.

    Parameters
    ----------
    paths
        Files, and folders of files. The loose CSVs of one Polis export are read together.
    vote_sign
        What a person says +1 means in the votes; see ``importers.read_file``. Kept in the log.
    mapping
        What the columns of the table hold, when that is the only export. By default a table that no
        importer knows is read as an earlier one with the same headings was.
    repairs_text
        Whether broken letters are repaired; see ``importers.read_file``. Kept in the log.
    profile
        What a person says the columns of every one of the exports hold, by their headings.
    redactions
        What people decided on personal data; added to what they decided on earlier exports.
    keep_personal_data
        Whether what is certainly personal data is not masked unless people decided so.
    people_were_asked
        Whether somebody has seen the names in the exports, so that they need not be looked for.

    Returns
    -------
    tuple of Receipt
        One per export, in order.

    Raises
    ------
    ToolkitError
        If a file cannot be read; the sentence names it.
    """
    groups = [(path,) for path in paths] if as_format or profile else importers.group_exports(paths)
    sources = load_state(workshop).sources
    with tempfile.TemporaryDirectory() as staging:
        read = []
        for number, files in enumerate(groups):
            name = files[0].name if len(files) == 1 else "polis"
            share, message = number / (len(groups) + 1), _("Reading: {name}").format(name=name)
            progress(share, message)
            # What is parsed is what is kept, even if somebody is still writing the original.
            copy = _copy(files, Path(staging) / str(number))
            if profile is not None:
                mapping = map_by_profile(copy, profile, repairs_text=repairs_text)
            imported, read_as = read_export(
                copy,
                sources=sources,
                as_format=as_format,
                vote_sign=vote_sign,
                mapping=mapping,
                repairs_text=repairs_text,
                tell=partial(progress, share, message),
            )
            read.append((files[0], copy, imported, read_as))
        progress(len(groups) / (len(groups) + 1), _("Saving"))
        decided = (*redactions, *(one for source in sources for one in source.redactions))
        finder = None if people_were_asked else load_name_finder()
        done = len(groups) / (len(groups) + 1)

        def tell(share: float) -> None:
            progress(done + (1 - done) * share, _("Looking for personal data"))

        masked = [
            mask_export(imported, decided, finder=finder, keep=keep_personal_data, tell=tell)
            for _from, _to, imported, _read_as in read
        ]
        kept = [
            _keep(workshop, *export, vote_sign=vote_sign, repairs_text=repairs_text, masked=one)
            for export, one in zip(read, masked, strict=True)
        ]
    return _add(workshop, kept, actor=actor)


def _copy(files: tuple[Path, ...], staging: Path) -> Path:
    """Copy an export, and return where; several files of one go into one folder."""
    staging.mkdir()
    original = files[0].resolve()
    if len(files) > 1 or original.is_dir():
        folder = staging / (original.name if len(files) == 1 else "polis")
        folder.mkdir()
        parts = files if len(files) > 1 else store.export_files(original)
        for number, file in enumerate(parts):
            taken = (folder / file.name).exists()
            shutil.copyfile(file, folder / (f"{number}-{file.name}" if taken else file.name))
        return folder
    copy = staging / files[0].name
    if original.is_file():
        shutil.copyfile(original, copy)
    return copy  # a missing file is refused with a sentence when it is read


class Kept(NamedTuple):
    """An export that has been read and kept, and the ids of its notes that have been masked."""

    source: Source
    imported: Import
    masked: frozenset[str]


def _keep(
    workshop: Workshop,
    original: Path,
    copy: Path,
    imported: Import,
    mapping: ColumnMapping | None,
    *,
    vote_sign: str,
    repairs_text: bool,
    masked: Masked,
) -> Kept:
    sha256 = store.digest(copy)
    said = vote_sign if imported.votes is not None else ""
    source_id = f"{sha256[:16]}-{said}" if said else sha256[:16]
    is_forgotten = store.has_masked(workshop, source_id)
    reviewed = review_personal_data(imported, masked.redactions)
    receipt = warn_of_people(reviewed.receipt, reviewed, masked)
    reviewed = replace(reviewed, receipt=receipt)
    source = Source(
        id=source_id,
        name=copy.name,
        format=imported.receipt.format,
        sha256=sha256,
        file=f"masked/{source_id}.json"
        if is_forgotten
        else store.keep_export(workshop, copy, original=original),
        imported_at=datetime.now(UTC),
        vote_sign=said,
        redactions=masked.redactions,
        mapping=mapping,
        repairs_text=repairs_text,
    )
    if not is_forgotten:  # the originals of the workshop stay deleted
        store.save_import(workshop, source, reviewed)
    return Kept(source, reviewed, masked_ids(imported, reviewed))


def _add(workshop: Workshop, exports: Sequence[Kept], *, actor: str) -> tuple[Receipt, ...]:
    while True:
        events = load_events(workshop)
        lines: list[tuple[EventKind, Mapping[str, Any]]] = []
        receipts = []
        for kept in exports:
            state = store.fold((*events, *_as_events(lines, after=len(events))))
            receipt, payload = _line(workshop, state, kept)
            receipts.append(receipt)
            if payload is not None:
                lines.append((EventKind.SOURCE_IMPORTED, payload))
        try:
            if lines:
                append_events(workshop, lines, actor=actor, expected_seq=len(events))
        except Conflict:
            continue  # somebody imported at the same moment: labels are given again
        return tuple(receipts)


def _as_events(
    lines: Sequence[tuple[EventKind, Mapping[str, Any]]], *, after: int
) -> tuple[Event, ...]:
    now = datetime.now(UTC)
    return tuple(
        Event(seq=seq, at=now, actor="", kind=kind, payload=payload)
        for seq, (kind, payload) in enumerate(lines, start=after + 1)
    )


def _line(workshop: Workshop, state: State, kept: Kept) -> tuple[Receipt, Mapping[str, Any] | None]:
    """Return the receipt of an export and the line it adds to the log, if any."""
    board, own, receipt = _on_board(workshop, state, kept)
    if any(known.id == kept.source.id for known in state.sources):
        return receipt, None
    source = board.place(kept.source)
    payload = {
        "source": store.to_plain(source),
        "receipt": store.to_plain(receipt),
        "labels": _labels(state, board, own),
    }
    return receipt, payload


def _on_board(workshop: Workshop, state: State, kept: Kept) -> tuple[Board, Import, Receipt]:
    """Return where an export belongs, what it is there, and its receipt."""
    source, imported, masked = kept
    earlier = list(load_known(workshop, state))
    board = find_board(imported, earlier=earlier, taken=state.labels.keys())
    here = board.place(source)
    own = with_ids(imported, here)
    fresh = importers.merge_known(own, known_ids=board.known_ids)
    n_masked = sum(here.note_id(key) not in board.known_ids for key in masked)
    receipt = replace(_with_warnings(fresh.receipt, state, board, own), masked=n_masked)
    if own.closed and any(s.board == board.prefix and read.closed for s, read in earlier):
        message = _(
            "An earlier export of the same survey is here. Choices are counted from the one with "
            "the most respondents and never added up."
        )
        warn = Warn(code="choices_replaced", message=message)
        receipt = replace(receipt, warnings=(*receipt.warnings, warn))
    return board, own, receipt


def _with_warnings(receipt: Receipt, state: State, board: Board, own: Import) -> Receipt:
    warnings = list(receipt.warnings)
    gone = len(board.known_ids - {item.id for item in items_of(own)})
    if gone:
        message = ngettext(
            "{n} note of an earlier export is no longer in this one. It was kept.",
            "{n} notes of an earlier export are no longer in this one. They were kept.",
            gone,
        )
        warnings.append(Warn(code="gone_from_newer", message=message.format(n=gone)))
    others = {s.board for s in state.sources if s.board[:1] == "P"} - {board.prefix}
    if own.votes is not None and others:
        message = _("There is another Polis conversation, too. Opinion groups are of this one.")
        warnings.append(Warn(code="another_conversation", message=message))
    return replace(receipt, warnings=tuple(warnings))


def foresee(workshop: Workshop, imported: Import, *, name: str) -> Receipt:
    """Return the receipt an export would get now, without writing anything."""
    source = Source(
        id="", name=name, format=imported.receipt.format, sha256="", file="",
        imported_at=datetime.now(UTC),
    )  # fmt: skip
    kept = Kept(source, imported, frozenset())
    _board, _own, receipt = _on_board(workshop, load_state(workshop), kept)
    return replace(receipt, warnings=(*receipt.warnings, *small_groups(imported)))


def _labels(state: State, board: Board, own: Import) -> dict[str, tuple[str, str]]:
    """Give new notes their permanent citation labels; a newer export continues the old board."""
    used = sum(ref.startswith(f"{board.prefix}-") for ref, _language in state.labels.values())
    labels = {}
    notes = [item for item in own.notes if item.id not in state.labels]
    for item, language in zip(notes, detect_languages([n.text for n in notes]), strict=True):
        used += 1
        labels[item.id] = (f"{board.prefix}-{used:03d}", language)
    for item in own.votes.statements if own.votes else ():
        if item.id not in state.labels:
            number = item.id.partition("~")[0].rsplit(":", 1)[-1].rsplit("-", 1)[-1]
            labels[item.id] = (f"{board.prefix}-v{number}", detect_language(item.text))
    return labels
