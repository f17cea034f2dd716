"""The queue of work: nothing is done twice, nothing is forgotten, everything can be stopped."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import pytest

from toolkit import store
from toolkit.cli import main
from toolkit.domain import EventKind, Workshop
from toolkit.errors import Cancelled
from toolkit.store import DATABASE_URL, DatabaseError, Job, JobState
from toolkit.store.database import Address, connect, jobs
from toolkit.store.job_table import DEAD_AFTER, MAX_ATTEMPTS

pytestmark = pytest.mark.usefixtures("database")

ROOT = Path(__file__).parents[2]
T = TypeVar("T")


@pytest.fixture
def url(workshop: Workshop) -> Address:
    return store.database_url(workshop)


def enqueue(workshop: Workshop, seed: int = 0) -> Job:
    return store.enqueue(workshop, "themes", {"seed": seed}, actor="Aino")


def claim(url: Address, *, now: float = 100.0) -> Job:
    job = store.claim(url, now=now)
    assert job is not None
    return job


def at_once(n: int, work: Callable[[int], T]) -> list[T]:
    """Do ``work`` in ``n`` threads that start together."""
    start = threading.Barrier(n)

    def one(number: int) -> T:
        start.wait()
        return work(number)

    with ThreadPoolExecutor(n) as threads:
        return list(threads.map(one, range(n)))


def test_a_job_is_taken_once(workshop: Workshop, url: Address) -> None:
    job = enqueue(workshop)

    taken = claim(url)

    assert (taken.id, taken.kind, taken.payload) == (job.id, "themes", {"seed": 0})
    assert store.claim(url, now=101.0) is None


def test_a_double_click_makes_one_job(workshop: Workshop) -> None:
    assert enqueue(workshop).id == enqueue(workshop).id
    assert enqueue(workshop, seed=1).id != enqueue(workshop).id
    assert len(store.load_open_jobs(workshop)) == 2


def test_clicks_at_the_same_moment_make_one_job(workshop: Workshop) -> None:
    made = at_once(8, lambda _number: enqueue(workshop))

    assert len({job.id for job in made}) == 1
    assert len(store.load_open_jobs(workshop)) == 1


def test_a_stopped_job_that_still_runs_is_not_in_the_way(workshop: Workshop, url: Address) -> None:
    job = enqueue(workshop)
    claim(url)
    store.cancel(workshop, job.id)

    assert enqueue(workshop).id != job.id


def test_a_new_database_may_be_met_by_many_at_once(tmp_path: Path) -> None:
    for number in range(10):  # which of them comes first differs from time to time
        made = store.create_workshop(tmp_path / f"uusi-{number}", title="Uusi")

        assert len({job.id for job in at_once(8, lambda _number, w=made: enqueue(w))}) == 1


def test_workers_that_look_at_once_get_a_job_each(workshop: Workshop, url: Address) -> None:
    ids = [enqueue(workshop, seed).id for seed in range(12)]

    def take_all(_number: int) -> list[int]:
        mine = []
        while (job := store.claim(url, now=100.0)) is not None:
            mine.append(job.id)
        return mine

    taken = [job_id for mine in at_once(4, take_all) for job_id in mine]

    assert sorted(taken) == ids


def test_processes_that_look_at_once_get_a_job_each(workshop: Workshop, url: Address) -> None:
    ids = [enqueue(workshop, seed).id for seed in range(30)]
    code = (
        "import sys; from toolkit import store\n"
        "url = store.database_url(store.open_workshop(sys.argv[1]))\n"
        "while job := store.claim(url, now=100.0): print(job.id)\n"
    )
    command = [sys.executable, "-c", code, str(workshop.folder)]
    started = [
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) for _ in range(3)
    ]
    answers = [process.communicate(timeout=60)[0] for process in started]

    assert [process.returncode for process in started] == [0, 0, 0]
    assert sorted(int(line) for answer in answers for line in answer.split()) == ids


def test_claiming_goes_well_while_others_write_the_log(workshop: Workshop, url: Address) -> None:
    ids = [enqueue(workshop, seed).id for seed in range(15)]

    def work(number: int) -> list[int]:
        if number:
            for _ in range(20):
                store.append_event(workshop, EventKind.COMMENT_ADDED, {"text": "Hei"}, actor="A")
            return []
        return [claim(url).id for _ in ids]

    assert at_once(4, work)[0] == ids


def test_the_job_of_a_dead_worker_is_taken_again(workshop: Workshop, url: Address) -> None:
    job = enqueue(workshop)
    claim(url)

    assert store.claim(url, now=100.0 + DEAD_AFTER - 1) is None
    assert claim(url, now=100.0 + DEAD_AFTER + 1).id == job.id


def test_a_sign_of_life_keeps_the_job(workshop: Workshop, url: Address) -> None:
    enqueue(workshop)
    job = claim(url)
    store.beat(url, job.id, now=100.0 + DEAD_AFTER, owner=job.owner)

    assert store.claim(url, now=100.0 + DEAD_AFTER + 1) is None


def test_a_worker_that_lost_its_job_changes_nothing(workshop: Workshop, url: Address) -> None:
    enqueue(workshop)
    slow, later = claim(url), 100.0 + DEAD_AFTER + 1
    new = claim(url, now=later)

    with pytest.raises(Cancelled):
        store.report(url, slow.id, progress=0.9, message="Hidas", now=later, owner=slow.owner)
    store.beat(url, slow.id, now=later + 1000, owner=slow.owner)
    store.finish(url, slow.id, state=JobState.FAILED, message="Hidas", owner=slow.owner)

    assert store.load_job(workshop, new.id) == new
    assert claim(url, now=later + DEAD_AFTER + 1).id == new.id


def test_a_job_that_ends_its_worker_each_time_is_hopeless(workshop: Workshop, url: Address) -> None:
    enqueue(workshop)
    taken = [claim(url, now=100.0 + n * (DEAD_AFTER + 1)) for n in range(MAX_ATTEMPTS + 1)]

    assert [job.is_hopeless for job in taken] == [False] * MAX_ATTEMPTS + [True]


def test_a_worker_takes_only_what_is_under_its_own_root(tmp_path: Path, url: Address) -> None:
    for name in ("oma_/ilta-1", "omax/ilta-2", "OMA_/ilta-3", "ilta-4"):
        enqueue(store.create_workshop(tmp_path / name, title="Ilta"))
    made = [store.open_workshop(path.parent) for path in tmp_path.glob("**/ilta-*/workshop.toml")]
    taken: list[str] = []
    for place in {store.database_url(workshop) for workshop in made}:
        while (job := store.claim(place, now=100.0, root=tmp_path / "oma_")) is not None:
            taken.append(job.workshop_id)

    assert taken == ["ilta-1"]


def test_a_waiting_job_is_stopped_at_once(workshop: Workshop, url: Address) -> None:
    job = enqueue(workshop)
    store.cancel(workshop, job.id)

    assert store.load_job(workshop, job.id).state is JobState.CANCELLED
    assert store.claim(url, now=100.0) is None


def test_a_running_job_stops_when_it_next_reports(workshop: Workshop, url: Address) -> None:
    enqueue(workshop)
    job = claim(url)
    store.report(url, job.id, progress=0.3, message="Luetaan", now=101.0, owner=job.owner)
    store.cancel(workshop, job.id)

    with pytest.raises(Cancelled):
        store.report(url, job.id, progress=0.4, message="Luetaan", now=102.0, owner=job.owner)
    assert store.load_job(workshop, job.id).progress == 0.4


def test_a_finished_job_makes_room_for_the_same_again(workshop: Workshop, url: Address) -> None:
    enqueue(workshop)
    job = claim(url)
    store.finish(url, job.id, state=JobState.FAILED, message="Ei löydy.", owner=job.owner)

    done = store.load_job(workshop, job.id)
    assert (done.state, done.message, done.is_open) == (JobState.FAILED, "Ei löydy.", False)
    assert enqueue(workshop).id != job.id


@pytest.mark.parametrize("sign", ["?", "#", "%20", "&a=b?c", " ", "ä"])
def test_every_folder_has_its_own_log(tmp_path: Path, sign: str) -> None:
    one, two = (
        store.create_workshop(tmp_path / f"Mitä kuuluu{sign}{n}" / f"ilta-{n}", title="Ilta")
        for n in (1, 2)
    )
    store.append_event(one, EventKind.WORKSHOP_CREATED, {"title": "Ilta"}, actor="Aino")

    assert [len(store.load_events(workshop)) for workshop in (one, two)] == [1, 0]
    shared = store.shared_database_url() is not None
    assert (Path(one.folder) / "workshop.db").exists() is not shared


def test_a_file_that_was_taken_away_gets_its_tables_again(workshop: Workshop) -> None:
    enqueue(workshop)
    for path in Path(workshop.folder).glob("workshop.db*"):
        path.unlink()

    assert enqueue(workshop).is_open


BAD_ADDRESSES = {
    "no address": "foo",
    "another database": "mysql://aino:salasana@localhost/db",
    "a file": "sqlite:////tmp/yhteinen.db",
    "a port in words": "postgresql://aino:salasana@localhost:portti/db",
    "nobody": "postgresql://localhost/db",
    "nowhere": "postgresql:///db",
    "an option": "postgresql://aino:salasana@localhost/db?sslmode=require",
}


@pytest.mark.parametrize("address", BAD_ADDRESSES.values(), ids=BAD_ADDRESSES.keys())
def test_a_bad_address_of_the_database_is_told_in_a_sentence(
    tmp_path: Path,
    address: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv(DATABASE_URL, address)

    with pytest.raises(SystemExit) as left:
        main(["new", str(tmp_path / "uusi"), "--title", "Uusi"])

    told = capsys.readouterr().err
    assert left.value.code == 2
    assert DATABASE_URL in told
    assert "salasana@localhost" not in told


def test_a_server_that_is_not_there_is_told_in_a_sentence(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATABASE_URL, "postgresql://aino:salasana@127.0.0.1:1/db")

    with pytest.raises(DatabaseError, match="aino") as error:
        store.load_events(workshop)
    assert "salasana" not in str(error.value)


def test_a_damaged_file_is_told_in_a_sentence(
    database: str, workshop: Workshop, url: Address
) -> None:
    if database != "sqlite":
        pytest.skip("PostgreSQL keeps its own files")
    enqueue(workshop)
    path = Path(workshop.folder) / "workshop.db"
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * 40000)

    with pytest.raises(DatabaseError), connect(url) as connection:
        connection.execute(jobs.select()).all()
