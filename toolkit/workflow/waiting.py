"""Exports that have come but are not in the workshop yet, with what people answered on them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from toolkit import store
from toolkit.domain import ColumnMapping, Receipt, Workshop
from toolkit.errors import NoSuchThing
from toolkit.i18n import N_
from toolkit.workflow.column_choices import SeenTable
from toolkit.workflow.personal_data import Suggestion

WEEK = 7 * 24 * 3600.0
_ANSWERS = "answers.jsonl"
_LOOK = "look.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """One of the first notes of an export, as it came."""

    text: str
    prompt: str = ""
    place: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What was seen in a waiting export.

    Attributes
    ----------
    vote_sign
        What +1 was taken to mean.
    repairs_text
        Whether its broken letters were repaired.
    broken
        Some words whose letters look broken, each with what it would be when repaired.
    problem
        The sentence that says why it cannot be read, or what has to be answered first.
    asks_sign
        Whether a person has to say what +1 means.
    doubt
        Which columns of a survey leave doubt, as a sentence.
    mapping
        What its columns were said to hold; None when nobody has said so.
    tables
        The tops of its tables, when a person has to say, or has said, what the columns hold.
    receipt
        The one it would get; None when it cannot be read.
    people
        Base form of a name → number of the people masked in the workshop, and of those that would
        be next.
    has_names
        Whether names were looked for with a dictionary.
    """

    vote_sign: str = ""
    repairs_text: bool = False
    broken: tuple[tuple[str, str], ...] = ()
    problem: str = ""
    asks_sign: bool = False
    doubt: str = ""
    mapping: ColumnMapping | None = None
    tables: tuple[SeenTable, ...] = ()
    receipt: Receipt | None = None
    preview: tuple[Preview, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    people: Mapping[str, str] = field(default_factory=dict)
    has_names: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """An export that waits.

    Attributes
    ----------
    id
        First 16 hex digits of its digest: the same bytes wait once.
    path
        The file, or the folder of a Polis export.
    look
        None until it has been looked at with the present answers.
    tables
        As the last look saw them, whatever the answers were; empty when nothing is asked of them.
    vote_sign
        What a person said +1 means.
    repairs_text
        Whether a person wants its broken letters repaired.
    is_left_out
        Whether it stays out when everything is imported.
    mapping
        What a person chose of its columns so far.
    is_mapped
        Whether those choices are done; None before anybody has chosen.
    choices
        Key of a suggestion → whether it is masked, in the order they were made.
    """

    id: str
    path: Path
    look: Look | None = None
    tables: tuple[SeenTable, ...] = ()
    vote_sign: str = ""
    repairs_text: bool = False
    is_left_out: bool = False
    mapping: ColumnMapping | None = None
    is_mapped: bool | None = None
    choices: Mapping[str, bool] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What people call it."""
        return self.path.name

    @property
    def n_open(self) -> int:
        """How many suggestions nobody has decided on."""
        found = self.look.suggestions if self.look and not self.asks_columns else ()
        return sum(not one.is_certain and one.key not in self.choices for one in found)

    @property
    def asks_columns(self) -> bool:
        """Whether a person has to say what its columns hold."""
        is_unread = self.look is not None and self.look.receipt is None
        return bool(self.tables) and (is_unread or self.is_mapped is False)

    @property
    def is_ready(self) -> bool:
        """Whether it can be imported as it is."""
        is_read = self.look is not None and self.look.receipt is not None
        return is_read and not self.asks_columns and not self.n_open


def _folder(workshop: Workshop) -> Path:
    return store.cache_folder(workshop, "waiting")


def keep_waiting(workshop: Workshop, path: Path) -> tuple[str, bool]:
    """Move an export to those that wait, and return its id and whether it was there already."""
    waiting_id = store.digest(path)[:16]
    folder = _folder(workshop) / waiting_id
    if (folder / "export").exists():
        return waiting_id, True
    (folder / "coming").mkdir(parents=True, exist_ok=True)
    shutil.move(path, folder / "coming" / path.name)
    try:
        (folder / "coming").replace(folder / "export")
    except OSError:  # the same bytes came from another window this very moment
        shutil.rmtree(folder / "coming", ignore_errors=True)
        return waiting_id, True
    return waiting_id, False


def waiting_version(workshop: Workshop) -> tuple[tuple[str, int], ...]:
    """Return what changes whenever something about the waiting exports does; cheap to ask for."""
    paths = sorted(_folder(workshop).glob("*/*"))
    return tuple((f"{path.parent.name}/{path.name}", _changed(path)) for path in paths)


def _changed(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:  # it has just been taken in
        return 0


def list_waiting(workshop: Workshop) -> tuple[Waiting, ...]:
    """Return the exports that wait, by name."""
    folders = _folder(workshop).glob("*/export")
    found = [_load(folder.parent) for folder in folders]
    return tuple(sorted(filter(None, found), key=lambda one: (one.name.casefold(), one.id)))


def count_waiting(workshop: Workshop) -> int:
    """Return how many exports wait; cheap to ask for."""
    return sum(1 for _path in _folder(workshop).glob("*/export"))


def find_waiting(workshop: Workshop, waiting_id: str) -> Waiting:
    """Return one export that waits.

    Raises
    ------
    NoSuchThing
        If it does not wait any more.
    """
    for waiting in list_waiting(workshop):
        if waiting.id == waiting_id:
            return waiting
    raise NoSuchThing(N_("The file does not wait here any more. It was imported or removed."))


def _load(folder: Path) -> Waiting | None:
    path = next((folder / "export").iterdir(), None)
    if path is None:
        return None
    answers = _answers(folder)
    sign = str(answers.get("vote_sign", ""))
    choices = {key[1:]: bool(said) for key, said in answers.items() if key[0] == "="}
    mapping = _load_mapping(answers.get("mapping"))
    is_mapped = answers.get("mapped") if mapping else None
    seen = _load_look(folder / _LOOK)
    repairs = answers.get("repairs_text") is True
    is_same = seen is not None and (seen.vote_sign, seen.repairs_text) == (sign, repairs)
    look = seen if is_same else None
    if look and is_mapped is not False and look.mapping != (mapping if is_mapped else None):
        look = None
    return Waiting(
        id=folder.name,
        path=path,
        look=look,
        tables=seen.tables if seen else (),
        vote_sign=sign,
        repairs_text=repairs,
        is_left_out=bool(answers.get("left_out")),
        mapping=mapping,
        is_mapped=is_mapped,
        choices=choices,
    )


def _answers(folder: Path) -> dict[str, Any]:
    """Return the last answer to every question; a line that was cut off counts for nothing."""
    answers: dict[str, Any] = {}
    try:
        lines = (folder / _ANSWERS).read_text(encoding="utf-8").splitlines()
    except OSError:
        return {}
    for line in lines:
        try:
            said = json.loads(line)
        except ValueError:
            continue
        for key, value in said.items():
            answers.pop(key, None)  # the last answer comes last
            answers[key] = value
    return {key: said for key, said in answers.items() if said is not None}


def _load_mapping(plain: object) -> ColumnMapping | None:
    try:
        return None if plain is None else store.from_plain(ColumnMapping, plain)
    except ValueError:
        return None


def _load_look(path: Path) -> Look | None:
    try:
        return store.from_plain(Look, json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return None


def answer_waiting(workshop: Workshop, waiting_id: str, answers: Mapping[str, Any]) -> None:
    """Write down answers: ``vote_sign``, ``left_out``, or ``=`` and the key of a suggestion.

    ``repairs_text`` is whether broken letters are repaired, ``mapping`` what the columns hold, as
    JSON, and ``mapped`` whether that is all. None takes an answer back. Lines are only added, so
    people in two windows lose nothing.
    """
    find_waiting(workshop, waiting_id)
    with (_folder(workshop) / waiting_id / _ANSWERS).open("a", encoding="utf-8") as file:
        file.write(store.to_text(dict(answers)) + "\n")


def drop_waiting(workshop: Workshop, waiting_id: str) -> None:
    """Remove an export that waits; what is in the workshop stays."""
    for waiting in list_waiting(workshop):
        if waiting.id == waiting_id:
            shutil.rmtree(_folder(workshop) / waiting_id, ignore_errors=True)


def sweep_waiting(workshop: Workshop, *, now: float) -> None:
    """Remove what nobody has taken in for over a week: it is people's words.

    Parameters
    ----------
    now
        Seconds since the epoch.
    """
    for folder in _folder(workshop).glob("*"):
        if folder.stat().st_mtime < now - WEEK:
            shutil.rmtree(folder, ignore_errors=True)


def save_look(workshop: Workshop, waiting_id: str, look: Look) -> None:
    """Write down what was seen in an export, if it still waits."""
    folder = _folder(workshop) / waiting_id
    if folder.is_dir():
        store.write_bytes(folder / _LOOK, store.to_text(store.to_plain(look)).encode())
