"""What was chosen in the surveys of a workshop."""

from __future__ import annotations

from toolkit.domain import Survey, Workshop
from toolkit.store import State
from toolkit.workflow.present import load_source, load_state


def load_surveys(workshop: Workshop, *, state: State | None = None) -> tuple[Survey, ...]:
    """Return the surveys of a workshop, and what else has ready-made answers, oldest first.

    Of several exports of one survey that with the most respondents counts, of equal ones the
    newest: counts are never added up, for the same people are in both.
    """
    state = state or load_state(workshop)
    found: dict[str, Survey] = {}
    for source, receipt in zip(state.sources, state.receipts, strict=True):
        if not receipt.selections:
            continue
        imported = load_source(workshop, source)
        survey = Survey(
            source=source,
            n_respondents=imported.receipt.respondents,
            questions=imported.closed,
        )
        known = found.get(source.board)
        if known is None or _size(survey) >= _size(known):
            found[source.board] = survey
    return tuple(found.values())


def _size(survey: Survey) -> tuple[int, int]:
    return survey.n_respondents, survey.n_selections
