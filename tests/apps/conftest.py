"""Workshops with material, pages to talk to without a browser, and the same pages in one."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.apps.browsing import Page, playwright_api
from tests.apps.material import PADLET, compose_draft, propose_draft, propose_groups, propose_themes
from toolkit import workflow
from toolkit.apps.screens import SCREENS
from toolkit.apps.server import WORKSHOPS
from toolkit.apps.session import Session
from toolkit.domain import Workshop

BrowserContext = playwright_api.BrowserContext
ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of workshops, which the screens know about."""
    folder = tmp_path / "tyopajat"
    folder.mkdir()
    monkeypatch.setenv(WORKSHOPS, str(folder))
    return folder


@pytest.fixture
def evening(root: Path) -> Workshop:
    """A workshop with six notes in two themes and *Muut*."""
    made = workflow.create_workshop(root / "2026-10-07-ilta", title="Nuorten ilta", actor="Aino")
    export = root.parent / "seinä.csv"
    export.write_text(PADLET, encoding="utf-8")
    workflow.import_exports(made, [export], actor="Aino")
    propose_themes(made)
    return made


@pytest.fixture
def voted(evening: Workshop) -> Workshop:
    """The same with votes: two groups of six and one of three."""
    propose_groups(evening)
    return evening


@pytest.fixture
def drafted(evening: Workshop) -> Workshop:
    """The same with a draft of four paragraphs."""
    propose_draft(evening)
    return evening


@pytest.fixture
def composed(evening: Workshop) -> Workshop:
    """The same with the draft that its themes lead to."""
    compose_draft(evening)
    return evening


Open = Callable[..., Session]


@pytest.fixture
def open_screen(root: Path) -> Open:
    """Open a screen of a workshop as a page does."""

    def opened(key: str, workshop: Workshop | None = None, *, query: str = "") -> Session:
        session = Session(SCREENS[key])
        if workshop is not None:
            query = f"?tyopaja={workshop.folder.name}{query}"
        session.answer({"op": "open", "id": 1, "args": {"query": query}})
        return session

    return opened


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tyopajat")


@pytest.fixture(scope="session")
def address(folder: Path) -> Iterator[str]:
    """The server of the screens on a free port, gone after the tests."""
    command = [sys.executable, "-m", "toolkit.apps", "--port", "0", "--workshops", str(folder)]
    log = (folder.parent / "palvelin.log").open("w")
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=log, text=True)
    try:
        assert server.stdout is not None
        found = re.search(r"http://127\.0\.0\.1:\d+", server.stdout.readline())
        assert found, (folder.parent / "palvelin.log").read_text()
        yield found[0]
    finally:
        server.send_signal(signal.SIGTERM)
        assert server.wait(20) == 0
        server.stdout.close()
        log.close()


@pytest.fixture(scope="session")
def context(address: str, chromium: playwright_api.Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(
        base_url=address, locale="fi-FI", viewport={"width": 1280, "height": 1400}
    )
    context.set_default_timeout(20_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, address: str) -> Iterator[Page]:
    """A tab; whatever a test does in it, nothing is fetched from elsewhere and nothing breaks."""
    page = context.new_page()
    strangers: list[str] = []
    errors: list[str] = []
    own = (address, address.replace("http", "ws"), "data:", "blob:")
    page.on("request", lambda r: None if r.url.startswith(own) else strangers.append(r.url))
    page.on("websocket", lambda w: None if w.url.startswith(own) else strangers.append(w.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    page.close()
    assert strangers == []
    assert errors == []
