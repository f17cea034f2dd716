"""The vote matrix: participants as rows, statements as columns, unseen cells left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

    from toolkit.domain import Votes


class VoteMatrix(NamedTuple):
    """Votes as numbers, with the names of rows and columns.

    Attributes
    ----------
    values
        Sparse CSR array of floats, shape (n_participants, n_statements), column indices sorted.
        Every stored cell is a vote: 1 agree, 0 pass (stored, though zero), −1 disagree. What was
        not seen is not stored.
    in_use
        Shape (n_statements,): False for statements that moderation rejected and for background
        statements, which the mathematics leaves out.
    """

    participant_ids: tuple[str, ...]
    statement_ids: tuple[str, ...]
    values: csr_array
    in_use: NDArray[np.bool_]

    @property
    def votes_of_participants(self) -> NDArray[np.intp]:
        """Number of votes on each row, shape (n_participants,)."""
        counts: NDArray[np.intp] = np.diff(self.values.indptr).astype(np.intp)
        return counts

    @property
    def votes_on_statements(self) -> NDArray[np.intp]:
        """Number of votes in each column, shape (n_statements,)."""
        counts: NDArray[np.intp] = np.bincount(
            self.values.indices, minlength=len(self.statement_ids)
        )
        return counts

    @property
    def n_voters(self) -> int:
        """Number of participants with at least one vote."""
        return int(np.count_nonzero(self.votes_of_participants))

    @property
    def any_in_use(self) -> bool:
        """Whether anybody voted on a statement that the mathematics uses."""
        return bool((self.in_use & (self.votes_on_statements > 0)).any())

    def rows(self, chosen: NDArray[np.intp]) -> VoteMatrix:
        """Return the matrix of some participants, in the order of ``chosen``."""
        ids = tuple(self.participant_ids[row] for row in chosen)
        return self._replace(participant_ids=ids, values=self.values[chosen])


def build_matrix(votes: Votes) -> VoteMatrix:
    """Arrange votes into a matrix.

    Rows stand in the order of ``votes.participant_ids``, columns in that of ``votes.statements``;
    the order in which the votes were listed changes nothing.
    """
    from scipy.sparse import coo_array

    values = coo_array(
        (votes.value.astype(np.float64), (votes.participant, votes.statement)),
        shape=(len(votes.participant_ids), len(votes.statements)),
    ).tocsr()
    values.sort_indices()
    return VoteMatrix(
        participant_ids=votes.participant_ids,
        statement_ids=tuple(statement.id for statement in votes.statements),
        values=values,
        in_use=np.array(
            [s.moderated != -1 and not s.is_meta for s in votes.statements], dtype=np.bool_
        ),
    )
