"""Working copies as Word writes them, and files that are none."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tests.importers.word_habits import (
    BY,
    SPACES,
    Body,
    comment,
    deleted,
    inserted,
    parse,
    rewrite,
    run,
)
from tests.review.returned_material import block, send, words
from toolkit.domain import ReturnedChange, SentCopy
from toolkit.errors import ToolkitError
from toolkit.importers import read_review_copy
from toolkit.paragraphs import block_text
from toolkit.review import find_changes

MAIN = "word/document.xml"


@pytest.fixture(scope="module")
def sent_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sent") / "luonnos.docx"
    send(path)
    return path


@pytest.fixture
def body(sent_file: Path) -> Body:
    with zipfile.ZipFile(sent_file) as archive:
        return Body(archive.read(MAIN))


@pytest.fixture
def sent(sent_file: Path) -> SentCopy:
    copy = read_review_copy(sent_file).sent
    assert copy is not None
    return copy


def text(n: int) -> str:
    return block_text(block(n), refs={"n-1": "T1-001"})


def changes_of(
    sent: SentCopy, sent_file: Path, body: Body, folder: Path, **parts: bytes
) -> list[ReturnedChange]:
    added = {f"word/{name}.xml": content for name, content in parts.items()}
    path = rewrite(sent_file, folder / "palautettu.docx", {MAIN: body.bytes(), **added})
    return list(find_changes(sent.lines, read_review_copy(path).paragraphs))


def test_word_s_own_marks_are_no_changes(
    sent: SentCopy, sent_file: Path, body: Body, tmp_path: Path
) -> None:
    first, rest = words(10)[:30], words(10)[30:]
    body.inside("osa/010", f'{run(first)}<w:proofErr w:type="spellStart"/>{run(rest)}')
    changed = f"<w:rPr><w:i/><w:rPrChange {BY}><w:rPr/></w:rPrChange></w:rPr>"
    body.inside("osa/011", run(words(11), changed))
    body.mark("osa/011", f"<w:rPrChange {BY}><w:rPr/></w:rPrChange>")
    body.inside("osa/014", run(words(14).replace(" ", "\N{NO-BREAK SPACE}", 2)))
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> HYPERLINK \\l "_src_1" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("T1-001")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body.inside("osa/015", f"{run(words(15) + ' [')}{field}{run(']')}")
    paragraph = body.paragraph("osa/016")
    control = parse("<w:sdt><w:sdtPr/><w:sdtContent/></w:sdt>")
    paragraph.addprevious(control)
    control[1].append(paragraph)

    assert changes_of(sent, sent_file, body, tmp_path) == []


def test_tracked_changes_are_told_with_their_author(
    sent: SentCopy, sent_file: Path, body: Body, tmp_path: Path
) -> None:
    start, end = words(10).split("hidas010")
    body.inside("osa/010", run(start) + deleted("hidas010") + inserted("nopea") + run(end))
    # Enter at the end of a paragraph: the old mark belongs to the new paragraph.
    body.mark("osa/020", f"<w:ins {BY}/>")
    body.after("osa/020", f"<w:p>{inserted('Uusi kappale.')}</w:p>")
    body.inside("osa/025", deleted(words(25)))
    body.mark("osa/025", f"<w:del {BY}/>")
    moved_from = f'<w:moveFromRangeStart {BY} w:name="siirto"/><w:moveFrom {BY}>'
    body.inside("osa/031", f"{moved_from}{run(words(31))}</w:moveFrom>")
    body.mark("osa/031", f"<w:moveFrom {BY}/>")
    moved_to = f'<w:moveToRangeStart {BY} w:name="siirto"/><w:moveTo {BY}>{run(words(31))}'
    body.after(
        "osa/037",
        f"<w:p><w:pPr><w:rPr><w:moveTo {BY}/></w:rPr></w:pPr>{moved_to}</w:moveTo></w:p>",
    )
    row = next(body.paragraph("osa/taulukko", row="rivi-2").iterancestors("{*}tr"))
    row.find("{*}trPr").append(parse(f"<w:del {BY}/>"))

    changes = changes_of(sent, sent_file, body, tmp_path)

    before = read_review_copy(tmp_path / "palautettu.docx").paragraphs
    assert "".join(one.before for one in before) == "".join(line.text for line in sent.lines)
    told = [(c.block_id or c.follows, c.kind.value, c.before, c.after) for c in changes]
    assert told == [
        ("osa/010", "edited", words(10), words(10).replace("hidas010", "nopea")),
        ("osa/020", "added", "", "Uusi kappale."),
        ("osa/025", "deleted", words(25), ""),
        ("osa/031", "moved", words(31), words(31)),
        ("osa/taulukko", "deleted", "solu-a2 | solu-b2 | solu-c2", ""),
    ]
    assert {change.author for change in changes} == {"Eero Ek"}
    assert {change.at and change.at.isoformat() for change in changes} == {
        "2026-11-20T10:00:00+00:00"
    }


def test_a_bookmark_that_libreoffice_wrote_twice_is_the_same_bookmark(
    sent: SentCopy, sent_file: Path, body: Body, tmp_path: Path
) -> None:
    paragraph = body.paragraph("osa/010")
    mark = next(paragraph.iter("{*}bookmarkStart"))
    name = next(key for key in mark.attrib if key.endswith("}name"))
    body.inside("osa/010", run("Aivan toiset sanat."))
    mark.set(name, f"{mark.get(name)}_Copy_1")

    (change,) = changes_of(sent, sent_file, body, tmp_path)

    assert (change.block_id, change.kind.value) == ("osa/010", "edited")


def test_what_was_typed_untracked_is_told_apart_from_what_was_tracked(
    sent: SentCopy, sent_file: Path, body: Body, tmp_path: Path
) -> None:
    body.inside("osa/010", run(words(10).replace("kertoo", "puhuu")))
    body.inside("osa/011", run(words(11).replace("kertoo", "puhuu")) + inserted(" Lisää."))

    edits = changes_of(sent, sent_file, body, tmp_path)

    assert [change.author for change in edits] == ["", "Eero Ek, ?"]
    assert edits[1].after == f"{words(11).replace('kertoo', 'puhuu')} Lisää."


def test_offers_that_went_out_with_the_file_are_nobody_s_changes(
    sent: SentCopy, sent_file: Path, body: Body, tmp_path: Path
) -> None:
    own = BY.replace("Eero Ek", "Luonnostelija")
    offer = deleted("jonoista.").replace(BY, own) + inserted("bussista.").replace(BY, own)
    body.inside("osa/010", run(words(10).removesuffix("jonoista.")) + offer)
    body.mark("osa/013", f"<w:ins {own}/>")
    body.inside("osa/013", run(words(13)[:40]))
    body.after("osa/013", f"<w:p>{run(words(13)[40:])}</w:p>")
    accepted = words(11).replace("jonoista.", "bussista.")
    body.inside("osa/011", run(accepted))

    (change,) = changes_of(sent, sent_file, body, tmp_path)

    assert (change.block_id, change.after) == ("osa/011", accepted)


def test_comments_answers_and_resolved_ones_come_home(
    sent: SentCopy, sent_file: Path, body: Body, tmp_path: Path
) -> None:
    around = '<w:commentRangeStart w:id="{n}"/>{run}<w:commentRangeEnd w:id="{n}"/>'
    place = '<w:r><w:commentReference w:id="{n}"/></w:r>'
    body.inside(
        "osa/010",
        around.format(n=1, run=run(words(10))) + place.format(n=1),
    )
    body.inside("osa/013", around.format(n=3, run=run(words(13))) + place.format(n=3))
    listed = (
        comment(1, "Eero Ek", "Onko näin?", "AA000001"),
        comment(2, "Aino Ahti", "On.", "AA000002"),
        comment(3, "Eero Ek", "Korjattu jo.", "AA000003"),
        comment(4, "Eero Ek", "Mihin tämä jäi?", "AA000004"),
    )
    comments = f"<w:comments {SPACES}>{''.join(listed)}</w:comments>"
    extended = (
        f'<w15:commentsEx {SPACES}><w15:commentEx w15:paraId="AA000001" w15:done="0"/>'
        '<w15:commentEx w15:paraId="AA000002" w15:paraIdParent="AA000001" w15:done="0"/>'
        '<w15:commentEx w15:paraId="AA000003" w15:done="1"/></w15:commentsEx>'
    )

    changes = changes_of(
        sent, sent_file, body, tmp_path,
        comments=comments.encode(), commentsExtended=extended.encode(),
    )  # fmt: skip

    assert [(c.block_id, c.author, c.comment, c.is_resolved) for c in changes] == [
        ("osa/010", "Eero Ek", "Onko näin?", False),
        ("osa/010", "Aino Ahti", "On.", False),
        ("osa/013", "Eero Ek", "Korjattu jo.", True),
        ("", "Eero Ek", "Mihin tämä jäi?", False),  # its place in the text is gone
    ]


def test_text_in_boxes_headers_and_notes_is_never_dropped(
    sent: SentCopy, sent_file: Path, body: Body, tmp_path: Path
) -> None:
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = f"<w:txbxContent><w:p>{run('Laatikossa.')}</w:p></w:txbxContent>"
    body.inside(
        "osa/010",
        f'{run(words(10))}<mc:AlternateContent xmlns:mc="{mc}"><mc:Choice Requires="wps">{box}'
        f"</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>",
    )
    note = f"<w:footnote><w:p>{run('Alaviite.')}</w:p></w:footnote>"
    notes = f"<w:footnotes {SPACES}>{note}</w:footnotes>"

    changes = changes_of(sent, sent_file, body, tmp_path, footnotes=notes.encode())

    assert [(c.kind.value, c.after) for c in changes] == [
        ("added", "Laatikossa."),
        ("added", "Alaviite."),
    ]


BAD = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'


def packed(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("muistio.txt", b"Moikka", "not a Word document"),
        ("taulukko.docx", packed(x=b"<x/>"), "not a Word document"),
        ("rikki.docx", b"PK\x03\x04roskaa", "broken or cut off"),
        ("salattu.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "encrypted"),
        ("pommi.docx", packed(x=b"0" * 50_000_000), "holds too much"),
        ("kansio.docx", packed(**{"_rels/.rels": BAD}), "definitions that do not belong"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(
    tmp_path: Path, name: str, data: bytes, says: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)

    with pytest.raises(ToolkitError) as caught:
        read_review_copy(path)

    assert says in caught.value.for_reader()
    assert name in caught.value.for_reader()


def test_an_odt_without_libreoffice_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "luonnos.odt"
    path.write_bytes(packed(mimetype=b"application/vnd.oasis.opendocument.text"))
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(ToolkitError, match="Save it as DOCX"):
        read_review_copy(path)


def test_a_record_that_somebody_has_meddled_with_is_no_record(
    sent_file: Path, tmp_path: Path
) -> None:
    odd = b'<osallisuus-kopio>{"id": 1, "lines": [{}]}</osallisuus-kopio>'
    path = rewrite(sent_file, tmp_path / "outo.docx", {"customXml/osallisuus.xml": odd})

    assert read_review_copy(path).sent is None
