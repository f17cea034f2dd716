"""Pictures of results for notebooks and documents, each with its table in text.

Every figure is a ``matplotlib.figure.Figure`` that a notebook shows by itself and that draws the
same whatever machine, order of participants or matplotlib settings. To write the same bytes every
time, save with ``metadata={"Date": None}`` (PDF: ``"CreationDate"``) and, for SVG, a fixed
``matplotlib.rcParams["svg.hashsalt"]``. Beside each picture goes its table, and a sentence for
those who do not see it.
"""

from __future__ import annotations

from toolkit.figures.opinion_map import describe_map, draw_map, map_table
from toolkit.figures.statement_swarm import (
    describe_statements,
    draw_statements,
    statements_table,
)
from toolkit.figures.vote_bars import describe_votes, draw_votes, votes_table

__all__ = [
    "describe_map",
    "describe_statements",
    "describe_votes",
    "draw_map",
    "draw_statements",
    "draw_votes",
    "map_table",
    "statements_table",
    "votes_table",
]
