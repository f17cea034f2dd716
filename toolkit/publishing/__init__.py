"""Publishing: a reviewed document, or a working copy that says it is a draft, as a file; tables."""

from toolkit.publishing.files import FORMATS, publish, publish_working_copy, write_whole
from toolkit.publishing.tables import fill_sheet, publish_table, table_as_csv
from toolkit.publishing.word_copy import remember

__all__ = [
    "FORMATS",
    "fill_sheet",
    "publish",
    "publish_table",
    "publish_working_copy",
    "remember",
    "table_as_csv",
    "write_whole",
]
