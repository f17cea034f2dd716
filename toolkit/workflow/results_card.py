"""The results card of a workshop, made of its findings and the decisions people recorded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from textwrap import shorten
from typing import Any

from toolkit.domain import Findings, Outcome, ProposalDecision, Theme, Workshop
from toolkit.domain.votes import SMALL_GROUP
from toolkit.domain.who_says import SMALL_NOTE_GROUP
from toolkit.findings import answer_query
from toolkit.i18n import digits
from toolkit.phrases import load_phrases
from toolkit.privacy import mask_personal_data
from toolkit.publishing.card import Card, CardBar, CardDecision, CardNumber
from toolkit.workflow.analysis import load_findings

_THEMES = 5
_DECISIONS = 3
_LONGEST = 170  # letters of a proposal
# What goes ahead is told first; what does not is told too.
_ORDER = (Outcome.ADOPTED, Outcome.NOT_ADVANCING, Outcome.IN_PREPARATION)


def make_results_card(workshop: Workshop, *, language: str = "") -> Card:
    """Return the card in the language of the workshop unless another is given.

    Themes of fewer than five notes are not shown, and groups of fewer than five people are not told
    exactly. A proposal is told in the words of its plan, if there are any; else in its own, masked,
    unless people have said that the note must not be quoted.

    Raises
    ------
    NoSuchThing
        If documents are not written in ``language``.
    """
    language = language or workshop.language
    phrases = load_phrases(language)
    words = phrases["card"]
    findings = load_findings(workshop)
    themes = _large_themes(findings)
    n = answer_query("proposals()", findings)
    decided = answer_query("decisions()", findings)
    return Card(
        language=language,
        title=workshop.title,
        facts=_facts(workshop, phrases["labels"]),
        questions=workshop.questions,
        numbers=_numbers(workshop, findings, words),
        themes=_theme_bars(themes, words),
        outcomes=_outcome_bars(findings, words) if decided else (),
        decisions=_decisions(findings, words, phrases["labels"]["masked"]),
        no_outcomes="" if decided else words["no_decisions" if n else "no_proposals"],
        remarks=_remarks(themes, words),
        more=workshop.contact,
    )


def _facts(workshop: Workshop, labels: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(filter(None, (_date(workshop.date, labels), workshop.place, workshop.organiser)))


def _date(day: dt.date | None, labels: Mapping[str, Any]) -> str:
    if day is None:
        return ""
    text: str = labels["date"]
    name = labels["months"][day.month - 1]
    return text.format(day=day.day, month=day.month, month_name=name, year=day.year)


def _numbers(
    workshop: Workshop, findings: Findings, words: Mapping[str, Any]
) -> tuple[CardNumber, ...]:
    groups = findings.groups
    counted = (
        ("people", workshop.n_participants or 0),
        ("notes", len(findings.notes)),
        ("voters", groups.n_participants if groups else 0),
        ("votes", groups.n_votes if groups else 0),
    )
    return tuple(_number(key, n, words) for key, n in counted if n)


def _number(key: str, n: int, words: Mapping[str, Any]) -> CardNumber:
    if key in {"people", "voters"} and n < SMALL_GROUP:
        number, unit = words[f"few_{key}"]
        return CardNumber(number=number, unit=unit)
    return CardNumber(number=digits(n), unit=words[key][n != 1])


def _large_themes(findings: Findings) -> list[Theme]:
    shown = [
        theme
        for theme in findings.themes
        if not theme.is_rest and len(theme.note_ids) >= SMALL_NOTE_GROUP
    ]
    return shown[:_THEMES]


def _theme_bars(themes: Sequence[Theme], words: Mapping[str, Any]) -> tuple[CardBar, ...]:
    longest = max((len(theme.note_ids) for theme in themes), default=1)
    return tuple(
        CardBar(
            label=theme.label,
            shown=f"{len(theme.note_ids)} {words['notes'][len(theme.note_ids) != 1]}",
            share=len(theme.note_ids) / longest,
        )
        for theme in themes
    )


def _outcome_bars(findings: Findings, words: Mapping[str, Any]) -> tuple[CardBar, ...]:
    counted = {
        outcome.value: answer_query(f"decisions(outcome={outcome})", findings)
        for outcome in Outcome
    }
    counted["waiting"] = answer_query("proposals(decided=no)", findings)
    longest = max(counted.values()) or 1
    return tuple(
        CardBar(
            label=words[key],
            shown=f"{digits(n)} {words['proposals'][n != 1]}",
            share=n / longest,
        )
        for key, n in counted.items()
    )


def _decisions(findings: Findings, words: Mapping[str, Any], mask: str) -> tuple[CardDecision, ...]:
    told = _tellable(findings, mask)
    made = [one for one in findings.proceedings.decisions if one.proposal_id in told]
    by_outcome = {outcome: [one for one in made if one.outcome is outcome] for outcome in _ORDER}
    # One of each outcome before a second of any.
    rounds = max((len(listed) for listed in by_outcome.values()), default=0)
    mixed = [
        listed[place]
        for place in range(rounds)
        for listed in by_outcome.values()
        if place < len(listed)
    ]
    return tuple(_decision(one, told, words) for one in mixed[:_DECISIONS])


def _decision(
    one: ProposalDecision, told: Mapping[str, str], words: Mapping[str, Any]
) -> CardDecision:
    return CardDecision(
        outcome=words[one.outcome.value], words=told[one.proposal_id], body=one.body
    )


def _tellable(findings: Findings, mask: str) -> dict[str, str]:
    """Return the words of what may be told of, by id: the plan's, else the proposal's own."""
    banned = {key for key, choice in findings.quote_choices.items() if choice == "ban"}
    results = findings.groups.statements if findings.groups else ()
    texts = {note.id: note.text for note in findings.notes}
    texts |= {result.id: result.text for result in results}
    own = {key: text for key, text in texts.items() if key not in banned}
    plans = {one.proposal_id: one.change for one in findings.proceedings.plans if one.change}
    words = {**own, **{key: text for key, text in plans.items() if key in texts}}
    return {
        key: shorten(mask_personal_data(text, word=mask), width=_LONGEST, placeholder=" …")
        for key, text in words.items()
    }


def _remarks(themes: Sequence[Theme], words: Mapping[str, Any]) -> tuple[str, ...]:
    unnamed = sum(not theme.named_by for theme in themes)
    if not unnamed:
        names = ""
    else:
        names = words["machine_names" if unnamed == len(themes) else "machine_some"]
    return tuple(filter(None, (names, words["not_people"])))
