"""G2: quotes are to the letter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from toolkit.domain import Block, Gate, Note, QuoteRun
from toolkit.drafting.quote_check import check_quote
from toolkit.drafting.typed import typed_quotes, typed_text
from toolkit.drafting.verify.checked import Checked, error, warning
from toolkit.i18n import _
from toolkit.paragraphs import block_runs, cited_ids

QUOTES = "G2"


def check_quotes(block: Block, checked: Checked) -> Iterator[Gate]:
    """Yield what is wrong with the quotes of a block."""
    for run in block_runs(block):
        if isinstance(run, QuoteRun) and not _is_exact(run, checked.notes):
            message = _("The quote is not what the note says: “{quote}”").format(quote=run.text)
            yield error(QUOTES, block, message)
    if block.origin != "human":
        return
    cited = [text for note_id in cited_ids(block) for text in checked.texts(note_id)]
    cited += checked.recorded  # what a record quotes, it quotes itself
    for quote in typed_quotes(typed_text(block)):
        if quote not in checked.labels and not _is_found(quote, cited):
            message = _("No note cited in the paragraph has these words: “{quote}”")
            # A word or two in quotation marks may be a term and nobody's words.
            tell = error if len(quote.split()) > 3 else warning
            yield tell(QUOTES, block, message.format(quote=quote))


def _is_exact(run: QuoteRun, notes: Mapping[str, Note]) -> bool:
    note = notes.get(run.note_id)
    return note is not None and note.text[run.start : run.end] == run.text


def _is_found(quote: str, texts: list[str]) -> bool:
    return any(check_quote(quote, text).accepted for text in texts)
