"""The log keeps what was decided, in order, on both databases."""

from __future__ import annotations

import signal
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toolkit import store
from toolkit.domain import EventKind, Workshop
from toolkit.errors import Conflict, TooEarly
from toolkit.store import append_event, events_in_force, load_events, redo_last, undo_last

pytestmark = pytest.mark.usefixtures("database")


def rename(workshop: Workshop, label: str, **options: object) -> int:
    payload = {"theme_id": "t-1", "label": label}
    event = append_event(workshop, EventKind.THEME_RENAMED, payload, actor="Aino", **options)
    return event.seq


def labels(workshop: Workshop) -> list[str]:
    events = events_in_force(load_events(workshop))
    return [e.payload["label"] for e in events if e.kind is EventKind.THEME_RENAMED]


def test_lines_come_back_as_they_were_written(workshop: Workshop) -> None:
    rename(workshop, "Jonot ja ääkköset – ”heti”")

    event = load_events(workshop)[-1]

    assert (event.seq, event.actor, event.payload["label"]) == (
        2,
        "Aino",
        "Jonot ja ääkköset – ”heti”",
    )
    assert event.at.tzinfo is not None


def test_a_decision_on_an_old_state_is_refused_and_says_what_changed(workshop: Workshop) -> None:
    rename(workshop, "Jonot", expected_seq=1)

    with pytest.raises(Conflict) as caught:
        rename(workshop, "Odotus", expected_seq=1)

    assert "Jonot" in caught.value.for_reader()
    assert labels(workshop) == ["Jonot"]


def test_a_decision_cannot_be_based_on_the_future(workshop: Workshop) -> None:
    with pytest.raises(ValueError, match="ends at 1"):
        rename(workshop, "Jonot", expected_seq=9)


def test_many_writers_lose_nothing(workshop: Workshop) -> None:
    def write(name: str) -> None:
        for number in range(10):
            rename(workshop, f"{name}{number}")

    threads = [threading.Thread(target=write, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(labels(workshop)) == sorted(f"{name}{n}" for name in "abcd" for n in range(10))
    assert [event.seq for event in load_events(workshop)] == list(range(1, 42))


def test_undo_takes_back_the_last_decision_in_force(workshop: Workshop) -> None:
    rename(workshop, "Jonot")
    rename(workshop, "Odotus")

    undo_last(workshop, actor="Veikko")
    assert labels(workshop) == ["Jonot"]
    undo_last(workshop, actor="Veikko")
    assert labels(workshop) == []
    with pytest.raises(TooEarly):
        undo_last(workshop, actor="Veikko")


def test_redo_puts_back_what_was_undone_last_first(workshop: Workshop) -> None:
    rename(workshop, "Jonot")
    rename(workshop, "Odotus")
    undo_last(workshop, actor="Veikko")
    undo_last(workshop, actor="Veikko")

    assert redo_last(workshop, actor="Aino").payload["label"] == "Jonot"
    assert labels(workshop) == ["Jonot"]
    assert redo_last(workshop, actor="Aino").payload["label"] == "Odotus"
    assert labels(workshop) == ["Jonot", "Odotus"]
    with pytest.raises(TooEarly):
        redo_last(workshop, actor="Aino")


def test_what_was_redone_can_be_undone_again(workshop: Workshop) -> None:
    rename(workshop, "Jonot")
    for _ in range(3):
        undo_last(workshop, actor="Aino")
        redo_last(workshop, actor="Aino")

    assert labels(workshop) == ["Jonot"]
    undo_last(workshop, actor="Aino")
    assert labels(workshop) == []


def test_a_new_decision_ends_what_can_be_redone(workshop: Workshop) -> None:
    rename(workshop, "Jonot")
    undo_last(workshop, actor="Aino")
    redo_last(workshop, actor="Aino")
    undo_last(workshop, actor="Aino")
    rename(workshop, "Odotus")

    with pytest.raises(TooEarly):
        redo_last(workshop, actor="Aino")
    assert labels(workshop) == ["Odotus"]


@pytest.mark.parametrize(
    ("proposed", "redone"),
    [
        (EventKind.THEMES_PROPOSED, ["group_named"]),
        (EventKind.OPINION_GROUPS_PROPOSED, ["group_named", "theme_renamed"]),
    ],
)
def test_themes_found_again_end_what_can_be_redone_of_themes(
    workshop: Workshop, proposed: EventKind, redone: list[str]
) -> None:
    name = {"group_id": "A", "name": "Kulkijat"}
    append_event(workshop, EventKind.GROUP_NAMED, name, actor="Aino")
    rename(workshop, "Jonot")
    undo_last(workshop, actor="Veikko")
    undo_last(workshop, actor="Veikko")
    append_event(workshop, proposed, {}, actor=store.MACHINE)

    kinds = [redo_last(workshop, actor="Veikko").kind for _ in redone]

    assert kinds == redone
    with pytest.raises(TooEarly):
        redo_last(workshop, actor="Veikko")


def test_what_the_machine_did_is_not_undone(workshop: Workshop) -> None:
    payload = {"themes": [], "input": ""}
    append_event(workshop, EventKind.THEMES_PROPOSED, payload, actor=store.MACHINE)

    with pytest.raises(TooEarly):
        undo_last(workshop, actor="Aino")


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=200))
def test_any_text_survives(workshop: Workshop, words: str) -> None:
    clean = words.replace("\x00", "").encode("utf-8", "ignore").decode()
    append_event(
        workshop,
        EventKind.COMMENT_ADDED,
        {"type": "julkilausuma", "block_id": "b", "text": clean},
        actor="Aino",
    )

    assert load_events(workshop)[-1].payload["text"] == clean


