"""Slots on the opinion groups: how many, how large, what they are and are not."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.domain import Block, Finding, OpinionGroup
from toolkit.drafting import counts
from toolkit.drafting.material import FEWEST_PEOPLE, Material, make_block
from toolkit.drafting.sentences import Runs, paragraph


def groups_intro(material: Material, section: str) -> Iterator[Block]:
    """Say how many opinion groups there are, how large, and what they are not."""
    if material.findings.groups is None:
        return
    say = material.sentences
    runs = paragraph(_sizes(material), _ungrouped(material))
    yield make_block(f"{section}/ryhmat/koot", runs)
    meaning = paragraph(
        say.say("opinions.meaning"), say.say("opinions.voters"), say.say("opinions.n_meaning")
    )
    yield make_block(f"{section}/ryhmat/merkitys", meaning)


def groups_in_short(material: Material, section: str) -> Iterator[Block]:
    """Say in one paragraph what the letters of the groups and the numbers in brackets mean."""
    if material.findings.groups is None:
        return
    say = material.sentences
    names = ("meaning_short", "voters", "n_meaning")
    runs = paragraph(_sizes(material), *(say.say(f"opinions.{name}") for name in names))
    yield make_block(f"{section}/ryhmat/lyhyesti", runs)


def voted_groups(material: Material) -> tuple[OpinionGroup, ...]:
    """Return the opinion groups of the vote; none when nobody voted."""
    return material.findings.groups.groups if material.findings.groups else ()


def can_compare(material: Material) -> bool:
    """Whether there are two groups large enough to be looked at side by side."""
    large = [g for g in voted_groups(material) if g.n >= FEWEST_PEOPLE]
    return len(large) >= 2


def all_are_large(material: Material) -> bool:
    """Whether what holds for the groups that are looked at holds for every group."""
    return all(g.n >= FEWEST_PEOPLE for g in voted_groups(material))


def group_name(material: Material, group: OpinionGroup) -> str:
    """Return the letter of a group and what people call it."""
    if not group.name:
        return group.id
    return material.sentences.words("opinions.group_named", group=group.id, name=group.name)


def group_share(
    material: Material, finding: Finding, group: OpinionGroup, *, vote: str, prefix: str
) -> Runs:
    """Word how a group voted: as a share where the base allows one, else as a count.

    A handful is only called few. Nothing where the findings do not show the group or almost nobody
    in it voted.
    """
    say, n = material.sentences, counts.group_votes(finding, group)
    count = counts.group_count(finding, group, vote=vote)
    if n is None or count is None or n.value < FEWEST_PEOPLE:
        return ()
    named = {"group": group_name(material, group)} if prefix == "opinions.share" else {}
    if count.value < FEWEST_PEOPLE:
        return say.say(f"{prefix}_few", n=n, **named)
    share = counts.group_share(finding, group, vote=vote)
    if share is not None:
        return say.say(f"{prefix}_percent", share=share, n=n, **named)
    return say.say(f"{prefix}_count", count=count, n=n, **named)


def _sizes(material: Material) -> Runs:
    say, groups = material.sentences, voted_groups(material)
    if len(groups) < 2:
        return say.say("opinions.groups_none")
    names = [_item(material, group) for group in groups]
    return say.say("opinions.groups", n=counts.all_groups(material), groups=say.join(names))


def _ungrouped(material: Material) -> Runs:
    voted = material.findings.groups
    grouped = sum(group.n for group in voted_groups(material))
    if voted is None or not all(group.is_listed for group in voted.groups):
        return ()
    if not FEWEST_PEOPLE <= grouped < voted.n_participants:
        return ()
    return material.sentences.say("opinions.ungrouped", people=counts.voters(material))


def _item(material: Material, group: OpinionGroup) -> Runs:
    n = counts.group_size(material, group)
    if n is None:
        return material.sentences.say(
            "opinions.group_item_hidden", group=group_name(material, group)
        )
    key = "opinions.group_item" if group.is_listed else "opinions.group_item_at_least"
    return material.sentences.say(key, group=group_name(material, group), n=n)
