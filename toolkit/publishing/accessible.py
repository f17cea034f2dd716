"""What a document must have before it is published for everybody, and no renderer notices."""

from __future__ import annotations

from toolkit.domain import BlockKind
from toolkit.errors import Unpublishable
from toolkit.i18n import N_
from toolkit.publishing.page import Page, figure_alt, table_width


def check_accessible(page: Page) -> None:
    """Make sure that tables have a heading for every column and figures a text for their picture.

    Raises
    ------
    Unpublishable
        With the caption of the first that has not.
    """
    for block in page.blocks:
        if not block.has_rows:
            continue
        if len(block.header) < table_width(block) or not all(n.strip() for n in block.header):
            msg = N_("A column of this table has no heading: {caption}. Write one for each column.")
            raise Unpublishable(msg, caption=block.caption)
        if block.kind is BlockKind.FIGURE and not figure_alt(block).strip():
            msg = N_("This figure has no caption and no words for those who do not see it: {id}")
            raise Unpublishable(msg, id=block.id)
