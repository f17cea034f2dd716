"""Profiles of tools whose layout nobody has proven: they suggest, and a person decides."""

from __future__ import annotations

import pytest

from tests.importers.conftest import Write
from tests.importers.exports import to_csv, to_xlsx
from toolkit.domain import ColumnMapping, ColumnRole, Profile
from toolkit.errors import UnknownFormat, UnreadableProfile
from toolkit.importers import read_file
from toolkit.importers.mapped import read_mapped, read_tables
from toolkit.importers.opened import open_file
from toolkit.importers.profiles import (
    best_profile,
    fit_profile,
    make_profile,
    parse_profile,
    shipped_profiles,
    write_profile,
)

LONG = ("Jonot ovat aivan liian pitkiä", "Bussi ei kulje iltaisin lainkaan")
SHIPPED = {profile.name: profile for profile in shipped_profiles()}

TABLES = {
    "howspace": [("Sivu", ""), ("Keskustelu", "prompt"), ("Kommentti", "note"), ("Nimi", ""),
                 ("Tykkäykset", "weight")],
    "mentimeter": [("Voter", ""), ("Question", "prompt"), ("Response", "note"),
                   ("Votes", "weight")],
    "slido": [("Question", "note"), ("Author", ""), ("Score", "weight"), ("State", "")],
    "miro": [("Frame", "prompt"), ("Sticky note", "note"), ("Tags", "group"), ("Color", "")],
    "mural": [("Area", "prompt"), ("Sticky text", "note"), ("BG color", ""), ("Votes", "weight")],
    "innoduel": [("Rank", ""), ("Statement", "note"), ("Wins", "weight"), ("Losses", "")],
    "orchidea": [("Challenge", "prompt"), ("Title", "note"), ("Description", "note"),
                 ("Proposer", ""), ("Likes", "weight")],
    "viima": [("Tavla", "prompt"), ("Idé", "note"), ("Skapad av", ""), ("Hype", "weight")],
    "flinga": [("Message", "note"), ("Nickname", ""), ("Shape", ""), ("Likes", "weight")],
    "webropol": [("Vastaajan numero", ""), ("Vastaajaryhmä", "group"),
                 ("Mitä pitäisi muuttaa?", "answer"), ("Sähköposti", "")],
    "viestilista": [("Osio", "prompt"), ("Viesti", "note"), ("Liite", ""), ("Äänet", "weight")],
}  # fmt: skip


def rows_of(name: str) -> list[list[str]]:
    cells = {"note": LONG, "answer": LONG, "weight": ("12", "3"), "": ("Tiina", "Olli")}
    columns = [(heading, cells.get(role, ("Palvelut", "Kyydit"))) for heading, role in TABLES[name]]
    return [[heading for heading, _cells in columns]] + [
        [cells[row] for _heading, cells in columns] for row in (0, 1)
    ]


def test_every_profile_that_is_shipped_has_a_table_and_claims_no_proof() -> None:
    assert SHIPPED.keys() == TABLES.keys()
    assert {profile.proven for profile in SHIPPED.values()} == {"profile"}


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("above", [[], [["Työpaja, Rauma"], ["Syksy"]]])
def test_a_profile_says_what_the_columns_hold(
    name: str, above: list[list[str]], write: Write
) -> None:
    path = write("vienti.csv", to_csv([*above, *rows_of(name)], delimiter=";"))
    mapping = fit_profile(read_tables(path), SHIPPED[name])

    assert mapping is not None
    assert mapping.roles == tuple(ColumnRole(role) for _heading, role in TABLES[name])
    assert mapping.header == len(above) + 1
    imported = read_mapped(open_file(path), mapping)
    assert "Tiina" not in repr(imported.notes)
    n_notes = sum(role in {"note", "answer"} for _heading, role in TABLES[name])
    has_weight = "weight" in dict(TABLES[name]).values()
    assert [note.weight for note in imported.notes][: 1 + n_notes : n_notes] == (
        [12, 3] if has_weight and n_notes == 1 else [0, 0]
    )


def test_nothing_is_read_before_a_person_has_looked(write: Write) -> None:
    for name in ("slido", "flinga", "miro"):
        for data in (
            to_csv(rows_of(name)).encode(),
            to_xlsx(lambda book, name=name: [book.active.append(row) for row in rows_of(name)]),
        ):
            with pytest.raises(UnknownFormat):
                read_file(write("vienti", data))


def test_authors_are_never_guessed_to_be_the_notes(write: Write) -> None:
    rows = [["Kysymys", "Kirjoittaja", "Tila"], ["Miksi?", "Tiina Testaaja Lahtinen", "auki"]]

    with pytest.raises(UnknownFormat):
        read_file(write("x.xlsx", to_xlsx(lambda book: [book.active.append(r) for r in rows])))


