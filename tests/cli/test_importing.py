"""Files that need a word from a person, on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_broken_letters_are_told_of_and_repaired_on_request(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "ilta.csv"
    path.write_text("Vastaus\nEi mitÃ¤Ã¤n tietoa\n", encoding="utf-8")
    for name in ("a", "b"):
        run("new", tmp_path / name, "--title", "Ilta")

    told = run("import", tmp_path / "a", path, "--json").json["sources"][0]
    run("import", tmp_path / "b", path, "--repair-text")

    assert [warn["code"] for warn in told["warnings"]] == ["broken_text"]
    (note,) = run("notes", tmp_path / "b", "--json").json["notes"]
    assert note["text"] == "Ei mitään tietoa"


def test_columns_are_shown_chosen_saved_and_used(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OSALLISUUS_PROFILES", str(tmp_path / "profiilit"))
    path = tmp_path / "ilta.csv"
    path.write_text(
        "Työpaja;;\nNro;Kuvaus;Paikka\n"
        "1;Jonot ovat pitkiä nyt;Rauma\n2;Bussi ei kulje illalla;Eura\n",
        encoding="utf-8",
    )
    run("new", tmp_path / "w", "--title", "Ilta")

    (seen,) = run("columns", path, "--json").json["tables"]
    assert seen["mapping"]["roles"] == ["", "note", ""]
    assert [note["text"] for note in seen["notes"]][:1] == ["Jonot ovat pitkiä nyt"]
    assert "Kuvaus" in run("columns", path).out
    saved = run("columns", path, "--column", "C=group", "--save", "Oma taulu", "--json").json
    assert Path(saved["saved"]).name == "oma-taulu.toml"

    assert run("import", tmp_path / "w", path).code == 2
    (source,) = run("import", tmp_path / "w", path, "--profile", "oma-taulu", "--json").json[
        "sources"
    ]
    notes = run("notes", tmp_path / "w", "--json").json["notes"]
    assert source["notes"] == 2
    assert [note["group"] for note in notes] == ["Rauma", "Eura"]


@pytest.mark.parametrize(
    "words",
    [
        ("--column", "Z=note"),
        ("--column", "B=muistiinpano"),
        ("--column", "note"),
        ("--sheet", "Poissa"),
        ("--profile", "olematon"),
        ("--profile", "slido"),
        ("--column", "B=none", "--save", "Tyhjä"),
    ],
)
def test_choices_that_cannot_be_made_get_one_sentence(
    run: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    path = tmp_path / "ilta.csv"
    path.write_text("Nro;Kuvaus\n1;Jonot ovat pitkiä nyt\n2;Bussi ei kulje\n", encoding="utf-8")

    answer = run("columns", path, *words)

    assert answer.code == 2
    assert answer.err.strip().count("\n") == 0


def test_a_file_without_a_table_is_said_to_have_none(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "kuva.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))

    assert run("columns", path).code == 2
