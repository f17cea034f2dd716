"""What was chosen in a survey."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.domain.imports import ClosedQuestion, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """The questions with ready-made answers of one survey, or of another export that has such.

    Attributes
    ----------
    source
        The export that is counted.
    n_respondents
        People who answered the survey, whether they chose something or not; 0 when the export does
        not tell.
    """

    source: Source
    n_respondents: int
    questions: tuple[ClosedQuestion, ...]

    @property
    def n_selections(self) -> int:
        """How many choices were made in all questions together."""
        return sum(question.n_selections for question in self.questions)
