"""The statements a round table talks of: the tool's few of each kind, and what people say."""

from __future__ import annotations

import pytest

from toolkit.domain import Finding, FindingKind, Findings


def found(kind: FindingKind, *ids: str) -> tuple[Finding, ...]:
    return tuple(
        Finding(id=f"{kind}:{key}", kind=kind, subject=key, statement_id=key) for key in ids
    )


ITEMS = (
    *found(FindingKind.UNITING, "u1", "u2", "u3"),
    *found(FindingKind.DIVIDING, "d1"),
    *found(FindingKind.THEME, ""),
)


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        pytest.param({}, ["u1", "u2", "d1"], id="two that unite, the one that divides"),
        pytest.param({"u1": "leave"}, ["u2", "d1"], id="left out"),
        pytest.param({"d1": "take"}, ["u1", "u2", "d1"], id="taken, and there already"),
        pytest.param({"x9": "leave"}, ["u1", "u2", "d1"], id="not there any more"),
    ],
)
def test_a_few_of_each_kind_as_people_choose(choices: dict[str, str], expected: list[str]) -> None:
    findings = Findings(items=ITEMS, notes=(), themes=(), talk_choices=choices)

    assert [key for key, _kind in findings.talked_of] == expected
