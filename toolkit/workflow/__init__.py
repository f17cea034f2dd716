"""The walk through the house: from a workshop's folder to published files, for every door."""

from toolkit.workflow.analysis import fingerprint, load_findings, theme_settings, update_themes
from toolkit.workflow.coding import (
    Compared,
    Disagreement,
    HandedIn,
    compare_codings,
    hand_in_codes,
    make_coding_sheet,
    settle,
)
from toolkit.workflow.decisions import create_workshop, decide
from toolkit.workflow.documents import (
    accept_waiting,
    load_document,
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
from toolkit.workflow.kinds import load_kinds, update_kinds
from toolkit.workflow.opinions import load_rounds, update_opinions
from toolkit.workflow.present import (
    Present,
    applied_themes,
    load_notes,
    load_present,
    load_state,
    load_statements,
    load_vote_rounds,
    load_votes,
    read_exports,
)
from toolkit.workflow.progress import Progress, no_progress
from toolkit.workflow.reading import Found, find_note_id, find_theme_id, repeats_of, search_workshop
from toolkit.workflow.review_copies import (
    BroughtBack,
    OpenChange,
    import_review_copy,
    load_changes,
    settle_changes,
)
from toolkit.workflow.reviewing import (
    compare_versions,
    load_draft,
    load_versions,
    merge_draft,
)
from toolkit.workflow.telling import describe_events
from toolkit.workflow.theme_news import describe_changes

__all__ = [
    "BroughtBack",
    "Compared",
    "Demo",
    "Disagreement",
    "Found",
    "HandedIn",
    "OpenChange",
    "Present",
    "Progress",
    "accept_waiting",
    "applied_themes",
    "compare_codings",
    "compare_versions",
    "create_workshop",
    "decide",
    "describe_changes",
    "describe_events",
    "example_folder",
    "find_framework",
    "find_note_id",
    "find_theme_id",
    "fingerprint",
    "follow_framework",
    "hand_in_codes",
    "import_exports",
    "import_review_copy",
    "load_changes",
    "load_document",
    "load_draft",
    "load_findings",
    "load_kinds",
    "load_notes",
    "load_placements",
    "load_present",
    "load_reviews",
    "load_rounds",
    "load_state",
    "load_statements",
    "load_versions",
    "load_vote_rounds",
    "load_votes",
    "make_codebook",
    "make_coding_sheet",
    "merge_draft",
    "no_progress",
    "place_note",
    "publish_document",
    "read_exports",
    "read_framework",
    "repeats_of",
    "run_demo",
    "save_codebook",
    "search_workshop",
    "settle",
    "settle_changes",
    "theme_settings",
    "update_draft",
    "update_kinds",
    "update_opinions",
    "update_themes",
    "verify_draft",
    "verify_present",
]
