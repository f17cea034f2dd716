"""People's decisions on a draft that has been composed again since they made them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from toolkit.domain import Block, BlockKind, Decision, Draft, NumberRun, Review, Run, TextRun
from toolkit.paragraphs import LOOSE, block_text, waiting_blocks
from toolkit.phrases import load_phrases
from toolkit.review.grounds import claim_of
from toolkit.review.merge import MergedText, TextConflict, merge_text
from toolkit.review.merge_tables import merge_table
from toolkit.standing import Decided, Standing, find_standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewed:
    """What became of a decision on one block.

    Attributes
    ----------
    review
        The decision with the words that stand now.
    holds
        Whether it is in force; else the block waits for a new decision. Words put together of a
        person's and the tool's wait too: nobody has read them yet.
    state
        ``"generated"``: the tool's words stand; ``"human"``: a person's; ``"merged"``: both.
    before, after
        The words the person left, and the words the tool offers in their place; equal when there
        is nothing to offer.
    conflicts
        Spots that both have changed. The person's words stand there.
    loose
        Whether the draft has the block no more.
    claim_id
        Of grounds that fell with a rejected claim: the block of the claim.
    """

    review: Review
    holds: bool
    state: str
    before: str
    after: str
    conflicts: tuple[TextConflict, ...] = ()
    loose: bool = False
    claim_id: str = ""

    @property
    def block_id(self) -> str:
        """The block it is about."""
        return self.review.block_id

    @property
    def has_words(self) -> bool:
        """Whether a person's words, or the lack of them, stand in place of the tool's."""
        return self.holds or self.review.decision is not Decision.ACCEPT

    @property
    def has_offer(self) -> bool:
        """Whether the tool's words have changed since the decision."""
        return self.before != self.after


@dataclass(frozen=True, kw_only=True)
class Merged:
    """A draft with people's decisions brought to its present words.

    Attributes
    ----------
    draft
        With the loose paragraphs at the end: words of people whose block is gone.
    renewed
        Of every block that somebody has decided on; in the order of the draft.
    """

    draft: Draft
    renewed: tuple[Renewed, ...]

    @cached_property
    def reviews(self) -> tuple[Review, ...]:
        """The decisions in force."""
        return tuple(one.review for one in self.renewed if one.holds)

    @cached_property
    def wordings(self) -> tuple[Review, ...]:
        """The decisions in force, and the words of people that wait to be read again."""
        return tuple(one.review for one in self.renewed if one.has_words)

    @cached_property
    def by_block(self) -> Mapping[str, Renewed]:
        """Block id → what became of the decision."""
        return {one.block_id: one for one in self.renewed}

    @property
    def offers(self) -> tuple[Renewed, ...]:
        """What the tool offers to change; what people rejected and the tool changed is listed."""
        return tuple(one for one in self.renewed if one.has_offer)

    @property
    def waiting(self) -> tuple[Block, ...]:
        """The blocks that wait for a decision, in the order of the draft."""
        return waiting_blocks(self.draft, self.reviews)

    def standing_text(self, block_id: str) -> str:
        """Return a person's words that accepting a waiting block accepts; empty for the tool's."""
        one = self.by_block.get(block_id)
        return one.review.text if one and not one.holds else ""


def merge_reviews(
    draft: Draft, decided: Iterable[Decided], *, refs: Mapping[str, str] | None = None
) -> Merged:
    """Bring decisions to the present words of a draft; nothing a person wrote is lost.

    Parameters
    ----------
    decided
        Every review with the block it was made on, oldest first.
    refs
        Note id → label, also of notes that the draft no longer cites.
    """
    labels = {**(refs or {}), **{source.note_id: source.ref for source in draft.sources}}
    standing = find_standing(decided, draft.blocks)
    present = {block.id: block for block in draft.blocks}
    order = {block_id: place for place, block_id in enumerate(present)}
    renewed: list[Renewed] = []
    loose: list[Block] = []
    for key in sorted(standing, key=lambda key: (order.get(key, len(order)), standing[key].place)):
        one, block = standing[key], present.get(key)
        if block is not None:
            renewed.append(_renew(one, block, labels, draft.language))
        elif one.review.after is not None:
            text = one.review.text
            kept = Renewed(review=one.review, holds=True, state="human", before=text, after=text)
            renewed.append(kept)
        elif one.base is not None and _stays_without_block(one.review):
            text = one.review.text or _text(one.base, labels, draft.language)
            renewed.append(_loosen(one, text))
            loose.append(_without_numbers(one.base))
    whole = replace(draft, blocks=(*draft.blocks, *_loose_section(loose, draft.language)))
    return Merged(draft=whole, renewed=_drop_grounds(draft, renewed, standing))


