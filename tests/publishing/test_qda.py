"""A project for other programs: the shape they ask for, and every position where they count it.

The shape and the order of elements are those of the REFI-QDA standard 1.5; programs read a text
file as UTF-8 and take passages of it by code points.
"""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.publishing.data_material import MADE, NOTES, make_data
from toolkit.publishing import DataSet, render_qdpx

NS = "{urn:QDA-XML:project:1.0}"
TEXT_SOURCE = ("Description", "PlainTextContent", "PlainTextSelection", "Coding", "NoteRef")
# Element → its children in the order they must have, and the attributes it must have.
SHAPE: dict[str, tuple[tuple[str, ...], set[str]]] = {
    "Project": (
        ("Users", "CodeBook", "Sources", "Notes", "Sets", "Description", "NoteRef"),
        {"name"},
    ),
    "Users": (("User",), set()),
    "User": ((), {"guid"}),
    "CodeBook": (("Codes",), set()),
    "Codes": (("Code",), set()),
    "Code": (("Description", "Code"), {"guid", "name", "isCodable"}),
    "Sources": (("TextSource",), set()),
    "TextSource": (TEXT_SOURCE, {"guid", "creationDateTime", "plainTextPath"}),
    "Notes": (("Note",), set()),
    "Note": (TEXT_SOURCE, {"guid", "creationDateTime", "plainTextPath"}),
    "PlainTextSelection": (
        ("Description", "Coding"),
        {"guid", "startPosition", "endPosition", "creationDateTime"},
    ),
    "Coding": (("CodeRef",), {"guid"}),
    "CodeRef": ((), {"targetGUID"}),
    "NoteRef": ((), {"targetGUID"}),
    "Sets": (("Set",), set()),
    "Set": (("MemberCode",), {"guid", "name"}),
    "MemberCode": ((), {"targetGUID"}),
    "Description": ((), set()),
}
GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def render(data: DataSet) -> bytes:
    return render_qdpx(
        data, key="ilta", name='Nuorten "ilta"', about="Kerrottua", made_at=MADE, changed_at=MADE
    )


def read(packed: bytes) -> tuple[ET.Element, dict[str, str]]:
    """Read a project as programs do, its texts by the paths that it calls them by."""
    with zipfile.ZipFile(io.BytesIO(packed)) as project:
        root = ET.fromstring(project.read("project.qde"))
        texts = {}
        for name in project.namelist():
            if name.startswith("sources/"):
                file = io.TextIOWrapper(io.BytesIO(project.read(name)), encoding="utf-8")
                texts[f"internal://{name.removeprefix('sources/')}"] = file.read()
    return root, texts


def passages(root: ET.Element, texts: dict[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for source in root.iter(f"{NS}TextSource"):
        text = texts[source.attrib["plainTextPath"]]
        for one in source.iter(f"{NS}PlainTextSelection"):
            assert one.attrib["name"] not in found
            start, end = int(one.attrib["startPosition"]), int(one.attrib["endPosition"])
            found[one.attrib["name"]] = text[start:end]
    return found


def test_the_project_has_the_shape_of_the_standard() -> None:
    root, texts = read(render(make_data()))

    for element in root.iter():
        order, required = SHAPE[element.tag.removeprefix(NS)]
        places = [order.index(child.tag.removeprefix(NS)) for child in element]
        assert places == sorted(places), element.tag
        assert required <= set(element.keys()), element.tag
    assert {e.attrib["plainTextPath"] for e in root.iter() if "plainTextPath" in e.attrib} == set(
        texts
    )


def test_names_are_unique_and_every_reference_leads_somewhere() -> None:
    root, _texts = read(render(make_data()))

    guids = [element.attrib["guid"] for element in root.iter() if "guid" in element.attrib]
    users = {"creatingUser", "creatingUserGUID", "targetGUID"}
    used = {value for e in root.iter() for key, value in e.attrib.items() if key in users}
    assert len(set(guids)) == len(guids)
    assert all(GUID.fullmatch(guid) for guid in guids)
    assert used <= set(guids)
    names = [code.attrib["name"].casefold() for code in root.iter(f"{NS}Code")]
    assert len(set(names)) == len(names)
    colours = [code.attrib["color"] for code in root.iter(f"{NS}Code") if "color" in code.attrib]
    assert all(re.fullmatch("#[0-9A-F]{6}", colour) for colour in colours)
    titles = [source.attrib["name"] for source in root.iter(f"{NS}TextSource")]
    assert len(set(titles)) == len(titles)
    assert not any("/" in title for title in titles)


def test_every_note_is_one_passage_with_its_codes() -> None:
    root, texts = read(render(make_data()))

    found = passages(root, texts)
    assert [found[note.ref] for note in NOTES] == [
        "=1+1 bussivuoroa lisää",
        "Soita [henkilötieto poistettu] illalla!",
        "Nuotio 🔥 ja 🧑‍🚒 kuuluvat leirille 𝄞",
        "</PlainTextSelection> & <b>lihava</b>",
        "Rivi\nvaihtuu\nkahdesti",
        "Jono on pitkä.",
        "Sivuun jätetty",
        "Uusi, vielä ryhmittelemätön",
    ]
    names = {code.attrib["guid"]: code.attrib["name"] for code in root.iter(f"{NS}Code")}
    codes = {
        one.attrib["name"]: [names[ref.attrib["targetGUID"]] for ref in one.iter(f"{NS}CodeRef")]
        for one in root.iter(f"{NS}PlainTextSelection")
    }
    assert codes["T1-001"] == ["=Kyydit", "ehdotus"]
    assert codes["T1-006"] == ["huoli", "huoli (2)"]
    assert codes["T1-007"] == ["jätetty sivuun"]
    assert codes["T1-008"] == ["ei vielä ryhmitelty"]
    assert codes["P1-v2"] == ["jätetty pois moderoinnissa"]


def test_the_coder_tells_whether_people_decided() -> None:
    root, _texts = read(render(make_data()))

    users = {user.attrib["guid"]: user.attrib["name"] for user in root.iter(f"{NS}User")}
    coders = {
        one.attrib["name"]: [users[c.attrib["creatingUser"]] for c in one.iter(f"{NS}Coding")]
        for one in root.iter(f"{NS}PlainTextSelection")
    }
    assert coders["T1-001"] == ["ihminen", "kone"]
    assert coders["T1-006"] == ["kone", "ihminen"]


@given(st.lists(st.text(min_size=1).filter(str.strip), min_size=len(NOTES), max_size=len(NOTES)))
def test_positions_hold_for_any_text(texts: list[str]) -> None:
    data = make_data(texts=tuple(texts))

    found = passages(*read(render(data)))

    for entry in data.notes:
        lines = entry.text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "")
        words = "".join(sign for sign in lines if sign in "\t\n" or ord(sign) >= 32)
        assert found[entry.ref] == (re.sub("[\ufffe\uffff]", "", words) or "…")


@pytest.mark.parametrize("is_draft", [True, False])
def test_the_same_material_gives_the_same_bytes(is_draft: bool) -> None:
    assert render(make_data(is_draft=is_draft)) == render(make_data(is_draft=is_draft))
