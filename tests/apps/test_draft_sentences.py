"""Sentences of a document: nothing is lost, and each keeps what it stands on."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from toolkit.apps.sentences import split_runs
from toolkit.domain import CiteRun, NumberRun, QuoteRun, RefRun, Run, TextRun, Unit

CITE = CiteRun(note_ids=("n1",))
COUNT = NumberRun(value=24, unit=Unit.NOTE, query="notes()", text="24 merkintää")


def text(words: str) -> TextRun:
    return TextRun(text=words)


def quote(words: str) -> QuoteRun:
    return QuoteRun(note_id="n1", start=0, end=len(words), text=words)


def test_a_citation_after_the_full_stop_belongs_to_the_sentence_before_it() -> None:
    first, second = split_runs((text("Busseja toivotaan. "), CITE, text(" Ilta on pitkä.")))

    assert CITE in first
    assert second == (text("Ilta on pitkä."),)


def test_a_citation_before_the_full_stop_does_too() -> None:
    first, second = split_runs((text("Busseja toivotaan "), CITE, text(". Ilta on pitkä.")))

    assert CITE in first
    assert second == (text("Ilta on pitkä."),)


def test_quotes_and_numbers_begin_sentences_and_are_never_cut() -> None:
    said = quote("Bussit. Iltaisin. Nyt!")

    sentences = split_runs(
        (text("Näin on. "), said, text(" "), CITE, text(" Muuta."), text(" "), COUNT)
    )

    assert [said in one for one in sentences] == [False, True, False, False]
    assert sentences[-1] == (COUNT,)


def test_dates_and_ordinals_do_not_end_a_sentence() -> None:
    assert len(split_runs((text("Ilta oli 7.10.2026 klo 17. kerroksessa."),))) == 1


RUNS = st.lists(
    st.one_of(
        st.text("Aa.!? ”Ö1\n", min_size=1).map(text),
        st.just(CITE),
        st.just(COUNT),
        st.text("Aa.! ", min_size=1).map(quote),
        st.just(RefRun(block_id="a", text="luku 3")),
    ),
    max_size=9,
)


@given(RUNS)
def test_put_together_the_sentences_say_what_the_runs_say(runs: list[Run]) -> None:
    def flat(parts: list[Run]) -> list[object]:
        signs: list[object] = []
        for run in parts:
            signs += list(run.text) if isinstance(run, TextRun) else [run]
        return signs

    sentences = split_runs(runs)

    assert flat([run for sentence in sentences for run in sentence]) == flat(runs)
    assert all(sentences)
