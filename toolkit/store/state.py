"""The present state of a workshop: what its log says now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from toolkit.domain import (
    Block,
    Comment,
    Document,
    Draft,
    Event,
    Hearing,
    KindSuggestion,
    NoteKind,
    Offer,
    OpinionGroups,
    Proceedings,
    Receipt,
    ReturnedChange,
    Review,
    Role,
    RoundComparison,
    Signature,
    Source,
    Theme,
    ThemeChanges,
)
from toolkit.standing import Decided, find_standing


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What the log says now. Theme decisions are listed, not yet applied.

    Attributes
    ----------
    seq
        The last line of the log; what decisions on this state are based on.
    is_archived
        Whether people have put the workshop away.
    labels
        Note id → pair of citation label and language, given at import.
    proposed_themes
        The machine's last proposal; empty before the first.
    theme_input
        Digest of the notes the proposal was computed from, and its settings.
    theme_offers
        Notes of that proposal which are left for people to place.
    theme_changes
        What it changed; None for the first.
    theme_decisions
        Events that ``themes.apply_decisions`` applies, in order.
    proposed_kinds
        The machine's last suggestions; empty before the first.
    kind_input
        Digest of the notes they were made for.
    decided_kinds
        Note id → the kind people chose.
    placements
        Notes that people have placed in frameworks; ``frameworks.apply_placements`` applies them.
    rounds
        The last round of votes beside the one before it; None when there is only one.
    votes_id
        Id of the source the opinion groups were computed from.
    group_input
        Everything they and the rounds were computed from, and with what settings.
    background
        Statement id → whether people say that it is a background statement.
    codings
        Coder → note id → theme id, as coded blind.
    drafts, comments, signatures
        By document type; the newest draft, whatever its language.
    written
        Pair of document type and language → the newest draft in that language.
    roles
        Name → what the person may do; empty while nobody has been given a role.
    signed
        Document type → the version that was signed last, without its signatures.
    quote_choices
        Note id → ``"pin"`` or ``"ban"``.
    talk_choices
        Statement id → ``"take"`` or ``"leave"``: whether the round table is to talk of it.
    proceedings
        What people recorded after the workshop, but for the comment rounds.
    hearings
        Comment rounds by document type, the one that changed last at the end.
    decided
        Pair of document type and language → every review of the drafts in that language, oldest
        first, with the block it was made on.
    published, finished
        Names of the files that were written, oldest first; all of them, and those that are no
        working copies.
    sent
        ``SentCopy.id`` → working copy that was written, as plain data.
    returned
        By document type: every change and comment of the working copies that came back, oldest
        first, also those decided.
    settled
        By document type: ``ReturnedChange.id`` → ``"take"`` or ``"leave"``.
    group_names
        Triples of the id of a group, the people it had when it was named, and the name; oldest
        first.
    """

    seq: int = 0
    is_archived: bool = False
    sources: tuple[Source, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    labels: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    proposed_themes: tuple[Theme, ...] = ()
    theme_input: Mapping[str, Any] = field(default_factory=dict)
    theme_offers: tuple[Offer, ...] = ()
    theme_changes: ThemeChanges | None = None
    theme_decisions: tuple[Event, ...] = ()
    proposed_kinds: tuple[KindSuggestion, ...] = ()
    kind_input: str = ""
    decided_kinds: Mapping[str, NoteKind] = field(default_factory=dict)
    placements: tuple[Event, ...] = ()
    opinion_groups: OpinionGroups | None = None
    rounds: RoundComparison | None = None
    votes_id: str = ""
    group_input: Mapping[str, Any] = field(default_factory=dict)
    background: Mapping[str, bool] = field(default_factory=dict)
    codings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    drafts: Mapping[str, Draft] = field(default_factory=dict)
    written: Mapping[tuple[str, str], Draft] = field(default_factory=dict)
    decided: Mapping[tuple[str, str], tuple[Decided, ...]] = field(default_factory=dict)
    group_names: tuple[tuple[str, frozenset[str], str], ...] = ()
    comments: Mapping[str, tuple[Comment, ...]] = field(default_factory=dict)
    signed: Mapping[str, Document] = field(default_factory=dict)
    signatures: Mapping[str, tuple[Signature, ...]] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    quote_choices: Mapping[str, str] = field(default_factory=dict)
    talk_choices: Mapping[str, str] = field(default_factory=dict)
    proceedings: Proceedings = field(default_factory=Proceedings)
    hearings: Mapping[str, Hearing] = field(default_factory=dict)
    published: tuple[str, ...] = ()
    finished: tuple[str, ...] = ()
    sent: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    returned: Mapping[str, tuple[ReturnedChange, ...]] = field(default_factory=dict)
    settled: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def votes_receipt(self) -> Receipt | None:
        """The receipt of the export that the opinion groups were computed from."""
        pairs = zip(self.sources, self.receipts, strict=True)
        return next((receipt for source, receipt in pairs if source.id == self.votes_id), None)

    @property
    def kinds(self) -> Mapping[str, NoteKind]:
        """Note id → the kind people chose, else the machine's suggestion."""
        return {one.note_id: one.kind for one in self.proposed_kinds} | dict(self.decided_kinds)

    @property
    def reviews(self) -> Mapping[str, tuple[Review, ...]]:
        """By document type: the review in force of each block of the newest draft.

        It was made on the words the block has now, or is a rejection, or locked.
        """
        return {kind: self._standing(kind, holds=True) for kind in self._decided_types()}

    @property
    def stale_reviews(self) -> Mapping[str, tuple[Review, ...]]:
        """By document type: the latest review of each block whose words have changed since.

        It comes into force again when the words come back; ``review.merge_reviews`` brings it to
        the new words.
        """
        return {kind: self._standing(kind, holds=False) for kind in self._decided_types()}

    def draft(self, kind: str, language: str = "") -> Draft | None:
        """Return the newest draft of a type: in ``language``, or in whichever came last."""
        return self.written.get((kind, language)) if language else self.drafts.get(kind)

    def block(self, kind: str, block_id: str, *, language: str = "") -> Block | None:
        """Return a block of the newest draft of a type; None when there is none."""
        draft = self.draft(kind, language)
        return next((b for b in draft.blocks if b.id == block_id), None) if draft else None

    def added(self, kind: str, block_id: str, *, language: str = "") -> Review | None:
        """Return the latest review of a block that a person added; None when nobody did."""
        draft = self.draft(kind, language)
        pairs = self.decided.get((kind, draft.language), ()) if draft else ()
        found = [r for r, _block in pairs if r.after is not None and r.block_id == block_id]
        return found[-1] if found else None

    def _decided_types(self) -> list[str]:
        return [
            kind for kind, draft in self.drafts.items() if (kind, draft.language) in self.decided
        ]

    def _standing(self, kind: str, *, holds: bool) -> tuple[Review, ...]:
        draft = self.drafts[kind]
        standing = find_standing(self.decided[kind, draft.language], draft.blocks)
        return tuple(one.review for one in standing.values() if one.holds is holds)
