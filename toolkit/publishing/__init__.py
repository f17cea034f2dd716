"""Publishing: a reviewed document, or a working copy that says it is a draft, as a file; tables."""

from toolkit.publishing.accessible import check_accessible
from toolkit.publishing.archive import render_archive
from toolkit.publishing.card import Card, describe_card, render_card_page, render_card_picture
from toolkit.publishing.data_tables import data_tables, render_csv, render_xlsx
from toolkit.publishing.dataset import DataSet, collect_data
from toolkit.publishing.files import (
    FORMATS,
    count_pages,
    publish,
    publish_working_copy,
    writable_formats,
    write_whole,
)
from toolkit.publishing.page import make_page, make_working_page
from toolkit.publishing.pdf import draw_pages
from toolkit.publishing.qda import render_qdpx
from toolkit.publishing.tables import Rows, fill_sheet, publish_table, table_as_csv
from toolkit.publishing.word_copy import remember

__all__ = [
    "FORMATS",
    "Card",
    "DataSet",
    "Rows",
    "check_accessible",
    "collect_data",
    "count_pages",
    "data_tables",
    "describe_card",
    "draw_pages",
    "fill_sheet",
    "make_page",
    "make_working_page",
    "publish",
    "publish_table",
    "publish_working_copy",
    "remember",
    "render_archive",
    "render_card_page",
    "render_card_picture",
    "render_csv",
    "render_qdpx",
    "render_xlsx",
    "table_as_csv",
    "writable_formats",
    "write_whole",
]
