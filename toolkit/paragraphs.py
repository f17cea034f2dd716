"""A block as plain text and back, and what people have decided of the blocks of a draft."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from itertools import zip_longest

from toolkit.domain import (
    Block,
    BlockKind,
    CiteRun,
    Decision,
    Draft,
    NumberRun,
    QuoteRun,
    RefRun,
    Review,
    Run,
    SourceNote,
    TableRow,
    TextRun,
)

__all__ = [
    "ADDED",
    "CELL",
    "LOOSE",
    "SIGNATURES_ID",
    "block_runs",
    "block_text",
    "bookmark_name",
    "cited_ids",
    "cited_sources",
    "latest_reviews",
    "parse_text",
    "quote_marks",
    "revised_blocks",
    "row_bookmark",
    "row_key",
    "waiting_blocks",
]

SIGNATURES_ID = "/nimet/paikka"
"""What the id of the block that leaves a place for signatures ends with."""
ADDED = "lisatty/"
"""What the id of a block that a person added begins with."""

LOOSE = "irralliset"
"""What the id of the heading begins with under which blocks stand that have lost their place."""

CELL = " | "
"""What stands between the cells of a row in ``block_text``."""
_LOOSE = {"fi": "Irralliset kappaleet", "sv": "Lösa stycken", "en": "Loose paragraphs"}
_BRACKETS = re.compile(r"\[([^\[\]\n]{1,400})\]")
_LABEL = re.compile(r"[A-ZÅÄÖ]{1,3}\d{0,4}-[A-Za-z]?\d{1,6}")
_MARKS = '”“„»«"'


def quote_marks(language: str) -> tuple[str, str]:
    """Return the quotation marks of a language."""
    return ("“", "”") if language == "en" else ("”", "”")


def block_runs(block: Block) -> Iterator[Run]:
    """Yield every run of a block, those of table cells included."""
    yield from block.runs
    for row in block.rows:
        for cell in row.cells:
            yield from cell


def cited_ids(block: Block) -> tuple[str, ...]:
    """Return the ids of the notes a block cites or quotes, each once, in order."""
    ids: dict[str, None] = {}
    for run in block_runs(block):
        if isinstance(run, CiteRun):
            ids.update(dict.fromkeys(run.note_ids))
        elif isinstance(run, QuoteRun):
            ids[run.note_id] = None
    return tuple(ids)


def cited_sources(blocks: Iterable[Block], sources: Iterable[SourceNote]) -> tuple[SourceNote, ...]:
    """Return the entries of the source appendix that ``blocks`` need, in the order given."""
    cited = {note_id for block in blocks for note_id in cited_ids(block)}
    return tuple(source for source in sources if source.note_id in cited)


def block_text(block: Block, *, refs: Mapping[str, str], language: str = "fi") -> str:
    """Return a block as a person edits it: ``[T1-031]`` for citations, ”…” round quotes.

    A table is a line per row, the header first, cells apart by a bar.

    Parameters
    ----------
    refs
        Note id → label; an id without one stands as it is.
    """
    if block.has_rows:
        rows = ([_runs_text(cell, refs, language) for cell in row.cells] for row in block.rows)
        return "\n".join(CELL.join(cells) for cells in (block.header, *rows))
    return _runs_text(block.runs, refs, language)


def parse_text(
    text: str, sources: Iterable[SourceNote], *, base: Sequence[Run] = ()
) -> tuple[Run, ...]:
    """Read a person's text back into runs; the inverse of ``block_text``.

    Parameters
    ----------
    sources
        What may be cited. ``[T1-031, K1-08]`` becomes a citation; a label that looks like one but
        is not known becomes a citation too, so that the verification can say so.
    base
        The runs that the text was edited from. Numbers and quotes that still stand in the text
        word for word stay what they were, so that they are verified again.
    """
    labels = {source.ref.casefold(): source.note_id for source in sources}
    found: list[tuple[int, int, Run]] = []
    for match in _BRACKETS.finditer(text):
        cite = _cite(match, labels)
        if cite is not None:
            found.append((match.start(), match.end(), cite))
    for kind in (QuoteRun, NumberRun, RefRun, TextRun):
        for run in base:
            if isinstance(run, kind):
                found.extend(_stands(run, text, taken=found))
    runs: list[Run] = []
    end = 0
    for start, stop, run in sorted(found, key=lambda item: item[0]):
        runs += [TextRun(text=text[end:start])] if start > end else []
        runs.append(run)
        end = stop
    return (*runs, TextRun(text=text[end:])) if end < len(text) else tuple(runs)


def latest_reviews(reviews: Iterable[Review]) -> Mapping[str, Review]:
    """Return the decision that stands for every block: the latest, or the last of equal times."""
    return {review.block_id: review for review in sorted(reviews, key=lambda item: item.made_at)}


def waiting_blocks(draft: Draft, reviews: Iterable[Review]) -> tuple[Block, ...]:
    """Return the blocks that nobody has decided on, in the order of the draft."""
    decided = latest_reviews(reviews)
    return tuple(b for b in draft.blocks if b.needs_decision and b.id not in decided)


def revised_blocks(
    draft: Draft, reviews: Iterable[Review], *, sources: Iterable[SourceNote] = ()
) -> tuple[Block, ...]:
    """Return the blocks as people have left them so far.

    Rejected blocks are left out, edited ones say what the person wrote, the others stand. A heading
    stays only while something stands under it. What people added stands after its block, and where
    that is gone from the draft, at the end under a heading of its own.
    """
    latest = latest_reviews(reviews)
    known = (*draft.sources, *sources)
    added = _Added(latest.values(), known)
    kept: list[Block | None] = [*added.after("")]
    for block in draft.blocks:
        kept += [_revise(block, latest.get(block.id), known), *added.after(block.id, like=block)]
    if loose := added.left():
        words = _LOOSE.get(draft.language, _LOOSE["en"])
        runs = (TextRun(text=words),)
        heading = Block(id=f"{LOOSE}/otsikko", kind=BlockKind.HEADING, level=1, runs=runs)
        there = any(block.id == heading.id for block in draft.blocks)
        kept += loose if there else [heading, *loose]
    return _with_needed_headings([block for block in kept if block is not None])


def bookmark_name(block_id: str) -> str:
    """Name the hidden bookmark of a block: at most 40 letters, digits and underscores.

    >>> bookmark_name("teemat/t-3fa2/maara")
    '_blk_df7013590a091fd18216'
    """
    return f"_blk_{blake2b(block_id.encode(), digest_size=10).hexdigest()}"


def row_bookmark(block_id: str, row_id: str = "") -> str:
    """Name the hidden bookmark of a table row; without an id, of the header."""
    return bookmark_name(f"{block_id}#{row_id}")


def _runs_text(runs: Iterable[Run], refs: Mapping[str, str], language: str) -> str:
    opening, closing = quote_marks(language)
    parts = []
    for run in runs:
        if isinstance(run, CiteRun):
            parts.append(f"[{', '.join(refs.get(i, i) for i in run.note_ids)}]")
        elif isinstance(run, QuoteRun):
            parts.append(f"{opening}{run.text}{closing}")
        else:
            parts.append(run.text)
    return "".join(parts)


def _cite(match: re.Match[str], labels: Mapping[str, str]) -> CiteRun | None:
    named = [part.strip() for part in match[1].split(",")]
    if not all(part.casefold() in labels or _LABEL.fullmatch(part) for part in named):
        return None
    return CiteRun(note_ids=tuple(labels.get(part.casefold(), part) for part in named))


def _stands(
    run: Run, text: str, *, taken: Sequence[tuple[int, int, Run]]
) -> Iterator[tuple[int, int, Run]]:
    # The first place where the run still stands and nothing else has been found.
    for match in re.finditer(_pattern(run), text):
        if all(match.end() <= start or stop <= match.start() for start, stop, _ in taken):
            yield match.start(), match.end(), run
            return


def _pattern(run: Run) -> str:
    if isinstance(run, QuoteRun):
        return f"[{_MARKS}]{re.escape(run.text)}[{_MARKS}]"
    if isinstance(run, NumberRun):
        # An editor may have put plain spaces for the ones that do not break.
        words = r"\s".join(re.escape(part) for part in run.text.split())
        return rf"(?<!\w)(?<!\d[\s,.]){words}(?!\w)(?![\s,.]\d)"
    if isinstance(run, RefRun):
        return re.escape(run.text)
    if isinstance(run, TextRun) and run.strong:
        return rf"\A{re.escape(run.text)}"
    return r"(?!)"


class _Added:
    """Blocks that people added, until they have found their places."""

    def __init__(self, reviews: Iterable[Review], sources: Sequence[SourceNote]) -> None:
        self._sources = sources
        self._waiting: dict[str, list[Review]] = {}
        for review in sorted(reviews, key=lambda one: one.place):
            if review.after is not None:
                self._waiting.setdefault(review.after, []).append(review)

    def after(self, block_id: str, *, like: Block | None = None) -> Iterator[Block]:
        """Yield what stands after a block: an item after an item, otherwise a paragraph."""
        is_item = like is not None and like.kind is BlockKind.ITEM
        kind = BlockKind.ITEM if is_item else BlockKind.PARAGRAPH
        for review in self._waiting.pop(block_id, ()):
            if review.decision is not Decision.REJECT:
                runs = parse_text(review.text.strip(), self._sources)
                yield Block(id=review.block_id, kind=kind, runs=runs, origin="human")
            yield from self.after(review.block_id, like=like)

    def left(self) -> list[Block]:
        """Return what has no place in the draft any more."""
        return [block for after in list(self._waiting) for block in self.after(after)]


def _revise(block: Block, review: Review | None, sources: Sequence[SourceNote]) -> Block | None:
    if review is None or review.decision is Decision.ACCEPT:
        return block
    if review.decision is Decision.REJECT:
        return None
    if block.has_rows:
        return _revise_table(block, review.text, sources)
    runs = parse_text(review.text.strip(), sources, base=block.runs)
    return replace(block, runs=runs, origin="human")


def _revise_table(block: Block, text: str, sources: Sequence[SourceNote]) -> Block:
    # A line belongs to the row that began with the same cell, wherever it stands now.
    refs = {source.note_id: source.ref for source in sources}
    known = {row_key(_runs_text(row.cells[0], refs, "fi")): row for row in block.rows}
    header, *lines = text.splitlines() or [CELL.join(block.header)]
    rows = []
    for number, line in enumerate(filter(str.strip, lines), start=1):
        written = line.split(CELL)
        row = known.get(row_key(written[0]), TableRow(id=f"rivi-{number}", cells=()))
        cells = zip_longest(written, row.cells[: len(written)], fillvalue=())
        parsed = (parse_text(str(cell).strip(), sources, base=base) for cell, base in cells)
        rows.append(TableRow(id=row.id, cells=tuple(parsed)))
    return replace(block, header=tuple(header.split(CELL)), rows=tuple(rows), origin="human")


def row_key(cell: str) -> str:
    """Return what a row is known by, from its first cell: quotation marks do not count."""
    return "".join(sign for sign in cell if sign not in _MARKS).strip()


def _with_needed_headings(blocks: Sequence[Block]) -> tuple[Block, ...]:
    needed: list[Block] = []
    lowest = 0  # the level of headings that still have something under them
    for block in reversed(blocks):
        if block.kind is not BlockKind.HEADING:
            lowest = 9
            needed.append(block)
        elif block.level < lowest:
            lowest = block.level
            needed.append(block)
    return tuple(reversed(needed))
