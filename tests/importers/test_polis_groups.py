"""The opinion groups of an export are used when its files agree on them, else only their votes."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.importers.conversations import check, codes, read
from tests.importers.exports import to_csv
from toolkit.domain import Counts
from toolkit.errors import DoubtfulSign

N = 20
TEXTS = ("Jonot ovat pitkiä", "Chat pitää olla auki", "Puhelin riittää")
# The first twelve agree with the first statement, the others disagree; all pass the last one.
TABLE = [[1, 1 if row % 2 else -1, 0] if row < 12 else [-1, 1, 0] for row in range(N)]
GROUP = [0 if row < 12 else 1 for row in range(N)]
KINDS = ("votes", "agrees", "disagrees", "passes")


def counts(rows: list[list[int]], column: int) -> list[int]:
    votes = [row[column] for row in rows]
    return [len(votes), votes.count(1), votes.count(-1), votes.count(0)]


def export(
    *, group_ids: list[object] = GROUP, in_conv: int = N, spoil: bool = False
) -> dict[str, str]:
    """An export of the newer kind: seconds, quoted words, counts by group."""
    matrix = [
        [row, group_ids[row], 0, 3, votes.count(1), votes.count(-1), *votes]
        for row, votes in enumerate(TABLE)
    ]
    groups = []
    for tid, text in enumerate(TEXTS):
        by_group = [
            counts([TABLE[row] for row in range(N) if GROUP[row] == number], tid)
            for number in (0, 1)
        ]
        total = [sum(pair) for pair in zip(*by_group, strict=True)]
        if spoil:
            by_group[0][3] += 1
        groups.append([tid, text, *total, *by_group[0], *by_group[1]])
    header = ["comment-id", "comment", *(f"total-{kind}" for kind in KINDS)]
    header += [f"group-{letter}-{kind}" for letter in "ab" for kind in KINDS]
    return {
        "summary.csv": f'topic,"Palvelut"\nvoters,{N}\nvoters-in-conv,{in_conv}\ngroups,2',
        "comments.csv": to_csv(
            [
                ["timestamp", "datetime", "comment-id", "author-id", "agrees", "disagrees",
                 "moderated", "comment-body"],
                *([1, "x", tid, 99, *counts(TABLE, tid)[1:3], 1, text]
                  for tid, text in enumerate(TEXTS)),
            ]
        ),
        "votes.csv": to_csv(
            [
                ["timestamp", "datetime", "comment-id", "voter-id", "vote"],
                *([1700000000, "x", tid, row, votes[tid]]
                  for tid in range(3) for row, votes in enumerate(TABLE)),
            ]
        ),
        "participant-votes.csv": to_csv(
            [["participant", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree", 0, 1, 2],
             *matrix]
        ),
        "comment-groups.csv": to_csv([header, *groups]),
    }  # fmt: skip


HUNDRED: list[object] = [0, 1, *[""] * (N - 2)]
SHUFFLED: list[object] = [row % 2 for row in range(N)]


def test_groups_that_all_files_agree_on_are_used() -> None:
    imported = read(export())
    assert imported.votes is not None

    assert imported.votes.group_ids == {str(row): "AB"[GROUP[row]] for row in range(N)}
    assert imported.votes.group_votes == {}
    found = check(imported, "group_ids")
    assert found.passed is True
    assert "export: 20. The summary says: 20." in found.message
    assert codes(imported) == []


@pytest.mark.parametrize(
    ("group_ids", "in_conv"),
    [
        pytest.param(HUNDRED, N, id="fewer than the summary says"),
        pytest.param(SHUFFLED, N, id="others than the counts say"),
    ],
)
def test_wrong_groups_are_left_for_the_counts(group_ids: list[object], in_conv: int) -> None:
    imported = read(export(group_ids=group_ids, in_conv=in_conv))
    assert imported.votes is not None

    assert imported.votes.group_ids == {}
    assert imported.votes.group_votes["A"][0] == Counts(agree=12, disagree=0, passes=0)
    assert imported.votes.group_votes["B"] == (
        Counts(agree=0, disagree=8, passes=0),
        Counts(agree=8, disagree=0, passes=0),
        Counts(agree=0, disagree=0, passes=8),
    )
    [message] = [w.message for w in imported.receipt.warnings if w.code == "group_ids"]
    assert message.endswith("How the groups voted was taken from comment-groups.csv.")


@pytest.mark.parametrize(
    ("files", "code"),
    [
        pytest.param(
            {k: v for k, v in export(group_ids=HUNDRED).items() if k != "comment-groups.csv"},
            "group_ids",
            id="no counts",
        ),
        pytest.param(export(group_ids=HUNDRED, spoil=True), "group_votes", id="unsound counts"),
    ],
)
def test_without_sound_counts_nothing_is_left_of_wrong_groups(
    files: Mapping[str, str], code: str
) -> None:
    imported = read(files)
    assert imported.votes is not None

    assert (imported.votes.group_ids, imported.votes.group_votes) == ({}, {})
    assert code in codes(imported)


def test_an_empty_line_spoils_no_counts() -> None:
    files = export(group_ids=HUNDRED)
    files["comment-groups.csv"] += "," * 13 + "\n"

    imported = read(files)

    assert imported.votes is not None
    assert set(imported.votes.group_votes) == {"A", "B"}


@pytest.mark.parametrize("missing", [(), ("comments.csv",), ("participant-votes.csv",)])
def test_the_counts_of_groups_tell_that_votes_are_turned(missing: tuple[str, ...]) -> None:
    files = {name: text for name, text in export().items() if name not in missing}
    rows = files["votes.csv"].splitlines()
    cells = [row.rpartition(",") for row in rows[1:]]
    turned = [f"{rest},{-int(vote)}" for rest, _comma, vote in cells]
    files["votes.csv"] = "\n".join([rows[0], *turned]) + "\n"

    with pytest.raises(DoubtfulSign):
        read(files)


def test_a_conversation_that_goes_on_may_differ_a_little() -> None:
    late: list[object] = [*GROUP[:-1], ""]

    imported = read(export(group_ids=late))

    assert imported.votes is not None
    assert len(imported.votes.group_ids) == N - 1


def test_old_exports_give_the_number_of_all_rows_and_cannot_be_tested() -> None:
    files = {k: v for k, v in export(group_ids=HUNDRED).items() if k != "comment-groups.csv"}
    files["summary.csv"] = f"topic,x\nviews,30\nvoters,{N}\nvoters-in-conv,{N}\n"

    imported = read(files)

    assert imported.votes is not None
    assert imported.votes.group_ids == {"0": "A", "1": "B"}
    assert check(imported, "group_ids").passed is None


def test_statements_may_come_from_the_counts_of_groups() -> None:
    files = {name: text for name, text in export().items() if name != "comments.csv"}

    imported = read(files)

    assert imported.votes is not None
    assert tuple(s.text for s in imported.votes.statements) == TEXTS
    assert len(imported.votes.value) == 3 * N
    assert check(imported, "moderation_unknown").passed is False
