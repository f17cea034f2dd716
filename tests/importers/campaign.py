"""Broken and hostile files through the one door, and what became of each."""

from __future__ import annotations

import hashlib
import random
import signal
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.importers.damage import damaged
from tests.importers.exports import every_export, to_csv
from toolkit import store, workflow
from toolkit.domain import EventKind, Workshop
from toolkit.errors import FailedReader, ToolkitError
from toolkit.importers import FORMATS, read_file

SUFFIXES = ("", ".csv", ".txt", ".xlsx", ".docx", ".zip", ".json", ".md", ".pdf")
EXPORTS = every_export()
HEADINGS = [
    ["Subject", "Body", "Author"],
    ["Kysymys", "Vastaus", "Ryhmä"],
    ["comment-id", "voter-id", "vote"],
    ["comment-id", "comment-body", "agrees"],
    ["participant", "group-id", "n-votes", "n-agree", "0", "1"],
]


class TooLong(BaseException):
    """Reading here took longer than it may."""


def snapshot(workshop: Workshop) -> str:
    """Return a digest of everything in the folder of a workshop but its caches."""
    digest = hashlib.sha256()
    root = Path(workshop.folder)
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.is_file() and not name.startswith((".cache/", "workshop.db-")):
            digest.update(name.encode() + path.read_bytes())
    return digest.hexdigest() + str(len(store.load_events(workshop)))


class Campaign:
    """What became of the inputs so far.

    A finding is anything but an import whose receipt balances or a sentence for the person: any
    other error, a fault that a reader did not foresee, a file that takes longer than its limit, or
    a workshop that a failed import has changed.
    """

    def __init__(self, folder: Path, *, seconds: int = 0, findings: Path | None = None) -> None:
        self.folder = folder
        self.seconds = seconds
        self.kept_in = findings
        self.outcomes: Counter[str] = Counter()
        self.findings: Counter[str] = Counter()
        self.slowest = 0.0
        self.n_unchanged = 0
        self.workshop = store.create_workshop(folder / "ilta", title="Koe")
        workshop = {"title": self.workshop.title}
        store.append_event(self.workshop, EventKind.WORKSHOP_CREATED, workshop, actor="Aino")
        self.before = snapshot(self.workshop)

    @property
    def n(self) -> int:
        """Inputs so far."""
        return self.outcomes.total()

    def read(self, name: str, data: bytes, *, as_format: str | None = None) -> None:
        """Read one input and count what became of it."""
        path = self.folder / name
        path.write_bytes(data)
        start = time.perf_counter()
        signal.alarm(self.seconds)
        try:
            outcome = self._read(path, as_format)
        except FailedReader as error:
            outcome = self._finding(f"fault: {error.values['fault']}", data)
        except ToolkitError as error:
            is_limit = "broke off" in str(error) or "longer than" in str(error)
            outcome = "stopped at a limit" if is_limit else type(error).__name__
            self._keep_unchanged(path, data, as_format)
        except TooLong:
            outcome = self._finding("too long", data)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a finding
            outcome = self._finding(f"{type(error).__name__}: {error}"[:120], data)
        finally:
            signal.alarm(0)
        self.outcomes[outcome] += 1
        self.slowest = max(self.slowest, time.perf_counter() - start)

    def _read(self, path: Path, as_format: str | None) -> str:
        imported = read_file(path, as_format=as_format)
        receipt = imported.receipt
        statements = imported.votes.statements if imported.votes else ()
        items = [*imported.notes, *statements]
        assert receipt.rows == receipt.notes + receipt.statements + len(receipt.skipped)
        assert (receipt.notes, receipt.statements) == (len(imported.notes), len(statements))
        assert len({item.id for item in items}) == len(items) > 0
        assert all((item.text + item.prompt + item.group).encode() for item in items)
        return f"read as {receipt.format}"

    def _keep_unchanged(self, path: Path, data: bytes, as_format: str | None) -> None:
        """Now and then, try the same in a workshop."""
        if self.n % 10:
            return
        try:
            workflow.import_exports(self.workshop, [path], actor="Aino", as_format=as_format)
        except ToolkitError:
            self.n_unchanged += 1
        if snapshot(self.workshop) != self.before:
            self._finding("the workshop has changed", data)
            self.before = snapshot(self.workshop)

    def _finding(self, what: str, data: bytes) -> str:
        self.findings[what] += 1
        if self.kept_in and self.findings[what] < 4:
            self.kept_in.mkdir(exist_ok=True)
            (self.kept_in / hashlib.sha256(data).hexdigest()[:12]).write_bytes(data)
        return "FINDING"


def damage_all(campaign: Campaign, files: Mapping[str, bytes], n: int, start: int) -> None:
    """Read ``n`` damaged files."""
    for number in range(n):
        chance = random.Random(f"{start}/{number}")
        _name, data = damaged(chance.choice((EXPORTS, EXPORTS, files)), chance)
        known = chance.choice([one.name for one in FORMATS]) if chance.random() < 0.15 else None
        suffix = chance.choice(SUFFIXES) if chance.random() < 0.2 else ""
        campaign.read(f"vaurio{suffix}", data, as_format=known)


def make_all(campaign: Campaign, n: int, start: int) -> None:
    """Read ``n`` files that hypothesis makes: bytes, texts, and tables with known headings."""
    texts = st.text(st.characters(), max_size=400).map(lambda text: text.encode("utf-8", "replace"))
    cells = st.text(st.characters(codec="utf-8"), max_size=15) | st.sampled_from(
        ["", "0", "1", "-1", "nan", "1e400", "=1+1", '"', "\n", "7.10.", "0,5"]
    )
    tables = st.tuples(
        st.sampled_from(HEADINGS),
        st.lists(st.lists(cells, max_size=7), max_size=8),
        st.sampled_from(",;\t|"),
    ).map(lambda made: to_csv([made[0], *made[1]], delimiter=made[2]).encode())

    @seed(start)
    @settings(
        max_examples=n, database=None, deadline=None, derandomize=False,
        phases=[Phase.generate], suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(st.binary(max_size=600) | texts | tables, st.just("") | st.sampled_from(SUFFIXES))
    def read(data: bytes, suffix: str) -> None:
        campaign.read(f"tehty{suffix}", data)

    read()
