"""Quotes are to the letter, or openly shortened."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.drafting import check_quote

SOURCE = "En hyväksy testausta. Se viestii, että käyttö on “normaalia” ja sallittua."


@pytest.mark.parametrize(
    ("quote", "kind"),
    [
        pytest.param("En hyväksy testausta.", "verbatim", id="whole sentence"),
        pytest.param("”En hyväksy testausta.”", "verbatim", id="in quotation marks"),
        pytest.param("käyttö on ”normaalia”", "verbatim", id="other quotation marks"),
        pytest.param("En\u00a0hyväksy  testausta", "verbatim", id="spaces"),
        pytest.param("En hy\u00adväksy testausta", "verbatim", id="soft hyphen"),
        pytest.param("En hyväksy tes-\ntausta", "verbatim", id="hyphen at the end of a line"),
        pytest.param(unicodedata.normalize("NFD", "En hyväksy testausta"), "verbatim", id="NFD"),
        pytest.param("Se viestii […] sallittua", "omission_marked", id="omission"),
        pytest.param("Se viestii [...] sallittua", "omission_marked", id="three dots"),
        pytest.param("sallittua […] Se viestii", "spliced", id="order turned"),
        pytest.param("Se viestii sallittua", "omission_unmarked", id="omission hidden"),
        pytest.param("hyväksy testausta", "negation", id="cut after a negation"),
        pytest.param("Se [testaus] viestii", "omission_marked", id="addition in brackets"),
        pytest.param("Se [ei] viestii", "negation", id="addition that denies"),
        pytest.param("Se [pitkä selitys on liian paljon] viestii", "not_found", id="long addition"),
        pytest.param("hyväksyy testausta", "negation", id="a letter more"),
        pytest.param("hyväks", "negation", id="part of a word"),
        pytest.param("en hyväksy testausta", "not_found", id="other case"),
        pytest.param("", "not_found", id="empty"),
        pytest.param("[…]", "not_found", id="nothing but an omission"),
    ],
)
def test_check_quote(quote: str, kind: str) -> None:
    verdict = check_quote(quote, SOURCE)
    assert verdict.kind == kind
    assert verdict.accepted == (kind in {"verbatim", "omission_marked"})


@given(
    st.lists(st.sampled_from(["apua", "heti", "nyt", "jono"]), min_size=1, max_size=12), st.data()
)
def test_any_run_of_words_is_verbatim(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    assert check_quote(" ".join(words[start:end]), " ".join(words)).accepted
