"""From participatory workshops to documents in which every sentence leads back to a note.

Everything an analyst needs in a notebook; nothing heavy is imported until it is used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toolkit.coding import measure_agreement
    from toolkit.drafting import check_quote, compose_draft, verify_draft
    from toolkit.duplicates import find_near_duplicates
    from toolkit.encoders import load_encoder
    from toolkit.figures import (
        describe_map,
        describe_statements,
        describe_votes,
        draw_map,
        draw_statements,
        draw_votes,
        map_table,
        statements_table,
        votes_table,
    )
    from toolkit.findings import answer_query, collect_findings, who_says
    from toolkit.frames import to_frame
    from toolkit.frameworks import cross_with_themes, load_framework, place_notes
    from toolkit.importers import read_file
    from toolkit.kinds import find_kinds, kinds_table
    from toolkit.language import detect_language
    from toolkit.lemmas import load_lemmatizer
    from toolkit.opinions import compare_rounds, find_opinion_groups
    from toolkit.privacy import find_personal_data
    from toolkit.publishing import publish, publish_working_copy
    from toolkit.review import apply_reviews
    from toolkit.search import search_notes
    from toolkit.store import load_events, open_workshop
    from toolkit.themes import apply_decisions, find_themes
    from toolkit.workflow import (
        accept_waiting,
        create_workshop,
        import_exports,
        load_draft,
        load_kinds,
        load_reviews,
        make_codebook,
        read_exports,
        read_framework,
        run_demo,
        save_codebook,
    )
    from toolkit.workflow.profiles import load_profiles, save_profile

_HOME = {
    "accept_waiting": "workflow",
    "answer_query": "findings",
    "apply_decisions": "themes",
    "apply_reviews": "review",
    "check_quote": "drafting",
    "collect_findings": "findings",
    "compare_rounds": "opinions",
    "compose_draft": "drafting",
    "create_workshop": "workflow",
    "cross_with_themes": "frameworks",
    "describe_map": "figures",
    "describe_statements": "figures",
    "describe_votes": "figures",
    "detect_language": "language",
    "draw_map": "figures",
    "draw_statements": "figures",
    "draw_votes": "figures",
    "find_kinds": "kinds",
    "find_near_duplicates": "duplicates",
    "find_opinion_groups": "opinions",
    "find_personal_data": "privacy",
    "find_themes": "themes",
    "import_exports": "workflow",
    "kinds_table": "kinds",
    "load_draft": "workflow",
    "load_encoder": "encoders",
    "load_events": "store",
    "load_framework": "frameworks",
    "load_kinds": "workflow",
    "load_lemmatizer": "lemmas",
    "load_profiles": "workflow.profiles",
    "load_reviews": "workflow",
    "make_codebook": "workflow",
    "map_table": "figures",
    "measure_agreement": "coding",
    "open_workshop": "store",
    "place_notes": "frameworks",
    "publish": "publishing",
    "publish_working_copy": "publishing",
    "read_exports": "workflow",
    "read_file": "importers",
    "read_framework": "workflow",
    "run_demo": "workflow",
    "save_codebook": "workflow",
    "save_profile": "workflow.profiles",
    "search_notes": "search",
    "statements_table": "figures",
    "to_frame": "frames",
    "verify_draft": "drafting",
    "votes_table": "figures",
    "who_says": "findings",
}

__all__ = [
    "accept_waiting",
    "answer_query",
    "apply_decisions",
    "apply_reviews",
    "check_quote",
    "collect_findings",
    "compare_rounds",
    "compose_draft",
    "create_workshop",
    "cross_with_themes",
    "describe_map",
    "describe_statements",
    "describe_votes",
    "detect_language",
    "draw_map",
    "draw_statements",
    "draw_votes",
    "find_kinds",
    "find_near_duplicates",
    "find_opinion_groups",
    "find_personal_data",
    "find_themes",
    "import_exports",
    "kinds_table",
    "load_draft",
    "load_encoder",
    "load_events",
    "load_framework",
    "load_kinds",
    "load_lemmatizer",
    "load_profiles",
    "load_reviews",
    "make_codebook",
    "map_table",
    "measure_agreement",
    "open_workshop",
    "place_notes",
    "publish",
    "publish_working_copy",
    "read_exports",
    "read_file",
    "read_framework",
    "run_demo",
    "save_codebook",
    "save_profile",
    "search_notes",
    "statements_table",
    "to_frame",
    "verify_draft",
    "votes_table",
    "who_says",
]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        msg = f"toolkit has no {name!r}; it has {', '.join(__all__)}"
        raise AttributeError(msg)
    return getattr(import_module(f"toolkit.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
