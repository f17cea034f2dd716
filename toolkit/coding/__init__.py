"""Two or more people code the same notes blind: how far they agree, and on which notes not."""

from toolkit.coding.agreement import measure_agreement
from toolkit.coding.codebook import name_themes, shuffle_notes

__all__ = ["measure_agreement", "name_themes", "shuffle_notes"]
