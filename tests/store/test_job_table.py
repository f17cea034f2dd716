"""The queue of work: nothing is done twice, nothing is forgotten, everything can be stopped."""

from __future__ import annotations

import pytest

from toolkit import store
from toolkit.domain import Workshop
from toolkit.errors import Cancelled
from toolkit.store import Job, JobState
from toolkit.store.job_table import DEAD_AFTER

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def url(workshop: Workshop) -> str:
    return store.database_url(workshop)


def enqueue(workshop: Workshop) -> Job:
    return store.enqueue(workshop, "themes", {"seed": 0}, actor="Aino")


def test_a_job_is_taken_once(workshop: Workshop, url: str) -> None:
    job = enqueue(workshop)

    taken = store.claim(url, now=100.0)

    assert taken is not None
    assert (taken.id, taken.kind, taken.payload) == (job.id, "themes", {"seed": 0})
    assert store.claim(url, now=101.0) is None


def test_a_double_click_makes_one_job(workshop: Workshop) -> None:
    assert enqueue(workshop).id == enqueue(workshop).id
    assert len(store.load_open_jobs(workshop)) == 1


def test_the_job_of_a_dead_worker_is_taken_again(workshop: Workshop, url: str) -> None:
    job = enqueue(workshop)
    store.claim(url, now=100.0)

    assert store.claim(url, now=100.0 + DEAD_AFTER - 1) is None
    again = store.claim(url, now=100.0 + DEAD_AFTER + 1)
    assert again is not None
    assert again.id == job.id


def test_a_sign_of_life_keeps_the_job(workshop: Workshop, url: str) -> None:
    job = enqueue(workshop)
    store.claim(url, now=100.0)
    store.beat(url, job.id, now=100.0 + DEAD_AFTER)

    assert store.claim(url, now=100.0 + DEAD_AFTER + 1) is None


def test_a_waiting_job_is_stopped_at_once(workshop: Workshop, url: str) -> None:
    job = enqueue(workshop)
    store.cancel(workshop, job.id)

    assert store.load_job(workshop, job.id).state is JobState.CANCELLED
    assert store.claim(url, now=100.0) is None


def test_a_running_job_stops_when_it_next_reports(workshop: Workshop, url: str) -> None:
    job = enqueue(workshop)
    store.claim(url, now=100.0)
    store.report(url, job.id, progress=0.3, message="Luetaan", now=101.0)
    store.cancel(workshop, job.id)

    with pytest.raises(Cancelled):
        store.report(url, job.id, progress=0.4, message="Luetaan", now=102.0)
    assert store.load_job(workshop, job.id).progress == 0.4


def test_a_finished_job_makes_room_for_the_same_again(workshop: Workshop, url: str) -> None:
    job = enqueue(workshop)
    store.claim(url, now=100.0)
    store.finish(url, job.id, state=JobState.FAILED, message="Ei löydy.")

    done = store.load_job(workshop, job.id)
    assert (done.state, done.message, done.is_open) == (JobState.FAILED, "Ei löydy.", False)
    assert enqueue(workshop).id != job.id
