"""Transcripts and chats: what was said becomes notes, and who said it a number."""

from __future__ import annotations

from typing import Any

import pytest

from tests.importers.conftest import Write
from tests.importers.exports import to_docx
from tests.importers.records_of_chat import CHATS
from tests.importers.records_of_speech import TRANSCRIPTS
from toolkit.errors import NothingToRead, UnknownFormat, UnreadableExport
from toolkit.importers import FORMATS, read_file
from toolkit.importers.opened import open_file

RECORDS = TRANSCRIPTS | CHATS


@pytest.mark.parametrize("name", RECORDS)
def test_records_give_the_notes_that_people_would_take(name: str, write: Write) -> None:
    record = RECORDS[name]

    imported = read_file(write("puhe", record.content))

    receipt = imported.receipt
    assert [(note.place, note.text) for note in imported.notes] == list(record.notes)
    assert [skipped.reason for skipped in receipt.skipped] == list(record.skipped)
    assert receipt.format == record.format
    assert receipt.rows == len(record.notes) + len(record.skipped)
    assert {note.group for note in imported.notes} == {""}


@pytest.mark.parametrize("name", RECORDS)
def test_one_importer_claims_a_record(name: str, write: Write) -> None:
    file = open_file(write("puhe", RECORDS[name].content))

    assert [known.name for known in FORMATS if known.recognises(file)] == [RECORDS[name].format]


def test_the_receipt_says_what_was_done_with_names(write: Write) -> None:
    receipt = read_file(write("ilta.vtt", RECORDS["Teams VTT"].content)).receipt

    assert {warn.code: warn.message for warn in receipt.warnings} == {
        "turns_joined": "The file has 6 pieces of speech. Those that follow on from one another "
        "were joined: there are 4 turns, and a row here is a turn.",
        "speakers_numbered": "The names of 2 people were replaced by P1, P2 and so on.",
        "names_replaced": "Speakers were named 3 times in what was said; those names were "
        "replaced, too.",
        "names_in_original": "The original file is kept in the workshop, and the names are still "
        "in it.",
    }


@pytest.mark.parametrize(
    ("file_name", "warns"),
    [
        ("Haastattelu_Matti Virtanen.vtt", True),
        ("matti-virtanen.vtt", True),
        ("Mattilan ilta.vtt", False),
    ],
)
def test_a_speaker_in_the_name_of_the_file_is_warned_of(
    file_name: str, warns: bool, write: Write
) -> None:
    receipt = read_file(write(file_name, RECORDS["Teams VTT"].content)).receipt

    assert ("name_in_file_name" in [warn.code for warn in receipt.warnings]) is warns


def speech(*turns: tuple[str, str]) -> str:
    cues = (
        f"00:{n:02}:00.000 --> 00:{n:02}:09.000\n<v {name}>{text}</v>\n"
        for n, (name, text) in enumerate(turns)
    )
    return "WEBVTT\n\n" + "\n".join(cues)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Kysyin Matilta ja Eeliakselta.", "Kysyin P1 ja P3."),
        ("Toivon, että Toivo kuulee.", "Toivon, että P2 kuulee."),
        ("Matti Virtaselle sano, @Matti Virtanen, matti virtanen", "P1 sano, @P1, P1"),
        ("Virtasen Matti tuli.", "P1 tuli."),
        ("Sirpan tai Sirpa Laineen", "P4/P5 tai P5"),
        ("Sirpa-Liisa ja Mattila", "Sirpa-Liisa ja Mattila"),
        ("Opettaja sanoi niin.", "Opettaja sanoi niin."),
        ("Sirpa's ja Eelias’ asia", "P4/P5 ja P3’ asia"),
        ("MATTI, kerro!", "P1, kerro!"),
        ("A\u030akea ei ole, \u200bAa\u030ake on.", "Åkea ei ole, Aåke on."),
    ],
)
def test_names_of_speakers_in_what_others_say(said: str, kept: str, write: Write) -> None:
    names = ("Matti Virtanen", "Toivo", "Eelias Åvik", "Sirpa Niemi", "Sirpa Laine", "Opettaja")
    turns = [(name, "Jonot kasvavat.") for name in names]

    notes = read_file(write("x.vtt", speech(*turns, ("Muu Puhuja", said)))).notes

    assert notes[-1].text == kept


