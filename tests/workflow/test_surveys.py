"""Surveys of a workshop: a newer export replaces the older, and counts are never added up."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from toolkit import workflow
from toolkit.domain import ColumnRole, Receipt, Workshop
from toolkit.importers.column_roles import suggest_mapping
from toolkit.importers.mapped import read_tables
from toolkit.workflow.receipts import left_out

WORDS = (
    "Jonot ovat liian pitkiä",
    "Chat saisi olla auki iltaisin",
    "Bussi ei kulje kun pitäisi",
    "Neuvola on ollut oikein hyvä",
)


def survey(folder: Path, name: str, n: int, *, words: bool = True, more: int = 0) -> Path:
    """An export of the first ``n`` respondents."""
    head = (
        "Aikaleima,Mitä pitäisi muuttaa?,Arvosana\n" if words else "Aikaleima,Arvosana,Suosittelu\n"
    )
    rows = (
        f"{k + 1}.1.2026,{WORDS[k] if words else 2 - k % 2},{3 - k % 3 + more}\n" for k in range(n)
    )
    path = folder / name
    path.write_text(head + "".join(rows), encoding="utf-8")
    return path


def add(workshop: Workshop, path: Path) -> Receipt:
    (receipt,) = workflow.import_exports(workshop, [path], actor="Aino")
    return receipt


def counts(workshop: Workshop) -> list[tuple[str, int, list[tuple[tuple[str, int], ...]]]]:
    return [
        (s.source.name, s.n_respondents, [question.options for question in s.questions])
        for s in workflow.load_surveys(workshop)
    ]


def test_a_newer_export_replaces_the_counts_and_merges_the_notes(
    workshop: Workshop, tmp_path: Path
) -> None:
    add(workshop, survey(tmp_path, "eilen.csv", 3))
    receipt = add(workshop, survey(tmp_path, "nyt.csv", 4))

    assert (receipt.notes, receipt.merged, receipt.respondents) == (1, 3, 4)
    assert "choices_replaced" in {warn.code for warn in receipt.warnings}
    assert [note.ref for note in workflow.load_notes(workshop)] == [
        "S1-001", "S1-002", "S1-003", "S1-004",
    ]  # fmt: skip
    assert counts(workshop) == [("nyt.csv", 4, [(("1", 1), ("2", 1), ("3", 2))])]


def test_an_older_export_that_comes_later_takes_nothing_back(
    workshop: Workshop, tmp_path: Path
) -> None:
    add(workshop, survey(tmp_path, "nyt.csv", 4))
    add(workshop, survey(tmp_path, "eilen.csv", 2))

    assert [(name, n) for name, n, _options in counts(workshop)] == [("nyt.csv", 4)]


def test_a_survey_of_choices_alone_goes_on_and_another_one_stands_beside(
    workshop: Workshop, tmp_path: Path
) -> None:
    add(workshop, survey(tmp_path, "eilen.csv", 3, words=False))
    add(workshop, survey(tmp_path, "nyt.csv", 4, words=False))
    add(workshop, survey(tmp_path, "muualla.csv", 4, words=False, more=5))

    assert [(name, n) for name, n, _options in counts(workshop)] == [
        ("nyt.csv", 4),
        ("muualla.csv", 4),
    ]
    assert workflow.load_notes(workshop) == ()


def test_columns_once_named_hold_for_the_next_export_of_the_survey(
    workshop: Workshop, tmp_path: Path
) -> None:
    first = survey(tmp_path, "eilen.csv", 3)
    (sheet,) = read_tables(first)
    mapping = suggest_mapping(sheet)
    mapping = replace(mapping, roles=(*mapping.roles[:2], ColumnRole.NONE))
    workflow.import_exports(workshop, [first], actor="Aino", mapping=mapping)

    receipt = add(workshop, survey(tmp_path, "nyt.csv", 4))

    assert (receipt.notes, receipt.merged, receipt.selections) == (1, 3, 0)
    assert "columns_as_before" in {warn.code for warn in receipt.warnings}


def test_the_rows_left_out_stand_once_for_each_reason(workshop: Workshop, tmp_path: Path) -> None:
    receipt = add(workshop, survey(tmp_path, "luvut.csv", 4, words=False))

    (only,) = left_out(receipt)
    assert (only.rows, only.n) == ("2–5", 4)
    assert receipt.rows == 4
