"""A Word file that remembers what it said when it went out."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

from toolkit.publishing.files import write_whole
from toolkit.publishing.zipped import pack_again

__all__ = ["remember"]

_PART = "customXml/osallisuus.xml"
_PROPERTIES = "docProps/custom.xml"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CUSTOM = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}"
_VALUES = "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}"
_XML = "application/xml"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def remember(path: Path, *, name: str, record: str, record_id: str) -> None:
    """Put ``record`` into a Word file as a part of its own, and its id as a property.

    Word and LibreOffice keep the part in a DOCX. An ODT keeps only the property.

    Parameters
    ----------
    name
        Of the element that holds the record, and of the property.
    """
    from lxml import etree

    with zipfile.ZipFile(path) as archive:
        parts = {info: archive.read(info) for info in archive.infolist()}
    names = {info.filename: info for info in parts}
    element = etree.Element(name)
    element.text = record
    new = {_PART: _text(element)}

    def changed(part: str) -> Any:  # noqa: ANN401 - an lxml element
        return etree.fromstring(parts[names[part]])

    types = changed("[Content_Types].xml")
    _add(types, f"{_TYPES}Override", PartName=f"/{_PART}", ContentType=_XML)
    relations = changed("word/_rels/document.xml.rels")
    _relate(relations, f"../{_PART}", kind="customXml")
    replaced = {"word/_rels/document.xml.rels": relations, "[Content_Types].xml": types}
    if _PROPERTIES in names:
        properties = changed(_PROPERTIES)
        replaced[_PROPERTIES] = properties
    else:
        properties = etree.Element(f"{_CUSTOM}Properties")
        _add(types, f"{_TYPES}Override", PartName=f"/{_PROPERTIES}", ContentType=_CUSTOM_TYPE)
        replaced["_rels/.rels"] = changed("_rels/.rels")
        _relate(replaced["_rels/.rels"], _PROPERTIES, kind="custom-properties")
    number = max((int(one.get("pid", "1")) for one in properties), default=1) + 1
    own = _add(properties, f"{_CUSTOM}property", fmtid=_USER_DEFINED, pid=str(number), name=name)
    etree.SubElement(own, f"{_VALUES}lpwstr", nsmap={"vt": _VALUES[1:-1]}).text = record_id
    if _PROPERTIES not in names:
        new[_PROPERTIES] = _text(properties)

    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for info, content in parts.items():
            part = replaced.get(info.filename)
            archive.writestr(info, content if part is None else _text(part))
        for part_name, content in new.items():
            archive.writestr(part_name, content)
    write_whole(path, pack_again(file.getvalue()))


def _relate(relations: Any, target: str, *, kind: str) -> None:  # noqa: ANN401
    own = {"Id": "osallisuus", "Type": f"{_KINDS}/{kind}", "Target": target}
    _add(relations, f"{_RELATIONS}Relationship", **own)


def _add(parent: Any, tag: str, **attributes: str) -> Any:  # noqa: ANN401
    from lxml import etree

    return etree.SubElement(parent, tag, attributes)


def _text(element: Any) -> bytes:  # noqa: ANN401
    from lxml import etree

    text: bytes = etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)
    return text
