"""How a number of a document was counted, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from toolkit.domain import FEWEST_FOR_PERCENT, Findings, NumberRun, Unit
from toolkit.findings import answer_query, base_query, parse_query
from toolkit.findings.surveys import choice_key
from toolkit.i18n import N_, _, digits

_COUNTED = {
    "notes": N_("Counted: notes. One person may have written many."),
    "stakeholder_groups": N_("Counted: stakeholder groups with a note."),
    "tables": N_("Counted: tables or groups with a note."),
    "set_aside": N_("Counted: notes that have been set aside."),
    "themes": N_("Counted: themes, without the rest."),
    "participants": N_("Counted: people who voted."),
    "groups": N_("Counted: opinion groups."),
    "statements": N_("Counted: statements that were voted on."),
    "votes": N_("Counted: votes, passes included."),
    "agree": N_("Counted: votes in favour."),
    "disagree": N_("Counted: votes against."),
    "passes": N_("Counted: passes."),
    "stability": N_("Counted: how often two people stay together when groups are computed again."),
    "proposals": N_("Counted: proposals."),
    "decisions": N_("Counted: proposals on which a decision has been recorded."),
    "bodies": N_("Counted: bodies in the comment round."),
    "amendments": N_("Counted: proposed amendments."),
    "respondents": N_("Counted: respondents of a survey."),
    "selections": N_("Counted: choices of respondents. One may have chosen several answers."),
}
_SHARES = {
    "selections": N_("A share of those who chose something in the question."),
    "notes": N_("A share of the notes with the same limits, of any theme."),
    "agree": N_("The share of votes in favour of the votes on the statement."),
    "disagree": N_("The share of votes against of the votes on the statement."),
    "passes": N_("The share of passes of the votes on the statement."),
}
_LIMITS = {
    "theme": N_("Theme: “{value}”."),
    "prompt": N_("Question: “{value}”."),
    "group": N_("Group: {value}."),
    "board": N_("Export: {value}."),
    "row": N_("Groups: {value}."),
    "statement": N_("Statement: “{value}”."),
    "moderated": N_("Moderation: {value}."),
    "outcome": N_("Decision: {value}."),
    "decided": N_("Those without a decision only."),
    "planned": N_("Those without a plan only."),
    "way": N_("Heard: {value}."),
    "answer": N_("Answer: {value}."),
    "section": N_("Chapter: {value}."),
    "survey": N_("Survey: {value}."),
    "question": N_("Question: “{value}”."),
    "option": N_("Answer: {value}."),
}
_VALUES = {
    ("row", "small"): N_("those too small to be named, together"),
    ("row", "unknown"): N_("not known"),
    ("moderated", "-1"): N_("left out by the moderators"),
    ("moderated", "0"): N_("not looked at"),
    ("moderated", "1"): N_("accepted by the moderators"),
    ("outcome", "adopted"): N_("adopted"),
    ("outcome", "in_preparation"): N_("in preparation"),
    ("outcome", "not_advancing"): N_("not advancing"),
    ("way", "submission"): N_("in writing"),
    ("way", "discussion"): N_("in a discussion"),
    ("way", "material_only"): N_("by material only"),
    ("way", "none"): N_("not heard yet"),
    ("answer", "taken"): N_("taken"),
    ("answer", "partly"): N_("taken in part"),
    ("answer", "not_taken"): N_("not taken"),
    ("answer", "none"): N_("not answered yet"),
}
UNITS = {
    Unit.NOTE: N_("notes"),
    Unit.PARTICIPANT: N_("participants"),
    Unit.VOTE: N_("votes"),
    Unit.STATEMENT: N_("statements"),
    Unit.THEME: N_("themes"),
    Unit.TABLE: N_("tables"),
    Unit.OPINION_GROUP: N_("opinion groups"),
    Unit.PROPOSAL: N_("proposals"),
    Unit.EVENT: N_("events"),
    Unit.STAKEHOLDER_GROUP: N_("stakeholder groups"),
    Unit.BODY: N_("bodies"),
    Unit.SUBMISSION: N_("submissions"),
    Unit.AMENDMENT: N_("amendments"),
    Unit.RESPONDENT: N_("respondents"),
    Unit.SELECTION: N_("choices"),
    Unit.PERCENT: N_("per cent"),
}


def describe_number(run: NumberRun, findings: Findings) -> str:
    """Say what was counted, within which limits, of how many, and what counting again gives."""
    try:
        name, measure, limits = parse_query(run.query)
        value = answer_query(run.query, findings)
        base = base_query(run.query)
        n = answer_query(base, findings) if base else 0
    except ValueError:
        return _("The material has no answer to how this was counted. Renew the draft.")
    words = [_(_SHARES[measure]) if base else _(_COUNTED[name])]
    words += [_limit(key, limits[key], findings) for key in limits]
    if n >= FEWEST_FOR_PERCENT:
        words.append(_("Of how many: {n}.").format(n=digits(n)))
    result = _("Counted again just now: {n}. Unit: {unit}.")
    return " ".join((*words, result.format(n=digits(value), unit=_(UNITS[run.unit]))))


def _limit(key: str, value: str, findings: Findings) -> str:
    known = _VALUES.get((key, value))
    named = _(known) if known else _NAMES.get(key, _as_it_is)(value, findings)
    return _(_LIMITS[key]).format(value=named.rstrip("."))


def _theme(value: str, findings: Findings) -> str:
    return next((theme.label for theme in findings.themes if theme.id == value), value)


def _statement(value: str, findings: Findings) -> str:
    results = findings.groups.statements if findings.groups else ()
    return next((one.text for one in results if one.id == value), value)


def _group(value: str, findings: Findings) -> str:
    groups = findings.groups.groups if findings.groups else ()
    return next((one.name or one.id for one in groups if one.id == value), value)


def _survey(value: str, findings: Findings) -> str:
    names = {survey.source.board: survey.source.name for survey in findings.surveys}
    return names.get(value, value)


def _choice(value: str, findings: Findings) -> str:
    """Return the words of a question or an answer."""
    questions = [question for survey in findings.surveys for question in survey.questions]
    words = [question.text for question in questions]
    words += [text for question in questions for text, _n in question.options]
    return next((text for text in words if choice_key(text) == value), value)


def _as_it_is(value: str, _findings: Findings) -> str:
    return value


_NAMES: Mapping[str, Callable[[str, Findings], str]] = {
    "theme": _theme,
    "statement": _statement,
    "group": _group,
    "survey": _survey,
    "question": _choice,
    "option": _choice,
}
