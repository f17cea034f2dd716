"""Another wording that a reader of a draft proposes, for those who prepare it to take or leave."""

from __future__ import annotations

from typing import Any

from toolkit import review
from toolkit.domain import Workshop
from toolkit.errors import NoSuchThing, TooEarly
from toolkit.i18n import N_
from toolkit.review.matching import squeezed
from toolkit.workflow.present import load_present
from toolkit.workflow.sent_copies import shown_draft


def wording_payload(
    workshop: Workshop,
    *,
    type: str,  # noqa: A002 - the word of the command line and of the JSON
    language: str = "",
    block_id: str,
    text: str,
) -> dict[str, Any]:
    """Return what proposing another wording of a paragraph puts into the log.

    It waits among the changes of the working copies that came back; see ``load_changes``.

    Raises
    ------
    NoSuchThing
        If the draft has no such paragraph, or it is a table.
    TooEarly
        If there is no draft, or the wording is the present one.
    """
    draft = shown_draft(load_present(workshop), type, language=language)
    block = next((one for one in draft.blocks if one.id == block_id), None)
    if block is None or block.has_rows:
        msg = N_("Another wording can be proposed only for a paragraph. Write a comment instead.")
        raise NoSuchThing(msg)
    refs = {source.note_id: source.ref for source in draft.sources}
    before = squeezed(review.block_text(block, refs=refs, language=draft.language))
    if squeezed(text) in {"", before}:
        msg = N_("The wording is empty or the same as before. Write how the paragraph should read.")
        raise TooEarly(msg)
    return {
        "type": type,
        "language": draft.language,
        "block_id": block_id,
        "before": before,
        "text": squeezed(text),
    }
