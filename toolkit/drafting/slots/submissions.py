"""Slots of the summary of submissions: who was heard, what they proposed, what was answered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from toolkit.domain import (
    Amendment,
    Answer,
    Block,
    BlockKind,
    HeardBody,
    Hearing,
    HearingWay,
    TableRow,
    TextRun,
    Unit,
)
from toolkit.drafting.councils import hearing_warnings, word_hearing_warning
from toolkit.drafting.counts import digest
from toolkit.drafting.material import Material, make_block
from toolkit.drafting.numerals import Count
from toolkit.drafting.records import parts_sentence, recorded_text
from toolkit.drafting.sentences import Runs, paragraph
from toolkit.drafting.slots.method import set_aside

_BODY_COLUMNS = ("body", "date", "way")
_COLUMNS = ("number", "body", "place", "text", "answer", "reason", "changed")
_WAYS: tuple[HearingWay | None, ...] = (*HearingWay, None)
_ANSWERS: tuple[Answer | None, ...] = (*Answer, None)


def hearing_request(material: Material, section: str) -> Iterator[Block]:
    """Say what was sent out and when, and who was asked; or that nobody has recorded it."""
    say, hearing = material.sentences, material.findings.proceedings.hearing
    if hearing is None:
        yield make_block(f"{section}/pyynto/puuttuu", say.say("submissions.none"))
        return
    yield make_block(f"{section}/pyynto/milloin", _request(material, hearing))
    if not hearing.bodies:
        yield make_block(f"{section}/tahot/puuttuvat", say.say("submissions.bodies_none"))
        return
    yield Block(
        id=f"{section}/tahot/taulukko",
        kind=BlockKind.TABLE,
        caption=say.phrase("submissions.bodies_caption"),
        header=tuple(say.phrase(f"submissions.{column}") for column in _BODY_COLUMNS),
        rows=tuple(_body_row(material, body) for body in hearing.bodies),
    )
    if any(body.way is HearingWay.MATERIAL_ONLY for body in hearing.bodies):
        yield make_block(f"{section}/tahot/selite", say.say("submissions.material_only"))


def hearing_summary(material: Material, section: str) -> Iterator[Block]:
    """Count who was heard in what way, and how the amendments were answered."""
    say, hearing = material.sentences, material.findings.proceedings.hearing
    if hearing is None:
        return
    sentences: list[Runs] = []
    if hearing.bodies:
        asked = Count(value=len(hearing.bodies), unit=Unit.BODY, query="bodies()")
        sentences.append(say.say("submissions.asked", n=asked))
        for way in _WAYS:
            count = _heard(hearing, way)
            if count.value:
                sentences.append(say.say(f"submissions.ways_{way or 'open'}", n=count))
    total = Count(value=len(hearing.amendments), unit=Unit.AMENDMENT, query="amendments()")
    if not total.value:
        sentences.append(say.say("submissions.amendments_none"))
    else:
        parts = {str(answer or "open"): _answered(hearing, answer) for answer in _ANSWERS}
        sentences.append(say.say("submissions.amendments", n=total))
        sentences.append(parts_sentence(material, total, parts, prefix="submissions.amendments"))
    yield make_block(f"{section}/kooste/luvut", paragraph(*sentences))


def amendments_by_chapter(material: Material, section: str) -> Iterator[Block]:
    """Say which parts of the document the bodies wanted changed, and who did."""
    say, hearing = material.sentences, material.findings.proceedings.hearing
    if hearing is None:
        return
    if not hearing.amendments:
        yield make_block(f"{section}/luvut/ei-ehdotuksia", say.say("submissions.chapters_none"))
        return
    yield make_block(f"{section}/luvut/johdanto", say.say("submissions.chapters"))
    for place in _places(material, hearing):
        mine = [one for one in hearing.amendments if _part(one) == place]
        n = Count(value=len(mine), unit=Unit.AMENDMENT, query=f"amendments(section={place})")
        bodies = dict.fromkeys(recorded_text(one.body) for one in mine)
        runs = say.say(
            "submissions.chapter",
            place=_place(material, place),
            n=n,
            bodies=", ".join(bodies),
        )
        yield make_block(f"{section}/luvut/{digest(place)}", runs, kind=BlockKind.ITEM)


def amendments_table(material: Material, section: str) -> Iterator[Block]:
    """Show every amendment word for word with its answer; one without an answer says so."""
    say, hearing = material.sentences, material.findings.proceedings.hearing
    if hearing is None:
        return
    if not hearing.amendments:
        yield make_block(f"{section}/muutokset/ei-ole", say.say("submissions.amendments_none"))
        return
    numbered = enumerate(hearing.amendments, start=1)
    yield Block(
        id=f"{section}/muutokset/taulukko",
        kind=BlockKind.TABLE,
        caption=say.phrase("submissions.amendments_caption"),
        header=tuple(say.phrase(f"submissions.{column}") for column in _COLUMNS),
        rows=tuple(_row(material, one, number) for number, one in numbered),
    )
    yield make_block(f"{section}/muutokset/selite", say.say("submissions.recorded"))


def changes_made(material: Material, section: str) -> Iterator[Block]:
    """List what was changed in the document because of the amendments."""
    say, hearing = material.sentences, material.findings.proceedings.hearing
    if hearing is None:
        return
    changed = [one for one in enumerate(hearing.amendments, start=1) if one[1].changed.strip()]
    lead = say.say("submissions.changes" if changed else "submissions.changes_none")
    yield make_block(f"{section}/muutettu/johdanto", lead)
    for number, one in changed:
        runs = say.say(
            "submissions.change",
            changed=recorded_text(one.changed),
            number=str(number),
            body=recorded_text(one.body),
        )
        yield make_block(f"{section}/muutettu/{one.id}", runs, kind=BlockKind.ITEM)


def hearing_path(material: Material, section: str) -> Iterator[Block]:
    """List who was heard on which day."""
    hearing = material.findings.proceedings.hearing
    dated = [(body.date, body) for body in hearing.bodies if body.date] if hearing else []
    if dated:
        lead = material.sentences.say("submissions.path")
        yield make_block(f"{section}/kuulemiset/johdanto", lead)
    for date, body in sorted(dated, key=lambda pair: pair[0]):
        yield _path_item(material, section, date, body)


def council_warnings(material: Material, section: str) -> Iterator[Block]:
    """Warn of statutory councils that nobody heard, or only after the decision."""
    yield from warnings_of(material, section, material.findings.proceedings.hearing)


def warnings_of(material: Material, section: str, hearing: Hearing | None) -> Iterator[Block]:
    """Warn of the councils that are missing or late in ``hearing``."""
    say = material.sentences
    decided_on = material.workshop.decision_date if material.workshop else None
    for warning in hearing_warnings(hearing, decided_on):
        words = word_hearing_warning(warning, language=say.language)
        block_id = f"{section}/kuulemiset/huomautus-{warning.council}"
        runs = (TextRun(text=say.phrase("submissions.warning"), strong=True),)
        yield make_block(block_id, paragraph(runs, (TextRun(text=words),)))


def submissions_material(material: Material, section: str) -> Iterator[Block]:
    """Say what the summary rests on."""
    say, hearing = material.sentences, material.findings.proceedings.hearing
    draft = say.say("submissions.material_draft") if hearing else ()
    runs = paragraph(say.say("submissions.material"), draft, *set_aside(material))
    yield make_block(f"{section}/aineisto/perusta", runs)


def _request(material: Material, hearing: Hearing) -> Runs:
    say = material.sentences
    subject = say.say("submissions.subject", title=material.heard_title or hearing.type)
    sent = say.date(hearing.sent_on) if hearing.sent_on else ""
    until = say.date(hearing.deadline) if hearing.deadline else ""
    return paragraph(
        subject,
        say.say("submissions.sent", date=sent) if sent else say.say("submissions.sent_undated"),
        say.say("submissions.deadline", date=until) if until else (),
    )


def _body_row(material: Material, body: HeardBody) -> TableRow:
    say = material.sentences
    date = say.date(body.date) if body.date else say.phrase("submissions.undated")
    way = say.phrase(f"submissions.way_{body.way or 'open'}")
    name = recorded_text(body.name)
    cells = tuple((TextRun(text=text),) for text in (name, date, way))
    return TableRow(id=digest(f"{body.name} {body.date}"), cells=cells)


def _row(material: Material, one: Amendment, number: int) -> TableRow:
    say = material.sentences
    texts = (
        str(number),
        recorded_text(one.body),
        _place(material, _part(one)),
        recorded_text(one.text),
        say.phrase(f"submissions.answer_{one.answer or 'open'}"),
        recorded_text(one.reason) or say.phrase("submissions.reason_missing"),
        recorded_text(one.changed) or say.phrase("submissions.changed_missing"),
    )
    return TableRow(id=one.id, cells=tuple((TextRun(text=text),) for text in texts))


def _path_item(material: Material, section: str, date: dt.date, body: HeardBody) -> Block:
    say = material.sentences
    runs = say.say(
        "submissions.path_item",
        date=say.date(date),
        body=recorded_text(body.name),
        way=say.phrase(f"submissions.way_{body.way or 'open'}"),
    )
    block_id = f"{section}/kuulemiset/{digest(f'{date} {body.name}')}"
    return make_block(block_id, runs, kind=BlockKind.ITEM)


def _heard(hearing: Hearing, way: HearingWay | None) -> Count:
    n = sum(body.way is way for body in hearing.bodies)
    return Count(value=n, unit=Unit.BODY, query=f"bodies(way={way or 'none'})")


def _answered(hearing: Hearing, answer: Answer | None) -> Count:
    n = sum(one.answer is answer for one in hearing.amendments)
    return Count(value=n, unit=Unit.AMENDMENT, query=f"amendments(answer={answer or 'none'})")


def _part(amendment: Amendment) -> str:
    return amendment.block_id.partition("/")[0]


def _places(material: Material, hearing: Hearing) -> tuple[str, ...]:
    """Return the parts with amendments in the order of the document, the whole document first."""
    found = {_part(one) for one in hearing.amendments}
    order = {place: number for number, place in enumerate(("", *material.heard_headings))}
    return tuple(sorted(found, key=lambda place: (order.get(place, len(order)), place)))


def _place(material: Material, place: str) -> str:
    whole = material.sentences.phrase("submissions.whole")
    return material.heard_headings.get(place, recorded_text(place)) if place else whole
