"""Opinion groups as the page shows them: cards, tables of statements, how the groups were made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from toolkit.apps.opinions_map import make_map
from toolkit.apps.vote_cells import counted, vote_cells
from toolkit.domain import (
    ALIKE,
    SMALL_GROUP,
    Counts,
    Finding,
    FindingKind,
    OpinionGroup,
    OpinionGroups,
    StatementResult,
)
from toolkit.i18n import N_, _, decimal, digits, ngettext

KINDS = {
    FindingKind.UNITING: (
        N_("Statements that unite"),
        N_("In every group at least 60 percent of the votes agree, and at least 20 people voted."),
    ),
    FindingKind.DIVIDING: (
        N_("Statements that divide"),
        N_(
            "The shares of those who agree differ by at least 20 percentage points between two "
            "groups, or by 40 when the groups are small."
        ),
    ),
    FindingKind.REJECTED: (
        N_("Statements that are rejected together"),
        N_(
            "In every group at least 60 percent of the votes disagree, and at least 20 people "
            "voted."
        ),
    ),
    FindingKind.UNCERTAIN: (
        N_("Statements that many passed"),
        N_(
            "Passing is offered as ”Pass / neutral”. So a pass may mean that somebody is unsure or "
            "neutral, or that the matter does not concern them: the votes do not tell which."
        ),
    ),
}


def groups_view(
    groups: OpinionGroups, findings: Iterable[Finding], background: Mapping[str, bool]
) -> dict[str, Any]:
    """Return the groups and the statements, ready for JSON.

    Of people there are only places on the map, without ids, and of groups with fewer than five
    people nothing but how many such groups there are.

    Parameters
    ----------
    background
        What people say of statements; it counts at once, before the groups are computed again.
    """
    large = [group for group in groups.groups if not group.is_small]
    shown = groups.shown_groups
    used = [r for r in groups.statements if r.moderated != -1]
    marked = {r.id: background.get(r.id, r.is_meta) for r in used}
    plain = [r for r in used if not marked[r.id]]
    return {
        "groups": [_card(group, groups, plain) for group in large],
        "n_small": len(groups.groups) - len(large),
        "facts": _facts(groups),
        "made": _made(groups),
        "map": make_map(groups, large),
        "columns": [
            {"id": g.id, "name": group_name(g), "number": groups.groups.index(g)} for g in shown
        ],
        "rows": {r.id: _row(r, shown) for r in used},
        "tables": _tables(groups, findings, plain),
        "most_voted": [r.id for r in sorted(plain, key=lambda r: -r.votes.n)],
        "uniting_first": [r.id for r in sorted(plain, key=lambda r: r.extremity)],
        "background": [r.id for r in used if marked[r.id]],
        "warnings": [message for _code, message in groups.checks],
    }


def group_name(group: OpinionGroup) -> str:
    """Return what a group is called on the screen."""
    letter = _("Group {letter}").format(letter=group.id)
    return f"{letter}: {group.name}" if group.name else letter


def group_count(group: OpinionGroup) -> str:
    """Return how many people a group has, or at least has, in words."""
    n = group.n
    if group.is_listed:
        return ngettext("{n} participant", "{n} participants", n).format(n=digits(n))
    words = ngettext("at least {n} participant", "at least {n} participants", n)
    return words.format(n=digits(n))


def _card(
    group: OpinionGroup, groups: OpinionGroups, plain: Iterable[StatementResult]
) -> dict[str, Any]:
    results = {result.id: result for result in plain}
    pairs = [
        (results[key], side)
        for key, side in groups.representative.get(group.id, ())
        if key in results
    ]
    return {
        "id": group.id,
        "number": groups.groups.index(group),
        "name": group.name,
        "title": group_name(group),
        "listed": group.is_listed,
        "count": group_count(group),
        "share": _share(group, groups.n_participants),
        "lines": [_telling(group, groups, result, side) for result, side in pairs[:3]],
    }


def _share(group: OpinionGroup, n: int) -> str:
    share = counted(group.n, n) if n else ""
    return share if group.is_listed else _("at least {share}").format(share=share)


def _telling(
    group: OpinionGroup, groups: OpinionGroups, result: StatementResult, side: str
) -> dict[str, str]:
    """Say what a group does more often than the others, with the numbers that may be given.

    The first statement is the one it agrees on most, even when Polis gives it the other side
    because the others agree a little more still.
    """
    own = result.by_group[group.id]
    rest = [counts for other, counts in result.by_group.items() if other != group.id]
    n, n_others = own.n, sum(counts.n for counts in rest)

    def lead(side: str) -> int:
        return _side(own, side) * n_others - sum(_side(counts, side) for counts in rest) * n

    if side == "disagree" and 2 * own.agree > n and 10 * lead(side) < n * n_others:
        side = "agree"
    count, others = _side(own, side), sum(_side(counts, side) for counts in rest)
    more = lead(side) > 0
    if side == "agree":
        words = _("agrees more often than the others:") if more else _("agrees, as others do:")
    else:
        words = (
            _("disagrees more often than the others:") if more else _("disagrees, as others do:")
        )
    shown = groups.shown_groups
    numbers = []
    if group in shown and n >= SMALL_GROUP:
        numbers.append(_("the group: {counted}").format(counted=counted(count, n)))
    # With a group left out, subtracting would show how its few people voted.
    if numbers and n_others >= SMALL_GROUP and len(shown) == len(groups.groups):
        numbers.append(_("the others: {counted}").format(counted=counted(others, n_others)))
    return {"words": words, "ref": result.ref, "text": result.text, "counts": ", ".join(numbers)}


def _side(counts: Counts, side: str) -> int:
    return counts.agree if side == "agree" else counts.disagree


def _facts(groups: OpinionGroups) -> list[str]:
    people, votes = groups.n_participants, groups.n_votes
    rejected = sum(result.moderated == -1 for result in groups.statements)
    used = len(groups.statements) - rejected
    counts = [
        (people, ngettext("{n} participant voted", "{n} participants voted", people)),
        (votes, ngettext("{n} vote", "{n} votes", votes)),
        (used, ngettext("{n} statement in use", "{n} statements in use", used)),
    ]
    if rejected:
        words = ngettext(
            "{n} statement removed by moderators", "{n} statements removed by moderators", rejected
        )
        counts.append((rejected, words))
    return [text.format(n=digits(n)) for n, text in counts]


def _made(groups: OpinionGroups) -> dict[str, Any]:
    """Say where the groups come from and how far they can be leant on."""
    imported = groups.mode == "imported"
    lines = [
        _(
            "Share of the differences between voters that the map shows: {share} %. Those near "
            "each other may still disagree on single statements."
        ).format(share=round(100 * groups.explained_variance))
    ]
    if groups.stability is not None:
        words = _(
            "Of the pairs that belong to one group, this many stayed together when the groups were "
            "computed again from random parts of the participants: {share} %. The nearer to 100 %, "
            "the less the groups depend on who happened to take part."
        )
        lines.append(words.format(share=round(100 * groups.stability)))
    if groups.similarity is not None:
        words = _(
            "How alike the groups of Polis and the groups computed from the votes are: {figure}. "
            "1 means the same groups, 0 groups that have nothing to do with each other."
        )
        lines.append(words.format(figure=decimal(max(0.0, groups.similarity))))
        if groups.similarity < ALIKE:
            words = _(
                "The groups are not a fact but one way of dividing the participants: another way "
                "of computing divides them differently."
            )
            lines.append(words)
    return {
        "imported": imported,
        "from": _("These are the groups of Polis: they came with the file you imported.")
        if imported
        else _("These groups were computed in this tool from the votes."),
        "lines": lines,
        "can_import": imported or groups.similarity is not None,
    }


def _tables(
    groups: OpinionGroups, findings: Iterable[Finding], plain: Iterable[StatementResult]
) -> list[dict[str, Any]]:
    """Return the statements of each kind, the strongest first."""
    known = {result.id for result in plain}
    found: dict[FindingKind, list[str]] = {kind: [] for kind in KINDS}
    found[FindingKind.UNCERTAIN] += groups.uncertain
    for finding in findings:
        if finding.kind in found and finding.statement_id not in found[finding.kind]:
            found[finding.kind].append(finding.statement_id)
    return [
        {
            "kind": kind.value,
            "title": _(title),
            "help": _(words),
            "ids": [key for key in found[kind] if key in known],
        }
        for kind, (title, words) in KINDS.items()
    ]


def _row(result: StatementResult, shown: Sequence[OpinionGroup]) -> dict[str, Any]:
    everybody, by_group = vote_cells(result, shown)
    return {
        "id": result.id,
        "ref": result.ref,
        "text": result.text,
        "all": everybody,
        "by": by_group,
        "x": round(result.extremity, 3),
        "enough": result.enough_votes,
    }
