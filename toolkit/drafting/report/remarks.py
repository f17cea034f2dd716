"""Where in a draft a remark belongs, in words that a person can look for."""

from __future__ import annotations

from collections.abc import Mapping

from toolkit.domain import BlockKind, Document, Draft
from toolkit.paragraphs import block_text, quote_marks

_BEGINNING = 9  # words


def places_of(draft: Draft | Document) -> Mapping[str, str]:
    """Return, for every block, the heading above it and its first words."""
    refs = {source.note_id: source.ref for source in draft.sources}
    opening, closing = quote_marks(draft.language)
    places, heading = {}, draft.title
    for block in draft.blocks:
        text = block_text(block, refs=refs, language=draft.language)
        if block.kind is BlockKind.HEADING:
            places[block.id] = heading = text
            continue
        words = (block.caption or text).split()
        cut = " …" if len(words) > _BEGINNING else ""
        # Marks of its own would end the quotation too early.
        first = " ".join(words[:_BEGINNING]).translate(dict.fromkeys(map(ord, '”“„»«"')))
        places[block.id] = f"{heading}, {opening}{first}{cut}{closing}"
    return places
