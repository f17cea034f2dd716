"""Measure the opinion groups: against the groups of exports, and against red-dwarf in the same run.

Usage: python benchmarks/opinions.py [--data FOLDER] [--quick]

Needs red-dwarf beside the toolkit: pip install -e ".[benchmarks]". FOLDER holds Polis exports, one
folder each. Every measurement is a process of its own, warmed up with the example conversation, so
that imports do not count; times are the least of three runs in that process (on the curve of one,
from 1 M votes on). Prints Markdown.
"""

from __future__ import annotations

import argparse
import csv
import json
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from conversations import generate

ROOT = Path(__file__).parents[1]
DATA = ROOT.parent / "shared" / "data" / "polis"
EXAMPLE = ROOT / "workshops" / "esimerkki" / "exports" / "polis"
CURVE = (100_000, 300_000, 1_000_000, 3_000_000, 10_000_000)
BIG = {"n_participants": 33_000, "n_statements": 783, "n_votes": 2_000_000}
FULL = "american-assembly.bowling-green"

Labels = dict[str, str]


def toolkit_job(folder: Path, *, n_resamples: int = 20) -> tuple[float, Labels]:
    """Read and compute with the toolkit; return the seconds and the groups."""
    import toolkit as tk

    start = time.perf_counter()
    votes = tk.read_file(folder).votes
    assert votes is not None
    found = tk.find_opinion_groups(votes, recompute=True, n_resamples=n_resamples)
    seconds = time.perf_counter() - start
    return seconds, {who: g.id for g in found.groups for who in g.participant_ids}


def red_dwarf_job(folder: Path) -> tuple[float, Labels]:
    """Read and compute with red-dwarf, as its documentation does it; without any stability."""
    from reddwarf.implementations.base import run_pipeline

    start = time.perf_counter()
    with (folder / "comments.csv").open(encoding="utf-8", newline="") as file:
        rejected = [int(r["comment-id"]) for r in csv.DictReader(file) if r["moderated"] == "-1"]
    votes = [
        {"participant_id": p, "statement_id": s, "vote": v, "modified": 0}
        for (p, s), v in _latest(folder).items()
    ]
    found = run_pipeline(votes=votes, mod_out_statement_ids=rejected, random_state=0)
    seconds = time.perf_counter() - start
    people = found.participants_df
    return seconds, {
        str(who): str(group)
        for who, group in people["cluster_id"].items()
        if people.loc[who, "to_cluster"]
    }


