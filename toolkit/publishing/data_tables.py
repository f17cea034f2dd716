"""Themes, notes and citations as tables, their headings in the current language."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping

from toolkit.domain import Theme
from toolkit.i18n import N_, _
from toolkit.publishing.dataset import Citation, DataSet, Entry, Standing
from toolkit.publishing.tables import Rows, fill_sheet, table_as_csv
from toolkit.publishing.zipped import pack_again

_STANDINGS = {
    Standing.IN_USE: N_("in use"),
    Standing.UNGROUPED: N_("not grouped yet"),
    Standing.SET_ASIDE: N_("set aside"),
    Standing.LEFT_OUT: N_("left out in moderation"),
    Standing.BACKGROUND: N_("background statement"),
}


def standing_word(standing: Standing) -> str:
    """Say in the current language what has become of a note."""
    return _(_STANDINGS[standing])


def render_csv(data: DataSet) -> bytes:
    """Return a CSV with a row for every note."""
    return table_as_csv(notes_table(data))


def render_xlsx(data: DataSet) -> bytes:
    """Return a workbook: themes, notes, citations, and statements when people voted."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in data_tables(data).items():
        fill_sheet(book.create_sheet(name), rows)
    file = io.BytesIO()
    book.save(file)
    return pack_again(file.getvalue())


def data_tables(data: DataSet) -> dict[str, Rows]:
    """Return every table under its name; statements only when people voted."""
    tables: dict[str, Rows] = {
        _("Themes"): themes_table(data),
        _("Notes of the workshop"): notes_table(data),
        _("Citations"): citations_table(data),
    }
    return tables | (
        {_("Statements of the vote"): statements_table(data)} if data.statements else {}
    )


def notes_table(data: DataSet) -> Rows:
    """Return a row for every note, those not in use too, and where the document cites it."""
    labels = {theme.id: theme.label for theme in data.themes}
    sources = {source.id: source.name for source in data.sources}
    cited = _by_entry(data.citations)
    header = (
        _("Label"),
        _("Note"),
        _("Question"),
        _("Group"),
        _("Language"),
        _("Kind of note"),
        _("Kind by"),
        _("Theme"),
        _("Theme by"),
        _("Standing"),
        _("File of origin"),
        _("Cited in the draft") if data.is_draft else _("Cited in the document"),
    )
    rows = [
        (
            note.ref,
            note.text,
            note.prompt,
            note.group,
            note.language,
            note.kind,
            _who(by_people=note.kind_decided) if note.kind else "",
            labels.get(note.theme_id, ""),
            _who(by_people=note.placed) if note.theme_id else "",
            standing_word(note.standing),
            sources.get(note.source_id, ""),
            "; ".join(dict.fromkeys(map(_where, cited.get(note.id, ())))),
        )
        for note in data.notes
    ]
    return [header, *rows]


def themes_table(data: DataSet) -> Rows:
    """Return a row for every theme."""
    header = (
        _("Theme"),
        _("Name by"),
        _("Notes"),
        _("Statements"),
        _("Keywords"),
        _("What it is about"),
        _("What belongs to it"),
        _("What does not belong to it"),
    )
    return [header, *(_theme_row(theme) for theme in data.themes)]


def _theme_row(theme: Theme) -> tuple[str, ...]:
    return (
        theme.label,
        _who(by_people=bool(theme.named_by)),
        str(len(theme.note_ids)),
        str(len(theme.statement_ids)),
        ", ".join(theme.keywords),
        theme.description,
        theme.includes,
        theme.near_misses,
    )


def citations_table(data: DataSet) -> Rows:
    """Return a row for every place where the document cites a note or a statement."""
    refs = {entry.id: entry.ref for entry in data.entries}
    header = (
        _("Label"),
        _("Section of the draft") if data.is_draft else _("Section of the document"),
        _("Block"),
        _("How"),
    )
    rows = [
        (
            refs.get(one.entry_id, one.entry_id),
            _where(one),
            one.block_id,
            _("quoted") if one.is_quote else _("cited"),
        )
        for one in data.citations
    ]
    return [header, *rows]


def statements_table(data: DataSet) -> Rows:
    """Return a row for every statement, those left out in moderation too but not their words."""
    header = (
        _("Label"),
        _("Statement"),
        _("Standing"),
        _("Theme"),
        _("Votes"),
        _("Agree"),
        _("Passed"),
        _("Disagree"),
        _("Cited in the draft") if data.is_draft else _("Cited in the document"),
    )
    labels = {theme.id: theme.label for theme in data.themes}
    cited = _by_entry(data.citations)
    rows = [
        (
            one.ref,
            one.text,
            standing_word(one.standing),
            labels.get(one.theme_id, ""),
            *_votes(data, one),
            "; ".join(dict.fromkeys(map(_where, cited.get(one.id, ())))),
        )
        for one in data.statements
    ]
    return [header, *rows]


def _votes(data: DataSet, entry: Entry) -> tuple[str, str, str, str]:
    result = data.results.get(entry.id)
    if result is None:
        return ("", "", "", "")
    votes = result.votes
    return (str(votes.n), str(votes.agree), str(votes.passes), str(votes.disagree))


def _who(*, by_people: bool) -> str:
    return _("people") if by_people else _("machine")


def _where(citation: Citation) -> str:
    return " › ".join(citation.section) or citation.block_id


def _by_entry(citations: Iterable[Citation]) -> Mapping[str, list[Citation]]:
    found: dict[str, list[Citation]] = {}
    for one in citations:
        found.setdefault(one.entry_id, []).append(one)
    return found
