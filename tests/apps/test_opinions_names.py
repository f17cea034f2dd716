"""Groups on the map: read about, named where they are seen, counted again as at first."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.apps.browsing import Page, expect, go, make
from tests.apps.conftest import CHROMIUM
from tests.apps.material import make_groups
from toolkit import store
from toolkit.domain import EventKind

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium; install Debian's package chromium"),
]


def test_a_group_is_chosen_on_the_map_and_named_with_keys(page: Page, folder: Path) -> None:
    workshop = make(folder, "kartalla")
    source = store.load_events(workshop)[1].payload
    receipt = {**source["receipt"], "name": "polis", "votes": 45}
    payload = {**source, "source": {**source["source"], "id": "polis"}, "receipt": receipt}
    store.append_event(workshop, EventKind.SOURCE_IMPORTED, payload, actor="Aino")
    chosen = {"settings": {"n_groups": 3, "recompute": True}}
    groups = {"result": store.to_plain(make_groups()), "source_id": "polis", "input": chosen}
    store.append_event(workshop, EventKind.OPINION_GROUPS_PROPOSED, groups, actor=store.MACHINE)
    go(page, "mielipideryhmat", "kartalla")

    page.get_by_role("button", name="Ryhmä A: 6 osallistujaa").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("button", name="Ryhmä B: 6 osallistujaa")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Ryhmä B")).to_be_focused()

    page.get_by_role("button", name="Anna nimi: Ryhmä A").first.press("Enter")
    page.get_by_role("dialog").get_by_label("Ryhmän A nimi").fill("Iltaliikkujat")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Ryhmä A: Iltaliikkujat")).to_be_visible()
    expect(page.get_by_role("button", name="Muuta nimeä: Ryhmä A: Iltaliikkujat")).to_be_focused()

    expect(page.get_by_text("Ryhmien määrän ovat valinneet ihmiset: 3.")).to_be_visible()
    back = page.get_by_role("button", name="Palauta työkalun valitsema määrä")
    back.press("Enter")
    expect(back).to_be_disabled()
    assert [job.payload for job in store.load_open_jobs(workshop)] in ([{"recompute": True}], [])
