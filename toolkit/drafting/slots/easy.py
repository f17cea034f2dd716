"""Slots of the feedback in easy language: short sentences, one thing in each, no tables.

Nobody has checked the text against the criteria of easy language, and it says so itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolkit.domain import Block, BlockKind, Finding, FindingKind, Outcome, TextRun
from toolkit.drafting import counts
from toolkit.drafting.material import FEWEST_PEOPLE, LISTED, Material, labelled, make_block
from toolkit.drafting.quotes import statement_quote
from toolkit.drafting.records import (
    Proposal,
    count_outcome,
    list_proposals,
    proposal_words,
    recorded_text,
)
from toolkit.drafting.sentences import Runs, paragraph
from toolkit.drafting.slots.groups import can_compare
from toolkit.drafting.slots.themes import large_themes, small_themes

THEMES = 3


def easy_notice(material: Material, section: str) -> Iterator[Block]:
    """Say that nobody has checked the language."""
    say = material.sentences
    runs: Runs = (TextRun(text=say.phrase("easy.unchecked"), strong=True),)
    runs = paragraph(runs, say.say("easy.unchecked_meaning"))
    yield make_block(f"{section}/selkokieli/tarkastus", runs, kind=BlockKind.BOX)


def easy_asked(material: Material, section: str) -> Iterator[Block]:
    """Say when people were asked, and how much they answered."""
    say, workshop = material.sentences, material.workshop
    date = say.date(workshop.date) if workshop and workshop.date else ""
    event = say.say("easy.event", date=date) if date else say.say("easy.event_undated")
    wrote = say.say("easy.notes", n=counts.all_notes(material)) if material.findings.notes else ()
    runs = paragraph(event, say.say("easy.asked"), wrote, _voters(material))
    yield make_block(f"{section}/tilaisuus/milloin", runs)


def easy_themes(material: Material, section: str) -> Iterator[Block]:
    """Name up to three themes with somebody's words; say that there are others."""
    say, themes = material.sentences, large_themes(material)[:THEMES]
    key = "easy.only_votes" if material.has_only_votes else "easy.themes" if themes else "easy.none"
    yield make_block(f"{section}/teemat/johdanto", say.say(key))
    for theme in themes:
        central = material.central(theme)
        quotes = material.quotes(central, limit=1)
        shown = [material.notes[quote.note_id] for quote in quotes] or central[:3]
        runs = say.say(
            "easy.theme" if quotes else "easy.theme_cited",
            theme=theme.label,
            quote=quotes,
            cite=material.cite(shown),
        )
        block_id = f"{section}/{theme.id}/teema"
        yield make_block(block_id, runs, kind=BlockKind.ITEM, is_finding=True)
    others = (*large_themes(material)[THEMES:], *small_themes(material))
    if others:
        cite = material.cite(material.central(theme)[0] for theme in others)
        names = say.join([say.say("easy.named", theme=theme.label) for theme in others])
        key = "easy.other_themes" if len(others) > 1 else "easy.other_theme"
        runs = say.say(key, themes=names, cite=cite)
        yield make_block(f"{section}/muut/teemat", runs, is_finding=True)
    rest = material.rest
    notes = material.existing(rest.note_ids) if rest else ()
    if rest and notes:
        n, cite = counts.theme_notes(material, rest), material.cite(notes[:LISTED])
        runs = say.say("easy.rest", n=n, cite=cite)
        yield make_block(f"{section}/muut/merkinnat", runs, is_finding=True)


def easy_agreed(material: Material, section: str) -> Iterator[Block]:
    """Show up to three statements that the groups of voters agreed with."""
    found = material.of_kind(FindingKind.UNITING)[:THEMES]
    if found:
        yield make_block(f"{section}/yhteista/johdanto", material.sentences.say("easy.agreed"))
    yield from _statements(material, section, found, slot="yhteinen")


