"""One walk through everything, on the example, with the real models."""

from __future__ import annotations

import csv
import re
from itertools import product
from pathlib import Path

import pytest

from toolkit import drafting, store, workflow
from toolkit.domain import CiteRun, EventKind, QuoteRun, TextRun, Workshop
from toolkit.encoders import load_encoder
from toolkit.errors import UnreviewedDraft
from toolkit.review import waiting

pytestmark = pytest.mark.models


def test_every_row_of_every_file_is_accounted_for(walked: workflow.Demo) -> None:
    read = {receipt.name: receipt for receipt in walked.receipts}

    assert (read["padlet-nuorten-palvelut.csv"].notes, read["poytakeskustelut.docx"].notes) == (
        78,
        37,
    )
    assert (read["polis"].statements, read["polis"].votes) == (42, 2931)
    for receipt in walked.receipts:
        used = receipt.notes + receipt.statements + receipt.merged + receipt.set_aside
        assert receipt.rows == used + len(receipt.skipped)


def test_every_note_is_in_exactly_one_theme(walked: workflow.Demo) -> None:
    present = workflow.load_present(walked.workshop)
    themed = [note_id for theme in present.themes for note_id in theme.note_ids]

    assert sorted(themed) == sorted(note.id for note in present.notes)


def test_every_citation_leads_back_to_words_in_the_file(walked: workflow.Demo) -> None:
    workshop = walked.workshop
    state = workflow.load_state(workshop)
    files = {source.id: Path(workshop.folder) / source.file for source in state.sources}
    notes = {note.id: note for note in workflow.load_notes(workshop)}
    padlet = next(path for path in files.values() if path.suffix == ".csv")
    with padlet.open(encoding="utf-8-sig") as file:
        posts = " ".join(f"{row['Subject']} {row['Body']}" for row in csv.DictReader(file))
    plain = " ".join(re.sub(r"<[^>]+>", " ", posts).replace("&nbsp;", " ").split())

    for draft in state.drafts.values():
        sources = {source.note_id: source for source in draft.sources}
        for block in draft.blocks:
            for run in block.runs:
                if isinstance(run, CiteRun):
                    assert set(run.note_ids) <= sources.keys()
                if isinstance(run, QuoteRun):
                    assert sources[run.note_id].text[run.start : run.end] == run.text
        for source in draft.sources:
            note = notes.get(source.note_id)
            if note and files[note.source_id] == padlet:
                first = note.text.split(". ")[-1].replace("&", "&amp;")
                assert first.split()[0] in plain


def test_nothing_is_published_before_people_have_decided(walked_copy: Workshop) -> None:
    before = store.last_seq(walked_copy)

    with pytest.raises(UnreviewedDraft):
        workflow.publish_document(
            walked_copy, type="julkilausuma", format="docx", actor="Aino Esimerkki"
        )
    assert store.last_seq(walked_copy) == before

    workflow.accept_waiting(walked_copy, type="julkilausuma", actor="Aino Esimerkki")
    path = workflow.publish_document(
        walked_copy, type="julkilausuma", format="html", actor="Aino Esimerkki"
    )
    html = path.read_text(encoding="utf-8")
    assert "LUONNOS" not in html
    assert "Aino Esimerkki" in html


def test_a_second_run_changes_nothing(walked_copy: Workshop) -> None:
    before = workflow.load_present(walked_copy)

    again = workflow.run_demo(Path(walked_copy.folder))

    after = workflow.load_present(walked_copy)
    assert after.state.seq == before.state.seq  # nothing computed, nothing written again
    assert after.themes == before.themes
    assert len(again.receipts) == 3
    assert {path.name for path in again.files} == {
        path.name for path in Path(walked_copy.folder, "published").iterdir()
    }


def test_every_document_is_there_in_every_format(walked: workflow.Demo) -> None:
    made = {tuple(path.name.split("-luonnos.")) for path in walked.files}
    assert made == set(product(drafting.outline_names(), ("docx", "html", "pdf")))
    assert all(path.stat().st_size > 1000 for path in walked.files)


def test_what_people_decided_stands_when_notes_come_and_themes_are_found_again(
    walked_copy: Workshop, tmp_path: Path
) -> None:
    one, two, three, four = workflow.load_present(walked_copy).themes[:4]
    decisions = [
        (EventKind.THEME_RENAMED, {"theme_id": one.id, "label": "Avun saaminen ajoissa"}),
        (EventKind.NOTE_MOVED, {"note_id": two.note_ids[0], "theme_id": one.id}),
        (EventKind.THEMES_MERGED, {"theme_ids": [three.id, four.id], "into": three.id}),
    ]
    for kind, payload in decisions:
        workflow.decide(walked_copy, kind, payload, actor="Aino")
    newer = tmp_path / "uusi.csv"
    old = next(Path(walked_copy.folder, "exports").glob("*.csv")).read_text(encoding="utf-8")
    posts = "".join(
        f"Anonymous,Uusi?,,Bussi ei kulje yöllä {n}.,,2026-10-07T08:00:00Z,\n" for n in "abc"
    )
    newer.write_text(old + posts, encoding="utf-8")
    workflow.import_exports(walked_copy, [newer], actor="Aino")

    for recompute in (False, True):
        themes = workflow.update_themes(walked_copy, recompute=recompute)

        by_id = {theme.id: theme for theme in themes}
        assert by_id[one.id].label == "Avun saaminen ajoissa"
        assert {*one.note_ids, two.note_ids[0]} <= set(by_id[one.id].note_ids)
        assert {*three.note_ids, *four.note_ids} <= set(by_id[three.id].note_ids)
        themed = [note_id for theme in themes for note_id in theme.note_ids]
        assert sorted(themed) == sorted(n.id for n in workflow.load_notes(walked_copy))


