"""Quotes that say something else than the note are never accepted; careful ones always are."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.drafting.mutations import Quote, by_hand, honest, tampered
from toolkit.drafting import check_quote

KINDS = {
    "negation dropped": "negation",
    "negation added": "negation",
    "cut before a negation": "negation",
    "omission swallows a negation": "negation",
    "number changed": "number",
    "modality changed": "modality",
    "omission swallows a modal verb": "modality",
    "actor changed": "actor",
    "two notes spliced": "spliced",
    "order turned": "spliced",
    "omission not marked": "omission_unmarked",
    "invented": "not_found",
}


@pytest.mark.parametrize(("language", "at_least"), [("fi", 600), ("sv", 200), ("en", 200)])
def test_no_tampered_quote_is_accepted(language: str, at_least: int) -> None:
    quotes = list(tampered(language))
    assert len(quotes) >= at_least
    assert [q for q in quotes if check_quote(q.quote, q.source).accepted] == []


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_reason_is_named(language: str) -> None:
    quotes = [quote for quote in tampered(language) if quote.kind in KINDS]
    right = Counter(q.kind for q in quotes if _kind(q) == KINDS[q.kind])
    of_all = Counter(quote.kind for quote in quotes)
    assert sum(right.values()) >= 0.95 * len(quotes)
    assert [kind for kind, n in of_all.items() if right[kind] < 0.65 * n] == []


@pytest.mark.parametrize("quote", list(by_hand()), ids=lambda quote: f"{quote.kind}: {quote.quote}")
def test_reasons_by_hand(quote: Quote) -> None:
    assert _kind(quote) == quote.kind
    assert not check_quote(quote.quote, quote.source).accepted


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_honest_quotes_are_accepted(language: str) -> None:
    assert [q for q in honest(language) if not check_quote(q.quote, q.source).accepted] == []


def _kind(quote: Quote) -> str:
    return check_quote(quote.quote, quote.source).kind
