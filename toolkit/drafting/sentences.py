"""Sentences from templates: typed slots in, typed runs out, nothing bent and nothing left open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from string import Formatter
from typing import Any

from toolkit.domain import CiteRun, NumberRun, QuoteRun, RefRun, Run, TextRun
from toolkit.drafting.numerals import Count, count_run
from toolkit.phrases import load_phrases

Runs = tuple[Run, ...]
Value = str | Count | Run | Sequence[Run]

_PUNCTUATION = (".", ",", ":", ";", ")")


class Sentences:
    """The sentences of one language.

    A template holds slots: ``{theme}`` takes words or runs as they are, ``{n:note}`` a count of
    notes worded as a subject, ``{n:note.ine}`` the same in a case.

    Raises
    ------
    NoSuchThing
        If no documents are written in ``language``.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._phrases = load_phrases(language)

    def phrase(self, key: str) -> Any:  # noqa: ANN401 - what the TOML file holds
        """Return the phrase ``"file.name"`` as it stands in the resources."""
        file, _, name = key.partition(".")
        return self._phrases[file][name]

    def say(self, key: str, **values: Value) -> Runs:
        """Fill the template ``key``.

        Raises
        ------
        KeyError
            If the template has a slot without a value.
        ValueError
            If a count has another unit than its slot: notes are not people.
        """
        runs: list[Run] = []
        for literal, name, spec, _ in Formatter().parse(self.phrase(key)):
            runs.append(TextRun(text=literal))
            if name is not None:
                runs.extend(self._fill(values[name], spec or "", key=key))
        return _tidy(runs)

    def words(self, key: str, **values: Value) -> str:
        """Fill the template ``key`` into plain text, for titles and captions."""
        return "".join(getattr(run, "text", "") for run in self.say(key, **values))

    def join(self, items: Sequence[Value]) -> Runs:
        """List ``items`` as a sentence does: *a, b ja c*."""
        runs: list[Run] = []
        for place, item in enumerate(items):
            if place:
                last = place == len(items) - 1
                runs.append(TextRun(text=f" {self.phrase('labels.and')} " if last else ", "))
            runs.extend(self._fill(item, "", key="join"))
        return _tidy(runs)

    def date(self, day: dt.date) -> str:
        """Write a date as the language does: *7.10.2026*."""
        months = self.phrase("labels.months")
        template: str = self.phrase("labels.date")
        return template.format(
            day=day.day, month=day.month, month_name=months[day.month - 1], year=day.year
        )

    def _fill(self, value: Value, spec: str, *, key: str) -> Iterable[Run]:
        if isinstance(value, Count):
            unit, _, form = spec.partition(".")
            if unit != value.unit:
                msg = f"{key}: the slot counts {unit!r}, the value {value.unit!r}"
                raise ValueError(msg)
            return (count_run(value, form=form, numerals=self._phrases["numerals"]),)
        if isinstance(value, str):
            return (TextRun(text=value),)
        if isinstance(value, TextRun | CiteRun | NumberRun | QuoteRun | RefRun):
            return (value,)
        return value


def paragraph(*sentences: Runs) -> Runs:
    """Put sentences one after another, a space between them; empty ones leave no trace."""
    runs: list[Run] = []
    for sentence in sentences:
        if runs and sentence:
            runs.append(TextRun(text=" "))
        runs.extend(sentence)
    return _tidy(runs)


def _tidy(runs: Iterable[Run]) -> Runs:
    # Neighbouring words become one run, and an empty slot takes the space before it along.
    tidy: list[Run] = []
    for run in runs:
        last = tidy[-1] if tidy else None
        if not isinstance(run, TextRun) or run.strong:
            tidy.append(run)
        elif isinstance(last, TextRun) and not last.strong:
            head = last.text.rstrip(" ") if run.text.startswith(_PUNCTUATION) else last.text
            tidy[-1] = TextRun(text=head + run.text)
        elif run.text:
            tidy.append(run)
    return tuple(tidy)
