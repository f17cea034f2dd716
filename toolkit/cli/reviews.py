"""Commands about reviews: accept, status, lock, versions, compare."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from toolkit import store, workflow
from toolkit.cli import returned
from toolkit.cli.documents import Lang
from toolkit.cli.output import AsJson, By, DocumentType, Folder, print_json, print_table, say
from toolkit.domain import EventKind
from toolkit.errors import BadName, TooEarly
from toolkit.i18n import N_, _
from toolkit.review import Merged, Renewed

EveryType = Annotated[
    str | None, typer.Option("--type", help=N_("Document type; every draft by default."))
]
_CHANGES = {
    "added": N_("Added"),
    "removed": N_("Removed"),
    "changed": N_("Changed"),
}


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    reviews = typer.Typer(help=N_("Decide on paragraphs."))
    reviews.command("accept", help=N_("Accept every paragraph that waits."))(accept)
    reviews.command("status", help=N_("Show what waits for a decision."))(review_status)
    reviews.command("lock", help=N_("Keep a decision whatever the tool writes later."))(lock)
    reviews.command("versions", help=N_("List the versions of a draft."))(versions)
    reviews.command("compare", help=N_("Say what changed between versions."))(compare)
    returned.register(reviews)
    app.add_typer(reviews, name="review")


def accept(
    folder: Folder,
    by: By,
    type_: EveryType = None,
    all_: Annotated[bool, typer.Option("--all", help=N_("Everything that waits."))] = False,
    lang: Lang = None,
    as_json: AsJson = False,
) -> None:
    """Accept every paragraph that waits, in one person's name."""
    if not all_ or not by.strip():
        msg = N_("Say that you mean every paragraph, and who you are: --all --by NAME")
        raise BadName(msg)
    workshop = store.open_workshop(folder)
    decided = sum(
        workflow.accept_waiting(workshop, type=name, language=lang or "", actor=by.strip())
        for name in _types(workflow.load_state(workshop), type_, lang or "")
    )
    if as_json:
        print_json({"decided": decided})
        return
    say(_("Paragraphs accepted: {n}").format(n=decided))


def review_status(
    folder: Folder, type_: EveryType = None, lang: Lang = None, as_json: AsJson = False
) -> None:
    """Show what waits for a decision, and what the tool would write otherwise now."""
    state = workflow.load_state(store.open_workshop(folder))
    drafts = {
        name: workflow.merge_draft(state, type=name, language=lang or "")
        for name in _types(state, type_, lang or "")
    }
    waiting = [f"{name}: {block.id}" for name, one in drafts.items() for block in one.waiting]
    blocks = [block for one in drafts.values() for block in one.draft.blocks]
    decided = sum(block.needs_decision for block in blocks) - len(waiting)
    if as_json:
        changed = [_plain(name, item) for name, one in drafts.items() for item in one.offers]
        fallen = [_fallen(name, item) for name, one in drafts.items() for item in _grounds(one)]
        print_json({"waiting": waiting, "decided": decided, "changed": changed, "fallen": fallen})
        return
    say(_("Decided: {decided}. Waiting: {waiting}.").format(decided=decided, waiting=len(waiting)))
    for line in waiting:
        say(line)
    for name, one in drafts.items():
        for item in one.offers:
            _say_change(name, item)
        for item in _grounds(one):
            text = _("Grounds of a rejected proposal, left out: {block}")
            say(text.format(block=f"{name}: {item.block_id}"))


def _grounds(merged: Merged) -> list[Renewed]:
    return [one for one in merged.renewed if one.claim_id]


def _plain(name: str, item: Renewed) -> dict[str, Any]:
    return {
        "type": name,
        "block": item.block_id,
        "decision": item.review.decision.value,
        "author": item.review.author,
        "waits": not item.holds,
        "loose": item.loose,
        "before": item.before,
        "after": item.after,
        "conflicts": [
            {"base": one.base, "mine": one.mine, "theirs": one.theirs} for one in item.conflicts
        ],
    }


