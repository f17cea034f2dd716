"""Slots on the event: when and where, who took part, how much was written and voted."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.domain import Block, BlockKind, Unit
from toolkit.drafting import counts
from toolkit.drafting.material import FEWEST_PEOPLE, Material, labelled, make_block
from toolkit.drafting.numerals import Count


def event_facts(material: Material, section: str) -> Iterator[Block]:
    """Say when, where and by whom; what is not known says so."""
    say, workshop = material.sentences, material.workshop
    date = say.date(workshop.date) if workshop and workshop.date else ""
    facts = {
        "time": date,
        "place": workshop.place if workshop else "",
        "organiser": workshop.organiser if workshop else "",
    }
    for name, value in facts.items():
        runs = labelled(say.phrase(f"labels.{name}"), value or say.phrase("labels.not_recorded"))
        yield make_block(f"{section}/tilaisuus/{name}", runs, kind=BlockKind.ITEM)


def background(material: Material, section: str) -> Iterator[Block]:
    """Say what the workshop was about and for, in the organiser's words."""
    workshop = material.workshop
    texts = {"phenomenon": workshop.phenomenon, "goal": workshop.goal} if workshop else {}
    for name, text in texts.items():
        if text:
            runs = labelled(material.sentences.phrase(f"labels.{name}"), text)
            yield make_block(f"{section}/lahtokohta/{name}", runs)


def event_participants(material: Material, section: str) -> Iterator[Block]:
    """Say how many people took part; a handful is not counted out."""
    say = material.sentences
    n = material.workshop.n_participants if material.workshop else None
    if n is None:
        runs = say.say("event.participants_unknown")
    elif n < FEWEST_PEOPLE:
        runs = say.say("event.participants_few")
    else:
        runs = say.say("event.participants", n=Count(value=n, unit=Unit.PARTICIPANT))
    yield make_block(f"{section}/tilaisuus/osallistujat", runs)


def event_notes(material: Material, section: str) -> Iterator[Block]:
    """Say how many notes there are, and that they are not people; or that there are only votes."""
    say = material.sentences
    if material.has_only_votes:
        runs = say.say("event.no_notes")
    else:
        runs = say.say("event.notes", n=counts.all_notes(material))
    yield make_block(f"{section}/tilaisuus/merkinnat", runs)


def event_votes(material: Material, section: str) -> Iterator[Block]:
    """Say how many people voted, how often and on what; nothing when nobody voted.

    What moderation left out is said in the same breath as the number of statements.
    """
    groups = material.findings.groups
    if groups is None:
        return
    if groups.n_participants < FEWEST_PEOPLE:
        runs = material.sentences.say("event.votes_few")
    else:
        refused = counts.refused_statements(material)
        runs = material.sentences.say(
            "event.votes_moderated" if refused.value else "event.votes",
            people=counts.voters(material),
            n=counts.all_votes(material),
            statements=counts.all_statements(material),
            refused=refused,
        )
    yield make_block(f"{section}/tilaisuus/aanet", runs)


def event_questions(material: Material, section: str) -> Iterator[Block]:
    """Say what was asked: of the workshop, or else the prompts of the notes.

    Prompts that are no questions, such as the columns of a board, are called headings.
    """
    asked = material.workshop.questions if material.workshop else ()
    prompts = tuple(sorted({note.prompt for note in material.findings.notes if note.prompt}))
    is_asked = bool(asked) or all(prompt.rstrip().endswith("?") for prompt in prompts)
    asked = asked or prompts
    if asked:
        intro = material.sentences.say("event.questions" if is_asked else "event.headings")
        yield make_block(f"{section}/kysymykset/johdanto", intro)
    for question in asked:
        runs = material.sentences.join([question])
        block_id = f"{section}/kysymykset/{counts.digest(question)}"
        yield make_block(block_id, runs, kind=BlockKind.ITEM)


def self_selected(material: Material, section: str) -> Iterator[Block]:
    """Say that the participants chose themselves: the results are theirs only."""
    yield make_block(f"{section}/rajaus/yleistys", material.sentences.say("event.self_selected"))
