"""Measure how much personal data is found, and compare it with Presidio and spaCy's names.

Usage: python -m benchmarks.personal_data

Every sentence is invented. A find counts when suggestions cover all of its letters; a suggestion is
wrong when it touches nothing that was marked. Presidio is compared when it is installed (the extra
``benchmarks``); it is never needed to run.
"""

from __future__ import annotations

import datetime as dt
import platform
import time
import warnings
from collections.abc import Callable
from importlib.util import find_spec

from tests.gold_personal_data import (
    HELD_BACK,
    OTHERS,
    RULES,
    Sentence,
    Spans,
    read_sentences,
    score,
    suggest,
)
from toolkit.lemmas import load_name_finder
from toolkit.lemmas.spacy_fi import PIPELINE

PRESIDIO_KINDS = {
    "PERSON": "person",
    "PHONE_NUMBER": "phone",
    "EMAIL_ADDRESS": "email",
    "IBAN_CODE": "bank_account",
    "FI_PERSONAL_IDENTITY_CODE": "identity_code",
}
Find = Callable[[str], Spans]


def main() -> None:
    """Print recall by kind, precision and time of every way to find."""
    finder = load_name_finder()
    ways: dict[str, Find] = {"own patterns and Voikko": lambda text: suggest(text, finder)}
    own = ways["own patterns and Voikko"]
    spacy_names = load_spacy_names()
    ways["the same and spaCy's names"] = together(own, spacy_names)
    if find_spec("presidio_analyzer"):
        presidio = load_presidio()
        ways["Presidio with spaCy"] = presidio
        ways["own and Presidio"] = together(own, presidio)
    print(f"{dt.date.today()}, {platform.platform()}, Python {platform.python_version()}")  # noqa: DTZ011
    for path in (RULES, HELD_BACK, OTHERS):
        tell(path.stem, read_sentences(path), ways)


def tell(name: str, sentences: list[Sentence], ways: dict[str, Find]) -> None:
    """Print a table of the ways for some sentences."""
    n_marked = sum(len(one.spans) for one in sentences)
    print(f"\n{name}: {len(sentences)} sentences, {n_marked} places\n")
    kinds = sorted({kind for one in sentences for *_ends, kind in one.spans})
    print("| | recall | touched | precision | ms | " + " | ".join(kinds) + " |")
    print("|---" * (len(kinds) + 5) + "|")
    for way, find in ways.items():
        find("Lämmittely.")
        start = time.perf_counter()
        got = score(sentences, find)
        each = 1000 * (time.perf_counter() - start) / len(sentences)
        cells = " | ".join(f"{got.whole[kind]}/{got.marked[kind]}" for kind in kinds)
        touched = got.touched.total() / got.marked.total()
        rates = f"{got.recall:.3f} | {touched:.3f} | {got.precision:.3f} | {each:.1f}"
        print(f"| {way} | {rates} | {cells} |")


def together(one: Find, other: Find) -> Find:
    """Return what finds what either finds; what touches is one."""

    def find(text: str) -> Spans:
        found: Spans = []
        for start, end, kind in sorted((*one(text), *other(text))):
            if found and start < found[-1][1]:
                found[-1] = (found[-1][0], max(end, found[-1][1]), found[-1][2])
            else:
                found.append((start, end, kind))
        return found

    return find


def load_spacy_names() -> Find:
    """Return spaCy's finder of people."""
    import spacy

    pipeline = spacy.load(PIPELINE)

    def find(text: str) -> Spans:
        people = (ent for ent in pipeline(text).ents if ent.label_ == "PERSON")
        return [(ent.start_char, ent.end_char, "person") for ent in people]

    return find


def load_presidio() -> Find:
    """Return Presidio's analyzer with its Finnish parts switched on, and the network off."""
    import tldextract
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry, predefined_recognizers
    from presidio_analyzer.nlp_engine import NerModelConfiguration, SpacyNlpEngine

    tldextract.extract = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    names = NerModelConfiguration(model_to_presidio_entity_mapping={"PERSON": "PERSON"})
    model = {"lang_code": "fi", "model_name": PIPELINE}
    engine = SpacyNlpEngine(models=[model], ner_model_configuration=names)
    registry = RecognizerRegistry(supported_languages=["fi"])
    known = predefined_recognizers
    for recognizer in (
        known.FiPersonalIdentityCodeRecognizer(supported_language="fi"),
        known.PhoneRecognizer(supported_language="fi", supported_regions=["FI"]),
        known.EmailRecognizer(supported_language="fi"),
        known.IbanRecognizer(supported_language="fi"),
        known.SpacyRecognizer(supported_language="fi", supported_entities=["PERSON"]),
    ):
        registry.add_recognizer(recognizer)
    analyzer = AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=["fi"])

    def find(text: str) -> Spans:
        found = analyzer.analyze(text, language="fi", entities=list(PRESIDIO_KINDS))
        return [(one.start, one.end, PRESIDIO_KINDS[one.entity_type]) for one in found]

    return find


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    main()
