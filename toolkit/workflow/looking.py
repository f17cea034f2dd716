"""What a waiting export would bring, and taking it in once its questions are answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from toolkit import importers
from toolkit.domain import ColumnMapping, Import, Receipt, Workshop
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
from toolkit.mojibake import find_broken_words
from toolkit.workflow.boards import items_of
from toolkit.workflow.column_choices import SeenTable, read_export, see_tables
from toolkit.workflow.imports import foresee, import_exports
from toolkit.workflow.masking import known_people
from toolkit.workflow.personal_data import (
    Suggestion,
    find_suggestions,
    mask_text,
    redact,
)
from toolkit.workflow.present import load_state
from toolkit.workflow.profiles import load_profiles
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
    repairs = waiting.repairs_text
    sources = load_state(workshop).sources
    try:
        imported, read_as = read_export(
            waiting.path,
            sources=sources,
            vote_sign=sign,
            mapping=mapping,
            repairs_text=repairs,
            tell=tell,
        )
        progress(0.2, _("Reading: {name}").format(name=waiting.name))
        receipt = _without_note(foresee(workshop, imported, name=waiting.name))
    except DoubtfulSign as error:
        return Look(
            vote_sign=sign, repairs_text=repairs, problem=error.for_reader(), asks_sign=True
        )
    except Cancelled:
        raise
    except ToolkitError as error:
        is_asked = mapping is not None or isinstance(error, UnknownFormat)
        doubt = str(error.values.get("doubt", "")) if isinstance(error, DoubtfulColumns) else ""
        return Look(
            vote_sign=sign,
            doubt=doubt,
            repairs_text=repairs,
            broken=() if repairs else importers.find_broken(waiting.path),
            problem=error.for_reader(),
            mapping=mapping,
            tables=_see(workshop, waiting, mapping, tell) if is_asked else (),
        )
    finder = load_name_finder()
    found = _find(workshop, waiting, imported, finder, progress)
    shown = items_of(imported)[:_PREVIEWED]
    return Look(
        vote_sign=sign,
        repairs_text=repairs,
        broken=() if repairs else _broken_words(imported),
        mapping=mapping,
        tables=_see(workshop, waiting, read_as, tell) if read_as or _is_table(receipt) else (),
        receipt=receipt,
        preview=tuple(
            Preview(text=n.text, prompt=n.prompt, place=n.place, group=n.group) for n in shown
        ),
        suggestions=found,
        people=known_people(workshop, finder),
        has_names=finder.is_complete,
    )


def _is_table(receipt: Receipt) -> bool:
    """Whether a person may say better than the headings what the columns hold."""
    return receipt.format in {"notes-csv", "notes-ods", "notes-xlsx"}


def _see(
    workshop: Workshop,
    waiting: Waiting,
    read_as: ColumnMapping | None,
    tell: Callable[[], None],
) -> tuple[SeenTable, ...]:
    return see_tables(
        waiting.path,
        read_as=read_as,
        repairs_text=waiting.repairs_text,
        profiles=load_profiles(workshop),
        tell=tell,
    )


def _without_note(receipt: Receipt) -> Receipt:
    """Leave out the warnings of what is asked about anyway."""
    asked = {"personal_data", "broken_text"}
    left = tuple(warn for warn in receipt.warnings if warn.code not in asked)
    return replace(receipt, warnings=left)


def _broken_words(imported: Import) -> tuple[tuple[str, str], ...]:
    """Return some words whose letters look broken, and what they would be when repaired."""
    found = (find_broken_words(item.text, most=1) for item in items_of(imported))
    return tuple(dict(pair for pairs in found for pair in pairs).items())[:3]


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
        repairs_text=waiting.repairs_text,
        tell=partial(_tell_reading, progress, waiting),
    )
    finder = load_name_finder()
    found = _find(workshop, waiting, imported, finder, progress)
    if any(not one.is_certain and one.key not in waiting.choices for one in found):
        msg = N_("Somebody should look at the possible personal data first: {name}.")
        raise TooEarly(msg, name=waiting.name)
    decided = redact(found, waiting.choices, people=known_people(workshop, finder))
    (receipt,) = import_exports(
        workshop,
        [waiting.path],
        actor=actor,
        vote_sign=waiting.vote_sign,
        mapping=mapping,
        repairs_text=waiting.repairs_text,
        redactions=decided,
        people_were_asked=True,
        progress=progress,
    )
    drop_waiting(workshop, waiting_id)
    return receipt
