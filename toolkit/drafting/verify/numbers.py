"""G3: numbers are what counting again gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from toolkit.domain import Block, Gate, NumberRun
from toolkit.drafting.typed import typed_numbers, typed_text
from toolkit.drafting.verify.checked import Checked, error, warning
from toolkit.errors import ToolkitError
from toolkit.i18n import _
from toolkit.paragraphs import block_runs

NUMBERS = "G3"


def check_numbers(block: Block, checked: Checked) -> Iterator[Gate]:
    """Yield what is wrong with the numbers of a block."""
    counted = set()
    for run in block_runs(block):
        if isinstance(run, NumberRun):
            counted.add(str(run.value))
            message = _check_number(run, checked.answer)
            if message:
                yield error(NUMBERS, block, message)
    if block.origin != "human":
        return
    for number in typed_numbers(typed_text(block)):
        if number not in counted:
            message = _("Nobody has counted this number from the material: {number}")
            yield warning(NUMBERS, block, message.format(number=number))


def _check_number(run: NumberRun, answer: Callable[[str], int]) -> str:
    """Return what is wrong with a number, or nothing."""
    try:
        counted = answer(run.query)
    except (KeyError, ValueError, ToolkitError):
        message = _("The number cannot be counted again from the material: {number}")
        return message.format(number=run.text)
    shown = "".join(typed_numbers(run.text))
    if counted != run.value or (shown and shown != str(run.value)):
        message = _("The text has the number {number}, the material has {counted}.")
        return message.format(number=shown or run.value, counted=counted)
    return ""
