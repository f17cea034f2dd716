"""What to tell a person about a quote that was not accepted."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.drafting.quote_check import Verdict, check_quote
from toolkit.drafting.verify.checked import Checked
from toolkit.i18n import N_, _

_NEVER_SAID = Verdict(accepted=False, kind="not_found")

_MESSAGES = {
    "negation": N_(
        "The quote denies something else than the note: “{quote}”. In the note {ref}: {said}. In "
        "the quote: {quoted}. Quote to the letter."
    ),
    "number": N_(
        "The quote changes a number: “{quote}”. In the note {ref}: {said}. In the quote: {quoted}. "
        "Quote to the letter."
    ),
    "modality": N_(
        "The quote changes what must, may or should be done: “{quote}”. In the note {ref}: {said}. "
        "In the quote: {quoted}. Quote to the letter."
    ),
    "actor": N_(
        "The quote changes who does or says something: “{quote}”. In the note {ref}: {said}. In "
        "the quote: {quoted}. Quote to the letter."
    ),
    "omission_unmarked": N_(
        "The quote leaves words of the note {ref} out without showing it: “{quote}”. Put […] where "
        "words are missing."
    ),
    "spliced": N_(
        "The quote joins words from different places as if they had been said together: “{quote}”. "
        "Quote them apart, each with its own citation."
    ),
    "not_found": N_(
        "The notes cited with the quote do not have these words: “{quote}”. Quote to the letter, "
        "or take the quotation marks away."
    ),
}
_LOST = N_(
    "The quote lacks the negation “{said}” of the note {ref}: “{quote}”. Quote the whole clause."
)


def describe(
    quote: str, cited: Sequence[str], in_block: Sequence[str], checked: Checked
) -> tuple[str, str]:
    """Return the kind of the fault, as in ``Verdict``, and a message that says what to do.

    Parameters
    ----------
    cited
        The notes cited with the quote.
    in_block
        All notes that the block cites: words of two of them may have been joined.
    """
    verdict, ref = _NEVER_SAID, ""
    for note_id in cited:
        for text in checked.texts(note_id):
            found = check_quote(quote, text)
            if verdict.kind == "not_found" and found.kind != "not_found":
                verdict, ref = found, checked.ref(note_id)
    if verdict.kind in {"not_found", "actor", "omission_unmarked"} and len(in_block) > 1:
        together = "\n".join(text for i in in_block for text in checked.texts(i)[:1])
        joined = check_quote(quote, together)
        if joined.accepted or joined.kind == "spliced":
            verdict = Verdict(accepted=False, kind="spliced")
    lost = verdict.kind == "negation" and verdict.said and not verdict.quoted
    message = _(_LOST) if lost else _(_MESSAGES[verdict.kind])
    said, quoted = verdict.said or "–", verdict.quoted or "–"
    return verdict.kind, message.format(quote=quote, ref=ref, said=said, quoted=quoted)
