"""Two or more people code the same notes blind: how far they agree, and on which notes not."""

from toolkit.coding.agreement import measure_agreement
from toolkit.coding.codebook import make_codebook, shuffle_notes

__all__ = ["make_codebook", "measure_agreement", "shuffle_notes"]
