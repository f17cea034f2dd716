"""The map of opinion groups: everybody's place, near those who voted alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from toolkit.domain import OpinionGroups
from toolkit.figures.map_layers import (
    Layer,
    Point,
    find_layers,
    find_others,
    find_places,
    name_others,
)
from toolkit.figures.wording import (
    Table,
    name_group,
)
from toolkit.i18n import _, digits, ngettext

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from toolkit.figures.sheet import Sheet

MOST_VECTORS = 3000
"""Participants above which the marks are drawn as a picture, so that vector files stay small."""

_HEIGHT = 380.0
_LEGEND = 190.0
_GAP = 24.0


def draw_map(groups: OpinionGroups) -> Figure:
    """Draw where participants stand: near each other are those who voted alike.

    A mark for each participant, with a colour and a shape for each group, an outline around the
    group and its letter in the middle; the legend has names and numbers of participants. People in
    no group are faint. The axes mean nothing by themselves and have no numbers; the caption tells
    how much of the differences the map shows.

    The people of groups of fewer than five are left out, and so are groups of whom it is not known
    who is in them; the caption says so. If everybody is left out or nobody differs, a sentence
    stands instead of the map. Above 3,000 people the marks are rasterised. The order of the
    participants changes nothing.
    """
    from toolkit.figures.sheet import Sheet

    sheet = Sheet()
    sheet.add_title(_("Map of opinion groups"))
    layers = find_layers(groups)
    if reason := _why_nothing(groups, layers):
        sheet.add_caption(reason)
    else:
        _draw_layers(sheet, layers)
        sheet.add_caption(
            _("Each mark is one participant; near each other are those who voted alike."),
            _("The directions have no meaning of their own."),
            _("Share of the differences between voters that the map shows: {share} %.").format(
                share=round(100 * groups.explained_variance)
            ),
        )
    sheet.add_caption(*_left_out(groups))
    sheet.finish()
    return sheet


def map_table(groups: OpinionGroups) -> Table:
    """Return what ``draw_map`` draws as text: how many are in each group and on the map.

    Groups of fewer than five people are one row together. The numbers of participants add up to
    ``groups.n_participants`` unless nobody knows who is in some group.
    """
    header = (_("Group"), _("Participants"), _("On the map"))
    rows: list[tuple[str | int | float, ...]] = []
    for group in groups.groups:
        if not group.is_small:
            n: str | int = group.n
            if not group.is_listed:
                n = _("at least {n}").format(n=digits(group.n))
            rows.append((name_group(group), n, len(find_places(group.participant_ids, groups))))
    small = [group for group in groups.groups if group.is_small]
    if small:
        n_small = sum(group.n for group in small)
        rows.append((_("Groups of fewer than five people"), n_small, 0))
    n_others = groups.n_participants - sum(g.n for g in groups.groups if g.is_listed)
    if n_others > 0:
        rows.append((name_others(groups), n_others, len(find_others(groups))))
    return header, tuple(rows)


def describe_map(groups: OpinionGroups) -> str:
    """Return a sentence that stands for the map where it cannot be seen."""
    layers = find_layers(groups)
    if reason := _why_nothing(groups, layers):
        return reason
    label = _("Map of those who voted: near each other are those who voted alike.")
    return f"{label} {', '.join(f'{layer.title}: {layer.people}' for layer in layers)}."


def _why_nothing(groups: OpinionGroups, layers: Sequence[Layer]) -> str:
    """Return why there is no map, or nothing if there is one."""
    if not layers:
        return _("There is no map: nobody can be shown on it.")
    if not groups.explained_variance or len({p for layer in layers for p in layer.points}) < 2:
        return _("There is no map: the votes show no differences.")
    return ""


def _left_out(groups: OpinionGroups) -> list[str]:
    """Return sentences about those who are not on the map."""
    sentences = []
    small = [group for group in groups.groups if group.is_small]
    if small:
        n = sum(len(find_places(group.participant_ids, groups)) for group in small)
        sentences.append(
            _(
                "Groups of fewer than five people are not shown by themselves, so that nobody can "
                "be recognised."
            )
        )
        if n:
            message = ngettext(
                "{n} participant is not on the map.", "{n} participants are not on the map.", n
            )
            sentences.append(message.format(n=digits(n)))
    unlisted = [g for g in groups.groups if not (g.is_listed or g.is_small)]
    if unlisted:
        message = _("Groups of whom it is not known who is in them: {groups}.")
        sentences.append(message.format(groups=", ".join(map(name_group, unlisted))))
    return sentences


def _draw_layers(sheet: Sheet, layers: Sequence[Layer]) -> None:
    from toolkit.figures.sheet import MARGIN, WIDTH

    width = WIDTH - 2 * MARGIN - _LEGEND - _GAP
    placed = _fit(layers, left=MARGIN, top=sheet.y, width=width)
    n = sum(len(layer.points) for layer in placed)
    size = min(42.0, max(11.0, 9000 / n))
    for layer in placed:
        _draw_outline(sheet, layer)
    for layer in placed:
        _draw_marks(sheet, layer, size=size, rasterized=n > MOST_VECTORS)
    _write_letters(sheet, [layer for layer in placed if layer.letter])
    legend = _write_legend(sheet, placed, left=WIDTH - MARGIN - _LEGEND)
    sheet.y = max(sheet.y + _HEIGHT, legend) + 14


def _draw_marks(sheet: Sheet, layer: Layer, *, size: float, rasterized: bool) -> None:
    faint = not layer.letter
    x, y = zip(*layer.points, strict=True)
    sheet.paper.scatter(
        x,
        y,
        s=size * (0.6 if faint else 1),
        c=layer.colour,
        marker=layer.shape,
        alpha=0.5 if faint else 0.75,
        edgecolors="white",
        linewidths=0.4,
        zorder=1.5 if faint else 2,
        rasterized=rasterized,
        gid=layer.gid,
    )


def _fit(layers: Sequence[Layer], *, left: float, top: float, width: float) -> list[Layer]:
    """Move places to the sheet: both axes on one scale, so that near means the same everywhere."""
    every = [point for layer in layers for point in layer.points]
    (x0, x1), (y0, y1) = ((min(axis), max(axis)) for axis in zip(*every, strict=True))
    pad = 10.0
    scale = min(
        (side - 2 * pad) / extent if extent else float("inf")
        for side, extent in ((width, x1 - x0), (_HEIGHT, y1 - y0))
    )
    x_middle, y_middle = left + width / 2, top + _HEIGHT / 2

    def move(point: Point) -> Point:
        across, up = point[0] - (x0 + x1) / 2, point[1] - (y0 + y1) / 2
        return x_middle + scale * across, y_middle - scale * up

    return [layer._replace(points=[move(point) for point in layer.points]) for layer in layers]


def _draw_outline(sheet: Sheet, layer: Layer) -> None:
    """Draw the convex hull of a group; people on one line have none."""
    from scipy.spatial import ConvexHull, QhullError

    if not layer.letter or len(layer.points) < 3:
        return
    try:
        corners = ConvexHull(layer.points).vertices
    except QhullError:
        return
    [area] = sheet.paper.fill(
        *zip(*(layer.points[corner] for corner in corners), strict=True),
        facecolor=f"{layer.colour}1c",
        edgecolor=f"{layer.colour}80",
        linewidth=1.2,
        joinstyle="round",
    )
    area.set_gid(f"outline-{layer.letter}")


def _write_letters(sheet: Sheet, layers: Sequence[Layer]) -> None:
    """Write the letter of each group in its middle; letters too near one another move down."""
    from matplotlib.patheffects import withStroke

    size = 24.0
    written: list[Point] = []
    for layer in layers:
        x, y = (sum(axis) / len(axis) for axis in zip(*layer.points, strict=True))
        while any(
            abs(x - other_x) < size and abs(y - other_y) < size for other_x, other_y in written
        ):
            y += size / 4
        written.append((x, y))
        letter = sheet.write(x, y, layer.letter, size=size, bold=True, side="center")
        letter.set_path_effects([withStroke(linewidth=4, foreground="white")])


def _write_legend(sheet: Sheet, layers: Sequence[Layer], *, left: float) -> float:
    """Write what each mark stands for; return where the legend ends."""
    from toolkit.figures.sheet import SOFT

    y, indent = sheet.y + 6, 22.0
    for layer in layers:
        sheet.paper.scatter(
            [left + 7], [y + 8], s=60, c=layer.colour, marker=layer.shape, linewidths=0
        )
        y += sheet.write_lines(
            left + indent, y, layer.title, width=_LEGEND - indent, most=3, bold=bool(layer.letter)
        )
        y += sheet.write_lines(left + indent, y, layer.people, width=_LEGEND - indent, color=SOFT)
        y += 10
    return y
