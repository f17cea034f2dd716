"""The process that does heavy work, so that no screen ever waits for a language model."""

from __future__ import annotations

import argparse
import logging
import os
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from toolkit import store, workflow
from toolkit.domain import Workshop
from toolkit.errors import Cancelled, ToolkitError
from toolkit.i18n import N_, _, set_language
from toolkit.store import Job, JobState
from toolkit.store.database import Address, file_url
from toolkit.workflow import Progress
from toolkit.workflow.looking import import_waiting, look_at_waiting
from toolkit.workflow.measuring import update_coverage

log = logging.getLogger(__name__)

POLL_SECONDS = 0.25
BEAT_SECONDS = 5.0
REST_SECONDS = 10.0
"""How long a database in trouble is left alone: its waits must not become the others' waits."""

_resting: dict[object, float] = {}
"""When each place in trouble may be tried again, by the monotonic clock."""

Work = Callable[[Workshop, Mapping[str, Any], str, Progress], None]


def _import(workshop: Workshop, payload: Mapping[str, Any], actor: str, progress: Progress) -> None:
    paths = [Path(path) for path in payload["paths"]]
    sign = payload.get("vote_sign", "")
    workflow.import_exports(workshop, paths, actor=actor, vote_sign=sign, progress=progress)


def _look(workshop: Workshop, payload: Mapping[str, Any], _by: str, progress: Progress) -> None:
    look_at_waiting(workshop, payload["waiting_id"], progress=progress)


def _take_in(workshop: Workshop, payload: Mapping[str, Any], by: str, progress: Progress) -> None:
    import_waiting(workshop, payload["waiting_id"], actor=by, progress=progress)


def _themes(workshop: Workshop, payload: Mapping[str, Any], actor: str, progress: Progress) -> None:
    workflow.update_themes(workshop, **payload, chosen_by=actor, progress=progress)


def _theme_choices(
    workshop: Workshop, _payload: Mapping[str, Any], _by: str, progress: Progress
) -> None:
    workflow.find_theme_choices(workshop, progress=progress)


def _opinions(workshop: Workshop, payload: Mapping[str, Any], _by: str, progress: Progress) -> None:
    workflow.update_opinions(workshop, **payload, progress=progress)


def _kinds(workshop: Workshop, payload: Mapping[str, Any], _by: str, progress: Progress) -> None:
    workflow.update_kinds(workshop, **payload, progress=progress)


def _placements(
    workshop: Workshop, payload: Mapping[str, Any], _by: str, progress: Progress
) -> None:
    framework = workflow.find_framework(payload["framework"])
    workflow.keep_placements(workshop, framework, progress=progress)


def _draft(workshop: Workshop, payload: Mapping[str, Any], _by: str, progress: Progress) -> None:
    # What the notes propose is read from their kinds, which nobody on a screen thinks to ask for.
    if workflow.load_notes(workshop):
        workflow.update_kinds(workshop, progress=lambda share, text: progress(share / 2, text))
    workflow.update_draft(
        workshop, **payload, progress=lambda share, text: progress((1 + share) / 2, text)
    )


def _coverage(workshop: Workshop, payload: Mapping[str, Any], _by: str, progress: Progress) -> None:
    update_coverage(workshop, **payload, progress=progress)


def _review_copy(
    workshop: Workshop, payload: Mapping[str, Any], actor: str, progress: Progress
) -> None:
    progress(0.1, "")
    path = Path(payload["path"])
    workflow.import_review_copy(workshop, path, type=payload["type"], actor=actor)


def _publish(workshop: Workshop, payload: Mapping[str, Any], by: str, progress: Progress) -> None:
    workflow.publish_document(workshop, **payload, actor=by, progress=progress)


def _map(workshop: Workshop, payload: Mapping[str, Any], _by: str, progress: Progress) -> None:
    workflow.update_map(workshop, **payload, progress=progress)


def _demo(workshop: Workshop, _payload: Mapping[str, Any], _by: str, progress: Progress) -> None:
    workflow.run_demo(Path(workshop.folder), progress=progress)


