"""Counts in words: the number, its unit and the grammatical form the sentence asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from toolkit.domain import NumberRun, Run, TextRun, Unit

NBSP = "\u00a0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number on its way into a sentence.

    Attributes
    ----------
    query
        What was counted, for counting again; empty for a number that people gave, such as how
        many took part.
    """

    value: int
    unit: Unit
    query: str = ""


def digits(value: int, *, separator: str) -> str:
    """Write ``value`` in digits, thousands apart.

    >>> digits(2156, separator=" ")
    '2 156'
    """
    return f"{value:,}".replace(",", separator)


def word_count(count: Count, *, form: str, numerals: Mapping[str, Any]) -> str:
    """Word ``count`` in a grammatical form.

    Parameters
    ----------
    form
        ``""`` as a subject (*14 merkintää*), ``"bare"`` digits only, ``"sign"`` with the sign of
        the unit (*16 %*), or a case (*kolmessa merkinnässä*). A language without cases words
        every case as a subject.
    numerals
        The table ``numerals`` of ``load_phrases``.
    """
    number = digits(count.value, separator=numerals["separator"])
    noun = numerals[count.unit]
    if form == "bare":
        return number
    if form == "sign":
        return f"{number}{noun['sign']}"
    if form in noun:
        # A digit reads as bent when the noun is: "14 merkinnässä". Small numbers bend as words.
        words = numerals["words"][form]
        if count.value < len(words):
            return f"{words[count.value]} {noun[form]}"
        return f"{number}{NBSP}{noun[form]}"
    return f"{number}{NBSP}{noun['one'] if count.value == 1 else noun['many']}"


def count_run(count: Count, *, form: str, numerals: Mapping[str, Any]) -> Run:
    """Return ``count`` as a number that can be counted again, or as text when nobody could."""
    text = word_count(count, form=form, numerals=numerals)
    if not count.query:
        return TextRun(text=text)
    return NumberRun(value=count.value, unit=count.unit, query=count.query, text=text)
