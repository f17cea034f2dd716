"""Measure the screens: time to usable, memory, the board, people at once.

Usage: python benchmarks/screens.py [--people 1,5,10,20]

Prints Markdown. Needs Debian's chromium; uses the invented example and made-up notes.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
from playwright.async_api import Page as AsyncPage
from playwright.async_api import async_playwright
from playwright.sync_api import Page, sync_playwright

from toolkit import store, workflow
from toolkit.apps.screens import SCREENS
from toolkit.apps.server import WORKSHOPS
from toolkit.apps.session import Session
from toolkit.domain import REST_ID, EventKind, Workshop

CHROMIUM = {"executable_path": shutil.which("chromium"), "args": ["--no-sandbox"]}
WORDS = [
    "bussi",
    "ilta",
    "koulu",
    "jono",
    "apu",
    "lääkäri",
    "kyyti",
    "nuori",
    "hoito",
    "aika",
    "talo",
]
LOOKS = {"open", "poll", "notes", "filter"}  # they decide nothing
SERVE = """
import sys
from pathlib import Path
from toolkit.apps import server
if sys.argv[2] == "cold":
    server._memory = lambda: 0
sys.exit(server.serve(Path(sys.argv[1]), port=0))
"""


@contextmanager
def served(folder: Path, *, ready: bool) -> Iterator[tuple[str, psutil.Process]]:
    """Serve a folder of workshops, with kernels waiting ready or without."""
    command = [sys.executable, "-c", SERVE, str(folder), "ready" if ready else "cold"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        found = re.search(r"http://\S+/", process.stdout.readline())
        if ready:
            time.sleep(30)  # until a kernel of every screen waits
        yield found[0], psutil.Process(process.pid)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)


def usable(page: Page, address: str, key: str) -> float:
    """Return the seconds from asking for a page until it has answered."""
    start = time.perf_counter()
    page.goto(f"{address}voila/render/{key}.ipynb?tyopaja=esimerkki", wait_until="commit")
    page.locator("h1:not(:empty)").wait_for(timeout=90_000)
    return time.perf_counter() - start


def screens(folder: Path) -> None:
    """Print how long each screen takes to open, and what it holds of memory."""
    print("| screen | cold, s | waiting ready, s | memory, MB |\n|---|---|---|---|")
    rows: dict[str, list[str]] = {key: [] for key in SCREENS}
    for ready in (False, True):
        with served(folder, ready=ready) as (address, server), sync_playwright() as playwright:
            browser = playwright.chromium.launch(**CHROMIUM)
            context = browser.new_context(locale="fi-FI")
            usable(context.new_page(), address, "etusivu")  # the browser has seen the scripts
            for key in SCREENS:
                page = context.new_page()
                rows[key].append(f"{usable(page, address, key):.1f}")
                if not ready:
                    rows[key].append(f"{memory(server, page):.0f}")
                page.close(run_before_unload=True)
                time.sleep(8 if ready else 1)
            browser.close()
    for key, (cold, held, ready_) in rows.items():
        print(f"| {key} | {cold} | {ready_} | {held} |")


def memory(server: psutil.Process, page: Page) -> float:
    """Return the megabytes that only the kernel of a page holds."""
    kernel = page.evaluate("() => window.jupyterapp.widgetManager.kernel.id")
    for process in server.children(recursive=True):
        if kernel in " ".join(process.cmdline()):
            return process.memory_full_info().uss / 2**20
    raise LookupError(kernel)


def make_board(root: Path, n: int) -> Workshop:
    """Make a workshop of ``n`` made-up notes in 20 themes and *Muut*."""
    chance = random.Random(n)
    made = workflow.create_workshop(root / f"taulu-{n}", title=f"{n} merkintää", actor="koe")
    export = made.folder / f"{n}.csv"
    rows = [f"{i} " + " ".join(chance.choices(WORDS, k=12)) for i in range(n)]
    head = "Author,Section,Subject,Body,Attachment,Created At,Updated At\n"
    body = "".join(
        f"Anonymous,Mitä?,,{text},,2026-10-07T15:00:00Z,2026-10-07T15:00:00Z\n" for text in rows
    )
    export.write_text(head + body, encoding="utf-8")
    workflow.import_exports(made, [export], actor="koe")
    ids = [note.id for note in workflow.load_notes(made)]
    themes = [
        {
            "id": f"t-{k}",
            "label": f"Teema {k}",
            "note_ids": sorted(ids[k::21]),
            "central_ids": ids[k::21][:1],
        }
        for k in range(20)
    ]
    rest = {"id": REST_ID, "label": "Muut", "note_ids": sorted(ids[20::21]), "central_ids": []}
    payload = {"themes": [*themes, rest], "input": {}}
    store.append_event(made, EventKind.THEMES_PROPOSED, payload, actor=store.MACHINE)
    return made


def board(root: Path) -> None:
    """Print how long the kernel takes to answer what people do on the board."""
    sizes = (200, 2000, 5000)
    os.environ[WORKSHOPS] = str(root)
    found: dict[str, list[str]] = {}
    for n in sizes:
        workshop = make_board(root, n)
        ids = [note.id for note in workflow.load_notes(workshop)]
        session = Session(SCREENS["teemat"])
        for op, args in actions(workshop, ids):
            seq = {"seq": store.last_seq(workshop)} if op not in LOOKS else {}
            start = time.perf_counter()
            answer, _files = session.answer(
                {"op": op, "id": 1, "name": "Aino", "args": {**args, **seq}}
            )
            seconds = time.perf_counter() - start
            if answer.get("refused"):
                raise RuntimeError(answer["notice"])
            found.setdefault(op, []).append(f"{seconds:.2f}")
    print("\n| action, s | " + " | ".join(f"{n:,} notes" for n in sizes) + " |\n|---|---|---|---|")
    for op, cells in found.items():
        print(f"| {op} | " + " | ".join(cells) + " |")


def actions(workshop: Workshop, ids: list[str]) -> list[tuple[str, dict[str, object]]]:
    """Return what people do on the board, in the order they do it."""
    return [
        ("open", {"query": f"?tyopaja={workshop.folder.name}"}),
        ("poll", {}),
        ("notes", {"note_ids": ids[:60]}),
        ("rename", {"theme_id": "t-0", "label": "Bussit"}),
        ("move", {"note_ids": ids[1:4], "theme_id": "t-0"}),
        ("merge", {"theme_id": "t-2", "into": "t-3", "label": "Kyydit"}),
        ("set_aside", {"note_id": ids[4], "reason": "Kahteen kertaan"}),
        ("add", {"label": "Uusi", "note_ids": ids[5:9]}),
        ("lock", {"theme_id": "t-6", "locked": True}),
        ("filter", {"words": "koulu"}),
    ]


async def crowd(address: str, people: int) -> list[float]:
    """Open the board for many people in the same second; return how long each waits."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(**CHROMIUM)
        pages = [
            await (await browser.new_context(locale="fi-FI")).new_page() for _ in range(people)
        ]

        async def arrive(page: AsyncPage) -> float:
            start = time.perf_counter()
            await page.goto(
                f"{address}voila/render/teemat.ipynb?tyopaja=esimerkki", wait_until="commit"
            )
            await page.locator(".os-theme").first.wait_for(timeout=180_000)
            return time.perf_counter() - start

        ready = await asyncio.gather(*(arrive(page) for page in pages))
        await browser.close()
        return ready


def together(folder: Path, counts: list[int]) -> None:
    """Print how long many people wait who come in the same second."""
    print("\n| people at once | page ready, max, s | memory of all, MB |\n|---|---|---|")
    for people in counts:
        with served(folder, ready=True) as (address, server):
            ready = asyncio.run(crowd(address, people))
            held = sum(
                process.memory_full_info().uss
                for process in [server, *server.children(recursive=True)]
            )
            waits = f"{max(ready):.1f} (median {statistics.median(ready):.1f})"
            print(f"| {people} | {waits} | {held / 2**20:,.0f} |")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", default="1,5,10,20")
    people = [int(number) for number in parser.parse_args().people.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        workflow.run_demo(Path(folder) / "tyopajat" / "esimerkki")
        screens(Path(folder) / "tyopajat")
        board(Path(folder) / "taulut")
        together(Path(folder) / "tyopajat", people)


if __name__ == "__main__":
    sys.exit(main())
