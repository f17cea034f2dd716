"""Measure the promises of the README on this machine: set-up, demonstration, start-up.

Usage: python benchmarks/first_run.py

Clones the repository, so it measures what is committed.
"""

from __future__ import annotations

import datetime as dt
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]


def seconds(command: list[str], cwd: Path) -> float:
    """Return how long a command takes; its output goes to stderr."""
    start = time.perf_counter()
    subprocess.run(command, cwd=cwd, check=True, stdout=sys.stderr)
    return time.perf_counter() - start


def median(command: list[str], cwd: Path, *, runs: int = 5) -> float:
    """Return the median of several runs, after one that is not counted."""
    seconds(command, cwd)
    return statistics.median(seconds(command, cwd) for _ in range(runs))


def main() -> None:
    """Print a Markdown table."""
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder) / "clone"
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
        python = str(clone / ".venv/bin/python")
        rows = [
            ("`make demo` in a fresh clone, set-up included", seconds(["make", "demo"], clone)),
            ("`make demo` again", seconds(["make", "demo"], clone)),
            (
                "`osallisuus status`, median of 5",
                median(
                    [str(clone / ".venv/bin/osallisuus"), "status", "workshops/esimerkki"], clone
                ),
            ),
            (
                "`import toolkit`, median of 5, interpreter start taken off",
                median([python, "-c", "import toolkit"], clone)
                - median([python, "-c", "pass"], clone),
            ),
            ("`make test` after that", seconds(["make", "test"], clone)),
        ]
    machine = f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}"
    print(f"Measured {dt.date.today().isoformat()} on: {machine}, {_cores()} cores\n")  # noqa: DTZ011
    print("| what | seconds |\n|---|---|")
    for what, value in rows:
        print(f"| {what} | {value:.2f} |")


def _cores() -> int:
    import os

    return len(os.sched_getaffinity(0))


if __name__ == "__main__":
    main()
