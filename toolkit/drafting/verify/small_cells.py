"""G5: no number and no name tells of fewer than five people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from toolkit.domain import Block, Document, Draft, Gate, NumberRun, Run, Unit
from toolkit.drafting.balance import small_groups
from toolkit.drafting.material import FEWEST_PEOPLE
from toolkit.drafting.own_words import own_words
from toolkit.drafting.style_rules import StyleRules, load_style_rules
from toolkit.drafting.verify.checked import Checked, error, warning
from toolkit.i18n import _
from toolkit.paragraphs import block_runs, cited_ids

SMALL_CELLS = "G5"

_PEOPLE = frozenset({Unit.PARTICIPANT, Unit.RESPONDENT, Unit.SELECTION})
_DIGITS = re.compile(r"\d+(?:[\u00a0\u202f ]\d{3})*")
_STEM, _ENDING = 4, 3  # letters of a word that stay and that may change


def check_small_cells(draft: Draft | Document, checked: Checked) -> Iterator[Gate]:
    """Yield where a draft shows, names or lets one work out a group of fewer than five."""
    rules, small = load_style_rules(draft.language), small_groups(checked.findings)
    for block in draft.blocks:
        yield from _shown(block, rules)
        yield from _named(block, small, checked)
        if block.has_rows:
            yield from _worked_out(block, rules)


def _shown(block: Block, rules: StyleRules) -> Iterator[Gate]:
    message = _("The paragraph shows a number of people under five: {number}. Write “under five”.")
    for run in block_runs(block):
        if isinstance(run, NumberRun) and run.unit in _PEOPLE and _is_small(run.value):
            yield error(SMALL_CELLS, block, message.format(number=run.text))
    if block.origin != "template":
        for text in own_words(block):
            for match in rules.people.finditer(text):
                yield error(SMALL_CELLS, block, message.format(number=match[0]))


def _is_small(n: int) -> bool:
    return 0 < n < FEWEST_PEOPLE


def _named(block: Block, small: frozenset[str], checked: Checked) -> Iterator[Gate]:
    cited = [note_id for note_id in cited_ids(block) if note_id in checked.notes]
    words = " ".join(own_words(block)) if block.origin != "template" else ""
    for note_id in cited:
        group = checked.notes[note_id].group
        where = checked.listed[note_id].where if note_id in checked.listed else ""
        if group not in small:
            continue
        message = _(
            "The paragraph names a group of fewer than five notes as the source of the note "
            "{ref}. Take the name of the group out."
        ).format(ref=checked.ref(note_id))
        if group in where.split(" · ") or _says(words, re.escape(group)):
            yield error(SMALL_CELLS, block, message)
        elif _says(words, _in_other_cases(group)):
            yield warning(SMALL_CELLS, block, message)  # it may be a word of another meaning


def _says(words: str, name: str) -> bool:
    return re.search(rf"(?<!\w){name}(?!\w)", words, re.IGNORECASE) is not None


def _in_other_cases(group: str) -> str:
    """Return a pattern of a name whose words are bent: their beginnings, in the same order."""
    words = (
        rf"{re.escape(word[: max(_STEM, len(word) - _ENDING)])}\w*"
        if len(word) >= _STEM
        else re.escape(word)
        for word in group.split()
    )
    return r"\s+".join(words)


def _worked_out(block: Block, rules: StyleRules) -> Iterator[Gate]:
    """Yield the rows and columns whose only hidden number is the total less the others."""
    header = [name.strip().casefold() for name in block.header]
    totals = [place for place, name in enumerate(header) if place and name in rules.total]
    for row in block.rows:
        if totals and _gives_away(row.cells[1:], rules):
            yield _worked_out_gate(block, _cell_text(row.cells[0]))
    last = block.rows[-1] if block.rows else None
    if last and last.cells and _cell_text(last.cells[0]).strip().casefold() in rules.total:
        for place, name in enumerate(block.header[1:], start=1):
            column = [row.cells[place] for row in block.rows if place < len(row.cells)]
            if _gives_away(column, rules):
                yield _worked_out_gate(block, name)


def _worked_out_gate(block: Block, name: str) -> Gate:
    message = _(
        "The hidden number can be worked out of the total: {name}. Hide the next smallest number "
        "or the total too."
    )
    return error(SMALL_CELLS, block, message.format(name=name))


def _gives_away(cells: Sequence[Sequence[Run]], rules: StyleRules) -> bool:
    texts = [_cell_text(cell) for cell in cells]
    hidden = [text for text in texts if rules.hidden.search(text)]
    shown = [text for text in texts if text not in hidden and _DIGITS.search(text)]
    return len(hidden) == 1 and len(shown) > 1 and len(shown) + 1 == len(texts)


def _cell_text(runs: Sequence[Run]) -> str:
    return "".join(getattr(run, "text", "") for run in runs)
