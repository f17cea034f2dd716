"""Microsoft Forms: a table with a row for each respondent, when they began and ended first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from toolkit.domain import Import
from toolkit.i18n import N_
from toolkit.importers.format import Format
from toolkit.importers.opened import OpenedFile
from toolkit.importers.survey_tables import SurveyTable, find_survey, import_survey

__all__ = ["FORMAT", "is_fixed", "is_header"]

_NAME = "survey-forms"
_STARTS = frozenset(("start time", "alkamisaika", "starttid"))
_ENDS = frozenset(("completion time", "valmistumisaika", "slutförandetid"))
_FIXED = frozenset((
    "id", "tunnus", *_STARTS, *_ENDS, "email", "sähköposti", "e-post", "name", "nimi", "namn",
    "last modified time", "viimeisin muokkausaika", "senast ändrad", "senaste ändringstid",
    "language", "kieli", "språk",
    "total points", "pisteet yhteensä", "pistemäärä yhteensä", "totalt antal poäng",
    "quiz feedback", "kokeen palaute", "testin palaute", "testfeedback",
    "grade posted time", "arvosanan julkaisuaika",
))  # fmt: skip
_QUIZ = re.compile(r"(?:points|pisteet|poäng|feedback|palaute|återkoppling)\s*[-–]\s*(.+)")


def recognises(file: OpenedFile) -> bool:
    """Whether a table has the columns in which the tool keeps when people answered."""
    return _find(file) is not None


def parse(file: OpenedFile) -> Import:
    """Read the answers; who answered, when, and the points of a quiz are not read."""
    return import_survey(file, _find(file), name=_NAME, is_fixed=is_fixed, separators=(";",))


def _find(file: OpenedFile) -> SurveyTable | None:
    return find_survey(file, is_header)


def is_header(keys: Sequence[str]) -> bool:
    """Whether these are headings that the tool writes."""
    return not (_STARTS.isdisjoint(keys) or _ENDS.isdisjoint(keys))


def is_fixed(keys: Sequence[str], place: int) -> bool:
    """Whether the tool, and nobody who asks, wrote the heading at ``place``."""
    key = keys[place]
    graded = _QUIZ.fullmatch(key)
    last = max(at for at, known in enumerate(keys) if known in _STARTS | _ENDS)
    is_before = place <= last + 4  # questions may have the same words as the tool's own columns
    return (key in _FIXED and is_before) or key in _GRADES or bool(graded and graded[1] in keys)


_GRADES = frozenset(
    key for key in _FIXED if re.search("points|piste|poäng|feedback|palaute|grade|arvosan", key)
)

FORMAT = Format(
    name=_NAME, title=N_("Microsoft Forms (Excel, CSV)"), recognises=recognises, parse=parse
)
