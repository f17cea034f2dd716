"""Who may be on the map of opinion groups, and what they look like there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from toolkit.domain import OpinionGroups
from toolkit.figures.wording import count_participants, name_group
from toolkit.i18n import _

Point = tuple[float, float]

# Okabe and Ito's colours for the colour-blind, without yellow, which white paper swallows. As many
# shapes as do not divide the number of colours: groups that share a colour differ in shape.
_COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#3b4650")
_SHAPES = ("o", "s", "^", "D", "X", "v", "P", "*")
_FAINT = "#9aa5ae"


class Layer(NamedTuple):
    """People drawn alike: a group, or those in no group.

    Attributes
    ----------
    gid
        Name of their marks in the figure and in an SVG file.
    letter
        Written among the marks; empty for those in no group.
    """

    gid: str
    letter: str
    title: str
    people: str
    colour: str
    shape: str
    points: list[Point]


def find_layers(groups: OpinionGroups) -> list[Layer]:
    """Return those who may be drawn, the people in no group last."""
    layers = []
    for number, group in enumerate(groups.groups):
        points = find_places(group.participant_ids, groups)
        if points and not group.is_small:
            colour, shape = _COLOURS[number % len(_COLOURS)], _SHAPES[number % len(_SHAPES)]
            title, people = name_group(group), count_participants(group.n)
            layers.append(
                Layer(f"group-{group.id}", group.id, title, people, colour, shape, points)
            )
    if others := find_others(groups):
        people = count_participants(len(others))
        layers.append(Layer("no-group", "", name_others(groups), people, _FAINT, "o", others))
    return layers


def find_others(groups: OpinionGroups) -> list[Point]:
    """Return the places of those who are in no group, as far as is known."""
    in_groups = {person for group in groups.groups for person in group.participant_ids}
    return find_places(groups.positions.keys() - in_groups, groups)


def find_places(people: Iterable[str], groups: OpinionGroups) -> list[Point]:
    """Return places in an order that does not tell who stands where."""
    return sorted(groups.positions[person] for person in people if person in groups.positions)


def name_others(groups: OpinionGroups) -> str:
    """Return what people in no group are called; some may be in one of whom nothing is known."""
    everybody_known = all(group.is_listed for group in groups.groups)
    return _("In no group") if everybody_known else _("Group not known")
