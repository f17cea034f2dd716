"""The key to masked words: only with the passphrase, never in the workshop."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.workflow.test_imports import board
from tests.workflow.test_personal_data import NOTES, mask_all, send
from toolkit import store
from toolkit.domain import Workshop
from toolkit.errors import BadName, NothingToRead, UnreadableExport
from toolkit.workflow.forgetting import forget_originals
from toolkit.workflow.looking import import_waiting
from toolkit.workflow.name_keys import KeyEntry, read_key, save_key

SECRET = "kuusi pientä sanaa"


@pytest.fixture
def masked(workshop: Workshop, tmp_path: Path) -> Workshop:
    waiting_id = send(workshop, board(tmp_path, "lauta.csv", *NOTES))
    mask_all(workshop, waiting_id)
    import_waiting(workshop, waiting_id, actor="Aino")
    return workshop


def test_a_key_tells_the_names_to_who_knows_the_passphrase(
    masked: Workshop, tmp_path: Path
) -> None:
    path = tmp_path / "avain.json"
    before = store.load_events(masked)

    n = save_key(masked, path, passphrase=SECRET)
    forget_originals(masked, actor="Aino")
    entries = read_key(path, passphrase=SECRET)

    assert n == len(entries) == 4
    assert entries[:2] == (
        KeyEntry(word="[HENKILÖ 1]", words="Pekka Virtanen", ref="T1-001"),
        KeyEntry(word="[HENKILÖ 1]", words="Pekka Virtaselle", ref="T1-002"),
    )
    assert "Virta" not in path.read_text(encoding="utf-8")
    assert path.stat().st_mode & 0o077 == 0
    assert store.load_events(masked)[: len(before)] == before
    with pytest.raises(UnreadableExport, match="passphrase"):
        read_key(path, passphrase="jokin aivan muu")


def test_a_key_that_was_changed_is_not_believed(masked: Workshop, tmp_path: Path) -> None:
    path = tmp_path / "avain.json"
    save_key(masked, path, passphrase=SECRET)
    plain = json.loads(path.read_text(encoding="utf-8"))
    data = plain["data"]
    plain["data"] = ("B" if data[0] == "A" else "A") + data[1:]
    path.write_text(json.dumps(plain), encoding="utf-8")

    with pytest.raises(UnreadableExport):
        read_key(path, passphrase=SECRET)
    path.write_text("[]", encoding="utf-8")
    with pytest.raises(UnreadableExport, match="no key"):
        read_key(path, passphrase=SECRET)


def test_a_key_stays_out_of_the_workshop_and_overwrites_nothing(
    masked: Workshop, tmp_path: Path
) -> None:
    taken = tmp_path / "on-jo.json"
    taken.write_text("tärkeää", encoding="utf-8")

    for path in (masked.folder / "avain.json", masked.folder / "x" / ".." / "a.json", taken):
        with pytest.raises(BadName):
            save_key(masked, path, passphrase=SECRET)
    with pytest.raises(BadName, match="12"):
        save_key(masked, tmp_path / "avain.json", passphrase="lyhyt")

    assert taken.read_text(encoding="utf-8") == "tärkeää"
    assert not (tmp_path / "avain.json").exists()


def test_without_masked_words_there_is_no_key(workshop: Workshop, tmp_path: Path) -> None:
    with pytest.raises(NothingToRead):
        save_key(workshop, tmp_path / "avain.json", passphrase=SECRET)
