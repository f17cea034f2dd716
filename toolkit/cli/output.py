"""What a command prints: tables for people, one JSON object for scripts, progress on stderr."""

from __future__ import annotations

import datetime as dt
import getpass
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from toolkit.i18n import N_
from toolkit.workflow import Progress as Report

Folder = Annotated[Path, typer.Argument(metavar="W", help=N_("Folder of the workshop."))]
AsJson = Annotated[bool, typer.Option("--json", help=N_("Print one JSON object."))]
DocumentType = Annotated[
    str, typer.Option("--type", help=N_("Document type, for example julkilausuma."))
]
By = Annotated[str, typer.Option("--by", help=N_("Your name, for the log."))]

console = Console(soft_wrap=True, highlight=False)


def user_name() -> str:
    """Return who is at the keyboard, for the log."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "?"


def day_words(day: dt.date) -> str:
    """Return a day as people here write it: 8.12.2026."""
    return f"{day.day}.{day.month}.{day.year}"


def print_json(plain: object) -> None:
    """Print one JSON object and nothing else."""
    typer.echo(json.dumps(plain, ensure_ascii=False, indent=2))


def say(sentence: str) -> None:
    """Print a line as it is: what comes from a file is never markup."""
    console.print(Text(sentence))


def print_table(headers: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows as a table; numbers to the right."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    listed = [tuple(row) for row in rows]
    for column, header in enumerate(headers):
        numbers = bool(listed) and all(isinstance(row[column], int) for row in listed)
        table.add_column(Text(header), justify="right" if numbers else "left", overflow="fold")
    for row in listed:
        table.add_row(*(Text(str(cell)) for cell in row))
    console.print(table)


@contextmanager
def show_progress() -> Iterator[Report]:
    """Show a bar on stderr while the work lasts; nothing where nobody looks."""
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task("", total=1.0)

        def report(share: float, message: str) -> None:
            bar.update(task, completed=share, description=message)

        yield report
