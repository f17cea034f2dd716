"""Commands, their help in the reader's language, and errors as one sentence."""

from __future__ import annotations

import logging
import os
import sys
from typing import Any

import typer
from rich.console import Console

from toolkit.cli import (
    choices,
    coding,
    columns,
    documents,
    frameworks,
    hearings,
    kinds,
    materials,
    opinions,
    privacy,
    proceedings,
    reading,
    reviews,
    service,
    workshops,
)
from toolkit.cli.usage import explain_usage
from toolkit.errors import ToolkitError
from toolkit.i18n import LANGUAGES, N_, _, set_language

LANGUAGE = "OSALLISUUS_LANGUAGE"


def build() -> Any:  # noqa: ANN401 - Typer's commands have no public type
    """Return the whole command, its help translated into the current language."""
    app = typer.Typer(
        help=N_("From workshops to declarations that lead back to what people wrote."),
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    for module in (
        workshops,
        materials,
        columns,
        kinds,
        frameworks,
        reading,
        coding,
        opinions,
        choices,
        documents,
        reviews,
        proceedings,
        hearings,
        privacy,
        service,
    ):
        module.register(app)
    command = typer.main.get_command(app)
    _translate(command)
    return command


def _translate(command: Any) -> None:  # noqa: ANN401
    command.help = _(command.help) if command.help else command.help
    for parameter in command.params:
        text = getattr(parameter, "help", None)
        if text:
            parameter.help = _(text)
    for child in getattr(command, "commands", {}).values():
        _translate(child)


def main(arguments: list[str] | None = None) -> None:
    """Run one command and leave the process.

    Exit code 0: done. 2: something the user can mend, said in one sentence on stderr. 1: our fault.
    ``--debug`` anywhere on the line shows where an error came from.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in words
    words = [word for word in words if word != "--debug"]
    language = os.environ.get(LANGUAGE, "fi")
    set_language(language if language in LANGUAGES else "fi")
    logging.basicConfig()
    logging.getLogger("toolkit").setLevel(logging.DEBUG if debug else logging.ERROR)
    try:
        sys.exit(build()(words or ["--help"], prog_name="osallisuus", standalone_mode=False))
    except (typer.Abort, KeyboardInterrupt):
        _say(_("Stopped. What was finished before is safe."))
        sys.exit(130)
    except Exception as error:
        if debug:
            raise
        sentence, code = _explain(error)
        _say(sentence)
        sys.exit(code)


def _explain(error: Exception) -> tuple[str, int]:
    """Return one sentence and an exit code: 2 for what the user can mend, 1 for our fault."""
    if isinstance(error, ToolkitError):
        return error.for_reader(), 2
    if isinstance(error, typer.TyperException):
        problem = explain_usage(str(getattr(error, "format_message", lambda: error)()))
        sentence = N_("The command was not understood: {problem}. Help: osallisuus --help")
        return _(sentence).format(problem=problem), 2
    if isinstance(error, OSError):
        sentence = N_("A file or folder cannot be used: {name}. The system says: {reason}")
        return _(sentence).format(name=error.filename or "?", reason=error.strerror or error), 2
    sentence = N_("This should not have happened: {error}. Run it again with --debug to see where.")
    return _(sentence).format(error=f"{type(error).__name__}: {error}"), 1


def _say(sentence: str) -> None:
    Console(stderr=True, soft_wrap=True).print(sentence, markup=False, highlight=False)
