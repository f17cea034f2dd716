"""Drafts, their verification and review, and the files they become."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from toolkit import drafting, publishing, review, store
from toolkit.domain import Document, Draft, EventKind, Findings, Gate, Workshop
from toolkit.errors import Conflict, TooEarly, Unpublishable, UnreviewedDraft
from toolkit.findings import answer_query
from toolkit.i18n import N_, _
from toolkit.language_model import LanguageModel
from toolkit.lemmas.spelling import FinnishReader, load_reader
from toolkit.review import Merged
from toolkit.store import MACHINE, append_event
from toolkit.workflow.analysis import findings_of, update_themes
from toolkit.workflow.opinions import opinions_are_current, update_opinions
from toolkit.workflow.outlines import find_outline
from toolkit.workflow.present import (
    Present,
    load_notes,
    load_present,
    load_state,
    load_votes,
)
from toolkit.workflow.progress import Progress, no_progress
from toolkit.workflow.reviewing import load_draft, merge_draft
from toolkit.workflow.wording import ThemeWriter


def update_draft(
    workshop: Workshop,
    *,
    type: str,  # noqa: A002 - the word of the command line and of the JSON
    language: str | None = None,
    model: LanguageModel | None = None,
    keep_words: bool = True,
    preset: str | None = None,
    progress: Progress = no_progress,
) -> tuple[Draft, tuple[Gate, ...]]:
    """Compose a draft from the present state, computing themes and groups that are missing.

    Parameters
    ----------
    model
        Words a paragraph on every theme; what does not hold is left out, and a remark says so.
    keep_words
        Whether paragraphs that a model has worded before stay, when ``model`` is not given.
    preset
        Which of the contents of the type; None for those of the draft there is.

    Returns
    -------
    tuple of Draft and tuple of Gate
        The draft and the remarks of the verification.

    Raises
    ------
    NoSuchThing
        If no outline is called ``type``, or it has no such preset.
    UnreadableOutline
        If an organisation's own outline of that name cannot be used.
    TooEarly
        If the workshop has neither notes nor votes.
    """
    state, wanted = load_state(workshop), language or workshop.language
    if preset is None:
        last = state.draft(type, wanted) or state.draft(type)
        preset = last.preset if last else ""
    plan = find_outline(type, preset=preset)
    if not state.sources:
        raise TooEarly(N_("The workshop is empty. Import an export first, then compose the draft."))
    if load_notes(workshop, state=state):
        update_themes(workshop, progress=lambda share, text: progress(0.7 * share, text))
    if load_votes(workshop, state=state) is not None:
        update_opinions(workshop, progress=lambda share, text: progress(0.7 + share / 5, text))
    progress(0.9, _("Writing the draft"))
    writer = ThemeWriter(
        model,
        before=load_state(workshop).draft(type, wanted) if model or keep_words else None,
        events=store.load_events(workshop),
        progress=progress,
    )
    while True:
        present = load_present(workshop)
        findings = findings_of(present)
        draft = drafting.compose_draft(findings, outline=plan, workshop=workshop, language=wanted)
        draft = writer.write(draft, findings)
        if present.state.drafts.get(type) == draft:
            break
        payload = {"type": type, "draft": store.to_plain(draft), "model": writer.record}
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
    return draft, (*writer.remarks, *verify_draft(draft, findings))


def verify_draft(
    draft: Draft | Document, findings: Findings, *, base: Draft | None = None
) -> tuple[Gate, ...]:
    """Check a draft against the material, and what people edited against the draft as composed."""
    limit = find_outline(draft.type).max_pages
    return drafting.verify_draft(
        draft,
        findings=findings,
        answer=lambda query: answer_query(query, findings),
        max_pages=limit,
        n_pages=_count_pages(draft) if limit else None,
        base=base,
        reader=_reader(draft.language),
    )


def load_working_copy(workshop: Workshop, *, type: str, language: str = "") -> Draft:  # noqa: A002
    """Return a draft as people have left it so far.

    Raises
    ------
    TooEarly
        If there is no draft.
    """
    return load_checked(load_present(workshop), type=type, language=language).draft


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
    return load_checked(load_present(workshop), type=type, language=language).gates


def _count_pages(draft: Draft | Document) -> int | None:
    try:
        return publishing.count_pages(draft)
    except Unpublishable:
        return None  # publishing it says what is wrong


@cache
def _reader(language: str) -> FinnishReader | None:
    """Return the dictionary that a draft is read with; None where there is none."""
    return load_reader(language)


class CheckedDraft(NamedTuple):
    """A draft as people have left it so far, and what the verification says of it."""

    draft: Draft
    merged: Merged
    findings: Findings
    gates: tuple[Gate, ...]


def load_checked(present: Present, *, type: str, language: str = "") -> CheckedDraft:  # noqa: A002
    """Return a draft with the words of people's edits, also while they wait, and its remarks.

    Raises
    ------
    TooEarly
        If there is no draft.
    """
    draft = load_draft(present.workshop, type=type, language=language, state=present.state)
    merged = merge_draft(present.state, type=type, language=draft.language)
    findings = findings_of(present)
    # With all sources: a person may cite a note that the draft did not.
    sources = drafting.source_notes(findings, language=draft.language)
    edited = review.apply_edits(merged.draft, merged.wordings, sources=sources)
    gates = (
        *verify_draft(edited, findings, base=merged.draft),
        *review.check_grounds(merged.draft.blocks, merged.reviews),
    )
    return CheckedDraft(edited, merged, findings, gates)


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
    if not is_current(present, draft, findings):
        msg = N_(
            "The material or the themes have changed since this draft was composed: {type}. "
            "Compose it again; paragraphs that do not change stay decided."
        )
        raise UnreviewedDraft(msg, type=type)
    errors = [
        gate
        for gate in verify_draft(document, findings, base=merged.draft)
        if gate.level == "error"
    ]
    if errors:
        msg = N_("The document cannot be published yet. Mend this first: {problem}")
        raise UnreviewedDraft(msg, problem=errors[0].message)
    return document


def is_current(present: Present, draft: Draft, findings: Findings) -> bool:
    """Whether composing the draft now would give the same draft."""
    themed = {note_id for theme in present.themes for note_id in theme.note_ids}
    composed = drafting.compose_draft(
        findings,
        outline=find_outline(draft.type, preset=draft.preset),
        workshop=present.workshop,
        language=draft.language,
    )
    words = drafting.model_blocks(draft)
    return (
        {note.id for note in present.notes} <= themed | present.set_aside.keys()
        and opinions_are_current(present.workshop, state=present.state)
        and draft == drafting.add_model_blocks(composed, words, findings)
    )
