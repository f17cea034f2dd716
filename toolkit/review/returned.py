"""A working copy that came back: every change and comment at its block, for a person to decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import blake2b

from toolkit.domain import ReturnedChange, ReturnedParagraph, SentLine
from toolkit.domain.returned import ChangeKind, LinePart
from toolkit.review.attribution import Attribution
from toolkit.review.matching import squeezed

__all__ = ["find_changes"]


def find_changes(
    lines: Sequence[SentLine], paragraphs: Sequence[ReturnedParagraph]
) -> tuple[ReturnedChange, ...]:
    """Compare a file that came back with what went out.

    Every changed word is in exactly one change, in the order of the file; a copy that nobody
    touched gives none. Comments that went out with the file are not reported again.

    Parameters
    ----------
    lines
        What went out, or ``SentCopy.lines``.
    """
    found = _Comparison(lines, paragraphs)
    changes = sorted([*found.changes(), *found.comments()], key=lambda pair: pair[0])
    return tuple(_numbered(change for _place, change in changes))


class _Comparison:
    """Words what became of every line, and what is new."""

    def __init__(self, lines: Sequence[SentLine], paragraphs: Sequence[ReturnedParagraph]) -> None:
        self._lines = lines
        self._paragraphs = paragraphs
        self._attribution = Attribution(lines, paragraphs)
        self._stands = {f.members[0]: f.owners[0] for f in self._attribution.finals if f.owners}
        found = [group for group in self._attribution.groups if group.lines]
        self._silent = {group.members[-1]: group.lines[-1] for group in found}
        self._texts = {(n, group.text) for group in found for n in group.lines}

    def changes(self) -> Iterator[tuple[float, ReturnedChange]]:
        place = -1.0
        for number, line in enumerate(self._lines):
            finals = self._attribution.kept.get(number, [])
            stays = [m for final in finals for m in final.members]
            members = stays or self._attribution.members(number)
            place = min(members, default=place + 1e-6)
            if number in self._attribution.absorbed:
                continue
            kind, owners = ChangeKind.EDITED, finals[0].owners if finals else [number]
            if not finals:
                kind = ChangeKind.DELETED
            elif len(owners) > 1:
                kind = ChangeKind.MERGED
            elif len(finals) > 1:
                kind = ChangeKind.SPLIT
            elif number in self._attribution.moved:
                kind = ChangeKind.MOVED
            before = "\n".join(squeezed(self._lines[owner].text) for owner in owners)
            after = "\n".join(final.text for final in finals)
            if before == after and kind is not ChangeKind.MOVED:
                continue
            every = [m for owner in owners for m in self._attribution.members(owner)] + members
            author, at = self._author(every, whole=self._is_tracked(owners))
            change = ReturnedChange(
                id="",
                block_id=line.block_id,
                part=line.part,
                kind=kind,
                before=before,
                after=after,
                author=author,
                at=at,
                absorbed=tuple(self._lines[owner].block_id for owner in owners[1:]),
                follows=self._above(members[0]) if kind is ChangeKind.MOVED else "",
            )
            yield place, change
        yield from self._added()

    def comments(self) -> Iterator[tuple[float, ReturnedChange]]:
        sent = Counter(
            (squeezed(author), squeezed(text))
            for line in self._lines
            for author, text in line.comments
        )
        for place, paragraph in enumerate(self._paragraphs):
            for comment in paragraph.comments:
                key = squeezed(comment.author), squeezed(comment.text)
                if sent[key]:
                    sent[key] -= 1
                    continue
                number = next(iter(self._attribution.group_of[place].lines), None)
                line = self._lines[number] if number is not None else self._line_above(place)
                change = ReturnedChange(
                    id="",
                    block_id=line.block_id,
                    part=line.part,
                    kind=ChangeKind.COMMENTED,
                    before=squeezed(paragraph.after or paragraph.before),
                    author=comment.author,
                    at=comment.at,
                    comment=comment.text,
                    is_resolved=comment.is_resolved,
                )
                yield place, change

    def _added(self) -> Iterator[tuple[float, ReturnedChange]]:
        places: Counter[str] = Counter()
        for final in sorted(self._attribution.new, key=lambda one: one.members[0]):
            above = self._line_above(final.members[0])
            part = LinePart.FRAME
            if final.is_row and above.block_id:
                part = LinePart.ROW
            elif above.block_id:
                part = LinePart.TEXT
            author, at = self._author(final.members, whole=True)
            is_row = part is LinePart.ROW
            follows = squeezed(above.text) if is_row else above.block_id
            change = ReturnedChange(
                id="",
                block_id=above.block_id if is_row else "",
                part=part,
                kind=ChangeKind.ADDED,
                after=final.text,
                author=author,
                at=at,
                follows=follows,
                place=places[follows],
            )
            yield final.members[0], change
            places[follows] += 1

    def _above(self, place: int) -> str:
        return self._line_above(place).block_id

    def _line_above(self, place: int) -> SentLine:
        """Return the line that stands above a place of the file; a deleted one does, too."""
        for above in range(place - 1, -1, -1):
            number = self._stands.get(above)
            if number is None and self._silent.get(above) not in self._attribution.kept:
                number = self._silent.get(above)
            if number is not None and number not in self._attribution.moved:
                return self._lines[number]
        return SentLine(text="")

    def _is_tracked(self, owners: Iterable[int]) -> bool:
        return all((owner, squeezed(self._lines[owner].text)) in self._texts for owner in owners)

    def _author(self, members: Iterable[int], *, whole: bool) -> tuple[str, datetime | None]:
        return _author([self._paragraphs[m] for m in dict.fromkeys(members)], whole=whole)


def _author(paragraphs: Iterable[ReturnedParagraph], *, whole: bool) -> tuple[str, datetime | None]:
    """Return who tracked a change and when; a question mark for a part that was not tracked."""
    listed = list(paragraphs)
    names = dict.fromkeys(name for one in listed for name in one.author.split(", ") if name)
    at = max((one.at for one in listed if one.at), default=None)
    return ", ".join([*names, *(["?"] if names and not whole else [])]), at


def _numbered(changes: Iterable[ReturnedChange]) -> Iterator[ReturnedChange]:
    seen: Counter[str] = Counter()
    for change in changes:
        what = "\n".join(
            (
                change.block_id, change.part, change.kind, change.before, change.after,
                change.author, change.comment, change.follows, *change.absorbed,
            )
        )  # fmt: skip
        seen[what] += 1
        digest = blake2b(f"{seen[what]}\n{what}".encode(), digest_size=8).hexdigest()
        yield replace(change, id=digest)
