"""The sentences of a paragraph: its typed runs cut where one sentence ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from toolkit.domain import CiteRun, NumberRun, QuoteRun, Run, TextRun

# Signs that no text has stand for runs that are not cut.
_CITE, _QUOTE, _ENDED_QUOTE, _NUMBER = "\ue000", "\ue001", "\ue002", "\ue003"
_END = re.compile(
    rf"(?:[.!?][”“\")]*|{_ENDED_QUOTE})(?:\s*{_CITE}\.?)*\s+"
    rf"(?=[A-ZÅÄÖ”“\"{_QUOTE}{_ENDED_QUOTE}{_NUMBER}])"
)


def split_runs(runs: Sequence[Run]) -> tuple[tuple[Run, ...], ...]:
    """Cut runs into sentences; nothing is lost, and a citation stays with what is before it.

    Returns
    -------
    tuple of tuple of Run
        Put one after another they say what ``runs`` say.
    """
    signs = "".join(run.text if isinstance(run, TextRun) else _sign(run) for run in runs)
    cuts = [match.end() for match in _END.finditer(signs)]
    sentences: list[tuple[Run, ...]] = []
    current: list[Run] = []
    at = 0
    for run in runs:
        for part in _parts(run, at, cuts):
            if current and at in cuts:
                sentences.append(tuple(current))
                current = []
            current.append(part)
            at += len(part.text) if isinstance(part, TextRun) else 1
    return (*sentences, tuple(current)) if current else tuple(sentences)


def _sign(run: Run) -> str:
    match run:
        case CiteRun():
            return _CITE
        case QuoteRun():
            return _ENDED_QUOTE if run.text.endswith((".", "!", "?")) else _QUOTE
        case NumberRun():
            return _NUMBER
        case _:
            return "\ue004"


def _parts(run: Run, at: int, cuts: Sequence[int]) -> Iterator[Run]:
    """Yield a run cut at the places within it."""
    if not isinstance(run, TextRun):
        yield run
        return
    ends = [cut - at for cut in cuts if at < cut < at + len(run.text)]
    start = 0
    for end in (*ends, len(run.text)):
        if end > start:
            yield replace(run, text=run.text[start:end])
        start = end
