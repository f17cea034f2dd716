"""The worker: jobs done, failed, stopped and taken over, each told in one sentence."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from toolkit import store, worker, workflow
from toolkit.domain import Workshop
from toolkit.store import Job, JobState

pytestmark = pytest.mark.usefixtures("database")


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


def test_a_job_stopped_in_the_middle_changes_nothing(workshop: Workshop, tmp_path: Path) -> None:
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
