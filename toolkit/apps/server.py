"""The local server of the screens and the worker beside it, started and ended together."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import webbrowser
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from types import FrameType
from urllib.parse import urlsplit

import toolkit
from toolkit.apps.login import HEADER
from toolkit.errors import NoSuchThing, ToolkitError
from toolkit.i18n import N_, _

HOST = "127.0.0.1"
ANY = "0.0.0.0"  # noqa: S104 - only compared with
PORT = 8866
WORKSHOPS = "OSALLISUUS_WORKSHOPS"
"""Environment variable that tells the screens which folder holds the workshops."""

START_SECONDS = 60.0
STOP_SECONDS = 8.0
POOL_MEMORY = 7 * 2**29
"""Bytes of memory from which a kernel of every screen waits ready.

Each takes 80 MB, and a page opens in one second instead of three.
"""


class ServerDown(ToolkitError):
    """The server of the screens did not start."""


def serve(
    workshops: Path,
    *,
    port: int = PORT,
    host: str = HOST,
    base_url: str = "/",
    user_header: str = "",
    open_browser: bool = False,
) -> int:
    """Serve the screens of the workshops in a folder until told to stop.

    Parameters
    ----------
    workshops
        Made if it is not there.
    port
        The one to use if it is free; otherwise any free one, and it is said. 0 is any free one.
        Behind a proxy or a hub no other is taken.
    host
        Address to listen on. Another than this computer's own needs ``user_header``.
    base_url
        Path under which a proxy shows the screens.
    user_header
        Header in which a proxy in front tells who has logged in; nobody else is let in. Only the
        proxy may be able to reach the port, and it must set the header itself.

    Returns
    -------
    int
        0 when stopped with Ctrl-C or SIGTERM, 1 when the server ended by itself.

    Raises
    ------
    NoSuchThing
        If the notebooks of the screens are not here.
    ServerDown
        If the server does not answer in a minute, or would be open to others without a login.
    """
    folder = _notebooks()
    hub = urlsplit(os.environ.get("JUPYTERHUB_SERVICE_URL", ""))
    if hub.port:
        host, port, base_url = hub.hostname or HOST, hub.port, hub.path
    elif host != HOST and not user_header:
        msg = N_(
            "The screens would be open to everybody who reaches this computer. Name the header in "
            "which the login in front tells who has come: --user-header X-Forwarded-User"
        )
        raise ServerDown(msg)
    workshops.mkdir(parents=True, exist_ok=True)
    fixed = bool(user_header or hub.port)
    chosen = port if fixed and port else free_port(port)
    if port and chosen != port:
        _say(_("Port {port} is taken. The screens use another one.").format(port=port))
    base_url = f"/{base_url.strip('/')}/".replace("//", "/")
    # A container listens on all its addresses, and answers itself on its own.
    own = HOST if host == ANY else host
    address = f"http://{own}:{chosen}{base_url}"
    with ExitStack() as stack:
        stop = stack.enter_context(_stop_signals())
        settings = stack.enter_context(as_file(files("toolkit") / "resources" / "jupyter"))
        environment = _environment(workshops.resolve(), settings, user_header)
        work = ["-m", "toolkit.worker", "--workshops", str(workshops.resolve())]
        worker = stack.enter_context(_child(work, environment))
        server = _voila(folder, settings, port=chosen, host=host, base_url=base_url)
        voila = stack.enter_context(_child(server, environment))
        if not _answers(address, voila, stop):
            return 0
        _say(_("The screens are open at: {address}").format(address=address))
        _say(_("Stop with Ctrl-C."))
        if open_browser:
            webbrowser.open(address)
        while not stop and voila.poll() is None:
            if worker.poll() is not None:  # for example ended for want of memory
                worker = stack.enter_context(_child(work, environment))
            time.sleep(0.3)
        return 0 if stop else 1


def free_port(wanted: int) -> int:
    """Return ``wanted`` if nobody listens there, otherwise a free port."""
    for port in (wanted, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise ServerDown(N_("No port of this computer is free. Close other programs and try again."))


def _notebooks() -> Path:
    for root in (Path(toolkit.__file__).parents[1], Path.cwd()):
        folder = root / "notebooks" / "apps"
        if (folder / "etusivu.ipynb").is_file():
            return folder
    msg = N_("The screens are not here. Run the command in the project's own folder.")
    raise NoSuchThing(msg)


def _environment(workshops: Path, settings: Path, user_header: str) -> dict[str, str]:
    own = {
        WORKSHOPS: str(workshops),
        HEADER: user_header,
        "PYTHONPATH": str(Path(toolkit.__file__).parents[1]),
    }
    for name, value in (("JUPYTER_PATH", str(settings)), ("PYTHONPATH", own["PYTHONPATH"])):
        before = os.environ.get(name)
        own[name] = os.pathsep.join(filter(None, (value, before)))
    return {**os.environ, **own, "JUPYTER_PLATFORM_DIRS": "1"}


def _voila(folder: Path, settings: Path, *, port: int, host: str, base_url: str) -> list[str]:
    ready = _memory() >= POOL_MEMORY
    return [
        "-m",
        "voila",
        str(folder),
        f"--port={port}",
        f"--Voila.ip={host}",
        f"--base_url={base_url}",
        f"--Voila.config_file_paths={settings}",
        "--Voila.log_level=ERROR",
        f"--VoilaConfiguration.preheat_kernel={ready}",
    ]


def _memory() -> int:
    """Bytes of memory in this computer; 0 when the system does not tell."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return 0


@contextmanager
def _child(arguments: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """Run Python beside us; end it with us. Ctrl-C reaches only us, so the order is ours."""
    process = subprocess.Popen(  # noqa: S603 - our own modules
        [sys.executable, *arguments], env=environment, start_new_session=True
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@contextmanager
def _stop_signals() -> Iterator[list[int]]:
    """Collect the signals that ask us to stop, instead of dying of them."""
    asked: list[int] = []

    def ask(number: int, _frame: FrameType | None) -> None:
        asked.append(number)

    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield asked
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _answers(address: str, voila: subprocess.Popen[bytes], stop: list[int]) -> bool:
    """Wait until the server answers; False when told to stop first."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and voila.poll() is None:
        if stop:
            return False
        try:
            with urllib.request.urlopen(address, timeout=5) as reply:  # noqa: S310 - our own
                if reply.status == 200:
                    return True
        except urllib.error.HTTPError as error:
            if error.code < 500:  # it asks for a login, so it is there
                return True
            time.sleep(0.1)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    msg = N_("The server of the screens does not start. What it said stands above this line.")
    raise ServerDown(msg)


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
