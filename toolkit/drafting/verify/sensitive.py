"""G6: what is certainly not personal data but may tell, with the group, who wrote a note."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.domain import Block, Document, Draft, Gate, QuoteRun
from toolkit.drafting.balance import small_groups
from toolkit.drafting.own_words import own_words, quoted_words
from toolkit.drafting.style_rules import load_style_rules
from toolkit.drafting.verify.checked import Checked, warning
from toolkit.drafting.verify.personal_data import PERSONAL_DATA
from toolkit.i18n import _
from toolkit.paragraphs import block_runs, cited_ids
from toolkit.phrases import LANGUAGES


def check_sensitive(draft: Draft | Document, checked: Checked) -> Iterator[Gate]:
    """Yield quotes on health or family by small groups, and names of people that people typed."""
    small = small_groups(checked.findings)
    words = [load_style_rules(language).sensitive for language in LANGUAGES]
    for block in draft.blocks:
        for note_id, text in _quotes(block):
            note = checked.notes.get(note_id)
            if note and note.group in small and any(pattern.search(text) for pattern in words):
                message = _(
                    "The quote {ref} tells of health or family, and few notes come from its group. "
                    "Somebody may be recognised: accept the paragraph only if nobody can be."
                )
                yield warning(PERSONAL_DATA, block, message.format(ref=checked.ref(note_id)))
        if block.origin == "template" or checked.reader is None:
            continue
        names = [name for text in own_words(block) for name in checked.reader.people(text)]
        if names:
            message = _(
                "The paragraph seems to name a person: {names}. Take the name out, unless the "
                "person speaks for an office."
            )
            yield warning(PERSONAL_DATA, block, message.format(names=", ".join(names)))


def _quotes(block: Block) -> Iterator[tuple[str, str]]:
    """Yield the notes a block quotes and the words; what people typed may be of any it cites."""
    for run in block_runs(block):
        if isinstance(run, QuoteRun):
            yield run.note_id, run.text
    typed = " ".join(quoted_words(block)) if block.origin != "template" else ""
    if typed:
        for note_id in cited_ids(block):
            yield note_id, typed
