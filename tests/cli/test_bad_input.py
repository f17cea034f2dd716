"""Bad input: one clear sentence, exit code 2, and the workshop exactly as it was."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Run
from toolkit import store
from toolkit.domain import Workshop


def empty_file(folder: Path) -> Path:
    path = folder / "tyhja.csv"
    path.write_bytes(b"")
    return path


def truncated_zip(folder: Path) -> Path:
    whole = folder / "whole.zip"
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Posts.csv", "Author,Section,Subject,Body\n" + "a,b,c,d\n" * 500)
    path = folder / "katkennut.zip"
    path.write_bytes(whole.read_bytes()[:-60])
    whole.unlink()
    return path


def wrong_columns(folder: Path) -> Path:
    path = folder / "hinnasto.csv"
    path.write_text("tuote,hinta\nomena,1\npäärynä,2\n", encoding="utf-8")
    return path


def polis_without_votes(folder: Path) -> Path:
    path = folder / "polis"
    path.mkdir()
    (path / "comments.csv").write_text(
        "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n"
        '1,x,0,0,1,1,1,"Jonot pois"\n',
        encoding="utf-8",
    )
    (path / "summary.csv").write_text('topic,"Jonot"\n', encoding="utf-8")
    return path


def docx_without_notes(folder: Path) -> Path:
    path = folder / "tyhja.docx"
    docx.Document().save(str(path))
    return path


def missing(folder: Path) -> Path:
    return folder / "ei-ole.csv"


CASES = [empty_file, truncated_zip, wrong_columns, polis_without_votes, docx_without_notes, missing]


def fingerprint(workshop: Workshop) -> tuple[int, dict[str, str]]:
    """What must not change: the log, the description and the kept exports."""
    folder = Path(workshop.folder)
    files = {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith("workshop.db")
    }
    return store.last_seq(workshop), files


@pytest.mark.parametrize("make", CASES, ids=lambda make: make.__name__)
def test_a_bad_file_is_one_sentence_and_changes_nothing(
    run: Run, workshop: Workshop, tmp_path: Path, make: object
) -> None:
    path = make(tmp_path)  # type: ignore[operator]
    before = fingerprint(workshop)

    answer = run("import", workshop.folder, path)

    assert answer.code == 2
    assert answer.out == ""
    assert path.name in answer.err
    assert "Traceback" not in answer.err
    assert len(answer.err.strip().splitlines()) == 1
    assert fingerprint(workshop) == before


def test_one_bad_file_among_good_ones_stops_them_all(
    run: Run, workshop: Workshop, tmp_path: Path
) -> None:
    good = tmp_path / "hyva.csv"
    good.write_text("Subject,Body,Author,Section\n,Jonot pois,Anonymous,Mitä?\n", encoding="utf-8")
    before = fingerprint(workshop)

    answer = run("import", workshop.folder, good, empty_file(tmp_path))

    assert answer.code == 2
    assert fingerprint(workshop) == before


@pytest.mark.parametrize("name", ["../ulos", "ilta/../../ulos", "..", ""])
def test_a_name_that_goes_up_is_refused(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / "workshops").mkdir()
    monkeypatch.chdir(tmp_path / "workshops")

    answer = run("new", name, "--title", "Ilta")

    assert answer.code == 2
    assert len(answer.err.strip().splitlines()) == 1
    assert [path.name for path in tmp_path.rglob("*")] == ["workshops"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        pytest.param(["themes", "W"], "Tuo ensin aineisto", id="themes of nothing"),
        pytest.param(["opinions", "W"], "Tuo ensin", id="groups of nothing"),
        pytest.param(["draft", "W", "--type", "julkilausuma"], "tyhjä", id="draft of nothing"),
        pytest.param(["draft", "W", "--type", "runo"], "julkilausuma", id="no such type"),
        pytest.param(["undo", "W"], "Kumottavaa ei ole", id="nothing to undo"),
        pytest.param(
            ["publish", "W", "--type", "julkilausuma", "--to", "docx"], "Laadi", id="no draft"
        ),
        pytest.param(["status", "W/exports"], "osallisuus new", id="no workshop"),
    ],
)
def test_a_step_too_early_says_what_to_do_first(
    run: Run, workshop: Workshop, words: list[str], says: str
) -> None:
    answer = run(*(word.replace("W", str(workshop.folder), 1) for word in words))

    assert answer.code == 2
    assert says in answer.err
    assert len(answer.err.strip().splitlines()) == 1


def test_debug_shows_where_an_error_came_from(workshop: Workshop) -> None:
    from toolkit.cli import main
    from toolkit.errors import TooEarly

    with pytest.raises(TooEarly):
        main(["--debug", "undo", str(workshop.folder)])
