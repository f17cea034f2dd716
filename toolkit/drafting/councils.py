"""Whether the councils that the law names were heard before the decision."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from toolkit.domain import Council, HeardBody, Hearing
from toolkit.drafting.sentences import Sentences


class CouncilProblem(StrEnum):
    """What is wrong with the hearing of a council."""

    MISSING = "missing"
    UNANSWERED = "unanswered"
    UNDATED = "undated"
    LATE = "late"


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingWarning:
    """Something to mend in a hearing before the matter is decided.

    Attributes
    ----------
    date
        When the council was heard, of one that was heard late.
    """

    council: Council
    problem: CouncilProblem
    date: dt.date | None = None


def hearing_warnings(
    hearing: Hearing | None, decision_date: dt.date | None
) -> tuple[HearingWarning, ...]:
    """Find what is wrong with the hearing of the councils of the act 611/2021, 32 §.

    Parameters
    ----------
    hearing
        None when there was no comment round: then every council is missing.
    decision_date
        A council heard after that day is late; None leaves dates alone.

    Returns
    -------
    tuple of HearingWarning
        At most one for each council, in the order of ``Council``. A council that was asked more
        than once counts as its best answer.
    """
    bodies = hearing.bodies if hearing else ()
    found = []
    for council in Council:
        mine = [body for body in bodies if body.council is council]
        problems = [_problem(body, decision_date) for body in mine]
        if None not in problems:
            worst = HearingWarning(council=council, problem=CouncilProblem.MISSING)
            found.append(next((one for one in problems if one), worst))
    return tuple(found)


def word_hearing_warning(warning: HearingWarning, *, language: str) -> str:
    """Say what is wrong in a sentence or two, as documents do."""
    say = Sentences(language)
    return say.words(
        f"submissions.warn_{warning.problem}",
        council=say.phrase(f"submissions.council_{warning.council}"),
        concern=say.phrase(f"submissions.concern_{warning.council}"),
        date=say.date(warning.date) if warning.date else "",
    )


def _problem(body: HeardBody, decision_date: dt.date | None) -> HearingWarning | None:
    if body.council is None:
        return None
    if body.way is None:
        return HearingWarning(council=body.council, problem=CouncilProblem.UNANSWERED)
    if decision_date is None:
        return None
    if body.date is None:
        return HearingWarning(council=body.council, problem=CouncilProblem.UNDATED)
    if body.date > decision_date:
        return HearingWarning(council=body.council, problem=CouncilProblem.LATE, date=body.date)
    return None
