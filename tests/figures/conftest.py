"""Messages in English, whose catalogue needs no compiling."""

from __future__ import annotations

import pytest

from toolkit.i18n import set_language


@pytest.fixture(autouse=True)
def english(finnish: None) -> None:
    set_language("en")
