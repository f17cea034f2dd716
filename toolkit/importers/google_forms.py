"""Google Forms: a table with a row for each respondent, the time of the answer first."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.domain import Import
from toolkit.i18n import N_
from toolkit.importers.format import Format
from toolkit.importers.opened import OpenedFile
from toolkit.importers.polis_files import is_polis_part
from toolkit.importers.survey_tables import SurveyTable, find_survey, import_survey

__all__ = ["FORMAT", "is_fixed", "is_header"]

_NAME = "survey-google"
_TIMES = frozenset(("timestamp", "aikaleima", "tidstämpel"))
_FIXED = _TIMES | {
    "username", "käyttäjätunnus", "användarnamn", "email address", "sähköpostiosoite",
    "e-postadress", "score", "pisteet", "poäng",
}  # fmt: skip


def recognises(file: OpenedFile) -> bool:
    """Whether the first heading of a CSV, or of a sheet, is the time of the answer."""
    return _find(file) is not None


def parse(file: OpenedFile) -> Import:
    """Read the answers; when people answered, and their addresses, are not read."""
    return import_survey(file, _find(file), name=_NAME, is_fixed=is_fixed, separators=(", ",))


def _find(file: OpenedFile) -> SurveyTable | None:
    return None if is_polis_part(file) else find_survey(file, is_header)


def is_header(keys: Sequence[str]) -> bool:
    """Whether these are headings that the tool writes."""
    return bool(keys) and keys[0] in _TIMES and len(list(filter(None, keys))) > 1


def is_fixed(keys: Sequence[str], place: int) -> bool:
    """Whether the tool, and nobody who asks, wrote the heading at ``place``."""
    return place == 0 or (place <= 2 and keys[place] in _FIXED)


FORMAT = Format(
    name=_NAME, title=N_("Google Forms (CSV, Excel)"), recognises=recognises, parse=parse
)
