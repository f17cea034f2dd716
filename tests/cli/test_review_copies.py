"""Bringing a working copy back from the command line."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.importers.word_habits import Body, inserted, rewrite
from tests.importers.word_habits import run as words_run
from tests.review.returned_material import make_draft, words
from tests.workflow.returned import TYPE, compose
from toolkit.domain import Workshop

CHANGE = {"block", "kind", "before", "after", "author", "comment", "follows", "resolved"}


@pytest.fixture
def returned(run: Run, workshop: Workshop, tmp_path: Path) -> Path:
    """A copy in which two paragraphs were edited."""
    compose(workshop, make_draft())
    path = tmp_path / "luonnos.docx"
    run("publish", workshop.folder, "--type", TYPE, "--to", "docx", "--working-copy", "-o", path)
    with zipfile.ZipFile(path) as archive:
        body = Body(archive.read("word/document.xml"))
    for n in (10, 11):
        body.inside(f"osa/{n:03}", words_run(words(n)) + inserted(" [red]Lisätty.[/red]"))
    return rewrite(path, tmp_path / "tuotu.docx", {"word/document.xml": body.bytes()})


def test_a_copy_is_brought_back_listed_taken_and_left(
    run: Run, workshop: Workshop, returned: Path
) -> None:
    brought = run("review", "import", workshop.folder, returned, "--by", "Aino", "--json").json
    assert brought.keys() == {"file", "type", "older", "new", "changes"}
    assert [change.keys() for change in brought["changes"]] == [CHANGE, CHANGE]
    assert (brought["new"], brought["older"]) == (2, False)

    listed = run("review", "changes", workshop.folder, "--json").json["changes"]
    assert listed[0].keys() == {"number", "type", "stale", *CHANGE}
    assert [(one["number"], one["block"], one["author"]) for one in listed] == [
        (1, "osa/010", "Eero Ek"),
        (2, "osa/011", "Eero Ek"),
    ]

    taken = run("review", "take", workshop.folder, 1, "--by", "Aino", "--json").json
    left = run("review", "leave", workshop.folder, 2, "--by", "Aino", "--json").json
    assert (taken, left) == ({"decided": [1], "waiting": 1}, {"decided": [2], "waiting": 0})
    assert run("review", "changes", workshop.folder, "--json").json == {"changes": []}
    again = run("review", "import", workshop.folder, returned, "--json").json
    assert (again["new"], again["older"]) == (0, True)


def test_people_read_it_in_finnish_and_what_is_in_the_file_is_text(
    run: Run, workshop: Workshop, returned: Path
) -> None:
    out = run("review", "import", workshop.folder, returned).out

    assert "Muutoksia ja kommentteja: 2, niistä uusia: 2." in out
    assert "1. Tekstiä muutettu · osa/010 · Eero Ek" in out
    assert f"   + {words(10)} [red]Lisätty.[/red]" in out
    assert "Luonnosta ei ole muutettu." in out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("take", "9", "--by", "Aino"), "9"),
        (("take", "1", "--by", " "), "--by"),
        (("leave", "1"), "--by"),
        (("import", "puuttuu.docx"), "puuttuu.docx"),
    ],
)
def test_what_goes_wrong_is_one_sentence(
    run: Run, workshop: Workshop, returned: Path, words: tuple[str, ...], says: str
) -> None:
    run("review", "import", workshop.folder, returned)

    answer = run("review", words[0], workshop.folder, *words[1:])

    assert (answer.code, answer.err.count("\n")) == (2, 1)
    assert says in answer.err
