"""Words of a language model on a theme: asked for with the notes, kept only if they hold."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from toolkit.domain import Findings, Note, Theme
from toolkit.drafting.model_checks import find_fault
from toolkit.errors import FailedModel
from toolkit.i18n import N_, _
from toolkit.phrases import load_phrases
from toolkit.privacy import mask_personal_data

MOST_NOTES = 40
"""Notes of a theme that a model is given, the most central first."""

_MOST_SENTENCES, _LONGEST, _MOST_CITED = 4, 300, 5
_KINDS = ("havainto", "ehdotus", "eriävä")
_ATTEMPTS = 2

Complete = Callable[[str, Mapping[str, Any]], Mapping[str, Any]]
"""From a prompt and a JSON schema to an answer that may be anything; raises ``FailedModel``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSentence:
    """A sentence of a model that has passed every check, and the notes it says it rests on."""

    text: str
    note_ids: tuple[str, ...]


def readable_notes(theme: Theme, findings: Findings, *, language: str) -> tuple[Note, ...]:
    """Return the notes of a theme that a model is given, the most central first.

    Those in the language of the document, or of none known: whether a sentence rests on a note of
    another language could not be checked.
    """
    known = {note.id: note for note in findings.notes if note.language in {"", language}}
    members = set(theme.note_ids)
    ordered = dict.fromkeys((*theme.central_ids, *theme.note_ids))
    return tuple(known[i] for i in ordered if i in known and i in members)[:MOST_NOTES]


def build_prompt(theme: Theme, notes: Sequence[Note], *, language: str) -> str:
    """Return the question: instructions, then the notes as data between marks, masked."""
    word = load_phrases(language)["labels"]["masked"]

    def mask(text: str) -> str:
        return mask_personal_data(text, word=word)

    given = [{"tunnus": note.ref or note.id, "teksti": mask(note.text)} for note in notes]
    told = {"teema": mask(theme.label), "merkinnat": given}
    data = json.dumps(told, ensure_ascii=False, indent=1)
    # Without these signs no note can end the data, whatever it says.
    for sign in "<>":
        data = data.replace(sign, f"\\u{ord(sign):04x}")
    return f"{_prompts(language)['instructions'].strip()}\n\n<aineisto>\n{data}\n</aineisto>"


def word_theme(
    prompt: str, notes: Sequence[Note], *, language: str, complete: Complete
) -> tuple[tuple[ModelSentence, ...], str]:
    """Ask a model what the notes of a theme say.

    An answer is used whole or not at all: of the shape that was asked for, every sentence citing
    notes that were given, without numbers, quotes and markup, and with words that the notes cited
    have too. After two answers that do not hold there is no third question.

    Parameters
    ----------
    prompt, notes
        What ``build_prompt`` and ``readable_notes`` return.

    Returns
    -------
    tuple of tuple of ModelSentence and str
        The sentences, or none and a sentence in the current language that says why.
    """
    by_ref = {note.ref or note.id: note for note in notes}
    schema = answer_schema(list(by_ref))
    fault = ""
    for _attempt in range(_ATTEMPTS):
        asked = f"{prompt}\n\n{_prompts(language)['again']}" if fault else prompt
        try:
            answer = complete(asked, schema)
        except FailedModel as error:
            fault = error.for_reader()
            continue
        sentences, wrong = _read(answer, by_ref, language=language)
        if not wrong:
            return sentences, ""
        fault = _(wrong)
    return (), fault


def answer_schema(refs: Sequence[str]) -> dict[str, Any]:
    """Return the JSON schema of an answer: only labels that were given can be cited."""
    sentence = {
        "type": "object",
        "properties": {
            "teksti": {"type": "string", "maxLength": _LONGEST},
            "lahteet": {
                "type": "array",
                "items": {"type": "string", "enum": list(refs)},
                "minItems": 1,
                "maxItems": _MOST_CITED,
            },
            "laji": {"type": "string", "enum": list(_KINDS)},
        },
        "required": ["teksti", "lahteet", "laji"],
        "additionalProperties": False,
    }
    sentences = {
        "type": "array",
        "items": sentence,
        "minItems": 1,
        "maxItems": _MOST_SENTENCES,
    }
    return {
        "type": "object",
        "properties": {"virkkeet": sentences},
        "required": ["virkkeet"],
        "additionalProperties": False,
    }


def _read(
    answer: Mapping[str, Any], by_ref: Mapping[str, Note], *, language: str
) -> tuple[tuple[ModelSentence, ...], str]:
    # The server was asked to follow the schema; whether it did is seen here.
    if not _has_shape(answer):
        return (), N_("The answer is not of the form that was asked for.")
    read = []
    # What is seen, what is proposed, and then what somebody sees otherwise.
    for given in sorted(answer["virkkeet"], key=lambda one: _KINDS.index(one["laji"])):
        if not set(given["lahteet"]) <= by_ref.keys():
            return (), N_("A sentence cites a note that was not given.")
        cited = [by_ref[ref] for ref in dict.fromkeys(given["lahteet"])]
        text = " ".join(given["teksti"].split())
        fault = find_fault(text, [note.text for note in cited], language=language)
        if fault:
            return (), fault
        read.append(ModelSentence(text=text, note_ids=tuple(note.id for note in cited)))
    return tuple(read), ""


def _has_shape(answer: object) -> bool:
    if not isinstance(answer, Mapping) or answer.keys() != {"virkkeet"}:
        return False
    given = answer["virkkeet"]
    return (
        isinstance(given, list)
        and 1 <= len(given) <= _MOST_SENTENCES
        and all(_is_sentence(one) for one in given)
    )


def _is_sentence(one: object) -> bool:
    return (
        isinstance(one, dict)
        and one.keys() == {"teksti", "lahteet", "laji"}
        and isinstance(one["teksti"], str)
        and len(one["teksti"]) <= _LONGEST
        and isinstance(one["lahteet"], list)
        and 1 <= len(one["lahteet"]) <= _MOST_CITED
        and all(isinstance(ref, str) for ref in one["lahteet"])
        and one["laji"] in _KINDS
    )


@cache
def _prompts(language: str) -> Mapping[str, str]:
    path = files("toolkit") / "resources" / "prompts" / f"{language}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
