"""A workshop with a draft whose working copies come back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.importers.word_habits import Body, inserted, rewrite, run
from tests.review.returned_material import words
from toolkit import store, workflow
from toolkit.domain import Draft, EventKind, Workshop
from toolkit.paragraphs import block_text
from toolkit.workflow import load_changes, settle_changes
from toolkit.workflow.sent_copies import shown_draft

TYPE = "julkilausuma"
Edit = Callable[[Body], None]
Bring = Callable[..., workflow.BroughtBack]


def compose(workshop: Workshop, draft: Draft) -> None:
    payload = {"type": draft.type, "draft": store.to_plain(draft)}
    store.append_event(workshop, EventKind.DRAFT_COMPOSED, payload, actor=store.MACHINE)


def texts(workshop: Workshop, *, language: str = "") -> dict[str, str]:
    """The document as people have left it so far."""
    draft = shown_draft(workflow.load_present(workshop), TYPE, language=language)
    refs = {source.note_id: source.ref for source in draft.sources}
    return {one.id: block_text(one, refs=refs) for one in draft.blocks}


def take(workshop: Workshop, *numbers: int) -> None:
    settle_changes(
        workshop, numbers or [one.number for one in load_changes(workshop)], take=True, actor="Aino"
    )


def reword(n: int) -> Edit:
    return lambda body: body.inside(f"osa/{n:03}", run(words(n)) + inserted(" Lisätty."))


def added_id(workshop: Workshop) -> str:
    return next(
        key for key in texts(workshop) if key.startswith("lisatty/") and "irrall" not in key
    )


def without_record(path: Path) -> Path:
    target = path.with_name("riisuttu.docx")
    parts = {"customXml/osallisuus.xml": b"<x/>", "docProps/custom.xml": b"<x/>"}
    return rewrite(path, target, parts)
