"""Slots on themes: the largest in short, each in turn, the small ones, what fits nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toolkit.domain import Block, BlockKind, FindingKind, Note, Theme
from toolkit.drafting import counts
from toolkit.drafting.material import LISTED, Material, make_block
from toolkit.drafting.quotes import inline_quote
from toolkit.drafting.sentences import Runs, paragraph

IN_SUMMARY = 3
QUOTES = 2
CITED = 5  # the most central notes; a longer list in the text is not read


def summary_themes(material: Material, section: str) -> Iterator[Block]:
    """Say how many notes there are and which themes are the largest."""
    if material.has_only_votes:
        return
    say = material.sentences
    largest = large_themes(material)[:IN_SUMMARY]
    total = counts.all_notes(material)
    if not largest:
        yield make_block(f"{section}/teemat/maara", say.say("themes.summary_none", n=total))
        return
    names = [
        say.say("themes.summary_item", theme=theme.label, n=counts.theme_notes(material, theme))
        for theme in largest
    ]
    runs = say.say(
        "themes.summary_many" if len(largest) > 1 else "themes.summary_one",
        n=total,
        themes=say.join(names),
        cite=material.cite(material.central(theme)[0] for theme in largest),
    )
    yield make_block(f"{section}/teemat/maara", runs, is_finding=True)


def themes_intro(material: Material, section: str) -> Iterator[Block]:
    """Say how to read the themes."""
    if not material.findings.notes:
        return
    key = "themes.intro" if material.themes else "themes.none"
    yield make_block(f"{section}/johdanto/ryhmittely", material.sentences.say(key))


def themes(material: Material, section: str) -> Iterator[Block]:
    """Tell of every large theme: heading, count, quotes and what was hoped for."""
    for theme in large_themes(material):
        place = f"{section}/{theme.id}"
        heading = material.sentences.join([theme.label])
        yield make_block(f"{place}/otsikko", heading, kind=BlockKind.HEADING, level=2)
        yield make_block(f"{place}/maara", _count(material, theme), is_finding=True)
        proposal = _proposal(material, theme)
        spoken = [note.id for note in proposal]
        chosen = material.quotes(material.central(theme), limit=QUOTES, avoid=spoken)
        for quote in chosen:
            runs = material.sentences.say(
                "themes.proposals_item",
                quote=quote,
                cite=material.cite([material.notes[quote.note_id]]),
            )
            yield make_block(f"{place}/lainaus-{quote.note_id}", runs, is_finding=True)
        yield from _hoped(material, place, proposal)


def themes_rest(material: Material, section: str) -> Iterator[Block]:
    """Say how many notes fit no theme, and which."""
    if not material.findings.notes:
        return
    heading = material.sentences.say("headings.rest")
    yield make_block(f"{section}/muut/otsikko", heading, kind=BlockKind.HEADING, level=2)
    rest = material.rest
    notes = material.existing(rest.note_ids) if rest else ()
    if rest is None or not notes:
        yield make_block(f"{section}/muut/maara", material.sentences.say("themes.rest_none"))
        return
    yield make_block(f"{section}/muut/maara", rest_sentence(material, rest), is_finding=True)


def rest_sentence(material: Material, rest: Theme) -> Runs:
    """Count the notes outside the themes and cite them, or the first of very many."""
    notes = material.existing(rest.note_ids)
    return material.sentences.say(
        "themes.rest" if len(notes) <= LISTED else "themes.rest_many",
        n=counts.theme_notes(material, rest),
        cite=material.cite(notes[:LISTED]),
    )


def minority(material: Material, section: str) -> Iterator[Block]:
    """Name each small theme: what few mention may weigh much."""
    if not material.findings.notes:
        return
    say, small = material.sentences, small_themes(material)
    key = "themes.minority_intro" if small else "themes.minority_none"
    yield make_block(f"{section}/johdanto/pienet", say.say(key))
    yield from theme_items(material, section, small)


def theme_items(material: Material, section: str, themes: Iterable[Theme]) -> Iterator[Block]:
    """Give each theme a line: its size and, where there is one, a quote."""
    for theme in themes:
        notes = material.central(theme)
        quotes = material.quotes(notes, limit=1)
        runs = material.sentences.say(
            "themes.minority" if quotes else "themes.minority_cited",
            theme=theme.label,
            n=counts.theme_notes(material, theme),
            quote=quotes,
            cite=material.cite(notes[:CITED]),
        )
        yield make_block(f"{section}/{theme.id}/teema", runs, kind=BlockKind.ITEM, is_finding=True)


def proposals(material: Material, section: str) -> Iterator[Block]:
    """List the proposals in the words of those who made them, the rest by citation."""
    if not material.findings.notes:
        return
    notes = proposal_notes(material)
    key = "themes.proposals_intro" if notes else "themes.proposals_none"
    yield make_block(f"{section}/johdanto/ehdotukset", material.sentences.say(key))
    quoted = [quote for note in notes for quote in material.quotes([note], limit=1)][:LISTED]
    for quote in quoted:
        note = material.notes[quote.note_id]
        runs = material.sentences.say(
            "themes.proposals_item", quote=quote, cite=material.cite([note])
        )
        block_id = f"{section}/{note.id}/ehdotus"
        yield make_block(block_id, runs, kind=BlockKind.ITEM, is_finding=True)
    shown = {quote.note_id for quote in quoted}
    others = [note for note in notes if note.id not in shown]
    if others:
        key = "themes.proposals_more" if len(others) <= LISTED else "themes.proposals_more_many"
        runs = material.sentences.say(key, cite=material.cite(others[:LISTED]))
        yield make_block(f"{section}/muut/ehdotukset", runs, is_finding=True)


def proposal_notes(material: Material) -> tuple[Note, ...]:
    """Return the notes that read as proposals, each once, the largest theme's first."""
    found = material.of_kind(FindingKind.PROPOSAL)
    return material.existing(dict.fromkeys(i for finding in found for i in finding.note_ids))


def small_themes(material: Material) -> tuple[Theme, ...]:
    """Return the themes that the findings call small."""
    small = {finding.theme_id for finding in material.of_kind(FindingKind.MINORITY)}
    return tuple(theme for theme in material.themes if theme.id in small)


def large_themes(material: Material) -> tuple[Theme, ...]:
    """Return the themes that the findings do not call small."""
    small = set(small_themes(material))
    return tuple(theme for theme in material.themes if theme not in small)


def _count(material: Material, theme: Theme) -> Runs:
    say, share = material.sentences, counts.theme_share(material, theme)
    sentence = say.say(
        "themes.count_share" if share else "themes.count",
        theme=theme.label,
        n=counts.theme_notes(material, theme),
        cite=material.cite(material.central(theme)[:CITED]),
        **({"share": share} if share else {}),
    )
    if len(theme.keywords) < 2:
        return sentence
    return paragraph(sentence, say.say("themes.words", words=say.join(theme.keywords[:4])))


def _proposal(material: Material, theme: Theme) -> tuple[Note, ...]:
    # A theme's first proposal that can be quoted whole.
    members = set(theme.note_ids)
    mine = [note for note in proposal_notes(material) if note.id in members]
    return tuple(note for note in mine if material.quotes([note], limit=1))[:1]


def _hoped(material: Material, place: str, proposal: tuple[Note, ...]) -> Iterator[Block]:
    for quote in material.quotes(proposal, limit=1):
        runs = material.sentences.say(
            "themes.proposal", quote=inline_quote(quote), cite=material.cite(proposal)
        )
        yield make_block(f"{place}/ehdotus", runs, is_finding=True)
