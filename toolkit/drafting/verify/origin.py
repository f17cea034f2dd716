"""LM: words of a language model are told to be its words."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.domain import Block, Gate
from toolkit.drafting.verify.checked import Checked, warning
from toolkit.i18n import _

ORIGIN = "LM"


def check_origin(block: Block, _checked: Checked) -> Iterator[Gate]:
    """Yield whose words a block has, when they are a language model's."""
    kind, _colon, name = block.origin.partition(":")
    if kind == "model":
        message = _("A language model suggested the words: {name}. Read the notes that are cited.")
        yield warning(ORIGIN, block, message.format(name=name))
