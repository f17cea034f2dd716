"""Documents as Word files, a hidden bookmark on every block so that edits find their way back."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from io import BytesIO
from itertools import count, zip_longest
from typing import TYPE_CHECKING

from toolkit.domain import Block, BlockKind, CiteRun, QuoteRun, RefRun, Run
from toolkit.paragraphs import bookmark_name, parse_text, row_bookmark
from toolkit.publishing.bars import as_png, draw_bars
from toolkit.publishing.columns import column_shares
from toolkit.publishing.fonts import in_signs
from toolkit.publishing.page import Page, figure_alt, is_block_quote, printable, table_width
from toolkit.publishing.zipped import pack_again

if TYPE_CHECKING:
    from docx.table import Table
    from docx.text.paragraph import Paragraph


def render(page: Page) -> bytes:
    """Return the file."""
    writer = _Writer(page)
    writer.write()
    file = BytesIO()
    writer.word.save(file)
    return pack_again(file.getvalue())


class _Writer:
    """Writes one page into one Word document, from top to bottom."""

    def __init__(self, page: Page) -> None:
        from toolkit.publishing.word_template import open_template

        self.page = page
        self.word, self.is_own = open_template()
        self.bookmarks = count(1)
        self.changes = count(100_000)  # far from the numbers of bookmarks
        self.after_table = False

    def write(self) -> None:
        from toolkit.publishing.word_styles import set_up

        set_up(self.word, self.page, is_own=self.is_own)
        self._write_head()
        for block, following in zip_longest(self.page.blocks, self.page.blocks[1:]):
            self._write_block(block, leads=following is not None and _leads(block, following))
        self._write_sources()

    def _write_head(self) -> None:
        from toolkit.publishing.word_styles import BOX_STYLE

        self.word.add_paragraph(printable(self.page.title), style="Title")
        facts = [f"{label}: {value}" for label, value in self.page.meta.items()]
        if facts:
            self.word.add_paragraph(printable(" · ".join(facts)))
        if self.page.is_draft:
            warning = self.word.add_paragraph(style=BOX_STYLE)
            warning.add_run(f"{self.page.status}. ").bold = True
            warning.add_run(self.page.warning)
            if self.page.changes:
                warning.add_run(f" {self.page.labels['tracked_changes']}")
        if self.page.accepted_by:
            names = ", ".join(self.page.accepted_by)
            self.word.add_paragraph(printable(f"{self.page.labels['accepted_by']}: {names}"))

    def _write_block(self, block: Block, *, leads: bool) -> None:
        from docx.shared import Pt

        if block.kind is BlockKind.FIGURE:
            self._add_picture(block)
        if block.has_rows:
            self._write_table(block)
            return
        paragraph = self.word.add_paragraph(style=_style(block))
        if leads:
            paragraph.paragraph_format.keep_with_next = True
        if self.after_table:
            paragraph.paragraph_format.space_before = Pt(8)
            self.after_table = False
        if block.id in self.page.changes:
            self._add_change(paragraph, *self.page.changes[block.id])
        else:
            self._add_runs(paragraph, block.runs)
        self._finish(paragraph, block)

    def _add_picture(self, block: Block) -> None:
        from docx.shared import Cm

        from toolkit.publishing.word_parts import describe_picture

        drawing = as_png(draw_bars(block, self.page, clean=lambda text: in_signs(text, self.page)))
        paragraph = self.word.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        shape = paragraph.add_run().add_picture(BytesIO(drawing), width=Cm(12.5))
        describe_picture(shape, printable(figure_alt(block)))

    def _write_table(self, block: Block) -> None:
        from toolkit.publishing.word_parts import add_bookmark, describe_table, shade
        from toolkit.publishing.word_styles import CELL_STYLE, text_width

        caption = self.word.add_paragraph(printable(block.caption), style="Caption")
        self._finish(caption, block)
        if block.id in self.page.changes:
            table = self._fill_changed(*self.page.changes[block.id])
        else:
            table = self._fill(block)
            for line, row_id in zip(table.rows, ("", *(r.id for r in block.rows)), strict=True):
                name = row_bookmark(block.id, row_id)
                add_bookmark(line.cells[0].paragraphs[0], name, number=next(self.bookmarks))
        for cell in table.rows[0].cells:
            shade(cell._tc.get_or_add_tcPr(), "EEF3F8")  # noqa: SLF001 - python-docx cannot shade
        line = text_width(self.word)
        table.autofit = False
        for column, share in zip(table.columns, column_shares(block), strict=False):
            column.width = int(line * share)
            for cell in column.cells:
                cell.width = column.width
                cell.paragraphs[0].style = CELL_STYLE
        describe_table(table, caption=printable(block.caption))
        self.after_table = True

    def _fill(self, block: Block) -> Table:
        rows, width = 1 + len(block.rows), table_width(block)
        table: Table = self.word.add_table(rows=rows, cols=width, style="Table Grid")
        for cell, name in zip(table.rows[0].cells, block.header, strict=False):
            cell.paragraphs[0].add_run(printable(name)).bold = True
        for filled, row in zip(table.rows[1:], block.rows, strict=True):
            for cell, runs in zip(filled.cells, row.cells, strict=False):
                self._add_runs(cell.paragraphs[0], runs)
        return table

    def _fill_changed(self, before: str, after: str) -> Table:
        from toolkit.publishing.word_changes import mark_row, pair_rows

        rows = pair_rows(before, after)
        width = max(len(cells) for row in rows for cells in row)
        table: Table = self.word.add_table(rows=len(rows), cols=width, style="Table Grid")
        for filled, (old, new) in zip(table.rows, rows, strict=True):
            for cell, (was, offered) in zip(
                filled.cells, zip_longest(old, new, fillvalue=""), strict=False
            ):
                self._add_change(cell.paragraphs[0], was, offered)
            if not (old and new):
                mark_row(filled, "w:del" if old else "w:ins", number=next(self.changes))
        return table

    def _write_sources(self) -> None:
        from toolkit.publishing.word_parts import add_bookmark
        from toolkit.publishing.word_styles import SOURCE_STYLE

        if not self.page.sources:
            return
        heading = self.word.add_paragraph(self.page.labels["sources"], style="Heading 1")
        heading.paragraph_format.page_break_before = self.page.is_brief or None
        self.word.add_paragraph(self.page.sources_intro)
        opening, closing = self.page.marks
        for entry in self.page.sources:
            paragraph = self.word.add_paragraph(style=SOURCE_STYLE)
            paragraph.add_run(printable(entry.ref)).bold = True
            where = f" ({entry.where})" if entry.where else ""
            paragraph.add_run(printable(f"\t{opening}{entry.text}{closing}{where}"))
            add_bookmark(paragraph, _source_bookmark(entry.note_id), number=next(self.bookmarks))

    def _add_runs(self, paragraph: Paragraph, runs: Iterable[Run]) -> None:
        from toolkit.publishing.word_parts import add_link

        opening, closing = self.page.marks
        for run in runs:
            if isinstance(run, CiteRun):
                self._add_citation(paragraph, run)
            elif isinstance(run, RefRun) and run.block_id in self.page.block_ids:
                add_link(paragraph, printable(run.text), anchor=bookmark_name(run.block_id))
            elif isinstance(run, QuoteRun):
                paragraph.add_run(printable(f"{opening}{run.text}{closing}"))
            else:
                added = paragraph.add_run(printable(run.text))
                if getattr(run, "strong", False):
                    added.bold = True

    def _add_change(self, paragraph: Paragraph, before: str, after: str) -> None:
        from toolkit.publishing.word_changes import add_change

        def add_plain(text: str) -> None:
            self._add_runs(paragraph, parse_text(text, self.page.sources))

        add_change(paragraph, before, after, numbers=self.changes, add_plain=add_plain)

    def _add_citation(self, paragraph: Paragraph, run: CiteRun) -> None:
        from toolkit.publishing.word_parts import add_link

        paragraph.add_run("[")
        for place, note_id in enumerate(run.note_ids):
            if place:
                paragraph.add_run(", ")
            entry = self.page.source.get(note_id)
            if entry is None:
                paragraph.add_run(printable(note_id))
            else:
                add_link(
                    paragraph,
                    printable(entry.ref),
                    anchor=_source_bookmark(note_id),
                    tooltip=printable(entry.text),
                )
        paragraph.add_run("]")

    def _finish(self, paragraph: Paragraph, block: Block) -> None:
        from toolkit.publishing.word_parts import add_bookmark, remove_date, stamp_comment

        remark = self.page.remark(block)
        if remark:
            runs = paragraph.runs or [paragraph.add_run("")]
            author = self.page.labels["machine_author"]
            made = self.word.add_comment(
                runs=[runs[0], runs[-1]], text=printable(remark), author=author, initials=author[:1]
            )
            remove_date(made)
        for comment in self.page.comments.get(block.id, ()):
            runs = paragraph.runs or [paragraph.add_run("")]
            made = self.word.add_comment(
                runs=[runs[0], runs[-1]],
                text=printable(comment.text),
                author=printable(comment.author),
                initials="".join(part[0] for part in comment.author.split())[:3],
            )
            stamp_comment(made, comment.made_at)
        add_bookmark(paragraph, bookmark_name(block.id), number=next(self.bookmarks))


def _leads(block: Block, following: Block) -> bool:
    # A paragraph that opens a list stays on the page of the first item.
    return following.kind is BlockKind.ITEM and block.kind is BlockKind.PARAGRAPH


def _style(block: Block) -> str:
    from toolkit.publishing.word_styles import BOX_STYLE, QUOTE_STYLE

    if block.kind is BlockKind.HEADING:
        return f"Heading {block.level}"
    if is_block_quote(block):
        return QUOTE_STYLE
    return {BlockKind.ITEM: "List Bullet", BlockKind.BOX: BOX_STYLE}.get(block.kind, "Normal")


def _source_bookmark(note_id: str) -> str:
    return f"_src_{blake2b(note_id.encode(), digest_size=10).hexdigest()}"
