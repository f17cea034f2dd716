"""Drafts, their verification and review, and the files they become."""

from __future__ import annotations

from pathlib import Path

from toolkit import drafting, publishing, review, store
from toolkit.domain import Document, Draft, EventKind, Findings, Gate, Review, Workshop
from toolkit.errors import Conflict, TooEarly, UnreviewedDraft
from toolkit.findings import answer_query
from toolkit.i18n import N_, _
from toolkit.review import Merged
from toolkit.store import MACHINE, append_event
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
from toolkit.workflow.reviewing import load_draft, merge_draft
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


def verify_present(
    workshop: Workshop,
    *,
    type: str,  # noqa: A002
    language: str = "",
) -> tuple[Gate, ...]:
    """Verify a draft with the wordings people have given it so far.

    Raises
    ------
    TooEarly
        If there is no draft.
    """
    present = load_present(workshop)
    draft = load_draft(workshop, type=type, language=language, state=present.state)
    merged = merge_draft(present.state, type=type, language=draft.language)
    findings = findings_of(present)
    return (
        *verify_draft(_edited(merged, findings), findings),
        *review.check_grounds(merged.draft.blocks, merged.reviews),
    )


def _edited(merged: Merged, findings: Findings) -> Draft:
    """Return a draft as people have left it so far; the words of edits stand while they wait."""
    sources = drafting.source_notes(findings, language=merged.draft.language)
    return review.apply_edits(merged.draft, merged.wordings, sources=sources)


def load_reviews(
    workshop: Workshop,
    *,
    type: str = "julkilausuma",  # noqa: A002
    language: str = "",
) -> tuple[Review, ...]:
    """Return the decisions in force on the paragraphs of a draft; none without a draft."""
    state = load_state(workshop)
    if state.draft(type, language) is None:
        return ()
    return merge_draft(state, type=type, language=language).reviews


def load_document(
    workshop: Workshop,
    *,
    type: str,  # noqa: A002
    language: str = "",
) -> Document:
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
    draft = load_draft(workshop, type=type, language=language, state=present.state)
    merged = merge_draft(present.state, type=type, language=draft.language)
    findings = findings_of(present)
    sources = drafting.source_notes(findings, language=draft.language)
    document = review.apply_reviews(merged.draft, merged.reviews, sources=sources)
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
    language: str = "",
    working_copy: bool = False,
    path: Path | None = None,
    actor: str,
) -> Path:
    """Write a document to a file: the reviewed one, or a working copy that says LUONNOS.

    In a Word working copy, what the tool would write in place of words that people have decided on
    is a tracked change. Once a document has been sent out for comments, no file of it is written
    over: a new one gets a number.

    Raises
    ------
    UnreviewedDraft
        If ``working_copy`` is not asked for and the document is not ready; see ``load_document``.
    """
    seq = store.last_seq(workshop)
    present = load_present(workshop)
    draft = load_draft(workshop, type=type, language=language, state=present.state)
    path = path or _file(present, draft, format=format, working_copy=working_copy)
    sent = None
    if working_copy:
        # Edited here, with all sources: a person may cite a note that the draft did not.
        merged = merge_draft(present.state, type=type, language=draft.language)
        edited = _edited(merged, findings_of(present))
        comments = present.state.comments.get(type, ())
        changes = {one.block_id: (one.before, one.after) for one in merged.offers}
        sent = write_working_copy(workshop, edited, path, comments=comments, changes=changes)
    else:
        document = load_document(workshop, type=type, language=draft.language)
        publishing.publish(document, path)
    payload = {
        "type": type,
        "language": draft.language,
        "format": format,
        "file": path.name,
        "sha256": store.digest(path),
        "based_on": seq,
        "working_copy": working_copy,
        "sent": sent and store.to_plain(sent),
    }
    append_event(workshop, EventKind.DOCUMENT_PUBLISHED, payload, actor=actor)
    return path


def _file(present: Present, draft: Draft, *, format: str, working_copy: bool) -> Path:  # noqa: A002
    workshop = present.workshop
    own = "" if draft.language == workshop.language else f"-{draft.language}"
    stem = f"{draft.type}{own}" + ("-luonnos" if working_copy else "")
    folder = Path(workshop.folder) / "published"
    path, number = folder / f"{stem}.{format}", 1
    while draft.type in present.state.hearings and path.exists():
        number += 1
        path = folder / f"{stem}-{number}.{format}"
    return path


def accept_waiting(
    workshop: Workshop,
    *,
    type: str,  # noqa: A002
    language: str = "",
    actor: str,
) -> int:
    """Accept, in one person's name and as one decision, every paragraph that waits.

    Where a person's words stand although the tool's have changed, those words are accepted.

    Returns
    -------
    int
        How many there were.

    Raises
    ------
    TooEarly
        If there is no draft.
    Conflict
        If the draft or a decision changed meanwhile: nobody accepts what they have not seen.
    """
    state = load_state(workshop)
    draft = load_draft(workshop, type=type, language=language, state=state)
    merged = merge_draft(state, type=type, language=draft.language)
    waiting = [block.id for block in merged.waiting]
    if waiting:
        texts = {block_id: merged.standing_text(block_id) for block_id in waiting}
        payload = {
            "type": type,
            "language": draft.language,
            "block_ids": waiting,
            "texts": {block_id: text for block_id, text in texts.items() if text},
        }
        append_event(
            workshop,
            EventKind.PARAGRAPHS_ACCEPTED,
            payload,
            actor=actor,
            expected_seq=state.seq,
        )
    return len(waiting)
