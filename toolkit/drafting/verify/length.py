"""G9: a document with a limit of pages is not too long for it."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.domain import BlockKind, Document, Draft, Gate
from toolkit.i18n import _
from toolkit.paragraphs import block_text

LENGTH = "G9"

# An A4 page as the Word file has it, without the title and the head of the document.
_LINES_ON_A_PAGE = 42
_CHARACTERS_ON_A_LINE = 95


def check_length(
    draft: Draft | Document, max_pages: int | None, n_pages: int | None = None
) -> Iterator[Gate]:
    """Yield a remark when the text takes more pages than the outline allows.

    Parameters
    ----------
    max_pages
        None when the outline sets no limit.
    n_pages
        How many pages the finished file has: too many are an error. Without it the pages are
        estimated, and too many are a warning.

    Notes
    -----
    The source appendix is not counted.
    """
    if max_pages is None:
        return
    if n_pages is None:
        if _lines(draft) <= max_pages * _LINES_ON_A_PAGE:
            return
        level = "warning"
        one = _("The text is likely to take more than one page. Shorten it or reject a paragraph.")
        many = _(
            "The text is likely to take more than {n} pages. Shorten it or reject a paragraph."
        )
    else:
        if n_pages <= max_pages:
            return
        level = "error"
        one = _(
            "The text takes {pages} pages, but at most one page is allowed. Shorten it or reject a "
            "paragraph."
        )
        many = _(
            "The text takes {pages} pages, but at most {n} pages are allowed. Shorten it or reject "
            "a paragraph."
        )
    message = one if max_pages == 1 else many
    words = message.format(n=max_pages, pages=n_pages)
    yield Gate(gate=LENGTH, level=level, block_id="", message=words)


def _lines(draft: Draft | Document) -> int:
    refs = {source.note_id: source.ref for source in draft.sources}
    lines = 0
    for block in draft.blocks:
        text = block_text(block, refs=refs, language=draft.language)
        lines += sum(1 + len(line) // _CHARACTERS_ON_A_LINE for line in text.split("\n"))
        lines += block.kind is not BlockKind.ITEM  # the space after it
    return lines
