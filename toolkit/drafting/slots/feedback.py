"""Slots of the feedback to participants: what was asked, what was said, what came of it and why."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.domain import Block, BlockKind, Outcome, TableRow, TextRun
from toolkit.drafting import counts
from toolkit.drafting.material import Material, labelled, make_block
from toolkit.drafting.records import (
    Proposal,
    count_outcome,
    decided_by,
    list_proposals,
    outcomes_sentence,
    proposal_words,
    recorded_text,
)
from toolkit.drafting.sentences import Runs, paragraph
from toolkit.drafting.slots.method import set_aside
from toolkit.drafting.slots.themes import large_themes

THEMES = 5
_COLUMNS = ("proposal", "outcome", "reason", "decided_by")


def feedback_asked(material: Material, section: str) -> Iterator[Block]:
    """Say when and where people were asked, and for what."""
    say, workshop = material.sentences, material.workshop
    date = say.date(workshop.date) if workshop and workshop.date else ""
    place = workshop.place if workshop else ""
    event = say.say("feedback.event", date=date) if date else say.say("feedback.event_undated")
    where = say.say("feedback.place", place=place) if place else ()
    yield make_block(f"{section}/tilaisuus/milloin", paragraph(event, where))


def feedback_themes(material: Material, section: str) -> Iterator[Block]:
    """Name up to five themes, each with somebody's words, and then the other large ones."""
    if not material.findings.notes:
        return
    say, themes = material.sentences, large_themes(material)[:THEMES]
    lead = say.say("feedback.themes" if themes else "feedback.themes_none")
    yield make_block(f"{section}/teemat/johdanto", lead)
    for theme in themes:
        central = material.central(theme)
        quotes = material.quotes(central, limit=1)
        shown = [material.notes[quote.note_id] for quote in quotes] or central[:3]
        runs = say.say(
            "feedback.theme" if quotes else "feedback.theme_cited",
            theme=theme.label,
            n=counts.theme_notes(material, theme),
            quote=quotes,
            cite=material.cite(shown),
        )
        block_id = f"{section}/{theme.id}/teema"
        yield make_block(block_id, runs, kind=BlockKind.ITEM, is_finding=True)
    others = large_themes(material)[THEMES:]
    if others:
        names = [
            say.say("feedback.theme_name", theme=theme.label, n=counts.theme_notes(material, theme))
            for theme in others
        ]
        cite = material.cite(material.central(theme)[0] for theme in others)
        key = "feedback.other_themes" if len(others) > 1 else "feedback.other_theme"
        runs = say.say(key, themes=say.join(names), cite=cite)
        yield make_block(f"{section}/muut/teemat", runs, is_finding=True)


def feedback_outcomes(material: Material, section: str) -> Iterator[Block]:
    """Count what became of the proposals, and show every decision with its reason."""
    say = material.sentences
    counted = outcomes_sentence(material, prefix="feedback.proposals")
    yield make_block(f"{section}/ehdotukset/maara", counted)
    decided = [one for one in list_proposals(material) if one.decision]
    if not decided:
        if list_proposals(material):
            runs = say.say("feedback.undecided")
            yield make_block(f"{section}/ehdotukset/ei-ratkaisuja", runs)
        return
    yield Block(
        id=f"{section}/ehdotukset/taulukko",
        kind=BlockKind.TABLE,
        caption=say.phrase("feedback.caption"),
        header=tuple(say.phrase(f"feedback.{column}") for column in _COLUMNS),
        rows=tuple(_row(material, one) for one in decided),
        is_finding=True,
    )
    yield make_block(f"{section}/ehdotukset/selite", say.say("feedback.recorded"))


def feedback_reasons(material: Material, section: str) -> Iterator[Block]:
    """Say why not everything advanced; never left out."""
    say, proposals = material.sentences, list_proposals(material)
    stopped = [one for one in proposals if one.outcome is Outcome.NOT_ADVANCING]
    waiting = count_outcome(material, None)
    if not any(one.decision for one in proposals):
        key = "feedback.reasons_undecided" if proposals else "feedback.reasons_no_proposals"
        yield make_block(f"{section}/syyt/ei-ratkaisuja", say.say(key))
        return
    lead = say.say("feedback.reasons" if stopped else "feedback.reasons_none")
    yield make_block(f"{section}/syyt/johdanto", lead)
    for one in stopped:
        words = _reason_item(material, one)
        block_id = f"{section}/{one.note.id}/syy"
        yield make_block(block_id, words, kind=BlockKind.ITEM, is_finding=True)
    if count_outcome(material, Outcome.IN_PREPARATION).value:
        yield make_block(f"{section}/syyt/valmistelussa", say.say("feedback.reasons_preparation"))
    if waiting.value:
        yield make_block(f"{section}/syyt/odottaa", say.say("feedback.reasons_waiting", n=waiting))


def contact(material: Material, section: str) -> Iterator[Block]:
    """Say where to ask for more, in the organiser's words; open when nobody has said."""
    say, workshop = material.sentences, material.workshop
    words = workshop.contact if workshop else ""
    runs = labelled(say.phrase("feedback.contact"), words or say.phrase("labels.to_be_decided"))
    yield make_block(f"{section}/lisatiedot/yhteystiedot", runs, kind=BlockKind.BOX)


def feedback_material(material: Material, section: str) -> Iterator[Block]:
    """Say what the feedback rests on and who decides on its words."""
    say = material.sentences
    runs = paragraph(
        say.say("feedback.material"), *set_aside(material), say.say("feedback.machine")
    )
    yield make_block(f"{section}/aineisto/perusta", runs)


def _row(material: Material, proposal: Proposal) -> TableRow:
    say, decision = material.sentences, proposal.decision
    if decision is None:
        msg = "only decided proposals have a row"
        raise ValueError(msg)
    reason = recorded_text(decision.reason) or say.phrase("feedback.reason_missing")
    by_whom = decided_by(material, decision) or say.phrase("feedback.not_recorded")
    outcome = say.phrase(f"feedback.outcome_{decision.outcome}")
    texts = ((TextRun(text=text),) for text in (outcome, reason, by_whom))
    return TableRow(id=proposal.note.id, cells=(proposal_words(material, proposal), *texts))


def _reason_item(material: Material, proposal: Proposal) -> Runs:
    say = material.sentences
    reason = recorded_text(proposal.decision.reason) if proposal.decision else ""
    words = proposal_words(material, proposal)
    if not reason:
        return say.say("feedback.reason_item_missing", proposal=words)
    return say.say("feedback.reason_item", proposal=words, reason=reason)
