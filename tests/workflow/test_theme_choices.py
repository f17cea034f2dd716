"""Fewer and more themes, tried out before anybody decides."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.apps.material import PADLET, propose_themes
from tests.themes.conftest import WordEncoder
from toolkit import store, workflow
from toolkit.domain import EventKind, Workshop


@pytest.fixture
def evening(workshop: Workshop, tmp_path: Path) -> Workshop:
    export = tmp_path / "seinä.csv"
    more = "".join(f"Anonymous,,,Bussi {n} ei kulje,,,\n" for n in range(6))
    export.write_text(PADLET + more, encoding="utf-8")
    workflow.import_exports(workshop, [export], actor="Aino")
    propose_themes(workshop)
    return workshop


def kept(workshop: Workshop) -> tuple[workflow.ThemeChoice, ...] | None:
    return workflow.kept_theme_choices(workshop, workflow.load_state(workshop))


def test_what_is_tried_out_is_what_would_come_and_decides_nothing(evening: Workshop) -> None:
    payload = {"theme_id": "t-talo", "label": "Oma paikka"}
    workflow.decide(evening, EventKind.THEME_RENAMED, payload, actor="Veikko")
    before = store.last_seq(evening)

    choices = workflow.find_theme_choices(evening, encoder=WordEncoder())

    assert store.last_seq(evening) == before
    assert kept(evening) == choices
    assert len(choices) > 1
    assert all("Oma paikka" in dict(choice.themes) for choice in choices)
    most = choices[-1]
    themes = workflow.update_themes(evening, resolution=most.resolution, encoder=WordEncoder())
    assert sorted(most.themes) == sorted(
        (t.label, len(t.note_ids)) for t in themes if not t.is_rest
    )
    assert most.n_rest == sum(len(t.note_ids) for t in themes if t.is_rest)


def test_what_was_tried_out_holds_until_somebody_decides(evening: Workshop) -> None:
    workflow.find_theme_choices(evening, encoder=WordEncoder())
    payload = {"theme_id": "t-talo", "locked": True}
    workflow.decide(evening, EventKind.THEME_LOCKED, payload, actor="Veikko")

    assert kept(evening) is None


def test_the_settings_before_the_last_choice_and_who_chose_are_known(evening: Workshop) -> None:
    find = {"encoder": WordEncoder(), "recompute": True}
    workflow.update_themes(evening, **find)
    first = workflow.earlier_theme_settings(evening)
    workflow.update_themes(evening, resolution=4.0, chosen_by="Maija", **find)
    workflow.update_themes(evening, **find)
    chosen = workflow.load_state(evening).theme_input
    earlier = workflow.earlier_theme_settings(evening)
    workflow.update_themes(evening, default=True, chosen_by="Pekka", **find)

    assert first is None
    assert chosen["chosen_by"] == "Maija"
    assert earlier is not None
    assert set(earlier.settings.values()) == {None}
    assert "chosen_by" not in workflow.load_state(evening).theme_input
