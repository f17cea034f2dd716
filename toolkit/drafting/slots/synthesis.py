"""Slots of a synthesis: what it rests on, what groups share, where each finding is taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from toolkit.domain import (
    FEWEST_FOR_PERCENT,
    Block,
    BlockKind,
    Finding,
    FindingKind,
    GroupRow,
    RefRun,
    TableRow,
    Theme,
)
from toolkit.domain import Material as Board
from toolkit.drafting import counts
from toolkit.drafting.material import FEWEST_PEOPLE, Material, make_block
from toolkit.drafting.sentences import Runs, paragraph
from toolkit.drafting.slots.stakeholders import (
    can_contrast,
    group_names,
    named_rows,
    row_name,
    row_notes,
    rows_of,
    speaking,
    who_says,
)
from toolkit.drafting.slots.themes import CITED, IN_SUMMARY, theme_items

_MISSING = ("koonti.missing_none", "koonti.missing_one", "koonti.missing_many")


def summary_groups(material: Material, section: str) -> Iterator[Block]:
    """Name the themes that groups share, where they differ most and what one says alone."""
    say = material.sentences
    if len(named_rows(material)) < 2:
        return
    shared = material.of_kind(FindingKind.SHARED)[:IN_SUMMARY]
    differing = material.of_kind(FindingKind.CONTRAST)[:1]
    lone = tuple(f for f in material.of_kind(FindingKind.LONE) if _is_surely_lone(material, f))
    lone = lone[:IN_SUMMARY]
    sentences = []
    if shared:
        key = "koonti.summary_shared_many" if len(shared) > 1 else "koonti.summary_shared_one"
        sentences.append(_naming(material, key, shared))
    if differing:
        sentences.append(_naming(material, "koonti.summary_contrast", differing))
    else:
        key = "no_contrast" if can_contrast(material) else "too_few"
        sentences.append(say.say(f"koonti.summary_{key}"))
    if lone:
        key = "koonti.summary_lone_many" if len(lone) > 1 else "koonti.summary_lone_one"
        sentences.append(_naming(material, key, lone))
    is_finding = bool(shared or differing or lone)
    yield make_block(f"{section}/ryhmat/paaviesti", paragraph(*sentences), is_finding=is_finding)


def summary_pointers(material: Material, section: str) -> Iterator[Block]:
    """Point to the chapters that a summary cannot do justice to."""
    say = material.sentences
    chapters = {
        name: RefRun(block_id=f"{place}/otsikko", text=say.phrase(f"headings.{name}"))
        for name, place in (("tensions", "jannitteet"), ("lone", "yksi-ryhma"))
    }
    yield make_block(f"{section}/luvut/viittaukset", say.say("koonti.summary_pointers", **chapters))


def missing_groups(material: Material, section: str) -> Iterator[Block]:
    """Name the groups whose views were wanted and who wrote nothing."""
    say, heard = material.sentences, {_key(note.group) for note in material.findings.notes}
    wanted = material.workshop.stakeholder_groups if material.workshop else ()
    missing = tuple(group for group in wanted if _key(group) not in heard)
    if not wanted:
        runs = say.say("koonti.missing_unknown")
    else:
        runs = say.say(_MISSING[min(len(missing), 2)], groups=group_names(material, missing))
    yield make_block(f"{section}/ryhmat/puuttuvat", runs)


def material_table(material: Material, section: str) -> Iterator[Block]:
    """Show how much came from which group in which material, and who voted."""
    say = material.sentences
    rows = [*_note_rows(material), *_vote_rows(material)]
    if not rows:
        return
    header = [say.phrase(f"koonti.table_{name}") for name in ("material", "day", "group")]
    header += [say.phrase(f"koonti.table_{name}") for name in ("people", "notes")]
    yield Block(
        id=f"{section}/taulukko/ryhmittain",
        kind=BlockKind.TABLE,
        caption=say.phrase("koonti.table_caption"),
        header=tuple(header),
        rows=tuple(rows),
    )
    yield make_block(
        f"{section}/taulukko/selite",
        paragraph(say.say("koonti.stakeholder"), say.say("koonti.table_note")),
    )


def shared_themes(material: Material, section: str) -> Iterator[Block]:
    """Tell of every theme that at least three groups speak of: how much, who, in whose words."""
    if not material.findings.notes:
        return
    say, shared = material.sentences, material.of_kind(FindingKind.SHARED)
    lead = say.say("koonti.shared_intro") if named_rows(material) else ()
    if not named_rows(material):
        lead = say.say("koonti.no_stakeholders")
    elif not shared:
        lead = paragraph(lead, say.say("koonti.shared_none"))
    yield make_block(f"{section}/johdanto/yhteiset", lead)
    for finding in shared:
        theme = _theme(material, finding)
        place = f"{section}/{theme.id}"
        yield make_block(
            f"{place}/otsikko", say.join([theme.label]), kind=BlockKind.HEADING, level=2
        )
        is_all = len(finding.groups) == sum(row.kind != "unknown" for row in rows_of(material))
        runs = say.say(
            "koonti.shared_all" if is_all else "koonti.shared",
            theme=theme.label,
            n=counts.theme_notes(material, theme),
            names=group_names(material, finding.groups),
            cite=material.cite(material.existing(finding.note_ids)[:CITED]),
            **({} if is_all else {"groups": speaking(material, theme)}),
        )
        yield make_block(f"{place}/ryhmat", runs, is_finding=True)
        notes = material.existing(finding.note_ids)
        for quote in material.quotes(notes, limit=2):
            cite = material.cite([material.notes[quote.note_id]])
            runs = say.say("themes.proposals_item", quote=quote, cite=cite)
            yield make_block(f"{place}/lainaus-{quote.note_id}", runs, is_finding=True)


def other_themes(material: Material, section: str) -> Iterator[Block]:
    """Name every theme that fewer groups speak of; a small one may weigh much."""
    say = material.sentences
    shared = {finding.theme_id for finding in material.of_kind(FindingKind.SHARED)}
    others = [theme for theme in material.themes if theme.id not in shared]
    if not others:
        return
    heading = say.say("headings.other_themes")
    yield make_block(f"{section}/muut-teemat/otsikko", heading, kind=BlockKind.HEADING, level=2)
    if named_rows(material):
        yield make_block(f"{section}/muut-teemat/johdanto", say.say("koonti.other_intro"))
    yield from theme_items(material, section, others)


def destinations(material: Material, section: str) -> Iterator[Block]:
    """Say which document each proposal is taken to; open where nobody has said."""
    say = material.sentences
    plans = [
        plan
        for plan in material.findings.proceedings.plans
        if plan.destination and plan.proposal_id in material.notes
    ]
    if not plans:
        runs = say.say("koonti.destinations_none")
        yield make_block(f"{section}/asiakirjat/avoinna", runs)
        return
    taken = Counter(plan.destination for plan in plans)
    before = None
    for plan in sorted(plans, key=lambda plan: (plan.destination, plan.proposal_id)):
        if plan.destination != before:
            key = (
                "koonti.destinations_one" if taken[plan.destination] == 1 else "koonti.destinations"
            )
            lead = say.say(key, place=plan.destination)
            yield make_block(f"{section}/asiakirjat/{counts.digest(plan.destination)}", lead)
            before = plan.destination
        note = material.notes[plan.proposal_id]
        quotes = material.quotes([note], limit=1)
        runs = say.say(
            "koonti.destination" if quotes else "koonti.destination_cited",
            quote=quotes,
            cite=material.cite([note]),
        )
        block_id = f"{section}/{note.id}/asiakirja"
        yield make_block(block_id, runs, kind=BlockKind.ITEM, is_finding=True)
    yield make_block(f"{section}/asiakirjat/muut", say.say("koonti.destinations_open"))


def small_material(material: Material, section: str) -> Iterator[Block]:
    """Say that notes are not people, and that a small material only points somewhere."""
    n, say = counts.all_notes(material), material.sentences
    if not n.value:
        return
    sentences = [say.say("koonti.small", n=n)] if n.value < FEWEST_FOR_PERCENT else []
    runs = paragraph(*sentences, say.say("koonti.not_people"))
    yield make_block(f"{section}/rajaus/merkinnat", runs)


def _is_surely_lone(material: Material, finding: Finding) -> bool:
    who = who_says(material, _theme(material, finding))
    unknown = who is not None and any(row.kind == "unknown" and row.n for row in who.rows)
    return bool(finding.groups) and not unknown


def _naming(material: Material, key: str, findings: Sequence[Finding]) -> Runs:
    say = material.sentences
    names = [say.say("method.theme_name", theme=finding.subject) for finding in findings]
    cited = [note for finding in findings for note in material.existing(finding.note_ids)[:1]]
    return say.say(key, themes=say.join(names), cite=material.cite(cited))


def _theme(material: Material, finding: Finding) -> Theme:
    return next(theme for theme in material.themes if theme.id == finding.theme_id)


def _key(group: str) -> str:
    return " ".join(group.casefold().split())


def _note_rows(material: Material) -> Iterator[TableRow]:
    said, rows = material.findings.who_says, rows_of(material)
    board_of = {source.id: source.board for source in material.findings.sources}
    named = {row.group: row for row in rows if row.kind == "named"}
    others = {row.kind: row for row in rows if row.kind != "named"}
    small = others.get("small") or others.get("unknown")
    n = Counter(
        (
            board_of.get(note.source_id, ""),
            named.get(note.group) or (small if note.group else others.get("unknown")),
        )
        for note in material.findings.notes
    )
    for board in said[0].materials if said else ():
        for row in rows:
            if n[board.board, row]:
                yield _note_row(material, board, row, n[board.board, row])


def _note_row(material: Material, board: Board, row: GroupRow, n: int) -> TableRow:
    say = material.sentences
    kind = board.kind or ("other" if board.board else "unnamed")
    name = say.say(f"koonti.material_{kind}", board=board.board)
    group = say.join([row_name(material, row)])
    number = say.say("koonti.cell_number", n=row_notes(row, n, board=board.board))
    people = say.say("koonti.cell_none")
    row_id = f"{board.board}:{row.kind}:{counts.digest(row.group)}"
    return TableRow(id=row_id, cells=(name, _day(material, board.board), group, people, number))


def _vote_rows(material: Material) -> Iterator[TableRow]:
    voted, say = material.findings.groups, material.sentences
    if voted is None:
        return
    if voted.n_participants < FEWEST_PEOPLE:
        people = say.say("koonti.cell_people_few")
    else:
        people = say.say("koonti.cell_people", n=counts.voters(material))
    boards = [s.board for s in material.findings.sources if s.format.startswith("polis")]
    day = _day(material, boards[-1]) if boards else say.say("koonti.cell_none")
    unknown = say.say("koonti.row_unknown")
    name, none = say.say("koonti.material_votes"), say.say("koonti.cell_none")
    yield TableRow(id="votes", cells=(name, day, unknown, people, none))


def _day(material: Material, board: str) -> Runs:
    days = [s.imported_at.date() for s in material.findings.sources if s.board == board]
    say = material.sentences
    return say.join([say.date(days[-1])]) if days else say.say("koonti.cell_none")
