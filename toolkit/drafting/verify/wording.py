"""G8: the words that people typed are plain, correct and short."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.domain import Block, Document, Draft, Gate
from toolkit.drafting.own_words import (
    count_words,
    leave_out_list,
    own_words,
    split_sentences,
)
from toolkit.drafting.style_rules import (
    PARAGRAPH_WORDS,
    PASSIVES,
    SENTENCE_WORDS,
    StyleRules,
    load_style_rules,
)
from toolkit.drafting.verify.checked import Checked, warning
from toolkit.i18n import _

WORDING = "G8"

_CAPITALS = re.compile(r"\b[A-ZÅÄÖ]{6,}\b|\b[A-ZÅÄÖ]{2,}(?:\s+[A-ZÅÄÖ]{2,})+\b")


def check_wording(draft: Draft | Document, checked: Checked) -> Iterator[Gate]:
    """Yield what could be plainer in what people typed; templates and quotes are left alone."""
    typed = [block for block in draft.blocks if block.origin != "template"]
    if not typed:
        return
    everything = " ".join(text for block in draft.blocks for text in own_words(block))
    for block in typed:
        for message in [*lint(block, language=draft.language), *_spelling(block, draft, checked)]:
            yield warning(WORDING, block, message)
        yield from _abbreviations(block, load_style_rules(draft.language), everything)


def lint(block: Block, *, language: str) -> Iterator[str]:
    """Yield what could be plainer in a block, and what to write instead."""
    rules = load_style_rules(language)
    for text in own_words(block):
        yield from _length(text)
        yield from _passives(text, rules)
        for pattern, instead in rules.rules:
            for match in pattern.finditer(text):
                message = _("“{words}” can be written better. Write instead: {instead}.")
                yield message.format(words=match[0].strip() or match[0], instead=instead)
        for match in _CAPITALS.finditer(text):
            message = _("Capital letters only are hard to read: {words}. Write in small letters.")
            yield message.format(words=match[0])


def _length(text: str) -> Iterator[str]:
    n = count_words(text)
    if n > PARAGRAPH_WORDS:
        message = _("The paragraph is long: {n} words. Cut it in two; {limit} words are enough.")
        yield message.format(n=n, limit=PARAGRAPH_WORDS)
    for sentence in split_sentences(text):
        n = count_words(leave_out_list(sentence))
        if n > SENTENCE_WORDS:
            message = _(
                "The sentence is long: {n} words. Cut it in two; {limit} words are enough: "
                "“{words}”"
            )
            words = " ".join(sentence.split()[:6])
            yield message.format(n=n, limit=SENTENCE_WORDS, words=f"{words} …")


def _passives(text: str, rules: StyleRules) -> Iterator[str]:
    row = 0
    for sentence in split_sentences(text):
        row = row + 1 if rules.passive.search(sentence) else 0
        if row == PASSIVES + 1:
            yield _("More than three sentences in a row are in the passive. Say who does what.")


def _abbreviations(block: Block, rules: StyleRules, everything: str) -> Iterator[Gate]:
    text = " ".join(own_words(block))
    for short in rules.abbreviations:
        found = re.search(rf"\b{short}\b", text, re.IGNORECASE)
        # Explained where it stands in brackets, or brackets follow it.
        explained = rf"\(\s*{short}\s*\)|\b{short}(?::\w+)?\s*\("
        if found and not re.search(explained, everything, re.IGNORECASE):
            message = _("The abbreviation is not explained: {short}. Write it out the first time.")
            yield warning(WORDING, block, message.format(short=found[0]))


def _spelling(block: Block, draft: Draft | Document, checked: Checked) -> Iterator[str]:
    if checked.reader is None:
        return
    told = " ".join([draft.title, *draft.meta.values(), *checked.labels]).casefold()
    known = set(re.findall(r"[\w-]+", told))
    wrong = dict.fromkeys(
        word
        for text in own_words(block)
        for word in checked.reader.misspelt(text)
        if word.casefold() not in known
    )
    if wrong:
        message = _("The dictionary does not know: {words}. Check the spelling.")
        yield message.format(words=", ".join(wrong))
