"""Drafts, their verification and review, and the files they become."""

from __future__ import annotations

from pathlib import Path

from toolkit import drafting, publishing, review, store
from toolkit.domain import Document, Draft, EventKind, Findings, Gate, Review, Workshop
from toolkit.errors import Conflict, TooEarly, UnreviewedDraft
from toolkit.findings import answer_query
from toolkit.i18n import N_, _
from toolkit.store import MACHINE, State, append_event
from toolkit.workflow.analysis import findings_of, update_themes
from toolkit.workflow.opinions import opinions_are_current, update_opinions
from toolkit.workflow.present import (
    Present,
    load_notes,
    load_present,
    load_state,
    load_votes,
)
from toolkit.workflow.progress import Progress, no_progress
from toolkit.workflow.sent_copies import write_working_copy


def update_draft(
    workshop: Workshop,
    *,
    type: str,  # noqa: A002 - the word of the command line and of the JSON
    language: str | None = None,
    progress: Progress = no_progress,
) -> tuple[Draft, tuple[Gate, ...]]:
    """Compose a draft from the present state, computing themes and groups that are missing.

    Returns
    -------
    tuple of Draft and tuple of Gate
        The draft and the remarks of the verification.

    Raises
    ------
    NoSuchThing
        If no outline is called ``type``.
    TooEarly
        If the workshop has neither notes nor votes.
    """
    drafting.load_outline(type)
    state = load_state(workshop)
    if not state.sources:
        raise TooEarly(N_("The workshop is empty. Import an export first, then compose the draft."))
    if load_notes(workshop, state=state):
        update_themes(workshop, progress=lambda share, text: progress(0.7 * share, text))
    if load_votes(workshop, state=state) is not None:
        update_opinions(workshop, progress=lambda share, text: progress(0.7 + share / 5, text))
    progress(0.9, _("Writing the draft"))
    while True:
        present = load_present(workshop)
        findings = findings_of(present)
        draft = drafting.compose_draft(
            findings, outline=type, workshop=workshop, language=language or workshop.language
        )
        if present.state.drafts.get(type) == draft:
            break
        payload = {"type": type, "draft": store.to_plain(draft)}
        try:
            append_event(
                workshop,
                EventKind.DRAFT_COMPOSED,
                payload,
                actor=MACHINE,
                expected_seq=present.state.seq,
            )
        except Conflict:
            continue  # somebody decided something meanwhile: it belongs in the draft
        break
    return draft, verify_draft(draft, findings)


def verify_draft(draft: Draft | Document, findings: Findings) -> tuple[Gate, ...]:
    """Check citations, quotes and numbers of a draft against the material."""
    return drafting.verify_draft(
        draft, findings=findings, answer=lambda query: answer_query(query, findings)
    )


def load_draft(workshop: Workshop, *, type: str, state: State | None = None) -> Draft:  # noqa: A002
    """Return the draft that people are reviewing.

    Raises
    ------
    TooEarly
        If it has not been composed.
    """
    drafting.load_outline(type)
    draft = (state or load_state(workshop)).drafts.get(type)
    if draft is None:
        msg = N_("There is no draft of this document yet: {type}. Compose the draft first.")
        raise TooEarly(msg, type=type)
    return draft


def verify_present(workshop: Workshop, *, type: str) -> tuple[Gate, ...]:  # noqa: A002
    """Verify a draft with the wordings people have given it so far.

    Raises
    ------
    TooEarly
        If there is no draft.
    """
    edited, findings = edited_draft(load_present(workshop), type)
    return verify_draft(edited, findings)


def edited_draft(present: Present, type: str) -> tuple[Draft, Findings]:  # noqa: A002
    """Return a draft as people have left it so far, and the findings it is checked against."""
    draft = load_draft(present.workshop, type=type, state=present.state)
    findings = findings_of(present)
    sources = drafting.source_notes(findings, language=draft.language)
    reviews = present.state.reviews.get(type, ())
    return review.apply_edits(draft, reviews, sources=sources), findings


