"""Slots of a brief for decision-makers: one page, so each says the least that is honest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from toolkit.domain import Block, BlockKind, Finding, FindingKind
from toolkit.drafting import counts
from toolkit.drafting.material import FEWEST_PEOPLE, Material, labelled, make_block
from toolkit.drafting.quotes import statement_quote
from toolkit.drafting.sentences import Runs, paragraph
from toolkit.drafting.slots.method import set_aside
from toolkit.drafting.slots.opinions import silent_dissent, statement_sentence
from toolkit.drafting.slots.path import step_line
from toolkit.drafting.slots.statement import choose_claims
from toolkit.drafting.slots.themes import large_themes, small_themes

_PROPOSALS = 3
_SAID = 3
_NAMED = 3
_CITED = 2


def matter(material: Material, section: str) -> Iterator[Block]:
    """Name the matter; open when nobody has named it."""
    say, workshop = material.sentences, material.workshop
    title = (workshop and workshop.title) or say.phrase("labels.to_be_decided")
    yield make_block(f"{section}/asia/nimi", labelled(say.phrase("brief.matter"), title))


def brief_proposals(material: Material, section: str) -> Iterator[Block]:
    """Put forward what the participants propose; the decision itself is for others to draft."""
    say, chosen = material.sentences, choose_claims(material)
    # One from the vote and one from the notes, where there are both.
    voted = [claim for claim in chosen if claim.uniting]
    written = [claim for claim in chosen if claim.theme]
    chosen = tuple([*voted[:1], *written[:1], *voted[1:], *written[1:]][:_PROPOSALS])
    key = "brief.proposals" if chosen else "brief.proposals_none"
    yield make_block(f"{section}/johdanto/esitys", say.say(key))
    for claim in chosen:
        note = material.notes[claim.quote.note_id]
        runs = say.say("statement.claim", quote=claim.quote, cite=material.cite([note]))
        block_id = f"{section}/{note.id}/esitys"
        yield make_block(block_id, runs, kind=BlockKind.ITEM, is_finding=True)


def brief_said(material: Material, section: str) -> Iterator[Block]:
    """Say three things with their numbers: what unites the voters, and the largest themes."""
    say = material.sentences
    themes, uniting = large_themes(material), material.of_kind(FindingKind.UNITING)
    n_voted = min(len(uniting), max(1, _SAID - len(themes)))
    for finding in uniting[:n_voted]:
        block_id = f"{section}/{finding.statement_id}/kannatus"
        runs = _agreed(material, finding)
        yield make_block(block_id, runs, kind=BlockKind.ITEM, is_finding=True)
    for theme in themes[: _SAID - n_voted]:
        runs = say.say(
            "brief.theme",
            theme=theme.label,
            n=counts.theme_notes(material, theme),
            all=counts.all_notes(material),
            cite=material.cite(material.central(theme)[:2]),
        )
        block_id = f"{section}/{theme.id}/maara"
        yield make_block(block_id, runs, kind=BlockKind.ITEM, is_finding=True)
    if not themes and not uniting:
        yield make_block(f"{section}/johdanto/ei-mitaan", say.say("brief.said_none"))


def brief_dissent(material: Material, section: str) -> Iterator[Block]:
    """Say where views differed most, in one statement; or why that cannot be told."""
    yield from silent_dissent(material, section)
    for finding in material.of_kind(FindingKind.DIVIDING)[:1]:
        runs = paragraph(
            statement_sentence(material, finding), material.sentences.say("brief.groups")
        )
        yield make_block(f"{section}/{finding.statement_id}/ero", runs, is_finding=True)


def brief_effect(material: Material, section: str) -> Iterator[Block]:
    """Say what would change and what it would take, as people have planned it; else open."""
    yield from _planned(material, section, ("change", "effort"))


def brief_timetable(material: Material, section: str) -> Iterator[Block]:
    """Say when and who answers for it, as people have planned it; then the steps ahead."""
    yield from _planned(material, section, ("schedule", "responsible"))
    say = material.sentences
    steps = material.workshop.next_steps if material.workshop else ()
    if steps:
        yield make_block(f"{section}/vaiheet/johdanto", say.say("path.steps"))
    for step in steps:
        block_id = f"{section}/vaiheet/{counts.digest(f'{step.date} {step.body}')}"
        runs = step_line(material, replace(step, role=""))
        yield make_block(block_id, runs, kind=BlockKind.ITEM)


def brief_reliability(material: Material, section: str) -> Iterator[Block]:
    """Say what this rests on, what was left out, and that nobody else can be spoken for."""
    say = material.sentences
    if material.has_only_votes:
        sentences = [say.say("brief.no_notes")]
    else:
        sentences = [say.say("brief.basis", n=counts.all_notes(material))]
    sentences += set_aside(material)
    groups = material.findings.groups
    if groups is not None and groups.n_participants >= FEWEST_PEOPLE:
        sentences.append(say.say("brief.basis_votes", people=counts.voters(material)))
    if groups is not None and counts.refused_statements(material).value:
        sentences.append(say.say("brief.moderated", n=counts.refused_statements(material)))
    left_out = _left_out(material)
    runs = paragraph(*sentences, *left_out)
    yield make_block(f"{section}/aineisto/lyhyesti", runs, is_finding=bool(left_out))
    limits = paragraph(say.say("event.self_selected"), say.say("brief.machine"))
    yield make_block(f"{section}/rajaus/lyhyesti", limits)


def _agreed(material: Material, finding: Finding) -> Runs:
    say, note = material.sentences, material.notes[finding.statement_id]
    share = counts.statement_share(finding, vote="agree")
    value = {"share": share} if share else {"count": counts.statement_count(finding, vote="agree")}
    return say.say(
        "brief.statement_percent" if share else "brief.statement_count",
        quote=statement_quote(note, sentences=say, inline=True),
        n=counts.statement_votes(finding),
        cite=material.cite([note]),
        **value,
    )


def _planned(material: Material, section: str, fields: tuple[str, ...]) -> Iterator[Block]:
    say = material.sentences
    plans = [p for p in material.findings.proceedings.plans if p.proposal_id in material.notes]
    for field in fields:
        texts = [
            paragraph(say.join([text]), material.cite([material.notes[plan.proposal_id]]))
            for plan in plans
            if (text := getattr(plan, field))
        ][:_PROPOSALS]
        value = say.join(texts) if texts else say.phrase("labels.to_be_decided")
        runs = labelled(say.phrase(f"brief.{field}"), value)
        yield make_block(f"{section}/suunnitelma/{field}", runs, is_finding=bool(texts))


def _left_out(material: Material) -> list[Runs]:
    say, small, rest = material.sentences, small_themes(material), material.rest
    sentences = []
    if small:
        names = [say.say("method.theme_name", theme=theme.label) for theme in small[:_NAMED]]
        cite = material.cite(material.central(theme)[0] for theme in small[:_NAMED])
        key = "brief.small" if len(small) <= _NAMED else "brief.small_some"
        sentences.append(say.say(key, themes=say.join(names), cite=cite))
    notes = material.existing(rest.note_ids) if rest else ()
    if rest and notes:
        key = "themes.rest" if len(notes) <= _CITED else "themes.rest_many"
        n, cite = counts.theme_notes(material, rest), material.cite(notes[:_CITED])
        sentences.append(say.say(key, n=n, cite=cite))
    return sentences
