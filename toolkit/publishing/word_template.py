"""The organisation's own Word template: its styles, header and paper under our text."""

from __future__ import annotations

import os
import zipfile
import zlib
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart

from toolkit.errors import Unpublishable
from toolkit.i18n import N_

TEMPLATE = "OSALLISUUS_TEMPLATE"

_TYPES = "[Content_Types].xml"
_OF_TEMPLATE = b"wordprocessingml.template.main+xml"
_OF_DOCUMENT = b"wordprocessingml.document.main+xml"
_MOST_BYTES = 200_000_000  # unpacked


def open_template() -> tuple[WordDocument, bool]:
    """Open an empty Word document, and tell whether it is the organisation's own.

    The environment variable ``OSALLISUUS_TEMPLATE`` names the template, a .docx or .dotx file. What
    stands in it as text is left out; its header, footer, paper and styles stay.

    Raises
    ------
    Unpublishable
        If the template is not there, is no Word file, or holds macros.
    """
    import docx

    named = os.environ.get(TEMPLATE, "").strip()
    if not named:
        return docx.Document(), False
    path = Path(named)
    packed = _as_document(path)
    try:
        word = docx.Document(BytesIO(packed))
    # Parts are missing, point at nothing or are no XML.
    except (KeyError, ValueError, SyntaxError) as problem:
        raise _no_word_file(path) from problem
    _leave_out_text(word)
    return word, True


def copy_missing_styles(word: WordDocument, dressed: WordDocument, names: tuple[str, ...]) -> None:
    """Copy the styles that a template does not have from a document that has them all."""
    for name in names:
        if name in word.styles:
            continue
        style = deepcopy(dressed.styles[name].element)
        for tag in ("w:basedOn", "w:next", "w:link"):
            for reference in style.findall(qn(tag)):
                _point_again(reference, word, dressed)
        for fonts in list(style.iter(qn("w:rFonts"))):
            fonts.getparent().remove(fonts)  # the template's own font
        for number in style.iter(qn("w:numId")):
            number.set(qn("w:val"), _copy_numbering(word, dressed, number.get(qn("w:val"))))
        word.styles.element.append(style)


def _as_document(path: Path) -> bytes:
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MOST_BYTES:
                raise _no_word_file(path)
            parts = [(entry, archive.read(entry)) for entry in archive.infolist()]
    # RuntimeError: it has a password, or is packed in a way that is not known.
    except (OSError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error) as problem:
        raise _no_word_file(path) from problem
    types = next((data for entry, data in parts if entry.filename == _TYPES), b"")
    names = [entry.filename.lower() for entry, _data in parts]
    if b"macroEnabled" in types or any(name.endswith("vbaproject.bin") for name in names):
        msg = N_("The template holds macros: {name}. Save it as .docx and use that file.")
        raise Unpublishable(msg, name=str(path))
    if _OF_TEMPLATE not in types and _OF_DOCUMENT not in types:
        raise _no_word_file(path)
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for entry, data in parts:
            is_types = entry.filename == _TYPES
            archive.writestr(entry, data.replace(_OF_TEMPLATE, _OF_DOCUMENT) if is_types else data)
    return file.getvalue()


def _no_word_file(path: Path) -> Unpublishable:
    msg = N_(
        "The template is not there or is no Word file: {name}. Correct the setting {setting}, or "
        "leave it empty."
    )
    return Unpublishable(msg, name=str(path), setting=TEMPLATE)


def _leave_out_text(word: WordDocument) -> None:
    body = word.element.body
    # The first section is the one whose header holds the logo; later ones often only inherit it.
    first = next(iter(body.iter(qn("w:sectPr"))), None)
    kept = deepcopy(first) if first is not None else None
    for child in list(body):
        body.remove(child)
    if kept is not None:
        body.append(kept)


def _point_again(reference: Any, word: WordDocument, dressed: WordDocument) -> None:  # noqa: ANN401
    # Ids are translated in localised templates, names are not: Otsikko1 is called "heading 1".
    wanted = reference.get(qn("w:val"))
    name = next((s.name for s in dressed.styles if s.style_id == wanted), None)
    if name is not None and name in word.styles:
        reference.set(qn("w:val"), word.styles[name].style_id)
    else:
        reference.getparent().remove(reference)


def _copy_numbering(word: WordDocument, dressed: WordDocument, number_id: str) -> str:
    """Copy a list numbering and return its number in ``word``."""
    source = dressed.part.numbering_part.element
    number = source.find(f"w:num[@w:numId='{number_id}']", source.nsmap)
    abstract_id = number.find(qn("w:abstractNumId")).get(qn("w:val"))
    abstract = deepcopy(
        source.find(f"w:abstractNum[@w:abstractNumId='{abstract_id}']", source.nsmap)
    )
    target = _numbering(word, dressed)
    free = str(1 + max(map(int, target.xpath("w:abstractNum/@w:abstractNumId")), default=0))
    abstract.set(qn("w:abstractNumId"), free)
    for linked in abstract.findall(qn("w:lvl")):
        for style in linked.findall(qn("w:pStyle")):
            linked.remove(style)
    target.insert(len(target.findall(qn("w:abstractNum"))), abstract)
    return str(target.add_num(int(free)).numId)


def _numbering(word: WordDocument, dressed: WordDocument) -> Any:  # noqa: ANN401 - lxml element
    if RELATIONSHIP_TYPE.NUMBERING not in {rel.reltype for rel in word.part.rels.values()}:
        blob = dressed.part.numbering_part.blob
        name = PackURI("/word/numbering.xml")
        made = NumberingPart.load(name, CONTENT_TYPE.WML_NUMBERING, blob, word.part.package)
        for child in list(made.element):
            made.element.remove(child)
        word.part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
    return word.part.numbering_part.element
