"""Publishing: a reviewed document, or a working copy that says it is a draft, as a file."""

from toolkit.publishing.files import FORMATS, publish, publish_working_copy

__all__ = ["FORMATS", "publish", "publish_working_copy"]
