"""Publishing: a reviewed document, or a working copy that says it is a draft, as a file; tables."""

from toolkit.publishing.files import FORMATS, publish, publish_working_copy, write_whole
from toolkit.publishing.tables import publish_table

__all__ = ["FORMATS", "publish", "publish_table", "publish_working_copy", "write_whole"]
