"""Measure what it takes to import small and very large files, memory of every process included.

Usage: python benchmarks/importing.py

Prints Markdown. Every file is made anew from chance with a fixed seed, and imported by a process of
its own into an empty workshop: from the file to notes with their labels in the log. "Of processor"
is what all processes used of the cores, which other work on the machine changes less. Memory is the
most that they had together (PSS), sampled four times a second.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import platform
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl

from toolkit import store, workflow
from toolkit.domain import EventKind
from toolkit.importers import isolated, read_file

WORDS = [f"{stem}{end}" for stem in ("kotihoito", "jono", "palaute", "nuori", "bussi", "ilta",
         "puhelin", "lääkäri", "kirjasto", "vastaanotto") for end in ("", "n", "a", "ssa", "sta",
         "lle", "kin", "ihin")]  # fmt: skip
HEADINGS = ["Kysymys", "Vastaus", "Ryhmä", *(f"Tausta {n}" for n in range(1, 10))]


def row(chance: random.Random, number: int) -> list[str]:
    """Return a row of twelve cells with one note."""
    note = " ".join(chance.choices(WORDS, k=chance.randint(6, 14)))
    return ["Mikä toimii?", f"{note} {number}", "Nuoret", *(str(chance.random()) for _ in range(9))]


def write_xlsx(path: Path, n_rows: int) -> None:
    """Write a workbook of twelve columns."""
    chance = random.Random(n_rows)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Vastaukset")
    sheet.append(HEADINGS)
    for number in range(n_rows - 1):
        sheet.append(row(chance, number))
    book.save(path)


def write_csv(path: Path, n_bytes: int) -> None:
    """Write a CSV of twelve columns."""
    chance = random.Random(n_bytes)
    size, number = 0, 0
    with path.open("w", encoding="utf-8") as file:
        size += file.write(";".join(HEADINGS) + "\n")
        while size < n_bytes:
            size += file.write(";".join(row(chance, number)) + "\n")
            number += 1


def write_docx(path: Path) -> None:
    """Write the notes of a table."""
    document = docx.Document()
    document.add_heading("Pöytä 1: Nuoret", 1)
    for number in range(20):
        document.add_paragraph(f"Huomio {number}", style="List Bullet")
    document.save(path)


FILES: dict[str, Callable[[Path], None]] = {
    "tables.docx": write_docx,
    "twenty.xlsx": lambda path: write_xlsx(path, 20),
    "50000x12.xlsx": lambda path: write_xlsx(path, 50_000),
    "20MB.csv": lambda path: write_csv(path, 20_000_000),
}


def memory(process: int) -> int:
    """Return the kilobytes that a process and those it started have."""
    total = 0
    try:
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1])
        for task in Path(f"/proc/{process}/task").iterdir():
            total += sum(map(memory, map(int, (task / "children").read_text().split())))
    except OSError:
        pass  # it has just ended
    return total


def processor() -> float:
    """Return the seconds of a processor that this process and the reading ones have used."""
    ticks = 0
    for reader in isolated._idle:
        stat = Path(f"/proc/{reader._process.pid}/stat").read_text()
        ticks += sum(map(int, stat.rpartition(")")[2].split()[11:15]))
    return time.process_time() + ticks / os.sysconf("SC_CLK_TCK")


def measure(path: Path) -> dict[str, float]:
    """Import a file and say what it took."""
    most, done = [0], threading.Event()

    def sample() -> None:
        while not done.wait(0.25):
            most.append(memory(os.getpid()))

    made = store.create_workshop(path.parent / "ilta", title="Koe")
    store.append_event(made, EventKind.WORKSHOP_CREATED, {"title": "Koe"}, actor="Aino")
    threading.Thread(target=sample, daemon=True).start()
    reading = []
    for _ in range(2):
        start = time.perf_counter()
        read_file(path)
        reading.append(time.perf_counter() - start)
    start, used = time.perf_counter(), processor()
    (receipt,) = workflow.import_exports(made, [path], actor="Aino")
    taken = time.perf_counter() - start
    used = processor() - used
    done.set()
    first, again = reading
    return {
        "first": first, "again": again, "import": taken, "used": used, "notes": receipt.notes,
        "rows": receipt.rows, "memory": max(most) / 1000,
    }  # fmt: skip


def main() -> None:
    """Print the table, or measure the one file that is named."""
    if sys.argv[1:]:
        print(json.dumps(measure(Path(sys.argv[1]))))
        return
    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    load = os.getloadavg()[0]
    print(f"{dt.datetime.now(dt.UTC):%Y-%m-%d}, {system}, load {load:.1f}, "
          f"Python {platform.python_version()}\n")  # fmt: skip
    print("| file | MB | notes | read first (s) | read next (s) | into the workshop (s) "
          "| of processor (s) | memory (MB) |\n"
          "|---|---:|---:|---:|---:|---:|---:|---:|")  # fmt: skip
    for name, write in FILES.items():
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, name)
            write(path)
            said = subprocess.check_output([sys.executable, __file__, str(path)], text=True)
            found = json.loads(said)
            print(
                f"| {name} | {path.stat().st_size / 1e6:.2f} | {found['notes']} "
                f"| {found['first']:.2f} | {found['again']:.2f} | {found['import']:.2f} "
                f"| {found['used']:.2f} "
                f"| {found['memory']:.0f} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
