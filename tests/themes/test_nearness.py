"""How near a note is to themes: its own is measured without it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from toolkit.domain import Note, Theme
from toolkit.themes.nearness import Nearness

DIRECTIONS = {"bussi": (1, 0, 0), "kyyti": (0.6, 0.8, 0), "jono": (0, 0, 1)}
DIRECTIONS |= {f"ei {word}": tuple(-x for x in row) for word, row in DIRECTIONS.items()}
NOTES = [Note(id=text, text=text) for text in DIRECTIONS]


class Drawn:
    """Notes in three directions and the opposite ones, so that their middle is nothing."""

    name = "drawn"

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.array([DIRECTIONS[text] for text in texts], dtype=np.float32)


@pytest.mark.parametrize(
    ("home", "nearest", "second"), [("a", "b", "a"), (None, "a", "b"), ("b", "a", "b")]
)
def test_a_note_does_not_speak_for_its_own_theme(
    home: str | None, nearest: str, second: str
) -> None:
    # With itself, "bussi" would be nearer to the two notes of "a" (0.71) than to "b" (0.6).
    own = Theme(id="a", label="", note_ids=("bussi", "jono"))
    other = Theme(id="b", label="", note_ids=("kyyti",))
    if home == "b":
        other = Theme(id="b", label="", note_ids=("bussi", "kyyti"))
        own = Theme(id="a", label="", note_ids=("kyyti",))
    near = Nearness(NOTES, encoder=Drawn())

    found = near.nearest("bussi", near.sums([own, other]), home=home)

    assert found is not None
    assert (found.theme_id, found.second_id) == (nearest, second)
