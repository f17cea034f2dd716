"""Choosing whose words to quote: central notes first, from as many directions as possible."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache

from toolkit.domain import Note, QuoteRun, TextRun
from toolkit.drafting.sentences import Runs, Sentences
from toolkit.paragraphs import quote_marks
from toolkit.phrases import LANGUAGES, load_phrases
from toolkit.privacy import has_personal_data, mask_personal_data

_ALIKE = 0.5  # share of common pieces of words from which two quotes say the same

SHORTEST, LONGEST = 4, 35  # words: shorter says nothing, longer is not read

_SENTENCE = re.compile(r"\S.*?(?:[.!?…]+[”’\")]*(?=\s+[^\W\d_a-zåäö]|\s*$)|$)", re.DOTALL)


def choose_quotes(
    notes: Iterable[Note],
    *,
    limit: int,
    avoid: Collection[str] = (),
    choices: Mapping[str, str] | None = None,
) -> tuple[QuoteRun, ...]:
    """Choose up to ``limit`` quotes.

    Parameters
    ----------
    notes
        The most central first.
    avoid
        Ids of notes that are quoted elsewhere.
    choices
        Note id → ``"pin"`` or ``"ban"``, as people chose.

    Returns
    -------
    tuple of QuoteRun
        What people pinned first; then notes in which nothing was masked when they came, whole notes
        before sentences cut from long ones, and a group or source that has not spoken before one
        that has. Never a note with personal data
        or one that people banned, never nearly the same words twice. Empty when no note can be
        quoted.
    """
    choices = choices or {}
    free = [n for n in notes if n.id not in avoid and choices.get(n.id) != "ban"]
    candidates = [(note, quote) for note in free if (quote := _quotable(note))]
    candidates.sort(key=lambda pair: (_is_masked(pair[0]), pair[1].text != pair[0].text))
    pinned = [pair for pair in candidates if choices.get(pair[0].id) == "pin"]
    chosen: list[QuoteRun] = []
    for pool in (pinned, list(_first_of_each_voice(candidates)), candidates):
        for _, quote in pool:
            if len(chosen) < limit and not _is_repeat(quote, chosen):
                chosen.append(quote)
    return tuple(chosen)


def _is_masked(note: Note) -> bool:
    """Whether personal data was replaced in a note when it was imported."""
    return _mask_words().search(note.text) is not None


@cache
def _mask_words() -> re.Pattern[str]:
    words = {
        re.escape(word).replace(r"\{n\}", r"\d+")
        for language in LANGUAGES
        for key, word in load_phrases(language)["labels"].items()
        if key.startswith("masked")
    }
    return re.compile("|".join(sorted(words)))


def whole_quote(note: Note) -> QuoteRun:
    """Quote everything the note says."""
    return QuoteRun(note_id=note.id, start=0, end=len(note.text), text=note.text)


def inline_quote(quote: QuoteRun) -> QuoteRun:
    """Leave out the final full stop, so that the quote can stand inside a sentence."""
    if not quote.text.endswith(".") or quote.text.endswith(".."):
        return quote
    return QuoteRun(
        note_id=quote.note_id, start=quote.start, end=quote.end - 1, text=quote.text[:-1]
    )


def statement_quote(note: Note, *, sentences: Sentences, inline: bool = False) -> Runs:
    """Quote a statement that was voted on; one with personal data is shown masked, as no quote.

    Parameters
    ----------
    inline
        Whether it stands inside a sentence.
    """
    if not has_personal_data(note.text):
        quote = whole_quote(note)
        return (inline_quote(quote) if inline else quote,)
    opening, closing = quote_marks(sentences.language)
    masked = mask_personal_data(note.text, word=sentences.phrase("labels.masked"))
    return (TextRun(text=f"{opening}{masked.removesuffix('.') if inline else masked}{closing}"),)


def _quotable(note: Note) -> QuoteRun | None:
    if has_personal_data(note.text):
        return None
    if _fits(note.text):
        return whole_quote(note)
    for match in _SENTENCE.finditer(note.text):
        if _fits(match[0]):
            return QuoteRun(note_id=note.id, start=match.start(), end=match.end(), text=match[0])
    return None


def _fits(text: str) -> bool:
    return SHORTEST <= len(text.split()) <= LONGEST


def _first_of_each_voice(
    candidates: Sequence[tuple[Note, QuoteRun]],
) -> Iterator[tuple[Note, QuoteRun]]:
    heard: set[tuple[str, str]] = set()
    for note, quote in candidates:
        voice = (note.group or note.prompt, note.source_id)
        if voice not in heard:
            heard.add(voice)
            yield note, quote


def _is_repeat(quote: QuoteRun, chosen: Iterable[QuoteRun]) -> bool:
    mine = _pieces(quote.text)
    return any(_overlap(mine, _pieces(other.text)) > _ALIKE for other in chosen)


def _pieces(text: str) -> set[str]:
    # Pieces of words find the same word in another form.
    words = f" {' '.join(text.casefold().split())} "
    return {words[at : at + 4] for at in range(len(words) - 3)}


def _overlap(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 1.0
