"""Commands about working copies that came back: import, changes, take, leave."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

from toolkit import store, workflow
from toolkit.cli.output import AsJson, By, Folder, print_json, say, user_name
from toolkit.domain import ReturnedChange
from toolkit.domain.returned import ChangeKind
from toolkit.errors import BadName
from toolkit.i18n import N_, _
from toolkit.workflow import OpenChange

OneType = Annotated[
    str | None, typer.Option("--type", help=N_("Document type; by default what the file says."))
]
ListedType = Annotated[
    str | None, typer.Option("--type", help=N_("Document type; every document by default."))
]
Numbers = Annotated[list[int], typer.Argument(metavar="NUMBER…", help=N_("Numbers of changes."))]

_KINDS = {
    ChangeKind.EDITED: N_("Text edited"),
    ChangeKind.ADDED: N_("Text added"),
    ChangeKind.DELETED: N_("Text deleted"),
    ChangeKind.SPLIT: N_("Paragraph split"),
    ChangeKind.MERGED: N_("Paragraphs merged"),
    ChangeKind.MOVED: N_("Paragraph moved"),
    ChangeKind.COMMENTED: N_("Comment"),
}


def register(reviews: typer.Typer) -> None:
    """Add the commands of this module to those about review."""
    reviews.command("import", help=N_("Bring back a working copy that people have changed."))(
        import_
    )
    reviews.command("changes", help=N_("Show changes of working copies that wait."))(changes)
    reviews.command("take", help=N_("Take changes of a working copy into the draft."))(take)
    reviews.command("leave", help=N_("Leave changes of a working copy out."))(leave)


def import_(
    folder: Folder,
    file: Annotated[Path, typer.Argument(metavar="FILE", help=N_("DOCX or ODT file."))],
    type_: OneType = None,
    by: By = "",
    as_json: AsJson = False,
) -> None:
    """Bring back a working copy that people have changed; nothing is applied."""
    workshop = store.open_workshop(folder)
    actor = by.strip() or user_name()
    brought = workflow.import_review_copy(workshop, file, type=type_, actor=actor)
    if as_json:
        plain = {
            "file": brought.file,
            "type": brought.type,
            "older": brought.is_older,
            "new": brought.n_new,
            "changes": [_plain(change) for change in brought.changes],
        }
        print_json(plain)
        return
    text = _("Working copy read: {file} ({type}). Changes and comments: {n}, of them new: {new}.")
    n = len(brought.changes)
    say(text.format(file=brought.file, type=brought.type, n=n, new=brought.n_new))
    if brought.is_older:
        say(
            _(
                "The draft has changed since this copy was written. Changes to paragraphs that are "
                "not the same any more are marked, and cannot be taken as they are."
            )
        )
    waiting = workflow.load_changes(workshop, type=brought.type)
    if waiting:
        say(_("Nothing has been applied. Decide on the changes: review take, review leave."))
        _print_changes(waiting)


def changes(folder: Folder, type_: ListedType = None, as_json: AsJson = False) -> None:
    """Show the changes that nobody has decided on."""
    found = workflow.load_changes(store.open_workshop(folder), type=type_)
    if as_json:
        listed = [
            {
                "number": one.number,
                "type": one.type,
                "stale": one.is_stale,
                **_plain(one.change),
            }
            for one in found
        ]
        print_json({"changes": listed})
        return
    if not found:
        say(_("No changes of working copies wait for a decision."))
    _print_changes(found)


def take(
    folder: Folder, numbers: Numbers, by: By, type_: ListedType = None, as_json: AsJson = False
) -> None:
    """Take changes into the draft, in one person's name."""
    _settle(folder, numbers, by, type_, as_json=as_json, taken=True)


def leave(
    folder: Folder, numbers: Numbers, by: By, type_: ListedType = None, as_json: AsJson = False
) -> None:
    """Leave changes out, in one person's name."""
    _settle(folder, numbers, by, type_, as_json=as_json, taken=False)


def _settle(
    folder: Path, numbers: list[int], by: str, type_: str | None, *, as_json: bool, taken: bool
) -> None:
    if not by.strip():
        raise BadName(N_("Say who decides: --by NAME"))
    workshop = store.open_workshop(folder)
    workflow.settle_changes(workshop, numbers, type=type_, take=taken, actor=by.strip())
    left = len(workflow.load_changes(workshop, type=type_))
    if as_json:
        print_json({"decided": list(dict.fromkeys(numbers)), "waiting": left})
        return
    say(_("Decided: {decided}. Waiting: {waiting}.").format(decided=len(numbers), waiting=left))


def _plain(change: ReturnedChange) -> dict[str, Any]:
    return {
        "block": change.block_id,
        "kind": change.kind.value,
        "before": change.before,
        "after": change.after,
        "author": change.author,
        "comment": change.comment,
        "follows": change.follows,
        "resolved": change.is_resolved,
    }


def _print_changes(found: Iterable[OpenChange]) -> None:
    for one in found:
        change = one.change
        where = change.block_id or change.follows or _("outside the paragraphs")
        who = change.author or _("not tracked")
        say(f"{one.number}. {_(_KINDS[change.kind])} · {where} · {who}")
        if one.is_stale:
            say(f"   {_('The paragraph has changed since then.')}")
        if change.comment:
            say(f"   {change.comment}")
        for sign, text in (("−", change.before), ("+", change.after)):
            if text and not change.comment:
                say("\n".join(f"   {sign} {line}" for line in text.split("\n")))
