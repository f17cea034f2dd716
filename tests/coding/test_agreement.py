"""Agreement of coders: published examples, figures worked by hand, laws."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.coding import measure_agreement
from toolkit.domain import Agreement, Coding


def codings(rows: dict[str, str]) -> list[Coding]:
    """Make codings of a string for each coder: a letter for each note, a dot for none."""
    return [
        Coding(coder=coder, note_id=f"n{place:03}", code=code)
        for coder, codes in rows.items()
        for place, code in enumerate(codes)
        if code != "."
    ]


def measure(rows: dict[str, str], *, n_boot: int = 0) -> Agreement:
    return measure_agreement(codings(rows), n_boot=n_boot)


# Krippendorff (2011), example C, and Gwet's data of four raters: four observers, twelve units.
FOUR = {
    "A": "123321412...",
    "B": "1233224125..",
    "C": ".33323422513",
    "D": "12332441251.",
}


def table(both: dict[tuple[str, str], int]) -> dict[str, str]:
    pairs = [pair for pair, n in both.items() for _ in range(n)]
    return {"A": "".join(a for a, _ in pairs), "B": "".join(b for _, b in pairs)}


@pytest.mark.parametrize(
    ("rows", "alpha", "ac1", "percent"),
    [
        # Krippendorff (2011): examples A (binary), B (nominal) and C (missing codes).
        pytest.param({"A": "0100000010", "B": "1110010000"}, 0.095, None, 0.6, id="A"),
        pytest.param({"A": "aabbdcccedda", "B": "babbbccceddd"}, 0.692, None, 0.75, id="B"),
        # AC1 0.775 and agreement 0.818: Gwet, Handbook of Inter-Rater Reliability, the same data.
        pytest.param(FOUR, 0.743, 0.775, 0.818, id="C"),
        # Gwet (2002), Kappa statistic is not satisfactory: 125 subjects, κ = −0.023, AC1 = 0.941.
        pytest.param(
            table({("+", "+"): 118, ("+", "-"): 5, ("-", "+"): 2}), None, 0.941, 0.944, id="kappa"
        ),
        # By hand: p_a = 3/4, π = 5/8 and 3/8, p_e = 15/32, so 9/17; alpha = 1 − 7 · 2 / 30.
        pytest.param({"A": "xxyx", "B": "xxyy"}, 8 / 15, 9 / 17, 0.75, id="by hand"),
    ],
)
def test_published_and_hand_made_examples(
    rows: dict[str, str], alpha: float | None, ac1: float | None, percent: float
) -> None:
    found = measure(rows)

    if alpha is not None:
        assert found.alpha == pytest.approx(alpha, abs=0.0006)
    if ac1 is not None:
        assert found.ac1 == pytest.approx(ac1, abs=0.0006)
    assert found.percent == pytest.approx(percent, abs=0.0006)


def test_missing_codes_count_for_no_pair() -> None:
    found = measure(FOUR)

    assert found.coders == ("A", "B", "C", "D")
    assert found.n_notes == 11
    assert found.disagreements == ("n001", "n005", "n007")


@pytest.mark.parametrize(
    ("rows", "level"),
    [
        ({"A": "aabbccddee", "B": "aabbccddee"}, "reliable"),
        (FOUR, "tentative"),
        ({"A": "0100000010", "B": "1110010000"}, "low"),
        ({"A": "aaa", "B": "aaa"}, ""),
    ],
)
def test_the_level_is_krippendorffs(rows: dict[str, str], level: str) -> None:
    assert measure(rows).level == level


def test_where_everybody_gives_one_code_alpha_has_nothing_to_tell() -> None:
    found = measure({"A": "aaa", "B": "aaa"}, n_boot=50)

    assert (found.alpha, found.alpha_interval) == (None, None)
    assert (found.ac1, found.ac1_interval, found.percent) == (1.0, (1.0, 1.0), 1.0)


def test_what_cannot_be_measured_is_refused() -> None:
    with pytest.raises(ValueError, match="two coders"):
        measure({"A": "ab..", "B": "..ab"})
    with pytest.raises(ValueError, match="two codes"):
        measure_agreement(codings({"A": "a", "B": "a"}) + codings({"A": "b"}))


coded = st.integers(2, 4).flatmap(
    lambda n: st.lists(st.lists(st.sampled_from("abc."), min_size=n, max_size=n), min_size=2)
)
rows_of = coded.filter(
    lambda notes: any(sum(code != "." for code in codes) > 1 for codes in notes)
).map(lambda notes: {f"K{i}": "".join(row) for i, row in enumerate(zip(*notes, strict=True))})


@given(rows_of)
def test_names_of_codes_and_order_do_not_matter(rows: dict[str, str]) -> None:
    found = measure(rows, n_boot=40)
    renamed = {coder: codes.translate(str.maketrans("abc", "zxy")) for coder, codes in rows.items()}
    turned = codings(dict(reversed(rows.items())))
    random.Random(1).shuffle(turned)

    assert measure(renamed, n_boot=40) == found
    assert measure_agreement(turned, n_boot=40) == found


@given(rows_of)
def test_figures_stay_within_their_limits(rows: dict[str, str]) -> None:
    found = measure(rows, n_boot=40)

    assert 0 <= found.percent <= 1
    assert -1 <= found.ac1 <= 1
    assert found.alpha is None or found.alpha <= 1
    for interval in (found.ac1_interval, found.alpha_interval):
        assert interval is None or interval[0] <= interval[1] <= 1
    assert (found.percent == 1) == (found.disagreements == ())


@given(st.text("abcde", min_size=2, max_size=12), st.integers(2, 4))
def test_full_agreement_is_one(codes: str, n_coders: int) -> None:
    found = measure({f"K{i}": codes for i in range(n_coders)})

    assert (found.percent, found.ac1) == (1, 1)
    assert found.alpha == (1 if len(set(codes)) > 1 else None)


def test_the_interval_covers_the_figure_and_narrows_with_notes() -> None:
    few = measure({"A": "aabbccab", "B": "aabbccba"}, n_boot=1000)
    many = measure({"A": "aabbccab" * 20, "B": "aabbccba" * 20}, n_boot=1000)

    widths = []
    for found in (few, many):
        assert found.alpha is not None
        assert found.alpha_interval is not None
        low, high = found.alpha_interval
        assert low < found.alpha < high
        widths.append(high - low)
    assert widths[1] < widths[0] / 2
