"""Slots that draw: the same numbers stand in the rows, each with the query that counts it again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolkit.domain import Block, BlockKind, TableRow, Theme
from toolkit.drafting import counts
from toolkit.drafting.material import LISTED, Material

FEWEST_BARS = 3  # fewer are told in a sentence


def themes_figure(material: Material, section: str) -> Iterator[Block]:
    """Draw how many notes each theme has, or each of the largest; too few are not drawn."""
    themes = material.themes
    if len(themes) < FEWEST_BARS:
        return
    say, shown = material.sentences, themes[:LISTED]
    caption = "themes.figure_caption" if shown == themes else "themes.figure_caption_cut"
    yield Block(
        id=f"{section}/kuva/teemat",
        kind=BlockKind.FIGURE,
        caption=say.phrase(caption),
        alt=_alt(material, shown),
        header=(say.phrase("themes.figure_theme"), say.phrase("themes.figure_notes")),
        rows=tuple(_row(material, theme) for theme in shown),
        is_finding=True,
    )


def _row(material: Material, theme: Theme) -> TableRow:
    say = material.sentences
    label = say.say(
        "themes.figure_label",
        theme=theme.label,
        cite=material.cite(material.central(theme)[:1]),
    )
    number = say.say("themes.figure_number", n=counts.theme_notes(material, theme))
    return TableRow(id=theme.id, cells=(label, number))


def _alt(material: Material, themes: Sequence[Theme]) -> str:
    # What one sees: which bars are the longest, which the shortest.
    say = material.sentences
    sizes = {theme.id: counts.theme_notes(material, theme) for theme in themes}
    values = [size.value for size in sizes.values()]
    if min(values) == max(values):
        return say.words("themes.figure_alt_equal", n=sizes[themes[0].id])

    def named(value: int) -> str:
        items = [
            say.say("themes.summary_item", theme=theme.label, n=sizes[theme.id])
            for theme in themes
            if sizes[theme.id].value == value
        ]
        return "".join(getattr(run, "text", "") for run in say.join(items))

    return say.words("themes.figure_alt", most=named(max(values)), least=named(min(values)))
