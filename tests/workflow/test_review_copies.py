"""Working copies that come back: kept, and never applied by themselves."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from tests.importers.word_habits import Body, parse, rewrite, run
from tests.review.returned_material import block, make_draft, words
from tests.workflow.returned import (
    TYPE,
    Bring,
    compose,
    reword,
    take,
    texts,
    without_record,
)
from toolkit import store, workflow
from toolkit.domain import EventKind, Workshop
from toolkit.errors import BadName, Conflict, NoSuchThing, TooEarly
from toolkit.i18n import set_language
from toolkit.workflow import OpenChange, import_review_copy, load_changes, settle_changes


def test_nothing_is_applied_before_a_person_takes_it(drafted: Workshop, bring: Bring) -> None:
    before = texts(drafted)
    brought = bring(reword(10))

    assert (brought.type, brought.n_new, brought.is_older) == (TYPE, 1, False)
    assert texts(drafted) == before

    take(drafted)

    assert texts(drafted) == {**before, "osa/010": f"{words(10)} Lisätty."}
    assert load_changes(drafted) == ()
    (made,) = workflow.load_reviews(drafted, type=TYPE)
    assert made.author == "Aino"


def test_the_same_file_twice_adds_nothing_and_what_was_left_stays_left(
    drafted: Workshop, bring: Bring
) -> None:
    bring(reword(10))
    settle_changes(drafted, [1], take=False, actor="Aino")

    again = bring(reword(10))

    assert (len(again.changes), again.n_new) == (1, 0)
    assert load_changes(drafted) == ()
    assert texts(drafted)["osa/010"] == words(10)
    with pytest.raises(Conflict):
        settle_changes(drafted, [1], take=True, actor="Aino")
    store.undo_last(drafted, actor="Aino")
    assert [one.number for one in load_changes(drafted)] == [1]


def test_an_older_copy_says_so_and_never_overwrites_newer_words(
    drafted: Workshop, bring: Bring
) -> None:
    def meanwhile() -> None:
        payload = {"type": TYPE, "block_id": "osa/010", "text": "Aivan uutta."}
        workflow.decide(drafted, EventKind.PARAGRAPH_EDITED, payload, actor="Aino")

    def edit(body: Body) -> None:
        reword(10)(body)
        reword(11)(body)

    brought = bring(edit, meanwhile=meanwhile)

    def marks(found: tuple[OpenChange, ...]) -> list[tuple[str, bool]]:
        return [(one.change.block_id, one.is_stale) for one in found]

    assert brought.is_older
    assert marks(load_changes(drafted)) == [("osa/010", True), ("osa/011", False)]
    with pytest.raises(Conflict):
        take(drafted, 1)
    take(drafted, 2)
    assert texts(drafted)["osa/010"] == "Aivan uutta."
    assert texts(drafted)["osa/011"] == f"{words(11)} Lisätty."


def test_a_file_of_another_workshop_or_document_is_refused(
    drafted: Workshop, bring: Bring, tmp_path: Path
) -> None:
    bring(reword(10))
    path = tmp_path / "tuotu.docx"
    other = store.create_workshop(tmp_path / "toinen", title="Toinen")

    with pytest.raises(BadName, match="another workshop"):
        import_review_copy(other, path, actor="Aino")
    with pytest.raises(BadName, match="another document"):
        import_review_copy(drafted, path, type="tyopajan-yhteenveto", actor="Aino")
    with pytest.raises(TooEarly):
        import_review_copy(other, without_record(path), actor="Aino")


def test_a_file_that_has_forgotten_what_it_was_is_known_by_its_words(
    drafted: Workshop, bring: Bring, tmp_path: Path
) -> None:
    bring(reword(10))

    again = import_review_copy(drafted, without_record(tmp_path / "tuotu.docx"), actor="Aino")

    assert (again.type, [change.block_id for change in again.changes]) == (TYPE, ["osa/010"])
    plain = tmp_path / "muistio.docx"
    body = parse(
        f"<w:document><w:body><w:p>{run('Jotain aivan muuta.')}</w:p></w:body></w:document>"
    )
    changed = Body(b"<x/>")
    changed.root = body
    rewrite(without_record(tmp_path / "tuotu.docx"), plain, {"word/document.xml": changed.bytes()})
    with pytest.raises(BadName, match="no working copy"):
        import_review_copy(drafted, plain, actor="Aino")


def test_the_log_tells_of_it_in_words(drafted: Workshop, bring: Bring) -> None:
    bring(reword(10))
    take(drafted)
    set_language("en")

    told = [
        line for line in map(store.summarise, store.load_events(drafted)) if "orking copy" in line
    ]

    change = workflow.load_state(drafted).returned[TYPE][0]
    assert told == [
        "Working copy came back: tuotu.docx, changes and comments: 1",
        f"Change of a working copy taken: {change.id}",
    ]


def test_what_the_tool_offers_in_a_renewed_draft_is_nobody_s_change(
    drafted: Workshop, tmp_path: Path
) -> None:
    changed = texts(drafted)["osa/taulukko"].replace("solu-b2", "viisi")
    for block_id, text in (("osa/010", "Omat sanat jonoista."), ("osa/taulukko", changed)):
        payload = {"type": TYPE, "block_id": block_id, "text": text}
        workflow.decide(drafted, EventKind.PARAGRAPH_EDITED, payload, actor="Aino")
    draft = make_draft()
    (table,) = (one for one in draft.blocks if one.has_rows)
    new = replace(table.rows[3], id="rivi-9", cells=table.rows[2].cells[::-1])
    renewed = {
        "osa/010": replace(block(11), id="osa/010"),
        "osa/taulukko": replace(table, rows=(*table.rows[:2], new)),
    }
    blocks = tuple(renewed.get(one.id, one) for one in draft.blocks)
    compose(drafted, replace(draft, blocks=blocks))
    path = tmp_path / "tarjous.docx"
    workflow.publish_document(
        drafted, type=TYPE, format="docx", working_copy=True, path=path, actor="Aino"
    )
    with zipfile.ZipFile(path) as archive:
        document = archive.read("word/document.xml").decode()

    brought = import_review_copy(drafted, path, actor="Aino")

    assert document.count('w:author="Luonnostelija"') > 3
    assert brought.changes == ()
    assert not brought.is_older

    body = Body(document.encode())
    body.inside("osa/010", run("Lukijan sanat jonoista."))
    rewrite(path, tmp_path / "tuotu.docx", {"word/document.xml": body.bytes()})
    import_review_copy(drafted, tmp_path / "tuotu.docx", actor="Aino")
    (only,) = load_changes(drafted)
    assert (only.change.before, only.is_stale) == ("Omat sanat jonoista.", False)
    take(drafted, only.number)
    assert texts(drafted)["osa/010"] == "Lukijan sanat jonoista."


def test_a_copy_of_one_language_changes_the_draft_of_that_language(
    drafted: Workshop, tmp_path: Path
) -> None:
    swedish = replace(make_draft(), language="sv", title="Svar")
    compose(drafted, swedish)
    path = tmp_path / "utkast.docx"
    workflow.publish_document(
        drafted, type=TYPE, language="sv", format="docx", working_copy=True, path=path, actor="Aino"
    )
    compose(drafted, make_draft())
    with zipfile.ZipFile(path) as archive:
        body = Body(archive.read("word/document.xml"))
    body.inside("osa/010", run("Ordet på svenska."))
    rewrite(path, tmp_path / "tillbaka.docx", {"word/document.xml": body.bytes()})

    import_review_copy(drafted, tmp_path / "tillbaka.docx", actor="Aino")
    take(drafted)

    assert texts(drafted)["osa/010"] == words(10)
    assert texts(drafted, language="sv")["osa/010"] == "Ordet på svenska."


@pytest.mark.models
def test_the_report_at_the_end_comes_back_as_it_went(walked_copy: Workshop) -> None:
    import docx

    path = workflow.publish_document(
        walked_copy,
        type="julkilausuma",
        format="docx",
        working_copy=True,
        measure=True,
        actor="Aino",
    )
    word = docx.Document(str(path))
    last = next(p for p in word.paragraphs if p.text.startswith("Osallistujat valikoituivat"))
    last.add_run(" Näin sovittiin.")
    cell = word.tables[-1].rows[-1].cells[-1].paragraphs[0]
    cell.add_run(" huom")
    word.save(str(path))

    brought = import_review_copy(walked_copy, path, actor="Kaisa")

    assert [change.after.split()[-1] for change in brought.changes] == ["sovittiin.", "huom"]
    with pytest.raises(NoSuchThing):  # the report is the tool's own
        settle_changes(walked_copy, [2], take=True, actor="Aino")
