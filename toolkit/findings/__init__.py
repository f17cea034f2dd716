"""Findings: what the notes and the votes show, each with the ids and the numbers it rests on."""

from toolkit.findings.collection import collect_findings
from toolkit.findings.coverage import measure_coverage
from toolkit.findings.queries import answer_query, base_query, parse_query
from toolkit.findings.theme_statements import statements_of_theme
from toolkit.findings.who_says import who_says

__all__ = [
    "answer_query",
    "base_query",
    "collect_findings",
    "measure_coverage",
    "parse_query",
    "statements_of_theme",
    "who_says",
]
