"""c-TF-IDF: what a group says more than the others, each note counted once."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from toolkit.themes.topic_words import weigh_words

WORDS = st.lists(st.sampled_from(["jono", "bussi", "koti", "öljy"]), max_size=5)


def test_weight_is_that_of_the_formula() -> None:
    words = [["jono", "jono", "nuori"], ["jono"], ["bussi", "nuori"]]
    table = weigh_words({0: [0, 1], 1: [2]}, words=words, weights=[1, 2, 1])
    jono = next(word for word in table[0] if word.word == "jono")
    # Four words in the first group, two in the second; three notes say jono, none elsewhere.
    assert jono.n_notes == 3
    assert math.isclose(jono.weight, 3 / 4 * math.log(1 + 3 / 3), abs_tol=1e-9)


def test_word_of_many_notes_before_a_rare_one() -> None:
    words = [["jono", "kuu"], ["jono"], ["jono"], ["bussi"], ["bussi"]]
    table = weigh_words({0: [0, 1, 2], 1: [3, 4]}, words=words, weights=[1] * 5)
    assert [word.word for word in table[0]] == ["jono", "kuu"]


def test_word_of_another_group_comes_later() -> None:
    words = [["nuori", "jono"]] * 3 + [["nuori"]] * 6
    table = weigh_words({0: [0, 1, 2], 1: [3, 4, 5, 6, 7, 8]}, words=words, weights=[1] * 9)
    assert [word.word for word in table[0]] == ["jono", "nuori"]


@given(st.lists(WORDS, min_size=2, max_size=12))
def test_order_of_rows_changes_nothing(words: list[list[str]]) -> None:
    rows = list(range(len(words)))
    half = len(rows) // 2
    first = weigh_words({0: rows[:half], 1: rows[half:]}, words=words, weights=[1] * len(rows))
    turned = weigh_words(
        {1: rows[half:][::-1], 0: rows[:half][::-1]}, words=words, weights=[1] * len(rows)
    )
    assert first == {key: turned[key] for key in first}
    for key, own in first.items():
        said = {word for row in (rows[:half], rows[half:])[key] for word in words[row]}
        assert {word.word for word in own} == said
