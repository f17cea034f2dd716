"""Opinion groups: who voted alike, and what unites, divides and leaves people unsure."""

from __future__ import annotations

from typing import Any, ClassVar

from toolkit import workflow
from toolkit.apps.frame import count_votes
from toolkit.apps.reply import Reply
from toolkit.apps.state import ScreenState
from toolkit.apps.wording import digits
from toolkit.domain import (
    Counts,
    EventKind,
    Finding,
    FindingKind,
    OpinionGroup,
    OpinionGroups,
    StatementResult,
)
from toolkit.errors import NoSuchThing
from toolkit.findings import shown_groups
from toolkit.i18n import N_, _, ngettext

FEWEST = 5
"""Participants an opinion group must have to be shown by itself."""

KINDS = {
    FindingKind.UNITING: N_("Statements that unite"),
    FindingKind.DIVIDING: N_("Statements that divide"),
    FindingKind.REJECTED: N_("Statements that are rejected together"),
    FindingKind.UNCERTAIN: N_("Statements that many are unsure of"),
}


class OpinionsState(ScreenState):
    """The votes of a workshop and the groups they show."""

    actions: ClassVar[tuple[str, ...]] = ("compute", "name_group")

    def view(self) -> dict[str, Any]:
        """Return the groups and the statements; of people only places on the map, without ids."""
        state = workflow.load_state(self.workshop)
        groups = state.opinion_groups
        shared = {"seq": state.seq, "has_votes": count_votes(state) > 0}
        if groups is None:
            return {**shared, "groups": None}
        large = [group for group in groups.groups if group.n >= FEWEST]
        findings = workflow.load_findings(self.workshop).items
        ids = shown_groups(groups)
        shown = [group for group in large if group.id in ids]
        return {
            **shared,
            "groups": [_group(group, groups) for group in large],
            "n_small": len(groups.groups) - len(large),
            "facts": _facts(groups),
            "map": _points(groups, large),
            "tables": [_table(kind, findings, groups, shown) for kind in KINDS],
            "all": _everything(groups, shown),
            "columns": [{"id": g.id, "name": group_name(g)} for g in shown],
            "checks": [message for _code, message in groups.checks],
        }

    def compute(self) -> Reply:
        """Have the worker compute the groups."""
        self.start("opinions")
        return Reply(notice=_("The work has started. It goes on even if you leave the page."))

    def name_group(self, *, group_id: str, name: str, seq: int) -> Reply:
        """Give a group the name people use; an empty name takes it away."""
        groups = workflow.load_state(self.workshop).opinion_groups
        if groups is None or group_id not in {group.id for group in groups.groups}:
            raise NoSuchThing(N_("The opinion group is not there any more. Reload the page."))
        name = " ".join(name.split())[:80]
        self.decide(EventKind.GROUP_NAMED, {"group_id": group_id, "name": name}, seq=seq)
        return Reply(notice=_("The group is now called: {name}").format(name=name or group_id))


def group_name(group: OpinionGroup) -> str:
    """Return what a group is called on the screen."""
    letter = _("Group {letter}").format(letter=group.id)
    return f"{letter}: {group.name}" if group.name else letter


def _group(group: OpinionGroup, groups: OpinionGroups) -> dict[str, Any]:
    n = group.n
    lines = []
    for statement_id, side in groups.representative.get(group.id, ())[:3]:
        agrees = _("agrees: {text}") if side == "agree" else _("disagrees: {text}")
        lines.append(agrees.format(text=groups.statement(statement_id).text))
    return {
        "id": group.id,
        "name": group.name,
        "title": group_name(group),
        "count": ngettext("{n} participant", "{n} participants", n).format(n=n),
        "lines": lines,
    }


def _facts(groups: OpinionGroups) -> list[str]:
    people, votes, statements = groups.n_participants, groups.n_votes, len(groups.statements)
    counts = (
        (people, ngettext("{n} participant voted", "{n} participants voted", people)),
        (votes, ngettext("{n} vote", "{n} votes", votes)),
        (statements, ngettext("{n} statement", "{n} statements", statements)),
    )
    facts = [text.format(n=digits(n)) for n, text in counts]
    if groups.mode == "imported":
        facts.append(_("the groups are those of the export"))
    else:
        facts.append(_("the groups were computed here from the votes"))
    if groups.stability is not None:
        share = round(100 * groups.stability)
        facts.append(_("stability over resamples: {share} %").format(share=share))
    return facts


def _points(groups: OpinionGroups, large: list[OpinionGroup]) -> dict[str, Any]:
    """Return places on the map by group; people of small groups and of none are left out."""
    places = [
        {
            "group": number,
            "points": [
                [round(coordinate, 3) for coordinate in groups.positions[person]]
                for person in group.participant_ids
                if person in groups.positions
            ],
        }
        for number, group in enumerate(large)
    ]
    people = {person for group in large for person in group.participant_ids}
    left_out = len(groups.positions.keys() - people)
    return {
        "groups": places,
        "explained": _(
            "Share of the differences between voters that the map shows: {share} %."
        ).format(share=round(100 * groups.explained_variance)),
        "left_out": ngettext(
            "{n} participant is not on the map.", "{n} participants are not on the map.", left_out
        ).format(n=left_out)
        if left_out
        else "",
    }


def _table(
    kind: FindingKind,
    findings: tuple[Finding, ...],
    groups: OpinionGroups,
    shown: list[OpinionGroup],
) -> dict[str, Any]:
    rows = [groups.statement(f.statement_id) for f in findings if f.kind is kind]
    return {
        "kind": kind.value,
        "title": _(KINDS[kind]),
        "rows": [_row(result, shown) for result in rows],
    }


def _everything(groups: OpinionGroups, shown: list[OpinionGroup]) -> list[dict[str, Any]]:
    """Return every statement in use, the most voted first."""
    used = [r for r in groups.statements if r.moderated != -1 and not r.is_meta]
    return [_row(result, shown) for result in sorted(used, key=lambda r: -r.votes.n)]


def _row(result: StatementResult, shown: list[OpinionGroup]) -> dict[str, Any]:
    cells = [_shares(result.by_group.get(group.id)) for group in shown]
    return {"ref": result.ref, "text": result.text, "all": _shares(result.votes), "by": cells}


def _shares(counts: Counts | None) -> dict[str, int]:
    if counts is None:
        return {"n": 0, "agree": 0, "disagree": 0, "passes": 0}
    return {
        "n": counts.n,
        "agree": counts.agree,
        "disagree": counts.disagree,
        "passes": counts.passes,
    }
