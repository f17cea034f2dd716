"""Polls in Kerrokantasi's report: the question, then its options and how many chose each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from toolkit.domain import ClosedQuestion
from toolkit.i18n import ngettext
from toolkit.importers.collected import Collected
from toolkit.importers.support import count_of
from toolkit.text import squeeze_spaces, strip_formula_guard

__all__ = ["read_polls"]

_NUMBER = re.compile(r"^\d+\) ")


def read_polls(rows: Sequence[Sequence[str]], collected: Collected) -> None:
    """Collect the polls in the rows below the heading ``Polls``."""
    starts = [i for i, cells in enumerate(rows) if squeeze_spaces(cells[0]) == "Poll question"]
    for start, end in zip(starts, [*starts, len(rows)][1:], strict=True):
        asked, *options = rows[start + 1 : end] or [()]
        counted = [
            (_NUMBER.sub("", squeeze_spaces(cells[0])), count_of(cells[1]))
            for cells in options
            if len(cells) > 1
        ]
        collected.add_closed(
            ClosedQuestion(
                text=squeeze_spaces(strip_formula_guard(asked[0])) if asked else "",
                n_respondents=(count_of(asked[3]) or 0) if len(asked) > 3 else 0,
                options=tuple((text, n) for text, n in counted if text and n is not None),
            )
        )
    if starts:
        message = ngettext(
            "{n} question had ready-made answers. How often each was chosen was read.",
            "{n} questions had ready-made answers. How often each was chosen was read.",
            len(starts),
        )
        collected.warn("closed_questions", message.format(n=len(starts)))
