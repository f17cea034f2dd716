"""Publishing: a reviewed document, or a working copy that says it is a draft, as a file; tables."""

from toolkit.publishing.files import (
    FORMATS,
    count_pages,
    publish,
    publish_working_copy,
    writable_formats,
    write_whole,
)
from toolkit.publishing.tables import fill_sheet, publish_table, table_as_csv

__all__ = [
    "FORMATS",
    "count_pages",
    "fill_sheet",
    "publish",
    "publish_table",
    "publish_working_copy",
    "table_as_csv",
    "writable_formats",
    "write_whole",
]