def _fallen(name: str, item: Renewed) -> dict[str, str]:
    return {"type": name, "block": item.block_id, "claim": item.claim_id}


def _say_change(name: str, item: Renewed) -> None:
    block = f"{name}: {item.block_id}"
    if item.loose:
        text = _("The draft no longer has this paragraph, your words are kept: {block}")
    elif item.holds:
        text = _("Rejected, and the tool writes it otherwise now: {block}")
    else:
        text = _("Changed since it was decided on: {block}")
    say("")
    say(text.format(block=block))
    say(f"– {item.before}")
    if item.after:
        say(f"+ {item.after}")
    for one in item.conflicts:
        text = _("Both changed this: “{mine}”, the tool would write “{theirs}”.")
        say(text.format(mine=one.mine, theirs=one.theirs))


def lock(
    folder: Folder,
    type_: DocumentType,
    block: Annotated[str, typer.Option("--block", help=N_("Paragraph, as status names it."))],
    by: By,
    unlock: Annotated[bool, typer.Option("--unlock", help=N_("Take the lock off."))] = False,
    lang: Lang = None,
    as_json: AsJson = False,
) -> None:
    """Keep the decision on a paragraph whatever the tool writes later."""
    workshop = store.open_workshop(folder)
    payload: dict[str, Any] = {"type": type_, "block_id": block, "locked": not unlock}
    if lang:
        payload["language"] = lang.value
    workflow.decide(workshop, EventKind.PARAGRAPH_LOCKED, payload, actor=by)
    if as_json:
        print_json({"block": block, "locked": not unlock})
        return
    text = _("Paragraph unlocked: {block_id}") if unlock else _("Paragraph locked: {block_id}")
    say(text.format(block_id=block))


def versions(
    folder: Folder, type_: DocumentType, lang: Lang = None, as_json: AsJson = False
) -> None:
    """List the versions of a draft."""
    listed = workflow.load_versions(store.open_workshop(folder), type=type_, language=lang or "")
    if as_json:
        plain = [
            {
                "version": one.number,
                "composed_at": one.composed_at.isoformat(timespec="seconds"),
                "draft": one.digest,
                "language": one.draft.language,
                "n_blocks": len(one.draft.blocks),
                "sent": one.sent,
            }
            for one in listed
        ]
        print_json({"versions": plain})
        return
    headers = (_("Version"), _("When"), _("Digest"), _("Blocks"), _("Sent for comments"))
    rows = [
        (
            one.number,
            f"{one.composed_at.astimezone():%Y-%m-%d %H:%M}",
            one.digest,
            len(one.draft.blocks),
            _("yes") if one.sent else "",
        )
        for one in listed
    ]
    print_table(headers, rows)


def compare(
    folder: Folder,
    type_: DocumentType,
    first: Annotated[int, typer.Option("--from", help=N_("Number of the older version."))],
    last: Annotated[
        int | None, typer.Option("--to", help=N_("Number of the newer one; the last by default."))
    ] = None,
    lang: Lang = None,
    as_json: AsJson = False,
) -> None:
    """Say what changed between versions."""
    changes = workflow.compare_versions(
        store.open_workshop(folder), type=type_, first=first, last=last, language=lang or ""
    )
    if as_json:
        plain = [
            {
                "block": one.block_id,
                "change": one.change,
                "heading": one.heading,
                "before": one.before,
                "after": one.after,
            }
            for one in changes
        ]
        print_json({"changes": plain})
        return
    if not changes:
        say(_("Nothing has changed."))
    for one in changes:
        say(f"{_(_CHANGES[one.change])} · {one.heading}")
        if one.before:
            say(f"– {one.before}")
        if one.after:
            say(f"+ {one.after}")


def _types(state: store.State, asked: str | None, language: str) -> list[str]:
    """Return the drafts that are meant: the one asked for, or all there are."""
    names = [n for n in sorted(state.drafts) if asked in {n, None} and state.draft(n, language)]
    if not names:
        msg = N_("There is no draft of this document yet: {type}. Compose the draft first.")
        raise TooEarly(msg, type=asked or "julkilausuma")
    return names
