"""G1: what is cited exists, and what claims something cites something."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.domain import Block, Gate, NumberRun
from toolkit.drafting.typed import claims_how_many, typed_labels, typed_text
from toolkit.drafting.verify.checked import Checked, error, warning
from toolkit.i18n import _
from toolkit.paragraphs import block_runs, cited_ids

CITATIONS = "G1"


def check_citations(block: Block, checked: Checked) -> Iterator[Gate]:
    """Yield what is wrong with the citations of a block."""
    ids = cited_ids(block)
    for note_id in ids:
        if note_id not in checked.notes:
            message = _("There is no such note in the material: {ref}.")
            yield error(CITATIONS, block, message.format(ref=checked.ref(note_id)))
        elif note_id not in checked.listed:
            message = _("The source appendix does not have the note: {ref}.")
            yield error(CITATIONS, block, message.format(ref=checked.ref(note_id)))
    if block.origin == "human":
        yield from _check_edit(block, checked)
    elif block.is_finding and not ids:
        message = _("The paragraph says something of the material but cites nothing.")
        yield error(CITATIONS, block, message)


def _check_edit(block: Block, checked: Checked) -> Iterator[Gate]:
    text = typed_text(block)
    for label in typed_labels(text):  # one that led to a note would be a citation
        message = _("There is no such note in the material: {ref}.")
        yield error(CITATIONS, block, message.format(ref=label))
    if not text.strip():
        message = _("The paragraph is empty. Write something in it or reject it.")
        yield error(CITATIONS, block, message)
    elif cited_ids(block):
        return
    elif block.is_finding:
        message = _("The paragraph says something of the material but cites nothing.")
        yield warning(CITATIONS, block, message)
    elif claims_how_many(text) and not _claimed_before(block, checked):
        message = _("The paragraph says how many or how large a part but cites nothing.")
        yield warning(CITATIONS, block, message)


def _claimed_before(block: Block, checked: Checked) -> bool:
    """Tell whether the block as composed already counted without a citation."""
    base = checked.composed(block)
    counts = any(isinstance(run, NumberRun) for run in block_runs(base))
    claims = counts or claims_how_many(typed_text(base))
    return base is not block and not cited_ids(base) and claims
