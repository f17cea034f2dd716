"""Slots of a digest of a vote: the groups, what unites them, what to talk about, how it counts."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.domain import Block, BlockKind, Finding, FindingKind, OpinionGroup, Unit
from toolkit.drafting import counts
from toolkit.drafting.material import FEWEST_PEOPLE, LISTED, Material, make_block
from toolkit.drafting.numerals import Count
from toolkit.drafting.quotes import statement_quote
from toolkit.drafting.sentences import Runs, paragraph
from toolkit.drafting.slots.event import event_votes
from toolkit.drafting.slots.groups import can_compare, group_name, group_share, voted_groups
from toolkit.drafting.slots.method import set_aside
from toolkit.drafting.slots.opinions import statement_row, statement_sentences

_DISTINGUISHING = 3


def poll_in_short(material: Material, section: str) -> Iterator[Block]:
    """Say how many people voted on what; or that nobody has, and what to do."""
    say = material.sentences
    if material.findings.groups is None:
        yield make_block(f"{section}/kysely/puuttuu", say.say("polis.missing"))
    if material.has_only_votes:
        yield make_block(f"{section}/kysely/merkinnat", say.say("event.no_notes"))
    yield from event_votes(material, section)


def group_portraits(material: Material, section: str) -> Iterator[Block]:
    """Name the statements that set each opinion group apart from the others."""
    say = material.sentences
    for group in voted_groups(material) if can_compare(material) else ():
        name, place = group_name(material, group), f"{section}/ryhma-{group.id}"
        heading = say.say("polis.portrait_heading", group=name)
        yield make_block(f"{place}/otsikko", heading, kind=BlockKind.HEADING, level=2)
        if counts.group_size(material, group) is None:
            yield make_block(f"{place}/piilossa", say.say("polis.portrait_hidden", group=name))
            continue
        mine = _distinguishing(material, group)
        key = "polis.portrait_intro" if mine else "polis.portrait_none"
        yield make_block(f"{place}/johdanto", say.say(key, group=group.id))
        for finding in mine:
            runs = _portrait(material, finding, group)
            block_id = f"{place}/{finding.statement_id}"
            yield make_block(block_id, runs, kind=BlockKind.ITEM, is_finding=True)


def uniting_table(material: Material, section: str) -> Iterator[Block]:
    """Show the statements that unite the groups, strongest first; or say that there are none."""
    if material.findings.groups is None:
        return
    say, found = material.sentences, material.of_kind(FindingKind.UNITING)
    if not found:
        key = "opinions.uniting_none" if can_compare(material) else "opinions.incomparable"
        yield make_block(f"{section}/taulukko/ei-yhtaan", say.say(key))
        return
    groups = [group_name(material, group) for group in voted_groups(material)]
    yield Block(
        id=f"{section}/taulukko/kannatus",
        kind=BlockKind.TABLE,
        caption=say.phrase("polis.table_caption"),
        header=(
            say.phrase("opinions.table_statement"),
            *(say.words("opinions.table_group", group=group) for group in groups),
        ),
        rows=tuple(statement_row(material, finding, vote="agree") for finding in found[:LISTED]),
        is_finding=True,
    )
    note = say.say("opinions.table_note")
    if len(found) > LISTED:
        most = Count(value=LISTED, unit=Unit.STATEMENT)
        note = paragraph(note, say.say("polis.table_cut", n=most))
    yield make_block(f"{section}/taulukko/selite", note)
    others = material.existing(finding.statement_id for finding in found[LISTED:])
    if others:
        key = "opinions.uniting_more" if len(others) <= LISTED else "opinions.uniting_more_many"
        runs = say.say(key, cite=material.cite(others[:LISTED]))
        yield make_block(f"{section}/taulukko/muut", runs, is_finding=True)


def left_open(material: Material, section: str) -> Iterator[Block]:
    """Name the statements that many passed, and why that may be; or say that there are none."""
    if material.findings.groups is None:
        return
    kind = FindingKind.UNCERTAIN
    key = "opinions.uncertain_meaning" if material.of_kind(kind) else "polis.open_none"
    yield make_block(f"{section}/ohitukset/merkitys", material.sentences.say(key))
    yield from statement_sentences(material, section, kind)


def round_table(material: Material, section: str) -> Iterator[Block]:
    """Put forward the statements to talk about, each with an open question."""
    if material.findings.groups is None:
        return
    say = material.sentences
    chosen = [pair for pair in material.findings.talked_of if pair[0] in material.notes]
    key = "polis.round_intro" if chosen else "polis.round_none"
    yield make_block(f"{section}/keskustelu/johdanto", say.say(key))
    for statement_id, kind in chosen:
        runs = say.say(f"polis.round_{kind or 'taken'}", **_quoted(material, statement_id))
        block_id = f"{section}/{statement_id}/{kind or 'taken'}"
        yield make_block(block_id, runs, kind=BlockKind.ITEM, is_finding=True)


def poll_material(material: Material, section: str) -> Iterator[Block]:
    """Say what the digest rests on, and that the notes are told of elsewhere."""
    say = material.sentences
    if material.findings.groups is None:
        sentences = [say.say("polis.material_none")]
    else:
        sentences = [say.say("polis.material", n=counts.all_statements(material))]
    notes = counts.all_notes(material)
    if notes.value:
        sentences.append(say.say("polis.notes", n=notes))
    runs = paragraph(*sentences, *set_aside(material))
    yield make_block(f"{section}/aineisto/kysely", runs)


def poll_counting(material: Material, section: str) -> Iterator[Block]:
    """Say what makes a statement uniting, dividing or open, and in what order they stand."""
    if not can_compare(material):
        return
    say = material.sentences
    for name, keys in {"yhdistavat": ("uniting", "order"), "jakavat": ("dividing",)}.items():
        runs = paragraph(*(say.say(f"polis.{key}") for key in keys))
        yield make_block(f"{section}/laskenta/{name}", runs)
    yield make_block(f"{section}/laskenta/ohitukset", say.say("polis.passes"))


def _distinguishing(material: Material, group: OpinionGroup) -> list[Finding]:
    found = material.of_kind(FindingKind.REPRESENTATIVE)
    mine = [finding for finding in found if finding.groups == (group.id,)]
    seen = [f for f in mine if (n := counts.group_votes(f, group)) and n.value >= FEWEST_PEOPLE]
    return seen[:_DISTINGUISHING]


def _portrait(material: Material, finding: Finding, group: OpinionGroup) -> Runs:
    voted = material.findings.groups
    side = dict(voted.representative[group.id])[finding.statement_id] if voted else ""
    shares = (
        group_share(material, finding, other, vote=side, prefix="opinions.share")
        for other in voted_groups(material)
    )
    shown = material.sentences.join([share for share in shares if share])
    return material.sentences.say(
        f"polis.portrait_{side}", shares=shown, **_quoted(material, finding.statement_id)
    )


def _quoted(material: Material, statement_id: str) -> dict[str, Runs]:
    note = material.notes[statement_id]
    quote = statement_quote(note, sentences=material.sentences, inline=True)
    return {"quote": quote, "cite": material.cite([note])}
