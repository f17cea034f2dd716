"""G2: quotes are to the letter, and of the note that is cited after them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from toolkit.domain import Block, CiteRun, Gate, Note, QuoteRun, Run
from toolkit.drafting.claims import read_claims
from toolkit.drafting.quote_check import check_quote
from toolkit.drafting.shares import find_quantifiers
from toolkit.drafting.typed import running_text, typed_quotes
from toolkit.drafting.verify.checked import Checked, error, warning
from toolkit.drafting.verify.quote_remarks import describe
from toolkit.i18n import _
from toolkit.paragraphs import block_runs, cited_ids

QUOTES = "G2"

_LONGEST_TERM = 3  # words in quotation marks may be a term and nobody's words
_CLOSE = re.compile(r"[\s\u00a0.,;:!?)(–-]*")
_COLON = re.compile(r"\s*:\s*")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Quoted:
    """A quote of an edited block, and the notes of the citation that it stands by."""

    text: str
    run: QuoteRun | None
    note_ids: tuple[str, ...]


def check_quotes(block: Block, checked: Checked) -> Iterator[Gate]:
    """Yield what is wrong with the quotes of a block."""
    for run in block_runs(block):
        if isinstance(run, QuoteRun) and not _is_exact(run, checked.notes):
            message = _("The quote is not what the note says: “{quote}”").format(quote=run.text)
            yield error(QUOTES, block, message)
    if block.origin == "template":
        return
    composed = set(_composed_words(checked.composed(block), checked)) - {""}
    known = checked.labels | (composed if checked.composed(block) is not block else set())
    for runs in (block.runs, *(_joined(row.cells) for row in block.rows)):
        for quote in _quotes_of(runs, checked.language):
            if quote.run is not None:
                yield from _check_owner(quote, quote.run, block, checked)
            elif quote.text not in known and not _is_recorded(quote.text, checked):
                yield from _check_typed(quote, block, checked)


def _is_exact(run: QuoteRun, notes: Mapping[str, Note]) -> bool:
    note = notes.get(run.note_id)
    return note is not None and note.text[run.start : run.end] == run.text


def _is_recorded(quote: str, checked: Checked) -> bool:
    # What a record quotes, it quotes itself.
    return any(check_quote(quote, text).accepted for text in checked.recorded)


def _composed_words(block: Block, checked: Checked) -> Iterator[str]:
    # Names in quotation marks that the template put there; its quotes of notes are checked.
    for runs in (block.runs, *(_joined(row.cells) for row in block.rows)):
        text, _places = running_text(
            (run for run in runs if not isinstance(run, QuoteRun)), language=checked.language
        )
        yield from typed_quotes(text)


def _joined(cells: Sequence[Sequence[Run]]) -> tuple[Run, ...]:
    return tuple(run for cell in cells for run in cell)


def _quotes_of(runs: Sequence[Run], language: str) -> Iterator[_Quoted]:
    text, places = running_text(runs, language=language)
    cites = [(start, end, run) for start, end, run in places if isinstance(run, CiteRun)]
    hidden = text
    for start, end, run in places:
        if isinstance(run, QuoteRun):
            hidden = hidden[:start] + "\u241f" * (end - start) + hidden[end:]
            yield _Quoted(text=run.text, run=run, note_ids=_cited(text, start, end, cites))
    for match in re.finditer(r"[”“„»«\"]([^”“„»«\"]+)[”“„»«\"]", hidden):
        note_ids = _cited(text, match.start(), match.end(), cites)
        yield _Quoted(text=match[1].strip(), run=None, note_ids=note_ids)


def _cited(
    text: str, start: int, end: int, cites: Sequence[tuple[int, int, CiteRun]]
) -> tuple[str, ...]:
    """Return the notes cited right after a quote, or right before it, or next, or last."""
    after = [cite for cite in cites if cite[0] >= end]
    before = [cite for cite in cites if cite[1] <= start]
    if before and _COLON.fullmatch(text, before[-1][1], start):
        return before[-1][2].note_ids
    if after and _CLOSE.fullmatch(text, end, after[0][0]):
        return after[0][2].note_ids
    if before and _CLOSE.fullmatch(text, before[-1][1], start):
        return before[-1][2].note_ids
    chosen = after[:1] or before[-1:]
    return chosen[0][2].note_ids if chosen else ()


def _check_owner(quote: _Quoted, run: QuoteRun, block: Block, checked: Checked) -> Iterator[Gate]:
    """Yield a remark when the citation by a quote names another note."""
    had_citation = any(isinstance(r, CiteRun) for r in block_runs(checked.composed(block)))
    if run.note_id in quote.note_ids or not (quote.note_ids or had_citation):
        return
    same = [i for i in quote.note_ids if i in checked.notes and _says(quote.text, i, checked)]
    if not same:
        yield error(QUOTES, block, _whose(quote, (run.note_id,), checked))


def _whose(quote: _Quoted, note_ids: Sequence[str], checked: Checked) -> str:
    message = _(
        "The quote is not by the note that is cited with it: “{quote}”. Cite the note: {ref}."
    )
    refs = ", ".join(map(checked.ref, note_ids[:3]))
    return message.format(quote=quote.text, ref=refs)


def _says(quote: str, note_id: str, checked: Checked) -> bool:
    return any(check_quote(quote, text).accepted for text in checked.texts(note_id))


def _check_typed(quote: _Quoted, block: Block, checked: Checked) -> Iterator[Gate]:
    if any(_says(quote.text, note_id, checked) for note_id in quote.note_ids):
        return
    n_words = len(quote.text.split())
    claims = read_claims(quote.text) or any(find_quantifiers(quote.text))
    is_term = n_words <= _LONGEST_TERM and not claims
    if not is_term and (others := _who_says(quote.text, checked)):
        yield error(QUOTES, block, _whose(quote, others, checked))
        return
    cited = quote.note_ids or cited_ids(block)
    kind, message = describe(quote.text, cited, cited_ids(block), checked)
    # A term may be anybody's, but three words of a note without its "not" are no term.
    tell = warning if is_term and (kind == "not_found" or n_words == 1) else error
    yield tell(QUOTES, block, message)


def _who_says(quote: str, checked: Checked) -> list[str]:
    """Return the notes that have a quote, to the letter or openly shortened."""
    rarest = max(_WORD.findall(quote), key=len, default="")
    near = [note for note in checked.notes.values() if rarest and rarest in note.text]
    return [note.id for note in near if _says(quote, note.id, checked)]
