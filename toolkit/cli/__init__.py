"""The command line: ``osallisuus``."""

from toolkit.cli.main import main

__all__ = ["main"]
