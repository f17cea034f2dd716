"""The slot on surveys: what was chosen most often, told in choices of respondents."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.domain import (
    FEWEST_FOR_PERCENT,
    Block,
    BlockKind,
    ClosedQuestion,
    Survey,
    TextRun,
    Unit,
)
from toolkit.drafting import counts
from toolkit.drafting.material import FEWEST_PEOPLE, LISTED, Material, make_block
from toolkit.drafting.numerals import Count
from toolkit.drafting.sentences import Runs, paragraph

_MOST_TIED = 3


def survey_choices(material: Material, section: str) -> Iterator[Block]:
    """Tell of each survey how many answered, and what was chosen most often in each question.

    Questions on who the respondents are tell nothing of what they think, and a question that fewer
    than five people answered could tell of one of them: these are left out.
    """
    say = material.sentences
    for survey in material.findings.surveys:
        asked = [q for q in survey.questions if not q.is_background and _is_told(q)]
        if not asked:
            continue
        place = f"{section}/{survey.source.board}"
        where = f"survey={survey.source.board}"
        key = "survey.material" if survey.n_respondents else "survey.material_unknown"
        runs = say.say(
            key,
            people=_count(survey.n_respondents, Unit.RESPONDENT, f"respondents({where})"),
            n=_count(survey.n_selections, Unit.SELECTION, f"selections({where})"),
            file=survey.source.name,
        )
        yield make_block(f"{place}/vastaajat", runs)
        for question in asked[:LISTED]:
            block_id = f"{place}/{counts.digest(question.text)}"
            runs = _tell(material, survey, question)
            yield make_block(block_id, runs, kind=BlockKind.ITEM)
        if len(asked) > LISTED:
            yield make_block(f"{place}/muut", say.say("survey.others", file=survey.source.name))


def _is_told(question: ClosedQuestion) -> bool:
    most = max((n for _text, n in question.options), default=0)
    return question.n_respondents >= FEWEST_PEOPLE and most >= FEWEST_PEOPLE


def _count(value: int, unit: Unit, query: str) -> Count:
    return Count(value=value, unit=unit, query=query)


def _tell(material: Material, survey: Survey, question: ClosedQuestion) -> Runs:
    say = material.sentences
    where = f"survey={survey.source.board},question={counts.digest(question.text)}"
    ends = "" if question.text.endswith(("?", "!", ".", "…")) else "."
    asked = (TextRun(text=f"{question.text}{ends}", strong=True),)
    n = _count(question.n_respondents, Unit.RESPONDENT, f"respondents({where})")
    several = question.n_selections > question.n_respondents
    of = say.say("survey.of_several" if several else "survey.of", people=n)
    return paragraph(asked, _most_chosen(material, question, where), of)


def _most_chosen(material: Material, question: ClosedQuestion, where: str) -> Runs:
    """Name the answer that was chosen most often, or several, or say that none stands out."""
    say = material.sentences
    most = max(n for _text, n in question.options)
    first = [text for text, n in question.options if n == most]
    if len(first) > _MOST_TIED or len(first) == len(question.options) > 1:
        return say.say("survey.even")
    named = say.join([say.say("survey.option", option=text) for text in first])
    limits = f"{where},option={counts.digest(first[0])}"
    n = _count(most, Unit.SELECTION, f"selections({limits})")
    if len(first) > 1:
        return say.say("survey.most_tied", options=named, n=n)
    if question.n_respondents < FEWEST_FOR_PERCENT:
        return say.say("survey.most", options=named, n=n)
    percent = (200 * most + question.n_respondents) // (2 * question.n_respondents)
    share = _count(percent, Unit.PERCENT, f"percent(selections,{limits})")
    return say.say("survey.most_share", options=named, n=n, share=share)
