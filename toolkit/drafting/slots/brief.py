"""Slots of a brief for decision-makers: one page, so each says the least that is honest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from toolkit.domain import Block, BlockKind, CiteRun, Finding, FindingKind, Run, TextRun
from toolkit.drafting import counts
from toolkit.drafting.material import FEWEST_PEOPLE, Material, labelled, make_block
from toolkit.drafting.quotes import statement_quote
from toolkit.drafting.sentences import Runs, paragraph
from toolkit.drafting.slots.method import set_aside
from toolkit.drafting.slots.opinions import opinion_shares, silent_dissent
from toolkit.drafting.slots.path import step_line
from toolkit.drafting.slots.statement import choose_claims
from toolkit.drafting.slots.themes import large_themes, small_themes

_PROPOSALS = 2
_SAID = 3
_NAMED = 3


def matter(material: Material, section: str) -> Iterator[Block]:
    """Name the matter; open when nobody has named it."""
    say, workshop = material.sentences, material.workshop
    title = (workshop and workshop.title) or say.phrase("labels.to_be_decided")
    yield make_block(f"{section}/asia/nimi", labelled(say.phrase("brief.matter"), title))


def brief_proposals(material: Material, section: str) -> Iterator[Block]:
    """Put forward what the participants propose; the decision itself is for others to draft."""
    say = material.sentences
    claims = choose_claims(material)
    voted = [claim for claim in claims if claim.uniting]
    written = [claim for claim in claims if claim.theme]
    # What unites most stands among what was said; a page has no room for it twice.
    said = len(_said_in_votes(material))
    chosen = [*written[:1], *voted[said : said + 1], *written[1:], *voted[said + 1 :]]
    chosen = chosen[:_PROPOSALS] or voted[:1]
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
    themes, uniting = large_themes(material), _said_in_votes(material)
    for finding in uniting:
        block_id = f"{section}/{finding.statement_id}/kannatus"
        runs = _agreed(material, finding)
        yield make_block(block_id, runs, kind=BlockKind.ITEM, is_finding=True)
    for theme in themes[: _SAID - len(uniting)]:
        runs = say.say(
            "brief.theme",
            theme=theme.label,
            n=counts.theme_notes(material, theme),
            all=counts.all_notes(material),
            cite=material.cite(material.central(theme)[:1]),
        )
        block_id = f"{section}/{theme.id}/maara"
        yield make_block(block_id, runs, kind=BlockKind.ITEM, is_finding=True)
    if not themes and not uniting:
        yield make_block(f"{section}/johdanto/ei-mitaan", say.say("brief.said_none"))


def brief_dissent(material: Material, section: str) -> Iterator[Block]:
    """Say where views differed most, in one statement; or why that cannot be told."""
    yield from silent_dissent(material, section)
    say = material.sentences
    for finding in material.of_kind(FindingKind.DIVIDING)[:1]:
        shares, hidden = opinion_shares(material, finding, vote="agree")
        note = material.notes[finding.statement_id]
        told = say.say(
            "brief.dissent",
            quote=statement_quote(note, sentences=say, inline=True),
            shares=say.join(shares),
            cite=material.cite([note]),
        )
        runs = paragraph(told, *hidden, say.say("brief.groups"))
        yield make_block(f"{section}/{finding.statement_id}/ero", runs, is_finding=True)


def brief_effect(material: Material, section: str) -> Iterator[Block]:
    """Say what would change and what it would take, as people have planned it; else open."""
    planned = {field: _planned(material, field) for field in ("change", "effort")}
    yield _labelled_line(material, f"{section}/suunnitelma/vaikutus", planned)


def brief_timetable(material: Material, section: str) -> Iterator[Block]:
    """Say when and who answers for it, as people have planned it; else the steps ahead, or open."""
    planned = {
        "schedule": _planned(material, "schedule") or _steps(material),
        "responsible": _planned(material, "responsible"),
    }
    yield _labelled_line(material, f"{section}/suunnitelma/aikataulu", planned)


def brief_reliability(material: Material, section: str) -> Iterator[Block]:
    """Say what this rests on, what was left out, and that nobody else can be spoken for."""
    say = material.sentences
    groups = material.findings.groups
    sentences = [say.say("event.self_selected"), _basis(material), *set_aside(material)]
    if groups is not None and counts.refused_statements(material).value:
        sentences.append(say.say("brief.moderated", n=counts.refused_statements(material)))
    runs = paragraph(*sentences, *_left_out(material))
    yield make_block(f"{section}/aineisto/lyhyesti", runs, is_finding=bool(small_themes(material)))


def _said_in_votes(material: Material) -> tuple[Finding, ...]:
    """Return the statements that stand among what was said: one, or more where themes are few."""
    n = max(1, _SAID - len(large_themes(material)))
    return material.of_kind(FindingKind.UNITING)[:n]


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


def _planned(material: Material, field: str) -> list[Runs]:
    """Return what the plans of the proposals say of one thing."""
    return [
        paragraph((TextRun(text=text),), material.cite([material.notes[plan.proposal_id]]))
        for plan in material.findings.proceedings.plans
        if plan.proposal_id in material.notes and (text := getattr(plan, field))
    ][:_PROPOSALS]


def _steps(material: Material) -> list[Runs]:
    workshop = material.workshop
    if workshop is None:
        return []
    decision = (workshop.decision_body, workshop.decision_date)
    return [
        step_line(material, replace(step, role=""))
        for step in workshop.next_steps
        if (step.body, step.date) != decision  # it stands at the top of the page
    ]


def _labelled_line(material: Material, block_id: str, planned: dict[str, list[Runs]]) -> Block:
    say = material.sentences
    fields: list[Runs] = []
    for field, texts in planned.items():
        label = say.phrase(f"brief.{field}")
        value = _one_after_another(texts) or (TextRun(text=say.phrase("labels.to_be_decided")),)
        # Only a label that begins a paragraph is read back as strong when somebody edits it.
        plain = paragraph((TextRun(text=f"{label}:"),), value)
        fields.append(plain if fields else labelled(label, value))
    runs = _one_after_another(fields, between=" · ")
    return make_block(block_id, runs, is_finding=any(isinstance(run, CiteRun) for run in runs))


def _one_after_another(parts: Sequence[Runs], *, between: str = "; ") -> Runs:
    runs: list[Run] = []
    for part in parts:
        runs += [*([TextRun(text=between)] if runs else []), *part]
    return paragraph(tuple(runs))


def _basis(material: Material) -> Runs:
    say, groups, n = material.sentences, material.findings.groups, counts.all_notes(material)
    if groups is None or groups.n_participants < FEWEST_PEOPLE:
        return say.say("brief.basis", n=n) if n.value else say.say("brief.no_notes")
    people = counts.voters(material)
    return say.say("brief.basis_both" if n.value else "brief.basis_votes", n=n, people=people)


def _left_out(material: Material) -> list[Runs]:
    say, small, rest = material.sentences, small_themes(material), material.rest
    sentences = []
    if small:
        names = [say.say("method.theme_name", theme=theme.label) for theme in small[:_NAMED]]
        cite = material.cite(material.central(theme)[0] for theme in small[:_NAMED])
        key = "brief.small" if len(small) <= _NAMED else "brief.small_some"
        sentences.append(say.say(key, themes=say.join(names), cite=cite))
    if rest and material.existing(rest.note_ids):
        sentences.append(say.say("themes.rest", n=counts.theme_notes(material, rest), cite=()))
    return sentences
