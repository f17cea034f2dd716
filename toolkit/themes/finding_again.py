"""Themes found again when notes have come: what people have decided stays as it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from toolkit.domain import REST_ID, Event, EventKind, Note, Offer, Statement, Theme
from toolkit.lemmas import Lemmatizer
from toolkit.themes.decisions import apply_decisions, decided_themes
from toolkit.themes.finding import ThemeFinder, find_themes
from toolkit.themes.ids import carry_over
from toolkit.themes.memberships import REST_LABEL, without
from toolkit.themes.nearness import Nearness

if TYPE_CHECKING:
    from toolkit.encoders import Encoder

# Of opinions of candidates by question (Helsingin Sanomat, 2003) these two let 60 % of the notes
# in, 93 % of them right; of the example workshop, where ten matters are near, 22 % and 72 %.
SURE, CLEAR = 0.25, 0.1
# Half of the notes whose own theme is not there are less like the nearest one than this.
NEAR = 0.15
# So few notes are grouped only when they are more alike than 95 pairs of chance in a hundred.
_FEW, _ALIKE = 4, 0.18


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What the machine proposes.

    Attributes
    ----------
    themes
        Every note in exactly one, before human decisions.
    offers
        Notes that people should place.
    """

    themes: tuple[Theme, ...]
    offers: tuple[Offer, ...] = ()


def find_again(
    notes: Sequence[Note],
    *,
    statements: Sequence[Statement] = (),
    previous: Sequence[Theme],
    decisions: Iterable[Event],
    offered: Iterable[str] = (),
    encoder: Encoder,
    lemmatizer: Lemmatizer | None = None,
    seed: int = 0,
    n_themes: int | None = None,
    resolution: float | None = None,
) -> Proposal:
    """Find themes so that every decision made on ``previous`` still applies.

    A theme that people decided something of keeps its id and its notes. A new note joins such a
    theme when it is near and no other theme is nearly as near; a locked theme takes none. All
    other notes are grouped anew, and themes that go on keep their ids. Notes that people placed
    or set aside have no say in the grouping: they wait in *Muut* of the proposal, so that they
    are there if the decision is undone; a statement that people moved stands where the machine
    has it. What is no longer among the notes and statements given leaves every theme. A note
    that has come since ``previous`` and is nearer to another theme than to the one it got is
    offered to it.

    Parameters
    ----------
    statements
        What people voted on: they stand in themes beside the notes, and are not counted as notes.
    previous
        The last proposal, before human decisions; empty the first time.
    decisions
        Theme decisions in force, in order.
    offered
        Notes of the last proposal that still wait for people to place them.
    """
    again = _Again(
        notes,
        statements=statements,
        previous=previous,
        events=tuple(decisions),
        offered=frozenset(offered),
        encoder=encoder,
    )
    found = find_themes(
        again.open_texts,
        encoder=encoder,
        lemmatizer=lemmatizer,
        seed=seed,
        n_themes=again.n_open(n_themes),
        resolution=resolution,
    )
    themes = again.join(found)
    return Proposal(themes=themes, offers=again.offers(themes))


def try_out(
    notes: Sequence[Note],
    *,
    statements: Sequence[Statement] = (),
    previous: Sequence[Theme],
    decisions: Iterable[Event],
    offered: Iterable[str] = (),
    encoder: Encoder,
    lemmatizer: Lemmatizer | None = None,
    resolutions: Iterable[float],
) -> Iterator[tuple[Theme, ...]]:
    """Yield for every resolution the themes that ``find_again`` would lead to, decisions applied.

    The notes are made ready once; how steady the themes are is left out, since it takes most of
    the time.

    Parameters
    ----------
    notes, statements, previous, decisions, offered, encoder, lemmatizer
        See ``find_again``.
    resolutions
        Above 1.0 for more and smaller themes, below for fewer.
    """
    events = tuple(decisions)
    again = _Again(
        notes,
        statements=statements,
        previous=previous,
        events=events,
        offered=frozenset(offered),
        encoder=encoder,
    )
    finder = ThemeFinder(again.open_texts, encoder=encoder, lemmatizer=lemmatizer)
    for resolution in resolutions:
        found = finder.find(resolution=resolution, stability=False)
        yield apply_decisions(again.join(found), events)


class _Again:
    """What people have left open of a workshop, and what the rest keeps."""

    def __init__(
        self,
        notes: Sequence[Note],
        *,
        statements: Sequence[Statement],
        previous: Sequence[Theme],
        events: tuple[Event, ...],
        offered: frozenset[str],
        encoder: Encoder,
    ) -> None:
        self._notes, self._events = notes, events
        self._near = near = Nearness(notes, encoder=encoder)
        self._previous = _still_here(previous, {text.id for text in (*notes, *statements)})
        self._last = last = _Last(self._previous, events, offered)
        self._new = [n.id for n in sorted(notes, key=lambda n: n.id) if last.lacks(n.id)]
        self._joins = _joins(self._new, last, near)
        settled = last.held | last.decided_notes | self._joins.keys()
        self._free = [note for note in notes if note.id not in settled]
        self.open_texts = [*self._free, *statements]

    def n_open(self, n_themes: int | None) -> int | None:
        """Return how many themes the open notes make when there should be ``n_themes`` in all."""
        return None if n_themes is None else max(1, n_themes - len(self._last.decided))

    def join(self, found: tuple[Theme, ...]) -> tuple[Theme, ...]:
        """Return the themes of the open notes and those that people decided of, *Muut* last."""
        last, few = self._last, len(self._free) < _FEW
        found = _without_statements(found, last.kept)
        found = carry_over(
            [theme for theme in found if _holds(theme, self._new, self._near, few=few)],
            [theme for theme in self._previous if theme.id not in last.kept_ids],
            reserved=last.kept_ids,
        )
        return _with_rest((*_joined(last, self._joins), *found), self._notes)

    def offers(self, themes: Sequence[Theme]) -> tuple[Offer, ...]:
        """Return the notes that people should place."""
        waiting = [note_id for note_id in self._new if note_id not in self._joins]
        here = {note.id for note in self._notes}
        decided = sorted((self._last.decided_notes - self._last.held) & here)
        shown = apply_decisions(themes, self._events)
        offers = (
            *_offers(waiting, shown, self._near),
            *_offers(decided, shown, self._near, wherever=True),
        )
        return tuple(sorted(offers, key=lambda offer: offer.note_id))


