"""Composing a draft: the sections of an outline, filled from the findings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from toolkit.domain import (
    Block,
    BlockKind,
    Draft,
    Findings,
    TextRun,
    Workshop,
)
from toolkit.drafting.material import Material, make_block, source_notes
from toolkit.drafting.outlines import (
    Outline,
    Section,
    is_phrase,
    load_outline,
    outline_names,
    preset_names,
)
from toolkit.drafting.sentences import Sentences
from toolkit.drafting.slots import SLOTS
from toolkit.paragraphs import cited_sources


def compose_draft(
    findings: Findings,
    *,
    outline: str | Outline = "tyopajan-yhteenveto",
    workshop: Workshop | None = None,
    language: str = "fi",
) -> Draft:
    """Write a draft that people then read, mend and decide on.

    Parameters
    ----------
    outline
        The document type, one of ``outline_names()``, or an outline: one of its presets or of
        one's own.
    workshop
        What is not known of it is said to be open.
    language
        ``fi``, ``sv`` or ``en``. Quotes stay in the language they were written in.

    Returns
    -------
    Draft
        The same for the same input. Every block that claims something of the material cites or
        quotes it, every number names the query that counts it, and ``sources`` holds what is cited.

    Raises
    ------
    NoSuchThing
        If there is no such document type or language.
    """
    plan = load_outline(outline) if isinstance(outline, str) else outline
    material = _material(findings, workshop, Sentences(language))
    blocks = tuple(block for part in plan.sections for block in _section(part, material))
    return Draft(
        type=plan.type,
        language=language,
        title=_title(plan, material),
        meta=_meta(material),
        blocks=blocks,
        sources=cited_sources(blocks, source_notes(findings, language=language)),
        preset=plan.preset,
    )


def _material(findings: Findings, workshop: Workshop | None, say: Sentences) -> Material:
    bare = Material(findings=findings, workshop=workshop, sentences=say)
    hearing = findings.proceedings.hearing
    if hearing is None or hearing.type not in outline_names():
        return bare
    plans = [load_outline(hearing.type)]
    plans += [load_outline(hearing.type, preset=name) for name in preset_names(hearing.type)[1:]]
    headings: dict[str, str] = {}
    for part in (part for plan in plans for part in plan.sections):
        headings.setdefault(part.id, _words(bare, part.heading))
    title = _words(bare, plans[0].title_alone)
    return replace(bare, heard_title=title, heard_headings=headings)


def _section(part: Section, material: Material) -> Iterator[Block]:
    filled = [block for name in part.slots for block in SLOTS[name](material, part.id)]
    if filled:
        heading = (TextRun(text=_words(material, part.heading)),)
        yield make_block(f"{part.id}/otsikko", heading, kind=BlockKind.HEADING, level=part.level)
    for block in filled:
        # A slot numbers its headings as if it stood in a chapter.
        lower = part.level - 1 if block.kind is BlockKind.HEADING else 0
        yield replace(block, level=block.level + lower)


def _title(plan: Outline, material: Material) -> str:
    if material.workshop is None or not material.workshop.title:
        return _words(material, plan.title_alone)
    return _words(material, plan.title, title=material.workshop.title)


def _words(material: Material, text: str, **values: str) -> str:
    return material.sentences.words(text, **values) if is_phrase(text) else text


def _meta(material: Material) -> dict[str, str]:
    say, workshop = material.sentences, material.workshop
    if workshop is None:
        return {}
    values = {
        "organiser": workshop.organiser,
        "time": say.date(workshop.date) if workshop.date else "",
        "place": workshop.place,
        "case_number": workshop.case_number,
        "author": workshop.author if workshop.author != workshop.organiser else "",
    }
    return {say.phrase(f"labels.{name}"): value for name, value in values.items() if value}
