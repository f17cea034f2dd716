"""The worker: jobs done, failed, stopped and taken over, each told in one sentence."""

from __future__ import annotations

import logging
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from toolkit import store, worker, workflow
from toolkit.apps.state import JOB_NAMES
from toolkit.domain import Workshop
from toolkit.i18n import set_language
from toolkit.store import DATABASE_URL, Job, JobState
from toolkit.store.job_table import DEAD_AFTER, MAX_ATTEMPTS

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture(autouse=True)
def fresh_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test waits for the trouble of the one before it."""
    monkeypatch.setattr(worker, "_resting", {})


def board(folder: Path) -> str:
    path = folder / "lauta.csv"
    path.write_text("Subject,Body,Author,Section\n,Jonot pois,Anonymous,Mitä?\n", encoding="utf-8")
    return str(path)


def enqueue(workshop: Workshop, kind: str, **payload: object) -> Job:
    return store.enqueue(workshop, kind, payload, actor="Aino")


def test_an_import_is_done(workshop: Workshop, tmp_path: Path) -> None:
    job = enqueue(workshop, "import", paths=[board(tmp_path)])

    assert worker.run_next(tmp_path)
    assert not worker.run_next(tmp_path)

    assert store.load_job(workshop, job.id).state is JobState.DONE
    assert [note.text for note in workflow.load_notes(workshop)] == ["Jonot pois"]
    assert store.load_events(workshop)[-1].actor == "Aino"


def test_what_the_user_can_mend_is_told_in_a_sentence(workshop: Workshop, tmp_path: Path) -> None:
    job = enqueue(workshop, "import", paths=[str(tmp_path / "ei-ole.csv")])
    worker.run_next(tmp_path)

    done = store.load_job(workshop, job.id)
    assert done.state is JobState.FAILED
    assert "ei-ole.csv" in done.message


def test_our_own_fault_is_a_code_and_never_a_traceback(workshop: Workshop, tmp_path: Path) -> None:
    job = enqueue(workshop, "themes", no_such_option=True)
    worker.run_next(tmp_path)

    done = store.load_job(workshop, job.id)
    assert done.state is JobState.FAILED
    assert f"T{job.id}" in done.message
    assert "no_such_option" not in done.message


def test_a_job_stopped_before_it_did_anything_changes_nothing(
    workshop: Workshop, tmp_path: Path
) -> None:
    job = enqueue(workshop, "import", paths=[board(tmp_path)])
    claimed = store.claim(store.database_url(workshop), now=time.time())
    assert claimed is not None
    store.cancel(workshop, job.id)
    before = store.last_seq(workshop)

    assert worker.run_job(store.database_url(workshop), claimed) is JobState.CANCELLED

    assert store.last_seq(workshop) == before
    assert store.load_job(workshop, job.id).state is JobState.CANCELLED


def test_a_job_whose_worker_died_is_done_by_the_next(workshop: Workshop, tmp_path: Path) -> None:
    job = enqueue(workshop, "import", paths=[board(tmp_path)])
    long_ago = time.time() - 3600
    assert store.claim(store.database_url(workshop), now=long_ago) is not None

    assert worker.run_next(tmp_path)

    assert store.load_job(workshop, job.id).state is JobState.DONE
    assert len(workflow.load_notes(workshop)) == 1


def test_a_job_that_ended_its_worker_each_time_is_given_up(
    workshop: Workshop, tmp_path: Path
) -> None:
    set_language("en")
    job = enqueue(workshop, "import", paths=[board(tmp_path)])
    url, start = store.database_url(workshop), time.time() - 3600
    for n in range(MAX_ATTEMPTS):
        assert store.claim(url, now=start + n * (DEAD_AFTER + 1)) is not None

    assert worker.run_next(tmp_path)

    given_up = store.load_job(workshop, job.id)
    assert given_up.state is JobState.FAILED
    assert "broke off several times" in given_up.message
    assert not worker.run_next(tmp_path)
    assert workflow.load_notes(workshop) == ()


def test_a_worker_that_lost_its_job_neither_goes_on_nor_closes_it(
    workshop: Workshop, tmp_path: Path
) -> None:
    job = enqueue(workshop, "import", paths=[board(tmp_path)])
    url = store.database_url(workshop)
    slow = store.claim(url, now=time.time() - 3600)
    new = store.claim(url, now=time.time())
    assert slow is not None
    before = store.last_seq(workshop)

    assert worker.run_job(url, slow) is JobState.CANCELLED

    assert store.last_seq(workshop) == before
    assert store.load_job(workshop, job.id) == new


BROKEN = {
    "damaged": lambda path: path.write_bytes(b"SQLite format 3\0" + b"\xff" * 8000),
    "no database": lambda path: path.write_bytes(b"muistiinpanoja" * 500),
    "a folder": lambda path: path.mkdir(),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_workshop_is_in_nobody_s_way(
    workshop: Workshop,
    tmp_path: Path,
    broken: Callable[[Path], object],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.WARNING, "toolkit")  # the command line makes it quieter
    first = tmp_path / "a-rikki"
    first.mkdir()
    (first / "workshop.toml").write_text("id = [", encoding="utf-8")
    broken(first / "workshop.db")
    job = enqueue(workshop, "import", paths=[board(tmp_path)])

    assert worker.run_next(tmp_path)
    assert not worker.run_next(tmp_path)

    assert store.load_job(workshop, job.id).state is JobState.DONE
    on_file = store.shared_database_url() is None
    assert len(caplog.records) == (1 if on_file else 0)  # told once, not at every look


@pytest.mark.parametrize("address", ["foo", "postgresql://aino@127.0.0.1:1/db"])
def test_a_shared_database_that_is_away_does_not_end_the_worker(
    workshop: Workshop, tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = enqueue(workshop, "import", paths=[board(tmp_path)])
    with monkeypatch.context() as away:
        away.setenv(DATABASE_URL, address)
        assert not worker.run_next(tmp_path)

    assert worker.run_next(tmp_path)
    assert store.load_job(workshop, job.id).state is JobState.DONE


def test_the_work_of_another_root_is_left_to_its_own_worker(
    database: str, workshop: Workshop, tmp_path: Path
) -> None:
    job = enqueue(workshop, "import", paths=[board(tmp_path)])
    other = tmp_path / "muualla"
    other.mkdir()

    assert not worker.run_next(other)

    assert store.load_job(workshop, job.id).state is JobState.QUEUED


def test_a_heartbeat_survives_a_database_that_is_away_for_a_moment(
    workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    enqueue(workshop, "import", paths=[board(tmp_path)])
    url, long_ago = store.database_url(workshop), time.time() - 10
    job = store.claim(url, now=long_ago)
    assert job is not None
    monkeypatch.setattr(worker, "BEAT_SECONDS", 0.02)
    gone = store.database.file_url(tmp_path / "ei" / "ole" / "workshop.db")
    places = iter([gone, gone])
    beat = store.beat
    beaten = threading.Event()

    def beat_somewhere(_url: object, *arguments: object, **named: object) -> None:
        place = next(places, url)
        beat(place, *arguments, **named)
        beaten.set()

    monkeypatch.setattr(store, "beat", beat_somewhere)
    done = threading.Event()
    beating = threading.Thread(target=worker._beat, args=(url, job, done))
    beating.start()

    assert beaten.wait(10)
    done.set()
    beating.join()
    assert store.claim(url, now=long_ago + DEAD_AFTER + 5) is None


def test_the_process_works_and_ends_when_told(workshop: Workshop, tmp_path: Path) -> None:
    job = enqueue(workshop, "import", paths=[board(tmp_path)])
    command = [sys.executable, "-m", "toolkit.worker", "--workshops", str(tmp_path)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        for _ in range(200):
            if store.load_job(workshop, job.id).state is JobState.DONE:
                break
            time.sleep(0.1)
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)

    assert store.load_job(workshop, job.id).state is JobState.DONE


def test_every_job_has_a_name_for_the_screen() -> None:
    assert worker.JOBS.keys() == JOB_NAMES.keys()
