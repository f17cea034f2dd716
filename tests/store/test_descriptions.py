"""``workshop.toml`` written anew: what people wrote round the fields stays."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from toolkit import store
from toolkit.domain import Step, Workshop
from toolkit.errors import BadName, Conflict

TEXT = """# Oma muistiinpano.
title = "Nuorten ilta"  # työnimi
id = "ilta"

goal = "Apua ajoissa."

[[next_steps]]
body = "Lautakunta"  # kokous Teamsissa
date = 2027-02-11
"""


@pytest.fixture
def written(tmp_path: Path) -> Workshop:
    (tmp_path / "workshop.toml").write_text(TEXT, encoding="utf-8")
    return store.open_workshop(tmp_path)


def rewrite(old: Workshop, **changes: object) -> str:
    new = replace(old, **changes)  # type: ignore[arg-type]
    store.rewrite_description(new, version=store.description_version(old))
    assert store.open_workshop(Path(old.folder)) == new
    return (Path(old.folder) / "workshop.toml").read_text(encoding="utf-8")


def test_only_the_fields_that_differ_are_touched(written: Workshop) -> None:
    text = rewrite(written, goal="Apua läheltä.", place="Koulu")

    assert (
        text.replace("läheltä", "ajoissa").replace('place = "Koulu"\n', "").split() == TEXT.split()
    )


def test_comments_stay_where_a_field_changes_and_go_where_it_goes(written: Workshop) -> None:
    text = rewrite(written, title="Toinen ilta", goal="", date=dt.date(2026, 10, 7))

    assert '"Toinen ilta"  # työnimi' in text
    assert "# Oma muistiinpano." in text
    assert "# kokous Teamsissa" in text
    assert "goal" not in text


def test_the_decision_path_can_be_written_anew(written: Workshop) -> None:
    rewrite(written, next_steps=(Step(body="Hallitus", role="päättää"),), questions=("A?", "B?"))
    rewrite(store.open_workshop(Path(written.folder)), next_steps=(), questions=())


def test_what_somebody_else_wrote_meanwhile_is_not_overwritten(written: Workshop) -> None:
    version = store.description_version(written)
    rewrite(written, goal="Toisen tavoite.")

    with pytest.raises(Conflict, match="Somebody else"):
        store.rewrite_description(replace(written, goal="Minun."), version=version)

    assert store.open_workshop(Path(written.folder)).goal == "Toisen tavoite."


def test_what_could_not_be_read_back_is_not_written(written: Workshop) -> None:
    bad = replace(written, id="EI KELPAA")

    with pytest.raises(BadName):
        store.rewrite_description(bad, version=store.description_version(written))

    assert (Path(written.folder) / "workshop.toml").read_text(encoding="utf-8") == TEXT
