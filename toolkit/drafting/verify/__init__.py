"""Checking a draft against the material, gate by gate."""

from __future__ import annotations

from collections.abc import Callable

from toolkit.domain import Document, Draft, Findings, Gate
from toolkit.drafting.material import notes_by_id
from toolkit.drafting.verify.balance import check_balance
from toolkit.drafting.verify.checked import Checked, WordReader
from toolkit.drafting.verify.citations import check_citations
from toolkit.drafting.verify.length import check_length
from toolkit.drafting.verify.numbers import check_numbers
from toolkit.drafting.verify.origin import check_origin
from toolkit.drafting.verify.personal_data import check_personal_data
from toolkit.drafting.verify.quantifiers import check_quantifiers
from toolkit.drafting.verify.quotes import check_quotes
from toolkit.drafting.verify.sensitive import check_sensitive
from toolkit.drafting.verify.small_cells import check_small_cells
from toolkit.drafting.verify.tables import check_tables
from toolkit.drafting.verify.wording import check_wording

_CHECKS = (
    check_citations,
    check_quotes,
    check_numbers,
    check_tables,
    check_quantifiers,
    check_personal_data,
    check_origin,
)
# These look at the whole draft.
_DRAFT_CHECKS = (check_small_cells, check_sensitive, check_balance, check_wording)


def verify_draft(
    draft: Draft | Document,
    *,
    findings: Findings,
    answer: Callable[[str], int],
    base: Draft | None = None,
    max_pages: int | None = None,
    n_pages: int | None = None,
    reader: WordReader | None = None,
) -> tuple[Gate, ...]:
    """Check every block of a draft.

    Parameters
    ----------
    answer
        Counts a query again from the material; raises ``ValueError`` when it cannot.
    base
        The draft as it was composed: what people have edited is held against it.
    max_pages
        ``max_pages`` of the outline.
    n_pages
        How many pages the finished file has; estimated when not given.
    reader
        A dictionary of the language of the draft; without one, spelling is not checked and names
        are not looked for.

    Returns
    -------
    tuple of Gate
        In the order of the draft, those on the whole draft last; empty when everything holds.
        ``G1``: what is cited exists, what claims something cites something, and no edit is empty.
        ``G2``: quotes are to the letter. ``G3``: numbers are what counting again gives. ``G4``:
        "most" and "unanimously" are what the numbers support. ``G5``: no fewer than five people are
        counted, named or can be worked out. ``G6``: no personal data can be read. ``G7``: no
        stakeholder group goes without a citation. ``G8``: what people typed is plain and correct.
        ``G9``: it is not too long. ``LM``: whose words they are, when a language model's.
        An error blocks publishing. A number of the material that a person changed is one; what
        they wrote without a source, a number in practical information and personal data that has
        been masked are warnings: people may know more than notes.
    """
    checked = Checked(
        language=draft.language,
        findings=findings,
        notes=notes_by_id(findings),
        listed={source.note_id: source for source in draft.sources},
        labels=frozenset(theme.label for theme in findings.themes)
        | frozenset(group.name for group in (findings.groups.groups if findings.groups else ())),
        answer=answer,
        base={block.id: block for block in base.blocks} if base else {},
        reader=reader,
    )
    gates = [gate for block in draft.blocks for check in _CHECKS for gate in check(block, checked)]
    gates += [gate for check_draft in _DRAFT_CHECKS for gate in check_draft(draft, checked)]
    gates += check_length(draft, max_pages, n_pages)
    places = {block.id: place for place, block in enumerate(draft.blocks)}
    return tuple(sorted(gates, key=lambda gate: places.get(gate.block_id, len(places))))
