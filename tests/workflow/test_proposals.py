"""What people decide while the machine computes is in what the machine then proposes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.apps.material import PADLET, propose_themes
from tests.themes.conftest import WordEncoder
from toolkit import store, workflow
from toolkit.domain import EventKind, Workshop
from toolkit.errors import Conflict
from toolkit.store import State
from toolkit.workflow.proposals import propose

POLIS = Path(__file__).parents[2] / "workshops" / "esimerkki" / "exports" / "polis"


@pytest.fixture
def evening(workshop: Workshop, tmp_path: Path) -> Workshop:
    export = tmp_path / "seinä.csv"
    export.write_text(PADLET, encoding="utf-8")
    workflow.import_exports(workshop, [export], actor="Aino")
    propose_themes(workshop)
    return workshop


def rename(workshop: Workshop, label: str) -> None:
    payload = {"theme_id": "t-talo", "label": label}
    workflow.decide(workshop, EventKind.THEME_RENAMED, payload, actor="Veikko")


def once(act: Callable[[], None], *, at: float) -> Callable[[float, str], None]:
    """Return a listener that acts the first time the work has come so far."""
    left = [act]

    def listen(share: float, _message: str) -> None:
        if share >= at and left:
            left.pop()()

    return listen


def test_a_theme_named_while_themes_are_found_keeps_its_name(evening: Workshop) -> None:
    before = workflow.load_present(evening).themes
    listen = once(lambda: rename(evening, "Oma paikka"), at=0.8)

    themes = workflow.update_themes(evening, n_themes=1, encoder=WordEncoder(), progress=listen)

    named = {theme.id: theme for theme in themes}["t-talo"]
    assert (named.label, named.named_by) == ("Oma paikka", "Veikko")
    assert set(before[1].note_ids) <= set(named.note_ids)
    present = workflow.load_present(evening)
    assert present.stale_decisions == ()
    kinds = [event.kind for event in store.load_events(evening)][-2:]
    assert kinds == [EventKind.THEME_RENAMED, EventKind.THEMES_PROPOSED]


def test_a_statement_marked_while_groups_are_computed_counts(workshop: Workshop) -> None:
    workflow.import_exports(workshop, [POLIS], actor="Aino")
    statement = workflow.load_statements(workshop)[0]
    payload = {"statement_id": statement.id, "is_meta": True}

    def mark() -> None:
        workflow.decide(workshop, EventKind.STATEMENT_MARKED, payload, actor="Aino")

    workflow.update_opinions(workshop, n_groups=2, progress=once(mark, at=0.4))
    seq = store.last_seq(workshop)
    workflow.update_opinions(workshop)

    assert store.last_seq(workshop) == seq


@pytest.mark.parametrize(
    ("busy", "found"),
    [
        pytest.param("comments", 1, id="what does not matter is no reason to find again"),
        pytest.param("renames", 5, id="the machine gives up, and what it found is not proposed"),
    ],
)
def test_the_machine_does_not_find_again_for_ever(evening: Workshop, busy: str, found: int) -> None:
    times: list[int] = []

    def find(state: State) -> Mapping[str, Any]:
        times.append(state.seq)
        if busy == "renames":
            rename(evening, f"Nimi {len(times)}")
        else:
            store.append_event(evening, EventKind.COMMENT_ADDED, COMMENT, actor="Aino")
        return {"themes": [], "input": {}}

    def run() -> None:
        propose(
            evening, EventKind.THEMES_PROPOSED, find, rests_on=lambda state: state.theme_decisions
        )

    if busy == "renames":
        with pytest.raises(Conflict):
            run()
    else:
        run()
    assert len(times) == found
    proposed = bool(workflow.load_state(evening).proposed_themes)
    assert proposed == (busy == "renames")


COMMENT = {"type": "julkilausuma", "block_id": "b", "text": "Hyvä"}
