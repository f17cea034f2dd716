"""A board that coders code, and a draft whose working copies come back."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.importers.word_habits import Body, rewrite
from tests.review.returned_material import make_draft
from tests.workflow.returned import TYPE, Bring, Edit, compose
from toolkit import store, workflow
from toolkit.domain import EventKind, Theme, Workshop

NOTES = (
    "Bussi ei kulje iltaisin.",
    "=1+1 bussivuoroa lisää",
    "Chat auttoi; \"paljon\"",
    "Jono on pitkä.",
    "@kirjasto auki",
)  # fmt: skip


@pytest.fixture
def coded(workshop: Workshop, tmp_path: Path) -> Workshop:
    """A workshop of five notes in two themes, one of them named like a formula, and the rest."""
    board = tmp_path / "lauta.csv"
    with board.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["Subject", "Body", "Author", "Section"])
        writer.writerows(["", text, "Anonymous", "Mitä?"] for text in NOTES)
    workflow.import_exports(workshop, [board], actor="Aino")
    ids = {note.text: note.id for note in workflow.load_notes(workshop)}
    themes = (
        Theme(id="t-1", label="Kyydit", note_ids=tuple(sorted(ids[t] for t in NOTES[:2]))),
        Theme(id="t-2", label="=Chat ja jonot", note_ids=tuple(sorted(ids[t] for t in NOTES[2:]))),
    )
    payload = {"themes": [store.to_plain(theme) for theme in themes], "input": {}}
    store.append_event(workshop, EventKind.THEMES_PROPOSED, payload, actor=store.MACHINE)
    return workshop


def refs(workshop: Workshop) -> list[str]:
    """Labels of the notes in the order of NOTES."""
    by_text = {note.text: note.ref for note in workflow.load_notes(workshop)}
    return [by_text[text] for text in NOTES]


@pytest.fixture
def hand_in(coded: Workshop, tmp_path: Path) -> Callable[..., workflow.HandedIn]:
    """Hand in a sheet with these themes for the first notes."""

    def call(coder: str, *themes: str) -> workflow.HandedIn:
        path = tmp_path / f"{coder}.csv"
        rows = [f"{ref};{theme}" for ref, theme in zip(refs(coded), themes, strict=False)]
        path.write_text("\n".join(["Tunnus;Teema", *rows]), encoding="utf-8-sig")
        return workflow.hand_in_codes(coded, path, coder=coder)

    return call


@pytest.fixture
def drafted(workshop: Workshop) -> Workshop:
    compose(workshop, make_draft())
    return workshop


@pytest.fixture
def bring(drafted: Workshop, tmp_path: Path) -> Bring:
    """Send a copy out, have it edited, and bring it back."""

    def call(edit: Edit, *, meanwhile: Callable[[], None] = lambda: None, **parts: str):
        sent = workflow.publish_document(
            drafted, type=TYPE, format="docx", working_copy=True, actor="Aino"
        )
        with zipfile.ZipFile(sent) as archive:
            body = Body(archive.read("word/document.xml"))
        edit(body)
        meanwhile()
        added = {f"word/{name}.xml": text.encode() for name, text in parts.items()}
        path = rewrite(sent, tmp_path / "tuotu.docx", {"word/document.xml": body.bytes(), **added})
        return workflow.import_review_copy(drafted, path, actor="Aino")

    return call
