"""Versions of a draft and what changed between them, in words."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from toolkit.domain import Block, BlockKind, Draft, TextRun
from toolkit.review import describe_versions, number_versions

AT = dt.datetime(2026, 11, 20, tzinfo=dt.UTC)


def draft(**texts: str) -> Draft:
    blocks = tuple(
        Block(
            id=key,
            kind=BlockKind.HEADING if key.startswith("h") else BlockKind.PARAGRAPH,
            level=int(key.startswith("h")),
            runs=(TextRun(text=text),),
        )
        for key, text in texts.items()
    )
    return Draft(type="koe", language="fi", title="Koe", blocks=blocks, sources=())


OLD = draft(h1="Teemat", a="Yksi.", b="Kaksi.", h2="Lopuksi", c="Kolme.")
NEW = draft(h1="Teemat", a="Yksi!", d="Uusi.", h2="Lopuksi", c="Kolme.")


def test_each_change_says_where_it_is_and_both_words() -> None:
    changes = describe_versions(OLD, NEW)

    assert [(one.change, one.heading, one.before, one.after) for one in changes] == [
        ("changed", "Teemat", "Yksi.", "Yksi!"),
        ("removed", "Teemat", "Kaksi.", ""),
        ("added", "Teemat", "", "Uusi."),
    ]


def test_a_draft_that_came_out_the_same_is_the_same_version() -> None:
    versions = number_versions([(AT, "x", OLD), (AT, "x", OLD), (AT, "y", NEW), (AT, "x", OLD)])

    assert [(one.number, one.digest) for one in versions] == [(1, "x"), (2, "y"), (3, "x")]


texts = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("xyz"), max_size=6)


@given(texts, texts)
def test_the_changes_lead_from_the_old_words_to_the_new(
    old: dict[str, str], new: dict[str, str]
) -> None:
    words = dict(old)
    for one in describe_versions(draft(**old), draft(**new)):
        assert words.get(one.block_id, "") == one.before
        words[one.block_id] = one.after

    assert {key: text for key, text in words.items() if text} == new


@given(texts, st.permutations("abcdef"))
def test_moving_a_block_alone_is_no_change(old: dict[str, str], order: list[str]) -> None:
    one = draft(**old)
    moved = sorted(one.blocks, key=lambda block: order.index(block.id))

    assert describe_versions(one, replace(one, blocks=tuple(moved))) == ()
