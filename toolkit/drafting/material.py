"""The material of a draft as the slots need it: notes by id, findings by kind, the workshop."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from toolkit.domain import (
    SMALL_GROUP,
    SMALL_NOTE_GROUP,
    Block,
    BlockKind,
    CiteRun,
    Finding,
    FindingKind,
    Findings,
    Note,
    QuoteRun,
    Run,
    SourceNote,
    TextRun,
    Theme,
    Workshop,
)
from toolkit.drafting.quotes import choose_quotes
from toolkit.drafting.sentences import Runs, Sentences, paragraph
from toolkit.privacy import mask_personal_data

FEWEST_PEOPLE = SMALL_GROUP  # a smaller group might be recognised
LISTED = 12  # citations or table rows in one place; a longer list is not read


@dataclass(frozen=True, kw_only=True)
class Material:
    """Everything a slot may draw on.

    Attributes
    ----------
    heard_title, heard_headings
        Of the document that the last comment round was about: what it is called, and its headings
        by the ids of their sections.
    """

    findings: Findings
    workshop: Workshop | None
    sentences: Sentences
    heard_title: str = ""
    heard_headings: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def notes(self) -> Mapping[str, Note]:
        """Notes and statements by id."""
        return notes_by_id(self.findings)

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        """The themes with notes, without *Muut*, in the order of the findings."""
        return tuple(
            theme for theme in self.findings.themes if theme.note_ids and not theme.is_rest
        )

    @property
    def has_only_votes(self) -> bool:
        """Whether people voted and no notes are in use: then there is nothing to say of notes."""
        return self.findings.groups is not None and not self.findings.notes

    @property
    def rest(self) -> Theme | None:
        """*Muut*, or None when every note found a theme."""
        return next((theme for theme in self.findings.themes if theme.is_rest), None)

    def of_kind(self, kind: FindingKind) -> tuple[Finding, ...]:
        """Return the findings of one kind, strongest first."""
        return tuple(finding for finding in self.findings.items if finding.kind is kind)

    def finding(self, kind: FindingKind, *, theme_id: str) -> Finding | None:
        """Return what ``kind`` says of a theme."""
        return next((item for item in self.of_kind(kind) if item.theme_id == theme_id), None)

    def existing(self, note_ids: Iterable[str]) -> tuple[Note, ...]:
        """Return the notes of these ids that are in use, in the order given."""
        return tuple(self.notes[note_id] for note_id in note_ids if note_id in self.notes)

    def central(self, theme: Theme) -> tuple[Note, ...]:
        """Return the notes of a theme, the most central first."""
        ordered = dict.fromkeys((*theme.central_ids, *theme.note_ids))
        members = set(theme.note_ids)
        return self.existing(note_id for note_id in ordered if note_id in members)

    def quotes(
        self, notes: Iterable[Note], *, limit: int, avoid: Collection[str] = ()
    ) -> tuple[QuoteRun, ...]:
        """Choose quotes, as people have pinned and banned them; see ``choose_quotes``."""
        choices = self.findings.quote_choices
        return choose_quotes(notes, limit=limit, avoid=avoid, choices=choices)

    def cite(self, notes: Iterable[Note]) -> Runs:
        """Cite ``notes``; nothing when there are none."""
        note_ids = tuple(dict.fromkeys(note.id for note in notes))
        return (CiteRun(note_ids=note_ids),) if note_ids else ()


def notes_by_id(findings: Findings) -> Mapping[str, Note]:
    """Return every note and every statement that was voted on, by id."""
    results = findings.groups.statements if findings.groups else ()
    voted = {item.id: Note(id=item.id, text=item.text, ref=item.ref) for item in results}
    return voted | {note.id: note for note in findings.notes}


def source_notes(findings: Findings, *, language: str = "fi") -> tuple[SourceNote, ...]:
    """Return an entry of the source appendix for every note, in the order of the labels.

    A group that few notes come from is not named: its people might be recognised. What is certainly
    personal data is replaced by a word in brackets.
    """
    sentences = Sentences(language)
    mask = sentences.phrase("labels.masked")
    voted = {item.id for item in findings.groups.statements} if findings.groups else set()
    sizes: dict[str, int] = {}
    for note in findings.notes:
        sizes[note.group] = sizes.get(note.group, 0) + 1
    entries = []
    for note in notes_by_id(findings).values():
        group = note.group if sizes.get(note.group, 0) >= SMALL_NOTE_GROUP else ""
        kind = sentences.phrase("labels.statement_source") if note.id in voted else ""
        where = " · ".join(dict.fromkeys(part for part in (kind, group, note.prompt) if part))
        text, where = (mask_personal_data(part, word=mask) for part in (note.text, where))
        entries.append(SourceNote(note_id=note.id, ref=note.ref or note.id, text=text, where=where))
    return tuple(sorted(entries, key=lambda entry: label_order(entry.ref)))


def label_order(ref: str) -> tuple[tuple[int, str], ...]:
    """Return a key that puts T1-9 before T1-10: digits are compared as numbers."""
    parts: list[tuple[int, str]] = []
    number = ""
    for sign in f"{ref} ":
        if sign.isdecimal():
            number += sign
            continue
        if number:
            parts.append((int(number), ""))
            number = ""
        parts.append((-1, sign))
    return tuple(parts)


def make_block(
    block_id: str,
    runs: Iterable[Run],
    *,
    kind: BlockKind = BlockKind.PARAGRAPH,
    level: int = 0,
    is_finding: bool = False,
) -> Block:
    """Make a block of template text."""
    return Block(id=block_id, kind=kind, runs=tuple(runs), level=level, is_finding=is_finding)


def labelled(label: str, value: str | Runs) -> Runs:
    """Put a strong label and a colon before ``value``."""
    runs = (TextRun(text=value),) if isinstance(value, str) else value
    return paragraph((TextRun(text=f"{label}:", strong=True),), runs)
