"""Who is at the review: one who prepares the document, or one who only comments on it."""

from __future__ import annotations

from collections.abc import Mapping

from toolkit import store, workflow
from toolkit.apps.frame import address
from toolkit.apps.reply import Reply
from toolkit.apps.state_document import DocumentState
from toolkit.domain import Event, EventKind, Workshop
from toolkit.errors import NoSuchThing, NotAllowed
from toolkit.i18n import N_, _

PART, SHOWN, COMPARED, ROLE = "osa", "nayta", "vertaa", "rooli"
"""What the address calls the part of the step, what is shown of it, the versions, the role."""

COMMENTER = "kommentoija"
PARTS = {
    "kohdat": N_("Paragraphs"),
    "palautetut": N_("Returned files"),
    "lausuntokierros": N_("Comment round"),
    "allekirjoitus": N_("Signing"),
    "versiot": N_("Versions"),
}
SHOWING = ("kaikki", "odottavat", "muuttuneet", "huomautukset", "kommentoidut")
_COMMENTERS = {EventKind.COMMENT_ADDED, EventKind.WORDING_PROPOSED}


class ReviewRoleState(DocumentState):
    """A document under review, seen by one who may decide or by one who may only comment."""

    def __init__(self, workshop: Workshop) -> None:
        super().__init__(workshop)
        self.part = "kohdat"
        self.shown = "kaikki"
        self.compared = ""
        self.by_link = False
        self._known: tuple[int, str, bool] = (-1, "", False)

    @property
    def place(self) -> dict[str, str]:
        """The document, the part of the step, and the role if it is that of a commenter."""
        return {
            **super().place,
            PART: "" if self.part == "kohdat" else self.part,
            SHOWN: "" if self.shown == "kaikki" else self.shown,
            COMPARED: self.compared if self.part == "versiot" else "",
            ROLE: COMMENTER if self.by_link else "",
        }

    def go_to(self, place: Mapping[str, str]) -> None:
        """Turn to what the address names; what is not there is passed over."""
        super().go_to(place)
        self.part = place[PART] if place.get(PART) in PARTS else "kohdat"
        self.shown = place[SHOWN] if place.get(SHOWN) in SHOWING else "kaikki"
        self.compared = place.get(COMPARED, "")[:20]
        self.by_link = place.get(ROLE) == COMMENTER

    def turn(self, *, part: str = "", shown: str = "", compared: str = "") -> Reply:
        """Turn to another part of the step, to some of its paragraphs, or to two versions."""
        if part not in {"", *PARTS} or shown not in {"", *SHOWING}:
            raise NoSuchThing(N_("There is no such part of the review. Choose one from the list."))
        self.part = part or self.part
        self.shown = shown or self.shown
        self.compared = compared[:20] or self.compared
        return Reply()

    @property
    def commenting(self) -> bool:
        """Whether the page may only comment: by its address, or by the role of the person."""
        if self.by_link or not self.actor:
            return self.by_link
        seq = store.last_seq(self.workshop)
        if self._known[:2] != (seq, self.actor):
            state = workflow.load_state(self.workshop)
            self._known = (seq, self.actor, not workflow.may_prepare(state, self.actor))
        return self._known[2]

    @property
    def has_steps(self) -> bool:
        """A commenter is led nowhere else."""
        return not self.commenting

    @property
    def help(self) -> str:
        """What a commenter can do here."""
        if not self.commenting:
            return ""
        return _(
            "You can comment on every paragraph and propose another wording. Write your name "
            "above first. What you write is shown to those who prepare the document."
        )

    def signature(self) -> tuple[object, ...]:
        """Return what changes whenever the page should look different."""
        seq, jobs = super().signature()
        return ((seq, self.commenting), jobs)

    def check_preparer(self) -> None:
        """Refuse what decides anything while the page is that of a commenter.

        Raises
        ------
        NameMissing
            If nobody has written a name.
        NotAllowed
            If the page may only comment.
        """
        self.check_name()
        if self.commenting:
            msg = N_(
                "As a commenter you can comment and propose another wording. Those who prepare or "
                "approve the document decide."
            )
            raise NotAllowed(msg)

    def may_turn(self, event: Event) -> bool:
        """Say whether the page may undo or redo; a commenter only what they wrote themselves."""
        own = event.kind in _COMMENTERS and event.actor == self.name
        return own or not self.commenting

    def undo(self, *, event_seq: int) -> Reply:
        """Take back the last decision; see ``ScreenState.undo``."""
        self._check_turn(store.last_decision(store.load_events(self.workshop)))
        return super().undo(event_seq=event_seq)

    def redo(self, *, event_seq: int) -> Reply:
        """Put back what was undone last; see ``ScreenState.redo``."""
        self._check_turn(store.last_undone(store.load_events(self.workshop)))
        return super().redo(event_seq=event_seq)

    def _check_turn(self, event: Event | None) -> None:
        if event is not None and not self.may_turn(event):
            self.check_preparer()

    def commenters_address(self) -> str:
        """Return the address of the page as a commenter should open it."""
        place = {**super().place, ROLE: COMMENTER}
        return address("tarkistus", self.workshop, place=place)
