"""What is published beside a document, from a walked workshop."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from pathlib import Path

import pytest

from toolkit import store, workflow
from toolkit.domain import Event, EventKind, Workshop
from toolkit.errors import TooEarly, UnreviewedDraft

pytestmark = pytest.mark.models


def publish(workshop: Workshop, form: str, **more: bool) -> workflow.PublishedData:
    return workflow.publish_data(workshop, type="julkilausuma", format=form, actor="Aino", **more)


def published(workshop: Workshop) -> list[Event]:
    kind = EventKind.DOCUMENT_PUBLISHED
    return [event for event in store.load_events(workshop) if event.kind is kind]


def test_tables_of_an_unreviewed_draft_say_that_it_is_one(walked_copy: Workshop) -> None:
    for form in ("csv", "xlsx", "qdpx"):
        made = publish(walked_copy, form)

        assert made.working_copy
        assert made.path.name == f"julkilausuma-luonnos.{form}"
        payload = published(walked_copy)[-1].payload
        assert payload["sha256"] == hashlib.sha256(made.path.read_bytes()).hexdigest()
        assert payload["working_copy"] is True


def test_there_is_no_archive_before_people_have_decided(walked_copy: Workshop) -> None:
    before = store.last_seq(walked_copy)

    with pytest.raises(UnreviewedDraft):
        publish(walked_copy, "archive")

    assert store.last_seq(walked_copy) == before
    assert publish(walked_copy, "archive", working_copy=True).path.name.endswith("-luonnos.zip")


def test_an_archive_holds_the_accepted_document_and_its_making(walked_copy: Workshop) -> None:
    workflow.accept_waiting(walked_copy, type="julkilausuma", actor="Aino Esimerkki")

    first = publish(walked_copy, "archive").path.read_bytes()
    again = publish(walked_copy, "archive").path.read_bytes()

    assert first == again
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        files = {name.split("/", 1)[1]: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(files["manifest.json"])
    assert manifest["document"]["accepted_by"] == ["Aino Esimerkki"]
    assert manifest["document"]["status"] == "accepted"
    assert [source["sha256"] for source in manifest["originals"]] == [
        source.sha256 for source in workflow.load_state(walked_copy).sources
    ]
    assert files["data/asiakirja/julkilausuma.pdf"].startswith(b"%PDF")
    assert "LUONNOS" not in files["data/asiakirja/julkilausuma.html"].decode()
    assert "Aino Esimerkki" in files["data/menetelma/paatokset.csv"].decode()
    assert "Hyväksyneet: Aino Esimerkki" in files["data/menetelma/menetelma.txt"].decode()
    assert json.loads(files["data/tarkistus/tarkistusraportti.json"])["ok"] is True
    exports = {path.read_bytes() for path in Path(walked_copy.folder, "exports").rglob("*.*")}
    assert exports.isdisjoint(files.values())


def test_an_archive_can_be_had_of_the_signed_version(walked_copy: Workshop) -> None:
    kind = "julkilausuma"
    workflow.accept_waiting(walked_copy, type=kind, actor="Aino Esimerkki")
    signed = workflow.load_document(walked_copy, type=kind)
    workflow.sign_document(walked_copy, type=kind, actor="Aino Esimerkki", role="puheenjohtaja")
    workflow.update_draft(walked_copy, type=kind, language="sv")

    made = publish(walked_copy, "archive", signed=True)
    page = workflow.publish_document(
        walked_copy, type=kind, format="html", signed=True, actor="Aino Esimerkki"
    )

    assert page.stem == "julkilausuma"  # not that of the draft composed last
    assert '<html lang="fi-FI"' in page.read_text(encoding="utf-8")
    with zipfile.ZipFile(made.path) as archive:
        name = next(n for n in archive.namelist() if n.endswith("/manifest.json"))
        document = json.loads(archive.read(name))["document"]
    assert document["sha256"] == workflow.document_digest(signed)
    assert document["language"] == "fi"
    assert [one["name"] for one in document["signatures"]] == ["Aino Esimerkki"]

    file = workflow.publish_document(
        walked_copy, type=kind, format="html", signed=True, actor="Aino"
    )
    assert file.name == "julkilausuma.html"
    assert published(walked_copy)[-1].payload["language"] == "fi"
    for write, to in ((workflow.publish_document, "html"), (workflow.publish_data, "archive")):
        with pytest.raises(TooEarly, match="julkilausuma"):
            write(walked_copy, type=kind, format=to, language="sv", signed=True, actor="Aino")


def test_everything_is_in_the_language_of_the_document(walked_copy: Workshop) -> None:
    workflow.update_draft(walked_copy, type="julkilausuma", language="sv")

    text = publish(walked_copy, "csv").path.read_text(encoding="utf-8-sig")

    assert text.startswith("Beteckning;Anteckning;")


def test_without_a_draft_there_is_nothing_to_cite(workshop: Workshop) -> None:
    with pytest.raises(TooEarly):
        publish(workshop, "csv")
