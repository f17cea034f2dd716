"""Themes as a framework: next year's notes can be read against this year's themes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from toolkit.domain import Axis, Category, Framework, Note, Theme
from toolkit.privacy import mask_personal_data
from toolkit.text import slug

MAX_EXAMPLES = 5
MAX_NEAR_MISSES = 3


def codebook_of(
    themes: Sequence[Theme],
    notes: Iterable[Note],
    *,
    title: str,
    id: str = "",  # noqa: A002
    source: str = "",
    year: int | None = None,
) -> Framework:
    """Return the codebook of ``themes``: a framework with a category for each.

    Categories keep the ids of the themes; *Muut* is left out, since what fits nowhere is found
    anew. What people wrote of a theme comes with it. Examples are the central notes of a theme,
    then others of it; near misses are notes of other themes that are nearly as near. Personal data
    in them is masked with ``[…]``.

    Parameters
    ----------
    id
        Of the codebook; by default made of ``title``.
    """
    texts = {note.id: _masked(note.text) for note in sorted(notes, key=lambda note: note.id)}
    categories = tuple(_category(theme, texts) for theme in themes if not theme.is_rest)
    axis = Axis(id="luokka", label=title, categories=categories)
    name = slug(id or title) or "koodikirja"
    return Framework(id=name, title=title, axes=(axis,), source=source, year=year)


def _category(theme: Theme, texts: dict[str, str]) -> Category:
    own = (*theme.central_ids, *theme.note_ids)
    return Category(
        id=theme.id,
        label=theme.label,
        description=_masked(theme.description or theme.subtitle),
        includes=_masked(theme.includes),
        excludes=_masked(theme.near_misses),
        keywords=theme.keywords,
        examples=_first(own, texts, MAX_EXAMPLES),
        near_misses=_first(theme.also_ids, texts, MAX_NEAR_MISSES),
    )


def _first(note_ids: Iterable[str], texts: dict[str, str], n: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts[key] for key in note_ids if key in texts))[:n]


def _masked(text: str) -> str:
    return mask_personal_data(text, word="[…]", only_certain=False)
