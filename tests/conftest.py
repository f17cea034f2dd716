"""What every test shares: a fresh workshop, both databases, the shared data where it is there."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from toolkit import store
from toolkit.domain import EventKind, Workshop
from toolkit.i18n import set_language
from toolkit.store import DATABASE_URL

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from toolkit.workflow import Demo

ROOT = Path(__file__).parents[1]

# The same examples every time, and no clock: a slow machine is no failure. For new examples:
# python -m pytest --hypothesis-profile=default
settings.register_profile(
    "toolkit", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("toolkit")


@pytest.fixture(autouse=True)
def finnish() -> Iterator[None]:
    """Every test starts in Finnish, whatever the one before it chose."""
    set_language("fi")
    yield
    set_language("fi")


@pytest.fixture
def shared_data() -> Path:
    """Real and look-alike exports; not part of the project."""
    folder = Path(os.environ.get("OSALLISUUS_SHARED", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(f"no shared data at {folder}; set OSALLISUUS_SHARED")
    return folder


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """An empty workshop."""
    made = store.create_workshop(tmp_path / "ilta", title="Nuorten ilta")
    store.append_event(made, EventKind.WORKSHOP_CREATED, {"title": made.title}, actor="Aino")
    return made


@pytest.fixture(scope="session")
def postgres_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real PostgreSQL server on a free loopback port, gone after the tests."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found:
        pytest.skip("no PostgreSQL server; install Debian's package postgresql")
    programs = found[-1].parent
    # The server refuses to run as root: Debian's package brings a user of its own.
    as_user = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    base = Path(subprocess.check_output([*as_user, "mktemp", "-d"], text=True).strip())
    data = base / "data"

    def run(program: str, *arguments: str) -> None:
        command = [*as_user, str(programs / program), "-D", str(data), *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    run("initdb", "--auth=trust", "--username=testi", "--encoding=UTF8", "--no-sync")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -F"
    run("pg_ctl", "-w", "-l", str(base / "log"), "-o", options, "start")
    yield f"postgresql://testi@127.0.0.1:{port}/postgres"
    run("pg_ctl", "-m", "immediate", "stop")
    subprocess.run([*as_user, "rm", "-rf", str(base)], check=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run the test against SQLite and against PostgreSQL."""
    monkeypatch.delenv(DATABASE_URL, raising=False)
    if request.param == "postgresql":
        url = request.getfixturevalue("postgres_url")
        monkeypatch.setenv(DATABASE_URL, url)
        _empty(url)
    return str(request.param)


def _empty(url: str) -> None:
    from sqlalchemy import delete

    from toolkit.store.database import connect, events, jobs, shared_database_url

    with connect(shared_database_url() or url) as connection:
        connection.execute(delete(events))
        connection.execute(delete(jobs))


@pytest.fixture
def example_copy(tmp_path: Path) -> Path:
    """The exports and the description of the example workshop, without anybody's decisions."""
    target = tmp_path / "esimerkki"
    names = shutil.ignore_patterns("workshop.db*", "published", ".cache")
    shutil.copytree(ROOT / "workshops" / "esimerkki", target, ignore=names)
    return target


@pytest.fixture(scope="session")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """The demonstration, run with the real models. Read only."""
    from toolkit import workflow

    return workflow.run_demo(tmp_path_factory.mktemp("demo") / "esimerkki")


@pytest.fixture
def walked_copy(walked: Demo, tmp_path: Path) -> Workshop:
    """A copy of the walked example that a test may change."""
    shutil.copytree(walked.workshop.folder, tmp_path / "esimerkki")
    return store.open_workshop(tmp_path / "esimerkki")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, one for all tests that need a browser."""
    api = pytest.importorskip("playwright.sync_api", reason="no playwright; install dev")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        yield browser
        browser.close()
