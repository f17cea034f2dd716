"""Checking a draft against the material: citations, quotes and numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from toolkit.domain import (
    Block,
    Document,
    Draft,
    Findings,
    Gate,
    Note,
    NumberRun,
    QuoteRun,
    TextRun,
)
from toolkit.drafting.material import notes_by_id
from toolkit.drafting.quote_check import check_quote
from toolkit.errors import ToolkitError
from toolkit.i18n import _
from toolkit.paragraphs import block_runs, cited_ids
from toolkit.privacy import find_personal_data

CITATIONS, QUOTES, NUMBERS, PERSONAL_DATA = "G1", "G2", "G3", "G6"

_QUOTED = re.compile(r"[”“„»«\"]([^”“„»«\"]+)[”“„»«\"]")
_DATE = re.compile(r"\b\d{1,2}\.\d{1,2}\.(?:\d{4})?|\b\d{1,2}\.(?=\s?[a-zåäö])|\b(?:19|20)\d{2}\b")
_BRACKETS = re.compile(r"\[[^\]]*\]")
_NUMBER = re.compile(r"(?<![\w-])\d{1,3}(?:[\u00a0 ]\d{3})+(?!\d)|(?<![\w-])\d+(?:[.,]\d+)?")


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
        In the order of the draft; empty when everything holds. ``G1``: what is cited exists, and a
        block that claims something cites something. ``G2``: quotes are to the letter. ``G3``:
        numbers are what counting again gives. ``G6``: no note that the reader is led to holds
        personal data. An error blocks publishing. What a person wrote
        without a source, or a number they changed, is a warning: people may know more than notes.
    """
    notes = notes_by_id(findings)
    listed = {source.note_id for source in draft.sources}
    labels = {theme.label for theme in findings.themes}
    gates: list[Gate] = []
    for block in draft.blocks:
        gates.extend(_check_citations(block, notes=notes, listed=listed))
        gates.extend(_check_quotes(block, notes=notes, labels=labels))
        gates.extend(_check_numbers(block, answer=answer))
        gates.extend(_check_personal_data(block, notes=notes))
    return tuple(gates)


def _check_citations(
    block: Block, *, notes: Mapping[str, Note], listed: set[str]
) -> Iterator[Gate]:
    ids = cited_ids(block)
    for note_id in ids:
        if note_id not in notes:
            message = _("There is no such note in the material: {ref}.").format(ref=note_id)
            yield _error(CITATIONS, block, message)
        elif note_id not in listed:
            message = _("The source appendix does not have the note: {ref}.")
            yield _error(CITATIONS, block, message.format(ref=notes[note_id].ref or note_id))
    if block.is_finding and not ids:
        message = _("The paragraph says something of the material but cites nothing.")
        level = "warning" if block.origin == "human" else "error"
        yield Gate(gate=CITATIONS, level=level, block_id=block.id, message=message)


def _check_quotes(block: Block, *, notes: Mapping[str, Note], labels: set[str]) -> Iterator[Gate]:
    for run in block_runs(block):
        if isinstance(run, QuoteRun) and not _is_exact(run, notes):
            message = _("The quote is not what the note says: “{quote}”").format(quote=run.text)
            yield _error(QUOTES, block, message)
    if block.origin != "human":
        return
    cited = [notes[note_id].text for note_id in cited_ids(block) if note_id in notes]
    for quote in _QUOTED.findall(_plain_text(block)):
        is_long = len(quote.split()) > 3
        if is_long and quote not in labels and not _is_found(quote, cited):
            message = _("No note cited in the paragraph has these words: “{quote}”")
            yield _error(QUOTES, block, message.format(quote=quote))


def _check_numbers(block: Block, *, answer: Callable[[str], int]) -> Iterator[Gate]:
    counted = set()
    for run in block_runs(block):
        if isinstance(run, NumberRun):
            counted.add(run.value)
            message = _check_number(run, answer)
            if message:
                yield _error(NUMBERS, block, message)
    if block.origin != "human":
        return
    for number in _numbers(_plain_text(block)):
        if number not in {str(value) for value in counted}:
            message = _("Nobody has counted this number from the material: {number}")
            message = message.format(number=number)
            yield Gate(gate=NUMBERS, level="warning", block_id=block.id, message=message)


def _check_personal_data(block: Block, *, notes: Mapping[str, Note]) -> Iterator[Gate]:
    for note_id in cited_ids(block):
        if note_id in notes and find_personal_data(notes[note_id].text):
            message = _("The note holds personal data: {ref}. Mask it or set the note aside.")
            yield _error(PERSONAL_DATA, block, message.format(ref=notes[note_id].ref or note_id))


def _check_number(run: NumberRun, answer: Callable[[str], int]) -> str:
    """Return what is wrong with a number, or nothing."""
    try:
        counted = answer(run.query)
    except (KeyError, ValueError, ToolkitError):
        message = _("The number cannot be counted again from the material: {number}")
        return message.format(number=run.text)
    shown = "".join(_numbers(run.text))
    if counted != run.value or (shown and shown != str(run.value)):
        message = _("The text has the number {number}, the material has {counted}.")
        return message.format(number=shown or run.value, counted=counted)
    return ""


def _is_exact(run: QuoteRun, notes: Mapping[str, Note]) -> bool:
    note = notes.get(run.note_id)
    return note is not None and note.text[run.start : run.end] == run.text


def _is_found(quote: str, texts: list[str]) -> bool:
    return any(check_quote(quote, text).accepted for text in texts)


def _plain_text(block: Block) -> str:
    # What a person typed: runs that are checked as numbers, quotes and citations leave a gap.
    parts = [run.text if isinstance(run, TextRun) else " … " for run in block_runs(block)]
    return "".join(parts)


def _numbers(text: str) -> list[str]:
    for pattern in (_BRACKETS, _QUOTED, _DATE):
        text = pattern.sub(" ", text)
    return [re.sub(r"[\s,](?=\d{3}\b)", "", number) for number in _NUMBER.findall(text)]


def _error(gate: str, block: Block, message: str) -> Gate:
    return Gate(gate=gate, level="error", block_id=block.id, message=message)
