"""The walk through the house: from a workshop's folder to published files, for every door."""

from toolkit.workflow.analysis import fingerprint, load_findings, update_themes
from toolkit.workflow.decisions import create_workshop, decide
from toolkit.workflow.documents import (
    accept_waiting,
    load_document,
    load_draft,
    load_reviews,
    publish_document,
    update_draft,
    verify_draft,
    verify_present,
)
from toolkit.workflow.example import Demo, example_folder, run_demo
from toolkit.workflow.frameworks import (
    find_framework,
    follow_framework,
    load_placements,
    make_codebook,
    place_note,
    read_framework,
    save_codebook,
)
from toolkit.workflow.imports import import_exports
from toolkit.workflow.opinions import load_rounds, update_opinions
from toolkit.workflow.present import (
    Present,
    applied_themes,
    load_notes,
    load_present,
    load_state,
    load_vote_rounds,
    load_votes,
    read_exports,
)
from toolkit.workflow.progress import Progress, no_progress

__all__ = [
    "Demo",
    "Present",
    "Progress",
    "accept_waiting",
    "applied_themes",
    "create_workshop",
    "decide",
    "example_folder",
    "find_framework",
    "fingerprint",
    "follow_framework",
    "import_exports",
    "load_document",
    "load_draft",
    "load_findings",
    "load_notes",
    "load_placements",
    "load_present",
    "load_reviews",
    "load_rounds",
    "load_state",
    "load_vote_rounds",
    "load_votes",
    "make_codebook",
    "no_progress",
    "place_note",
    "publish_document",
    "read_exports",
    "read_framework",
    "run_demo",
    "save_codebook",
    "update_draft",
    "update_opinions",
    "update_themes",
    "verify_draft",
    "verify_present",
]
