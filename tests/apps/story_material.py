"""What the people of the story bring along, and what they find in the finished files."""

from __future__ import annotations

import re
from pathlib import Path

import docx
from docx.text.run import Run
from pypdf import PdfReader

from tests.importers.word_habits import deleted, inserted, parse

EXPORTS = Path(__file__).parents[2] / "workshops" / "esimerkki" / "exports"
NAMED = "Kuraattori Liisa Koskinen kuunteli ja auttoi minua."
QUESTION = "Mitä palveluissa pitää muuttaa?"


def bring_exports(folder: Path) -> list[Path]:
    """Return the exports of the example; somebody is named in the one of Padlet."""
    padlet = folder / "padlet.csv"
    board = (EXPORTS / "padlet-nuorten-palvelut.csv").read_text(encoding="utf-8").rstrip("\n")
    time = "2026-10-06T15:22:39Z"
    padlet.write_text(f"{board}\nAnonymous,{QUESTION},,{NAMED},,{time},{time}\n", encoding="utf-8")
    return [padlet, EXPORTS / "poytakeskustelut.docx", *sorted((EXPORTS / "polis").glob("*.csv"))]


def edit_copy(copy: Path, tracked: tuple[str, str], plain: tuple[str, str]) -> Path:
    """Change words of a working copy, first with tracked changes and then without."""
    document = docx.Document(str(copy))
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs]
    _replace_tracked(_find(runs, tracked[0]), *tracked)
    run = _find(runs, plain[0])
    run.text = run.text.replace(*plain)
    edited = copy.with_name("palautettu.docx")
    document.save(str(edited))
    return edited


def _find(runs: list[Run], words: str) -> Run:
    return next(run for run in runs if words in run.text)


def _replace_tracked(run: Run, old: str, new: str) -> None:
    before, after = run.text.split(old)
    run.text = before
    follower = run._r
    rest = f"<w:r><w:t xml:space='preserve'>{after}</w:t></w:r>"
    for part in reversed(parse(f"<w:p>{deleted(old)}{inserted(new)}{rest}</w:p>")):
        follower.addnext(part)


def read_words(path: Path) -> str:
    """Return the words of a published file; it must be what its name says."""
    match path.suffix:
        case ".docx":
            words = " ".join(one.text for one in docx.Document(str(path)).paragraphs)
        case ".pdf":
            words = " ".join(page.extract_text() for page in PdfReader(path).pages)
        case _:
            page = path.read_text(encoding="utf-8")
            assert page.lower().startswith("<!doctype html>")
            words = re.sub(r"<[^>]+>", "", page)
    return " ".join(words.split())
