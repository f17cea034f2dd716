"""Slots on votes: who voted alike, what unites, what divides and what was left open."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.domain import (
    Block,
    BlockKind,
    Finding,
    FindingKind,
    OpinionGroup,
    TableRow,
)
from toolkit.drafting import counts
from toolkit.drafting.material import FEWEST_PEOPLE, Material, make_block
from toolkit.drafting.quotes import inline_quote, whole_quote
from toolkit.drafting.sentences import Runs, paragraph

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
    say, place = material.sentences, f"{section}/aanestys/paaviesti"
    if material.findings.groups is None:
        yield make_block(place, say.say("opinions.summary_no_votes"))
        return
    uniting = material.of_kind(FindingKind.UNITING)[:1]
    dividing = material.of_kind(FindingKind.DIVIDING)[:1]
    sentences = [_named(material, "opinions.summary_uniting", finding) for finding in uniting]
    sentences += [_named(material, "opinions.summary_dividing", finding) for finding in dividing]
    if not dividing:
        sentences.append(say.say("opinions.summary_no_dividing"))
    yield make_block(place, paragraph(*sentences), is_finding=bool(uniting or dividing))


def groups_intro(material: Material, section: str) -> Iterator[Block]:
    """Say how many opinion groups there are, how large, and what they are not."""
    groups = material.findings.groups
    if groups is None:
        return
    say = material.sentences
    names = [_group_item(material, group) for group in groups.groups]
    runs = say.say("opinions.groups", n=counts.all_groups(material), groups=say.join(names))
    grouped = sum(len(group.participant_ids) for group in groups.groups)
    if FEWEST_PEOPLE <= grouped < groups.n_participants:
        people = counts.voters(material)
        runs = paragraph(runs, say.say("opinions.ungrouped", people=people))
    yield make_block(f"{section}/ryhmat/koot", runs)
    yield make_block(f"{section}/ryhmat/merkitys", say.say("opinions.meaning"))


def uniting(material: Material, section: str) -> Iterator[Block]:
    """Name the statements that unite the groups, or say that there are none."""
    if material.findings.groups is None:
        return
    yield from _part(material, section, FindingKind.UNITING, empty="opinions.uniting_none")


def rejected(material: Material, section: str) -> Iterator[Block]:
    """Name the statements that most voted against."""
    yield from _part(material, section, FindingKind.REJECTED)


def uncertain(material: Material, section: str) -> Iterator[Block]:
    """Name the statements that many passed."""
    yield from _part(material, section, FindingKind.UNCERTAIN)


def dissent(material: Material, section: str) -> Iterator[Block]:
    """Say where views differed; when that cannot be told, the reader is told so."""
    yield from _dissent(material, section, shown=SHOWN)


def dissent_in_short(material: Material, section: str) -> Iterator[Block]:
    """Say where views differed most."""
    yield from _dissent(material, section, shown=2)


def agreement_table(material: Material, section: str) -> Iterator[Block]:
    """Show the agreement of every group with the statements, and how to read the table."""
    groups = material.findings.groups
    found = [finding for kind in _KINDS for finding in material.of_kind(kind)]
    if groups is None or not found:
        return
    say = material.sentences
    heading = say.say("headings.table")
    yield make_block(f"{section}/taulukko/otsikko", heading, kind=BlockKind.HEADING, level=2)
    header = [say.phrase("opinions.table_statement"), say.phrase("opinions.table_reading")]
    header += [
        say.words("opinions.table_group", group=_name(material, group)) for group in groups.groups
    ]
    yield Block(
        id=f"{section}/taulukko/kannatus",
        kind=BlockKind.TABLE,
        caption=say.phrase("opinions.table_caption"),
        header=tuple(header),
        rows=tuple(_row(material, finding) for finding in found),
        is_finding=True,
    )
    yield make_block(f"{section}/taulukko/selite", say.say("opinions.table_note"))


def statement_sentence(
    material: Material, finding: Finding, *, key: str, vote: str = "agree"
) -> Runs:
    """Say what ``finding`` says, group by group, and which groups are not shown."""
    say = material.sentences
    shares = {
        group.id: _share(material, finding, group, vote=vote, prefix="opinions.share")
        for group in _groups(material)
    }
    hidden = [
        say.say("opinions.share_hidden", group=_name(material, group))
        for group in _groups(material)
        if not shares[group.id]
    ]
    shown = [share for share in shares.values() if share]
    values = {"quote": _quote(material, finding), "cite": _cite(material, finding)}
    if not shown:
        return paragraph(say.say(f"{key}_plain", **values), *hidden)
    return paragraph(say.say(key, **values, shares=say.join(shown)), *hidden)


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
    yield from _sentences(material, section, kind, shown=SHOWN)


def _dissent(material: Material, section: str, *, shown: int) -> Iterator[Block]:
    say = material.sentences
    if material.findings.groups is None:
        yield make_block(f"{section}/aanestys/puuttuu", say.say("opinions.no_votes"))
    elif not material.of_kind(FindingKind.DIVIDING):
        yield make_block(f"{section}/aanestys/ei-eroja", say.say("opinions.dividing_none"))
    yield from _sentences(material, section, FindingKind.DIVIDING, shown=shown)


def _sentences(
    material: Material, section: str, kind: FindingKind, *, shown: int
) -> Iterator[Block]:
    found = material.of_kind(kind)
    for finding in found[:shown]:
        runs = statement_sentence(
            material, finding, key=f"opinions.{kind}", vote=_VOTE.get(kind, "agree")
        )
        yield make_block(f"{section}/{finding.statement_id}/{kind}", runs, is_finding=True)
    if found[shown:]:
        notes = material.existing(finding.statement_id for finding in found[shown:])
        runs = material.sentences.say(f"opinions.{kind}_more", cite=material.cite(notes))
        yield make_block(f"{section}/{kind}/muut", runs, is_finding=True)


def _named(material: Material, key: str, finding: Finding) -> Runs:
    return material.sentences.say(
        key, quote=_quote(material, finding), cite=_cite(material, finding)
    )


def _share(
    material: Material, finding: Finding, group: OpinionGroup, *, vote: str, prefix: str
) -> Runs:
    # A handful is only called few; else a share where the base allows one, else a count. Nothing
    # where the findings do not show the group or almost nobody in it voted.
    say, n = material.sentences, counts.group_votes(finding, group)
    count = counts.group_count(finding, group, vote=vote)
    if n is None or count is None or n.value < FEWEST_PEOPLE:
        return ()
    named = {"group": _name(material, group)} if prefix == "opinions.share" else {}
    if count.value < FEWEST_PEOPLE:
        return say.say(f"{prefix}_few", n=n, **named)
    share = counts.group_share(finding, group, vote=vote)
    if share is not None:
        return say.say(f"{prefix}_percent", share=share, n=n, **named)
    return say.say(f"{prefix}_count", count=count, n=n, **named)


def _row(material: Material, finding: Finding) -> TableRow:
    say = material.sentences
    statement = (whole_quote(material.notes[finding.statement_id]),)
    cells = [
        paragraph(statement, _cite(material, finding)),
        say.say(f"opinions.reading_{finding.kind}"),
    ]
    for group in _groups(material):
        share = _share(material, finding, group, vote="agree", prefix="opinions.cell")
        cells.append(share or say.say("opinions.cell_hidden"))
    return TableRow(id=finding.id, cells=tuple(cells))


def _group_item(material: Material, group: OpinionGroup) -> Runs:
    n = counts.group_size(material, group)
    if n is None:
        return material.sentences.say("opinions.group_item_hidden", group=_name(material, group))
    return material.sentences.say("opinions.group_item", group=_name(material, group), n=n)


def _name(material: Material, group: OpinionGroup) -> str:
    if not group.name:
        return group.id
    return material.sentences.words("opinions.group_named", group=group.id, name=group.name)


def _groups(material: Material) -> tuple[OpinionGroup, ...]:
    return material.findings.groups.groups if material.findings.groups else ()


def _quote(material: Material, finding: Finding) -> Runs:
    return (inline_quote(whole_quote(material.notes[finding.statement_id])),)


def _cite(material: Material, finding: Finding) -> Runs:
    return material.cite(material.existing([finding.statement_id]))
