"""Ids that stay with a theme when the notes are grouped again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from toolkit.domain import REST_ID, Theme
from toolkit.themes import carry_over
from toolkit.themes.ids import theme_id


def theme(note_ids: str, label: str = "kone", named_by: str = "", own_id: str = "") -> Theme:
    members = tuple(sorted(note_ids))
    return Theme(id=own_id or theme_id(members), label=label, note_ids=members, named_by=named_by)


def test_id_depends_on_the_notes_alone() -> None:
    assert theme_id(["b", "a"]) == theme_id(("a", "b")) != theme_id(["a"])
    assert len(theme_id(["a"])) == len("t-") + 8


@pytest.mark.parametrize(
    ("new", "continues"),
    [
        pytest.param("abcd", True, id="the same notes"),
        pytest.param("abcdXYZÅÄÖ", True, id="new notes do not count"),
        pytest.param("abce", True, id="one in, one out"),
        pytest.param("ab", True, id="half of it"),
        pytest.param("aefg", False, id="one of four"),
    ],
)
def test_theme_keeps_its_id(new: str, continues: bool) -> None:
    old = (theme("abcd", own_id="t-old"), theme("efgh", own_id="t-other"))
    carried = carry_over([theme(new)], old)[0]
    assert (carried.id == "t-old") is continues
    assert carried.note_ids == tuple(sorted(new))


def test_name_given_by_people_stays_and_the_machine_renews_its_own() -> None:
    old = (theme("abc", "Jonot", named_by="Aino"), theme("def", "bussi"))
    named, own = carry_over([theme("abc", "jono"), theme("def", "bussi, kyyti")], old)
    assert (named.label, named.named_by) == ("Jonot", "Aino")
    assert (own.label, own.named_by) == ("bussi, kyyti", "")


def test_split_theme_has_one_heir() -> None:
    old = (theme("abcdef", own_id="t-old"),)
    heirs = carry_over([theme("abc"), theme("def")], old)
    assert sorted(one.id == "t-old" for one in heirs) == [False, True]


def test_rest_is_nobodys_heir() -> None:
    rest = theme("abc", own_id=REST_ID)
    assert carry_over([rest], [theme("abc", own_id="t-old")]) == (rest,)
    assert carry_over([theme("abc")], [rest])[0].id == theme_id("abc")


def test_two_themes_never_get_one_id() -> None:
    returned = theme("xyz")
    old = replace(theme("abc"), id=returned.id)
    carried = carry_over([theme("abc"), returned], [old])
    assert carried[0].id == returned.id
    assert len({one.id for one in carried}) == 2