def test_an_outdated_draft_is_not_published_and_what_did_not_change_stays_decided(
    walked_copy: Workshop,
) -> None:
    kind = "julkilausuma"
    workflow.accept_waiting(walked_copy, type=kind, actor="Aino")
    assert workflow.load_document(walked_copy, type=kind)
    draft = workflow.load_draft(walked_copy, type=kind)
    named = next(
        theme
        for theme in workflow.load_present(walked_copy).themes
        if any(
            theme.label in run.text
            for block in draft.blocks
            for run in block.runs
            if isinstance(run, TextRun)
        )
    )
    rename = {"theme_id": named.id, "label": "Aivan toinen nimi"}
    workflow.decide(walked_copy, EventKind.THEME_RENAMED, rename, actor="Veikko")

    with pytest.raises(UnreviewedDraft, match="changed since"):
        workflow.load_document(walked_copy, type=kind)
    renewed, _gates = workflow.update_draft(walked_copy, type=kind)

    reviews = workflow.load_reviews(walked_copy, type=kind)
    assert 0 < len(waiting(renewed, reviews)) < len(reviews)
    store.undo_last(walked_copy, actor="Veikko")
    workflow.update_draft(walked_copy, type=kind)
    assert workflow.load_document(walked_copy, type=kind)


def test_themes_are_the_same_byte_for_byte_and_need_no_model_twice(walked_copy: Workshop) -> None:

    cached = load_encoder(cache=store.cache_folder(walked_copy, "embeddings"))
    before = store.to_text([store.to_plain(t) for t in workflow.load_present(walked_copy).themes])

    themes = workflow.update_themes(walked_copy, recompute=True, encoder=cached)

    assert store.to_text([store.to_plain(theme) for theme in themes]) == before


def test_a_newer_export_of_the_board_adds_only_what_is_new(
    walked_copy: Workshop, tmp_path: Path
) -> None:
    old = next(Path(walked_copy.folder, "exports").glob("*.csv"))
    newer = tmp_path / "padlet-uusi.csv"
    extra = "Anonymous,Uusi kysymys?,,Bussi kotiin myös yöllä.,,2026-10-07T08:00:00Z,\n"
    newer.write_text(old.read_text(encoding="utf-8") + extra, encoding="utf-8")
    labels = {note.id: note.ref for note in workflow.load_notes(walked_copy)}

    (receipt,) = workflow.import_exports(walked_copy, [newer], actor="Aino")

    assert (receipt.notes, receipt.merged) == (1, 78)
    after = {note.id: note.ref for note in workflow.load_notes(walked_copy)}
    assert {key: after[key] for key in labels} == labels
    assert sorted(after.values())[-1] == "T1-079"


def test_a_document_says_what_was_set_aside_and_can_be_published(walked_copy: Workshop) -> None:
    note_id = workflow.load_present(walked_copy).themes[0].note_ids[0]
    payload = {"note_id": note_id, "reason": "Kuuluu toiseen iltaan"}
    workflow.decide(walked_copy, EventKind.NOTE_SET_ASIDE, payload, actor="Aino")

    for kind in ("tyopajan-yhteenveto", "julkilausuma"):
        _draft, gates = workflow.update_draft(walked_copy, type=kind)
        assert [gate for gate in gates if gate.level == "error"] == []
        workflow.accept_waiting(walked_copy, type=kind, actor="Aino")
        path = workflow.publish_document(walked_copy, type=kind, format="html", actor="Aino")
        assert "sivuun on jätetty 1\u00a0merkintä" in path.read_text(encoding="utf-8")


def test_a_working_copy_shows_the_source_that_an_edit_cites(walked_copy: Workshop) -> None:
    kind = "julkilausuma"
    draft = workflow.load_draft(walked_copy, type=kind)
    cited = {source.note_id for source in draft.sources}
    other = next(note for note in workflow.load_notes(walked_copy) if note.id not in cited)
    block = next(block for block in draft.blocks if block.is_finding)
    edit = {"type": kind, "block_id": block.id, "text": f"Tätäkin toivottiin [{other.ref}]."}
    workflow.decide(walked_copy, EventKind.PARAGRAPH_EDITED, edit, actor="Aino")

    path = workflow.publish_document(
        walked_copy, type=kind, format="html", working_copy=True, actor="Aino"
    )

    html = path.read_text(encoding="utf-8")
    assert f"[{other.ref}]" not in html  # it is a link, and the words stand in the appendix
    assert html.count(other.ref) >= 2
    assert "Tätäkin toivottiin" in html
    assert "LUONNOS" in html
