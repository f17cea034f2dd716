"""What the import screen shows of the choices in surveys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from toolkit.domain import FEWEST_FOR_PERCENT, ClosedQuestion, Survey


def show_surveys(surveys: Iterable[Survey]) -> list[dict[str, Any]]:
    """Return surveys with the choices of each question, ready for JSON.

    ``share`` is the length of a bar as a percentage of the respondents who chose something in the
    question; ``percent`` the same to be told, and None when they are too few for one.
    """
    return [
        {
            "id": survey.source.id,
            "name": survey.source.name,
            "respondents": survey.n_respondents,
            "selections": survey.n_selections,
            "questions": [_show_question(question) for question in survey.questions],
        }
        for survey in surveys
    ]


def _show_question(question: ClosedQuestion) -> dict[str, Any]:
    n = question.n_respondents
    counted: list[tuple[str | None, int]] = [*question.ranked]
    if question.n_few:
        counted.append((None, question.n_few))
    return {
        "text": question.text,
        "n": n,
        "several": question.n_selections > n,
        "rows": [
            {
                "text": text,
                "n": chosen,
                "share": 100 * chosen / n,
                "percent": _percent(chosen, n) if n >= FEWEST_FOR_PERCENT else None,
            }
            for text, chosen in counted
        ],
    }


def _percent(part: int, whole: int) -> int:
    return (200 * part + whole) // (2 * whole)
