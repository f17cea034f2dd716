"""Coding blind on the screen: two people give a sample of notes their themes, then compare."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, ClassVar

from toolkit import workflow
from toolkit.apps.reply import Reply
from toolkit.apps.state import ScreenState
from toolkit.coding import name_themes
from toolkit.domain import Agreement
from toolkit.errors import NoSuchThing, TooEarly
from toolkit.i18n import N_, _, decimal, digits, ngettext
from toolkit.workflow import Compared, Present

_LEVELS = {
    "reliable": N_("Alpha is at least 0.80: by Krippendorff, conclusions can rest on the codes."),
    "tentative": N_("Alpha is at least 0.667: by Krippendorff, only tentative conclusions."),
    "low": N_("Alpha is under 0.667: by Krippendorff, no conclusions should rest on the codes."),
    "": N_("Everybody gave one and the same code, so alpha cannot be computed."),
}


class CodingActions(ScreenState):
    """What a coder can do. Until two have handed in, nobody is told what the other chose."""

    coding_actions: ClassVar[tuple[str, ...]] = (
        "coding",
        "start_coding",
        "code",
        "hand_in",
        "settle",
    )

    def codebook(self, present: Present) -> list[dict[str, str]]:
        """Return the themes to choose from, without what is in them."""
        by_id = {theme.id: theme for theme in present.themes}
        return [
            {
                "id": key,
                "label": label,
                "includes": by_id[key].includes if key in by_id else "",
                "near_misses": by_id[key].near_misses if key in by_id else "",
            }
            for key, label in name_themes(present.themes).items()
        ]

    def coding(self) -> Reply:
        """Return what the person at the page has coded, and the agreement; ``extra`` is JSON."""
        return Reply(extra=json.dumps(self._coding()))

    def start_coding(self, *, n_notes: int = 0) -> Reply:
        """Give the person at the page a sample to code; ``extra`` is as of ``coding``."""
        self.check_name()
        workflow.start_coding(self.workshop, coder=self.actor, n_notes=n_notes)
        return self.coding()

    def code(self, *, note_id: str, theme_id: str) -> Reply:
        """Keep the code of a note, or take it away with an empty theme."""
        self.check_name()
        workflow.code_note(self.workshop, note_id, theme_id, coder=self.actor)
        return Reply()

    def hand_in(self) -> Reply:
        """Put the codes into the log; they can no longer be changed here."""
        self.check_name()
        done = workflow.hand_in_draft(self.workshop, coder=self.actor)
        words = ngettext(
            "The codes are handed in: {n} note.",
            "The codes are handed in: {n} notes.",
            done.n_coded,
        )
        return Reply(notice=words.format(n=digits(done.n_coded)), extra=json.dumps(self._coding()))

    def settle(self, *, note_id: str, theme_id: str, reason: str = "") -> Reply:
        """Decide the theme of a note that coders disagree on."""
        self.check_name()
        compared = _compare(workflow.load_present(self.workshop))
        open_ids = {one.note.id for one in compared.disagreements} if compared else set()
        open_ids |= {note.id for note in compared.gone} if compared else set()
        if note_id not in open_ids:
            raise NoSuchThing(N_("Coders do not disagree on this note any more. Reload the page."))
        why = " ".join(reason.split())[:200]
        workflow.settle(self.workshop, note_id, theme_id, actor=self.actor, reason=why)
        return Reply(notice=_("Settled."), extra=json.dumps(self._coding()))

    def _coder(self, present: Present) -> str:
        """Return the name of the person at the page as it was written first."""
        names = present.state.codings
        return next(
            (name for name in names if name.casefold() == self.actor.casefold()), self.actor
        )

    def _coding(self) -> dict[str, Any]:
        present = workflow.load_present(self.workshop)
        draft = workflow.load_coding(self.workshop, coder=self.actor) if self.actor else None
        notes = {note.id: note for note in present.notes_in_use}
        known = name_themes(present.themes).keys()
        handed = [
            _("{name}: {count}").format(name=coder, count=_counted(len(codes)))
            for coder, codes in present.state.codings.items()
        ]
        return {
            "coder": self.actor,
            "handed_in": handed,
            "shared": len(
                workflow.notes_of_others(self.workshop, present, coder=self._coder(present))
            ),
            "mine": self._coder(present) in present.state.codings,
            "notes": [
                {
                    "id": key,
                    "ref": notes[key].ref,
                    "text": notes[key].text,
                    "prompt": notes[key].prompt,
                }
                for key in (draft.note_ids if draft else ())
                if key in notes
            ],
            "codes": {
                key: code for key, code in (draft.codes.items() if draft else ()) if code in known
            },
            # Whoever still codes would see what others chose.
            "compared": None if draft else _told(_compare(present)),
        }


def _signed(figure: str) -> str:
    return figure.replace("-", "\N{MINUS SIGN}")


def _compare(present: Present) -> Compared | None:
    try:
        return workflow.compare_codings(present.workshop)
    except TooEarly:
        return None


def _counted(n: int) -> str:
    return ngettext("{n} note", "{n} notes", n).format(n=digits(n))


def _told(compared: Compared | None) -> dict[str, Any] | None:
    """Return the agreement and the disagreements in words; None until two have coded a note."""
    if compared is None:
        return None
    found, labels = compared.agreement, compared.labels
    about = _("Notes coded by two people or more: {n}. The same code from all: {same}.")
    n, same = found.n_notes, found.n_notes - len(found.disagreements)
    return {
        "about": about.format(n=digits(n), same=digits(same)),
        "figures": _figures(found),
        "level": _(_LEVELS[found.level]),
        "same": same,
        "n": n,
        "disagreements": [
            {
                "id": one.note.id,
                "ref": one.note.ref,
                "text": one.note.text,
                "codes": _codes(one.codes, labels),
                "settled": labels.get(one.settled, one.settled),
            }
            for one in compared.disagreements
        ],
        "gone": [{"id": note.id, "ref": note.ref, "text": note.text} for note in compared.gone],
    }


def _codes(codes: Mapping[str, str], labels: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(coder, labels.get(code, code)) for coder, code in sorted(codes.items())]


def _figures(found: Agreement) -> list[tuple[str, str, str]]:
    return [
        (_("Gwet's AC1"), _signed(decimal(found.ac1)), _interval(found.ac1_interval)),
        (
            _("Krippendorff's alpha"),
            "–" if found.alpha is None else _signed(decimal(found.alpha)),
            _interval(found.alpha_interval),
        ),
    ]


def _interval(ends: tuple[float, float] | None) -> str:
    return " – ".join(_signed(decimal(end)) for end in ends) if ends else "–"
