"""Who says a theme, and what was voted on it: nothing lost, nobody singled out."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.material import make_groups
from toolkit.domain import Note, Source, Theme
from toolkit.findings import statements_of_theme, who_says

AT = dt.datetime(2026, 10, 7, tzinfo=dt.UTC)


def source(name: str, board: str, kind: str) -> Source:
    return Source(
        id=name, name=name, format=kind, sha256="0", file=name, imported_at=AT, board=board
    )


SOURCES = (
    source("lauta.csv", "T2", "padlet-csv"),
    source("pöydät.docx", "T10", "notes-docx"),
    source("lauta uusi.csv", "T2", "padlet-csv"),
    source("kysely.csv", "T3", "notes-csv"),
)


def write(*written: tuple[str, str, int]) -> list[Note]:
    """Make notes of triples: group, source, how many."""
    return [
        Note(id=f"{group}-{name}-{i}", text="x", group=group, source_id=name)
        for group, name, n in written
        for i in range(n)
    ]


def theme_of(*notes: Note) -> Theme:
    return Theme(id="t", label="Kyydit", note_ids=tuple(sorted(note.id for note in notes)))


def test_cells_are_notes_beside_all_notes_of_the_group() -> None:
    notes = write(
        ("Nuoret", "lauta.csv", 6),
        ("Nuoret", "lauta uusi.csv", 2),
        ("Nuoret", "pöydät.docx", 4),
        ("Pöytä 10", "pöydät.docx", 5),
        ("Pöytä 2", "pöydät.docx", 5),
        ("", "kysely.csv", 3),
    )
    theme = theme_of(*notes[:3], *notes[6:9], notes[-1])

    found = who_says(theme, notes, SOURCES)

    assert [(m.board, m.kind, m.name) for m in found.materials] == [
        ("T2", "padlet", "lauta uusi.csv"),
        ("T3", "table", "kysely.csv"),
        ("T10", "discussion", "pöydät.docx"),
    ]
    assert [(r.group, r.kind, r.counts, r.n, r.n_all) for r in found.rows] == [
        ("Nuoret", "named", (5, 0, 1), 6, 12),
        ("Pöytä 2", "named", (0, 0, 0), 0, 5),
        ("Pöytä 10", "named", (0, 0, 0), 0, 5),
        ("", "unknown", (0, 1, 0), 1, 3),
    ]
    assert (found.totals, found.n, found.n_all) == ((5, 1, 1), 7, 25)


def test_groups_of_few_notes_are_counted_together() -> None:
    notes = write(
        ("Omaiset", "lauta.csv", 3),
        ("Rehtori", "lauta.csv", 1),
        ("Lääkäri", "lauta.csv", 1),
        ("Nuoret", "lauta.csv", 5),
    )

    found = who_says(theme_of(*notes), notes, SOURCES)

    assert [(r.group, r.kind, r.n, r.n_all) for r in found.rows] == [
        ("Nuoret", "named", 5, 5),
        ("", "small", 5, 5),
    ]


def test_one_small_group_hides_among_notes_of_nobody_known() -> None:
    notes = write(("Rehtori", "lauta.csv", 2), ("Nuoret", "lauta.csv", 5), ("", "lauta.csv", 4))

    found = who_says(theme_of(*notes[:2]), notes, SOURCES)

    assert [(r.group, r.kind, r.n, r.n_all) for r in found.rows] == [
        ("Nuoret", "named", 0, 5),
        ("", "unknown", 2, 6),
    ]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "Nuoret", "Omaiset", "Rehtori"]),
            st.sampled_from(["lauta.csv", "pöydät.docx", "tuntematon"]),
            st.booleans(),
        ),
        max_size=40,
    ),
    st.randoms(use_true_random=False),
)
def test_every_note_is_counted_once(rows: list[tuple[str, str, bool]], chance: object) -> None:
    notes = [
        Note(id=f"n{i}", text="x", group=group, source_id=name)
        for i, (group, name, _in) in enumerate(rows)
    ]
    theme = theme_of(*(note for note, row in zip(notes, rows, strict=True) if row[2]))

    found = who_says(theme, notes, SOURCES)

    assert (found.n, found.n_all) == (len(theme.note_ids), len(notes))
    assert sum(found.totals) == found.n
    sizes = Counter(note.group for note in notes)
    assert all(row.n_all == sizes[row.group] >= 5 for row in found.rows if row.kind == "named")
    assert who_says(theme, notes[::-1], SOURCES) == found


def test_statements_of_a_theme_have_the_votes_of_each_group() -> None:
    theme = replace(theme_of(), statement_ids=("polis:k-3", "polis:k-8", "polis:k-1"))

    found = statements_of_theme(theme, make_groups())

    assert [result.id for result in found] == ["polis:k-1", "polis:k-3"]
    assert {key: counts.agree for key, counts in found[0].by_group.items()} == {"A": 38, "B": 29}
    assert statements_of_theme(theme, None) == ()


def test_background_statements_are_left_out() -> None:
    groups = make_groups()
    marked = tuple(replace(r, is_meta=r.id == "polis:k-1") for r in groups.statements)
    theme = replace(theme_of(), statement_ids=("polis:k-1", "polis:k-2"))

    found = statements_of_theme(theme, replace(groups, statements=marked))

    assert [result.id for result in found] == ["polis:k-2"]


def test_a_group_of_under_five_people_is_not_shown() -> None:
    theme = replace(theme_of(), statement_ids=("polis:k-1",))

    (result,) = statements_of_theme(theme, make_groups(sizes=(70, 4)))

    assert result.by_group == {}


def test_one_small_group_hides_behind_another_when_all_writers_are_known() -> None:
    notes = write(("Rehtori", "lauta.csv", 1), ("Opettajat", "lauta.csv", 20), ("", "lauta.csv", 1))

    found = who_says(theme_of(notes[0]), notes, SOURCES)

    assert [(r.group, r.kind, r.n, r.n_all) for r in found.rows] == [
        ("", "small", 1, 21),
        ("", "unknown", 0, 1),
    ]
