"""Numbers in words: every query there is can be told, with what limits it and of how many."""

from __future__ import annotations

from toolkit import workflow
from toolkit.apps import query_words
from toolkit.apps.query_words import describe_number
from toolkit.domain import NumberRun, Unit, Workshop
from toolkit.findings.queries import _COUNTS


def number(query: str, unit: Unit = Unit.NOTE) -> NumberRun:
    return NumberRun(value=1, unit=unit, query=query, text="1")


def test_every_query_and_every_limit_has_words() -> None:
    limits = {key for allowed, _count in _COUNTS.values() for key in allowed}

    assert _COUNTS.keys() <= query_words._COUNTED.keys()
    assert limits <= query_words._LIMITS.keys()
    assert set(Unit) == query_words.UNITS.keys()


def test_a_count_says_what_was_counted_and_within_which_limits(voted: Workshop) -> None:
    findings = workflow.load_findings(voted)

    notes = describe_number(number("notes(theme=t-bussit)"), findings)
    votes = describe_number(number("agree(statement=s1,group=A)", Unit.VOTE), findings)

    assert "Bussit, ilta" in notes
    assert "t-bussit" not in notes
    assert "Sama ihminen on voinut kirjoittaa niitä useita" in notes
    assert "Laskettu juuri uudelleen: 3" in notes
    assert "Bussien pitää kulkea myöhempään" in votes
    assert "Laskettu juuri uudelleen: 6" in votes


def test_a_group_too_small_to_be_told_of_is_not_counted(voted: Workshop) -> None:
    findings = workflow.load_findings(voted)

    words = describe_number(number("participants(group=C)", Unit.PARTICIPANT), findings)

    assert "3" not in words
    assert "ei voi enää laskea" in words
