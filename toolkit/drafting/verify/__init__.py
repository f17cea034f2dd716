"""Checking a draft against the material, gate by gate."""

from __future__ import annotations

from collections.abc import Callable

from toolkit.domain import Document, Draft, Findings, Gate
from toolkit.drafting.material import notes_by_id
from toolkit.drafting.verify.balance import check_balance
from toolkit.drafting.verify.checked import Checked, WordReader
from toolkit.drafting.verify.citations import check_citations
from toolkit.drafting.verify.numbers import check_numbers
from toolkit.drafting.verify.personal_data import check_personal_data
from toolkit.drafting.verify.quotes import check_quotes
from toolkit.drafting.verify.sensitive import check_sensitive
from toolkit.drafting.verify.small_cells import check_small_cells
from toolkit.drafting.verify.wording import check_wording

_CHECKS = (check_citations, check_quotes, check_numbers, check_personal_data)
# These look at the whole draft.
_DRAFT_CHECKS = (check_small_cells, check_sensitive, check_balance, check_wording)


def verify_draft(
    draft: Draft | Document,
    *,
    findings: Findings,
    answer: Callable[[str], int],
    reader: WordReader | None = None,
) -> tuple[Gate, ...]:
    """Check every block of a draft.

    Parameters
    ----------
    answer
        Counts a query again from the material; raises ``ValueError`` when it cannot.
    reader
        A dictionary of the language of the draft; without one, spelling is not checked and names
        are not looked for.

    Returns
    -------
    tuple of Gate
        In the order of the draft, those on the whole draft last; empty when everything holds.
        ``G1``: what is cited exists, what claims something cites something, and no edit is empty.
        ``G2``: quotes are to the letter. ``G3``: numbers are what counting again gives. ``G5``: no
        fewer than five people are counted, named or can be worked out. ``G6``: no personal data
        can be read. ``G7``: no stakeholder group goes without a citation. ``G8``: what people
        typed is plain and correct.
        An error blocks publishing. What a person wrote without a source, a number they changed, and
        personal data that has been masked are warnings: people may know more than notes.
    """
    checked = Checked(
        language=draft.language,
        findings=findings,
        notes=notes_by_id(findings),
        listed={source.note_id: source for source in draft.sources},
        labels=frozenset(theme.label for theme in findings.themes),
        answer=answer,
        reader=reader,
    )
    gates = [gate for block in draft.blocks for check in _CHECKS for gate in check(block, checked)]
    gates += [gate for check_draft in _DRAFT_CHECKS for gate in check_draft(draft, checked)]
    places = {block.id: place for place, block in enumerate(draft.blocks)}
    return tuple(sorted(gates, key=lambda gate: places.get(gate.block_id, len(places))))
