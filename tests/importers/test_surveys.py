"""Surveys: words become notes, choices are counted, and nobody can be told from a small group."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.importers.conftest import Write
from tests.importers.surveys import FORMS_EN, FORMS_FI, GOLD, WHEN, workbook
from toolkit.domain import ColumnRole
from toolkit.errors import DoubtfulColumns, UnknownFormat
from toolkit.importers import read_file, read_opened
from toolkit.importers.column_roles import suggest_mapping
from toolkit.importers.mapped import read_mapped, read_tables
from toolkit.importers.opened import open_file


@pytest.mark.parametrize("name", GOLD)
def test_every_note_and_every_count_of_a_survey_is_right(name: str, write: Write) -> None:
    kind, data, notes, closed, without = GOLD[name]

    imported = read_file(write("kysely", data), as_format=kind)

    read = [(int(n.place.split()[-1]), n.prompt, n.text, n.group) for n in imported.notes]
    assert read == notes
    assert len({note.id for note in imported.notes}) == len(notes)
    assert [(q.text, q.n_respondents, list(q.options), q.n_few) for q in imported.closed] == closed
    receipt = imported.receipt
    assert [skipped.row for skipped in receipt.skipped] == without
    assert receipt.rows == len(notes) + len(without)
    assert receipt.selections == sum(q.n_selections for q in imported.closed)
    assert receipt.respondents == len({row for row, *_rest in notes} | set(without))


@pytest.mark.parametrize("name", GOLD)
def test_a_survey_whose_columns_people_named_gives_the_same_notes(name: str, write: Write) -> None:
    _kind, data, *_rest = GOLD[name]
    path = write("kysely", data)
    (sheet,) = read_tables(path)

    read = read_opened(open_file(path))
    mapped = read_mapped(open_file(path), suggest_mapping(sheet))

    assert mapped.notes == read.notes
    assert mapped.closed == read.closed
    assert mapped.receipt.format == "survey-table"


@pytest.mark.parametrize(
    "headings",
    [
        ("ID", "Alkamisaika", "Valmistumisaika", "Sähköposti", "Nimi"),
        ("ID", "Starttid", "Slutförandetid", "E-post", "Namn"),
        ("ID", "Start time", "Completion time", "Email", "Name", "Last modified time"),
    ],
)
def test_who_answered_is_never_read(headings: tuple[str, ...], write: Write) -> None:
    who = ["liisa.virtanen@posti.example", "Liisa Virtanen", WHEN][: len(headings) - 3]
    rows = [[n, WHEN, WHEN, *who, f"Toive numero {n} on tässä näin"] for n in range(1, 4)]

    data = workbook([*headings, "Mitä toivot?"], *rows)
    imported = read_opened(open_file(write("kysely", data)))

    assert [note.text for note in imported.notes] == [row[-1] for row in rows]
    assert "Virtanen" not in str(imported)
    assert "liisa" not in str(imported)


def test_contact_details_in_a_column_of_any_name_are_not_read(write: Write) -> None:
    text = "Aikaleima,Mitä toivot?,Mistä tavoitamme sinut?\n"
    text += "".join(
        f"1.1.2026 klo 10.0{n}.00,Lisää chatteja iltaan {n},04{n} 123 456{n}\n" for n in range(5)
    )

    imported = read_file(write("kysely", text))

    assert len(imported.notes) == 5
    assert "123 456" not in str(imported)


def test_doubt_is_a_question_and_not_a_guess(write: Write) -> None:
    text = "Aikaleima,Toiveesi,Paras tapa\n1.1.2026,Lisää chattia iltoihin ja öihin,Chat\n"
    text += "2.1.2026,Pidemmät aukioloajat kaikkiin neuvoloihin,Puhelin\n"
    path = write("kysely", text)

    with pytest.raises(DoubtfulColumns, match=r"--as survey-google\. .*: Paras tapa$"):
        read_file(path)

    imported = read_file(path, as_format="survey-google")
    assert len(imported.notes) == 4
    assert "Paras tapa" in str(imported.receipt.warnings)


def test_a_rare_background_tells_of_nobody(write: Write) -> None:
    """Neither beside an answer, nor as a count, nor as what is left when the others are known."""
    ages = ["18–29"] * 6 + ["30–39"] * 5 + ["yli 80"] * 2
    text = "Aikaleima,Ikäryhmä,Kunta,Mitä toivot?\n"
    text += "".join(
        f"1.1.2026,{age},Nurmes,Toive numero {n} on tässä\n" for n, age in enumerate(ages)
    )

    imported = read_file(write("kysely", text))

    groups = [note.group for note in imported.notes]
    assert groups == ["18–29, Nurmes"] * 6 + ["30–39, Nurmes"] * 5 + ["", ""]
    age, place = imported.closed
    assert (age.options, age.n_few) == ((("18–29", 6),), 7)
    assert (place.options, place.n_few) == ((("Nurmes", 13),), 0)
    assert "2 respondents is not told" in str(imported.receipt.warnings)
    assert "yli 80" not in str(imported)


def test_so_many_backgrounds_are_told_that_half_keep_a_group(write: Write) -> None:
    text = "Aikaleima,Kunta,Ikä,Rooli,Mitä toivot?\n"
    text += "".join(
        f"1.1.2026,{'Nurmes' if n % 2 else 'Lieksa'},{20 + n % 3},R{n % 7},Toive numero {n} tässä\n"
        for n in range(30)
    )

    imported = read_file(write("kysely", text))

    assert {note.group for note in imported.notes} == {
        f"{place}, {age}" for place in ("Nurmes", "Lieksa") for age in (20, 21, 22)
    }
    told = {warn.code: warn.message for warn in imported.receipt.warnings}
    assert told["background_left_out"].endswith(": Rooli.")


def test_a_name_among_ready_made_answers_is_looked_at_as_a_note(write: Write) -> None:
    rows = ["Chat", "Chat", "Chat", "Puhelin", "Puhelin", "Liisa Virtanen"]
    text = "Aikaleima,Valitse\n" + "".join(f"1.1.2026,{row}\n" for row in rows)

    imported = read_file(write("kysely", text))

    assert [note.text for note in imported.notes] == ["Liisa Virtanen"]
    assert "Liisa" not in str(imported.closed)


def test_personal_data_is_no_ready_made_answer(write: Write) -> None:
    rows = ["Puhelin", "Puhelin", "Chat", "Chat", "Chat", "040 123 4567"]
    text = "Aikaleima,Valitse tapa\n" + "".join(f"1.1.2026,{row}\n" for row in rows)

    imported = read_file(write("kysely", text))

    assert imported.closed[0].options == (("Puhelin", 2), ("Chat", 3))
    assert [note.text for note in imported.notes] == ["040 123 4567"]


def test_ranked_answers_are_not_counted_as_chosen(write: Write) -> None:
    head = ["ID", "Alkamisaika", "Valmistumisaika", "Mitä muuta?", "Järjestä"]
    rows = [[n, WHEN, WHEN, f"Oma ajatus numero {n}", order] for n, order in enumerate(
        ["Chat;Puhelin;Kirje;", "Kirje;Chat;Puhelin;", "Chat;Puhelin;Kirje;"], start=1
    )]  # fmt: skip

    imported = read_opened(open_file(write("kysely", workbook(head, *rows))))

    assert imported.closed == ()
    assert "Järjestä" in str(imported.receipt.warnings)


def test_columns_of_a_quiz_and_other_sheets_are_named(write: Write) -> None:
    imported = read_opened(open_file(write("koe", FORMS_EN)))

    told = {warn.code: warn.message for warn in imported.receipt.warnings}
    assert "Points - What works well?" in told["columns_not_read"]
    assert "Feedback - What works well?" in told["columns_not_read"]


def test_those_who_stopped_halfway_and_bare_codes_are_told(write: Write) -> None:
    text = '"id";"submitdate";"lastpage";"startlanguage";"K1";"K2"\r\n'
    text += '"1";"2024-10-07";"1";"fi";"Lisää aikoja iltaan ja viikonloppuun";"Hyvä"\r\n'
    text += '"2";"";"1";"fi";"Chat auki myös pyhinä ja öisin";"Hyvä"\r\n'

    imported = read_file(write("kysely", text), as_format="survey-limesurvey")

    told = {warn.code: warn.message for warn in imported.receipt.warnings}
    assert told["unfinished"].startswith("1 respondent did not finish")
    assert "full texts" in told["codes_only"]


def test_what_a_person_says_of_a_column_holds(write: Write) -> None:
    path = write("kysely", FORMS_FI)
    (sheet,) = read_tables(path)
    suggested = suggest_mapping(sheet)
    roles = list(suggested.roles)
    roles[7], roles[9] = ColumnRole.CLOSED, ColumnRole.NONE

    imported = read_mapped(open_file(path), replace(suggested, roles=tuple(roles)))

    assert [question.text for question in imported.closed] == [
        "Kotikunta", "Miten haluaisit osallistua?", "Valitse tavat",
    ]  # fmt: skip
    assert [note.prompt for note in imported.notes] == ["Valitse tavat"]


TWO_ROWS = """\
Vastaajan nro;Kunta;Mitä palveluja käytät?;;;Mihin kaipaisit muutosta?;Arvosana
;;Neuvola;Chat;Muu, mikä?;;
1;Ylöjärvi;1;;;Jonot – ”liian pitkiä”;3,5
2;Ylöjärvi;1;1;Kirjaston lukupiiri iltaisin;;4
3;Ylöjärvi;;;;Lisää lääkäriaikoja iltaan;10
"""


@pytest.mark.parametrize("sheet_kind", ["csv", "xlsx"])
def test_answers_in_a_second_row_of_headings_belong_to_their_question(
    sheet_kind: str, write: Write
) -> None:
    rows = [line.split(";") for line in TWO_ROWS.splitlines()]
    data = workbook(*rows) if sheet_kind == "xlsx" else TWO_ROWS.encode("cp1252")
    path = write("tulokset", data)
    with pytest.raises(UnknownFormat):
        read_file(path)

    mapping = suggest_mapping(read_tables(path)[0])
    imported = read_mapped(open_file(path), mapping)

    assert mapping.has_options
    assert [(note.prompt, note.text, note.place) for note in imported.notes] == [
        ("Mihin kaipaisit muutosta?", "Jonot – ”liian pitkiä”", "row 3"),
        ("Mitä palveluja käytät?", "Kirjaston lukupiiri iltaisin", "row 4"),
        ("Mihin kaipaisit muutosta?", "Lisää lääkäriaikoja iltaan", "row 5"),
    ]
    assert [(q.text, q.n_respondents, q.options, q.n_few) for q in imported.closed] == [
        ("Kunta", 3, (), 3),
        ("Mitä palveluja käytät?", 2, (("Neuvola", 2), ("Chat", 1)), 0),
        ("Arvosana", 3, (("3,5", 1), ("4", 1), ("10", 1)), 0),
    ]
    assert imported.receipt.respondents == 3


def test_a_person_says_whether_the_second_row_names_answers(write: Write) -> None:
    (sheet,) = read_tables(write("tulokset", TWO_ROWS))

    as_rows = suggest_mapping(sheet, has_options=False)

    assert not as_rows.has_options
    assert as_rows.header == 1


def test_an_answer_without_words_is_left_out_by_name(write: Write) -> None:
    text = "Aikaleima,Mitä toivot?,Mitä muuta?\n"
    text += "1.1.2026,Lisää aikoja iltaan ja yöhön,?!\n2.1.2026,Chat auki öisin ja pyhinä,:)\n"
    text += "3.1.2026,,Kiitos kaikesta tästä hyvästä\n"

    receipt = read_file(write("kysely", text)).receipt

    assert [(s.row, s.reason) for s in receipt.skipped] == [
        (2, "an answer without words"),
        (3, "an answer without words"),
    ]
    assert receipt.rows == 5


def test_a_row_without_any_answer_is_no_respondent(write: Write) -> None:
    text = "Aikaleima,Oletko tyytyväinen?\n1.1.2026,Kyllä\n2.1.2026,\n3.1.2026,Kyllä\n"

    receipt = read_file(write("kysely", text)).receipt

    assert receipt.respondents == 2
    assert [s.row for s in receipt.skipped if s.reason == "no answers"] == [3]


def test_a_survey_of_choices_alone_can_be_read(write: Write) -> None:
    text = "Aikaleima,Oletko tyytyväinen?\n1.1.2026,Kyllä\n2.1.2026,Ei\n3.1.2026,Kyllä\n"

    imported = read_file(write("kysely", text))

    assert imported.notes == ()
    assert imported.receipt.rows == len(imported.receipt.skipped) == 3
    assert imported.receipt.respondents == imported.receipt.selections == 3
