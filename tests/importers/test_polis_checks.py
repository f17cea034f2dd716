"""What a Polis export says against itself is told, and what it should not hold is not read."""

from __future__ import annotations

import pytest

from tests.importers.conversations import (
    COMMENTS,
    LOG,
    ballots,
    check,
    codes,
    conversation,
    read,
)
from tests.importers.exports import POLIS, to_csv
from toolkit.errors import DoubtfulSign, NoSuchThing

TURNED = "seem to have changed places"
UNCLEAR = "not clear which votes agree"


def own_votes(*signs: int) -> dict[str, str]:
    """Authors vote on their own statements; everybody else takes the other side."""
    n = len(signs)
    comments = [[1, tid, tid, 0, 0, 1, f"väite {tid}"] for tid in range(n)]
    log = [[1, "x", tid, tid, sign] for tid, sign in enumerate(signs)]
    log += [
        [2, "x", tid, voter, -sign]
        for tid, sign in enumerate(signs)
        for voter in range(n)
        if tid != voter
    ]
    return {"comments.csv": to_csv([COMMENTS, *comments]), "votes.csv": to_csv([LOG, *log])}


def told(agrees: int, disagrees: int) -> dict[str, str]:
    """What comments.csv says of each of six statements."""
    rows = [[1, tid, tid, agrees, disagrees, 1, f"väite {tid}"] for tid in range(6)]
    return {"comments.csv": to_csv([COMMENTS, *rows])}


def counted(agrees: int, disagrees: int, *, sign: int = 1) -> dict[str, str]:
    """Eight votes of one kind and two of the other on one statement nobody there wrote."""
    files = conversation(*((1, 0, voter, sign if voter < 8 else -sign) for voter in range(10)))
    comments = to_csv([COMMENTS, [1, 0, 99, agrees, disagrees, 1, "väite"]])
    return files | {"comments.csv": comments}


@pytest.mark.parametrize(
    ("files", "passed"),
    [
        pytest.param(own_votes(*[1] * 6), True, id="authors agree"),
        pytest.param(own_votes(1, 1, 1, 1, 1, -1), True, id="one author does not"),
        pytest.param(own_votes(-1, -1, -1, -1), None, id="too few authors to say"),
        pytest.param(counted(8, 2), None, id="counts agree"),
        pytest.param(counted(5, 5), None, id="counts say nothing"),
    ],
)
def test_a_sign_that_nothing_speaks_against_is_taken(
    files: dict[str, str], passed: bool | None
) -> None:
    assert check(read(files), "vote_sign").passed is passed


@pytest.mark.parametrize(
    ("files", "words"),
    [
        pytest.param(own_votes(*[-1] * 6), TURNED, id="authors disagree"),
        pytest.param(own_votes(1, -1, 1, -1, 1, -1), UNCLEAR, id="authors do both"),
        pytest.param(counted(2, 8), TURNED, id="counts are turned"),
        pytest.param(
            own_votes(*[1] * 6) | told(5, 1),
            UNCLEAR,
            id="authors and counts contradict",
        ),
    ],
)
def test_a_turned_or_unclear_sign_stops_the_import(files: dict[str, str], words: str) -> None:
    with pytest.raises(DoubtfulSign, match=f"{words}.*export = agree, raw = disagree"):
        read(files)


def test_both_turned_as_in_autumn_2024_is_turned() -> None:
    with pytest.raises(DoubtfulSign, match=TURNED):
        read(own_votes(*[-1] * 6) | told(5, 1))


@pytest.mark.parametrize(("said", "sign", "supported"), [("raw", 1, True), ("export", -1, False)])
def test_a_person_says_what_the_sign_is(said: str, sign: int, *, supported: bool) -> None:
    imported = read(own_votes(*[-1] * 6), vote_sign=said)

    votes = ballots(imported.votes)
    assert {votes[str(n), str(n)] for n in range(6)} == {sign}
    given = check(imported, "vote_sign_given")
    assert given.passed is check(imported, "vote_sign").passed is supported
    assert "A person said" in given.message
    assert ("speaks against it" in given.message) is not supported
    assert "vote_sign_given" in codes(imported)


def test_a_wrong_answer_does_not_turn_the_counts_right() -> None:
    imported = read(counted(8, 2), vote_sign="raw")

    assert check(imported, "vote_sign_given").passed is False
    assert check(imported, "vote_counts").passed is False


def test_a_sign_that_nothing_tells_is_said_to_be_untested() -> None:
    receipt = read(conversation((1, 0, 1, 1))).receipt

    assert [w.code for w in receipt.warnings] == ["vote_sign_untested"]
    assert "vote_sign_untested" not in {c.code for c in read(counted(8, 2)).receipt.checks}


def test_there_are_two_signs(tmp_path: object) -> None:
    from pathlib import Path

    from toolkit.importers import read_file

    with pytest.raises(NoSuchThing, match="export, raw"):
        read_file(Path("x"), vote_sign="nurin")


def test_authors_who_changed_their_minds_do_not_flip_the_sign() -> None:
    comments = [[1, tid, tid, 0, 0, 1, f"väite {tid}"] for tid in range(6)]
    log = [[time, "x", tid, tid, sign] for tid in range(6) for time, sign in ((1, 1), (2, -1))]

    imported = read(
        {"comments.csv": to_csv([COMMENTS, *comments]), "votes.csv": to_csv([LOG, *log])}
    )

    assert check(imported, "vote_sign").passed is True


def test_counts_of_votes_are_compared_with_the_whole_log() -> None:
    right, wrong = POLIS, POLIS | {"comments.csv": POLIS["comments.csv"].replace("7,2,0", "7,3,0")}

    assert check(read(right), "vote_counts").passed is True
    found = check(read(wrong), "vote_counts")
    assert (found.passed, found.message.split(": ")[-1]) == (False, "2 of 3.")


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


@pytest.mark.parametrize(("xid", "told"), [("salainen", True), ("", False)])
def test_ids_of_other_systems_are_never_read(xid: str, told: bool) -> None:
    matrix = (
        f"participant,xid,group-id,n-comments,n-votes,n-agree,n-disagree,0\n7,{xid},0,0,1,1,0,1\n"
    )

    imported = read({"comments.csv": POLIS["comments.csv"], "participants-votes.csv": matrix})

    assert ("xid" in codes(imported)) is told
    assert "salainen" not in repr(imported)


def test_rejected_statements_and_their_votes_are_told_apart() -> None:
    imported = read(POLIS)

    found = check(imported, "rejected_statements")
    assert found.passed is True
    assert "rejected: 1. Votes on them: 1." in found.message


def test_what_is_warned_of_is_what_did_not_pass() -> None:
    receipt = read(conversation((1, -5, 1, 1), (1, 0, 1, 2), (1, 0, 2, 1))).receipt

    failed = [c.code for c in receipt.checks if c.passed is False]
    assert failed == ["unknown_statements", "vote_value"]
    assert [w.code for w in receipt.warnings] == ["vote_sign_untested", *failed]


def test_a_matrix_that_was_cut_off_is_noticed() -> None:
    header = "participant,group-id,n-comments,n-votes,n-agree,n-disagree,0\n"
    rows = [f"{who},0,0,1,1,0,1\n" for who in range(20)]
    comments = to_csv([COMMENTS, [1, 0, 99, 20, 0, 1, "väite"]])
    whole, half = (
        read({"comments.csv": comments, "participant-votes.csv": header + "".join(part)})
        for part in (rows, rows[:10])
    )

    assert check(whole, "vote_counts").passed is None
    assert check(half, "vote_counts").passed is False
    assert "Many of the votes" in check(half, "vote_counts").message
