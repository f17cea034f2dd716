"""Count how many tampered and honest quotes a check accepts: ours, and three rules of peers.

Usage: python -m benchmarks.verification [ANSWERS.csv]

The quotes are those of the tests. A CSV with a column ``text`` adds what our check does with quotes
made by the same rules of 400 of its texts, drawn with a fixed seed; what is wrong is printed whole.

The peers' rules are small versions of what their code does, for
comparison only: a local alignment that covers 80 % of the quote (QualCoder), a fuzzy ratio of 90 %
(LLMCode with the threshold it means), and 70 % of the words (Talk to the City, in its evaluation).
They get spaces, invisible signs and the composition of letters mended first, as ours does for
itself. Prints Markdown.
"""

from __future__ import annotations

import csv
import random
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from difflib import SequenceMatcher
from pathlib import Path

from tests.drafting.mutations import Quote, honest, tampered
from toolkit.drafting import check_quote

_LANGUAGES = ("fi", "sv", "en")


def ours(quote: str, source: str) -> bool:
    """Accept what ``check_quote`` accepts."""
    return check_quote(quote, source).accepted


def _mended(text: str) -> str:
    text = re.sub(r"\u00ad|-\n", "", unicodedata.normalize("NFC", text))
    return " ".join(text.split())


def aligned(quote: str, source: str) -> bool:
    """Accept when a local alignment of letters covers 80 % of the quote (Smith and Waterman)."""
    quote, source = _mended(quote), _mended(source)
    row = [0] * (len(source) + 1)
    best = 0
    for letter in quote:
        above = row
        row = [0] * (len(source) + 1)
        for place, other in enumerate(source, start=1):
            step = 1 if letter == other else -1
            row[place] = max(0, above[place - 1] + step, above[place] - 1, row[place - 1] - 1)
        best = max(best, *row)
    return best >= 0.8 * len(quote)


def fuzzy(quote: str, source: str) -> bool:
    """Accept when some window of the source, as long as the quote, is 90 % alike."""
    quote, source = _mended(quote), _mended(source)
    last = max(0, len(source) - len(quote))
    starts = {0, last, *(match.start() for match in re.finditer(r"\b\w", source))}
    return any(
        SequenceMatcher(None, quote, source[at : at + len(quote)], autojunk=False).ratio() >= 0.9
        for at in starts
    )


def words(quote: str, source: str) -> bool:
    """Accept when 70 % of the words of the quote stand somewhere in the source."""
    mine = re.findall(r"\w+", _mended(quote).casefold())
    theirs = set(re.findall(r"\w+", _mended(source).casefold()))
    return sum(word in theirs for word in mine) >= 0.7 * len(mine)


CHECKS: Mapping[str, Callable[[str, str], bool]] = {
    "this program": ours,
    "80 % alignment": aligned,
    "90 % fuzzy": fuzzy,
    "70 % words": words,
}


def table(quotes: list[Quote]) -> Iterator[str]:
    """Yield the lines of the table: class, number of quotes, how many each check accepts."""
    yield f"| class | n | {' | '.join(CHECKS)} |"
    yield "|---|---|" + "---|" * len(CHECKS)
    for kind in dict.fromkeys(quote.kind for quote in quotes):
        chosen = [quote for quote in quotes if quote.kind == kind]
        accepted = [sum(check(q.quote, q.source) for q in chosen) for check in CHECKS.values()]
        yield f"| {kind} | {len(chosen)} | {' | '.join(map(str, accepted))} |"
    accepted = [sum(check(q.quote, q.source) for q in quotes) for check in CHECKS.values()]
    yield f"| all | {len(quotes)} | {' | '.join(map(str, accepted))} |"


def main() -> None:
    """Print a table of tampered and one of honest quotes."""
    for title, make in (
        ("Tampered quotes: accepted", tampered),
        ("Honest quotes: accepted", honest),
    ):
        quotes = [quote for language in _LANGUAGES for quote in make(language)]
        print(f"{title}\n\n" + "\n".join(table(quotes)) + "\n")
    if len(sys.argv) > 1:
        try_unseen(Path(sys.argv[1]))


def try_unseen(path: Path) -> None:
    """Print what our check does with quotes made of texts it was not written with."""
    with path.open(encoding="utf-8", newline="") as file:
        texts = [row["text"] for row in csv.DictReader(file) if 20 < len(row["text"]) < 300]
    random.Random(1).shuffle(texts)
    for title, make, wanted in (("tampered", tampered, False), ("honest", honest, True)):
        quotes = list(make("fi", texts[:400]))
        wrong = [quote for quote in quotes if ours(quote.quote, quote.source) is not wanted]
        verdict = "refused" if wanted else "accepted"
        print(f"{path.name}, 400 texts: {len(quotes)} {title} quotes, {len(wrong)} {verdict}")
        for quote in wrong:
            print(f"* {quote.kind}: {quote.quote!r} of {quote.source!r}")


if __name__ == "__main__":
    main()
