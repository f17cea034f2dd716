"""G6: no personal data can be read."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.domain import Block, Gate, QuoteRun
from toolkit.drafting.typed import typed_text
from toolkit.drafting.verify.checked import Checked, error, warning
from toolkit.i18n import _
from toolkit.paragraphs import block_runs, cited_ids
from toolkit.privacy import find_personal_data, has_personal_data

PERSONAL_DATA = "G6"
_CONTACT = "/yhteystiedot"  # the one place where a telephone number or an e-mail address belongs


def check_personal_data(block: Block, checked: Checked) -> Iterator[Gate]:
    """Yield what of a block or of the notes it cites tells about a person."""
    # What the template quotes may hold none; of what people typed or recorded, nothing may.
    words = [run.text for run in block_runs(block) if isinstance(run, QuoteRun)]
    typed = typed_text(block)
    is_contact = block.id.endswith(_CONTACT)
    words += [typed] if block.origin == "human" and not is_contact else []
    words += [text for text in checked.telling_records if text in typed]
    if any(map(has_personal_data, words)) or (is_contact and _tells_too_much(typed)):
        message = _("The paragraph holds personal data. Take it out.")
        yield error(PERSONAL_DATA, block, message)
    for note_id in cited_ids(block):
        if note_id in checked.listed and has_personal_data(checked.listed[note_id].text):
            message = _("The source appendix shows personal data: {ref}. Compose the draft again.")
            yield error(PERSONAL_DATA, block, message.format(ref=checked.ref(note_id)))
        elif note_id in checked.notes and has_personal_data(checked.notes[note_id].text):
            message = _("The note holds personal data, which the document masks: {ref}.")
            yield warning(PERSONAL_DATA, block, message.format(ref=checked.ref(note_id)))


def _tells_too_much(contact: str) -> bool:
    return any(span.kind not in ("phone", "email") for span in find_personal_data(contact))
