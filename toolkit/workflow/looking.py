"""What a waiting export would bring, and taking it in once its questions are answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from toolkit.domain import Import, Receipt, Workshop
from toolkit.errors import (
    Cancelled,
    DoubtfulColumns,
    DoubtfulSign,
    TooEarly,
    ToolkitError,
    UnknownFormat,
)
from toolkit.i18n import N_, _
from toolkit.lemmas import NameFinder, load_name_finder
from toolkit.workflow.boards import items_of
from toolkit.workflow.column_choices import read_export, see_tables
from toolkit.workflow.imports import foresee, import_exports
from toolkit.workflow.personal_data import (
    Suggestion,
    find_suggestions,
    mask_text,
    number_of,
    redact,
    text_digest,
)
from toolkit.workflow.present import load_state, read_original
from toolkit.workflow.progress import Progress, no_progress
from toolkit.workflow.waiting import (
    Look,
    Preview,
    Waiting,
    drop_waiting,
    find_waiting,
    save_look,
)

_PREVIEWED = 5


def look_at_waiting(
    workshop: Workshop, waiting_id: str, *, progress: Progress = no_progress
) -> Look:
    """Read an export that waits, and write down what was seen. Nothing comes into the workshop.

    Raises
    ------
    NoSuchThing
        If it does not wait any more.
    Cancelled
        If somebody asked to stop.
    """
    waiting = find_waiting(workshop, waiting_id)
    _tell_reading(progress, waiting)
    look = _look(workshop, waiting, progress)
    save_look(workshop, waiting_id, look)
    return look


def _tell_reading(progress: Progress, waiting: Waiting) -> None:
    progress(0.1, _("Reading: {name}").format(name=waiting.name))


def _look(workshop: Workshop, waiting: Waiting, progress: Progress) -> Look:
    sign = waiting.vote_sign
    mapping = waiting.mapping if waiting.is_mapped else None
    tell = partial(_tell_reading, progress, waiting)
    sources = load_state(workshop).sources
    try:
        imported, read_as = read_export(
            waiting.path,
            sources=sources,
            vote_sign=sign,
            mapping=mapping,
            tell=tell,
        )
        progress(0.2, _("Reading: {name}").format(name=waiting.name))
        receipt = _without_note(foresee(workshop, imported, name=waiting.name))
    except DoubtfulSign as error:
        return Look(vote_sign=sign, problem=error.for_reader(), asks_sign=True)
    except Cancelled:
        raise
    except ToolkitError as error:
        is_asked = mapping is not None or isinstance(error, UnknownFormat)
        doubt = str(error.values.get("doubt", "")) if isinstance(error, DoubtfulColumns) else ""
        return Look(
            vote_sign=sign,
            doubt=doubt,
            problem=error.for_reader(),
            mapping=mapping,
            tables=see_tables(waiting.path, read_as=mapping, tell=tell) if is_asked else (),
        )
    finder = load_name_finder()
    found = _find(workshop, waiting, imported, finder, progress)
    shown = items_of(imported)[:_PREVIEWED]
    return Look(
        vote_sign=sign,
        mapping=mapping,
        tables=see_tables(waiting.path, read_as=read_as, tell=tell) if read_as else (),
        receipt=receipt,
        preview=tuple(
            Preview(text=n.text, prompt=n.prompt, place=n.place, group=n.group) for n in shown
        ),
        suggestions=found,
        people=_known_people(workshop, finder),
        has_names=finder.is_complete,
    )


def _without_note(receipt: Receipt) -> Receipt:
    """Leave out the warning of what will be masked, or asked about, anyway."""
    left = tuple(warn for warn in receipt.warnings if warn.code != "personal_data")
    return replace(receipt, warnings=left)


def _find(
    workshop: Workshop,
    waiting: Waiting,
    imported: Import,
    finder: NameFinder,
    progress: Progress,
) -> tuple[Suggestion, ...]:
    """Find what may be personal data and has not been decided on when an earlier export came.

    Of a file that is in the workshop already, nothing is asked again.
    """
    message = _("Looking for personal data: {name}").format(name=waiting.name)
    sources = load_state(workshop).sources
    if any(source.sha256.startswith(waiting.id) for source in sources):
        return ()
    decided = {
        f"{one.digest}:{one.start}:{one.end}" for source in sources for one in source.redactions
    }
    found = find_suggestions(
        imported, finder, tell=lambda share: progress(0.2 + 0.6 * share, message)
    )
    return tuple(one for one in found if one.key not in decided)


def _known_people(workshop: Workshop, finder: NameFinder) -> Mapping[str, str]:
    """Return base form → number of the people masked so far, read from the kept originals."""
    people: dict[str, str] = {}
    for source in load_state(workshop).sources:
        masked = [one for one in source.redactions if number_of(one)]
        if not masked:
            continue
        path = Path(workshop.folder) / source.file
        read = read_original(path, source)
        texts = {text_digest(item.text): item.text for item in items_of(read)}
        for one in masked:
            words = texts.get(one.digest, "")[one.start : one.end]
            people.setdefault(finder.base(words), number_of(one))
    return people


def preview_waiting(waiting: Waiting) -> tuple[Preview, ...]:
    """Return the first notes as they would come in with the present choices."""
    look = waiting.look or Look()
    decided = redact(look.suggestions, waiting.choices, people=look.people)
    return tuple(replace(one, text=mask_text(one.text, decided)) for one in look.preview)


def import_waiting(
    workshop: Workshop, waiting_id: str, *, actor: str, progress: Progress = no_progress
) -> Receipt:
    """Take an export in with what people answered, and remove it from those that wait.

    Raises
    ------
    NoSuchThing
        If it does not wait any more.
    TooEarly
        If somebody should still look at possible personal data, or name the columns.
    ToolkitError
        If it cannot be read; it goes on waiting.
    """
    waiting = find_waiting(workshop, waiting_id)
    _tell_reading(progress, waiting)
    if waiting.asks_columns:
        msg = N_("Somebody should say first what the columns hold: {name}.")
        raise TooEarly(msg, name=waiting.name)
    mapping = waiting.mapping if waiting.is_mapped else None
    imported, _read_as = read_export(
        waiting.path,
        sources=load_state(workshop).sources,
        vote_sign=waiting.vote_sign,
        mapping=mapping,
        tell=partial(_tell_reading, progress, waiting),
    )
    finder = load_name_finder()
    found = _find(workshop, waiting, imported, finder, progress)
    if any(not one.is_certain and one.key not in waiting.choices for one in found):
        msg = N_("Somebody should look at the possible personal data first: {name}.")
        raise TooEarly(msg, name=waiting.name)
    decided = redact(found, waiting.choices, people=_known_people(workshop, finder))
    (receipt,) = import_exports(
        workshop,
        [waiting.path],
        actor=actor,
        vote_sign=waiting.vote_sign,
        mapping=mapping,
        redactions=decided,
        progress=progress,
    )
    drop_waiting(workshop, waiting_id)
    return receipt
