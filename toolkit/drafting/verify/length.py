"""G9: a document with a limit of pages is not too long for it."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.domain import BlockKind, Document, Draft, Gate
from toolkit.i18n import ngettext
from toolkit.paragraphs import block_text

LENGTH = "G9"

# An A4 page as the Word file has it, without the title and the head of the document.
_LINES_ON_A_PAGE = 42
_CHARACTERS_ON_A_LINE = 95


def check_length(draft: Draft | Document, max_pages: int | None) -> Iterator[Gate]:
    """Yield a warning when the text is likely to take more pages than the outline allows.

    An estimate: how many pages there are only the finished file knows. The source appendix is not
    counted.
    """
    if max_pages is None:
        return
    refs = {source.note_id: source.ref for source in draft.sources}
    lines = 0
    for block in draft.blocks:
        text = block_text(block, refs=refs, language=draft.language)
        lines += sum(1 + len(line) // _CHARACTERS_ON_A_LINE for line in text.split("\n"))
        lines += block.kind is not BlockKind.ITEM  # the space after it
    if lines > max_pages * _LINES_ON_A_PAGE:
        message = ngettext(
            "The text is likely to take more than {n} page. Shorten it or reject a paragraph.",
            "The text is likely to take more than {n} pages. Shorten it or reject a paragraph.",
            max_pages,
        )
        yield Gate(gate=LENGTH, level="warning", block_id="", message=message.format(n=max_pages))