def load_reviews(workshop: Workshop, *, type: str = "julkilausuma") -> tuple[Review, ...]:  # noqa: A002
    """Return the decisions in force on the paragraphs of a draft."""
    return load_state(workshop).reviews.get(type, ())


def load_document(workshop: Workshop, *, type: str) -> Document:  # noqa: A002
    """Return the document that people's decisions make of the draft.

    Raises
    ------
    TooEarly
        If there is no draft.
    UnreviewedDraft
        If paragraphs wait for a decision, the material has changed since the draft was composed,
        or the verification found an error.
    """
    present = load_present(workshop)
    draft = load_draft(workshop, type=type, state=present.state)
    findings = findings_of(present)
    sources = drafting.source_notes(findings, language=draft.language)
    reviews = present.state.reviews.get(type, ())
    document = review.apply_reviews(draft, reviews, sources=sources)
    if not _is_current(present, draft, findings):
        msg = N_(
            "The material or the themes have changed since this draft was composed: {type}. "
            "Compose it again; paragraphs that do not change stay decided."
        )
        raise UnreviewedDraft(msg, type=type)
    errors = [gate for gate in verify_draft(document, findings) if gate.level == "error"]
    if errors:
        msg = N_("The document cannot be published yet. Mend this first: {problem}")
        raise UnreviewedDraft(msg, problem=errors[0].message)
    return document


def _is_current(present: Present, draft: Draft, findings: Findings) -> bool:
    themed = {note_id for theme in present.themes for note_id in theme.note_ids}
    return (
        {note.id for note in present.notes} <= themed | present.set_aside.keys()
        and opinions_are_current(present.workshop, state=present.state)
        and draft
        == drafting.compose_draft(
            findings, outline=draft.type, workshop=present.workshop, language=draft.language
        )
    )


def publish_document(
    workshop: Workshop,
    *,
    type: str,  # noqa: A002
    format: str,  # noqa: A002
    working_copy: bool = False,
    path: Path | None = None,
    actor: str,
) -> Path:
    """Write a document to a file: the reviewed one, or a working copy that says LUONNOS.

    Raises
    ------
    UnreviewedDraft
        If ``working_copy`` is not asked for and the document is not ready; see ``load_document``.
    """
    name = f"{type}-luonnos.{format}" if working_copy else f"{type}.{format}"
    path = path or Path(workshop.folder) / "published" / name
    seq = store.last_seq(workshop)
    sent = None
    if working_copy:
        present = load_present(workshop)
        # Edited here, with all sources: a person may cite a note that the draft did not.
        edited, _findings = edited_draft(present, type)
        comments = present.state.comments.get(type, ())
        sent = write_working_copy(workshop, edited, path, comments=comments)
    else:
        publishing.publish(load_document(workshop, type=type), path)
    payload = {
        "type": type,
        "format": format,
        "file": path.name,
        "sha256": store.digest(path),
        "based_on": seq,
        "working_copy": working_copy,
        "sent": sent and store.to_plain(sent),
    }
    append_event(workshop, EventKind.DOCUMENT_PUBLISHED, payload, actor=actor)
    return path


def accept_waiting(workshop: Workshop, *, type: str, actor: str) -> int:  # noqa: A002
    """Accept, in one person's name and as one decision, every paragraph that waits.

    Returns
    -------
    int
        How many there were.

    Raises
    ------
    Conflict
        If the draft or a decision changed meanwhile: nobody accepts what they have not seen.
    """
    state = load_state(workshop)
    draft = load_draft(workshop, type=type, state=state)
    waiting = review.waiting(draft, state.reviews.get(type, ()))
    if waiting:
        append_event(
            workshop,
            EventKind.PARAGRAPHS_ACCEPTED,
            {"type": type, "block_ids": list(waiting)},
            actor=actor,
            expected_seq=state.seq,
        )
    return len(waiting)
