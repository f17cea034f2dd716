"""A workshop as a REFI-QDA project: what programs for qualitative analysis exchange."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import cycle
from uuid import UUID, uuid5
from xml.etree import ElementTree as ET

from toolkit.domain import Source, Theme
from toolkit.i18n import _
from toolkit.publishing.data_tables import standing_word
from toolkit.publishing.dataset import DataSet, Entry, Standing
from toolkit.publishing.page import printable
from toolkit.publishing.zipped import pack_files

# The namespace and the order of elements are those of the REFI-QDA standard, version 1.5.
_NAMESPACE = "urn:QDA-XML:project:1.0"
_OWN = UUID("5f0d3f6e-6c0b-5d0c-9a57-2c2a3d1f8e41")
_COLOURS = (
    "#00508F", "#C8571B", "#2E7D32", "#8E24AA", "#B8860B", "#00838F",
    "#AD1457", "#5D4037", "#455A64", "#6A7B00", "#1565C0", "#D81B60",
)  # fmt: skip
_PEOPLE, _MACHINE = "people", "machine"


def render_qdpx(
    data: DataSet,
    *,
    key: str,
    name: str,
    about: str,
    made_at: dt.datetime,
    changed_at: dt.datetime,
) -> bytes:
    """Return a project: one text for each export, every note a coded passage of it.

    Themes are codes, and so are kinds of notes; a note that is not in use has a code that says so.
    Passages are counted in Unicode code points, the end not included.

    Parameters
    ----------
    key, name
        Id and title of the workshop.
    about
        What is told of it: a note of the project.
    made_at, changed_at
        When the workshop was made and last changed.
    """
    project = _Project(data, key=key, made_at=_time(made_at), changed_at=_time(changed_at))
    return pack_files(project.files(name, about))


class _Project:
    """Writes one project: its description and the texts beside it."""

    def __init__(self, data: DataSet, *, key: str, made_at: str, changed_at: str) -> None:
        self.data = data
        self.key = key
        self.made_at, self.changed_at = made_at, changed_at
        self.texts: dict[str, bytes] = {}

    def files(self, name: str, about: str) -> dict[str, bytes]:
        """Return the files of the project by their names."""
        root = ET.Element(
            "Project",
            xmlns=_NAMESPACE,
            name=printable(name),
            origin="osallisuus-toolkit",
            creatingUserGUID=self.guid("user", _PEOPLE),
            creationDateTime=self.made_at,
            modifiedDateTime=self.changed_at,
        )
        users = ET.SubElement(root, "Users")
        for key, word in ((_PEOPLE, _("people")), (_MACHINE, _("machine"))):
            ET.SubElement(users, "User", guid=self.guid("user", key), name=word)
        codes = ET.SubElement(ET.SubElement(root, "CodeBook"), "Codes")
        self.add_codes(codes)
        sources = ET.SubElement(root, "Sources")
        for source, entries in self.by_source():
            self.add_source(sources, source, entries)
        note = self.add_text(ET.SubElement(root, "Notes"), "Note", "about", name, about)
        self.add_sets(root)
        _add_text(root, "Description", about)
        ET.SubElement(root, "NoteRef", targetGUID=note.attrib["guid"])
        ET.indent(root)
        head = b'<?xml version="1.0" encoding="utf-8"?>\n'
        return {**self.texts, "project.qde": head + ET.tostring(root, encoding="utf-8")}

    def guid(self, *what: str) -> str:
        """Name something by what it is: the same in every export of the workshop."""
        return str(uuid5(_OWN, "\n".join((self.key, *what))))

    def add_codes(self, codes: ET.Element) -> None:
        # Some programs know codes by their names alone, so no name comes twice.
        colours, taken = cycle(_COLOURS), set[str]()
        groups: list[tuple[str, str, list[tuple[str, str, str]]]] = [
            (
                "themes",
                _("Themes"),
                [(f"theme:{t.id}", t.label, _describe(t)) for t in self.data.themes],
            ),
            ("kinds", _("Kinds of notes"), [(f"kind:{kind}", kind, "") for kind in self.kinds()]),
            (
                "standings",
                _("Not in use"),
                [(f"standing:{one}", standing_word(one), "") for one in self.standings()],
            ),
        ]
        for folder_key, title, members in groups:
            if not members:
                continue
            folder = ET.SubElement(
                codes,
                "Code",
                guid=self.guid("folder", folder_key),
                name=_unique(title, taken),
                isCodable="false",
            )
            for key, label, description in members:
                code = ET.SubElement(
                    folder,
                    "Code",
                    guid=self.guid("code", key),
                    name=_unique(printable(label), taken),
                    isCodable="true",
                    color=next(colours),
                )
                if description:
                    _add_text(code, "Description", description)

    def kinds(self) -> list[str]:
        return sorted({note.kind for note in self.data.notes if note.kind})

    def standings(self) -> list[Standing]:
        used = {entry.standing for entry in self.data.entries}
        return [one for one in Standing if one in used and one is not Standing.IN_USE]

    def by_source(self) -> Iterator[tuple[Source, list[Entry]]]:
        """Yield every export that has something, with all that came first in it."""
        for source in self.data.sources:
            entries = [entry for entry in self.data.entries if entry.source_id == source.id]
            if entries:
                yield source, entries

    def add_source(self, parent: ET.Element, source: Source, entries: Sequence[Entry]) -> None:
        title = f"{source.board} {source.name} {source.id[:4]}".strip()
        text, spans = _one_text(entries)
        made = self.add_text(parent, "TextSource", source.id, title, text)
        made.set("creationDateTime", _time(source.imported_at))
        for entry, (start, end) in zip(entries, spans, strict=True):
            passage = ET.SubElement(
                made,
                "PlainTextSelection",
                guid=self.guid("passage", entry.id),
                name=printable(entry.ref),
                startPosition=str(start),
                endPosition=str(end),
                creatingUser=self.guid("user", _MACHINE),
                creationDateTime=_time(source.imported_at),
            )
            told = " · ".join(part for part in (entry.prompt, entry.group) if part)
            if told:
                _add_text(passage, "Description", told)
            for key, by_people in _codes_of(entry):
                coding = ET.SubElement(
                    passage,
                    "Coding",
                    guid=self.guid("coding", entry.id, key),
                    creatingUser=self.guid("user", _PEOPLE if by_people else _MACHINE),
                    creationDateTime=self.changed_at,
                )
                ET.SubElement(coding, "CodeRef", targetGUID=self.guid("code", key))

    def add_text(self, parent: ET.Element, tag: str, key: str, title: str, text: str) -> ET.Element:
        guid = self.guid(tag, key)
        self.texts[f"sources/{guid}.txt"] = _plain(text).encode("utf-8")
        return ET.SubElement(
            parent,
            tag,
            guid=guid,
            # Programs make a file name of it.
            name=printable(title).replace("/", "-").replace("\\", "-"),
            plainTextPath=f"internal://{guid}.txt",
            creatingUser=self.guid("user", _PEOPLE),
            creationDateTime=self.made_at,
        )

    def add_sets(self, root: ET.Element) -> None:
        themes = self.data.themes
        sets = (
            (_PEOPLE, _("Themes named by people"), [t for t in themes if t.named_by]),
            (_MACHINE, _("Themes named by the machine"), [t for t in themes if not t.named_by]),
        )
        parent = ET.SubElement(root, "Sets") if themes else root
        for key, title, members in sets:
            if members:
                made = ET.SubElement(parent, "Set", guid=self.guid("set", key), name=title)
                for theme in members:
                    guid = self.guid("code", f"theme:{theme.id}")
                    ET.SubElement(made, "MemberCode", targetGUID=guid)


def _codes_of(entry: Entry) -> Iterator[tuple[str, bool]]:
    """Yield the codes of a note, and whether people gave them; at least one."""
    if entry.theme_id:
        yield f"theme:{entry.theme_id}", entry.placed
    if entry.kind:
        yield f"kind:{entry.kind}", entry.kind_decided
    if entry.standing is not Standing.IN_USE:
        yield f"standing:{entry.standing}", entry.standing is not Standing.UNGROUPED


def _one_text(entries: Iterable[Entry]) -> tuple[str, list[tuple[int, int]]]:
    """Put notes one after another, each after its label; return where the words of each stand."""
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    place = 0
    for entry in entries:
        label, words = f"{_plain(entry.ref)}: ", _plain(entry.text) or "…"
        start = place + len(label)
        spans.append((start, start + len(words)))
        parts.append(f"{label}{words}\n\n")
        place += len(parts[-1])
    return "".join(parts), spans


def _plain(text: str) -> str:
    # Readers of text files make one sign of every way to end a line, and lose a byte order mark.
    return printable(text).replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "")


def _describe(theme: Theme) -> str:
    parts = (
        theme.description,
        theme.includes and _("Belongs here: {words}").format(words=theme.includes),
        theme.near_misses and _("Does not belong here: {words}").format(words=theme.near_misses),
        theme.keywords and _("Keywords: {words}").format(words=", ".join(theme.keywords)),
        "" if theme.named_by else _("The machine has suggested the name."),
    )
    return "\n".join(part for part in parts if part)


def _unique(name: str, taken: set[str]) -> str:
    number, made = 1, name
    while made.casefold() in taken:
        number += 1
        made = f"{name} ({number})"
    taken.add(made.casefold())
    return made


def _add_text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = _plain(text)


def _time(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
