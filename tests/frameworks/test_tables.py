"""Tables of notes: nothing is lost or counted twice, and small groups are not told apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.frameworks.material import ONE, TWO
from toolkit.domain import REST_ID, FrameworkResult, Placement, Theme
from toolkit.frameworks import count_categories, cross_axes, cross_with_themes

places = st.lists(st.sampled_from(["jono", "bussi", ""]), max_size=8)


def result(found: list[str]) -> FrameworkResult:
    placements = tuple(
        Placement(note_id=f"n{n}", axis_id="aihe", category_id=key) for n, key in enumerate(found)
    )
    return FrameworkResult(framework=ONE, placements=placements)


@given(places, st.lists(st.sampled_from(["t-1", "t-2", REST_ID, "none"]), min_size=8, max_size=8))
def test_every_note_stands_once_beside_its_theme(found: list[str], homes: list[str]) -> None:
    themes = [
        Theme(id=key, label=key, note_ids=tuple(f"n{n}" for n, h in enumerate(homes) if h == key))
        for key in ("t-1", "t-2", REST_ID)
    ]

    table = cross_with_themes(result(found), themes)

    assert sum(map(sum, table.counts)) == len(found)
    assert [row for row, _label in table.rows] == ["t-1", "t-2", ""]
    assert [column for column, _label in table.columns] == ["jono", "bussi", ""]
    for (key, _label), counts in zip(table.rows, table.counts, strict=True):
        mine = [h == key or (not key and h in {REST_ID, "none"}) for h in homes]
        assert sum(counts) == sum(mine[: len(found)])


def test_two_axes_cross() -> None:
    placements = (
        Placement(note_id="n0", axis_id="aihe", category_id="jono"),
        Placement(note_id="n0", axis_id="keta", category_id="nuoret"),
        Placement(note_id="n1", axis_id="aihe", category_id="jono"),
        Placement(note_id="n1", axis_id="keta", category_id=""),
    )

    table = cross_axes(FrameworkResult(framework=TWO, placements=placements))

    assert table.counts == ((1, 0, 1), (0, 0, 0), (0, 0, 0))


@pytest.mark.parametrize(
    ("n_people", "hidden"), [(None, False), (0, True), (4, True), (5, False), (24, False)]
)
def test_counts_of_fewer_than_five_people_are_hidden(n_people: int | None, *, hidden: bool) -> None:
    found = count_categories(result(["jono"] * 40), title="Ilta", n_participants=n_people)

    assert found.is_hidden is hidden
    assert (found.n("jono"), found.percent("jono")) == ((None, None) if hidden else (40, 100))
    assert found.n_notes == 40


def test_a_share_needs_thirty_notes_and_few_notes_are_marked() -> None:
    small = count_categories(result(["jono"] * 25 + [""] * 4), title="Pieni")
    large = count_categories(result(["jono"] * 26 + [""] * 4), title="Iso")

    assert (small.percent("jono"), large.percent("jono"), large.percent("")) == (None, 87, 13)
    assert [large.is_few(key) for key in ("jono", "bussi", "")] == [False, True, True]
