"""Where in a draft a remark belongs, in words that a person can look for."""

from __future__ import annotations

from typing import NamedTuple

from toolkit.domain import BlockKind, Document, Draft
from toolkit.paragraphs import block_text

_BEGINNING = 9  # words


class Place(NamedTuple):
    """A block by the heading above it and by how it begins."""

    heading: str
    beginning: str

    @property
    def words(self) -> str:
        """The heading and the beginning in one line."""
        return f"{self.heading}: {self.beginning}" if self.heading else self.beginning


def places_of(draft: Draft | Document) -> dict[str, Place]:
    """Return the place of every block of a draft."""
    refs = {source.note_id: source.ref for source in draft.sources}
    places, heading = {}, draft.title
    for block in draft.blocks:
        text = block_text(block, refs=refs, language=draft.language)
        if block.kind is BlockKind.HEADING:
            heading = text
            places[block.id] = Place("", text)
            continue
        words = (block.caption or text).split()
        cut = " …" if len(words) > _BEGINNING else ""
        places[block.id] = Place(heading, " ".join(words[:_BEGINNING]) + cut)
    return places
