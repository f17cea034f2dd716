"""Notes to suggestions of what each does: signs in words and forms, then nearness to examples."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from toolkit.domain import KindSuggestion, Note, NoteKind
from toolkit.kinds.examples import Examples, Nearness
from toolkit.kinds.finnish import find_forms
from toolkit.kinds.lexicon import LANGUAGES, load_lexicon
from toolkit.kinds.signs import WEIGHTS, Sign, find_signs
from toolkit.lemmas import ParsedWord, Parser, load_parser

if TYPE_CHECKING:
    from toolkit.encoders import Encoder

# A difference of 0.2 in nearness weighs as much as a weak sign.
_NEARNESS = 6.0
_PROMPT = 1.5
_DECIMALS = 6


def find_kinds(
    notes: Sequence[Note], *, encoder: Encoder, parser: Parser | None = None
) -> tuple[KindSuggestion, ...]:
    """Suggest for every note whether it worries, proposes, thanks, asks or states.

    Signs in the words and, in Finnish, in moods and other forms of verbs speak for kinds; nearness
    to invented examples decides where they say nothing or disagree. What a note gets depends on its
    own words, language and prompt alone.

    Parameters
    ----------
    notes
        Any number; languages may be mixed. An unknown language is taken for Finnish.
    encoder
        Its vectors tell which examples a note is near.
    parser
        Of Finnish; by default ``load_parser()``, when there is a Finnish note.

    Returns
    -------
    tuple of KindSuggestion
        One for each note, sorted by note id.
    """
    ordered = sorted(notes, key=lambda note: note.id)
    if not ordered:
        return ()
    languages = [_language(note) for note in ordered]
    parsed = _parse(ordered, languages, parser)
    near = Examples(encoder).nearness([note.text for note in ordered], languages)
    return tuple(
        _suggest(note, _signs(note, language, parsed), nearness)
        for note, language, nearness in zip(ordered, languages, near, strict=True)
    )


def _language(note: Note) -> str:
    return note.language if note.language in LANGUAGES else "fi"


def _parse(
    notes: Sequence[Note], languages: Sequence[str], parser: Parser | None
) -> Mapping[str, tuple[ParsedWord, ...]]:
    texts = sorted({n.text for n, lang in zip(notes, languages, strict=True) if lang == "fi"})
    if not texts:
        return {}
    return dict(zip(texts, (parser or load_parser()).parse(texts), strict=True))


def _signs(
    note: Note, language: str, parsed: Mapping[str, tuple[ParsedWord, ...]]
) -> list[tuple[NoteKind, float, Sign]]:
    lexicon = load_lexicon(language)
    found = list(find_signs(note.text, lexicon))
    if language == "fi":
        found += find_forms(parsed[note.text], lexicon)
    weighed = [(*WEIGHTS[sign.code], sign) for sign in found]
    for kind, pattern in load_lexicon(language).prompts.items():
        if pattern.search(note.prompt):
            weighed.append((kind, _PROMPT, Sign("prompt", note.prompt)))
    return weighed


def _suggest(
    note: Note,
    signs: Iterable[tuple[NoteKind, float, Sign]],
    near: Mapping[NoteKind, Nearness],
) -> KindSuggestion:
    """Add up what speaks for each kind; a sign that is there twice counts once."""
    once: dict[tuple[NoteKind, str], tuple[float, Sign]] = {}
    for kind, weight, sign in signs:
        once.setdefault((kind, sign.code), (weight, sign))
    total = {
        kind: sum((weight for (own, _), (weight, _sign) in once.items() if own is kind), start)
        for kind, start in ((kind, _NEARNESS * near[kind].value) for kind in NoteKind)
    }
    rounded = {kind: round(value, _DECIMALS) for kind, value in total.items()}
    first, second, *_rest = sorted(NoteKind, key=lambda kind: -rounded[kind])
    # What the note says itself is a better reason than the question it answers.
    own = [(code != "prompt", *pair) for (kind, code), pair in once.items() if kind is first]
    *_order, sign = max(own, default=(False, 0.0, Sign("like", near[first].example)))
    return KindSuggestion(
        note_id=note.id,
        kind=first,
        reason=sign.code,
        words=sign.words,
        margin=round(rounded[first] - rounded[second], _DECIMALS),
    )
