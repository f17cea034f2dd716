"""A codebook: the themes as categories, with notes as examples and nobody's telephone number."""

from __future__ import annotations

from toolkit.domain import REST_ID, Note, Theme
from toolkit.frameworks import codebook_of, parse_framework, to_toml

NOTES = [
    Note(id="n1", text="Jono on pitkä"),
    Note(id="n2", text="Soittakaa minulle: 040 123 4567"),
    Note(id="n3", text="Jono ei liiku"),
    Note(id="n4", text="Bussi ei kulje"),
    Note(id="n5", text="=1+1"),
]
THEMES = [
    Theme(
        id="t-1",
        label="Jonot",
        subtitle="pitkät jonot",
        keywords=("jono",),
        note_ids=("n1", "n2", "n3"),
        central_ids=("n3",),
        also_ids=("n4",),
    ),
    Theme(id=REST_ID, label="Muut", note_ids=("n5",)),
]


def test_a_theme_becomes_a_category_and_the_rest_does_not() -> None:
    made = codebook_of(THEMES, NOTES, title="Nuorten ilta", year=2026)

    (category,) = made.categories
    assert (made.id, made.year) == ("nuorten-ilta", 2026)
    assert (category.id, category.label) == ("t-1", "Jonot")
    assert (category.description, category.keywords) == ("pitkät jonot", ("jono",))
    assert category.examples == ("Jono ei liiku", "Jono on pitkä", "Soittakaa minulle: […]")
    assert category.near_misses == ("Bussi ei kulje",)


def test_the_order_of_notes_is_irrelevant_and_the_file_comes_back() -> None:
    made = codebook_of(THEMES, NOTES, title="Nuorten ilta")

    assert codebook_of(THEMES, NOTES[::-1], title="Nuorten ilta") == made
    assert parse_framework(to_toml(made), name="x.toml") == made


def test_what_people_wrote_of_a_theme_goes_into_the_codebook() -> None:
    theme = Theme(
        id="t-1",
        label="Kyydit",
        subtitle="kylän bussi",
        description="Miten kotiin pääsee illalla, soita 040 1234567",
        includes="Bussit ja taksit",
        near_misses="Teiden kunto",
        note_ids=("n1",),
    )
    (category,) = codebook_of([theme], [], title="Syksy").axes[0].categories
    assert category.description == "Miten kotiin pääsee illalla, soita […]"
    assert (category.includes, category.excludes) == ("Bussit ja taksit", "Teiden kunto")