def test_a_name_that_is_written_with_other_signs_is_found(write: Write) -> None:
    composed, spread = "P\u00e4ivi \u00d6ijer", "Pa\u0308ivi\u00a0O\u0308ijer"

    notes = read_file(
        write("x.vtt", speech((composed, "Jonot."), ("B C", f"{spread} tietää")))
    ).notes

    assert notes[-1].text == "P1 tietää"


@pytest.mark.parametrize(
    ("content", "error", "words"),
    [
        pytest.param(
            "10:05:18 从 Matti 到 Maija: x\n10:05:19 从 Ari 到 Matti: y\n"
            "10:05:20 de Ari vers Matti: y\n",
            UnreadableExport,
            "not clear who wrote to whom",
            id="unknown words",
        ),
        pytest.param(
            "10:05:18 From A B to C D: x\n10:05:19 From C D to A B: y\n",
            NothingToRead,
            "not one note",
            id="only private messages",
        ),
        pytest.param("WEBVTT\n\n", NothingToRead, "not one note", id="no speech"),
        pytest.param(
            speech(("Matti Virtanen", "Joo."), ("Maija", "Kiitos Matti!")),
            NothingToRead,
            "not one note",
            id="only small talk",
        ),
        pytest.param(
            "WEBVTT\n\n"
            + "".join(f"00:01.000 --> 00:02.000\n<v N{n}>Jono\n\n" for n in range(501)),
            UnreadableExport,
            "more than 500 speakers",
            id="too many speakers",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_without_a_name(
    content: str, error: type[Exception], words: str, write: Write
) -> None:
    with pytest.raises(error, match=words) as raised:
        read_file(write("ilta.txt", content))

    assert "ilta.txt" in str(raised.value)
    assert "Matti" not in str(raised.value)


def test_a_long_turn_ends_with_a_sentence(write: Write) -> None:
    sentence = "Jonot ovat pitkiä ja ne kasvavat joka viikko meillä täällä."

    notes = read_file(write("x.vtt", speech(*[("Matti", sentence)] * 40))).notes

    assert len(notes) == 3
    assert all(note.text.endswith("täällä.") and len(note.text) < 1100 for note in notes)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Avaus\n9.00\nOlli avaa.\n\nTauko\n10.15\nKahvia on.\n", id="programme"),
        pytest.param("Liisa Virtanen\n9.00\nPekka Niemi\n10.00\nAri Salo\n11.00\n", id="speakers"),
        pytest.param("- Bussi tulee [10.05]\n- Bussi Toinen 10.15\n- Jonot\n", id="bullets"),
    ],
)
def test_names_and_times_alone_are_no_chat(text: str, write: Write) -> None:
    assert read_file(write("x.txt", text)).receipt.format == "notes-text"


def test_who_came_and_left_is_not_read_as_a_chat(write: Write) -> None:
    rows = ("Full Name\tUser Action\tTimestamp", "Matti V\tJoined\t10.05", "Ari S\tLeft\t11.05")

    with pytest.raises(UnknownFormat):
        read_file(write("x.csv", "\n".join(rows)))


def test_tables_of_a_transcript_are_told_of(write: Write) -> None:
    def build(document: Any) -> None:
        document.add_paragraph("\nÅsa Öhman   0:10\nJonot")
        document.add_paragraph("\nAri Salo   0:12\nBussit")
        document.add_table(rows=1, cols=1)

    receipt = read_file(write("x.docx", to_docx(build))).receipt

    assert "tables_not_read" in [warn.code for warn in receipt.warnings]
