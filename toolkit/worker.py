"""The process that does heavy work, so that no screen ever waits for a language model."""

from __future__ import annotations

import argparse
import logging
import os
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from toolkit import store, workflow
from toolkit.domain import Workshop
from toolkit.errors import Cancelled, ToolkitError
from toolkit.i18n import N_, _, set_language
from toolkit.store import Job, JobState
from toolkit.workflow import Progress

log = logging.getLogger(__name__)

POLL_SECONDS = 0.25
BEAT_SECONDS = 5.0

Work = Callable[[Workshop, Mapping[str, Any], str, Progress], None]


def _import(workshop: Workshop, payload: Mapping[str, Any], actor: str, progress: Progress) -> None:
    paths = [Path(path) for path in payload["paths"]]
    workflow.import_exports(workshop, paths, actor=actor, progress=progress)


def _themes(workshop: Workshop, payload: Mapping[str, Any], _by: str, progress: Progress) -> None:
    workflow.update_themes(workshop, **payload, progress=progress)


def _opinions(workshop: Workshop, payload: Mapping[str, Any], _by: str, progress: Progress) -> None:
    workflow.update_opinions(workshop, **payload, progress=progress)


def _draft(workshop: Workshop, payload: Mapping[str, Any], _by: str, progress: Progress) -> None:
    workflow.update_draft(workshop, **payload, progress=progress)


def _demo(workshop: Workshop, _payload: Mapping[str, Any], _by: str, progress: Progress) -> None:
    workflow.run_demo(Path(workshop.folder), progress=progress)


JOBS: dict[str, Work] = {
    "demo": _demo,
    "draft": _draft,
    "import": _import,
    "opinions": _opinions,
    "themes": _themes,
}


def run_job(url: str, job: Job) -> JobState:
    """Do one claimed job and close it; every outcome is written into the table.

    Returns
    -------
    JobState
        ``DONE``, ``FAILED`` or ``CANCELLED``.
    """
    set_language(job.language)

    def progress(share: float, message: str) -> None:
        store.report(url, job.id, progress=share, message=message, now=time.time())

    alive = threading.Event()
    beating = threading.Thread(target=_beat, args=(url, job.id, alive), daemon=True)
    beating.start()
    state, message = JobState.DONE, ""
    try:
        workshop = store.open_workshop(job.folder)
        JOBS[job.kind](workshop, job.payload, job.actor, progress)
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
    store.finish(url, job.id, state=state, message=message)
    return state


def _beat(url: str, job_id: int, done: threading.Event) -> None:
    while not done.wait(BEAT_SECONDS):
        store.beat(url, job_id, now=time.time())


def run_next(root: Path) -> bool:
    """Do the oldest waiting job of the workshops under ``root``; say whether there was one."""
    for url in _databases(root):
        job = store.claim(url, now=time.time())
        if job is not None:
            run_job(url, job)
            return True
    return False


def _databases(root: Path) -> Iterator[str]:
    shared = store.shared_database_url()
    if shared:
        yield shared
        return
    for workshop in store.list_workshops(root):
        if (Path(workshop.folder) / "workshop.db").exists():
            yield store.database_url(workshop)


def _warm_up() -> None:
    """Load what finding themes needs, while people still read the receipt of their import."""
    import bertopic  # noqa: F401


def main() -> None:
    """Work until stopped, or until the process that started the worker is gone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workshops", type=Path, required=True)
    root = parser.parse_args().workshops
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(message)s")
    warming = threading.Thread(target=_warm_up, daemon=True)
    parent = os.getppid()
    while os.getppid() == parent:
        if not run_next(root):
            time.sleep(POLL_SECONDS)
        elif not warming.ident:
            warming.start()


if __name__ == "__main__":
    main()
