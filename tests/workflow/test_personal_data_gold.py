"""How much of what people marked as personal data is found, and how much else is asked about."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gold_personal_data import HELD_BACK, OTHERS, RULES, read_sentences, score, suggest
from toolkit.lemmas import load_name_finder

CERTAIN = ("identity_code", "bank_account", "email", "phone")


@pytest.mark.parametrize(
    ("path", "recall"), [(RULES, 0.93), (HELD_BACK, 0.93), (OTHERS, 0.89)], ids=str
)
def test_nearly_all_is_found_and_little_else(path: Path, recall: float) -> None:
    finder = load_name_finder()

    found = score(read_sentences(path), lambda text: suggest(text, finder))

    assert found.recall >= recall
    assert found.precision >= 0.90
    assert {kind: found.whole[kind] for kind in CERTAIN} == {k: found.marked[k] for k in CERTAIN}


def test_most_sentences_were_written_to_trap_or_to_hide() -> None:
    rules, held_back = read_sentences(RULES), read_sentences(HELD_BACK)

    assert len(rules) + len(held_back) >= 400
    assert sum(not one.spans for one in (*rules, *held_back)) >= 100
    assert not {one.text for one in rules} & {one.text for one in held_back}
