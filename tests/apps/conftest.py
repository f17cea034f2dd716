"""Workshops with material, and pages to talk to, without a browser or a model."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.apps.material import PADLET, propose_draft, propose_groups, propose_themes
from toolkit import workflow
from toolkit.apps.screens import SCREENS
from toolkit.apps.server import WORKSHOPS
from toolkit.apps.session import Session
from toolkit.domain import Workshop


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
