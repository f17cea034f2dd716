"""What people recorded after the workshop, as the slots need it: proposals and their fates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from toolkit.domain import (
    FindingKind,
    Note,
    Outcome,
    Proceedings,
    ProposalDecision,
    ProposalPlan,
    TextRun,
    Unit,
)
from toolkit.drafting.material import Material, label_order
from toolkit.drafting.numerals import Count
from toolkit.drafting.quotes import choose_quotes, whole_quote
from toolkit.drafting.sentences import Runs, paragraph
from toolkit.privacy import has_personal_data, mask_personal_data


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A proposal in use: the words it was made in, what was decided of it and what is planned."""

    note: Note
    decision: ProposalDecision | None = None
    plan: ProposalPlan | None = None

    @property
    def outcome(self) -> Outcome | None:
        """What became of it; None while nobody has decided."""
        return self.decision.outcome if self.decision else None


def recorded_text(text: str) -> str:
    """Return what somebody recorded as one line that a table cell can hold."""
    return " ".join(text.split()).replace(" | ", "\u00a0|\u00a0")


def recorded_texts(proceedings: Proceedings) -> Iterator[str]:
    """Yield every text that people recorded, as documents show it."""
    for decision in proceedings.decisions:
        yield from (recorded_text(text) for text in (decision.body, decision.reason))
    for plan in proceedings.plans:
        yield from map(recorded_text, (plan.change, plan.means, plan.metric, plan.effort))
        yield from map(recorded_text, (plan.responsible, plan.schedule, plan.destination))
    hearing = proceedings.hearing
    for body in hearing.bodies if hearing else ():
        yield recorded_text(body.name)
    for one in hearing.amendments if hearing else ():
        yield from map(recorded_text, (one.body, one.text, one.reason, one.changed))


def list_proposals(material: Material) -> tuple[Proposal, ...]:
    """Return the proposals in use: those the findings know, the largest theme's first, then others.

    The others are notes and statements that do not read as proposals but that a decision or a plan
    is about, in the order of their labels. The last decision and the last plan hold.
    """
    decisions = {one.proposal_id: one for one in material.findings.proceedings.decisions}
    plans = {one.proposal_id: one for one in material.findings.proceedings.plans}
    found = [i for item in material.of_kind(FindingKind.PROPOSAL) for i in item.note_ids]
    others = material.existing(sorted(decisions.keys() | plans.keys()))
    ids = (
        *found,
        *(note.id for note in sorted(others, key=lambda note: (label_order(note.ref), note.id))),
    )
    return tuple(
        Proposal(note=note, decision=decisions.get(note.id), plan=plans.get(note.id))
        for note in material.existing(dict.fromkeys(ids))
    )


def count_proposals(material: Material) -> Count:
    """Count the proposals in use."""
    n = len(list_proposals(material))
    return Count(value=n, unit=Unit.PROPOSAL, query="proposals()")


def count_outcome(material: Material, outcome: Outcome | None) -> Count:
    """Count the proposals of an outcome, or those that nobody has decided."""
    n = sum(proposal.outcome is outcome for proposal in list_proposals(material))
    query = f"decisions(outcome={outcome})" if outcome else "proposals(decided=no)"
    return Count(value=n, unit=Unit.PROPOSAL, query=query)


def count_unplanned(material: Material) -> Count:
    """Count the proposals that have no plan."""
    n = sum(proposal.plan is None for proposal in list_proposals(material))
    return Count(value=n, unit=Unit.PROPOSAL, query="proposals(planned=no)")


def outcomes_sentence(material: Material, *, prefix: str) -> Runs:
    """Say how many proposals there are and what became of them, without what there is none of."""
    say, total = material.sentences, count_proposals(material)
    if not total.value:
        return say.say(f"{prefix}_none")
    parts = {outcome.value: count_outcome(material, outcome) for outcome in Outcome}
    parts["open"] = count_outcome(material, None)
    return paragraph(
        say.say(prefix, n=total), parts_sentence(material, total, parts, prefix=prefix)
    )


def parts_sentence(
    material: Material, total: Count, parts: Mapping[str, Count], *, prefix: str
) -> Runs:
    """Divide ``total`` into ``parts`` in a sentence; nothing is said of empty ones."""
    say = material.sentences
    shown = {name: count for name, count in parts.items() if count.value}
    if len(shown) == 1:
        size = "one" if total.value == 1 else "all"
        return say.say(f"{prefix}_{size}_{next(iter(shown))}")
    items = [say.say(f"{prefix}_part_{name}", n=count) for name, count in shown.items()]
    return say.say(f"{prefix}_parts", parts=say.join(items))


def decided_by(material: Material, decision: ProposalDecision) -> str:
    """Return who decided and when, as far as it is recorded."""
    date = material.sentences.date(decision.date) if decision.date else ""
    return ", ".join(part for part in (recorded_text(decision.body), date) if part)


def proposal_words(material: Material, proposal: Proposal) -> Runs:
    """Quote a proposal and cite it, on one line.

    One with personal data is shown masked, and one of several lines on one line: as no quote.
    """
    note = proposal.note
    quote = next(iter(choose_quotes([note], limit=1)), whole_quote(note))
    words: Runs = (quote,)
    if has_personal_data(note.text) or recorded_text(quote.text) != quote.text:
        mask = material.sentences.phrase("labels.masked")
        words = (TextRun(text=recorded_text(mask_personal_data(note.text, word=mask))),)
    return paragraph(words, material.cite([note]))
