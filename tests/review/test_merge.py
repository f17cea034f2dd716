"""A draft composed again keeps what people wrote: the merge of one text."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from toolkit.differences import split_text, token_key
from toolkit.review.merge import merge_text

BASE = (
    "Aineistossa teemaan ”Palautekanavat” liittyy 14\u00a0merkintää [T1-001]. "
    "Aihe nousi esiin neljässä ryhmässä viidestä. Palautteeseen toivottiin vastausta."
)
MORE = BASE.replace("14", "17")
FEW_LEFT = (
    "Väki kertoi tarinoita arjestaan; aiheeseen liittyy 14\u00a0merkintää, "
    "ja niistä moni on iloinen."
)

CASES = [
    pytest.param(BASE, MORE, MORE, "generated", 0, id="only the number changed"),
    pytest.param(BASE + " Näin on.", BASE, BASE + " Näin on.", "human", 0, id="only the person"),
    pytest.param(
        BASE.replace("toivottiin vastausta", "pitää vastata kuukauden kuluessa"),
        MORE,
        MORE.replace("toivottiin vastausta", "pitää vastata kuukauden kuluessa"),
        "merged",
        0,
        id="the end by a person, the number by the tool",
    ),
    pytest.param(
        BASE.replace("14\u00a0merkintää", "noin viisitoista merkintää"),
        MORE,
        BASE.replace("14", "noin viisitoista"),
        "human",
        1,
        id="both changed the number",
    ),
    pytest.param(
        BASE.replace("14\u00a0", "yli 14\u00a0"),
        MORE,
        BASE.replace("14\u00a0", "yli 14\u00a0"),
        "human",
        1,
        id="a word right beside the number",
    ),
    pytest.param(
        BASE.replace("Aihe nousi esiin neljässä ryhmässä viidestä. ", ""),
        MORE.replace("neljässä", "kaikissa"),
        MORE.replace("Aihe nousi esiin neljässä ryhmässä viidestä. ", ""),
        "merged",
        1,
        id="the sentence that the tool changed is deleted",
    ),
    pytest.param(
        BASE + " Työryhmä pitää tätä kiireellisenä.",
        MORE.replace("[T1-001]", "[T1-001, T1-009]"),
        MORE.replace("[T1-001]", "[T1-001, T1-009]") + " Työryhmä pitää tätä kiireellisenä.",
        "merged",
        0,
        id="a sentence at the end, a citation by the tool",
    ),
    pytest.param(
        BASE.replace("Aihe nousi", "Asia nousi"),
        BASE.replace("Palautekanavat", "Palaute ja vastaaminen"),
        BASE.replace("Palautekanavat", "Palaute ja vastaaminen").replace(
            "Aihe nousi", "Asia nousi"
        ),
        "merged",
        0,
        id="the theme was renamed",
    ),
    pytest.param(
        "Asukkaat haluavat tietää, mitä heidän palautteelleen tapahtuu.",
        MORE,
        "Asukkaat haluavat tietää, mitä heidän palautteelleen tapahtuu.",
        "human",
        1,
        id="rewritten",
    ),
    pytest.param(
        FEW_LEFT,
        MORE,
        FEW_LEFT,
        "human",
        1,
        id="rewritten, with a few of the tool's words left",
    ),
    pytest.param(
        BASE.replace("\u00a0", " "), MORE, MORE, "generated", 0, id="an editor changed a space"
    ),
    pytest.param(MORE, MORE, MORE, "human", 0, id="both did the same"),
]


@pytest.mark.parametrize(("mine", "theirs", "expected", "state", "n_conflicts"), CASES)
def test_what_becomes_of_a_text(
    mine: str, theirs: str, expected: str, state: str, n_conflicts: int
) -> None:
    merged = merge_text(BASE, mine, theirs)

    assert merged.text == expected
    assert (merged.state, len(merged.conflicts)) == (state, n_conflicts)


def test_a_conflict_names_all_three_and_the_offer_keeps_the_rest_of_the_persons_words() -> None:
    mine = BASE.replace("14", "noin viisitoista") + " Näin on."

    merged = merge_text(BASE, mine, MORE)

    (conflict,) = merged.conflicts
    assert (conflict.base, conflict.mine, conflict.theirs) == ("14", "noin viisitoista", "17")
    assert merged.offer == MORE + " Näin on."


def test_a_lone_word_in_common_is_no_agreement() -> None:
    base = "Aihe nousi esiin neljässä ryhmässä ja siitä puhuttiin pitkään."
    mine = "Aihe nousi esiin usein ja asiasta kiisteltiin kovaa."
    theirs = "Aihe nousi esiin neljässä ryhmässä ja siitä puhuttiin vähän."

    merged = merge_text(base, mine, theirs)

    assert (merged.text, merged.offer) == (mine, theirs)


def test_a_text_that_somebody_only_added_to_is_not_rewritten() -> None:
    added = " ".join(["Tästä puhuttiin pöydässä pitkään ja hartaasti."] * 9)

    assert merge_text(BASE, f"{BASE} {added}", MORE).text == f"{MORE} {added}"


def test_a_quote_is_never_half_of_one_and_half_of_another() -> None:
    base = "Moni toivoi apua: ”Jonot pois ja aikoja lisää heti” [T1-001]. Näin sanottiin."
    mine = base.replace("lisää heti", "kaikille heti")
    theirs = base.replace("Jonot pois", "Puhelimet auki")

    merged = merge_text(base, mine, theirs)

    assert merged.text == mine
    assert merged.offer == theirs


words = st.lists(
    st.sampled_from(["ja", "jono", "on", "14", "17", "pitkä", "”apua nyt”", "[T1-001]", "."]),
    max_size=14,
).map(" ".join)
written = st.lists(
    st.sampled_from(["ja", "jono", "14", "omat", "sanat", "tästä", ",", "[T1-002]", "\n"]),
    max_size=14,
).map(" ".join)


def count(text: str) -> Counter[str]:
    return Counter(token_key(token) for token in split_text(text) if token.strip())


@given(words, written, words)
@example("ja ja", "ja", "ja")
def test_no_word_that_a_person_added_is_lost(base: str, mine: str, theirs: str) -> None:
    assert count(mine) - count(base) <= count(merge_text(base, mine, theirs).text)


@given(words, written, words)
@example("c d", "d", "c d b d")
@example("d b", "d a c c", "d c b d b")
def test_merging_again_changes_nothing(base: str, mine: str, theirs: str) -> None:
    once = merge_text(base, mine, theirs).text

    assert merge_text(base, once, theirs).text == once


@given(words, words)
def test_where_only_one_side_changed_its_words_stand(base: str, other: str) -> None:
    assert merge_text(base, base, other).text == other
    assert merge_text(base, other, base).text == other


@given(words, written, words)
def test_what_the_tool_offers_is_the_persons_text_but_for_the_conflicts(
    base: str, mine: str, theirs: str
) -> None:
    merged = merge_text(base, mine, theirs)

    assert (merged.offer == merged.text) or merged.conflicts


@given(st.text())
def test_tokens_make_up_the_text_again(text: str) -> None:
    assert "".join(split_text(text)) == text
