"""Opinion groups made by hand for figures, and what can be read off a figure."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.text import Text

from toolkit.domain import Counts, OpinionGroup, OpinionGroups, StatementResult

Votes = tuple[int, int, int]
"""Agree, pass, disagree."""


def make_opinions(
    sizes: Mapping[str, int],
    *statements: StatementResult,
    ungrouped: int = 0,
    unlisted: Mapping[str, int] | None = None,
    names: Mapping[str, str] | None = None,
    explained_variance: float = 0.42,
    seed: int = 0,
) -> OpinionGroups:
    """Return groups of so many people, each in a place of its own, and people in no group.

    ``unlisted`` groups have no people, only the most votes that they gave on a statement.
    """
    chance = np.random.default_rng(seed)
    names = names or {}
    groups, positions = [], {}
    for number, (letter, size) in enumerate(sizes.items()):
        people = tuple(f"{letter}{person}" for person in range(size))
        middle = 4 * np.array([np.cos(number), np.sin(number)])
        places = middle + chance.normal(size=(size, 2))
        positions |= dict(zip(people, map(tuple, places.tolist()), strict=True))
        groups.append(OpinionGroup(id=letter, participant_ids=people, name=names.get(letter, "")))
    for letter, votes in (unlisted or {}).items():
        groups.append(OpinionGroup(id=letter, participant_ids=(), most_votes=votes))
    others = chance.normal(size=(ungrouped, 2)).tolist()
    positions |= {f"other{person}": tuple(place) for person, place in enumerate(others)}
    return OpinionGroups(
        mode="imported",
        n_participants=len(positions),
        n_votes=sum(statement.votes.n for statement in statements),
        groups=tuple(groups),
        statements=statements,
        positions=positions,
        explained_variance=explained_variance,
    )


def make_statement(
    number: int, everybody: Votes = (20, 5, 15), *, extremity: float = 1.0, **fields: Any
) -> StatementResult:
    """Return what became of a statement; ``by_group`` maps letters to votes."""
    by_group = {letter: _counts(votes) for letter, votes in fields.pop("by_group", {}).items()}
    return StatementResult(
        id=f"polis:x-{number}",
        text=fields.pop("text", f"Väite numero {number}."),
        votes=_counts(everybody),
        by_group=by_group,
        group_aware_consensus=0.5,
        group_aware_consensus_geometric=0.5,
        extremity=extremity,
        **fields,
    )


def _counts(votes: Votes) -> Counts:
    agree, passes, disagree = votes
    return Counts(agree=agree, passes=passes, disagree=disagree)


def lines(figure: Figure) -> list[str]:
    """Return the lines written on the figure, in the order in which they were written."""
    return [text.get_text() for text in visible(figure)]


def words(figure: Figure) -> str:
    """Return everything written on the figure."""
    return " ".join(lines(figure))


def marks(figure: Figure, name: str) -> PathCollection | None:
    """Return the marks with a name, if there are any."""
    found = [item for item in figure.findobj(PathCollection) if item.get_gid() == name]
    return found[0] if found else None


def places(figure: Figure, name: str) -> np.ndarray:
    """Return where the marks with a name are, in points from the upper left corner."""
    found = marks(figure, name)
    return np.asarray(found.get_offsets()) if found else np.empty((0, 2))


def save(figure: Figure, kind: str) -> bytes:
    """Return the bytes of a file that says nothing of when it was made."""
    buffer = io.BytesIO()
    metadata = {"pdf": {"CreationDate": None}, "svg": {"Date": None}}.get(kind)
    with mpl.rc_context({"svg.hashsalt": "osallisuus"}):
        figure.savefig(buffer, format=kind, metadata=metadata)
    return buffer.getvalue()


def texts_outside(figure: Figure) -> list[str]:
    """Return the texts that do not fit on the figure."""
    renderer = FigureCanvasAgg(figure).get_renderer()
    width, height = figure.bbox.width, figure.bbox.height
    boxes = [(text.get_text(), text.get_window_extent(renderer)) for text in visible(figure)]
    return [
        text for text, box in boxes if box.x0 < 0 or box.y0 < 0 or box.x1 > width or box.y1 > height
    ]


def overlapping_texts(figure: Figure) -> list[tuple[str, str]]:
    """Return pairs of texts that are written over one another."""
    renderer = FigureCanvasAgg(figure).get_renderer()
    boxes = [(text.get_text(), text.get_window_extent(renderer)) for text in visible(figure)]
    # Lines of a paragraph may touch; a fifth of a line is less than what makes one hard to read.
    shrunk = [(text, box.shrunk(1, 0.8).anchored("C", box)) for text, box in boxes]
    return [
        (one, other)
        for number, (one, box) in enumerate(shrunk)
        for other, other_box in shrunk[number + 1 :]
        if box.overlaps(other_box)
    ]


def visible(figure: Figure) -> Sequence[Text]:
    return [text for text in figure.findobj(Text) if text.get_text() and text.get_visible()]
