"""Names of groups of notes: a label of nouns, a phrase from the notes, keywords."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from toolkit.lemmas import light_words
from toolkit.themes.corpus import FINNISH, Corpus
from toolkit.themes.labels import pick_words, write_label
from toolkit.themes.memberships import MAX_KEYWORDS
from toolkit.themes.subtitles import choose_subtitle
from toolkit.themes.topic_words import TopicWord, weigh_words

# A noun that only says what is done, or that is said of every matter, is worth this much.
_SECOND_RANK = 0.5
# The words of a label are of this share of the notes, or of so many notes, if there are such words.
_SHARE, _MANY = 0.125, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """What the machine would call a theme.

    Attributes
    ----------
    label
        Up to three nouns in the nominative, or the beginning of a note if there are none.
    subtitle
        A noun phrase of two to four words; empty when no phrase is good enough.
    keywords
        Base forms of the words that tell the theme from the others, strongest first.
    """

    label: str
    subtitle: str
    keywords: tuple[str, ...]


def name_groups(groups: Mapping[int, Sequence[int]], corpus: Corpus) -> dict[int, Naming]:
    """Return a name for every group; no two have the same label if their words differ at all.

    A group is named in the language of most of its notes. Names of people, and words that look
    like names of people, are in no name.

    Parameters
    ----------
    groups
        Group → rows of ``corpus``, at least one, the most central first.
    """
    spoken = {key: _language(rows, corpus) for key, rows in groups.items()}
    own = {
        key: [row for row in rows if corpus.languages[row] == spoken[key]]
        for key, rows in groups.items()
    }
    table = weigh_words(own, words=corpus.words, weights=corpus.weights)
    named: dict[int, Naming] = {}
    taken: set[frozenset[str]] = set()
    sizes = {key: sum(corpus.weights[row] for row in rows) for key, rows in groups.items()}
    for key in sorted(groups, key=lambda key: (-sizes[key], key)):
        chosen, naming = _name(own[key], table[key], spoken[key], corpus, taken)
        taken.add(frozenset(chosen))
        named[key] = naming
    return {key: named[key] for key in groups}


def _language(rows: Sequence[int], corpus: Corpus) -> str:
    counts: Counter[str] = Counter()
    for row in sorted(rows):
        counts[corpus.languages[row]] += corpus.weights[row]  # type: ignore[assignment]
    return min(counts, key=lambda language: (-counts[language], language))


def _name(
    rows: Sequence[int],
    ranked: Sequence[TopicWord],
    language: str,
    corpus: Corpus,
    taken: set[frozenset[str]],
) -> tuple[list[str], Naming]:
    keywords = _shared(ranked, rows, corpus)
    n_notes = sum(corpus.weights[row] for row in rows)
    # A noun of one note names a theme better than an adjective of many.
    nouns = _nouns(keywords, language, n_notes, corpus) or _nouns(ranked, language, n_notes, corpus)
    chosen = pick_words(nouns, taken=taken)
    shown = [corpus.as_shown(word, language) for word in chosen or [w.word for w in keywords[:3]]]
    subtitle = choose_subtitle(
        [(corpus.phrases[row], corpus.weights[row]) for row in rows],
        scores={one.word: one.score for one in keywords},
        language=language,
        one=lambda word: corpus.one_form(word, language),
    )
    words = tuple(corpus.as_shown(one.word, language) for one in keywords[:MAX_KEYWORDS])
    quote = corpus.without_names(rows[0])
    return chosen, Naming(label=write_label(shown, quote=quote), subtitle=subtitle, keywords=words)


def _shared(ranked: Sequence[TopicWord], rows: Sequence[int], corpus: Corpus) -> list[TopicWord]:
    """Return words of several notes, or of one where there are fewer than two such words.

    Of words as good as each other those of central notes come first.
    """
    first: dict[str, int] = {}
    for place, row in enumerate(rows):
        for word in corpus.words[row]:
            first.setdefault(word, place)
    ranked = sorted(ranked, key=lambda one: (-one.score, first[one.word], one.word))
    shared = [one for one in ranked if one.n_notes > 1]
    return shared if len(shared) > 1 else [*shared, *(w for w in ranked if w.n_notes <= 1)]


def _nouns(
    keywords: Sequence[TopicWord], language: str, n_notes: float, corpus: Corpus
) -> dict[str, float]:
    """Return the nouns that may name a theme of ``n_notes``, those of many notes first."""
    scores: dict[str, float] = {}
    common: set[str] = set()
    for one in keywords:
        noun = corpus.lemmatizer.as_noun(one.word) if language == FINNISH else one.word
        is_doing, light = noun != one.word, noun.lower() in light_words(language)
        if not noun or (is_doing and light):  # lupaan edistää
            continue
        if one.n_notes >= min(_MANY, _SHARE * n_notes) and not light:
            common.add(noun)
        second = light or is_doing or corpus.seems_no_noun(noun, language)
        scores[noun] = max(scores.get(noun, 0), one.score * (_SECOND_RANK if second else 1))
    order = sorted(scores, key=lambda noun: (noun not in common, -scores[noun]))
    return {noun: scores[noun] for noun in order}
