"""Commands that start something: the apps and the demonstration."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from toolkit import workflow
from toolkit.cli.materials import print_receipts
from toolkit.cli.output import AsJson, print_json, say, show_progress
from toolkit.i18n import N_, _


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("app", help=N_("Serve the apps on this machine until stopped."))(serve)
    app.command("demo", help=N_("Walk the invented example from exports to documents."))(demo)


def serve(
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help=N_("Port; 0 takes any free one."))
    ] = 8866,
    workshops: Annotated[
        Path, typer.Option("--workshops", help=N_("Folder that holds the workshops."))
    ] = Path("workshops"),
    host: Annotated[
        str, typer.Option("--host", help=N_("Address to listen on; others need --user-header."))
    ] = "127.0.0.1",
    base_url: Annotated[
        str, typer.Option("--base-url", help=N_("Path under which a proxy shows the screens."))
    ] = "/",
    user_header: Annotated[
        str,
        typer.Option("--user-header", help=N_("Header in which a proxy tells who has logged in.")),
    ] = "",
    open_: Annotated[bool, typer.Option("--open", help=N_("Open the browser."))] = False,
) -> None:
    """Serve the apps until stopped; on 127.0.0.1 unless told otherwise."""
    command = [sys.executable, "-m", "toolkit.apps", "--port", str(port)]
    command += ["--workshops", str(workshops), "--host", host, "--base-url", base_url]
    command += ["--user-header", user_header, *(["--open"] if open_ else [])]
    with subprocess.Popen(command) as process:  # noqa: S603 - our own module
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: process.terminate())
        raise typer.Exit(process.wait())


def demo(
    out: Annotated[
        Path | None, typer.Option("--out", help=N_("Folder to make the workshop in."))
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Walk the invented example from exports to documents."""
    with show_progress() as progress:
        done = workflow.run_demo(out, progress=progress)
    if as_json:
        plain = {
            "workshop": str(done.workshop.folder),
            "files": [str(path) for path in done.files],
            "seconds": round(done.seconds, 2),
        }
        print_json(plain)
        return
    say(done.workshop.title)
    print_receipts(done.receipts)
    say(_("Written, to be read and reviewed by people:"))
    for path in done.files:
        say(f"  {path}")
    say(_("Next: make app, and open the workshop in the browser."))