def _still_here(previous: Sequence[Theme], here: Collection[str]) -> tuple[Theme, ...]:
    """Return the last proposal without notes and statements that are no longer there."""
    named = {key for theme in previous for key in (*theme.note_ids, *theme.statement_ids)}
    return tuple(without({theme.id: theme for theme in previous}, named - set(here)).values())


class _Last:
    """The last proposal, and what people made of it."""

    def __init__(
        self, previous: Sequence[Theme], events: Sequence[Event], offered: frozenset[str]
    ) -> None:
        self.is_first = not previous
        self.standing = apply_decisions(previous, events)
        self.kept_ids = decided_themes(events)
        self.kept = [theme for theme in previous if theme.id in self.kept_ids]
        self.decided = [theme for theme in self.standing if theme.id in self.kept_ids]
        self.held = {note_id for theme in self.kept for note_id in theme.note_ids}
        self.decided_notes = {n for theme in self.standing for n in theme.placed_ids} | {
            event.payload["note_id"] for event in events if event.kind is EventKind.NOTE_SET_ASIDE
        }
        sorted_in = {note_id for theme in previous for note_id in theme.note_ids}
        self._known = (sorted_in - offered) | self.held | self.decided_notes

    def lacks(self, note_id: str) -> bool:
        """Whether a note has no place yet that the machine is sure of or people chose."""
        return not self.is_first and note_id not in self._known


def _joins(new: Iterable[str], last: _Last, near: Nearness) -> dict[str, str]:
    """Return note id → theme, for the new notes that clearly belong to a theme people decided."""
    sums = near.sums([theme for theme in last.standing if not theme.is_rest])
    open_ids = {theme.id for theme in last.decided if not theme.locked}
    joins = {}
    for note_id in new:
        best = near.nearest(note_id, sums)
        sure = best and best.likeness >= SURE and best.margin >= CLEAR
        if best and sure and best.theme_id in open_ids:
            joins[note_id] = best.theme_id
    return joins


def _joined(last: _Last, joins: Mapping[str, str]) -> tuple[Theme, ...]:
    """Return the themes to keep with the notes that join them.

    A theme that people made is not in the proposal: what joins it waits under its id until the
    decision that makes it is applied.
    """
    kept = {theme.id: theme for theme in last.kept}
    labels = {theme.id: theme.label for theme in last.decided}
    for note_id, theme_id in joins.items():
        theme = kept.get(theme_id) or Theme(id=theme_id, label=labels[theme_id], note_ids=())
        kept[theme_id] = replace(
            theme,
            note_ids=tuple(sorted((*theme.note_ids, note_id))),
            also_ids=tuple(other for other in theme.also_ids if other != note_id),
        )
    return tuple(kept.values())


def _holds(theme: Theme, new: Collection[str], near: Nearness, *, few: bool) -> bool:
    """Say whether a group is a theme: new notes alone make one only if they are alike."""
    if theme.is_rest or theme.statement_ids or not set(theme.note_ids) <= set(new):
        return True
    if len(theme.note_ids) == 1:
        return False
    return not few or near.alike(theme.note_ids) >= _ALIKE


def _without_statements(themes: Iterable[Theme], holders: Iterable[Theme]) -> tuple[Theme, ...]:
    held = {statement_id for theme in holders for statement_id in theme.statement_ids}
    bare = (
        replace(theme, statement_ids=tuple(s for s in theme.statement_ids if s not in held))
        for theme in themes
    )
    return tuple(theme for theme in bare if theme.note_ids or theme.statement_ids)


def _with_rest(themes: Iterable[Theme], notes: Sequence[Note]) -> tuple[Theme, ...]:
    """Return themes, largest first, and last *Muut* with every note that is in none of them."""
    own = sorted((t for t in themes if not t.is_rest), key=lambda t: (-len(t.note_ids), t.id))
    themed = {note_id for theme in own for note_id in theme.note_ids}
    left = tuple(sorted({note.id for note in notes} - themed))
    rest = Theme(id=REST_ID, label=REST_LABEL, note_ids=left)
    return (*own, rest) if left else tuple(own)


def _offers(
    note_ids: Sequence[str], themes: Sequence[Theme], near: Nearness, *, wherever: bool = False
) -> Iterator[Offer]:
    """Offer notes to the nearest theme, if it is near and not the one they stand in.

    Notes on which people have decided are offered ``wherever`` they stand: the offer waits in
    case the decision is undone.
    """
    if not note_ids:
        return
    homes = {note_id: theme.id for theme in themes for note_id in theme.note_ids}
    sums = near.sums([theme for theme in themes if not theme.is_rest])
    for note_id in note_ids:
        home = homes.get(note_id)
        best = near.nearest(note_id, sums, home=home)
        if best and best.likeness >= NEAR and (wherever or best.theme_id != home):
            yield Offer(
                note_id=note_id,
                theme_id=best.theme_id,
                second_id=best.second_id,
                margin=best.margin,
            )
