"""G6: no personal data can be read."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.domain import Block, Gate, QuoteRun
from toolkit.drafting.typed import typed_text
from toolkit.drafting.verify.checked import Checked, error, warning
from toolkit.i18n import _
from toolkit.paragraphs import block_runs, cited_ids
from toolkit.privacy import has_personal_data

PERSONAL_DATA = "G6"
_CONTACT = "/yhteystiedot"  # given so that people can ask: the one place where a number belongs


def check_personal_data(block: Block, checked: Checked) -> Iterator[Gate]:
    """Yield what of a block or of the notes it cites tells about a person."""
    # What the template quotes may hold none; of what people typed or recorded, nothing may.
    words = [run.text for run in block_runs(block) if isinstance(run, QuoteRun)]
    typed = typed_text(block)
    words += [typed] if block.origin == "human" and not _is_contact(block) else []
    words += [text for text in checked.recorded if has_personal_data(text) and text in typed]
    if any(map(has_personal_data, words)):
        message = _("The paragraph holds personal data. Take it out.")
        yield error(PERSONAL_DATA, block, message)
    for note_id in cited_ids(block):
        if note_id in checked.listed and has_personal_data(checked.listed[note_id].text):
            message = _("The source appendix shows personal data: {ref}. Compose the draft again.")
            yield error(PERSONAL_DATA, block, message.format(ref=checked.ref(note_id)))
        elif note_id in checked.notes and has_personal_data(checked.notes[note_id].text):
            message = _("The note holds personal data, which the document masks: {ref}.")
            yield warning(PERSONAL_DATA, block, message.format(ref=checked.ref(note_id)))


def _is_contact(block: Block) -> bool:
    return block.id.endswith(_CONTACT)
