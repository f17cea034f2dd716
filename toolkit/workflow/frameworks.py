"""Notes of workshops against a framework, and the themes of a workshop as a codebook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from toolkit import publishing, store
from toolkit.domain import CategoryCounts, EventKind, Framework, FrameworkResult, Workshop
from toolkit.encoders import Encoder, load_encoder
from toolkit.errors import BadName, NoSuchThing, TooEarly, UnreadableFramework
from toolkit.frameworks import (
    apply_placements,
    codebook_of,
    count_categories,
    framework_names,
    load_framework,
    parse_framework,
    parse_list,
    place_notes,
    to_rows,
    to_toml,
)
from toolkit.i18n import N_, _
from toolkit.importers.mapped import read_tables
from toolkit.importers.one_column import read_column
from toolkit.importers.opened import OpenedFile, open_file
from toolkit.importers.tables import is_table
from toolkit.workflow.analysis import warm_encoder
from toolkit.workflow.decisions import decide
from toolkit.workflow.present import Present, load_present
from toolkit.workflow.progress import Progress, no_progress

CODEBOOK_FORMATS = (".toml", ".csv", ".xlsx")


def find_framework(name: str) -> Framework:
    """Return the framework of that name, or the one in the file of that name.

    Raises
    ------
    NoSuchThing
        If there is neither.
    UnreadableFramework, UnreadableExport
        If the file cannot be read as a framework.
    """
    is_file = name not in framework_names() and Path(name).is_file()
    return read_framework(Path(name)) if is_file else load_framework(name)


def read_framework(path: Path | str) -> Framework:
    """Read a framework: TOML, or a list as CSV or Excel (names, then descriptions).

    A list is called what its file is called.

    Raises
    ------
    UnreadableFramework, UnreadableExport
        If the file cannot be read as a framework.
    """
    path = Path(path)
    if path.suffix.lower() not in CODEBOOK_FORMATS:
        msg = N_("A framework is not read from a file of this kind: {name}. Choose from: {known}.")
        raise UnreadableFramework(msg, name=path.name, known=", ".join(CODEBOOK_FORMATS))
    file = open_file(path)
    if path.suffix.lower() == ".toml":
        return parse_framework(file.text, name=file.name)
    return parse_list(_rows_of(file, path), title=path.stem, name=file.name)


def _rows_of(file: OpenedFile, path: Path) -> Sequence[Sequence[str]]:
    if file.is_archive:
        return [cells for sheet in read_tables(path) for _number, cells in sheet.rows]
    return file.table if is_table(file.text) else [[cell] for cell in read_column(file.text)]


def load_placements(
    workshop: Workshop,
    framework: Framework,
    *,
    encoder: Encoder | None = None,
    progress: Progress = no_progress,
) -> FrameworkResult:
    """Return the notes of a workshop against a framework, where people have placed them too.

    Notes that people have set aside are left out. Nothing is stored but what people decide: the
    suggestions can be computed again.

    Raises
    ------
    TooEarly
        If the workshop has no notes.
    """
    present = load_present(workshop)
    found = suggest_placements(present, framework, encoder=encoder, progress=progress)
    return apply_placements(found, present.state.placements)


def suggest_placements(
    present: Present,
    framework: Framework,
    *,
    encoder: Encoder | None = None,
    progress: Progress = no_progress,
) -> FrameworkResult:
    """Return where the machine would place the notes, whatever people have said of them.

    Raises
    ------
    TooEarly
        If the workshop has no notes.
    """
    notes = present.notes_in_use
    if not notes:
        raise TooEarly(N_("There are no notes to place. Import an export first."))
    encoder = encoder or load_encoder(cache=store.cache_folder(present.workshop, "embeddings"))
    warm_encoder(encoder, notes, progress=progress)
    progress(0.9, _("Comparing the notes with the framework"))
    return place_notes(notes, framework, encoder=encoder)


def place_note(
    workshop: Workshop,
    framework: Framework,
    *,
    note_id: str,
    category_id: str,
    axis_id: str = "",
    actor: str,
    expected_seq: int | None = None,
) -> None:
    """Record where a person places a note; to accept a suggestion is to place the note there.

    Parameters
    ----------
    category_id
        Empty when the note fits nowhere: on every axis, or on ``axis_id``.

    Raises
    ------
    NoSuchThing
        If the framework has no such category or axis, or the workshop no such note.
    Conflict
        If somebody changed the workshop after ``expected_seq``.
    """
    msg = N_("The framework {framework} has no {name}. Choose from: {known}.")
    for name, known in (
        (category_id, [category.id for category in framework.categories]),
        (axis_id, [axis.id for axis in framework.axes]),
    ):
        if name and name not in known:
            raise NoSuchThing(msg, framework=framework.id, name=name, known=", ".join(known))
    payload: Mapping[str, Any] = {
        "framework_id": framework.id,
        "note_id": note_id,
        "category_id": category_id,
        "axis_id": axis_id,
    }
    decide(workshop, EventKind.NOTE_PLACED, payload, actor=actor, expected_seq=expected_seq)


def follow_framework(
    workshops: Sequence[Workshop],
    framework: Framework,
    *,
    axis_id: str = "",
    encoder: Encoder | None = None,
    progress: Progress = no_progress,
) -> tuple[CategoryCounts, ...]:
    """Return the counts of every workshop on one axis of the same framework, in the order given."""
    return tuple(
        count_categories(
            load_placements(workshop, framework, encoder=encoder, progress=progress),
            title=workshop.title,
            n_participants=workshop.n_participants,
            axis_id=axis_id,
        )
        for workshop in workshops
    )


def make_codebook(workshop: Workshop) -> Framework:
    """Return the themes of a workshop, as people have left them, as a framework.

    Raises
    ------
    TooEarly
        If the themes have not been found yet.
    """
    present = load_present(workshop)
    if all(theme.is_rest for theme in present.themes):
        msg = N_("There are no themes for a codebook. Find them first: osallisuus themes {folder}")
        raise TooEarly(msg, folder=str(workshop.folder))
    return codebook_of(
        present.themes,
        present.notes_in_use,
        title=_("Codebook: {title}").format(title=workshop.title),
        id=f"{workshop.id}-koodikirja",
        source=workshop.title,
        year=workshop.date.year if workshop.date else None,
    )


def save_codebook(framework: Framework, path: Path | str) -> Path:
    """Write a codebook: as TOML to be used again, as CSV or Excel to be read and used.

    Raises
    ------
    BadName
        If the name of the file ends in none of ``CODEBOOK_FORMATS``, or its folder is not there.
    """
    path = Path(path)
    if path.suffix.lower() not in CODEBOOK_FORMATS:
        msg = N_("A codebook is not written in this format: {name}. Choose from: {known}.")
        raise BadName(msg, name=path.name, known=", ".join(CODEBOOK_FORMATS))
    if not path.parent.is_dir():
        raise BadName(N_("There is no such folder: {name}. Make it first."), name=str(path.parent))
    if path.suffix.lower() == ".toml":
        return publishing.write_whole(path, to_toml(framework).encode())
    return publishing.publish_table(to_rows(framework), path)
