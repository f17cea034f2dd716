"""What every renderer shows: a document or a working copy, with the words of its frame."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from toolkit.domain import (
    Block,
    BlockKind,
    CiteRun,
    Comment,
    Document,
    Draft,
    QuoteRun,
    Review,
    Run,
    SourceNote,
    TextRun,
)
from toolkit.paragraphs import SIGNATURES_ID, cited_sources, quote_marks, revised_blocks
from toolkit.phrases import load_phrases

LOCALES = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}

# Signs that neither XML nor HTML can hold, and those that turn round the direction of all that
# follows, the words of others included. They mean nothing in a note.
_UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


@dataclass(frozen=True, kw_only=True)
class Page:
    """A document on its way to a file.

    Attributes
    ----------
    type
        Name of the outline.
    is_draft
        Whether it must say so on every page.
    accepted_by
        Who accepted the text; empty for a draft.
    comments
        Block id → remarks of reviewers, oldest first.
    face
        What a working copy says of itself; by default that no one has read it yet.
    changes
        Block id → the words people decided on, and the words the tool offers in their place.
    """

    type: str
    title: str
    language: str
    meta: Mapping[str, str]
    blocks: tuple[Block, ...]
    sources: tuple[SourceNote, ...]
    is_draft: bool
    accepted_by: tuple[str, ...]
    comments: Mapping[str, tuple[Comment, ...]]
    face: str = ""
    changes: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    @cached_property
    def labels(self) -> Mapping[str, Any]:
        """The words of the frame in the language of the document."""
        return load_phrases(self.language)["labels"]

    @cached_property
    def source(self) -> Mapping[str, SourceNote]:
        """Entries of the source appendix by note id."""
        return {entry.note_id: entry for entry in self.sources}

    @property
    def status(self) -> str:
        """*LUONNOS* or *Hyväksytty*."""
        status: str = self.labels["draft" if self.is_draft else "accepted"]
        return status

    def remark(self, block: Block) -> str:
        """Say in a draft that the words of a block are a language model's; empty otherwise."""
        kind, _colon, name = block.origin.partition(":")
        if not self.is_draft or kind != "model":
            return ""
        words: str = self.labels["model_words"]
        return words.format(name=name)

    @property
    def warning(self) -> str:
        """What a working copy says of itself on its first page."""
        usual: str = self.labels["working_copy"]
        return self.face or usual

    @property
    def organiser(self) -> str:
        """Who organised the event; empty when unknown."""
        return self.meta.get(self.labels["organiser"], "")

    @property
    def is_brief(self) -> bool:
        """Whether the document is meant for one sheet: then it is set tight, sources apart."""
        return self.type == "paattajan-tiivistelma"

    @cached_property
    def block_ids(self) -> frozenset[str]:
        """Ids of the blocks that are there; a reference to any other is only words."""
        return frozenset(block.id for block in self.blocks)

    @property
    def marks(self) -> tuple[str, str]:
        """The quotation marks of the language."""
        return quote_marks(self.language)

    @property
    def sources_intro(self) -> str:
        """How to read the source appendix, with one of its own labels as the example."""
        intro: str = self.labels["sources_intro"]
        return intro.format(ref=self.sources[0].ref) if self.sources else ""


def make_page(document: Document) -> Page:
    """Make the page of a reviewed document."""
    return Page(
        type=document.type,
        title=document.title,
        language=document.language,
        meta={**document.meta, **_signed_by(document)},
        blocks=tuple(_with_names(block, document) for block in document.blocks),
        sources=document.sources,
        is_draft=False,
        accepted_by=document.accepted_by,
        comments={},
    )


def _signed_by(document: Document) -> Mapping[str, str]:
    if not document.signatures:
        return {}
    return {load_phrases(document.language)["labels"]["signed_by"]: _names(document)}


def _with_names(block: Block, document: Document) -> Block:
    """Return a block with the names of those who signed where the draft leaves a place for them."""
    if not document.signatures or not block.id.endswith(SIGNATURES_ID):
        return block
    return replace(block, runs=(TextRun(text=_names(document)),))


def _names(document: Document) -> str:
    return "; ".join(
        f"{one.name} ({one.role}) {one.at.day}.{one.at.month}.{one.at.year}"
        for one in document.signatures
    )


def make_working_page(
    draft: Draft,
    *,
    reviews: Iterable[Review] = (),
    comments: Iterable[Comment] = (),
    annex: Iterable[Block] = (),
    face: str = "",
    changes: Mapping[str, tuple[str, str]] | None = None,
) -> Page:
    """Make the page of a draft as people have left it so far, an annex after it."""
    blocks = revised_blocks(draft, reviews)
    remarks: dict[str, tuple[Comment, ...]] = {}
    for comment in sorted(comments, key=lambda item: item.made_at):
        remarks[comment.block_id] = (*remarks.get(comment.block_id, ()), comment)
    return Page(
        type=draft.type,
        title=draft.title,
        language=draft.language,
        meta=draft.meta,
        blocks=(*blocks, *annex),
        sources=cited_sources(blocks, draft.sources),
        is_draft=True,
        accepted_by=(),
        comments=remarks,
        face=face,
        changes=changes or {},
    )


def printable(text: str) -> str:
    """Leave out signs that a file cannot hold."""
    return _UNPRINTABLE.sub("", text)


def is_block_quote(block: Block) -> bool:
    """Whether a paragraph is nothing but somebody's words and where they are from."""

    def is_framing(run: Run) -> bool:
        return isinstance(run, CiteRun) or not getattr(run, "text", "").strip(" .")

    return (
        block.kind is BlockKind.PARAGRAPH
        and bool(block.runs)
        and isinstance(block.runs[0], QuoteRun)
        and all(is_framing(run) for run in block.runs[1:])
    )


def figure_alt(block: Block) -> str:
    """Return what one sees in a figure, or its caption when a person changed the numbers."""
    # What the machine said of its own numbers may not hold for others.
    return block.caption if block.origin == "human" or not block.alt else block.alt


def table_width(block: Block) -> int:
    """Return the number of columns of a table, the longest row counted."""
    return max([len(block.header), *(len(row.cells) for row in block.rows)])