def test_a_killed_process_loses_no_acknowledged_line(workshop: Workshop) -> None:
    code = """
        import sys
        from pathlib import Path
        from toolkit import store
        from toolkit.domain import EventKind
        workshop = store.open_workshop(Path(sys.argv[1]))
        for number in range(100_000):
            payload = {"theme_id": "t-1", "label": str(number)}
            store.append_event(workshop, EventKind.THEME_RENAMED, payload, actor="Aino")
            print(number, flush=True)
    """
    command = [sys.executable, "-c", textwrap.dedent(code), str(Path(workshop.folder))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        acknowledged = [process.stdout.readline().strip() for _ in range(25)]
        process.send_signal(signal.SIGKILL)
        acknowledged += process.stdout.read().split()

    written = labels(workshop)
    assert written[: len(acknowledged)] == acknowledged
    assert len(written) - len(acknowledged) <= 1  # written, killed before it could say so
    assert [e.seq for e in load_events(workshop)] == list(range(1, len(written) + 2))


def test_several_lines_come_all_or_none(workshop: Workshop) -> None:
    lines = [
        (EventKind.THEME_RENAMED, {"theme_id": "t-1", "label": "Jonot"}),
        (EventKind.THEME_RENAMED, {"theme_id": "t-2", "label": "Chat"}),
    ]
    rename(workshop, "Ensin")

    with pytest.raises(Conflict):
        store.append_events(workshop, lines, actor="Aino", expected_seq=1)
    assert labels(workshop) == ["Ensin"]
    store.append_events(workshop, lines, actor="Aino", expected_seq=2)
    assert labels(workshop) == ["Ensin", "Jonot", "Chat"]


@pytest.mark.parametrize("name", ["\x00Aino", "a\udcff", "x" * 500], ids=["nul", "half", "long"])
def test_any_name_can_be_written(workshop: Workshop, name: str) -> None:
    payload = {"theme_id": "t-1", "label": f"L{name}"}
    append_event(workshop, EventKind.THEME_RENAMED, payload, actor=name)

    event = load_events(workshop)[-1]
    assert event.actor
    assert event.payload["label"].startswith("L")


def test_a_summary_survives_any_payload(workshop: Workshop) -> None:
    for kind in EventKind:
        append_event(workshop, kind, {}, actor="Aino")

    assert all(store.summarise(event) for event in load_events(workshop))


def test_a_signature_stands_for_what_was_decided_before_it(workshop: Workshop) -> None:
    rename(workshop, "Jonot")
    append_event(workshop, EventKind.DOCUMENT_SIGNED, {"type": "julkilausuma"}, actor="Aino")
    with pytest.raises(TooEarly):
        undo_last(workshop, actor="Veikko")

    rename(workshop, "Odotus")
    undo_last(workshop, actor="Veikko")

    assert labels(workshop) == ["Jonot"]
