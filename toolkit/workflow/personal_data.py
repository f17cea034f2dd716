"""Personal data in notes: what may be some, what people decided, and the words in its place."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from toolkit import importers
from toolkit.domain import Import, Note, Redaction
from toolkit.language import detect_language
from toolkit.lemmas import NameFinder
from toolkit.phrases import LANGUAGES, load_phrases
from toolkit.privacy import find_personal_data, find_possible_personal_data
from toolkit.workflow.boards import items_of

_SENTENCE_END = re.compile(r"[.!?…]+\s")
_TELL_EVERY = 500
_MOST = 160
"""Characters of a sentence shown on either side of the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Words of a note that may tell who somebody is.

    Attributes
    ----------
    digest, start, end, kind
        As in ``Redaction``.
    is_certain
        Whether a pattern alone is enough; then nobody needs to be asked.
    before, words, after
        The sentence they stand in, in three parts.
    base
        The name in its base form, or the words in small letters: equal for the same name.
    language
        Of the note; empty when it is not known.
    """

    digest: str
    start: int
    end: int
    kind: str
    is_certain: bool
    before: str
    words: str
    after: str
    base: str
    language: str = ""

    @property
    def key(self) -> str:
        """What tells it from the other suggestions of a workshop."""
        return f"{self.digest}:{self.start}:{self.end}"


def text_digest(text: str) -> str:
    """Return the digest by which decisions find a text again."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def find_suggestions(
    imported: Import, finder: NameFinder | None, *, tell: Callable[[float], None] | None = None
) -> tuple[Suggestion, ...]:
    """Find what may be personal data in the notes and statements of an export, in their order.

    Equal texts are asked about once.

    Parameters
    ----------
    finder
        None to look for patterns alone, not for names.
    tell
        Called now and then with the share that is done; may raise to stop the work.
    """
    texts = list(dict.fromkeys(item.text for item in items_of(imported)))
    found: list[Suggestion] = []
    for number, text in enumerate(texts):
        if tell is not None and number % _TELL_EVERY == 0:
            tell(number / len(texts))
        found += _suggest(text, finder)
    return tuple(found)


def _suggest(text: str, finder: NameFinder | None) -> Iterator[Suggestion]:
    found = [(s.start, s.end, s.kind, s.certain, "") for s in find_personal_data(text)]
    found += [(s.start, s.end, s.kind, False, "") for s in find_possible_personal_data(text)]
    if not found and not (finder and finder.find(text)):
        return  # most notes: telling their language would take longer than all the rest
    language = detect_language(text)
    names = finder.find(text, language=language) if finder else ()
    found += [(n.start, n.end, "person", False, n.base) for n in names]
    taken: list[tuple[int, int, str, bool, str]] = []
    for span in found:
        if all(span[1] <= other[0] or other[1] <= span[0] for other in taken):
            taken.append(span)
    for start, end, kind, is_certain, base in sorted(taken):
        before, after = _sentence(text, start, end)
        yield Suggestion(
            digest=text_digest(text),
            start=start,
            end=end,
            kind=kind,
            is_certain=is_certain,
            before=before,
            words=text[start:end],
            after=after,
            base=base or text[start:end].lower(),
            language=language,
        )


def _sentence(text: str, start: int, end: int) -> tuple[str, str]:
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    first = max((at for at in ends if at <= start), default=0)
    last = min((at for at in ends if at >= end), default=len(text))
    before, after = text[first:start], text[end:last].rstrip()
    return (
        before if len(before) <= _MOST else f"…{before[-_MOST:]}",
        after if len(after) <= _MOST else f"{after[:_MOST]}…",
    )


def redact(
    suggestions: Iterable[Suggestion],
    choices: Mapping[str, bool],
    *,
    people: Mapping[str, str] | None = None,
) -> tuple[Redaction, ...]:
    """Turn choices into decisions, with the words that stand in place of what is masked.

    Parameters
    ----------
    choices
        Key of a suggestion → whether it is masked. What is certain is masked unless somebody
        chose otherwise; of the rest, what nobody has chosen is left out.
    people
        Base form → number of the people who have one in the workshop; others get the next ones.
    """
    numbers = dict(people or {})
    decided = []
    for one in suggestions:
        is_masked = choices.get(one.key, one.is_certain or None)
        if is_masked is None:
            continue
        if is_masked and one.kind == "person" and one.base not in numbers:
            numbers[one.base] = str(1 + max(map(int, numbers.values()), default=0))
        word = _word(one, numbers.get(one.base, "")) if is_masked else ""
        decided.append(
            Redaction(digest=one.digest, start=one.start, end=one.end, kind=one.kind, word=word)
        )
    return tuple(decided)


def _word(suggestion: Suggestion, number: str) -> str:
    language = suggestion.language if suggestion.language in LANGUAGES else "fi"
    labels = load_phrases(language)["labels"]
    word: str = labels.get(f"masked_{suggestion.kind}", labels["masked"])
    return word.format(n=number)


def number_of(redaction: Redaction) -> str:
    """Return the number of a masked person; empty for everything else."""
    found = re.search(r"\d+", redaction.word) if redaction.kind == "person" else None
    return found[0] if found else ""


def review_personal_data(imported: Import, decisions: Sequence[Redaction]) -> Import:
    """Put the decided words in place of personal data, and count the notes changed as masked.

    The same import and decisions give the same. A decision finds its text by the digest; one whose
    text is not here, or has changed, does nothing. Ids stay: they are those of the words as
    they came, so a newer export of the same notes is still recognised.
    """
    if not decisions:
        return imported
    of_text = by_text(decisions)

    def reviewed_text(note: Note) -> str:
        return mask_text(note.text, of_text.get(text_digest(note.text), ()))

    notes = tuple(replace(note, text=reviewed_text(note)) for note in imported.notes)
    votes = imported.votes
    if votes is not None:
        statements = tuple(replace(s, text=reviewed_text(s)) for s in votes.statements)
        votes = replace(votes, statements=statements)
    reviewed = replace(imported, notes=notes, votes=votes)
    receipt = replace(imported.receipt, masked=len(masked_ids(imported, reviewed)))
    return importers.warn_of_personal_data(replace(reviewed, receipt=receipt))


def by_text(decisions: Iterable[Redaction]) -> Mapping[str, Sequence[Redaction]]:
    """Return decisions by the digest of the text that they are about."""
    found: dict[str, list[Redaction]] = {}
    for one in decisions:
        found.setdefault(one.digest, []).append(one)
    return found


def masked_ids(imported: Import, reviewed: Import) -> frozenset[str]:
    """Return the ids of the notes and statements that a review has changed."""
    pairs = zip(items_of(imported), items_of(reviewed), strict=True)
    return frozenset(before.id for before, after in pairs if before.text != after.text)


def decisions_on(imported: Import, decided: Iterable[Redaction]) -> tuple[Redaction, ...]:
    """Return the decisions on words of these notes; of several on the same words the first."""
    digests = {text_digest(item.text) for item in items_of(imported)}
    own: dict[tuple[str, int, int], Redaction] = {}
    for one in decided:
        if one.digest in digests:
            own.setdefault((one.digest, one.start, one.end), one)
    return tuple(own.values())


def mask_text(text: str, decisions: Iterable[Redaction]) -> str:
    """Return a text with the decided words in place of personal data."""
    digest = text_digest(text)
    parts, at = [], 0
    for one in sorted(decisions, key=lambda one: one.start):
        if one.digest == digest and one.word and at <= one.start < one.end <= len(text):
            parts += [text[at : one.start], one.word]
            at = one.end
    return "".join([*parts, text[at:]])
