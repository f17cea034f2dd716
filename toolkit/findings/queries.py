"""Counting again: every number of a finding or a draft is the answer to a query on the material.

A query names what is counted and what it is limited to::

    notes()  notes(theme=t-3fa2)  notes(prompt=Mikä toimii?, group=Pöytä 2)
    notes(board=T1)  notes(theme=t-3fa2,row=small)
    stakeholder_groups()  stakeholder_groups(theme=t-3fa2)
    set_aside()  tables()  tables(theme=t-3fa2)  themes()
    participants()  participants(group=A)  groups()
    statements()  statements(moderated=-1)
    votes()  votes(statement=polis:abc-17)  votes(statement=polis:abc-17,group=A)
    agree(statement=…)  disagree(statement=…,group=A)  passes(statement=…)
    proposals()  decisions(outcome=adopted)  bodies()  amendments()  (see ``proceedings``)
    respondents(survey=S1)  selections(survey=S1,question=0a1b2c,option=3d4e5f)  (see ``surveys``)
    stability()  percent(agree,statement=…,group=A)  percent(notes,theme=t-3fa2)

``group`` of notes is the table or stakeholder group that said them, of everything else an opinion
group. ``row`` is ``small`` or ``unknown``: the notes that ``who_says`` counts together and without
the names of their groups; ``stakeholder_groups`` counts those it names. Values stand as they are,
without quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from toolkit.domain import (
    FEWEST_FOR_PERCENT,
    Counts,
    Findings,
    Note,
    OpinionGroup,
    OpinionGroups,
)
from toolkit.findings.proceedings import PROCEEDINGS, Filters
from toolkit.findings.surveys import SURVEYS
from toolkit.findings.who_says import place_groups

_QUERY = re.compile(r"([a-z_]+)\((.*)\)", re.DOTALL)
_NEXT = re.compile(
    r",\s*(?=(?:theme|prompt|group|row|board|statement|moderated|survey|question|option)=)"
)


def answer_query(query: str, findings: Findings) -> int:
    """Count again from the material; the items of ``findings`` are not looked at.

    Percentages are whole, rounded half up: of the pairs of a group, those that stay together over
    resamples (``stability``); of the votes with the same limits, of the notes with
    the same limits but of any theme, or of those who chose something in a question of a survey.

    Raises
    ------
    ValueError
        If the query asks for something unknown, for the share of a base under 30, or for an opinion
        group of fewer than five people by itself.
    """
    name, measure, filters = parse_query(query)
    if name == "percent":
        return _percent(measure, filters, findings, query)
    if measure or name not in _COUNTS:
        raise _unknown(query)
    allowed, count = _COUNTS[name]
    if not filters.keys() <= allowed:
        raise _unknown(query)
    try:
        return count(filters, findings)
    except KeyError as missing:
        raise _unknown(query) from missing


def parse_query(query: str) -> tuple[str, str, Filters]:
    """Return what a query counts, the measure of a percentage (or nothing), and the limits.

    Raises
    ------
    ValueError
        If it is no query.
    """
    found = _QUERY.fullmatch(query)
    if not found:
        raise _unknown(query)
    name, rest = found.groups()
    parts = _NEXT.split(rest) if rest else []
    measure = parts.pop(0) if parts and "=" not in parts[0] else ""
    pairs = [part.partition("=")[::2] for part in parts]
    filters = dict(pairs)
    if len(filters) < len(pairs):
        raise _unknown(query)
    return name, measure, filters


def base_query(query: str) -> str:
    """Return the query that counts what a percentage is a share of; empty for a count.

    >>> base_query("percent(agree,statement=s1,group=A)")
    'votes(statement=s1,group=A)'

    Raises
    ------
    ValueError
        If it is no query, or nothing is known that such a percentage could be a share of.
    """
    name, measure, filters = parse_query(query)
    if name != "percent":
        return ""
    if measure == "notes" and "theme" in filters:
        rest = {key: value for key, value in filters.items() if key != "theme"}
        return f"notes({_write(rest)})"
    if measure in ("agree", "disagree", "passes") and "statement" in filters:
        return f"votes({_write(filters)})"
    if measure == "selections" and "option" in filters:
        rest = {key: value for key, value in filters.items() if key != "option"}
        return f"respondents({_write(rest)})"
    raise _unknown(query)


def _unknown(query: str) -> ValueError:
    return ValueError(f"the material has no answer to {query!r}")


def _percent(measure: str, filters: Filters, findings: Findings, query: str) -> int:
    base = answer_query(base_query(query), findings)
    if base < FEWEST_FOR_PERCENT:
        msg = f"{query!r} is a share of {base}; below {FEWEST_FOR_PERCENT} only counts are given"
        raise ValueError(msg)
    count = answer_query(f"{measure}({_write(filters)})", findings)
    return (200 * count + base) // (2 * base)


def _write(filters: Filters) -> str:
    return ",".join(f"{key}={value}" for key, value in filters.items())


def _chosen_notes(filters: Filters, findings: Findings) -> Iterator[Note]:
    """Yield the notes within the limits."""
    chosen = None
    if "theme" in filters:
        chosen = {theme.id: set(theme.note_ids) for theme in findings.themes}[filters["theme"]]
    places = place_groups(findings.notes) if "row" in filters else {}
    boards = {s.id: s.board for s in findings.sources} if "board" in filters else {}
    for note in findings.notes:
        if (
            (chosen is None or note.id in chosen)
            and filters.get("prompt", note.prompt) == note.prompt
            and filters.get("group", note.group) == note.group
            and ("board" not in filters or boards.get(note.source_id, "") == filters["board"])
            and ("row" not in filters or places[note.group][0] == filters["row"])
        ):
            yield note


def _notes(filters: Filters, findings: Findings) -> int:
    return sum(1 for _note in _chosen_notes(filters, findings))


def _tables(filters: Filters, findings: Findings) -> int:
    return len({note.group for note in _chosen_notes(filters, findings)} - {""})


def _stakeholder_groups(filters: Filters, findings: Findings) -> int:
    places = place_groups(findings.notes)
    chosen = {places[note.group] for note in _chosen_notes(filters, findings)}
    return sum(1 for kind, _group in chosen if kind == "named")


def _themes(_filters: Filters, findings: Findings) -> int:
    return sum(1 for theme in findings.themes if theme.note_ids and not theme.is_rest)


def _stability(_filters: Filters, findings: Findings) -> int:
    share = _voted(findings).stability
    if share is None:
        raise KeyError("stability")
    return int(100 * share + 0.5)


def _participants(filters: Filters, findings: Findings) -> int:
    groups = _voted(findings)
    if "group" in filters:
        return _large_group(groups, filters["group"]).n
    return groups.n_participants


def _groups(_filters: Filters, findings: Findings) -> int:
    return len(_voted(findings).groups)


def _statements(filters: Filters, findings: Findings) -> int:
    results = _voted(findings).statements
    wanted = filters.get("moderated")
    return sum(1 for result in results if wanted in (None, str(result.moderated)))


def _votes(filters: Filters, findings: Findings) -> int:
    if not filters:
        return _voted(findings).n_votes
    return _counts(filters, findings).n


def _counts(filters: Filters, findings: Findings) -> Counts:
    groups = _voted(findings)
    result = groups.statement(filters["statement"])
    if "group" in filters:
        return result.by_group[_large_group(groups, filters["group"]).id]
    return result.votes


def _voted(findings: Findings) -> OpinionGroups:
    if findings.groups is None:
        raise KeyError("votes")
    return findings.groups


def _large_group(groups: OpinionGroups, group_id: str) -> OpinionGroup:
    """Return an opinion group that may be shown by itself."""
    large = {g.id: g for g in groups.groups if not g.is_small}
    return large[group_id]


_OF_STATEMENT = frozenset({"statement", "group"})
_COUNTS: Mapping[str, tuple[frozenset[str], Callable[[Filters, Findings], int]]] = {
    "notes": (frozenset({"theme", "prompt", "group", "row", "board"}), _notes),
    "stakeholder_groups": (frozenset({"theme"}), _stakeholder_groups),
    "tables": (frozenset({"theme", "prompt"}), _tables),
    "themes": (frozenset(), _themes),
    "set_aside": (frozenset(), lambda _filters, findings: len(findings.set_aside)),
    "stability": (frozenset(), _stability),
    "participants": (frozenset({"group"}), _participants),
    "groups": (frozenset(), _groups),
    "statements": (frozenset({"moderated"}), _statements),
    "votes": (_OF_STATEMENT, _votes),
    "agree": (_OF_STATEMENT, lambda filters, findings: _counts(filters, findings).agree),
    "disagree": (_OF_STATEMENT, lambda filters, findings: _counts(filters, findings).disagree),
    "passes": (_OF_STATEMENT, lambda filters, findings: _counts(filters, findings).passes),
    **PROCEEDINGS,
    **SURVEYS,
}
