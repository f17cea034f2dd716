"""What a Polis export says against itself is told, and what it should not hold is not read."""

from __future__ import annotations

import pytest

from tests.importers.conversations import COMMENTS, LOG, codes, conversation, read
from tests.importers.exports import POLIS, to_csv


@pytest.mark.parametrize("sign", [1, -1], ids=["as exports are", "as the database is"])
def test_the_sign_is_tested_with_the_authors_own_votes(sign: int) -> None:
    comments = [[1, tid, tid, 0, 0, 1, f"väite {tid}"] for tid in range(6)]
    log = [[1, "x", tid, tid, sign] for tid in range(6)]
    log += [[2, "x", tid, voter, -sign] for tid in range(6) for voter in range(6) if tid != voter]

    imported = read(
        {"comments.csv": to_csv([COMMENTS, *comments]), "votes.csv": to_csv([LOG, *log])}
    )

    assert ("vote_sign" in codes(imported)) == (sign == -1)


def test_authors_who_changed_their_minds_do_not_flip_the_sign() -> None:
    comments = [[1, tid, tid, 0, 0, 1, f"väite {tid}"] for tid in range(6)]
    log = [[time, "x", tid, tid, sign] for tid in range(6) for time, sign in ((1, 1), (2, -1))]

    imported = read(
        {"comments.csv": to_csv([COMMENTS, *comments]), "votes.csv": to_csv([LOG, *log])}
    )

    assert "vote_sign" not in codes(imported)


@pytest.mark.parametrize("sign", [1, -1], ids=["as exports are", "as the database is"])
def test_the_sign_is_tested_with_the_counts_of_statements(sign: int) -> None:
    files = conversation(*((1, 0, voter, sign if voter < 8 else -sign) for voter in range(10)))
    files["comments.csv"] = to_csv([COMMENTS, [1, 0, 99, 8, 2, 1, "väite"]])

    assert ("vote_sign" in codes(read(files))) == (sign == -1)


@pytest.mark.parametrize(("expected", "is_doubtful"), [(2, False), (100, True)])
def test_groups_that_do_not_match_the_summary_are_not_used(
    expected: int, is_doubtful: bool
) -> None:
    files = POLIS | {"summary.csv": f"topic,x\nvoters,2\nvoters-in-conv,{expected}\n"}

    imported = read(files)

    assert imported.votes is not None
    assert ("group_ids" in codes(imported)) == is_doubtful
    assert (imported.votes.group_ids == {}) == is_doubtful


def test_files_that_are_not_needed_are_named() -> None:
    files = POLIS | {
        "stats-history.csv": "n-votes,n-comments,n-visitors,n-voters,n-commenters\n0,0,1,0,0\n",
        "abc-xid.csv": "participant,xid\n7,matti@example.org\n",
    }

    revotes, warn = read(files).receipt.warnings

    assert (revotes.code, warn.code) == ("repeated_votes", "files_not_read")
    assert revotes.message.startswith("1 vote was changed")
    assert "abc-xid.csv, stats-history.csv" in warn.message
    assert "matti" not in warn.message


def test_ids_of_other_systems_are_never_read() -> None:
    matrix = (
        "participant,xid,group-id,n-comments,n-votes,n-agree,n-disagree,0\n7,salainen,0,0,1,1,0,1\n"
    )

    imported = read({"comments.csv": POLIS["comments.csv"], "participants-votes.csv": matrix})

    assert codes(imported) == ["xid"]
    assert "salainen" not in repr(imported)
