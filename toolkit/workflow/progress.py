"""How long work tells its door where it is."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[float, str], None]
"""Called with the share done (0–1) and what is being done; may raise ``Cancelled``."""


def no_progress(_share: float, _message: str) -> None:
    """Report nothing."""
