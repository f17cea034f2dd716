"""Everything an original file says, also what no importer reads: authors, comments, columns."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

from toolkit.importers.opened import open_file

_TEXTS = (".xml", ".csv", ".tsv", ".txt", ".md", ".json", ".vtt", ".srt", ".html")
_END_OF_LINE = re.compile(r"</(?:w:p|a:p|text:p|si|t|c|v|row|td|p|div|dc:creator)>|<br ?/?>")
_TAG = re.compile(r"<[^<>]*>")


def raw_lines(path: Path) -> Iterator[str]:
    """Yield the lines of text in a file, of the texts in a package such as Word's, or of a folder.

    Pictures and PDF pages have none.

    Raises
    ------
    UnreadableExport
        If the file cannot be opened, or is not safe to open.
    """
    file = open_file(path)
    if file.is_archive or file.folder is not None:
        for name in file.names:
            if name.lower().endswith(_TEXTS):
                text = file.read(name).decode("utf-8", "replace")
                yield from (_plain(text) if name.lower().endswith(".xml") else text).splitlines()
    elif file.is_text:
        yield from file.text.splitlines()


def _plain(xml: str) -> str:
    return html.unescape(_TAG.sub("", _END_OF_LINE.sub("\n", xml)))
