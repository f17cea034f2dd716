"""What the page of publication shows: what blocks a document, the files there are, the data."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import shorten
from typing import Any

from toolkit import workflow
from toolkit.apps.frame import address
from toolkit.apps.state import UNNAMED
from toolkit.apps.wording import LANGUAGE_NAMES, finnish_date
from toolkit.domain import Workshop
from toolkit.i18n import N_, _
from toolkit.publishing import writable_formats
from toolkit.store import MACHINE, State
from toolkit.workflow import Freshness, WrittenFile

COPY, FINAL, SIGNED = "tyokopio", "valmis", "allekirjoitettu"
VERSIONS = {
    COPY: (
        N_("Working copy"),
        N_("For comments, at any time. Every page says that it is a draft."),
    ),
    FINAL: (
        N_("Finished document"),
        N_("What people have accepted, without the marks of a draft."),
    ),
    SIGNED: (
        N_("Signed version"),
        N_("The words as they were when they were signed last, whatever has changed since."),
    ),
}
"""Version of a document, as the address calls it → its name and what it is for."""

FORMATS = {
    "docx": (N_("Word (DOCX)"), N_("for editing and for comments")),
    "pdf": (N_("PDF"), N_("for reading, printing and keeping; accessible")),
    "html": (N_("Web page (HTML)"), N_("for a website; reads well on a telephone and aloud")),
    "odt": (N_("OpenDocument (ODT)"), N_("for LibreOffice")),
}
DATA = {
    "csv": (
        N_("Notes as a table (CSV)"),
        N_(
            "For open data and statistics programs. It holds every note word for word, with "
            "personal data that was recognised masked, and the theme of each note."
        ),
    ),
    "xlsx": (
        N_("Themes, notes and citations (Excel)"),
        N_(
            "For reading in Excel. It holds every note word for word, with personal data that was "
            "recognised masked, and where the document cites each of them."
        ),
    ),
    "qdpx": (
        N_("Project for qualitative analysis (QDPX)"),
        N_(
            "For researchers: ATLAS.ti, MAXQDA, NVivo and others open it. It holds every note word "
            "for word, with personal data that was recognised masked, and the themes as codes."
        ),
    ),
    "archive": (
        N_("Archive package (ZIP)"),
        N_(
            "For the case-management system. It holds the document in three formats, the masked "
            "notes, the report of the verification, the decisions on paragraphs and the log with "
            "the names of those who decided. The original exports are not in it."
        ),
    ),
}
_FRESHNESS = {
    Freshness.SAME: N_("Same words as now"),
    Freshness.OLDER: N_("The words have changed since: write it again"),
    Freshness.ALTERED: N_("Changed outside this tool"),
    Freshness.GONE: N_("No longer in the folder"),
}
_MOST_WORDS = 90


def formats_view() -> list[dict[str, str]]:
    """Return the formats that can be written here, and what each is for."""
    return [
        {"key": key, "label": _(FORMATS[key][0]), "what": _(FORMATS[key][1])}
        for key in FORMATS
        if key in writable_formats()
    ]


def data_view(*, ready: bool) -> list[dict[str, Any]]:
    """Return what is written beside a document, and what of people's words is in it."""
    return [
        {"key": key, "label": _(label), "what": _(what), "ready": ready or key != "archive"}
        for key, (label, what) in DATA.items()
    ]


def files_view(workshop: Workshop, *, known: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the files that were written, newest first."""
    return [_file(one, known) for one in workflow.load_written(workshop)]


def _file(one: WrittenFile, known: Mapping[str, str]) -> dict[str, Any]:
    when = one.at.astimezone()
    if one.format in DATA:
        what = _(DATA[one.format][0])
    else:
        version = SIGNED if one.signed else COPY if one.working_copy else FINAL
        what = _(VERSIONS[version][0])
    return {
        "name": one.name,
        "document": known.get(one.type, one.type),
        "language": _(LANGUAGE_NAMES[one.language]),
        "what": what,
        "version": one.version,
        "when": f"{finnish_date(when)} {when:%H.%M}",
        "author": "" if one.author in {UNNAMED, MACHINE} else one.author,
        "fresh": one.freshness is Freshness.SAME,
        "standing": _(_FRESHNESS[one.freshness]),
        "there": one.freshness is not Freshness.GONE,
    }


def blockers_view(
    workshop: Workshop, draft: Mapping[str, Any], *, place: Mapping[str, str]
) -> list[dict[str, str]]:
    """Return what stands in the way of the finished document, each with where it is mended.

    Errors come first, then paragraphs that wait, both in the order of the document.
    """
    review = address("tarkistus", workshop, place=place)
    found = []
    if draft["outdated"]:
        text = _("The material or the themes have changed since the draft was composed.")
        found.append({"what": text, "words": "", "href": address("luonnos", workshop, place=place)})
    loose = [gate["message"] for gate in draft["loose_gates"] if gate["level"] == "error"]
    found += [{"what": message, "words": "", "href": review} for message in loose]
    for block in draft["blocks"]:
        here = f"{review}#{block['id']}"
        words = shorten(block["text"], width=_MOST_WORDS, placeholder=" …")
        found += [
            {"what": gate["message"], "words": words, "href": here}
            for gate in block["gates"]
            if gate["level"] == "error"
        ]
    waits = _("Waits for a decision")
    found += [
        {
            "what": waits,
            "words": shorten(block["text"], width=_MOST_WORDS, placeholder=" …"),
            "href": f"{review}#{block['id']}",
        }
        for block in draft["blocks"]
        if block["needs_decision"] and not block["decision"]
    ]
    return found


def signatures_view(state: State, type: str, language: str) -> list[dict[str, str]]:  # noqa: A002
    """Return who has signed the version signed last; nothing if it is in another language."""
    document = state.signed.get(type)
    if document is None or document.language != language:
        return []
    digest = workflow.document_digest(document)
    return [
        {"name": one.name, "role": one.role, "when": finnish_date(one.at.astimezone())}
        for one in state.signatures.get(type, ())
        if one.sha256 == digest
    ]
