"""Five hundred of the broken and hostile files of ``benchmarks/fuzzing.py``."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tests.importers.campaign import EXPORTS, Campaign, damage_all, make_all


def test_no_file_brings_anything_but_an_import_or_a_sentence(tmp_path: Path) -> None:
    campaign = Campaign(tmp_path)

    damage_all(campaign, EXPORTS, 350, 1)
    make_all(campaign, 150, 1)

    assert campaign.findings == Counter()
    assert campaign.n >= 500
    assert campaign.n_unchanged > 10
    assert sum(n for what, n in campaign.outcomes.items() if what.startswith("read as")) > 50
