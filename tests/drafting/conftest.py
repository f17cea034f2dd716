"""The invented evening, collected and drafted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.material import WORKSHOP, make_findings
from toolkit.domain import Draft, Findings
from toolkit.drafting import compose_draft
from toolkit.findings import answer_query


@pytest.fixture(scope="session")
def findings() -> Findings:
    return make_findings()


@pytest.fixture
def answer(findings: Findings) -> Callable[[str], int]:
    return lambda query: answer_query(query, findings)


@pytest.fixture(scope="session")
def summary(findings: Findings) -> Draft:
    return compose_draft(findings, workshop=WORKSHOP)


@pytest.fixture(scope="session")
def declaration(findings: Findings) -> Draft:
    return compose_draft(findings, outline="julkilausuma", workshop=WORKSHOP)
