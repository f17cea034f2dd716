"""Read tens of thousands of broken and hostile files, and count what became of them.

Usage: nice python benchmarks/fuzzing.py [INPUTS] [SEED] [FOLDER OF MORE FILES]

Prints Markdown. Whole files of every format are damaged (``tests/importers/damage.py``), and
hypothesis makes texts and tables. Each input goes through the one door, as a person's file does.
``tests/importers/campaign.py`` says what a finding is; findings are written to the folder
``findings`` beside this file.
"""

from __future__ import annotations

import datetime as dt
import os
import platform
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.importers.campaign import EXPORTS, Campaign, TooLong, damage_all, make_all
from tests.importers.strangers import STRANGERS

SECONDS = 20
FINDINGS = Path(__file__).parent / "findings"


def whole_files(folder: Path | None) -> dict[str, bytes]:
    """Return the files that are damaged."""
    plain = {name: d.encode() if isinstance(d, str) else d for name, d in STRANGERS.items()}
    more = sorted(folder.iterdir()) if folder else []
    return {
        **EXPORTS,
        **plain,
        **{path.name: path.read_bytes() for path in more if path.is_file()},
    }


def lines(campaign: Campaign, seconds: float) -> Iterator[str]:
    """Yield the lines of the report."""
    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    yield f"{dt.datetime.now(dt.UTC):%Y-%m-%d}, {system}, Python {platform.python_version()}\n"
    yield "| what became of it | inputs |\n|---|---:|"
    for outcome, n in campaign.outcomes.most_common():
        yield f"| {outcome} | {n} |"
    yield f"| **all** | **{campaign.n}** |"
    yield f"\nFindings: {campaign.findings.total()}."
    yield from (f"* {what}: {n}" for what, n in campaign.findings.most_common())
    yield (
        f"Failed imports tried in a workshop, which stayed as it was: {campaign.n_unchanged}. "
        f"The slowest input took {campaign.slowest:.1f} s, all of them {seconds / 60:.0f} min."
    )


def main() -> None:
    """Run the campaign and print the report."""
    given_ = sys.argv[1:]
    n, start = int(given_[0]) if given_ else 20_000, int(given_[1]) if given_[1:] else 0
    files = whole_files(Path(given_[2]) if given_[2:] else None)

    def stop(*_signal: object) -> None:
        raise TooLong

    signal.signal(signal.SIGALRM, stop)
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        campaign = Campaign(Path(folder), seconds=SECONDS, findings=FINDINGS)
        damage_all(campaign, files, n * 4 // 5, start)
        make_all(campaign, n - campaign.n, start)
        for line in lines(campaign, time.perf_counter() - begun):
            print(line)


if __name__ == "__main__":
    main()
