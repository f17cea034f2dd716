"""Counts for sentences: the number with the query that counts it again."""

from __future__ import annotations

from hashlib import blake2b

from toolkit.domain import Finding, FindingKind, OpinionGroup, OpinionGroups, Theme, Unit
from toolkit.drafting.material import Material
from toolkit.drafting.numerals import Count


def all_notes(material: Material) -> Count:
    """Count the notes in use."""
    return Count(value=len(material.findings.notes), unit=Unit.NOTE, query="notes()")


def set_aside(material: Material) -> Count:
    """Count the notes that people keep but do not use."""
    n = len(material.findings.set_aside)
    return Count(value=n, unit=Unit.NOTE, query="set_aside()")


def theme_notes(material: Material, theme: Theme) -> Count:
    """Count the notes of a theme."""
    n = len(material.existing(theme.note_ids))
    return Count(value=n, unit=Unit.NOTE, query=f"notes(theme={theme.id})")


def theme_share(material: Material, theme: Theme) -> Count | None:
    """Return the theme's share of all notes, or None where the base is too small for one."""
    finding = material.finding(FindingKind.THEME, theme_id=theme.id)
    query = f"percent(notes,theme={theme.id})"
    return _offered(finding, query, Unit.PERCENT) if finding else None


def all_groups(material: Material) -> Count:
    """Count the opinion groups."""
    return Count(value=len(_voted(material).groups), unit=Unit.OPINION_GROUP, query="groups()")


def voters(material: Material) -> Count:
    """Count the people who voted."""
    n = _voted(material).n_participants
    return Count(value=n, unit=Unit.PARTICIPANT, query="participants()")


def all_votes(material: Material) -> Count:
    """Count the votes."""
    return Count(value=_voted(material).n_votes, unit=Unit.VOTE, query="votes()")


def all_statements(material: Material) -> Count:
    """Count the statements that could be voted on."""
    return Count(value=len(_voted(material).statements), unit=Unit.STATEMENT, query="statements()")


def refused_statements(material: Material) -> Count:
    """Count the statements that moderation left out."""
    n = sum(result.moderated == -1 for result in _voted(material).statements)
    return Count(value=n, unit=Unit.STATEMENT, query="statements(moderated=-1)")


def stability(material: Material) -> Count:
    """Return the share of the pairs of a group that stay together over resamples."""
    share = _voted(material).stability or 0.0
    return Count(value=int(100 * share + 0.5), unit=Unit.PERCENT, query="stability()")


def group_size(material: Material, group: OpinionGroup) -> Count | None:
    """Count the people of an opinion group; None where the findings do not show the group."""
    query = f"participants(group={group.id})"
    found = (finding.numbers.get(query) for finding in material.findings.items)
    n = next((value for value in found if value is not None), None)
    return None if n is None else Count(value=n, unit=Unit.PARTICIPANT, query=query)


def group_votes(finding: Finding, group: OpinionGroup) -> Count | None:
    """Count a group's votes on the statement of ``finding``; None where they are not shown."""
    return _offered(finding, f"votes({_where(finding, group)})", Unit.VOTE)


def group_count(finding: Finding, group: OpinionGroup, *, vote: str) -> Count | None:
    """Count the people of a group who voted ``agree``, ``disagree`` or ``passes``."""
    return _offered(finding, f"{vote}({_where(finding, group)})", Unit.PARTICIPANT)


def group_share(finding: Finding, group: OpinionGroup, *, vote: str) -> Count | None:
    """Return the share of a group that voted so; None where the base is too small for one."""
    return _offered(finding, f"percent({vote},{_where(finding, group)})", Unit.PERCENT)


def statement_votes(finding: Finding) -> Count:
    """Count all votes on the statement of ``finding``."""
    query = f"votes(statement={finding.statement_id})"
    return Count(value=finding.numbers[query], unit=Unit.VOTE, query=query)


def statement_count(finding: Finding, *, vote: str) -> Count:
    """Count everybody who voted ``agree``, ``disagree`` or ``passes``."""
    query = f"{vote}(statement={finding.statement_id})"
    return Count(value=finding.numbers[query], unit=Unit.PARTICIPANT, query=query)


def statement_share(finding: Finding, *, vote: str) -> Count | None:
    """Return the share of everybody that voted so; None where the base is too small for one."""
    query = f"percent({vote},statement={finding.statement_id})"
    return _offered(finding, query, Unit.PERCENT)


def digest(text: str) -> str:
    """Name something by its words, for block ids that outlive a new order."""
    return blake2b(text.encode(), digest_size=5).hexdigest()


def _offered(finding: Finding, query: str, unit: Unit) -> Count | None:
    # The findings hold only the numbers that may be shown; what is missing is missing on purpose.
    value = finding.numbers.get(query)
    return None if value is None else Count(value=value, unit=unit, query=query)


def _where(finding: Finding, group: OpinionGroup) -> str:
    return f"statement={finding.statement_id},group={group.id}"


def _voted(material: Material) -> OpinionGroups:
    if material.findings.groups is None:
        msg = "there are no votes to count"
        raise ValueError(msg)
    return material.findings.groups