def _renew(standing: Standing, block: Block, refs: Mapping[str, str], language: str) -> Renewed:
    review, base = standing.review, standing.base
    now = _text(block, refs, language)
    was = _text(base, refs, language) if base else now
    if review.decision is Decision.REJECT:
        after = was if review.locked else now
        return Renewed(review=review, holds=True, state="human", before=was, after=after)
    if review.decision is Decision.ACCEPT and not standing.holds:
        return Renewed(review=review, holds=False, state="generated", before=was, after=now)
    if standing.holds or base is None or now == was:
        return _keep(review, was, now)
    merged = _merge(base, review.text, block, refs, language)
    return Renewed(
        review=replace(review, text=merged.text),
        holds=merged.offer == review.text,
        state=merged.state,
        before=review.text,
        after=merged.offer,
        conflicts=merged.conflicts,
    )


def _keep(review: Review, was: str, now: str) -> Renewed:
    # A locked acceptance stands word for word, also where the tool would now write otherwise.
    if review.decision is Decision.ACCEPT and was != now:
        review = replace(review, decision=Decision.EDIT, text=was)
    text = review.text or now
    state = "human" if review.decision is Decision.EDIT else "generated"
    return Renewed(review=review, holds=True, state=state, before=text, after=text)


def _merge(
    base: Block, mine: str, block: Block, refs: Mapping[str, str], language: str
) -> MergedText:
    if base.has_rows and block.has_rows:
        return merge_table(base, mine, block, refs=refs, language=language)
    return merge_text(_text(base, refs, language), mine, _text(block, refs, language))


def _text(block: Block, refs: Mapping[str, str], language: str) -> str:
    return block_text(block, refs=refs, language=language)


def _stays_without_block(review: Review) -> bool:
    return review.decision is Decision.EDIT or (
        review.locked and review.decision is Decision.ACCEPT
    )


def _loosen(standing: Standing, text: str) -> Renewed:
    review = replace(standing.review, decision=Decision.EDIT, text=text)
    return Renewed(
        review=review,
        holds=standing.holds,
        state="human",
        before=text,
        after=text if standing.holds else "",
        loose=True,
    )


def _loose_section(loose: Iterable[Block], language: str) -> tuple[Block, ...]:
    blocks = tuple(loose)
    if not blocks:
        return ()
    words = load_phrases(language)["labels"]["loose"]
    heading = Block(
        id=f"{LOOSE}/otsikko", kind=BlockKind.HEADING, level=1, runs=(TextRun(text=words),)
    )
    return heading, *blocks


def _without_numbers(block: Block) -> Block:
    """Return a block whose numbers are plain words: what they were counted from may be gone."""

    def plain(runs: Iterable[Run]) -> tuple[Run, ...]:
        return tuple(TextRun(text=r.text) if isinstance(r, NumberRun) else r for r in runs)

    rows = tuple(replace(row, cells=tuple(map(plain, row.cells))) for row in block.rows)
    return replace(block, runs=plain(block.runs), rows=rows)


def _drop_grounds(
    draft: Draft, renewed: Iterable[Renewed], standing: Mapping[str, Standing]
) -> tuple[Renewed, ...]:
    """Leave out the grounds of a rejected claim, unless somebody decided on them after that."""
    by_block = {one.block_id: one for one in renewed}
    ids = {block.id for block in draft.blocks}
    for block in draft.blocks:
        claim = by_block.get(claim_of(block.id, ids))
        if claim is None or claim.review.decision is not Decision.REJECT:
            continue
        mine = by_block.get(block.id)
        if mine and standing[block.id].place > standing[claim.block_id].place:
            continue
        review = replace(claim.review, block_id=block.id)
        words = mine.before if mine else ""
        by_block[block.id] = Renewed(
            review=review,
            holds=True,
            state="human",
            before=words,
            after=words,
            claim_id=claim.block_id,
        )
    order = {block.id: place for place, block in enumerate(draft.blocks)}
    return tuple(sorted(by_block.values(), key=lambda one: order.get(one.block_id, len(order))))