def easy_outcomes(material: Material, section: str) -> Iterator[Block]:
    """Say what came of the proposals, one outcome at a time."""
    say, proposals = material.sentences, list_proposals(material)
    for outcome in (Outcome.ADOPTED, Outcome.IN_PREPARATION):
        mine = [one for one in proposals if one.outcome is outcome]
        if mine:
            yield make_block(f"{section}/{outcome}/johdanto", say.say(f"easy.{outcome}"))
            yield from _items(material, section, mine)
    waiting = count_outcome(material, None)
    if waiting.value:
        yield make_block(f"{section}/odottaa/maara", say.say("easy.waiting", n=waiting))
    outcomes = {one.outcome for one in proposals}
    if outcomes == {Outcome.NOT_ADVANCING}:
        yield make_block(f"{section}/ratkaisut/ei-toteudu", say.say("easy.all_stopped"))
    elif not outcomes - {None}:
        yield make_block(f"{section}/ratkaisut/puuttuvat", say.say("easy.undecided"))


def easy_reasons(material: Material, section: str) -> Iterator[Block]:
    """Say why not everything advanced; never left out."""
    say, proposals = material.sentences, list_proposals(material)
    stopped = [one for one in proposals if one.outcome is Outcome.NOT_ADVANCING]
    decided = any(one.outcome for one in proposals)
    key = "easy.stopped" if stopped else "easy.stopped_none" if decided else "easy.stopped_open"
    yield make_block(f"{section}/syyt/johdanto", say.say(key))
    yield from _items(material, section, stopped)


def easy_dissent(material: Material, section: str) -> Iterator[Block]:
    """Say that people did not agree on everything, or that nobody asked."""
    say = material.sentences
    found = material.of_kind(FindingKind.DIVIDING)[:2]
    if found:
        key = "easy.dissent"
    elif material.findings.groups is None:
        key = "easy.dissent_no_vote"
    else:
        key = "easy.dissent_none" if can_compare(material) else "easy.dissent_unknown"
    yield make_block(f"{section}/erot/johdanto", say.say(key))
    yield from _statements(material, section, found, slot="erottava")


def easy_next(material: Material, section: str) -> Iterator[Block]:
    """Say who decides and when, and what is not known."""
    say, workshop = material.sentences, material.workshop
    body = workshop.decision_body if workshop else ""
    date = say.date(workshop.decision_date) if workshop and workshop.decision_date else ""
    runs = labelled(say.phrase("easy.decides"), body or say.phrase("easy.open"))
    yield make_block(f"{section}/paatos/taho", runs)
    runs = labelled(say.phrase("easy.when"), date or say.phrase("easy.open"))
    yield make_block(f"{section}/paatos/aika", runs)


def easy_material(material: Material, section: str) -> Iterator[Block]:
    """Say what the text rests on, what it does not tell, and who wrote it."""
    say, left = material.sentences, counts.set_aside(material)
    aside = say.say("easy.set_aside", n=left) if left.value else ()
    runs = paragraph(say.say("easy.sources"), aside, say.say("easy.self_selected"))
    yield make_block(f"{section}/aineisto/perusta", runs)
    yield make_block(f"{section}/aineisto/kone", say.say("easy.machine"))


def _statements(
    material: Material, section: str, found: Sequence[Finding], *, slot: str
) -> Iterator[Block]:
    for finding in found:
        note = material.notes[finding.statement_id]
        words = statement_quote(note, sentences=material.sentences)
        runs = material.sentences.say("easy.statement", quote=words, cite=material.cite([note]))
        block_id = f"{section}/{note.id}/{slot}"
        yield make_block(block_id, runs, kind=BlockKind.ITEM, is_finding=True)


def _items(material: Material, section: str, mine: list[Proposal]) -> Iterator[Block]:
    say = material.sentences
    for one in mine:
        reason = recorded_text(one.decision.reason) if one.decision else ""
        words = proposal_words(material, one)
        key = "easy.proposal_reason" if reason else "easy.proposal"
        runs = say.say(key, proposal=words, **({"reason": reason} if reason else {}))
        block_id = f"{section}/{one.note.id}/ehdotus"
        yield make_block(block_id, runs, kind=BlockKind.ITEM, is_finding=True)


def _voters(material: Material) -> Runs:
    groups = material.findings.groups
    if groups is None:
        return ()
    if groups.n_participants < FEWEST_PEOPLE:
        return material.sentences.say("easy.voters_few")
    return material.sentences.say("easy.voters", people=counts.voters(material))
