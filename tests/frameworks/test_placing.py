"""Placing notes: what is suggested, on what it depends, and that people have the last word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.frameworks.material import NOTES, ONE, TWO, placed
from tests.themes.conftest import WordEncoder
from toolkit.domain import FrameworkResult, Note
from toolkit.frameworks import apply_placements, place_notes, stale_placements
from toolkit.frameworks.placing import FITS
from toolkit.lemmas import PlainLemmatizer

PLAIN = PlainLemmatizer()


def read(notes: tuple[Note, ...] = NOTES, framework: object = ONE) -> FrameworkResult:
    return place_notes(notes, framework, encoder=WordEncoder(), lemmatizer=PLAIN)  # type: ignore[arg-type]


def test_notes_go_where_they_belong_and_the_rest_is_listed() -> None:
    found = read(framework=TWO)

    assert found.notes_in("jono") == ("n0", "n1")
    assert found.notes_in("bussi") == ("n2", "n3")
    assert found.nowhere("aihe") == ("n4",)
    assert found.notes_in("nuoret") == ("n1",)
    assert found.notes_in("vanhat") == ("n3",)


def test_a_misfit_tells_its_nearest_category() -> None:
    misfit = read().on("aihe")["n4"]

    assert misfit.category_id == ""
    assert misfit.second_id in {"jono", "bussi"}
    assert misfit.score < FITS
    assert abs(misfit.margin - (FITS - misfit.score)) < 1e-5


@given(st.sets(st.sampled_from(NOTES)), st.randoms(use_true_random=False))
def test_a_place_depends_on_the_note_alone(some: set[Note], chance: object) -> None:
    shuffled = list(some)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]

    found = read(tuple(shuffled), TWO)

    everything = {(p.note_id, p.axis_id): p for p in read(framework=TWO).placements}
    assert [everything[p.note_id, p.axis_id] for p in found.placements] == list(found.placements)
    assert len(found.placements) == 2 * len(some)
    assert all(p.margin >= 0 for p in found.placements)


def test_people_have_the_last_word() -> None:
    events = [placed("n0", "bussi"), placed("n0", "jono", actor="Veikko"), placed("n4", "bussi")]

    found = apply_placements(read(), events)

    assert found.notes_in("jono") == ("n0", "n1")
    assert found.notes_in("bussi") == ("n2", "n3", "n4")
    by = {p.note_id: p.placed_by for p in found.placements}
    assert by == {"n0": "Veikko", "n1": "", "n2": "", "n3": "", "n4": "Aino"}
    assert not found.on("aihe")["n4"].is_close


def test_to_fit_nowhere_is_about_every_axis_unless_one_is_named() -> None:
    everywhere = apply_placements(read(framework=TWO), [placed("n1", "", framework=TWO)])
    one = apply_placements(read(framework=TWO), [placed("n1", "", framework=TWO, axis_id="keta")])

    assert {p.category_id for p in everywhere.placements if p.note_id == "n1"} == {""}
    assert {p.category_id for p in one.placements if p.note_id == "n1"} == {"jono", ""}


def test_words_on_what_is_no_longer_there_are_listed() -> None:
    gone = [placed("n9", "jono"), placed("n0", "vanha-luokka")]
    other = placed("n0", "nuoret", framework=TWO)

    assert stale_placements(read(), [*gone, other]) == tuple(gone)
    assert apply_placements(read(), [*gone, other]) == read()


def test_no_notes_and_a_note_of_nothing() -> None:
    assert read(()).placements == ()
    (odd,) = read((Note(id="n", text="???"),)).placements
    assert odd.category_id == ""
