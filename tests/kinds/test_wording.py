"""Reasons in words, and themes read by kind."""

from __future__ import annotations

import pytest

from toolkit.domain import KindSuggestion, NoteKind, Theme
from toolkit.i18n import set_language
from toolkit.kinds import kind_name, kinds_table, split_by_kind, tell_reason
from toolkit.kinds.lexicon import LANGUAGES, load_lexicon
from toolkit.kinds.signs import WEIGHTS
from toolkit.kinds.wording import REASONS

KINDS = {"a": NoteKind.WORRY, "b": NoteKind.PROPOSAL, "c": NoteKind.WORRY}


def test_every_sign_has_a_sentence() -> None:
    assert REASONS.keys() == {*WEIGHTS, "prompt", "like"}


@pytest.mark.parametrize(
    ("language", "sentence", "name"),
    [
        ("fi", "Pyytää jotakin: ”pitäisi”", "Ehdotus"),
        ("sv", "Ber om något: ”pitäisi”", "Förslag"),
        ("en", "Asks for something to be done: “pitäisi”", "Proposal"),
    ],
)
def test_a_reason_is_told_in_the_readers_language(language: str, sentence: str, name: str) -> None:
    set_language(language)
    suggestion = KindSuggestion(note_id="n", kind=NoteKind.PROPOSAL, reason="asks", words="pitäisi")

    assert (tell_reason(suggestion), kind_name(suggestion.kind)) == (sentence, name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_as_many_examples_of_each_kind(language: str) -> None:
    examples = load_lexicon(language).examples

    assert list(examples) == list(NoteKind)
    assert len({len(texts) for texts in examples.values()}) == 1


def test_a_theme_is_read_by_kind_and_an_unknown_kind_is_nobodys() -> None:
    split = split_by_kind(("a", "b", "c", "x"), KINDS)

    assert split[NoteKind.WORRY] == ("a", "c")
    assert sum(map(len, split.values())) == 3


def test_the_table_counts_notes() -> None:
    themes = [
        Theme(id="t-1", label="Jonot", note_ids=("a", "b")),
        Theme(id="t-2", label="Kyydit", note_ids=("c",)),
    ]

    table = kinds_table(themes, KINDS)

    assert list(table.columns) == ["huoli", "ehdotus", "kiitos", "kysymys", "toteamus"]
    assert table.loc["Jonot"].tolist() == [1, 1, 0, 0, 0]
    assert table.to_numpy().sum() == 3
