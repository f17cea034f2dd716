"""What was voted on a theme: its statements, and how the opinion groups took them."""

from __future__ import annotations

from dataclasses import replace

from toolkit.domain import OpinionGroups, StatementResult, Theme


def statements_of_theme(theme: Theme, groups: OpinionGroups | None) -> tuple[StatementResult, ...]:
    """Return the results of the statements that speak of a theme, most votes first.

    ``by_group`` holds only the groups that may be shown; see ``OpinionGroups.shown_groups``.
    Statements that moderation rejected and background statements are left out. Nothing when nobody
    voted.
    """
    if groups is None:
        return ()
    wanted = set(theme.statement_ids)
    shown = [group.id for group in groups.shown_groups]
    results = [
        replace(result, by_group={key: result.by_group[key] for key in shown})
        for result in groups.statements
        if result.id in wanted and result.moderated != -1 and not result.is_meta
    ]
    return tuple(sorted(results, key=lambda result: (-result.votes.n, result.id)))
