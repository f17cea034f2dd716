"""The report of the verification of a draft, with how much of the material the draft covers."""

from __future__ import annotations

from typing import NamedTuple

from toolkit import drafting, store
from toolkit.domain import Block, Coverage, Decision, Document, Draft, Findings, Gate, Workshop
from toolkit.encoders import load_encoder
from toolkit.errors import MissingModel
from toolkit.findings import measure_coverage
from toolkit.paragraphs import latest_reviews
from toolkit.workflow.documents import CheckedDraft


class Report(NamedTuple):
    """What the verification of a draft found.

    Attributes
    ----------
    draft
        As people have left it so far.
    coverage
        None when it was not asked for or cannot be measured.
    blocks
        The report as a document shows it.
    face
        What a working copy says of itself.
    """

    draft: Draft
    gates: tuple[Gate, ...]
    coverage: Coverage | None
    blocks: tuple[Block, ...]
    face: str

    @property
    def ok(self) -> bool:
        """Whether nothing was found that blocks accepting the document."""
        return all(gate.level != "error" for gate in self.gates)


def make_report(
    workshop: Workshop,
    checked: CheckedDraft,
    *,
    measure: bool = False,
    coverage: Coverage | None = None,
) -> Report:
    """Put together what the verification of a draft found.

    Parameters
    ----------
    coverage
        Of the same draft, when it has been measured before.
    measure
        Whether to measure coverage too, which may load the language model.
    """
    draft, merged, findings, gates = checked
    reviews = latest_reviews(merged.reviews)
    left = {block.id for block in merged.draft.blocks} - {block.id for block in draft.blocks}
    if measure:
        coverage = measure_draft(workshop, draft, findings)
    decided = frozenset(reviews)
    blocks = drafting.compose_report(
        draft,
        gates,
        findings=findings,
        coverage=coverage,
        decided=decided,
        rejected=sum(reviews[i].decision is Decision.REJECT for i in left if i in reviews),
    )
    face = drafting.face_words(draft, gates, decided=decided)
    return Report(draft=draft, gates=gates, coverage=coverage, blocks=blocks, face=face)


def measure_draft(
    workshop: Workshop, draft: Draft | Document, findings: Findings
) -> Coverage | None:
    """Measure how much of the notes a draft covers; None without notes, sentences or a model."""
    sentences = drafting.telling_sentences(draft.blocks)
    if len(findings.notes) < 2 or not sentences:
        return None
    encoder = load_encoder(cache=store.cache_folder(workshop, "embeddings"))
    try:
        vectors = encoder.encode([note.text for note in findings.notes])
        told = encoder.encode(sentences)
    except MissingModel:
        return None
    return measure_coverage(findings.notes, vectors, told, sources=findings.sources)
