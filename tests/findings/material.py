"""Invented notes, themes and opinion groups for the tests of findings."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from toolkit.domain import (
    Counts,
    Finding,
    FindingKind,
    Findings,
    Note,
    OpinionGroup,
    OpinionGroups,
    StatementResult,
    Theme,
)
from toolkit.findings import collect_findings


def make_notes(n: int) -> tuple[Note, ...]:
    """Return notes n0, n1 … of three tables; every fifth is a proposal."""
    return tuple(
        Note(
            id=f"n{i}",
            text="Vuoroja pitäisi lisätä." if i % 5 == 0 else "Jono on pitkä.",
            group=f"Pöytä {i % 3}",
            prompt="Mikä toimii, mikä ei (ja miksi)?" if i % 2 else "Mitä pitää tehdä?",
        )
        for i in range(n)
    )


def make_theme(name: str, *numbers: int, central: tuple[int, ...] = ()) -> Theme:
    return Theme(
        id=name,
        label=name.capitalize(),
        note_ids=tuple(sorted(f"n{i}" for i in numbers)),
        central_ids=tuple(f"n{i}" for i in central),
    )


def make_groups(
    sizes: Mapping[str, int], *votes: Mapping[str, tuple[int, int, int]], ungrouped: int = 0
) -> OpinionGroups:
    """Return results from (agree, disagree, passes) by group; the group "" is the ungrouped."""
    results = []
    for number, by_group in enumerate(votes):
        total = np.array(list(by_group.values())).sum(axis=0)
        results.append(
            StatementResult(
                id=f"polis:x-{number}",
                text=f"Väite {number}",
                votes=_counts(total),
                by_group={g: _counts(by_group.get(g, (0, 0, 0))) for g in sizes},
                group_aware_consensus=0.5,
                group_aware_consensus_geometric=0.5,
                extremity=0.0,
            )
        )
    return OpinionGroups(
        mode="imported",
        n_participants=sum(sizes.values()) + ungrouped,
        n_votes=sum(result.votes.n for result in results),
        groups=tuple(
            OpinionGroup(id=g, participant_ids=tuple(f"{g}{i}" for i in range(size)))
            for g, size in sizes.items()
        ),
        statements=tuple(results),
        positions={},
        explained_variance=0.5,
    )


def _counts(numbers: object) -> Counts:
    agree, disagree, passes = (int(number) for number in numbers)  # type: ignore[attr-defined]
    return Counts(agree=agree, disagree=disagree, passes=passes)


def of_kind(findings: Findings, kind: FindingKind) -> list[Finding]:
    return [finding for finding in findings.items if finding.kind is kind]


def statements_of(groups: OpinionGroups, kind: FindingKind) -> list[str]:
    found = of_kind(collect_findings((), (), groups), kind)
    return [finding.statement_id.removeprefix("polis:x-") for finding in found]
