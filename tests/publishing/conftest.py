"""A draft with a note that tries to be markup, and the document people made of it."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.material import WORKSHOP, make_findings
from toolkit.domain import Decision, Document, Draft, Review
from toolkit.drafting import compose_draft
from toolkit.review import apply_reviews, waiting


@pytest.fixture(scope="session")
def draft() -> Draft:
    return compose_draft(make_findings(), workshop=WORKSHOP)


@pytest.fixture(scope="session")
def document(draft: Draft) -> Document:
    now = dt.datetime(2026, 10, 20, tzinfo=dt.UTC)
    return apply_reviews(
        draft,
        [
            Review(block_id=block_id, decision=Decision.ACCEPT, author="Aino Ahti", made_at=now)
            for block_id in waiting(draft, ())
        ],
    )
