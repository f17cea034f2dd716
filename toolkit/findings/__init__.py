"""Findings: what the notes and the votes show, each with the ids and the numbers it rests on."""

from toolkit.findings.collection import collect_findings
from toolkit.findings.queries import answer_query

__all__ = ["answer_query", "collect_findings"]
