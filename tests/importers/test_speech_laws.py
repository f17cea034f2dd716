"""What holds for any discussion: everybody's words are kept, and nobody's name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.importers.test_import_laws import lasting
from toolkit.errors import NothingToRead
from toolkit.importers import read_file

Discussion = list[tuple[str, str]]

NAMES = (
    "Åsa Mäkelä-Öhman",
    "Ville-Veikko Å",
    "Matti Virtanen (vieras)",
    "Anna Ahola",
    "Aino von Essen",
    "Conan O'Brien",
    "Fatima Al-Hassan",
    "Meikäläinen, Olli",
    "Salla-Mari",
    "Li",
)
FORMS = ("teams vtt", "zoom vtt", "old teams", "new teams", "zoom chat", "phone")
words = st.sampled_from(["jonot", "kasvavat,", "kyllä", "bussi", "ei", "kulje.", "2030", "Matilta"])
others = st.sampled_from(NAMES).map(lambda name: re.sub(r" \(.*", "", name))
halves = others.map(lambda name: re.split("[ ,]+", name)[0])
said = st.lists(words | others | halves, min_size=1, max_size=8).map(" ".join)
discussions = st.lists(st.tuples(st.sampled_from(NAMES), said), min_size=2, max_size=8)


def record(discussion: Discussion, *, form: str) -> str:
    """Write a discussion down as a program would; a minute for each turn."""
    head = "WEBVTT\n" if form.endswith("vtt") else ""
    lines = []
    for minute, (name, text) in enumerate(discussion):
        span = f"00:{minute:02}:00.000 --> 00:{minute:02}:50.000"
        lines += {
            "teams vtt": ["", span, f"<v {name}>{text}</v>"],
            "zoom vtt": ["", span, f"{name}: {text}"],
            "old teams": ["", span, name, text],
            "new teams": [f"{name}   {minute}:00", text],
            "zoom chat": [f"10:{minute:02}:00\t From  {name}  to  Everyone : {text}"],
            "phone": [f"7.10.2026 klo 10.{minute:02} - {name}: {text}"],
        }[form]
    return head + "\n".join(lines)


def names_in(text: str) -> set[str]:
    parts = {part for name in NAMES for part in re.findall(r"[^\W\d_][\w'-]+", name)}
    return (parts - {"von", "vieras"}).intersection(re.findall(r"[\w'-]+", text))


@given(form=st.sampled_from(FORMS), discussion=discussions)
@example(form="phone", discussion=[("Anna Ahola", "Anna Ahola Anna"), ("Li", "jonot Li Anna")])
@lasting
def test_no_name_of_a_speaker_is_in_a_note_or_a_receipt(
    tmp_path: Path, form: str, discussion: Discussion
) -> None:
    everybody = [*discussion, *((name, "Onko jonot ratkaistu?") for name in NAMES)]
    path = tmp_path / "puhe"
    path.write_text(record(everybody, form=form))

    imported = read_file(path)

    receipt = imported.receipt
    assert receipt.rows == receipt.notes + len(receipt.skipped)
    told = [*(f"{note.text} {note.place}" for note in imported.notes), str(receipt)]
    assert names_in(" ".join(told)) == set()


@given(form=st.sampled_from(FORMS), discussion=discussions)
@lasting
def test_every_word_said_is_a_word_of_a_note(
    tmp_path: Path, form: str, discussion: Discussion
) -> None:
    path = tmp_path / "puhe"
    lasting_words = [(name, f"Alku {text} loppu") for name, text in discussion]
    path.write_text(record([*lasting_words, *lasting_words], form=form))

    notes = read_file(path).notes

    kept = re.findall(r"\w+", " ".join(note.text for note in notes))
    spoken = re.findall(r"\w+", " ".join(text for _name, text in [*lasting_words] * 2))
    everyday = {"jonot", "kasvavat", "kyllä", "bussi", "ei", "kulje", "2030", "Alku"}
    assert [one for one in kept if one in everyday] == [one for one in spoken if one in everyday]


@given(discussion=discussions)
@example(discussion=[("Matti Virtanen (vieras)", "jonot"), ("Anna Ahola", "kiitos Matilta")])
@lasting
def test_the_same_record_gives_the_same_notes_without_a_dictionary(
    tmp_path: Path, discussion: Discussion
) -> None:
    path = tmp_path / "puhe"
    path.write_text(record(discussion, form="teams vtt"))
    try:
        ids = [note.id for note in read_file(path).notes]
    except NothingToRead:
        return

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("toolkit.lemmas.voikko.open_voikko", _missing)
        assert [note.id for note in read_file(path).notes] == ids


def _missing() -> None:
    from toolkit.errors import MissingModel

    raise MissingModel("The Finnish dictionary is missing. Install it: {command}", command="x")
