"""Slots of a participation programme: what the law and the words mean, what people proposed.

Chapters for which there is no material say what they need; nothing is made up for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolkit.domain import (
    SMALL_NOTE_GROUP,
    Block,
    BlockKind,
    Hearing,
    Outcome,
    Run,
    TableRow,
    TextRun,
    Theme,
    Unit,
)
from toolkit.drafting.counts import digest
from toolkit.drafting.material import LISTED, Material, make_block
from toolkit.drafting.numerals import Count
from toolkit.drafting.records import (
    Proposal,
    count_proposals,
    decided_by,
    list_proposals,
    proposal_words,
    recorded_text,
)
from toolkit.drafting.sentences import Runs, paragraph
from toolkit.drafting.slots.method import set_aside
from toolkit.drafting.slots.submissions import warnings_of
from toolkit.privacy import has_personal_data

TYPE = "osallisuusohjelma"
_CONCEPTS = ("participation", "resident", "client", "personnel", "partnership")
_VALUES = ("person", "equality", "dialogue", "trust", "effect")


def programme_reading(material: Material, section: str) -> Iterator[Block]:
    """Say what of the draft is settled, what is proposed and what is open."""
    yield make_block(f"{section}/lukuohje/merkinnat", material.sentences.say("programme.reading"))


def programme_law(material: Material, section: str) -> Iterator[Block]:
    """Say what the act 611/2021 gives residents and users of services."""
    yield make_block(f"{section}/laki/29", material.sentences.say("programme.law_29"))


def programme_concepts(material: Material, section: str) -> Iterator[Block]:
    """Say what the words of the programme mean."""
    say = material.sentences
    yield make_block(f"{section}/kasitteet/johdanto", say.say("programme.concepts"))
    for name in _CONCEPTS:
        runs = _defined(material, f"concept_{name}")
        yield make_block(f"{section}/kasitteet/{name}", runs, kind=BlockKind.ITEM)


def programme_partners(material: Material, section: str) -> Iterator[Block]:
    """Name the groups whose views were wanted; open when nobody has said."""
    say, workshop = material.sentences, material.workshop
    wanted = workshop.stakeholder_groups if workshop else ()
    if not wanted:
        yield from _open(material, section, "partners_named")
        return
    named = [say.say("programme.partner", group=group) for group in wanted]
    runs = say.say("programme.partners", groups=say.join(named))
    yield make_block(f"{section}/kumppanit/luettelo", runs)


def programme_process(material: Material, section: str) -> Iterator[Block]:
    """Say who has been heard on the draft; open when nobody has recorded it."""
    say, hearing = material.sentences, _hearing(material)
    heard = [body for body in hearing.bodies if body.way] if hearing else []
    lead = say.say("programme.heard" if heard else "programme.heard_none")
    yield make_block(f"{section}/kuulemiset/johdanto", lead)
    for body in heard:
        name, date = recorded_text(body.name), say.date(body.date) if body.date else ""
        way = say.phrase(f"submissions.way_{body.way}")
        key = "programme.heard_item" if date else "programme.heard_item_undated"
        runs = say.say(key, body=name, date=date, way=way)
        block_id = f"{section}/kuulemiset/{digest(f'{body.name} {body.date}')}"
        yield make_block(block_id, runs, kind=BlockKind.ITEM)


def programme_warnings(material: Material, section: str) -> Iterator[Block]:
    """Warn of statutory councils that nobody heard on the programme, or only after the decision."""
    yield from warnings_of(material, section, _hearing(material))


def programme_purpose(material: Material, section: str) -> Iterator[Block]:
    """Say what the programme is for."""
    yield make_block(f"{section}/tarkoitus/ohjelma", material.sentences.say("programme.purpose"))


def programme_strategy(material: Material, section: str) -> Iterator[Block]:
    """Name the proposals that people take to another document; say that the rest is open."""
    say = material.sentences
    taken: dict[str, list[Proposal]] = {}
    for one in list_proposals(material):
        destination = recorded_text(one.plan.destination) if one.plan else ""
        if destination and destination.casefold() != TYPE:
            taken.setdefault(destination, []).append(one)
    for destination, mine in taken.items():
        key = "programme.destination_one" if len(mine) == 1 else "programme.destination"
        lead = say.say(key, destination=destination)
        yield make_block(f"{section}/asiakirjat/{digest(destination)}", lead)
        for one in mine:
            block_id = f"{section}/{one.note.id}/asiakirja"
            words = proposal_words(material, one)
            yield make_block(block_id, words, kind=BlockKind.ITEM, is_finding=True)
    yield from _open(material, section, "strategy")


def programme_values(material: Material, section: str) -> Iterator[Block]:
    """Propose the five values in a table; the county decides on its own."""
    say = material.sentences
    yield make_block(f"{section}/arvot/johdanto", say.say("programme.values"))
    yield Block(
        id=f"{section}/arvot/taulukko",
        kind=BlockKind.TABLE,
        caption=say.phrase("programme.values_caption"),
        header=(say.phrase("programme.value"), say.phrase("programme.value_means")),
        rows=tuple(
            TableRow(
                id=name,
                cells=tuple(
                    (TextRun(text=say.phrase(f"programme.{part}_{name}")),)
                    for part in ("value", "meaning")
                ),
            )
            for name in _VALUES
        ),
    )
    yield from _open(material, section, "values")


def programme_roles(material: Material, section: str) -> Iterator[Block]:
    """Say that the part of those who provide and produce the services is open."""
    yield from _open(material, section, "roles")


def programme_communication(material: Material, section: str) -> Iterator[Block]:
    """Say what the law says of communication, and that the rest is open."""
    yield make_block(f"{section}/laki/34", material.sentences.say("programme.law_34"))
    yield from _open(material, section, "communication")


def programme_duties(material: Material, section: str) -> Iterator[Block]:
    """Say whose duty participation is."""
    yield make_block(f"{section}/tehtavat/vastuu", material.sentences.say("programme.duties"))


def programme_councils(material: Material, section: str) -> Iterator[Block]:
    """Say what the law says of the councils, and that the path of initiatives is open."""
    yield make_block(f"{section}/laki/32", material.sentences.say("programme.law_32"))
    yield from _open(material, section, "councils")


def programme_services(material: Material, section: str) -> Iterator[Block]:
    """Name the ways of taking part that the law lists, and say which ones are open."""
    yield make_block(f"{section}/laki/keinot", material.sentences.say("programme.law_ways"))
    yield from _open(material, section, "services")


def programme_proposals(material: Material, section: str) -> Iterator[Block]:
    """List what the programme could say, each marked as a proposal until somebody decides on it."""
    say, total = material.sentences, count_proposals(material)
    advancing = [
        one for one in list_proposals(material) if one.outcome is not Outcome.NOT_ADVANCING
    ]
    stopped = [one for one in list_proposals(material) if one.outcome is Outcome.NOT_ADVANCING]
    if not total.value:
        yield make_block(f"{section}/ehdotukset/ei-ole", say.say("programme.proposals_none"))
        return
    yield make_block(f"{section}/ehdotukset/johdanto", say.say("programme.proposals", n=total))
    # What people have decided on is never left for the list of labels.
    shown = sorted(advancing, key=lambda one: one.decision is None)
    n_shown = max(LISTED, sum(one.decision is not None for one in advancing))
    for one in shown[:n_shown]:
        label = say.phrase(f"programme.label_{one.outcome or 'open'}")
        by = decided_by(material, one.decision) if one.decision else ""
        source = say.say("programme.decided", by=by) if by else ()
        words = proposal_words(material, one)
        runs = paragraph((TextRun(text=label, strong=True),), words, source)
        block_id = f"{section}/{one.note.id}/ehdotus"
        yield make_block(block_id, runs, kind=BlockKind.ITEM, is_finding=True)
    for name, others in (("more", shown[n_shown:]), ("stopped", stopped)):
        if others:
            cite = material.cite(one.note for one in others)
            runs = say.say(f"programme.proposals_{name}", cite=cite)
            yield make_block(f"{section}/ehdotukset/{name}", runs, is_finding=True)


def programme_interfaces(material: Material, section: str) -> Iterator[Block]:
    """Say that the work shared with municipalities is open."""
    yield from _open(material, section, "interfaces")


def programme_groups(material: Material, section: str) -> Iterator[Block]:
    """Say what each group wrote of most; a group of few notes is not named."""
    say, groups = material.sentences, _groups(material)
    if groups:
        yield make_block(f"{section}/ryhmat/johdanto", say.say("programme.groups"))
    for group in groups:
        runs = _group(material, group)
        block_id = f"{section}/ryhmat/{digest(group)}"
        yield make_block(block_id, runs, kind=BlockKind.ITEM, is_finding=True)
    n = sum(not note.group for note in material.findings.notes)
    if groups and n:
        ungrouped = Count(value=n, unit=Unit.NOTE, query="notes(group=)")
        runs = say.say("programme.ungrouped", n=ungrouped)
        yield make_block(f"{section}/ryhmat/ilman", runs)
    yield from _open(material, section, "partners")


def programme_evaluation(material: Material, section: str) -> Iterator[Block]:
    """Say how the evaluation is told to those who took part, and what is open."""
    yield from _open(material, section, "evaluation")


def programme_material(material: Material, section: str) -> Iterator[Block]:
    """Say what the draft rests on."""
    runs = paragraph(material.sentences.say("programme.material"), *set_aside(material))
    yield make_block(f"{section}/aineisto/perusta", runs)


def _hearing(material: Material) -> Hearing | None:
    hearing = material.findings.proceedings.hearing
    return hearing if hearing and hearing.type == TYPE else None  # not one on another document


def _open(material: Material, section: str, name: str) -> Iterator[Block]:
    say = material.sentences
    runs: tuple[Run, ...] = (TextRun(text=say.phrase("programme.open"), strong=True),)
    runs = paragraph(runs, say.say(f"programme.needs_{name}"))
    yield make_block(f"{section}/avoin/{name}", runs)


def _defined(material: Material, name: str) -> Runs:
    say = material.sentences
    label = TextRun(text=f"{say.phrase(f'programme.{name}')}:", strong=True)
    return paragraph((label,), say.say(f"programme.{name}_means"))


def _groups(material: Material) -> tuple[str, ...]:
    sizes: dict[str, int] = {}
    for note in material.findings.notes:
        sizes[note.group] = sizes.get(note.group, 0) + 1
    large = [name for name, n in sizes.items() if name and n >= SMALL_NOTE_GROUP]
    wanted = material.workshop.stakeholder_groups if material.workshop else ()
    if wanted:  # the others may be tables, which are no partners
        large = [name for name in large if name in wanted]
    return tuple(sorted(name for name in large if not has_personal_data(name)))


def _group(material: Material, group: str) -> Runs:
    say, mine = material.sentences, [n for n in material.findings.notes if n.group == group]
    total = Count(value=len(mine), unit=Unit.NOTE, query=f"notes(group={group})")
    ids = {note.id for note in mine}
    found = {theme.id: [i for i in theme.note_ids if i in ids] for theme in material.themes}
    largest = _largest(material.themes, [len(found[theme.id]) for theme in material.themes])
    if largest is None:
        cite = material.cite(sorted(mine, key=lambda note: note.ref)[:3])
        return say.say("programme.group", group=group, n=total, cite=cite)
    notes = material.existing(found[largest.id])
    query = f"notes(theme={largest.id},group={group})"
    return say.say(
        "programme.group_theme",
        group=group,
        n=total,
        theme=largest.label,
        of_theme=Count(value=len(notes), unit=Unit.NOTE, query=query),
        cite=material.cite(notes[:3]),
    )


def _largest(themes: Sequence[Theme], sizes: Sequence[int]) -> Theme | None:
    """Return the theme that a group wrote of most; none when two are as large or nobody did."""
    most = max(sizes, default=0)
    if not most or sizes.count(most) > 1:
        return None
    return themes[sizes.index(most)]
