"""LimeSurvey: a table with a row for each respondent, its headings codes, questions or both."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from toolkit.domain import Import, Warn
from toolkit.i18n import N_, _, ngettext
from toolkit.importers.format import Format
from toolkit.importers.opened import OpenedFile
from toolkit.importers.survey_tables import SurveyTable, find_survey, import_survey

__all__ = ["FORMAT", "is_fixed", "is_header"]

_NAME = "survey-limesurvey"
_SUBMITTED = frozenset((
    "submitdate", "date submitted", "vastauspäivä", "lähetyspäivä", "vastauspäivämäärä",
    "inskickat datum", "datum inskickat",
))  # fmt: skip
_SIGNS = (
    frozenset(("id", "response id", "vastauksen id", "svars-id", "svar-id")),
    frozenset(("lastpage", "last page", "viimeinen sivu", "sista sidan")),
    frozenset(("startlanguage", "start language", "aloituskieli", "startspråk")),
)
_FIXED = frozenset((
    *_SUBMITTED, *(key for keys in _SIGNS for key in keys), "seed", "siemen", "token",
    "access code", "pääsykoodi", "startdate", "date started", "aloituspäivä", "datestamp",
    "date last action", "viimeisin toiminto", "ipaddr", "ip address", "ip-osoite", "refurl",
    "referrer url", "viittaava url", "interviewtime", "total time", "kokonaisaika",
    "firstname", "lastname", "email", "first name", "last name", "email address",
))  # fmt: skip
_CODE = re.compile(r"^[a-z]\w*\.\s+(?=\S)")
_ONLY_CODE = re.compile(r"(?=\w*\d)[a-z]\w{0,19}(?:\[\w{1,20}\])*", re.IGNORECASE)


def recognises(file: OpenedFile) -> bool:
    """Whether a table has the columns in which the tool keeps who answered and how far."""
    return _find(file) is not None


def parse(file: OpenedFile) -> Import:
    """Read the answers; who answered, when, and from where are not read."""
    table = _find(file)
    imported = import_survey(file, table, name=_NAME, is_fixed=is_fixed, separators=())
    warnings = (*imported.receipt.warnings, *(_warnings(table) if table else ()))
    return replace(imported, receipt=replace(imported.receipt, warnings=warnings))


def _find(file: OpenedFile) -> SurveyTable | None:
    return find_survey(file, is_header)


def is_header(keys: Sequence[str]) -> bool:
    """Whether these are headings that the tool writes."""
    bare = {_bare(key) for key in keys}
    return sum(not sign.isdisjoint(bare) for sign in _SIGNS) > 1


def is_fixed(keys: Sequence[str], place: int) -> bool:
    """Whether the tool, and nobody who asks, wrote the heading at ``place``."""
    key = keys[place]
    return _bare(key) in _FIXED or key.partition(".")[0] in _FIXED


def _bare(key: str) -> str:
    """Return a heading without its code."""
    return _CODE.sub("", key)


def _warnings(table: SurveyTable) -> list[Warn]:
    found = []
    rows = [cells for _number, cells in table.sheet.rows[table.header + 1 :]]
    keys = [_bare(cell.strip().casefold()) for cell in table.headings]
    dates = [place for place, key in enumerate(keys) if key in _SUBMITTED][:1]
    n = sum(not cells[at].strip() for at in dates for cells in rows if at < len(cells))
    if n:
        message = ngettext(
            "{n} respondent did not finish the survey. What they answered was read.",
            "{n} respondents did not finish the survey. What they answered was read.",
            n,
        )
        found.append(Warn(code="unfinished", message=message.format(n=n)))
    asked = [heading for heading, key in zip(table.headings, keys, strict=True)
             if key not in _FIXED]  # fmt: skip
    if asked and all(_ONLY_CODE.fullmatch(heading.strip()) for heading in asked):
        message = _(
            "The questions are told only by their codes. Export the survey again with the full "
            "texts of questions and answers."
        )
        found.append(Warn(code="codes_only", message=message))
    return found


FORMAT = Format(name=_NAME, title=N_("LimeSurvey (CSV, Excel)"), recognises=recognises, parse=parse)
