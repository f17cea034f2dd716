"""Real Polis exports, files shaped like real ones, and the example workshop."""

from __future__ import annotations

import csv
import shutil
import time
from pathlib import Path

import numpy as np
import pytest

from tests.importers.conversations import check
from toolkit.errors import DoubtfulSign, UnknownFormat
from toolkit.importers import FORMATS, read_file
from toolkit.importers.opened import open_file
from toolkit.importers.polis_files import read_polis_files
from toolkit.importers.polis_votes import Latest, find_latest, read_log, read_matrix

EXAMPLE = Path(__file__).parents[2] / "workshops" / "esimerkki" / "exports"


@pytest.mark.parametrize(
    ("conversation", "participants", "statements", "votes", "groups"),
    [
        ("15-per-hour-seattle", 339, 54, 2_872, "AB"),
        ("american-assembly.bowling-green", 2_031, 896, 225_524, "AB"),
        ("austria-climate.5twd2jsnkf.2022-08-08", 1_116, 522, 61_384, "AB"),
        ("bg2050-volunteers", 126, 371, 14_283, "AB"),
        ("brexit-consensus", 204, 50, 5_303, "AB"),
        ("canadian-electoral-reform", 448, 174, 11_950, "AB"),
        ("london.youth.policing", 26, 39, 638, "ABC"),
        ("scoop-hivemind.biodiversity", 536, 316, 29_719, "AB"),
        ("scoop-hivemind.freshwater", 117, 80, 3_972, "AB"),
    ],
)
def test_real_conversations(
    shared_data: Path,
    conversation: str,
    participants: int,
    statements: int,
    votes: int,
    groups: str,
) -> None:
    started = time.perf_counter()
    imported = read_file(shared_data / "polis" / conversation)

    assert time.perf_counter() - started < 5
    assert imported.votes is not None
    assert len(imported.votes.participant_ids) == participants
    assert len(imported.votes.statements) == imported.receipt.rows == statements
    assert len(imported.votes.value) == votes
    assert set(imported.votes.group_ids.values()) == set(groups)
    assert check(imported, "vote_sign").passed is True
    assert check(imported, "vote_counts").passed is not False


@pytest.mark.parametrize(
    "conversation", ["brexit-consensus", "scoop-hivemind.biodiversity", "london.youth.policing"]
)
def test_log_and_matrix_of_real_conversations_agree_and_a_flip_is_seen(
    shared_data: Path, tmp_path: Path, conversation: str
) -> None:
    folder = shared_data / "polis" / conversation
    files = read_polis_files(open_file(folder))
    assert files.votes
    assert files.matrix

    log = find_latest(read_log(files.votes))
    matrix = find_latest(read_matrix(files.matrix).ballots)
    assert votes_of(log) == votes_of(matrix)

    straight = read_file(folder)
    assert check(straight, "vote_sign").passed is True
    assert check(straight, "vote_counts").passed is True
    flipped = copy_of(folder, tmp_path)
    with pytest.raises(DoubtfulSign):
        read_file(flipped)
    turned = read_file(flipped, vote_sign="raw").votes
    assert turned is not None
    assert straight.votes is not None
    assert np.array_equal(turned.value, straight.votes.value)


def votes_of(latest: Latest) -> set[tuple[int, int, int]]:
    people = latest.participants[latest.participant].tolist()
    things = latest.statements[latest.statement].tolist()
    return set(zip(people, things, latest.value.tolist(), strict=True))


def copy_of(folder: Path, there: Path) -> Path:
    """The comments and the log of an export, the log with the sign of the database."""
    shutil.copy(folder / "comments.csv", there / "comments.csv")
    with (folder / "votes.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    with (there / "votes.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *([*row[:-1], -int(row[-1])] for row in rows)])
    return there


@pytest.mark.parametrize(
    ("name", "expected", "notes"),
    [
        ("padlet_legacy_list.csv", "padlet-csv", 3),
        ("padlet_export_csv.zip", "padlet-zip", 4),
        ("padlet_markdown.md", "padlet-markdown", 4),
        ("padlet_api_board.json", "padlet-json", 2),
        ("decidim_proposals.csv", "decidim", 1),
        ("kerrokantasi_report.xlsx", "kerrokantasi", 2),
        ("roundtable_notes.txt", "notes-text", 6),
        ("teams.vtt", "speech-vtt", 2),
        ("zoom.vtt", "speech-vtt", 1),
        ("teams_old.docx", "speech-vtt", 1),
        ("teams_new.docx", "speech-teams", 2),
        ("zoom_chat.txt", "chat-zoom", 1),
    ],
)
def test_lookalikes_are_read(shared_data: Path, name: str, expected: str, notes: int) -> None:
    receipt = read_file(shared_data / "lookalikes" / name).receipt

    assert (receipt.format, receipt.notes) == (expected, notes)


READ = (
    "padlet", "roundtable", "teams", "zoom", "decidim", "kerrokantasi", "msforms", "google_forms",
    "limesurvey",
)  # fmt: skip


def test_lookalikes_of_other_tools_are_not_taken_for_notes(shared_data: Path) -> None:
    others = [
        path
        for path in sorted((shared_data / "lookalikes").iterdir())
        if not path.name.startswith(READ)
    ]

    for path in others:
        with pytest.raises(UnknownFormat, match=path.name):
            read_file(path)


@pytest.mark.parametrize("name", ["padlet-nuorten-palvelut.csv", "poytakeskustelut.docx", "polis"])
def test_the_example_workshop(name: str) -> None:
    if not (EXAMPLE / name).exists():
        pytest.skip(f"the example has no {name}")
    path = EXAMPLE / name

    receipt = read_file(path).receipt

    assert receipt.rows >= 30
    assert len(receipt.skipped) <= 5
    assert sum(known.recognises(open_file(path)) for known in FORMATS) == 1
