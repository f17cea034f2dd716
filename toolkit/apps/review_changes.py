"""Changes that wait for a person, as the page shows them, and the files they came in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from toolkit import workflow
from toolkit.apps.marked_words import mark_words
from toolkit.apps.wording import finnish_date
from toolkit.domain import LinePart, Workshop
from toolkit.domain.returned import ChangeKind
from toolkit.i18n import N_, _
from toolkit.workflow import OpenChange

KINDS = {
    ChangeKind.EDITED: N_("Text edited"),
    ChangeKind.ADDED: N_("Text added"),
    ChangeKind.DELETED: N_("Text deleted"),
    ChangeKind.SPLIT: N_("Paragraph split"),
    ChangeKind.MERGED: N_("Paragraphs merged"),
    ChangeKind.MOVED: N_("Paragraph moved"),
    ChangeKind.COMMENTED: N_("Comment"),
}
_REWORDED = {ChangeKind.EDITED, ChangeKind.ADDED}


def change_view(one: OpenChange) -> dict[str, Any]:
    """Return a change with its words before and after, the difference marked."""
    change = one.change
    is_comment = change.kind is ChangeKind.COMMENTED
    by_hand = not is_comment and change.part in {LinePart.FRAME, LinePart.CAPTION}
    return {
        "id": change.id,
        "kind": _(KINDS[change.kind]),
        "block_id": change.block_id or change.follows,
        "author": change.author,
        "who": change.author or _("author not known"),
        "comment": change.comment,
        "marked": [] if is_comment else mark_words(change.before, change.after),
        "after": change.after,
        "stale": one.is_stale,
        "by_hand": by_hand or (is_comment and not change.block_id),
        "editable": change.kind in _REWORDED and change.part is LinePart.TEXT,
        "proposed_here": change.id.startswith("ehdotus-"),
    }


def files_view(workshop: Workshop, waiting: Iterable[OpenChange], *, type: str) -> list[Any]:  # noqa: A002
    """Return the files that came back, newest first, and how much of each waits."""
    ids = {one.change.id for one in waiting}
    files = workflow.load_returned_files(workshop, type=type)
    return [
        {
            "name": file.name,
            "version": file.version,
            "when": finnish_date(file.at.astimezone()),
            "brought_by": file.brought_by,
            "authors": [
                {"name": name or _("author not known"), "n": n}
                for name, n in sorted(file.authors.items())
            ],
            "n": len(file.change_ids),
            "n_waiting": len(ids.intersection(file.change_ids)),
        }
        for file in reversed(files)
    ]
