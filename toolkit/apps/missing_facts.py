"""What a document leaves open because nobody has said it yet, and where it can be said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import shorten
from typing import Any

from toolkit.domain import Block, BlockKind, Draft, TextRun, Workshop
from toolkit.i18n import N_, _
from toolkit.paragraphs import block_runs, block_text
from toolkit.phrases import load_phrases

_DETAILS = {
    "paatos/taho": ("decision_body", "decision_date"),
    "vastaanottaja/taho": ("recipient",),
    "pyynto/kasittely": ("decision_body", "decision_date"),
    "asia/nimi": ("title",),
    "lisatiedot/yhteystiedot": ("contact",),
    "vaiheet/johdanto": ("next_steps",),
}
"""End of the id of a block → the details of the workshop that it waits for."""

_PLANS = (
    "suunnitelma/vaikutus",
    "suunnitelma/aikataulu",
    "aikataulu/puuttuu",
    "toimet/puuttuu",
    "vastuut/puuttuu",
    "asiakirjat/avoinna",
    "asiakirjat/muut",
)
_EXPLAINS = "lukuohje/merkinnat"
_HEARD = "lausuntoyhteenveto"
_BEGINNING = 90

WHERE = {
    "details": N_("In the details of the workshop, on the front page"),
    "plans": N_("In the follow-up, in the plan of each proposal"),
    "hearing": N_("In the review, in the comment round"),
    "here": N_("Here: write it in the paragraph itself"),
}
"""Place where a fact is filled in → how the page calls it."""


def missing_facts(draft: Draft, workshop: Workshop, *, heard: bool) -> list[dict[str, Any]]:
    """Return the places of a document that wait for a fact.

    Parameters
    ----------
    draft
        As people have left it so far.
    heard
        Whether a comment round has been opened on any document.

    Returns
    -------
    list of dict
        ``block`` and its first words, ``place`` (a key of ``WHERE``), how many facts it lacks, and
        whether they have been ``given`` since the draft was composed.
    """
    found = list(_open_blocks(draft, workshop))
    if draft.type == _HEARD and not heard:
        words = _("No comment round has been opened yet.")
        found.append({"block": "", "text": words, "place": "hearing", "n": 1, "given": False})
    return found


def _open_blocks(draft: Draft, workshop: Workshop) -> Iterator[dict[str, Any]]:
    phrases = load_phrases(draft.language)["measures"]
    words = {phrases[key].casefold() for key in ("open", "open_many")}
    refs = {source.note_id: source.ref for source in draft.sources}
    for block in draft.blocks:
        n = _count(block, words)
        if n and not block.id.endswith(_EXPLAINS) and block.kind is not BlockKind.HEADING:
            text = block.caption or block_text(block, refs=refs, language=draft.language)
            yield {
                "block": block.id,
                "text": shorten(text, width=_BEGINNING, placeholder=" …"),
                "place": _place(block),
                "n": n,
                "given": _is_given(block, workshop),
            }


def _count(block: Block, words: Iterable[str]) -> int:
    """Count how often a block says that something is open, quotes not counted."""
    own = [run.text.casefold() for run in block_runs(block) if isinstance(run, TextRun)]
    return sum(text.count(word) for text in own for word in words)


def _place(block: Block) -> str:
    if _details(block):
        return "details"
    if block.id.endswith(_PLANS) or block.has_rows:
        return "plans"
    return "here"


def _details(block: Block) -> tuple[str, ...]:
    return next((keys for end, keys in _DETAILS.items() if block.id.endswith(end)), ())


def _is_given(block: Block, workshop: Workshop) -> bool:
    keys = _details(block)
    return bool(keys) and all(getattr(workshop, key) for key in keys)
