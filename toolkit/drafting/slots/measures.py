"""Slots on what carrying out the proposals would take: measures, who answers for them, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from toolkit.domain import Block, BlockKind, Level, Outcome, ProposalPlan, TableRow, TextRun
from toolkit.drafting.counts import digest
from toolkit.drafting.material import Material, make_block
from toolkit.drafting.records import (
    Proposal,
    count_unplanned,
    list_proposals,
    proposal_words,
    recorded_text,
)
from toolkit.drafting.sentences import Runs, paragraph

_COLUMNS = ("change", "means", "metric", "effort", "responsible", "schedule")
_SHORT = {
    "responsible": ("responsible", "what", "schedule"),
    "schedule": ("when", "what", "responsible"),
}
_LEVELS: tuple[Level | None, ...] = (*Level, None)
_QUARTER = re.compile(r"Q([1-4])\s*/\s*(?:20)?(\d\d)", re.IGNORECASE)
# A metric that only counts what is done, unless it names what that changed.
_VOLUME = re.compile(
    r"määrä|\bkpl\b|kappale|kuinka mon|\bantal|\bhur många|number of|\bhow many|\bcount", re.I
)
_EFFECT = re.compile(
    r"muut(?:et|os|tu)|vaikut|parantu|tyytyväis|ändra|förändr|effekt|påverka|förbättr|nöjd"
    r"|chang|effect|impact|improv|satisf",
    re.I,
)


def measures_table(material: Material, section: str) -> Iterator[Block]:
    """Show what each proposal would change and take, a table for each level it touches.

    What nobody has planned says so in its cell. Proposals that do not advance are not shown.
    """
    say, proposals = material.sentences, _advancing(material)
    if not proposals:
        yield make_block(f"{section}/toimet/puuttuu", say.say("measures.none"))
        return
    yield make_block(f"{section}/toimet/johdanto", say.say("measures.intro"))
    for level in _LEVELS:
        mine = [one for one in proposals if _level(one) is level]
        name = level.value if level else "open"
        if mine:
            yield Block(
                id=f"{section}/toimet/{name}",
                kind=BlockKind.TABLE,
                caption=say.phrase(f"measures.caption_{name}"),
                header=tuple(say.phrase(f"measures.{column}") for column in _COLUMNS),
                rows=tuple(_row(material, one) for one in mine),
                is_finding=True,
            )
    yield from _remarks(material, section, proposals)


def responsibilities_table(material: Material, section: str) -> Iterator[Block]:
    """Show who answers for which proposals."""
    parties = dict.fromkeys(
        party for one in _advancing(material) if (party := _text(one.plan, "responsible"))
    )
    if not parties:
        runs = material.sentences.say("measures.responsible_none")
        yield make_block(f"{section}/vastuut/puuttuu", runs)
        return
    rows = []
    for party in parties:
        mine = [one for one in _advancing(material) if _text(one.plan, "responsible") == party]
        rows.append(_party_row(material, party, mine))
    yield _table(material, f"{section}/vastuut/taulukko", "responsible", rows)


def schedule_table(material: Material, section: str) -> Iterator[Block]:
    """Show what is done when: quarters in their order, then other times as they were planned."""
    timed = [one for one in _advancing(material) if _text(one.plan, "schedule")]
    if not timed:
        runs = material.sentences.say("measures.schedule_none")
        yield make_block(f"{section}/aikataulu/puuttuu", runs)
        return
    times = sorted(dict.fromkeys(_text(one.plan, "schedule") for one in timed), key=_quarter)
    rows = []
    for time in times:
        mine = [one for one in timed if _text(one.plan, "schedule") == time]
        cells = ((TextRun(text=time),), _changes(material, mine), _parties(material, mine))
        rows.append(TableRow(id=digest(time), cells=cells))
    yield _table(material, f"{section}/aikataulu/taulukko", "schedule", rows)


def is_volume_metric(text: str) -> bool:
    """Tell whether a metric counts activity and names nothing that it changed.

    >>> is_volume_metric("Tilaisuuksien määrä"), is_volume_metric("Muutettujen asioiden määrä")
    (True, False)
    """
    return _VOLUME.search(text) is not None and _EFFECT.search(text) is None


def _advancing(material: Material) -> tuple[Proposal, ...]:
    # Planned or decided, and not turned down.
    return tuple(
        one
        for one in list_proposals(material)
        if (one.plan or one.decision) and one.outcome is not Outcome.NOT_ADVANCING
    )


def _level(proposal: Proposal) -> Level | None:
    return proposal.plan.level if proposal.plan else None


def _text(plan: ProposalPlan | None, column: str) -> str:
    return recorded_text(getattr(plan, column)) if plan else ""


def _row(material: Material, proposal: Proposal) -> TableRow:
    to_be_decided = material.sentences.phrase("measures.open")
    texts = (_text(proposal.plan, column) or to_be_decided for column in _COLUMNS[1:])
    planned = ((TextRun(text=text),) for text in texts)
    return TableRow(id=proposal.note.id, cells=(_changes(material, [proposal]), *planned))


def _party_row(material: Material, party: str, mine: Sequence[Proposal]) -> TableRow:
    times = dict.fromkeys(time for one in mine if (time := _text(one.plan, "schedule")))
    when = "; ".join(sorted(times, key=_quarter)) or material.sentences.phrase("measures.open")
    cells = ((TextRun(text=party),), _changes(material, mine), (TextRun(text=when),))
    return TableRow(id=digest(party), cells=cells)


def _changes(material: Material, mine: Sequence[Proposal]) -> Runs:
    """Say what would change, or quote the proposal when nobody has said; always with its source."""
    items = []
    for one in mine:
        change = _text(one.plan, "change")
        words = (TextRun(text=change),) if change else proposal_words(material, one)
        items.append(paragraph(words, material.cite([one.note])) if change else words)
    runs: Runs = ()
    for item in items:
        runs = (*runs, TextRun(text="; "), *item) if runs else item
    return runs


def _parties(material: Material, mine: Sequence[Proposal]) -> Runs:
    parties = dict.fromkeys(party for one in mine if (party := _text(one.plan, "responsible")))
    return (TextRun(text="; ".join(parties) or material.sentences.phrase("measures.open")),)


def _quarter(time: str) -> tuple[int, int, int]:
    found = _QUARTER.search(time)
    return (0, int(found[2]), int(found[1])) if found else (1, 0, 0)


def _table(material: Material, block_id: str, name: str, rows: Sequence[TableRow]) -> Block:
    say = material.sentences
    return Block(
        id=block_id,
        kind=BlockKind.TABLE,
        caption=say.phrase(f"measures.{name}_caption"),
        header=tuple(say.phrase(f"measures.{column}") for column in _SHORT[name]),
        rows=tuple(rows),
        is_finding=True,
    )


def _remarks(material: Material, section: str, proposals: Sequence[Proposal]) -> Iterator[Block]:
    say = material.sentences
    metrics = dict.fromkeys(_text(one.plan, "metric") for one in proposals)
    volume = [metric for metric in metrics if is_volume_metric(metric)]
    if volume:
        key = "measures.volume_many" if len(volume) > 1 else "measures.volume_one"
        runs = say.say(key, metrics=say.join([say.say("measures.named", name=m) for m in volume]))
        yield make_block(f"{section}/toimet/mittarit", runs)
    unplanned = count_unplanned(material)
    if unplanned.value:
        runs = say.say("measures.unplanned", n=unplanned)
        yield make_block(f"{section}/toimet/suunnittelematta", runs)
    turned_down = [one for one in list_proposals(material) if one.outcome is Outcome.NOT_ADVANCING]
    if turned_down:
        cite = material.cite(one.note for one in turned_down)
        runs = say.say("measures.turned_down", cite=cite)
        yield make_block(f"{section}/toimet/ei-etene", runs, is_finding=True)
