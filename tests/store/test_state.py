"""The present state is the fold of the log: nothing a person decided falls out of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from toolkit import store
from toolkit.domain import (
    Block,
    BlockKind,
    Decision,
    Draft,
    Event,
    EventKind,
    OpinionGroup,
    OpinionGroups,
    TextRun,
)

AT = dt.datetime(2026, 10, 7, tzinfo=dt.UTC)
Line = tuple[EventKind, dict[str, Any]]


def fold(*lines: Line) -> store.State:
    return store.fold(
        Event(seq=seq, at=AT, actor="Aino", kind=kind, payload=payload)
        for seq, (kind, payload) in enumerate(lines, start=1)
    )


def draft(*texts: str, language: str = "fi") -> Line:
    blocks = tuple(
        Block(id=f"b{n}", kind=BlockKind.PARAGRAPH, runs=(TextRun(text=text),))
        for n, text in enumerate(texts)
    )
    made = Draft(type="koe", language=language, title="Koe", blocks=blocks, sources=())
    return EventKind.DRAFT_COMPOSED, {"type": "koe", "draft": store.to_plain(made)}


def edit(block_id: str, text: str) -> Line:
    return EventKind.PARAGRAPH_EDITED, {"type": "koe", "block_id": block_id, "text": text}


def reject(block_id: str, **more: str) -> Line:
    payload = {"type": "koe", "block_id": block_id, "decision": "reject", **more}
    return EventKind.PARAGRAPH_DECIDED, payload


def lock(block_id: str, *, locked: bool = True) -> Line:
    return EventKind.PARAGRAPH_LOCKED, {"type": "koe", "block_id": block_id, "locked": locked}


def groups(*people: Sequence[str]) -> Line:
    listed = tuple(
        OpinionGroup(id="ABC"[n], participant_ids=tuple(ids)) for n, ids in enumerate(people)
    )
    made = OpinionGroups(
        mode="recomputed",
        n_participants=9,
        n_votes=9,
        groups=listed,
        statements=(),
        positions={},
        explained_variance=0.5,
    )
    payload = {"result": store.to_plain(made), "source_id": "s"}
    return EventKind.OPINION_GROUPS_PROPOSED, payload


def test_a_decision_holds_while_the_words_do() -> None:
    state = fold(draft("yksi", "kaksi"), edit("b0", "oma"), draft("yksi", "muu"))

    assert [(r.block_id, r.text) for r in state.reviews["koe"]] == [("b0", "oma")]
    assert state.stale_reviews["koe"] == ()


def test_a_decision_on_words_that_changed_is_stale_and_comes_back_with_them() -> None:
    lines = [draft("yksi"), edit("b0", "oma"), draft("muu")]

    assert [review.text for review in fold(*lines).stale_reviews["koe"]] == ["oma"]
    assert fold(*lines).reviews["koe"] == ()
    assert [review.text for review in fold(*lines, draft("yksi")).reviews["koe"]] == ["oma"]


def test_accepting_all_is_one_decision_and_one_undo() -> None:
    accept = {"type": "koe", "block_ids": ["b0", "b1"]}
    lines = [draft("yksi", "kaksi"), (EventKind.PARAGRAPHS_ACCEPTED, accept)]

    assert [r.decision for r in fold(*lines).reviews["koe"]] == [Decision.ACCEPT] * 2
    assert fold(*lines, (EventKind.UNDONE, {"seq": 2})).reviews == {}


def test_undoing_an_edit_brings_back_the_decision_before_it() -> None:
    accept = {"type": "koe", "block_id": "b0", "decision": "accept"}
    state = fold(
        draft("yksi"),
        (EventKind.PARAGRAPH_DECIDED, accept),
        edit("b0", "oma"),
        (EventKind.UNDONE, {"seq": 3}),
    )

    assert [review.decision for review in state.reviews["koe"]] == [Decision.ACCEPT]


def test_a_rejection_holds_whatever_the_tool_writes_next() -> None:
    state = fold(draft("yksi"), reject("b0"), draft("muu"))

    assert [review.decision for review in state.reviews["koe"]] == [Decision.REJECT]
    assert state.stale_reviews["koe"] == ()


def test_a_lock_holds_a_decision_until_it_is_taken_off() -> None:
    lines = [draft("yksi"), edit("b0", "oma"), lock("b0"), draft("muu")]

    assert [review.text for review in fold(*lines).reviews["koe"]] == ["oma"]
    assert fold(*lines, lock("b0", locked=False)).reviews["koe"] == ()
    again = fold(*lines, edit("b0", "oma 2"), draft("kolmas"))
    assert [review.text for review in again.reviews["koe"]] == ["oma 2"]
    assert fold(*lines, (EventKind.UNDONE, {"seq": 3})).reviews["koe"] == ()


def test_accepting_words_that_are_not_the_tools_is_an_edit() -> None:
    accept = {"type": "koe", "block_ids": ["b0", "b1"], "texts": {"b1": "yhdistetty"}}
    state = fold(draft("yksi", "kaksi"), (EventKind.PARAGRAPHS_ACCEPTED, accept))

    assert [(review.decision, review.text) for review in state.reviews["koe"]] == [
        (Decision.ACCEPT, ""),
        (Decision.EDIT, "yhdistetty"),
    ]


def test_every_language_has_its_own_draft_and_decisions() -> None:
    swedish = draft("ett", language="sv")
    lines = [draft("yksi"), edit("b0", "oma"), swedish, edit("b0", "egen")]

    state = fold(*lines)
    assert [review.text for review in state.reviews["koe"]] == ["egen"]
    assert state.stale_reviews["koe"] == ()
    back = fold(*lines, draft("yksi"))
    assert [review.text for review in back.reviews["koe"]] == ["oma"]
    assert [review.text for review in fold(*lines, draft("yksi"), swedish).reviews["koe"]] == [
        "egen"
    ]
    named = fold(*lines, reject("b0", language="fi"), draft("yksi"))
    assert [review.decision for review in named.reviews["koe"]] == [Decision.REJECT]
    written = state.draft("koe", "fi")
    assert (written and written.language, state.drafts["koe"].language) == ("fi", "sv")


def test_a_name_goes_with_the_people_not_with_the_letter() -> None:
    name = (EventKind.GROUP_NAMED, {"group_id": "B", "name": "Lähipalvelut"})
    state = fold(groups("abc", "defg"), name, groups("defgh", "ab", "c"))

    assert state.opinion_groups is not None
    assert [group.name for group in state.opinion_groups.groups] == ["Lähipalvelut", "", ""]
