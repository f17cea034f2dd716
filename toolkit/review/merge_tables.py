"""Three-way merge of a table, row by row; a person may move, add and delete rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from toolkit.differences import same_words
from toolkit.domain import Block
from toolkit.paragraphs import CELL, block_text, row_key
from toolkit.review.merge import MergedText, TextConflict, merge_text

_HEADER = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line of the result; None where it has no such line."""

    id: str
    text: str | None
    offer: str | None


def merge_table(
    base: Block, mine: str, theirs: Block, *, refs: Mapping[str, str], language: str
) -> MergedText:
    """Merge a person's text of a table; see ``merge_text``.

    A row that a person deleted stays deleted. A row that the tool dropped stays if the person
    changed it. New rows come after the row they follow in the tool's table.
    """
    old, new = (_lines(block, refs, language) for block in (base, theirs))
    if same_words("\n".join(old.values()), mine):
        text = "\n".join(new.values())
        return MergedText(text=text, offer=text, state="generated")
    if old == new:
        return MergedText(text=mine, offer=mine, state="human")
    lines, conflicts = _merge_lines(old, _own_lines(mine, old, new), new)
    text = "\n".join(line.text for line in lines if line.text is not None)
    return MergedText(
        text=text,
        offer="\n".join(line.offer for line in lines if line.offer is not None),
        state="human" if same_words(text, mine) else "merged",
        conflicts=tuple(conflicts),
    )


def _lines(block: Block, refs: Mapping[str, str], language: str) -> dict[str, str]:
    lines = {_HEADER: CELL.join(block.header)}
    for row in block.rows:
        text = block_text(replace(block, rows=(row,)), refs=refs, language=language)
        lines[row.id] = text.partition("\n")[2].replace("\n", " ")
    return lines


def _own_lines(mine: str, old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    """Give every line of a person the id of the row that begins with the same cell."""
    header, *rows = [line for line in mine.splitlines() if line.strip()] or [old[_HEADER]]
    own = {_HEADER: header}
    ids = {_first(line): key for lines in (new, old) for key, line in lines.items() if key}
    for number, line in enumerate(rows):
        key = ids.get(_first(line), "")
        own[key if key and key not in own else f"\n{number}"] = line
    return own


def _first(line: str) -> str:
    return row_key(line.split(CELL, maxsplit=1)[0])


def _merge_lines(
    old: Mapping[str, str], mine: Mapping[str, str], new: Mapping[str, str]
) -> tuple[list[_Line], list[TextConflict]]:
    lines: list[_Line] = []
    conflicts: list[TextConflict] = []
    for key, line in mine.items():
        if key not in old:
            lines.append(_Line(id=key, text=line, offer=line))
        elif key in new:
            merged = _merge_cells(old[key], line, new[key])
            lines.append(_Line(id=key, text=merged.text, offer=merged.offer))
            conflicts += merged.conflicts
        elif not same_words(line, old[key]):
            lines.append(_Line(id=key, text=line, offer=None))
            conflicts.append(TextConflict(base=old[key], mine=line, theirs=""))
    after = _HEADER
    for key, line in new.items():
        if key not in mine and key not in old:
            _insert(lines, _Line(id=key, text=line, offer=line), after=after)
        elif key not in mine and not same_words(line, old[key]):
            _insert(lines, _Line(id=key, text=None, offer=line), after=after)
            conflicts.append(TextConflict(base=old[key], mine="", theirs=line))
        after = key
    return lines, conflicts


def _insert(lines: list[_Line], line: _Line, *, after: str) -> None:
    ids = [one.id for one in lines]
    lines.insert(ids.index(after) + 1 if after in ids else len(lines), line)


def _merge_cells(base: str, mine: str, theirs: str) -> MergedText:
    cells = [line.split(CELL) for line in (base, mine, theirs)]
    if len({len(row) for row in cells}) > 1:
        return merge_text(base, mine, theirs)
    merged = [merge_text(*three) for three in zip(*cells, strict=True)]
    return MergedText(
        text=CELL.join(cell.text for cell in merged),
        offer=CELL.join(cell.offer for cell in merged),
        state="merged",
        conflicts=tuple(conflict for cell in merged for conflict in cell.conflicts),
    )
