"""Working copies that come back from Word or LibreOffice, with everything people did to them."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

from toolkit.codec import from_plain
from toolkit.domain import (
    LinePart,
    ReturnedComment,
    ReturnedCopy,
    ReturnedParagraph,
    SentCopy,
    SentLine,
)
from toolkit.errors import UnreadableExport
from toolkit.i18n import N_
from toolkit.importers.isolated import ask, foreseeing
from toolkit.importers.opened import OpenedFile, open_file
from toolkit.importers.word_changes import NAMESPACE, read_paragraphs, read_time
from toolkit.importers.writer import as_docx

__all__ = ["OWN_AUTHOR", "RECORD", "read_copy", "read_review_copy"]

OWN_AUTHOR = "Luonnostelija"
"""Whose tracked changes went out with the file."""

RECORD = "osallisuus-kopio"
"""The element of the part, and the property, by which a working copy knows itself."""

_W = NAMESPACE
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_ODT = b"application/vnd.oasis.opendocument.text"
_BESIDE = re.compile(r"(header|footer|footnotes|endnotes)\d*\.xml")


def read_review_copy(path: Path) -> ReturnedCopy:
    """Read a working copy as DOCX, or as ODT where LibreOffice is installed.

    Raises
    ------
    UnreadableExport
        If the file is missing, broken, unsafe, encrypted, or neither DOCX nor ODT.
    NothingToRead
        If the file is empty.
    """
    file = open_file(path)
    sha256 = hashlib.sha256(b"" if file.folder is not None else file.data).hexdigest()
    if "mimetype" not in file.names or file.read("mimetype").strip() != _ODT:
        copy = _read_apart(path)
    else:
        with TemporaryDirectory(prefix="osallisuus-") as folder:
            converted = Path(folder, path.name)
            converted.write_bytes(as_docx(path))
            copy = _read_apart(converted)
    return replace(copy, name=file.name, sha256=sha256)


def _read_apart(path: Path) -> ReturnedCopy:
    plain, _numbers = ask("copy", path)
    with foreseeing(path.name):
        return from_plain(ReturnedCopy, plain)


def read_copy(file: OpenedFile) -> ReturnedCopy:
    """Read a working copy as DOCX in this very process; its digest is left empty."""
    _ = file.package  # refused, if at all, before any parser sees it
    main = _main_part(file)
    comments = _comments(file, main.parent)
    paragraphs = read_paragraphs(_xml(file, str(main)), comments=comments, own_author=OWN_AUTHOR)
    return ReturnedCopy(
        name=file.name,
        sha256="",
        paragraphs=(*paragraphs, *_beside(file, main.parent)),
        sent=_record(file),
        sent_id=_sent_id(file),
    )


def _main_part(file: OpenedFile) -> PurePosixPath:
    if "_rels/.rels" in file.names:
        for relation in _xml(file, "_rels/.rels"):
            name = str(relation.get("Target", "")).lstrip("/")
            is_main = str(relation.get("Type", "")).endswith("/officeDocument")
            if is_main and name in file.names and _xml(file, name).tag == f"{_W}document":
                return PurePosixPath(name)
    raise UnreadableExport(
        N_("The file is not a Word document: {name}. Save it as DOCX in Word or LibreOffice."),
        name=file.name,
    )


def _xml(file: OpenedFile, name: str) -> Any:  # noqa: ANN401 - an lxml element
    from lxml import etree

    safe = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(file.read(name), safe)
    except etree.XMLSyntaxError as error:
        raise _broken(file) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _broken(file)  # Office files have none; it could only stand for something else
    return root


def _broken(file: OpenedFile) -> UnreadableExport:
    return UnreadableExport(
        N_("The Word document is broken: {name}. Open it in Word and save it again as .docx."),
        name=file.name,
    )


def _beside(file: OpenedFile, folder: PurePosixPath) -> Iterator[ReturnedParagraph]:
    """Yield what stands in headers, footers and notes; the same words of another header once."""
    seen = set()
    for name in file.names:
        path = PurePosixPath(name)
        if path.parent != folder or not _BESIDE.fullmatch(path.name):
            continue
        for one in read_paragraphs(_xml(file, name), comments={}, own_author=OWN_AUTHOR):
            if (one.before, one.after) not in seen:
                seen.add((one.before, one.after))
                yield one


def _comments(file: OpenedFile, folder: PurePosixPath) -> Mapping[str, tuple[ReturnedComment, ...]]:
    """Return id → comment and answers; an answer stands where the first comment does."""
    name = str(folder / "comments.xml")
    if name not in file.names:
        return {}
    done, parents = _threads(file, folder)
    first: dict[str, str] = {}  # id of the last paragraph of a comment → id of the comment
    threads: dict[str, tuple[ReturnedComment, ...]] = {}
    for element in _xml(file, name).iter(f"{_W}comment"):
        number = str(element.get(f"{_W}id"))
        texts = read_paragraphs(element, comments={}, own_author="")
        ends = [p.get(f"{_W14}paraId", "") for p in element.iter(f"{_W}p")][-1:]
        parent = next((parents[end] for end in ends if end in parents), "")
        first.update(dict.fromkeys(ends, first.get(parent, number)))
        comment = ReturnedComment(
            text="\n".join(filter(None, (one.after.strip() for one in texts))),
            author=str(element.get(f"{_W}author", "")).strip(),
            at=read_time(element),
            is_resolved=not done.isdisjoint((*ends, parent)),
        )
        key = first.get(parent, number)
        threads[key] = (*threads.get(key, ()), comment)
    return threads


def _threads(file: OpenedFile, folder: PurePosixPath) -> tuple[set[str], dict[str, str]]:
    """Return the resolved comments and answer → what it answers, as ids of paragraphs."""
    name = str(folder / "commentsExtended.xml")
    found = list(_xml(file, name)) if name in file.names else []
    rows = [(e.get(f"{_W15}paraId", ""), e) for e in found]
    done = {key for key, e in rows if e.get(f"{_W15}done") in {"1", "true"}}
    return done, {key: p for key, e in rows if (p := e.get(f"{_W15}paraIdParent"))}


def _record(file: OpenedFile) -> SentCopy | None:
    for name in file.names:
        if name.startswith("customXml/") and name.endswith(".xml"):
            root = _xml(file, name)
            if root.tag == RECORD:
                return _sent(root.text or "")
    return None


def _sent(text: str) -> SentCopy | None:
    """Read the record; None when somebody has meddled with it."""
    try:
        plain = json.loads(text)
        lines = tuple(
            SentLine(
                block_id=str(line["block_id"]),
                part=LinePart(line["part"]),
                text=str(line["text"]),
                bookmark=str(line["bookmark"]),
                comments=tuple((str(author), str(text)) for author, text in line["comments"]),
            )
            for line in plain["lines"]
        )
        return SentCopy(
            id=str(plain["id"]), workshop=str(plain["workshop"]), type=str(plain["type"]),
            language=str(plain.get("language", "")),
            lines=lines,
        )  # fmt: skip
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def _sent_id(file: OpenedFile) -> str:
    name = "docProps/custom.xml"
    properties = _xml(file, name) if name in file.names else ()
    return next(("".join(p.itertext()) for p in properties if p.get("name") == RECORD), "")
