"""A workshop on disk: its folder, its event log, the queue of work beside it."""

from toolkit.codec import from_plain, to_brief, to_plain, to_text
from toolkit.store.database import DATABASE_URL, DatabaseError, database_url, shared_database_url
from toolkit.store.descriptions import description_version, rewrite_description
from toolkit.store.event_log import (
    MACHINE,
    append_event,
    append_events,
    events_in_force,
    last_decision,
    last_seq,
    last_undone,
    load_events,
    redo_last,
    undo_last,
)
from toolkit.store.folders import (
    cache_folder,
    create_workshop,
    digest,
    export_files,
    keep_export,
    list_unreadable,
    list_workshops,
    open_workshop,
    remove_workshop,
    today,
    write_bytes,
)
from toolkit.store.folding import fold
from toolkit.store.history import ROLE_NAMES, summarise
from toolkit.store.import_cache import load_import, save_import
from toolkit.store.job_table import (
    Job,
    JobState,
    beat,
    cancel,
    claim,
    enqueue,
    finish,
    load_job,
    load_open_jobs,
    report,
)
from toolkit.store.logs import copy_log, remove_log
from toolkit.store.masked_imports import has_masked, load_masked, save_masked
from toolkit.store.state import State
from toolkit.text import slug

__all__ = [
    "DATABASE_URL",
    "MACHINE",
    "ROLE_NAMES",
    "DatabaseError",
    "Job",
    "JobState",
    "State",
    "append_event",
    "append_events",
    "beat",
    "cache_folder",
    "cancel",
    "claim",
    "copy_log",
    "create_workshop",
    "database_url",
    "description_version",
    "digest",
    "enqueue",
    "events_in_force",
    "export_files",
    "finish",
    "fold",
    "from_plain",
    "has_masked",
    "keep_export",
    "last_decision",
    "last_seq",
    "last_undone",
    "list_unreadable",
    "list_workshops",
    "load_events",
    "load_import",
    "load_job",
    "load_masked",
    "load_open_jobs",
    "open_workshop",
    "redo_last",
    "remove_log",
    "remove_workshop",
    "report",
    "rewrite_description",
    "save_import",
    "save_masked",
    "shared_database_url",
    "slug",
    "summarise",
    "to_brief",
    "to_plain",
    "to_text",
    "today",
    "undo_last",
    "write_bytes",
]
