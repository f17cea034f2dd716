"""Whose notes a draft lets be heard, and what it leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.domain import (
    FEWEST_FOR_PERCENT,
    Block,
    BlockKind,
    Coverage,
    CoverageRow,
    Document,
    Draft,
    Findings,
)
from toolkit.drafting.balance import weigh_groups
from toolkit.drafting.material import LISTED, make_block, source_notes
from toolkit.drafting.report.tables import make_table
from toolkit.drafting.sentences import Runs, Sentences, paragraph
from toolkit.paragraphs import cited_ids

_COVERAGE = ("part", "notes", "out", "mean")
_BALANCE = ("group", "notes", "cited", "share", "cited_share")


def voices_blocks(
    draft: Draft | Document,
    findings: Findings,
    coverage: Coverage | None,
    say: Sentences,
    *,
    section: str,
) -> Iterator[Block]:
    """Say how near the draft comes to the notes, part by part, and whose notes it cites."""
    if coverage is None:
        key = "not_measured" if findings.notes else "no_notes"
        yield make_block(f"{section}/aani/mittaus", say.say(f"report.{key}"))
    else:
        yield make_block(f"{section}/aani/mittaus", _measured(coverage, say))
        header = [say.phrase(f"report.coverage_{column}") for column in _COVERAGE]
        rows = [
            (_row_name(row, say), str(row.n), str(row.n_left_out), _decimal(row.mean, say))
            for row in coverage.rows
        ]
        caption = say.phrase("report.coverage_caption")
        yield make_table(f"{section}/aani/kattavuus", caption, header, rows)
    balance = weigh_groups(draft.blocks, findings)
    if len(balance) > 1:
        n, n_cited = sum(row.n for row in balance), sum(row.n_cited for row in balance)
        in_shares = min(n, n_cited) >= FEWEST_FOR_PERCENT
        header = [say.phrase(f"report.balance_{column}") for column in _BALANCE]
        cells = [
            (
                row.group or say.phrase(f"report.row_group_{row.kind}"),
                str(row.n),
                str(row.n_cited),
                *((_share(row.n, n, say), _share(row.n_cited, n_cited, say)) if in_shares else ()),
            )
            for row in balance
        ]
        yield make_block(f"{section}/aani/lahteet", say.say("report.balance_intro"))
        caption = say.phrase("report.balance_caption")
        yield make_table(
            f"{section}/aani/viittaukset", caption, header if in_shares else header[:3], cells
        )


def left_out_blocks(
    draft: Draft | Document,
    findings: Findings,
    coverage: Coverage | None,
    say: Sentences,
    *,
    section: str,
    rejected: int,
) -> Iterator[Block]:
    """Say what is not in the draft: how much, and the notes that nothing in it reaches."""
    cited = {note_id for block in draft.blocks for note_id in cited_ids(block)}
    rest = next((len(theme.note_ids) for theme in findings.themes if theme.is_rest), 0)
    counts = say.say(
        "report.left_counts",
        uncited=str(sum(note.id not in cited for note in findings.notes)),
        rest=str(rest),
        set_aside=str(len(findings.set_aside)),
        rejected=str(rejected),
    )
    yield make_block(f"{section}/pois/maarat", counts)
    if coverage is None:
        return
    entries = {entry.note_id: entry for entry in source_notes(findings, language=draft.language)}
    unheard = [entries[i] for i in coverage.left_out if i not in cited and i in entries]
    key = "left_intro" if unheard else "left_none"
    yield make_block(f"{section}/pois/johdanto", say.say(f"report.{key}"))
    for entry in unheard[:LISTED]:
        words = say.say("report.item", ref=entry.ref, text=entry.text)
        yield make_block(f"{section}/pois/{entry.note_id}", words, kind=BlockKind.ITEM)
    if len(unheard) > LISTED:
        more = say.say("report.left_more", n=str(len(unheard) - LISTED))
        yield make_block(f"{section}/pois/muut", more)


def _measured(coverage: Coverage, say: Sentences) -> Runs:
    # Of the numbers as they are shown: a reader subtracts them too.
    difference = round(coverage.mean, 2) - round(coverage.random_mean, 2)
    side = "above" if difference >= 0 else "below"
    return paragraph(
        say.say(
            "report.measured", sentences=str(coverage.n_sentences), notes=str(coverage.n_notes)
        ),
        say.say(
            "report.nearness",
            mean=_decimal(coverage.mean, say),
            random=_decimal(coverage.random_mean, say),
        ),
        say.say(f"report.nearness_{side}", difference=_decimal(abs(difference), say)),
        say.say("report.caution"),
    )


def _row_name(row: CoverageRow, say: Sentences) -> str:
    if row.by == "length":
        return say.words(f"report.row_length_{row.name}")
    if row.kind == "named":
        return say.words(f"report.row_{row.by}", name=row.name)
    return say.words(f"report.row_{row.by}_{row.kind}")


def _decimal(value: float, say: Sentences) -> str:
    text = f"{value:.2f}"
    return text if say.language == "en" else text.replace(".", ",")


def _share(part: int, whole: int, say: Sentences) -> str:
    sign: str = say.phrase("numerals.percent")["sign"]
    return f"{(200 * part + whole) // (2 * whole)}{sign}"