JOBS: dict[str, Work] = {
    "coverage": _coverage,
    "demo": _demo,
    "draft": _draft,
    "import": _import,
    "import_waiting": _take_in,
    "kinds": _kinds,
    "look": _look,
    "map": _map,
    "opinions": _opinions,
    "placements": _placements,
    "publish": _publish,
    "review_copy": _review_copy,
    "theme_choices": _theme_choices,
    "themes": _themes,
}


class WorkerDied(ToolkitError):
    """A job that ended its worker every time it was tried."""


def run_job(url: Address, job: Job) -> JobState:
    """Do one claimed job and close it; every outcome is written into the table.

    Returns
    -------
    JobState
        ``DONE``, ``FAILED`` or ``CANCELLED``. Nothing is written if another worker has taken the
        job meanwhile.
    """
    set_language(job.language)

    def progress(share: float, message: str) -> None:
        now = time.time()
        store.report(url, job.id, progress=share, message=message, now=now, owner=job.owner)

    alive = threading.Event()
    beating = threading.Thread(target=_beat, args=(url, job, alive), daemon=True)
    beating.start()
    state, message = JobState.DONE, ""
    try:
        _do(job, progress)
    except Cancelled as error:
        state, message = JobState.CANCELLED, error.for_reader()
    except ToolkitError as error:
        state, message = JobState.FAILED, error.for_reader()
    except Exception:
        log.exception("job %d (%s) failed", job.id, job.kind)
        sentence = N_("Something went wrong that should not. The code of the error is: {code}.")
        state, message = JobState.FAILED, _(sentence).format(code=f"T{job.id}")
    finally:
        alive.set()
        beating.join()
    store.finish(url, job.id, state=state, message=message, owner=job.owner)
    return state


def _do(job: Job, progress: Progress) -> None:
    if job.is_hopeless:
        msg = N_(
            "The work broke off several times, so it is not tried again. Try with less material, "
            "or ask whoever looks after the computer."
        )
        raise WorkerDied(msg)
    workshop = store.open_workshop(job.folder)
    JOBS[job.kind](workshop, job.payload, job.actor, progress)


def _beat(url: Address, job: Job, done: threading.Event) -> None:
    while not done.wait(BEAT_SECONDS):
        try:
            store.beat(url, job.id, now=time.time(), owner=job.owner)
        except (ToolkitError, SQLAlchemyError) as error:
            log.warning("no heartbeat for job %d: %s", job.id, error)


def run_next(root: Path) -> bool:
    """Do the oldest waiting job of the workshops under ``root``; say whether there was one.

    Trouble with one database is logged, and the others are served.
    """
    for url, own in _databases(root):
        if _resting.get(url, 0.0) > time.monotonic():
            continue
        with _spared(url):
            job = store.claim(url, now=time.time(), root=own)
            if job is not None:
                run_job(url, job)
                return True
    return False


def _databases(root: Path) -> list[tuple[Address, Path | None]]:
    """Return where jobs may wait, and under which folder their workshops must be."""
    with _spared(root):
        shared = store.shared_database_url()
        if shared:
            return [(shared, root)]
        # The folder is enough: a workshop whose description is broken is in nobody's way.
        return [(file_url(path), None) for path in sorted(root.glob("*/workshop.db"))]
    return []


@contextmanager
def _spared(place: object) -> Iterator[None]:
    """Go on after trouble with ``place``, and leave it alone for a while."""
    try:
        yield
    except (ToolkitError, SQLAlchemyError, OSError) as error:
        if _resting.get(place, 0.0) <= time.monotonic():
            _resting[place] = time.monotonic() + REST_SECONDS
            log.warning("left alone for %d seconds: %s", REST_SECONDS, error)


def main() -> None:
    """Work until stopped, or until the process that started the worker is gone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workshops", type=Path, required=True)
    root = parser.parse_args().workshops
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(message)s")
    parent = os.getppid()
    while os.getppid() == parent:
        if not run_next(root):
            time.sleep(POLL_SECONDS)


if __name__ == "__main__":
    main()
