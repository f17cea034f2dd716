"""A draft as it reads: blocks of sentences, each with what it stands on, ready for JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from toolkit.apps.query_words import describe_number
from toolkit.apps.sentences import split_runs
from toolkit.domain import (
    Block,
    CiteRun,
    Decision,
    Findings,
    Gate,
    NumberRun,
    QuoteRun,
    RefRun,
    Run,
    SourceNote,
)
from toolkit.paragraphs import block_text
from toolkit.phrases import load_phrases
from toolkit.publishing.page import figure_alt, is_block_quote
from toolkit.review import Merged, Renewed
from toolkit.workflow.documents import CheckedDraft


def reading_blocks(checked: CheckedDraft) -> list[dict[str, Any]]:
    """Return the blocks of a draft as people have left it so far, in its order."""
    draft, merged, findings, gates = checked
    present = {block.id: block for block in merged.draft.blocks}
    refs = labels_of(draft.sources, merged.draft.sources)
    return [
        {
            **block_reading(block, findings),
            "remark": _model_remark(block, draft.language),
            "gates": gate_views(gate for gate in gates if gate.block_id == block.id),
            **_people(block, present.get(block.id), merged, refs, draft.language),
        }
        for block in draft.blocks
    ]


def block_reading(block: Block, findings: Findings) -> dict[str, Any]:
    """Return a block with its runs cut into sentences; a table has cells of runs instead."""
    is_quote = is_block_quote(block)
    return {
        "id": block.id,
        "kind": "quote" if is_quote else block.kind.value,
        "level": block.level,
        "sentences": [
            [run_view(run, findings) for run in sentence] for sentence in split_runs(block.runs)
        ],
        "caption": block.caption,
        "alt": figure_alt(block) if block.has_rows else "",
        "header": block.header,
        "rows": [
            [[run_view(run, findings) for run in cell] for cell in row.cells] for row in block.rows
        ],
    }


def run_view(run: Run, findings: Findings) -> dict[str, Any]:
    """Return a run with its kind; a number also tells how it was counted."""
    match run:
        case CiteRun():
            return {"kind": "cite", "notes": run.note_ids}
        case NumberRun():
            how = describe_number(run, findings)
            return {
                "kind": "number",
                "text": run.text,
                "value": run.value,
                "unit": run.unit.value,
                "how": how,
            }
        case QuoteRun():
            span = {"start": run.start, "end": run.end}
            return {"kind": "quote", "text": run.text, "note": run.note_id, **span}
        case RefRun():
            return {"kind": "ref", "text": run.text, "block": run.block_id}
        case _:
            return {"kind": "text", "text": run.text, "strong": run.strong}


def note_views(sources: Iterable[SourceNote], findings: Findings) -> dict[str, dict[str, str]]:
    """Return the notes of the source appendix by id, each with whether people want it quoted.

    A statement that was voted on is quoted wherever its votes are told: there is nothing to choose.
    """
    choices = {note.id: findings.quote_choices.get(note.id, "free") for note in findings.notes}
    return {
        source.note_id: {
            "ref": source.ref,
            "text": source.text,
            "where": source.where,
            "choice": choices.get(source.note_id, ""),
        }
        for source in sources
    }


def gate_views(gates: Iterable[Gate]) -> list[dict[str, str]]:
    """Return remarks with what to do about each, in the language of the page."""
    return [{"level": gate.level, "message": gate.message, "gate": gate.gate} for gate in gates]


def left_out(checked: CheckedDraft) -> list[dict[str, str]]:
    """Return the paragraphs that people have rejected: they are not in the text any more."""
    stands = {block.id for block in checked.draft.blocks}
    refs = labels_of(checked.merged.draft.sources)
    return [
        {
            "id": block.id,
            "text": block_text(block, refs=refs, language=checked.draft.language),
            "author": checked.merged.by_block[block.id].review.author,
        }
        for block in checked.merged.draft.blocks
        if block.id not in stands and block.id in checked.merged.by_block
    ]


def count_words_of_people(merged: Merged) -> dict[str, int]:
    """Count what people have decided: what a renewal keeps, and what it may ask of them again."""
    reviews = [one.review for one in merged.renewed if not one.claim_id]
    locked = sum(review.locked for review in reviews)

    def count(decision: Decision) -> int:
        return sum(r.decision is decision and not r.locked for r in reviews)

    return {
        "locked": locked,
        "edited": count(Decision.EDIT),
        "accepted": count(Decision.ACCEPT),
        "rejected": count(Decision.REJECT),
    }


def labels_of(*sources: Sequence[SourceNote]) -> dict[str, str]:
    """Return note id → label."""
    return {source.note_id: source.ref for several in sources for source in several}


def _people(
    block: Block,
    own: Block | None,
    merged: Merged,
    refs: Mapping[str, str],
    language: str,
) -> dict[str, Any]:
    """Return what people have decided of a block, and the words of the tool beside theirs."""
    renewed = merged.by_block.get(block.id)
    review = renewed.review if renewed else None
    words = block_text(block, refs=refs, language=language)
    tools = block_text(own, refs=refs, language=language) if own else ""
    edited = renewed is not None and renewed.state != "generated"
    return {
        "text": words,
        "needs_decision": block.needs_decision,
        "decision": review.decision.value if review and renewed and renewed.holds else "",
        "author": review.author if review else "",
        "edited": edited,
        "locked": review is not None and review.locked,
        "tools": tools if edited and tools and tools != words else "",
        "offer": _offer(renewed, words),
    }


def _offer(renewed: Renewed | None, words: str) -> dict[str, Any] | None:
    """Return what the tool would write now in place of a person's words; None when nothing."""
    if renewed is None or not renewed.has_offer or not renewed.has_words or not renewed.after:
        return None
    conflicts = [{"mine": one.mine, "theirs": one.theirs} for one in renewed.conflicts]
    after = renewed.after if renewed.after != words else ""
    return {"before": renewed.before, "after": after, "conflicts": conflicts}


def _model_remark(block: Block, language: str) -> str:
    kind, _colon, name = block.origin.partition(":")
    if kind != "model":
        return ""
    words: str = load_phrases(language)["labels"]["model_words"]
    return words.format(name=name)
