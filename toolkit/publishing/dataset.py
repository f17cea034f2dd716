"""The material as it may leave the workshop: personal data masked, small groups unnamed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from toolkit.domain import (
    SMALL_NOTE_GROUP,
    Block,
    BlockKind,
    Note,
    QuoteRun,
    Source,
    Statement,
    StatementResult,
    Theme,
)
from toolkit.paragraphs import block_runs, cited_ids
from toolkit.phrases import load_phrases
from toolkit.privacy import mask_personal_data


class Standing(StrEnum):
    """What has become of a note or a statement."""

    IN_USE = "in_use"
    UNGROUPED = "ungrouped"
    SET_ASIDE = "set_aside"
    LEFT_OUT = "left_out"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A note, or a statement that people voted on, with what has been said of it.

    Attributes
    ----------
    text
        As the source appendix shows it; of a statement left out in moderation, empty.
    group
        Empty also when too few notes come from the group.
    kind
        What its kind is called; empty for a statement, and when nothing has been suggested.
    theme_id
        Empty when it stands in none.
    placed, kind_decided
        Whether people put it in its theme, and whether people chose its kind.
    """

    id: str
    ref: str
    text: str
    source_id: str
    prompt: str = ""
    group: str = ""
    language: str = ""
    kind: str = ""
    theme_id: str = ""
    standing: Standing = Standing.IN_USE
    placed: bool = False
    kind_decided: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where a document cites an entry.

    Attributes
    ----------
    section
        The headings above the block, the highest first.
    is_quote
        Whether the words themselves stand there.
    """

    entry_id: str
    section: tuple[str, ...]
    block_id: str
    is_quote: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSet:
    """Everything that is published beside a document.

    Attributes
    ----------
    is_draft
        Whether the citations are those of a document that people have not accepted.
    themes
        In the order of the workshop, *Muut* last.
    notes
        Every note of the workshop once, in the order of import.
    statements
        Every statement of the newest conversation, in its order.
    results
        Statement id → how it fared.
    """

    language: str
    is_draft: bool
    sources: tuple[Source, ...]
    themes: tuple[Theme, ...]
    notes: tuple[Entry, ...]
    statements: tuple[Entry, ...] = ()
    results: Mapping[str, StatementResult] = field(default_factory=dict)
    citations: tuple[Citation, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Notes, then statements."""
        return (*self.notes, *self.statements)


def collect_data(
    *,
    language: str,
    is_draft: bool,
    sources: Sequence[Source],
    notes: Sequence[Note],
    themes: Sequence[Theme],
    blocks: Iterable[Block],
    set_aside: Iterable[str] = (),
    kinds: Mapping[str, str] | None = None,
    decided_kinds: Iterable[str] = (),
    statements: Sequence[Statement] = (),
    results: Sequence[StatementResult] = (),
) -> DataSet:
    """Gather what may be published of the material.

    Parameters
    ----------
    notes
        Every note of the workshop, those set aside too: none is left out.
    blocks
        Of the document, for its citations.
    kinds
        Note id → what its kind is called, as people chose or the machine suggested.
    decided_kinds
        Ids of the notes whose kind people chose.
    """
    word = load_phrases(language)["labels"]["masked"]
    kinds = kinds or {}
    aside, decided = set(set_aside), set(decided_kinds)
    theme_of = {i: t.id for t in themes for i in (*t.note_ids, *t.statement_ids)}
    placed = {i for theme in themes for i in theme.placed_ids}
    sizes = Counter(note.group for note in notes if note.id in theme_of)

    def mask(text: str) -> str:
        return mask_personal_data(text, word=word)

    def entry(note: Note, standing: Standing) -> Entry:
        return Entry(
            id=note.id,
            ref=note.ref or note.id,
            text="" if standing is Standing.LEFT_OUT else mask(note.text),
            source_id=note.source_id,
            prompt=mask(note.prompt),
            group=mask(note.group) if sizes[note.group] >= SMALL_NOTE_GROUP else "",
            language=note.language,
            kind=kinds.get(note.id, ""),
            theme_id=theme_of.get(note.id, ""),
            standing=standing,
            placed=note.id in placed,
            kind_decided=note.id in decided,
        )

    return DataSet(
        language=language,
        is_draft=is_draft,
        sources=tuple(replace(source, name=mask(source.name)) for source in sources),
        themes=tuple(_masked_theme(theme, mask) for theme in themes),
        notes=tuple(entry(note, _note_standing(note, aside, theme_of)) for note in notes),
        statements=tuple(entry(one, _statement_standing(one)) for one in statements),
        results={result.id: result for result in results},
        citations=tuple(_citations(blocks)),
    )


def _masked_theme(theme: Theme, mask: Callable[[str], str]) -> Theme:
    return replace(
        theme,
        label=mask(theme.label),
        keywords=tuple(map(mask, theme.keywords)),
        description=mask(theme.description),
        includes=mask(theme.includes),
        near_misses=mask(theme.near_misses),
    )


def _note_standing(note: Note, aside: set[str], theme_of: Mapping[str, str]) -> Standing:
    if note.id in aside:
        return Standing.SET_ASIDE
    return Standing.IN_USE if note.id in theme_of else Standing.UNGROUPED


def _statement_standing(statement: Statement) -> Standing:
    if statement.moderated < 0:
        return Standing.LEFT_OUT
    return Standing.BACKGROUND if statement.is_meta else Standing.IN_USE


def _citations(blocks: Iterable[Block]) -> Iterator[Citation]:
    above: dict[int, str] = {}
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            words = "".join(getattr(run, "text", "") for run in block.runs)
            above = {level: text for level, text in above.items() if level < block.level}
            above[block.level] = words
        quoted = {run.note_id for run in block_runs(block) if isinstance(run, QuoteRun)}
        for entry_id in cited_ids(block):
            yield Citation(
                entry_id=entry_id,
                section=tuple(above[level] for level in sorted(above)),
                block_id=block.id,
                is_quote=entry_id in quoted,
            )
