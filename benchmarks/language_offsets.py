"""Measure what a language adds to the vectors of the default encoder, and write it down.

The same sentences in three languages (SIB-200, CC BY-SA 4.0, every third one; the others are left
for checking). Run: ``python benchmarks/language_offsets.py ../shared/data``
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from toolkit.encoders import load_encoder

RESOURCES = Path(__file__).parents[1] / "toolkit" / "resources" / "offsets"


def main() -> None:
    """Write a row for each language beside Finnish: its name, then the mean difference."""
    encoder = load_encoder()
    vectors = {}
    for language in ("fi", "sv", "en"):
        path = Path(sys.argv[1]) / "finnish" / f"sib200_{language}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            vectors[language] = encoder.encode([row["text"] for row in csv.DictReader(file)][::3])
    target = RESOURCES / f"{encoder.name}.csv"
    with target.open("w", encoding="utf-8", newline="") as file:
        for language in ("sv", "en"):
            offset = (vectors[language] - vectors["fi"]).mean(axis=0)
            csv.writer(file, lineterminator="\n").writerow(
                [language, *(f"{v:.4f}" for v in offset)]
            )
    print(f"{len(vectors['fi'])} sentences → {target}")


if __name__ == "__main__":
    main()
