"""Slots on how stakeholder groups differ: contrasts, a table, what one says alone, tensions."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.domain import (
    FEWEST_FOR_PERCENT,
    Block,
    BlockKind,
    Finding,
    FindingKind,
    GroupRow,
    Note,
    NoteKind,
    QuoteRun,
    TableRow,
    Theme,
    Unit,
)
from toolkit.drafting.material import LISTED, Material, make_block
from toolkit.drafting.numerals import Count
from toolkit.drafting.quotes import inline_quote
from toolkit.drafting.sentences import Runs, paragraph
from toolkit.drafting.slots.stakeholders import (
    can_contrast,
    group_names,
    named_rows,
    row_name,
    row_notes,
    row_share,
    rows_of,
    who_says,
)
from toolkit.drafting.slots.themes import CITED

COLUMNS = 6  # groups side by side; more do not fit on a page
_TENSIONS = 5


def contrasts(material: Material, section: str) -> Iterator[Block]:
    """Say where two groups clearly differ; when none do, the reader is told so."""
    say, rows = material.sentences, named_rows(material)
    if not material.findings.notes:
        return
    found = material.of_kind(FindingKind.CONTRAST)
    for finding in found:
        runs = _contrast(material, finding)
        yield make_block(f"{section}/{finding.theme_id}/ero", runs, is_finding=True)
    if len(rows) < 2:
        key = "koonti.one_stakeholder" if rows else "koonti.no_stakeholders"
        yield make_block(f"{section}/ryhmat/ei-verrata", say.say(key))
    elif not found:
        enough = can_contrast(material)
        runs = say.say("koonti.contrast_none" if enough else "koonti.contrast_too_few")
        yield make_block(f"{section}/ryhmat/ei-eroja", runs)


def differences_table(material: Material, section: str) -> Iterator[Block]:
    """Show how many notes on each theme each group has."""
    shown, left = _columns(material)
    if not material.themes or len(named_rows(material)) < 2:
        return
    say, themes = material.sentences, material.themes[:LISTED]
    total = TableRow(
        id="yhteensa",
        cells=(
            say.say("koonti.differences_all"),
            *(say.say("koonti.cell_number", n=row_notes(row, row.n_all)) for row in shown),
        ),
    )
    yield Block(
        id=f"{section}/taulukko/teemoittain",
        kind=BlockKind.TABLE,
        caption=say.phrase("koonti.differences_caption"),
        header=(
            say.phrase("koonti.differences_theme"),
            *(row_name(material, row) for row in shown),
        ),
        rows=(*(_row(material, theme, shown) for theme in themes), *_rest(material, shown), total),
        is_finding=True,
    )
    sentences = [say.say("koonti.differences_note")]
    if left:
        names = group_names(material, tuple(row.group for row in left))
        sentences.append(say.say("koonti.differences_cut_groups", names=names))
    if len(material.themes) > LISTED:
        most = Count(value=LISTED, unit=Unit.THEME)
        sentences.append(say.say("koonti.differences_cut_themes", n=most))
    yield make_block(f"{section}/taulukko/selite", paragraph(*sentences))


def lone_themes(material: Material, section: str) -> Iterator[Block]:
    """Name each theme that one group alone speaks of, in its words."""
    if not material.findings.notes:
        return
    say, found = material.sentences, material.of_kind(FindingKind.LONE)
    if len(rows_of(material)) < 2:
        yield make_block(f"{section}/johdanto/yksi", say.say("koonti.no_stakeholders"))
        return
    lead = say.say("koonti.lone_intro" if found else "koonti.lone_none")
    if any(row.kind == "unknown" for row in rows_of(material)):
        lead = paragraph(lead, say.say("koonti.lone_unknown_intro"))
    yield make_block(f"{section}/johdanto/yksi", lead)
    for finding in found:
        runs = _lone(material, finding)
        block_id = f"{section}/{finding.theme_id}/ryhma"
        yield make_block(block_id, runs, kind=BlockKind.ITEM, is_finding=True)


def tensions(material: Material, section: str) -> Iterator[Block]:
    """Set thanks beside worry where one theme has both; says nothing when no kinds are known."""
    say, kinds = material.sentences, material.findings.kinds
    if not kinds or not material.findings.notes:
        return
    heading = say.say("headings.tensions_notes")
    yield make_block(f"{section}/lajit/otsikko", heading, kind=BlockKind.HEADING, level=2)
    pairs = [(theme, pair) for theme in material.themes if (pair := _pair(material, theme))]
    yield make_block(
        f"{section}/lajit/johdanto",
        say.say("koonti.tensions_note" if pairs else "koonti.tensions_none"),
    )
    for theme, (thanks, worry) in pairs[:_TENSIONS]:
        runs = say.say(
            "koonti.tension",
            theme=theme.label,
            thanks=inline_quote(thanks),
            cite_thanks=material.cite([material.notes[thanks.note_id]]),
            worry=inline_quote(worry),
            cite_worry=material.cite([material.notes[worry.note_id]]),
        )
        yield make_block(f"{section}/{theme.id}/jannite", runs, is_finding=True)


def _contrast(material: Material, finding: Finding) -> Runs:
    say = material.sentences
    theme = next(theme for theme in material.themes if theme.id == finding.theme_id)
    who = who_says(material, theme)
    by_group = {row.group: row for row in who.rows if row.kind == "named"} if who else {}
    most, least = (by_group[group] for group in finding.groups)
    cite = material.cite(material.existing(finding.note_ids)[:CITED])
    part = _part(material, theme, most)
    if not least.n:
        silent = row_notes(least, least.n_all)
        return say.say(
            "koonti.contrast_silent",
            theme=theme.label,
            most=part,
            cite=cite,
            group=least.group,
            all=silent,
        )
    other = _part(material, theme, least)
    return say.say("koonti.contrast", theme=theme.label, most=part, least=other, cite=cite)


def _part(material: Material, theme: Theme, row: GroupRow) -> Runs:
    n = row_notes(row, row.n, theme=theme.id)
    share = row.n_all >= FEWEST_FOR_PERCENT
    return material.sentences.say(
        "koonti.part_percent" if share else "koonti.part_count",
        group=row.group,
        n=n,
        all=row_notes(row, row.n_all),
        **({"share": row_share(row, row.n, theme=theme.id)} if share else {}),
    )


def _columns(material: Material) -> tuple[tuple[GroupRow, ...], tuple[GroupRow, ...]]:
    """Return the rows of groups that the table has as columns, and those it has no place for."""
    largest = sorted(named_rows(material), key=lambda row: -row.n_all)
    shown = {row.group for row in largest[:COLUMNS]}
    rows = rows_of(material)
    kept = tuple(row for row in rows if row.kind != "named" or row.group in shown)
    return kept, tuple(row for row in rows if row not in kept)


def _rest(material: Material, shown: tuple[GroupRow, ...]) -> Iterator[TableRow]:
    rest = material.rest
    if rest and material.existing(rest.note_ids):
        row = _row(material, rest, shown)
        name = material.sentences.say("headings.rest")
        yield TableRow(id=row.id, cells=(name, *row.cells[1:]))


def _row(material: Material, theme: Theme, shown: tuple[GroupRow, ...]) -> TableRow:
    who = who_says(material, theme)
    counted = {(row.kind, row.group): row for row in who.rows} if who else {}
    say = material.sentences
    name = paragraph(say.join([theme.label]), material.cite(material.central(theme)[:1]))
    cells = [_cell(material, theme, counted[row.kind, row.group]) for row in shown]
    return TableRow(id=theme.id, cells=(name, *cells))


def _cell(material: Material, theme: Theme, row: GroupRow) -> Runs:
    n = row_notes(row, row.n, theme=theme.id)
    if not row.n or row.n_all < FEWEST_FOR_PERCENT or row.kind != "named":
        return material.sentences.say("koonti.cell_number", n=n)
    share = row_share(row, row.n, theme=theme.id)
    return material.sentences.say("koonti.cell_share", share=share, n=n)


def _lone(material: Material, finding: Finding) -> Runs:
    say = material.sentences
    theme = next(theme for theme in material.themes if theme.id == finding.theme_id)
    who = who_says(material, theme)
    rows = {row.kind: row for row in who.rows if row.n} if who else {}
    notes = material.existing(finding.note_ids)
    quotes = material.quotes(notes, limit=1)
    key = "koonti.lone" if finding.groups else "koonti.lone_small"
    named: dict[str, str | Count] = {}
    if finding.groups:
        row = rows["named"]
        named = {"group": row.group, "n": row_notes(row, row.n, theme=theme.id)}
    runs = say.say(
        key if quotes else f"{key}_cited",
        theme=theme.label,
        quote=quotes,
        cite=material.cite(notes[:CITED]),
        **named,
    )
    unknown = rows.get("unknown")
    if unknown is None:
        return runs
    n = row_notes(unknown, unknown.n, theme=theme.id)
    key = "koonti.lone_unknown" if n.value > 1 else "koonti.lone_unknown_one"
    return paragraph(runs, say.say(key, n=n))


def _pair(material: Material, theme: Theme) -> tuple[QuoteRun, QuoteRun] | None:
    """Return a theme's thanks and worry in somebody's words, or None when it lacks either."""
    notes = material.central(theme)
    thanks, worry = (
        material.quotes(_of_kind(material, notes, kind), limit=1)
        for kind in (NoteKind.THANKS, NoteKind.WORRY)
    )
    return (thanks[0], worry[0]) if thanks and worry else None


def _of_kind(material: Material, notes: tuple[Note, ...], kind: NoteKind) -> list[Note]:
    return [note for note in notes if material.findings.kinds.get(note.id) is kind]
