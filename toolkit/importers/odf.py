"""Parts of an OpenDocument file, read so that nothing outside the file is ever looked at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from toolkit.errors import UnreadableExport
from toolkit.i18n import N_

if TYPE_CHECKING:
    from toolkit.importers.opened import OpenedFile

__all__ = ["Styles", "expect_kind", "find_kind", "name_of", "read_part"]

_SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
}
_KIND = b"application/vnd.oasis.opendocument."
_DEEPEST = 10  # styles that build on each other


def name_of(short: str) -> str:
    """Return the full name of an element or attribute.

    >>> name_of("fo:color")
    '{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}color'
    """
    prefix, _colon, name = short.partition(":")
    return f"{{{_SPACES[prefix]}}}{name}"


def find_kind(file: OpenedFile) -> str:
    """Return ``"text"``, ``"spreadsheet"`` or another kind of OpenDocument; empty for other files.

    Raises
    ------
    UnreadableExport
        If the container is broken.
    """
    if not file.is_archive or "mimetype" not in file.names:
        return ""
    kind = file.read("mimetype").strip()
    if not kind.startswith(_KIND):
        return ""
    return kind.removeprefix(_KIND).removesuffix(b"-template").decode("ascii", "replace")


def expect_kind(file: OpenedFile, kind: str) -> None:
    """Refuse a file that somebody has said to be an OpenDocument and that is none of this kind.

    Raises
    ------
    UnreadableExport
        If it is not.
    """
    if find_kind(file) != kind:
        raise UnreadableExport(
            N_(
                "The file is not of the format that was named: {name}. Import it without naming "
                "a format."
            ),
            name=file.name,
        )


def read_part(file: OpenedFile, part: str) -> Any:  # noqa: ANN401 - an lxml element
    """Return the root of one part of a file; entities stay unresolved.

    Raises
    ------
    UnreadableExport
        If the part is missing or broken.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(file.read(part) if part in file.names else b"", parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableExport(
            N_("The file is broken: {name}. Open it in LibreOffice and save it again."),
            name=file.name,
        ) from error


class Styles:
    """The styles of a document, each with those it builds on."""

    def __init__(self, *groups: Any) -> None:  # noqa: ANN401
        self._styles: dict[tuple[str, str], Any] = {}
        for group in groups:
            for style in group.iter(name_of("style:style")):
                key = (style.get(name_of("style:family"), ""), style.get(name_of("style:name"), ""))
                self._styles.setdefault(key, style)

    def names(self, family: str, name: str) -> list[str]:
        """Return the name of a style and of those it builds on."""
        return [style.get(name_of("style:name"), "") for style in self._chain(family, name)]

    def value(self, family: str, name: str, attribute: str) -> str:
        """Return what a style, or the nearest it builds on, says; empty when none says anything."""
        for style in self._chain(family, name):
            for properties in style:
                if found := properties.get(name_of(attribute)):
                    return str(found)
        return ""

    def _chain(self, family: str, name: str) -> Iterator[Any]:
        for _depth in range(_DEEPEST):
            style = self._styles.get((family, name))
            if style is None:
                return
            yield style
            name = style.get(name_of("style:parent-style-name"), "")
