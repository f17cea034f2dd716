"""The walk through the house: from a workshop's folder to published files, for every door."""

from toolkit.workflow.accepting import accept_payload, accept_waiting, load_reviews
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
from toolkit.workflow.coding_drafts import (
    code_note,
    hand_in_draft,
    load_coding,
    notes_of_others,
    start_coding,
)
from toolkit.workflow.decisions import create_workshop, decide
from toolkit.workflow.documents import (
    load_document,
    update_draft,
    verify_draft,
    verify_present,
)
from toolkit.workflow.example import Demo, example_folder, run_demo
from toolkit.workflow.exporting import (
    DATA_FORMATS,
    PublishedData,
    data_suffix,
    publish_data,
)
from toolkit.workflow.files import make_publishable, publish_document
from toolkit.workflow.frameworks import (
    find_framework,
    follow_framework,
    load_placements,
    make_codebook,
    place_note,
    read_framework,
    save_codebook,
)
from toolkit.workflow.hearings import (
    answer_amendment,
    hearing_warnings,
    load_hearing,
    open_hearing,
    record_amendment,
    record_body,
)
from toolkit.workflow.imports import import_exports
from toolkit.workflow.kinds import load_kinds, update_kinds
from toolkit.workflow.looking import import_waiting, look_at_waiting
from toolkit.workflow.measures import FEEDBACK, load_measures, measures_table
from toolkit.workflow.note_maps import NoteMap, load_map, update_map
from toolkit.workflow.note_stories import load_story
from toolkit.workflow.opinions import load_rounds, update_opinions
from toolkit.workflow.outlines import OUTLINES, find_outline, outline_names
from toolkit.workflow.placements import categories_of, keep_placements, kept_placements
from toolkit.workflow.present import (
    Present,
    applied_themes,
    load_notes,
    load_present,
    load_state,
    load_statements,
    load_votes,
    read_exports,
)
from toolkit.workflow.proceedings import (
    Proposal,
    choose_quote,
    load_proposals,
    record_decision,
    record_plan,
)
from toolkit.workflow.progress import Progress, no_progress
from toolkit.workflow.proposal_history import ProposalHistory, Recorded, load_proposal_history
from toolkit.workflow.proposal_sheet import (
    LEVELS,
    OUTCOMES,
    PLAN_COLUMNS,
    SheetNews,
    compare_proposal_sheet,
    read_proposal_sheet,
    write_proposal_sheet,
)
from toolkit.workflow.proposed_wordings import wording_payload
from toolkit.workflow.reading import Found, find_note_id, find_theme_id, repeats_of, search_workshop
from toolkit.workflow.receipts import left_out
from toolkit.workflow.removal import (
    RECEIPTS,
    Contents,
    Removal,
    check_idle,
    count_contents,
    delete_workshop,
    load_removals,
    reset_example,
)
from toolkit.workflow.reports import Report
from toolkit.workflow.results_card import make_results_card
from toolkit.workflow.returned_files import load_returned_files
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
from toolkit.workflow.roles import may_prepare, may_sign
from toolkit.workflow.signatures import document_digest, load_signed
from toolkit.workflow.signed_changes import changes_since_signed
from toolkit.workflow.signing import give_role, sign_document
from toolkit.workflow.surveys import load_surveys
from toolkit.workflow.telling import describe_events
from toolkit.workflow.theme_choices import (
    RESOLUTIONS,
    ThemeChoice,
    earlier_theme_settings,
    find_theme_choices,
    kept_theme_choices,
)
from toolkit.workflow.theme_news import describe_changes
from toolkit.workflow.verification import report_on, write_report
from toolkit.workflow.waiting import (
    list_waiting,
)
from toolkit.workflow.workshops import archive_workshop, copy_workshop, describe_workshop
from toolkit.workflow.written import Freshness, WrittenFile, load_written, read_written

__all__ = [
    "DATA_FORMATS",
    "FEEDBACK",
    "LEVELS",
    "OUTCOMES",
    "OUTLINES",
    "PLAN_COLUMNS",
    "RECEIPTS",
    "RESOLUTIONS",
    "BroughtBack",
    "Compared",
    "Contents",
    "Demo",
    "Disagreement",
    "Found",
    "Freshness",
    "HandedIn",
    "NoteMap",
    "OpenChange",
    "Present",
    "Progress",
    "Proposal",
    "ProposalHistory",
    "PublishedData",
    "Recorded",
    "Removal",
    "Report",
    "SheetNews",
    "ThemeChoice",
    "WrittenFile",
    "accept_payload",
    "accept_waiting",
    "answer_amendment",
    "applied_themes",
    "archive_workshop",
    "categories_of",
    "changes_since_signed",
    "check_idle",
    "choose_quote",
    "code_note",
    "compare_codings",
    "compare_proposal_sheet",
    "compare_versions",
    "copy_workshop",
    "count_contents",
    "create_workshop",
    "data_suffix",
    "decide",
    "delete_workshop",
    "describe_changes",
    "describe_events",
    "describe_workshop",
    "document_digest",
    "earlier_theme_settings",
    "example_folder",
    "find_framework",
    "find_note_id",
    "find_outline",
    "find_theme_choices",
    "find_theme_id",
    "fingerprint",
    "follow_framework",
    "give_role",
    "hand_in_codes",
    "hand_in_draft",
    "hearing_warnings",
    "import_exports",
    "import_review_copy",
    "import_waiting",
    "keep_placements",
    "kept_placements",
    "kept_theme_choices",
    "left_out",
    "list_waiting",
    "load_changes",
    "load_coding",
    "load_document",
    "load_draft",
    "load_findings",
    "load_hearing",
    "load_kinds",
    "load_map",
    "load_measures",
    "load_notes",
    "load_placements",
    "load_present",
    "load_proposal_history",
    "load_proposals",
    "load_removals",
    "load_returned_files",
    "load_reviews",
    "load_rounds",
    "load_signed",
    "load_state",
    "load_statements",
    "load_story",
    "load_surveys",
    "load_versions",
    "load_votes",
    "load_written",
    "look_at_waiting",
    "make_codebook",
    "make_coding_sheet",
    "make_publishable",
    "make_results_card",
    "may_prepare",
    "may_sign",
    "measures_table",
    "merge_draft",
    "no_progress",
    "notes_of_others",
    "open_hearing",
    "outline_names",
    "place_note",
    "publish_data",
    "publish_document",
    "read_exports",
    "read_framework",
    "read_proposal_sheet",
    "read_written",
    "record_amendment",
    "record_body",
    "record_decision",
    "record_plan",
    "repeats_of",
    "report_on",
    "reset_example",
    "run_demo",
    "save_codebook",
    "search_workshop",
    "settle",
    "settle_changes",
    "sign_document",
    "start_coding",
    "theme_settings",
    "update_draft",
    "update_kinds",
    "update_map",
    "update_opinions",
    "update_themes",
    "verify_draft",
    "verify_present",
    "wording_payload",
    "write_proposal_sheet",
    "write_report",
]
