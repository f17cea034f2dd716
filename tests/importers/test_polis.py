"""Polis exports of every generation: statements, the latest votes, and what does not add up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.importers.conversations import COMMENTS, LOG, ballots, codes, conversation, read
from tests.importers.exports import POLIS, to_csv, to_zip
from toolkit.errors import NothingToRead, UnreadableExport
from toolkit.importers import polis
from toolkit.importers.opened import OpenedFile


def test_statements_come_by_number_with_their_words_and_status() -> None:
    imported = read(POLIS)
    assert imported.votes is not None

    assert [(s.id, s.text, s.moderated) for s in imported.votes.statements] == [
        ("polis:7abcdefgh2-0", "Jonot, ovat pitkiä", 0),
        ("polis:7abcdefgh2-1", "Chat pitää olla auki", 1),
        ("polis:7abcdefgh2-2", "Hylätty", -1),
    ]
    assert imported.votes.statements[1].place == "statement 1"
    assert imported.votes.topic == "Nuorten palvelut"
    assert imported.notes == ()


def test_the_latest_vote_counts_wherever_its_row_is() -> None:
    imported = read(POLIS)

    assert ballots(imported.votes) == {
        ("7", "0"): 1, ("7", "1"): 1, ("7", "2"): -1, ("8", "0"): 1, ("8", "1"): 1,
    }  # fmt: skip
    assert imported.receipt.votes == 5


def test_participants_and_groups_are_those_of_the_export() -> None:
    votes = read(POLIS).votes
    assert votes is not None

    assert votes.participant_ids == ("8", "7")
    assert votes.group_ids == {"8": "B", "7": "A"}
    assert votes.value.dtype.name == "int8"
    assert votes.participant.dtype.name == "int32"


def test_the_matrix_alone_is_enough() -> None:
    subset = {name: POLIS[name] for name in ("comments.csv", "participant-votes.csv")}

    imported = read(subset)

    assert ballots(imported.votes) == ballots(read(POLIS).votes)
    assert imported.votes is not None
    assert imported.votes.statements[0].id == "polis:0"


def test_the_log_alone_is_enough() -> None:
    imported = read({name: POLIS[name] for name in ("comments.csv", "votes.csv")})

    assert imported.votes is not None
    assert (imported.votes.participant_ids, imported.votes.group_ids) == (("7", "8"), {})


@pytest.mark.parametrize(
    "rename",
    [
        pytest.param(lambda name: name, id="plain"),
        pytest.param(lambda name: f"2026-10-07-1205-7abcdefgh2-{name}", id="as browsers save"),
        pytest.param(lambda name: name.replace(".csv", " (1).csv"), id="saved twice"),
        pytest.param(lambda name: f"vienti/{name}", id="in a folder"),
    ],
)
def test_names_do_not_matter_in_a_zip(rename: object) -> None:
    assert callable(rename)
    data = to_zip({rename(name): text for name, text in POLIS.items()} | {"__MACOSX/._a.csv": "x"})

    imported = polis.FORMAT.parse(OpenedFile("polis.zip", data))

    assert ballots(imported.votes) == ballots(read(POLIS).votes)


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8-sig"])
def test_what_excel_has_saved_again(encoding: str) -> None:
    folder = {
        name: to_csv([row.split(",") for row in text.splitlines()], delimiter=";").encode(encoding)
        for name, text in POLIS.items()
        if name in ("votes.csv", "participant-votes.csv")
    }
    folder["comments.csv"] = POLIS["comments.csv"].encode(encoding)

    imported = polis.FORMAT.parse(OpenedFile("k", folder=folder))

    assert ballots(imported.votes) == ballots(read(POLIS).votes)


def test_seconds_and_milliseconds_are_told_apart() -> None:
    early, late = 1_700_000_100_000, 1_700_000_200

    assert ballots(read(conversation((early, 0, 1, -1), (late, 0, 1, 1))).votes) == {("1", "0"): 1}


def test_votes_on_nothing_and_votes_that_are_none_are_counted() -> None:
    imported = read(
        conversation((1, 0, 1, 1), (1, -5, 1, 1), (1, 77, 1, 1), (1, 1, 1, 2), (1, 1, 2, 0))
    )

    assert ballots(imported.votes) == {("1", "0"): 1, ("2", "1"): 0}
    assert [(w.code, w.message.split()[0]) for w in imported.receipt.warnings[1:]] == [
        ("unknown_statements", "2"),
        ("vote_value", "1"),
    ]


def test_statements_that_cannot_be_used_have_reasons() -> None:
    files = conversation((1, 0, 1, 1))
    files["comments.csv"] += (
        "1,0,99,0,0,1,uudestaan\n1,-3,99,0,0,1,x\n1,x,9,0,0,1,y\n1,8,9,0,0,1, \n"
    )

    receipt = read(files).receipt

    assert (receipt.rows, receipt.statements) == (7, 3)
    assert [skipped.reason for skipped in receipt.skipped] == [
        "the same statement again", "no statement number", "no statement number", "no text",
    ]  # fmt: skip


def test_ties_are_settled_with_a_matrix_that_somebody_turned() -> None:
    log = ((7, 0, 1, 1), (7, 0, 1, -1), (7, 1, 1, -1), (8, 0, 2, 1), (8, 1, 2, 1))
    header = "participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1\n"
    turned = header + "1,0,0,2,1,1,-1,1\n2,0,0,2,1,1,-1,-1\n"

    imported = read(conversation(*log) | {"participant-votes.csv": turned})

    assert ballots(imported.votes)["1", "0"] == 1


def test_numbers_too_large_to_be_told_apart_are_left_out() -> None:
    near = 2**60
    imported = read(
        conversation((1, 0, 1, 1), (1, 0, near, 1), (1, 0, near + 1, -1), (1, 2**63, 2, 1))
    )

    assert ballots(imported.votes) == {("1", "0"): 1}
    assert codes(imported) == ["vote_value"]


@pytest.mark.parametrize("minus", ["\u2212", "\u2013"])
def test_other_minus_signs_and_decimal_commas_are_read(minus: str) -> None:
    log = f"timestamp;datetime;comment-id;voter-id;vote\n1;x;0;7;{minus}1\n1;x;0;8;1,0\n"

    imported = read(conversation() | {"votes.csv": log})

    assert ballots(imported.votes) == {("7", "0"): -1, ("8", "0"): 1}


def test_a_summary_that_excel_has_widened_is_read() -> None:
    files = POLIS | {"summary.csv": "topic;Nuorten palvelut;;\nvoters;2;;\n"}

    imported = read(files)

    assert imported.votes is not None
    assert imported.votes.topic == "Nuorten palvelut"


@pytest.mark.parametrize("empty", ["", "timestamp,datetime,comment-id,voter-id,vote\n"])
def test_an_empty_log_leaves_the_matrix(empty: str) -> None:
    imported = read(POLIS | {"votes.csv": empty})

    assert ballots(imported.votes) == ballots(read(POLIS).votes)
    assert ("empty_files" in codes(imported)) is (not empty)


def test_statements_need_no_counts() -> None:
    files = conversation((1, 0, 1, 1))
    files["comments.csv"] = to_csv(
        [["timestamp", "comment-id", "author-id", "moderated", "comment-body"], [1, 0, 9, -1, "a"]]
    )

    votes = read(files).votes
    assert votes is not None

    assert votes.statements[0].moderated == -1


def test_words_without_quotation_marks_come_back_whole() -> None:
    files = conversation((1, 0, 1, 1))
    files["comments.csv"] = ",".join(COMMENTS) + "\n1,0,99,0,0,1,Jonot, ruuhkat, ja muut\n"

    votes = read(files).votes
    assert votes is not None

    assert votes.statements[0].text == "Jonot, ruuhkat, ja muut"


def test_two_votes_of_one_second_are_told_and_the_matrix_decides() -> None:
    log = ((7, 0, 1, 1), (7, 0, 1, -1), (7, 1, 1, -1), (7, 1, 1, -1))
    matrix = "participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1\n1,0,0,2,1,1,{},-1\n"

    alone = read(conversation(*log))
    decided = read(conversation(*log) | {"participant-votes.csv": matrix.format(1)})

    assert ballots(alone.votes) == {("1", "0"): -1, ("1", "1"): -1}
    assert ballots(decided.votes) == {("1", "0"): 1, ("1", "1"): -1}
    for imported in (alone, decided):
        assert codes(imported) == ["repeated_votes", "tied_votes"]
        assert imported.receipt.warnings[-1].message.startswith("1 person changed")


def test_meta_statements_are_marked() -> None:
    header = [
        "timestamp",
        "comment-id",
        "author-id",
        "agrees",
        "disagrees",
        "moderated",
        "is-meta",
        "comment-body",
    ]
    files = conversation((1, 0, 1, 1), (1, 1, 1, 1))
    files["comments.csv"] = to_csv(
        [
            header,
            [1, 0, 9, 0, 0, 1, "true", "Asun Nurmeksessa"],
            [1, 1, 9, 0, 0, 1, "false", "Jonot"],
        ]
    )

    votes = read(files).votes
    assert votes is not None

    assert [statement.is_meta for statement in votes.statements] == [True, False]


@pytest.mark.parametrize(
    ("files", "error", "words"),
    [
        (("comments.csv", "summary.csv"), UnreadableExport, "has no votes"),
        (("votes.csv", "participant-votes.csv"), UnreadableExport, r"no comments\.csv"),
    ],
)
def test_what_is_missing_is_said(
    files: tuple[str, ...], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        read({name: POLIS[name] for name in files})


def test_no_vote_at_all_is_nothing_to_read() -> None:
    with pytest.raises(NothingToRead, match="not one vote"):
        read(conversation())


def test_two_conversations_in_one_folder_are_refused() -> None:
    with pytest.raises(UnreadableExport, match=r'Two conversations.*"toinen-votes\.csv"'):
        read(POLIS | {"toinen-votes.csv": to_csv([LOG, [1, "x", 0, 1, 1]])})


votes_cast = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 3), st.integers(0, 4), st.sampled_from([-1, 0, 1])),
    min_size=1,
    unique_by=lambda vote: vote[:3],
)


@given(votes_cast, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(
    votes: list[tuple[int, int, int, int]], random: object
) -> None:
    shuffled = list(votes)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    there = read(conversation(*votes, n_statements=4)).votes
    back = read(conversation(*shuffled, n_statements=4)).votes

    latest = {(str(v), str(s)): value for _t, s, v, value in sorted(votes)}
    assert ballots(there) == ballots(back) == latest