def test_the_profile_that_knows_the_most_headings_is_suggested(write: Write) -> None:
    own = Profile(
        name="oma",
        title="Oma",
        proven="file",
        columns={ColumnRole.NOTE: ("Question",), ColumnRole.NONE: ("Author", "Score", "State")},
    )
    [sheet] = read_tables(write("a.csv", to_csv(rows_of("slido"))))
    [strange] = read_tables(write("b.csv", f"Nro;Kuvaus\n1;{LONG[0]}\n2;{LONG[1]}\n"))

    best = best_profile(sheet, [own, *shipped_profiles()])
    shipped = best_profile(sheet, shipped_profiles())

    assert best is not None
    assert best[0] is own
    assert shipped is not None
    assert shipped[0].name == "slido"
    assert best_profile(strange, shipped_profiles()) is None


def test_what_a_person_chose_becomes_a_profile_and_comes_back(write: Write) -> None:
    mapping = ColumnMapping(
        header=1,
        headings=("Nro", "Kuvaus", "Paikka", ""),
        roles=(ColumnRole.NONE, ColumnRole.NOTE, ColumnRole.GROUP),
        fills_down=True,
    )

    profile = make_profile(mapping, name="oma", title="Oma")
    again = parse_profile(write_profile(profile), name="oma")
    [sheet] = read_tables(
        write("b.csv", f"Otsikko\nPAIKKA:;nro;kuvaus\nA;1;{LONG[0]}\nB;2;{LONG[1]}\n")
    )

    assert again == profile
    fitted = fit_profile([sheet], again)
    assert fitted is not None
    assert fitted.roles == (ColumnRole.GROUP, ColumnRole.NONE, ColumnRole.NOTE)
    assert (fitted.header, fitted.fills_down) == (2, True)


@pytest.mark.parametrize(
    ("headings", "roles"),
    [
        (("", "Nro"), (ColumnRole.NOTE, ColumnRole.NONE)),
        (("Kuvaus", "Nro"), (ColumnRole.NONE, ColumnRole.GROUP)),
        (("Kuvaus", "kuvaus:"), (ColumnRole.NOTE, ColumnRole.NONE)),
    ],
)
def test_headings_that_tell_nothing_make_no_profile(
    headings: tuple[str, ...], roles: tuple[ColumnRole, ...]
) -> None:
    with pytest.raises(UnreadableProfile):
        make_profile(ColumnMapping(headings=headings, roles=roles), name="x", title="X")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "title = ",
        "title = 'a'\nproven = 'file'\n",
        "title = 'a'\nproven = 'perhaps'\n[columns]\nnote = ['x']\n",
        "title = ''\nproven = 'file'\n[columns]\nnote = ['x']\n",
        "title = 'a'\nproven = 'file'\n[columns]\nnote = 'x'\n",
        "title = 'a'\nproven = 'file'\n[columns]\nnotes = ['x']\n",
        "title = 'a'\nproven = 'file'\n[columns]\nprompt = ['x']\n",
        "title = 'a'\nproven = 'file'\nother = 1\n[columns]\nnote = ['x']\n",
        "title = 'a'\nproven = 'file'\ncolumns = 'x'\n",
        "title = 'a'\nproven = ['file']\n[columns]\nnote = [1]\n",
    ],
)
def test_a_profile_that_cannot_be_used_says_what_to_write(text: str) -> None:
    with pytest.raises(UnreadableProfile, match=r"oma.*title, proven"):
        parse_profile(text, name="oma")


def test_support_that_cannot_be_counted_is_told(write: Write) -> None:
    text = f"Kuvaus;Lisä;Äänet\n{LONG[0]};;4\n{LONG[1]};;87,5\nYksi;Kaksi;3\nKolme;;\n"
    roles = (ColumnRole.NOTE, ColumnRole.NOTE, ColumnRole.WEIGHT)
    mapping = ColumnMapping(header=1, headings=("Kuvaus", "Lisä", "Äänet"), roles=roles)

    imported = read_mapped(open_file(write("a.csv", text)), mapping)

    assert [note.weight for note in imported.notes] == [4, 0, 0, 0, 0]
    [warn] = imported.receipt.warnings
    assert (warn.code, warn.message[:9]) == ("support_not_read", "On 2 rows")


def test_a_row_gets_one_question_even_if_two_columns_might_hold_it(write: Write) -> None:
    text = f"Keskustelu;Otsikko;Kommentti\nA;B;{LONG[0]}\nC;D;{LONG[1]}\n"

    mapping = fit_profile(read_tables(write("a.csv", text)), SHIPPED["howspace"])

    assert mapping is not None
    assert mapping.roles == (ColumnRole.PROMPT, ColumnRole.NONE, ColumnRole.NOTE)


def test_a_profile_that_knows_few_of_many_headings_is_not_suggested(write: Write) -> None:
    text = f"Message;Likes;Hinta;Koko;Paino\n{LONG[0]};1;2;3;4\n{LONG[1]};5;6;7;8\n"
    [sheet] = read_tables(write("a.csv", text))

    assert fit_profile([sheet], SHIPPED["flinga"]) is not None
    assert best_profile(sheet, [SHIPPED["flinga"]]) is None
