"""What the import screen shows of files that wait and of files that are in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from toolkit.apps.import_columns import show_columns
from toolkit.apps.wording import finnish_date
from toolkit.domain import Receipt, Source
from toolkit.i18n import N_, _
from toolkit.importers.mapped import NAME, SURVEY_NAME
from toolkit.store import Job
from toolkit.workflow.looking import preview_waiting
from toolkit.workflow.receipts import left_out
from toolkit.workflow.waiting import Waiting

FAMILIES = {
    "chat": N_("Chat"),
    "decidim": "Decidim",
    "kerrokantasi": "Kerrokantasi",
    "notes": N_("Round-table notes"),
    "padlet": "Padlet",
    "polis": "Polis",
    "survey": N_("Survey"),
    "speech": N_("Transcript of speech"),
}
KINDS = {
    "docx": "Word",
    "forms": "Microsoft Forms",
    "google": "Google Forms",
    "limesurvey": "LimeSurvey",
    "markdown": "Markdown",
    "phone": N_("telephone"),
    "pptx": "PowerPoint",
    "teams": "Teams",
    "text": N_("text"),
    "vtt": N_("subtitles"),
    "xlsx": "Excel",
    "zoom": "Zoom",
}
BY_PEOPLE = {
    NAME: N_("Table, columns chosen by people"),
    SURVEY_NAME: N_("Survey, columns chosen by people"),
}
HIDDEN = {
    "person": N_("Names of people"),
    "address": N_("Addresses"),
    "plate": N_("Number plates"),
    "role": N_("Posts that only one person has"),
    "phone": N_("Telephone numbers"),
    "email": N_("E-mail addresses"),
    "identity_code": N_("Personal identity codes"),
    "bank_account": N_("Bank account numbers"),
}
POSSIBLE = {
    "person": N_("A name of a person?"),
    "address": N_("An address?"),
    "plate": N_("A number plate?"),
    "role": N_("A post that only one person has?"),
}


def format_in_words(name: str) -> str:
    """Return the name of a format as people say it.

    >>> format_in_words("padlet-csv")
    'Padlet (CSV)'
    """
    if name in BY_PEOPLE:
        return _(BY_PEOPLE[name])
    family, _dash, kind = name.partition("-")
    words = _(FAMILIES[family]) if family in FAMILIES else family
    return f"{words} ({_(KINDS[kind]) if kind in KINDS else kind.upper()})" if kind else words


def _rows(receipt: Receipt) -> dict[str, Any]:
    return {
        "format": format_in_words(receipt.format),
        "rows": receipt.rows,
        "notes": receipt.notes,
        "statements": receipt.statements,
        "votes": receipt.votes,
        "merged": receipt.merged,
        "set_aside": receipt.set_aside,
        "masked": receipt.masked,
        "respondents": receipt.respondents,
        "selections": receipt.selections,
        "n_skipped": len(receipt.skipped),
        "skipped": [{"row": one.rows, "reason": one.reason} for one in left_out(receipt)],
        "warnings": [warning.message for warning in receipt.warnings],
    }


def show_receipt(source: Source, receipt: Receipt) -> dict[str, Any]:
    """Return a file that is in, ready for JSON."""
    when = source.imported_at.astimezone()
    return {
        "id": source.id,
        "hidden": hidden_in_words(source),
        "name": source.name,
        "when": f"{finnish_date(when)} {when:%H.%M}",
        **_rows(receipt),
    }


def hidden_in_words(source: Source) -> list[str]:
    """Return what was decided on personal data in a file: what is hidden, how often, what stayed.

    Equal notes count once.
    """
    n_of = Counter(one.kind for one in source.redactions if one.word)
    kept = sum(not one.word for one in source.redactions)
    told = [f"{_(HIDDEN[kind])}: {n_of[kind]}" for kind in HIDDEN if n_of[kind]]
    return [*told, *([_("Left visible on purpose: {n}").format(n=kept)] if kept else [])]


def show_waiting(waiting: Waiting, *, jobs: Iterable[Job], is_known: bool) -> dict[str, Any]:
    """Return a file that waits, ready for JSON.

    ``status`` is ``"importing"``, ``"looking"``, ``"stopped"`` (nobody looks at it any more),
    ``"sign"``, ``"columns"`` (a person has to name them), ``"refused"``, ``"personal"`` (somebody
    should look at personal data) or ``"ready"``.
    """
    look = waiting.look
    kinds = {job.kind for job in jobs if job.payload.get("waiting_id") == waiting.id}
    receipt = look.receipt if look else None
    return {
        "id": waiting.id,
        "name": waiting.name,
        "status": _status(waiting, kinds),
        "problem": look.problem if look else "",
        "columns": show_columns(waiting) if waiting.asks_columns else None,
        "has_columns": bool(waiting.tables),
        "known": is_known,
        "broken": [list(pair) for pair in look.broken] if look else [],
        "repairs": waiting.repairs_text,
        "left_out": waiting.is_left_out,
        "has_names": look is None or look.has_names,
        "n_certain": sum(one.is_certain for one in look.suggestions) if look else 0,
        "receipt": _rows(receipt) if receipt else None,
        "preview": [
            {"text": note.text, "prompt": note.prompt, "group": note.group}
            for note in preview_waiting(waiting)
        ],
    }


def _status(waiting: Waiting, kinds: set[str]) -> str:
    look = waiting.look
    if "import_waiting" in kinds:
        return "importing"
    if waiting.asks_columns:
        return "columns"
    if look is None:
        return "looking" if "look" in kinds else "stopped"
    if look.receipt is None:
        return "sign" if look.asks_sign else "refused"
    return "personal" if waiting.n_open else "ready"


def show_suggestions(waiting: Sequence[Waiting]) -> list[dict[str, Any]]:
    """Return what a person should look at, file by file, ready for JSON."""
    found = [
        (one, suggestion)
        for one in waiting
        if one.look and not one.is_left_out and not one.asks_columns
        for suggestion in one.look.suggestions
        if not suggestion.is_certain
    ]
    same = Counter((one.id, suggestion.kind, suggestion.base) for one, suggestion in found)
    numbers = {key: number for number, key in enumerate(same)}
    return [
        {
            "waiting_id": one.id,
            "file": one.name,
            "key": suggestion.key,
            "kind": _(POSSIBLE[suggestion.kind]),
            "before": suggestion.before,
            "words": suggestion.words,
            "after": suggestion.after,
            "choice": one.choices.get(suggestion.key),
            "base_key": numbers[one.id, suggestion.kind, suggestion.base],
            "n_same": same[one.id, suggestion.kind, suggestion.base],
        }
        for one, suggestion in found
    ]
