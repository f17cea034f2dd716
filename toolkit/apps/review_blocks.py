"""The paragraphs of a draft under review: what people say of them, and the facts of a section."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from toolkit.apps.review_changes import change_view
from toolkit.domain import Block, BlockKind, Comment, Draft, QuoteRun
from toolkit.paragraphs import cited_ids
from toolkit.workflow import OpenChange


def with_remarks(
    view: dict[str, Any],
    draft: Draft,
    comments: Iterable[Comment],
    changes: Iterable[OpenChange],
) -> dict[str, Any]:
    """Return a view of a draft with comments, proposed wordings and the facts of every section.

    Parameters
    ----------
    view
        As ``DocumentState.draft_view`` returns it.
    """
    listed = [(c.block_id, _comment(c)) for c in comments]
    proposed = [(one.change.block_id, change_view(one)) for one in changes]
    blocks: list[dict[str, Any]] = []
    for block in view["blocks"]:
        said = [one for block_id, one in listed if block_id == block["id"]]
        own = [one for block_id, one in proposed if block_id == block["id"]]
        blocks.append({**block, "comments": said, "proposals": own, "facts": []})
    _add_facts(blocks, {block.id: block for block in draft.blocks})
    return {**view, "blocks": blocks}


def is_fact(block: Block) -> bool:
    """Say whether a block claims nothing of what people said: a date, a method, a bare table."""
    quotes = any(isinstance(run, QuoteRun) for run in block.runs)
    written = block.origin == "template"
    return written and not (block.is_finding or quotes or cited_ids(block))


def _comment(comment: Comment) -> dict[str, str]:
    return {
        "id": comment.id,
        "text": comment.text,
        "author": comment.author,
        "handled_by": comment.handled_by,
        "answer": comment.answer,
    }


def _add_facts(blocks: list[dict[str, Any]], known: Mapping[str, Block]) -> None:
    """Give the last block of every section the ids of its facts that wait and nobody doubts."""
    facts: list[str] = []
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        open_comments = [one for one in block["comments"] if not one["handled_by"]]
        doubted = block["gates"] or block["before"] or open_comments or block["proposals"]
        own = known.get(block["id"])
        waits = block["needs_decision"] and not block["decision"]
        if waits and not doubted and own is not None and is_fact(own):
            facts.append(block["id"])
        if following is None or following["kind"] == BlockKind.HEADING.value:
            block["facts"] = facts
            facts = []
