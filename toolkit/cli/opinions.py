"""Commands about votes: opinions, background."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from toolkit import store, workflow
from toolkit.cli.output import (
    AsJson,
    Folder,
    print_json,
    print_table,
    say,
    show_progress,
    user_name,
)
from toolkit.domain import (
    Counts,
    EventKind,
    FindingKind,
    OpinionGroups,
    RoundComparison,
)
from toolkit.errors import NoSuchThing
from toolkit.i18n import N_, _, ngettext
from toolkit.store import State


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("opinions", help=N_("Find the opinion groups of a Polis conversation."))(opinions)
    app.command("background", help=N_("Mark statements that are about the voters."))(background)


def opinions(
    folder: Folder,
    recompute: Annotated[
        bool, typer.Option("--recompute", help=N_("Compute the groups from the votes."))
    ] = False,
    imported: Annotated[
        bool, typer.Option("--imported", help=N_("Go back to the groups of the export."))
    ] = False,
    k: Annotated[int | None, typer.Option("--k", min=2, max=5, help=N_("How many groups."))] = None,
    as_json: AsJson = False,
) -> None:
    """Find the opinion groups of a Polis conversation."""
    workshop = store.open_workshop(folder)
    with show_progress() as progress:
        found = workflow.update_opinions(
            workshop,
            n_groups=k,
            recompute=recompute,
            imported=imported,
            progress=progress,
        )
    state = workflow.load_state(workshop)
    if as_json:
        print_json(_opinions(found, state))
        return
    say(_mode(found))
    for group in found.groups:
        n = group.n
        text = ngettext("Group {id}: {n} participant", "Group {id}: {n} participants", n)
        say(text.format(id=group.id, n=n))
    findings = workflow.load_findings(workshop)
    for kind, heading in (
        (FindingKind.UNITING, _("Uniting statements")),
        (FindingKind.DIVIDING, _("Dividing statements")),
        (FindingKind.REJECTED, _("Statements that were rejected")),
    ):
        results = [found.statement(f.statement_id) for f in findings.items if f.kind is kind]
        if results:
            shown = [group.id for group in found.shown_groups]
            rows = [(r.text, *(_share(r.by_group[g]) for g in shown)) for r in results]
            print_table((heading, *(_("{group}: agree/n").format(group=g) for g in shown)), rows)
    for _code, message in found.checks:
        say(message)
    if state.rounds is not None:
        _print_rounds(state.rounds)


def _mode(found: OpinionGroups) -> str:
    """Say where the groups come from, and how far they can be trusted."""
    parts = [
        _("The groups are those of the export.")
        if found.mode == "imported"
        else _("The groups were computed here from the votes.")
    ]
    if found.stability is not None:
        text = _("Pairs that stay in the same group over resamples of participants: {share} %.")
        parts.append(text.format(share=round(100 * found.stability)))
    text = _("Share of the differences between voters that the map shows: {share} %.")
    parts.append(text.format(share=round(100 * found.explained_variance)))
    return " ".join(parts)


def _print_rounds(rounds: RoundComparison) -> None:
    """Print what has changed since the round before."""
    lines = [
        _("Compared with the round before:"),
        _("Participants: {before} and now {after}").format(
            before=rounds.n_before, after=rounds.n_after
        ),
        _("New statements: {n}").format(n=len(rounds.new)),
        _("Statements that are gone: {n}").format(n=len(rounds.gone)),
    ]
    if rounds.same_people:
        lines.append(_("Votes that were changed: {n}").format(n=rounds.n_moved))
    else:
        lines.append(_("It is another conversation, so people cannot be followed."))
    for line in lines:
        say(line)


def background(
    folder: Folder,
    statements: Annotated[
        list[str], typer.Argument(metavar="STATEMENT...", help=N_("Labels or ids of statements."))
    ],
    remove: Annotated[bool, typer.Option("--remove", help=N_("Take the mark away."))] = False,
    as_json: AsJson = False,
) -> None:
    """Mark statements that are about the voters, or take the mark away."""
    workshop = store.open_workshop(folder)
    state = workflow.load_state(workshop)
    chosen = [_find_statement(state, name) for name in statements]
    for statement_id in chosen:
        payload = {"statement_id": statement_id, "is_meta": not remove}
        workflow.decide(workshop, EventKind.STATEMENT_MARKED, payload, actor=user_name())
    with show_progress() as progress:
        workflow.update_opinions(workshop, progress=progress)
    marked = sorted(
        key for key, is_meta in workflow.load_state(workshop).background.items() if is_meta
    )
    if as_json:
        print_json({"background": marked})
        return
    say(_("Background statements that people have marked: {n}").format(n=len(marked)))


def _find_statement(state: State, name: str) -> str:
    """Return the id of a statement called by its label or its id."""
    for key, (ref, _language) in state.labels.items():
        if key.startswith("polis:") and name.casefold() in (key.casefold(), ref.casefold()):
            return key
    raise NoSuchThing(
        N_("There is no statement called this: {name}. See: osallisuus opinions W --json"),
        name=name,
    )


def _share(counts: Counts) -> str:
    return f"{counts.agree}/{counts.n}"


def _counts(counts: Counts) -> dict[str, int]:
    return {"agree": counts.agree, "disagree": counts.disagree, "pass": counts.passes}


def _opinions(found: OpinionGroups, state: State) -> dict[str, Any]:
    import_checks = state.votes_receipt.checks if state.votes_receipt else ()
    return {
        "n_participants": found.n_participants,
        "n_statements": len(found.statements),
        "n_votes": found.n_votes,
        "mode": found.mode,
        "stability": found.stability,
        "explained_variance": found.explained_variance,
        "similarity": found.similarity,
        "groups": [
            {
                "id": group.id,
                "n": group.n,
                "is_listed": group.is_listed,
                "participant_ids": list(group.participant_ids),
            }
            for group in found.groups
        ],
        "statements": [
            {
                "id": result.id,
                "text": result.text,
                "ref": result.ref,
                "moderated": result.moderated,
                "is_meta": result.is_meta,
                "enough_votes": result.enough_votes,
                **_counts(result.votes),
                "by_group": {key: _counts(value) for key, value in result.by_group.items()},
                "group_aware_consensus": result.group_aware_consensus,
                "group_aware_consensus_geometric": result.group_aware_consensus_geometric,
                "extremity": result.extremity,
            }
            for result in found.statements
        ],
        "consensus": {
            "agree": list(found.consensus_agree),
            "disagree": list(found.consensus_disagree),
        },
        "representative": {
            group_id: [{"id": key, "direction": direction} for key, direction in pairs]
            for group_id, pairs in found.representative.items()
        },
        "uncertain": list(found.uncertain),
        "check": [{"code": code, "message": message} for code, message in found.checks],
        "import_check": [store.to_plain(check) for check in import_checks],
        "rounds": store.to_plain(state.rounds) if state.rounds is not None else None,
    }
