"""Checking a draft against the material: citations, quotes, numbers and personal data."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from toolkit.domain import (
    Block,
    Document,
    Draft,
    Findings,
    Gate,
    Note,
    NumberRun,
    QuoteRun,
    SourceNote,
)
from toolkit.drafting.material import notes_by_id
from toolkit.drafting.quote_check import check_quote
from toolkit.drafting.typed import (
    claims_how_many,
    typed_labels,
    typed_numbers,
    typed_quotes,
    typed_text,
)
from toolkit.errors import ToolkitError
from toolkit.i18n import _
from toolkit.paragraphs import block_runs, cited_ids
from toolkit.phrases import load_phrases
from toolkit.privacy import has_personal_data, mask_personal_data

CITATIONS, QUOTES, NUMBERS, PERSONAL_DATA = "G1", "G2", "G3", "G6"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Material:
    """What the blocks of a draft are checked against."""

    language: str
    notes: Mapping[str, Note]
    listed: Mapping[str, SourceNote]
    labels: frozenset[str]
    answer: Callable[[str], int]

    def ref(self, note_id: str) -> str:
        """Return what people call a note; its id only when nothing else is known of it."""
        entry, note = self.listed.get(note_id), self.notes.get(note_id)
        return (entry and entry.ref) or (note and note.ref) or note_id

    def texts(self, note_id: str) -> tuple[str, ...]:
        """Return the words of a note, as written and as the appendix shows them."""
        if note_id not in self.notes:
            return ()
        text = self.notes[note_id].text
        word = load_phrases(self.language)["labels"]["masked"]
        return (text, mask_personal_data(text, word=word))


def verify_draft(
    draft: Draft | Document, *, findings: Findings, answer: Callable[[str], int]
) -> tuple[Gate, ...]:
    """Check every block of a draft.

    Parameters
    ----------
    answer
        Counts a query again from the material; raises ``ValueError`` when it cannot.

    Returns
    -------
    tuple of Gate
        In the order of the draft; empty when everything holds. ``G1``: what is cited exists, what
        claims something cites something, and no edit is empty. ``G2``: quotes are to the letter.
        ``G3``: numbers are what counting again gives. ``G6``: no personal data can be read.
        An error blocks publishing. What a person wrote without a source, a number they changed, and
        personal data that has been masked are warnings: people may know more than notes.
    """
    material = _Material(
        language=draft.language,
        notes=notes_by_id(findings),
        listed={source.note_id: source for source in draft.sources},
        labels=frozenset(theme.label for theme in findings.themes),
        answer=answer,
    )
    checks = (_check_citations, _check_quotes, _check_numbers, _check_personal_data)
    return tuple(
        gate for block in draft.blocks for check in checks for gate in check(block, material)
    )


def _check_citations(block: Block, material: _Material) -> Iterator[Gate]:
    ids = cited_ids(block)
    for note_id in ids:
        if note_id not in material.notes:
            message = _("There is no such note in the material: {ref}.")
            yield _error(CITATIONS, block, message.format(ref=material.ref(note_id)))
        elif note_id not in material.listed:
            message = _("The source appendix does not have the note: {ref}.")
            yield _error(CITATIONS, block, message.format(ref=material.ref(note_id)))
    if block.origin == "human":
        yield from _check_edit(block, material)
    elif block.is_finding and not ids:
        message = _("The paragraph says something of the material but cites nothing.")
        yield _error(CITATIONS, block, message)


def _check_edit(block: Block, material: _Material) -> Iterator[Gate]:
    text = typed_text(block)
    for label in typed_labels(text):  # one that led to a note would be a citation
        message = _("There is no such note in the material: {ref}.")
        yield _error(CITATIONS, block, message.format(ref=label))
    if not text.strip():
        message = _("The paragraph is empty. Write something in it or reject it.")
        yield _error(CITATIONS, block, message)
    elif cited_ids(block):
        return
    elif block.is_finding:
        message = _("The paragraph says something of the material but cites nothing.")
        yield _warning(CITATIONS, block, message)
    elif claims_how_many(text, language=material.language):
        message = _("The paragraph says how many or how large a part but cites nothing.")
        yield _warning(CITATIONS, block, message)


def _check_quotes(block: Block, material: _Material) -> Iterator[Gate]:
    for run in block_runs(block):
        if isinstance(run, QuoteRun) and not _is_exact(run, material.notes):
            message = _("The quote is not what the note says: “{quote}”").format(quote=run.text)
            yield _error(QUOTES, block, message)
    if block.origin != "human":
        return
    cited = [text for note_id in cited_ids(block) for text in material.texts(note_id)]
    for quote in typed_quotes(typed_text(block)):
        if quote not in material.labels and not _is_found(quote, cited):
            message = _("No note cited in the paragraph has these words: “{quote}”")
            # A word or two in quotation marks may be a term and nobody's words.
            tell = _error if len(quote.split()) > 3 else _warning
            yield tell(QUOTES, block, message.format(quote=quote))


def _check_numbers(block: Block, material: _Material) -> Iterator[Gate]:
    counted = set()
    for run in block_runs(block):
        if isinstance(run, NumberRun):
            counted.add(str(run.value))
            message = _check_number(run, material.answer)
            if message:
                yield _error(NUMBERS, block, message)
    if block.origin != "human":
        return
    for number in typed_numbers(typed_text(block)):
        if number not in counted:
            message = _("Nobody has counted this number from the material: {number}")
            yield _warning(NUMBERS, block, message.format(number=number))


def _check_personal_data(block: Block, material: _Material) -> Iterator[Gate]:
    # What the template quotes may hold none; of what people typed, nothing may.
    words = [run.text for run in block_runs(block) if isinstance(run, QuoteRun)]
    words += [typed_text(block)] if block.origin == "human" else []
    if any(map(has_personal_data, words)):
        message = _("The paragraph holds personal data. Take it out.")
        yield _error(PERSONAL_DATA, block, message)
    for note_id in cited_ids(block):
        if note_id in material.listed and has_personal_data(material.listed[note_id].text):
            message = _("The source appendix shows personal data: {ref}. Compose the draft again.")
            yield _error(PERSONAL_DATA, block, message.format(ref=material.ref(note_id)))
        elif note_id in material.notes and has_personal_data(material.notes[note_id].text):
            message = _("The note holds personal data, which the document masks: {ref}.")
            yield _warning(PERSONAL_DATA, block, message.format(ref=material.ref(note_id)))


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


def _is_exact(run: QuoteRun, notes: Mapping[str, Note]) -> bool:
    note = notes.get(run.note_id)
    return note is not None and note.text[run.start : run.end] == run.text


def _is_found(quote: str, texts: list[str]) -> bool:
    return any(check_quote(quote, text).accepted for text in texts)


def _error(gate: str, block: Block, message: str) -> Gate:
    return Gate(gate=gate, level="error", block_id=block.id, message=message)


def _warning(gate: str, block: Block, message: str) -> Gate:
    return Gate(gate=gate, level="warning", block_id=block.id, message=message)
