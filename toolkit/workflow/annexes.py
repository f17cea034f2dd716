"""What goes into an archive package beside the document: data, verification, log and method."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

from toolkit import publishing, store
from toolkit.domain import Decision, Document, Draft, Event, EventKind
from toolkit.domain.votes import FEWEST_FOR_PERCENT, SMALL_GROUP
from toolkit.i18n import N_, _
from toolkit.phrases import load_phrases
from toolkit.privacy import has_personal_data, mask_personal_data
from toolkit.publishing import DataSet, table_as_csv
from toolkit.workflow.analysis import findings_of, theme_settings
from toolkit.workflow.documents import verify_draft
from toolkit.workflow.present import Present
from toolkit.workflow.reviewing import merge_draft
from toolkit.workflow.signatures import document_digest
from toolkit.workflow.telling import describe_events

_DOCUMENTS = (".docx", ".html", ".pdf")  # what is the same file every time
_DECISIONS = {
    Decision.ACCEPT: N_("accepted as it is"),
    Decision.EDIT: N_("edited"),
    Decision.REJECT: N_("left out of the document"),
}


def annex_files(present: Present, text: Draft | Document, data: DataSet) -> dict[str, bytes]:
    """Return the files of an archive package, by their paths in it.

    The exports themselves are not among them: they hold people's words as they came.

    Raises
    ------
    Unpublishable
        If the document lacks something that makes it readable for everybody.
    """
    if isinstance(text, Document):
        page = publishing.make_page(text)
        publishing.check_accessible(page)
    else:
        page = publishing.make_working_page(text)
    mark = "-luonnos" if page.is_draft else ""
    files = {
        f"asiakirja/{text.type}{mark}{suffix}": publishing.FORMATS[suffix](page)
        for suffix in _DOCUMENTS
    }
    for name, rows in publishing.data_tables(data).items():
        files[f"aineisto/{store.slug(name)}.csv"] = table_as_csv(rows)
    files["tarkistus/tarkistusraportti.json"] = _report(present, text)
    files["menetelma/menetelma.txt"] = _masked(
        "\n".join([*_method(present, text), ""]), text
    ).encode()
    files["menetelma/paatokset.csv"] = table_as_csv(_reviews(present, text))
    files["menetelma/tapahtumaloki.csv"] = table_as_csv(_log(present, text))
    return files


def archive_record(present: Present, text: Draft | Document, data: DataSet) -> dict[str, Any]:
    """Return what the manifest of a package tells of the document and of where it came from."""
    accepted_by = text.accepted_by if isinstance(text, Document) else ()
    signatures = text.signatures if isinstance(text, Document) else ()
    return {
        "toolkit_version": version("osallisuus-toolkit"),
        "workshop": {"id": present.workshop.id, "title": present.workshop.title},
        "document": {
            "type": text.type,
            "language": text.language,
            "title": text.title,
            "status": "accepted" if isinstance(text, Document) else "draft",
            "accepted_by": list(accepted_by),
            "signatures": [
                {"name": one.name, "role": one.role, "at": one.at.isoformat()} for one in signatures
            ],
            "sha256": _digest(text),
        },
        "last_event": _events(present)[-1].seq,
        "originals": [
            {
                "name": source.name,
                "format": source.format,
                "sha256": source.sha256,
                "imported_at": source.imported_at.isoformat(),
            }
            for source in data.sources
        ],
    }


def _digest(text: Draft | Document) -> str:
    if isinstance(text, Document):
        return document_digest(text)
    return hashlib.sha256(store.to_text(store.to_brief(text)).encode()).hexdigest()


def _report(present: Present, text: Draft | Document) -> bytes:
    base = present.state.drafts.get(text.type)
    gates = verify_draft(text, findings_of(present), base=base)
    plain = {
        "ok": all(gate.level != "error" for gate in gates),
        "report": [
            {"gate": g.gate, "level": g.level, "block": g.block_id, "message": g.message}
            for g in gates
        ],
    }
    return (json.dumps(plain, ensure_ascii=False, indent=2) + "\n").encode()


def _events(present: Present) -> tuple[Event, ...]:
    # What was written when changes nothing in the document: two packages of one state are equal.
    events = store.load_events(present.workshop)
    return tuple(event for event in events if event.kind is not EventKind.DOCUMENT_PUBLISHED)


def _masked(line: str, text: Draft | Document) -> str:
    return mask_personal_data(line, word=load_phrases(text.language)["labels"]["masked"])


def _log(present: Present, text: Draft | Document) -> publishing.Rows:
    events = _events(present)
    told = describe_events(present.workshop, events)
    header = (_("Number"), _("Time"), _("Who"), _("What"))
    rows = [
        (str(event.seq), event.at.isoformat(), event.actor, _masked(line, text))
        for event, line in zip(events, told, strict=True)
    ]
    return [header, *rows]


def _reviews(present: Present, text: Draft | Document) -> publishing.Rows:
    header = (_("Block"), _("Decision"), _("Who"), _("Time"))
    reviews = merge_draft(present.state, type=text.type, language=text.language).reviews
    rows = [
        (r.block_id, _(_DECISIONS[r.decision]), r.author, r.made_at.isoformat()) for r in reviews
    ]
    return [header, *rows]


def _method(present: Present, text: Draft | Document) -> Iterator[str]:
    state = present.state
    yield _("How the document was made: {title}").format(title=text.title)
    yield ""
    if isinstance(text, Document):
        yield _("Accepted by: {names}").format(names=", ".join(text.accepted_by))
    else:
        yield _("People have not accepted the document yet.")
    yield _("Version of the toolkit: {version}").format(version=version("osallisuus-toolkit"))
    for encoder in dict.fromkeys(_encoders(present)):
        yield _("Model that compares the notes: {name}").format(name=encoder)
    settings = {key: value for key, value in theme_settings(state).items() if value is not None}
    yield _("Settings of the themes that people changed: {settings}").format(
        settings=", ".join(f"{key} = {value}" for key, value in settings.items()) or "–"
    )
    origins = [block.origin for block in text.blocks]
    yield _("Blocks from ready-made sentences: {n}").format(n=origins.count("template"))
    yield _("Blocks worded by people: {n}").format(n=origins.count("human"))
    for origin in sorted({one for one in origins if one.startswith("model:")}):
        sentence = _("Blocks worded by a language model: {n}. Model: {name}")
        yield sentence.format(n=origins.count(origin), name=origin.removeprefix("model:"))
    yield _("Fewest notes or votes for a percentage: {n}").format(n=FEWEST_FOR_PERCENT)
    yield _("Fewest people in a group that is named: {n}").format(n=SMALL_GROUP)
    yield ""
    for receipt in state.receipts:
        yield _(
            "Export: {name}. Rows: {rows}. Notes: {notes}. Statements: {statements}. Votes: "
            "{votes}. Already in the workshop: {merged}. Set aside: {set_aside}. Masked: {masked}. "
            "Left out: {skipped}."
        ).format(
            name=receipt.name,
            rows=receipt.rows,
            notes=receipt.notes,
            statements=receipt.statements,
            votes=receipt.votes,
            merged=receipt.merged,
            set_aside=receipt.set_aside,
            masked=receipt.masked,
            skipped=len(receipt.skipped),
        )
    yield _("Notes set aside by people: {n}").format(n=len(present.set_aside))
    masked = sum(has_personal_data(note.text) for note in present.notes)
    yield _("Notes with personal data masked here: {n}").format(n=masked)


def _encoders(present: Present) -> Iterator[str]:
    proposals = [e for e in _events(present) if e.kind is EventKind.THEMES_PROPOSED]
    for event in proposals[-1:]:
        yield event.payload.get("encoder", "")
