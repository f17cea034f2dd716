"""Slots on how the material was gathered: what a reader must know to weigh the rest."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.domain import Block, OpinionGroups
from toolkit.drafting import counts
from toolkit.drafting.material import Material, make_block
from toolkit.drafting.sentences import Runs, paragraph


def method_material(material: Material, section: str) -> Iterator[Block]:
    """Say what the document rests on and how it quotes and cites."""
    say = material.sentences
    if material.has_only_votes:
        rests_on = say.say("method.material_votes", n=counts.all_statements(material))
    else:
        rests_on = say.say("method.material", n=counts.all_notes(material))
    runs = paragraph(rests_on, *set_aside(material))
    yield make_block(f"{section}/aineisto/merkinnat", runs)


def set_aside(material: Material) -> list[Runs]:
    """Say how many notes people have set aside; nothing when there are none."""
    left = counts.set_aside(material)
    return [material.sentences.say("method.set_aside", n=left)] if left.value else []


def method_themes(material: Material, section: str) -> Iterator[Block]:
    """Say how the themes came about, and which names are still the machine's."""
    if not material.themes:
        return
    say = material.sentences
    unnamed = [theme for theme in material.themes if not theme.named_by]
    if unnamed:
        key = "method.themes_machine_many" if len(unnamed) > 1 else "method.themes_machine_one"
        names = [say.say("method.theme_name", theme=theme.label) for theme in unnamed]
        naming = say.say(key, themes=say.join(names))
    else:
        naming = say.say("method.themes_named")
    runs = paragraph(say.say("method.themes"), naming)
    yield make_block(f"{section}/teemat/ryhmittely", runs)


def method_votes(material: Material, section: str) -> Iterator[Block]:
    """Say where the opinion groups come from, what is not shown, what moderation left out."""
    groups = material.findings.groups
    if groups is None:
        return
    say = material.sentences
    recomputed = groups.mode == "recomputed"
    key = "method.groups_recomputed" if recomputed else "method.groups_imported"
    runs = paragraph(say.say(key), *_trust(material, groups), say.say("method.groups_limits"))
    yield make_block(f"{section}/ryhmat/laskenta", runs)
    refused = counts.refused_statements(material)
    if refused.value:
        runs = say.say("method.moderated", n=refused)
        yield make_block(f"{section}/ryhmat/moderointi", runs)


def _trust(material: Material, groups: OpinionGroups) -> list[Runs]:
    """Say how far the groups can be trusted."""
    say, codes = material.sentences, {code for code, _message in groups.checks}
    sentences = []
    if groups.stability is not None:
        share = counts.stability(material)
        sentences.append(say.say("method.groups_stability", share=share))
    told = ("weak_groups", "groups_weak"), ("groups_differ", "groups_differ")
    for code, key in (*told, ("groups_without_people", "groups_counted")):
        if code in codes:
            sentences.append(say.say(f"method.{key}"))
    return sentences


def method_machine(material: Material, section: str) -> Iterator[Block]:
    """Say that a programme put the text together and people decide on it."""
    yield make_block(f"{section}/laatiminen/kone", material.sentences.say("method.machine"))