def _latest(folder: Path) -> dict[tuple[int, int], int]:
    """Return the latest vote of each participant on each statement: red-dwarf wants them unique."""
    if not (folder / "votes.csv").exists():
        with (folder / "participants-votes.csv").open(encoding="utf-8", newline="") as file:
            return {
                (int(row["participant"]), int(key)): int(cell)
                for row in csv.DictReader(file)
                for key, cell in row.items()
                if key.isdigit() and cell
            }
    with (folder / "votes.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        header = next(rows)
        places = [header.index(name) for name in ("timestamp", "voter-id", "comment-id", "vote")]
        cast = sorted(tuple(int(row[place]) for place in places) for row in rows)
    return {(who, what): vote for _time, who, what, vote in cast}


def stability_job(folder: Path) -> tuple[float, dict[str, float]]:
    """Return the share of pairs that stay, as the toolkit finds it and with all decomposed anew."""
    import toolkit as tk
    from toolkit.opinions import stability
    from toolkit.opinions.clusters import group_participants
    from toolkit.opinions.matrix import build_matrix
    from toolkit.opinions.projection import project

    votes = tk.read_file(folder).votes
    assert votes is not None
    matrix = build_matrix(votes)
    groups = tk.find_opinion_groups(votes).groups
    where = {who: n for n, group in enumerate(groups) for who in group.participant_ids}
    labels = np.array([where.get(who, -1) for who in votes.participant_ids])
    quick = stability.measure_stability(matrix, labels, n_resamples=100, seed=0)
    assert quick is not None
    matrix, labels = matrix.rows(np.flatnonzero(labels >= 0)), labels[labels >= 0]
    chance = np.random.default_rng(1)
    kept = together = 0.0
    for _ in range(100):
        drawn = np.sort(chance.integers(0, len(labels), len(labels)))
        places = project(matrix.rows(drawn), seed=0).positions
        again = group_participants(places, n_groups=len(groups))
        people, first = np.unique(drawn, return_index=True)
        both, mine, _theirs, _all = stability._pairs(labels[people], again[first])
        kept, together = kept + both, together + mine
    return 0.0, {"quick": quick.share, "anew": kept / together}


JOBS: dict[str, Callable[[Path], tuple[float, Any]]] = {
    "red-dwarf": red_dwarf_job,
    "stability": stability_job,
    "toolkit": toolkit_job,
    "toolkit without stability": partial(toolkit_job, n_resamples=0),
}


def run_here(job: str, folder: Path, *, runs: int) -> None:
    """Do one job in this process and print what came of it as JSON."""
    if job != "stability":
        JOBS[job](EXAMPLE)
    results = [JOBS[job](folder) for _ in range(runs)]
    peak = _peak_megabytes()
    seconds = min(seconds for seconds, _ in results)
    print(json.dumps({"seconds": seconds, "peak": peak, "found": results[0][1]}))


def _peak_megabytes() -> int:
    """Return the most memory this process has held; ru_maxrss would count its parent's, too."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) // 1024


def run(job: str, folder: Path, *, runs: int = 3) -> dict[str, Any]:
    """Do one job in a process of its own."""
    command = [sys.executable, __file__, "--job", job, "--runs", str(runs), "--data", str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def similarity(one: Labels, other: Labels) -> float:
    """Return the adjusted Rand index of two divisions, over the people who are in both."""
    from toolkit.opinions.stability import adjusted_rand

    people = sorted(one.keys() & other.keys())
    numbers = [
        np.unique([labels[who] for who in people], return_inverse=True)[1]
        for labels in (one, other)
    ]
    return adjusted_rand(*numbers)


def adds_up(folder: Path) -> bool:
    """Whether the votes of imported groups are those of the export's own rows, counted by hand."""
    import toolkit as tk

    votes = tk.read_file(folder).votes
    assert votes is not None
    found = tk.find_opinion_groups(votes)
    with (folder / "participants-votes.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["group-id"]]
    for result in found.statements:
        key = result.id.rpartition("-")[2].removeprefix("polis:")
        for group in found.groups:
            cells = [r.get(key) for r in rows if chr(65 + int(r["group-id"])) == group.id]
            counts = result.by_group[group.id]
            if [cells.count(v) for v in ("1", "-1", "0")] != [
                counts.agree,
                counts.disagree,
                counts.passes,
            ]:
                return False
    return found.mode == "imported"


def compare_groups(data: Path) -> None:
    """Print how near each comes to the groups of the exports."""
    import toolkit as tk

    print(
        "| Conversation | imported groups add up | toolkit | red-dwarf | stability | drawn anew |"
    )
    print("|---|---|---|---|---|---|")
    scores: dict[str, list[float]] = {"toolkit": [], "red-dwarf": []}
    for folder in sorted(path for path in data.iterdir() if path.is_dir()):
        votes = tk.read_file(folder).votes
        if votes is None or not votes.group_ids:
            continue
        for job, listed in scores.items():
            listed.append(similarity(dict(votes.group_ids), run(job, folder, runs=1)["found"]))
        shares = run("stability", folder, runs=1)["found"]
        own, theirs = (f"{listed[-1]:.2f}" for listed in scores.values())
        sums = "yes" if adds_up(folder) else "NO"
        print(
            f"| {folder.name} | {sums} | {own} | {theirs} "
            f"| {shares['quick']:.2f} | {shares['anew']:.2f} |"
        )
    own, theirs = (f"{statistics.median(listed):.2f}" for listed in scores.values())
    print(f"| median | | {own} | {theirs} | | |")


def compare_speed(name: str, folder: Path, *, runs: int) -> None:
    """Print a row with the seconds and the memory of both, and their ratio.

    The like-for-like figure is the one without stability, which red-dwarf does not have.
    """
    jobs = ("red-dwarf", "toolkit without stability", "toolkit")
    theirs, like, own = (run(job, folder, runs=runs) for job in jobs)
    cells = [f"{result['seconds']:.2f}" for result in (theirs, like, own)]
    cells += [f"{theirs['seconds'] / result['seconds']:.1f}" for result in (like, own)]
    cells += [str(result["peak"]) for result in (own, theirs)]
    print(" | ".join(["", name, *cells, ""]).strip())


def print_curve(folder: Path) -> None:
    """Print what the toolkit needs for more and more votes."""
    print("| Votes | Seconds | per million | Peak MB |")
    print("|---|---|---|---|")
    for wanted in CURVE:
        n_people = max(1_000, wanted // 60)
        target = folder / str(wanted)
        n = generate(target, n_participants=n_people, n_statements=783, n_votes=wanted)
        found = run("toolkit", target, runs=3 if wanted < 1_000_000 else 1)
        per_million = 1e6 * found["seconds"] / n
        print(f"| {n:,} | {found['seconds']:.2f} | {per_million:.2f} | {found['peak']} |")


def main() -> None:
    """Print every table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--job", choices=sorted(JOBS))
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--quick", action="store_true", help="leave out the 10 M votes")
    options = parser.parse_args()
    if options.job:
        run_here(options.job, options.data, runs=options.runs)
        return
    print(f"{platform.processor() or platform.machine()}, Python {platform.python_version()}\n")
    print("Adjusted Rand index between the groups of the export and a cold start:\n")
    compare_groups(options.data)
    print("\nFrom CSV files to statistics:\n")
    print(
        "| Conversation | red-dwarf s | the same figures s | with stability s | times faster "
        "| with stability | toolkit MB | red-dwarf MB |"
    )
    print("|---|---|---|---|---|---|---|---|")
    compare_speed("Bowling Green", options.data / FULL, runs=3)
    with tempfile.TemporaryDirectory() as scratch:
        n = generate(Path(scratch) / "big", **BIG)
        compare_speed(f"generated, 33,000 × 783, {n:,} votes", Path(scratch) / "big", runs=3)
        if not options.quick:
            print()
            print_curve(Path(scratch))


if __name__ == "__main__":
    main()
