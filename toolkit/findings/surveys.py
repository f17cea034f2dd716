"""Counting choices of surveys again: respondents and selections are never notes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import blake2b

from toolkit.domain import ClosedQuestion, Findings, Survey

Filters = Mapping[str, str]


def choice_key(text: str) -> str:
    """Return what a question, or an answer, is called in a query: a digest of its words."""
    return blake2b(text.encode(), digest_size=5).hexdigest()


def find_survey(findings: Findings, label: str) -> Survey:
    """Return the survey with a citation label such as ``"S1"``.

    Raises
    ------
    KeyError
        If there is none.
    """
    return {survey.source.board: survey for survey in findings.surveys}[label]


def find_question(findings: Findings, filters: Filters) -> ClosedQuestion:
    """Return the question that the filters ``survey`` and ``question`` name.

    Raises
    ------
    KeyError
        If there is none.
    """
    questions = find_survey(findings, filters["survey"]).questions
    return {choice_key(question.text): question for question in questions}[filters["question"]]


def _respondents(filters: Filters, findings: Findings) -> int:
    if "question" in filters:
        return find_question(findings, filters).n_respondents
    return find_survey(findings, filters["survey"]).n_respondents


def _selections(filters: Filters, findings: Findings) -> int:
    if "option" in filters:
        options = find_question(findings, filters).options
        return {choice_key(text): n for text, n in options}[filters["option"]]
    if "question" in filters:
        return find_question(findings, filters).n_selections
    return find_survey(findings, filters["survey"]).n_selections


SURVEYS: Mapping[str, tuple[frozenset[str], Callable[[Filters, Findings], int]]] = {
    "respondents": (frozenset({"survey", "question"}), _respondents),
    "selections": (frozenset({"survey", "question", "option"}), _selections),
}
"""Query → the limits it takes, and how it is counted."""
