"""Slots on votes: what unites, what divides, what was rejected and what was left open."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.domain import Block, BlockKind, Finding, FindingKind, TableRow, Unit
from toolkit.drafting.material import LISTED, Material, make_block
from toolkit.drafting.numerals import Count
from toolkit.drafting.quotes import statement_quote
from toolkit.drafting.sentences import Runs, paragraph
from toolkit.drafting.slots.groups import (
    all_are_large,
    can_compare,
    group_name,
    group_share,
    voted_groups,
)

SHOWN = 5  # of one kind; the rest are cited
_VOTE = {FindingKind.REJECTED: "disagree", FindingKind.UNCERTAIN: "passes"}
_KINDS = (
    FindingKind.UNITING,
    FindingKind.DIVIDING,
    FindingKind.REJECTED,
    FindingKind.UNCERTAIN,
)


def summary_votes(material: Material, section: str) -> Iterator[Block]:
    """Name the statement that united most and the one that divided most, if there is one."""
    if material.findings.groups is None:
        return
    say, place = material.sentences, f"{section}/aanestys/paaviesti"
    uniting = material.of_kind(FindingKind.UNITING)[:1]
    dividing = material.of_kind(FindingKind.DIVIDING)[:1]
    sentences = [_named(material, "opinions.summary_uniting", finding) for finding in uniting]
    sentences += [_named(material, "opinions.summary_dividing", finding) for finding in dividing]
    if not can_compare(material):
        sentences.append(say.say("opinions.incomparable"))
    elif not dividing:
        sentences.append(say.say("opinions.summary_no_dividing"))
    yield make_block(place, paragraph(*sentences), is_finding=bool(uniting or dividing))


def uniting(material: Material, section: str) -> Iterator[Block]:
    """Name the statements that unite the groups, or say that there are none."""
    if material.findings.groups is None:
        return
    empty = "opinions.uniting_none" if can_compare(material) else "opinions.incomparable"
    yield from _part(material, section, FindingKind.UNITING, empty=empty)


def rejected(material: Material, section: str) -> Iterator[Block]:
    """Name the statements that most voted against."""
    yield from _part(material, section, FindingKind.REJECTED)


def uncertain(material: Material, section: str) -> Iterator[Block]:
    """Name the statements that many passed, and why that may be."""
    yield from _part(material, section, FindingKind.UNCERTAIN)


def dissent(material: Material, section: str) -> Iterator[Block]:
    """Say where views differed; when that cannot be told, the reader is told so."""
    yield from _dissent(material, section, shown=SHOWN)


def dissent_in_short(material: Material, section: str) -> Iterator[Block]:
    """Say where views differed most."""
    yield from _dissent(material, section, shown=2)


def agreement_table(material: Material, section: str) -> Iterator[Block]:
    """Show the agreement of every group with the statements, and how to read the table."""
    by_kind = [material.of_kind(kind) for kind in _KINDS]
    found = [finding for findings in by_kind for finding in findings[:LISTED]]
    if not found:
        return
    say = material.sentences
    heading = say.say("headings.table")
    yield make_block(f"{section}/taulukko/otsikko", heading, kind=BlockKind.HEADING, level=2)
    header = [say.phrase("opinions.table_statement"), say.phrase("opinions.table_reading")]
    header += [
        say.words("opinions.table_group", group=group_name(material, group))
        for group in voted_groups(material)
    ]
    yield Block(
        id=f"{section}/taulukko/kannatus",
        kind=BlockKind.TABLE,
        caption=say.phrase("opinions.table_caption"),
        header=tuple(header),
        rows=tuple(_row(material, finding) for finding in found),
        is_finding=True,
    )
    note = say.say("opinions.table_note")
    if any(len(findings) > LISTED for findings in by_kind):
        most = Count(value=LISTED, unit=Unit.STATEMENT)
        note = paragraph(note, say.say("opinions.table_cut", n=most))
    yield make_block(f"{section}/taulukko/selite", note)


def statement_sentence(material: Material, finding: Finding) -> Runs:
    """Say what ``finding`` says, group by group, and which groups are not shown."""
    say, vote = material.sentences, _VOTE.get(finding.kind, "agree")
    shown, hidden = opinion_shares(material, finding, vote=vote)
    sentences = [_named(material, _key(material, finding), finding)]
    if shown:
        sentences.append(say.say(f"opinions.shares_{vote}", shares=say.join(shown)))
    return paragraph(*sentences, *hidden)


def opinion_shares(
    material: Material, finding: Finding, *, vote: str
) -> tuple[list[Runs], list[Runs]]:
    """Word how each group voted, and a sentence for each group whose result is not shown."""
    say, groups = material.sentences, voted_groups(material)
    shares = {
        group.id: group_share(material, finding, group, vote=vote, prefix="opinions.share")
        for group in groups
    }
    hidden = [
        say.say("opinions.share_hidden", group=group_name(material, group))
        for group in groups
        if not shares[group.id]
    ]
    return [share for share in shares.values() if share], hidden


def _key(material: Material, finding: Finding) -> str:
    if finding.kind is FindingKind.REJECTED and all_are_large(material):
        return "opinions.rejected_everywhere"
    return f"opinions.{finding.kind}"


def _part(
    material: Material, section: str, kind: FindingKind, *, empty: str = ""
) -> Iterator[Block]:
    found = material.of_kind(kind)
    if not found and not empty:
        return
    say = material.sentences
    heading = say.say(f"headings.{kind}")
    yield make_block(f"{section}/{kind}/otsikko", heading, kind=BlockKind.HEADING, level=2)
    if not found:
        yield make_block(f"{section}/{kind}/ei-yhtaan", say.say(empty))
    if found and kind is FindingKind.UNCERTAIN:
        yield make_block(f"{section}/{kind}/merkitys", say.say("opinions.uncertain_meaning"))
    yield from statement_sentences(material, section, kind)


def _dissent(material: Material, section: str, *, shown: int) -> Iterator[Block]:
    yield from silent_dissent(material, section)
    yield from statement_sentences(material, section, FindingKind.DIVIDING, shown=shown)


def silent_dissent(material: Material, section: str) -> Iterator[Block]:
    """Say why the votes do not show where views differed; nothing when they do."""
    say = material.sentences
    if material.findings.groups is None:
        yield make_block(f"{section}/aanestys/puuttuu", say.say("opinions.no_votes"))
    elif not can_compare(material):
        runs = paragraph(say.say("opinions.incomparable"), say.say("opinions.no_agreement"))
        yield make_block(f"{section}/aanestys/ei-verrata", runs)
    elif not material.of_kind(FindingKind.DIVIDING):
        yield make_block(f"{section}/aanestys/ei-eroja", say.say("opinions.dividing_none"))


def statement_sentences(
    material: Material, section: str, kind: FindingKind, *, shown: int = SHOWN
) -> Iterator[Block]:
    """Say what the first statements of a kind show, and cite the others."""
    found = material.of_kind(kind)
    for finding in found[:shown]:
        runs = statement_sentence(material, finding)
        yield make_block(f"{section}/{finding.statement_id}/{kind}", runs, is_finding=True)
    others = material.existing(finding.statement_id for finding in found[shown:])
    if others:
        key = f"opinions.{kind}_more" if len(others) <= LISTED else f"opinions.{kind}_more_many"
        runs = material.sentences.say(key, cite=material.cite(others[:LISTED]))
        yield make_block(f"{section}/{kind}/muut", runs, is_finding=True)


def _named(material: Material, key: str, finding: Finding) -> Runs:
    note = material.notes[finding.statement_id]
    say = material.sentences
    quote = statement_quote(note, sentences=say, inline=True)
    return say.say(key, quote=quote, cite=material.cite([note]))


def _row(material: Material, finding: Finding) -> TableRow:
    row = statement_row(material, finding, vote="agree")
    reading = material.sentences.say(f"opinions.reading_{finding.kind}")
    return TableRow(id=row.id, cells=(row.cells[0], reading, *row.cells[1:]))


def statement_row(material: Material, finding: Finding, *, vote: str) -> TableRow:
    """Return a statement and how much of each group voted so."""
    say, note = material.sentences, material.notes[finding.statement_id]
    cells = [paragraph(statement_quote(note, sentences=say), material.cite([note]))]
    for group in voted_groups(material):
        share = group_share(material, finding, group, vote=vote, prefix="opinions.cell")
        cells.append(share or say.say("opinions.cell_hidden"))
    return TableRow(id=finding.id, cells=tuple(cells))
