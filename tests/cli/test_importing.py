"""Files that need a word from a person, on the command line."""

from __future__ import annotations

from pathlib import Path

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
