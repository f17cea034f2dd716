"""Slots of a declaration: what is proposed in the participants' words, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.domain import Block, BlockKind, Finding, FindingKind, QuoteRun, Theme
from toolkit.drafting import counts
from toolkit.drafting.material import FEWEST_PEOPLE, Material, make_block
from toolkit.drafting.quotes import inline_quote, whole_quote
from toolkit.drafting.sentences import Runs, paragraph
from toolkit.drafting.slots.method import set_aside
from toolkit.drafting.slots.opinions import statement_sentence
from toolkit.drafting.slots.themes import large_themes, proposal_notes, rest_sentence, small_themes
from toolkit.privacy import has_personal_data

MOST = 5
MOST_FROM_VOTES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One thing the declaration puts forward: a statement that unites or a theme's proposal."""

    quote: QuoteRun
    uniting: Finding | None = None
    theme: Theme | None = None


def claims(material: Material, section: str) -> Iterator[Block]:
    """Put forward three to five things, as far as the material has them."""
    say, chosen = material.sentences, choose_claims(material)
    yield make_block(f"{section}/johdanto/esitamme", say.say(_opening(chosen)))
    for claim in chosen:
        note = material.notes[claim.quote.note_id]
        runs = say.say("statement.claim", quote=claim.quote, cite=material.cite([note]))
        block_id = f"{section}/{note.id}/esitys"
        yield make_block(block_id, runs, kind=BlockKind.ITEM, is_finding=True)


def reasons(material: Material, section: str) -> Iterator[Block]:
    """Give every claim a number: how the groups voted, or how large its theme is."""
    chosen = choose_claims(material)
    if not chosen:
        runs = material.sentences.say("statement.reasons_none")
        yield make_block(f"{section}/johdanto/ei-esityksia", runs)
    for claim in chosen:
        block_id = f"{section}/{claim.quote.note_id}/perustelu"
        yield make_block(block_id, _reason(material, claim), is_finding=True)


def left_out_in_short(material: Material, section: str) -> Iterator[Block]:
    """Name the small themes and count the notes that fit no theme."""
    say, small, rest = material.sentences, small_themes(material), material.rest
    sentences: list[Runs] = []
    if small:
        names = [say.say("method.theme_name", theme=theme.label) for theme in small]
        cited = [material.central(theme)[0] for theme in small]
        key = "statement.minority_many" if len(small) > 1 else "statement.minority_one"
        sentences.append(say.say(key, themes=say.join(names), cite=material.cite(cited)))
    if rest and material.existing(rest.note_ids):
        sentences.append(rest_sentence(material, rest))
    if sentences:
        yield make_block(f"{section}/muut/pienet", paragraph(*sentences), is_finding=True)


def origin_in_short(material: Material, section: str) -> Iterator[Block]:
    """Say what the declaration rests on and who decided on its words."""
    say, workshop = material.sentences, material.workshop
    if material.has_only_votes:
        rests_on = say.say("statement.origin_votes_only")
    else:
        rests_on = say.say("statement.origin", n=counts.all_notes(material))
    sentences = [rests_on, *set_aside(material)]
    if workshop and workshop.date:
        sentences.insert(0, say.say("statement.origin_event", date=say.date(workshop.date)))
    groups = material.findings.groups
    if groups and groups.n_participants >= FEWEST_PEOPLE:
        sentences.append(say.say("statement.origin_votes", people=counts.voters(material)))
    sentences.append(say.say("statement.origin_machine"))
    yield make_block(f"{section}/synty/aineisto", paragraph(*sentences))


def choose_claims(material: Material) -> tuple[Claim, ...]:
    """Choose what to put forward: first what unites the voters, then a proposal of each theme.

    Never anything with personal data in it.
    """
    uniting = [
        Claim(quote=whole_quote(note), uniting=finding)
        for finding in material.of_kind(FindingKind.UNITING)
        if not has_personal_data((note := material.notes[finding.statement_id]).text)
    ][:MOST_FROM_VOTES]
    proposed = []
    for theme in large_themes(material):
        members = set(theme.note_ids)
        notes = [note for note in proposal_notes(material) if note.id in members]
        quotes = material.quotes(notes, limit=1)
        proposed += [Claim(quote=quote, theme=theme) for quote in quotes]
    return (*uniting, *proposed)[:MOST]


def _opening(chosen: tuple[Claim, ...]) -> str:
    voted = any(claim.uniting for claim in chosen)
    written = any(claim.theme for claim in chosen)
    return {
        (True, True): "statement.claims_intro_both",
        (True, False): "statement.claims_intro_votes",
        (False, True): "statement.claims_intro_notes",
        (False, False): "statement.claims_none",
    }[voted, written]


def _reason(material: Material, claim: Claim) -> Runs:
    if claim.uniting:
        return statement_sentence(material, claim.uniting)
    if claim.theme is None:
        msg = "a claim comes from votes or from a theme"
        raise ValueError(msg)
    # The size of the theme is no support for the proposal, and the sentence says so.
    n = counts.theme_notes(material, claim.theme)
    return material.sentences.say(
        "statement.reason_theme" if n.value > 1 else "statement.reason_theme_alone",
        quote=inline_quote(claim.quote),
        cite=material.cite([material.notes[claim.quote.note_id]]),
        theme=claim.theme.label,
        n=n,
    )
