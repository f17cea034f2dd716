"""Checking a draft against the material, gate by gate."""

from __future__ import annotations

from collections.abc import Callable

from toolkit.domain import Document, Draft, Findings, Gate
from toolkit.drafting.material import notes_by_id
from toolkit.drafting.verify.checked import Checked
from toolkit.drafting.verify.citations import check_citations
from toolkit.drafting.verify.length import check_length
from toolkit.drafting.verify.numbers import check_numbers
from toolkit.drafting.verify.origin import check_origin
from toolkit.drafting.verify.personal_data import check_personal_data
from toolkit.drafting.verify.quotes import check_quotes

_CHECKS = (check_citations, check_quotes, check_numbers, check_personal_data, check_origin)


def verify_draft(
    draft: Draft | Document,
    *,
    findings: Findings,
    answer: Callable[[str], int],
    max_pages: int | None = None,
) -> tuple[Gate, ...]:
    """Check every block of a draft.

    Parameters
    ----------
    answer
        Counts a query again from the material; raises ``ValueError`` when it cannot.
    max_pages
        ``max_pages`` of the outline.

    Returns
    -------
    tuple of Gate
        In the order of the draft; empty when everything holds. ``G1``: what is cited exists, what
        claims something cites something, and no edit is empty. ``G2``: quotes are to the letter.
        ``G3``: numbers are what counting again gives. ``G6``: no personal data can be read.
        ``G9``: it is not too long.
        ``LM``: whose words they are, when a language model's.
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
    )
    gates = [gate for block in draft.blocks for check in _CHECKS for gate in check(block, checked)]
    return (*gates, *check_length(draft, max_pages))
