"""The draft: composing a document and reading it as it will look, with what stands behind it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, ClassVar

from toolkit import drafting, workflow
from toolkit.apps.document_kinds import describe_type, preset_views
from toolkit.apps.draft_report import report_view, version_views
from toolkit.apps.draft_view import (
    count_words_of_people,
    gate_views,
    left_out,
    note_views,
    reading_blocks,
)
from toolkit.apps.frame import address, details_address
from toolkit.apps.missing_facts import WHERE, missing_facts
from toolkit.apps.quote_choices import quotable_notes
from toolkit.apps.reply import Reply
from toolkit.apps.state_words import WordsState
from toolkit.domain import EventKind, Workshop
from toolkit.errors import NoSuchThing
from toolkit.i18n import N_, _
from toolkit.phrases import load_phrases
from toolkit.workflow.documents import CheckedDraft
from toolkit.workflow.measuring import load_coverage

CONTENTS = "sisalto"
"""What the address calls the contents of the document."""

_CHOICES = {
    "pin": N_("This note is quoted whenever its place takes a quote. Renew the draft to see it."),
    "ban": N_("This note is not quoted any more. Renew the draft to see it."),
    "free": N_("The tool chooses again whether to quote this note. Renew the draft to see it."),
}


class DraftState(WordsState):
    """One document of a workshop as the tool and people have written it so far."""

    actions: ClassVar[tuple[str, ...]] = (
        "choose",
        "choose_contents",
        "compose",
        "check_words",
        "edit",
        "take",
        "lock",
        "choose_quote",
        "candidates",
        "measure",
        "compare",
    )

    def __init__(self, workshop: Workshop) -> None:
        super().__init__(workshop)
        self._preset = ""
        self._kept: tuple[object, dict[str, Any]] | None = None

    @property
    def place(self) -> dict[str, str]:
        """The document, its language, and contents that have been chosen but not composed yet."""
        return {**super().place, CONTENTS: self._preset}

    def go_to(self, place: Mapping[str, str]) -> None:
        """Turn to the document and the contents that the address names."""
        super().go_to(place)
        if place.get(CONTENTS) in drafting.preset_names(self.type):
            self._preset = place[CONTENTS]

    def choose(self, *, type: str, language: str = "") -> Reply:  # noqa: A002 - the word of the page
        """Turn to another document, or to the same in another language."""
        if type != self.type:
            self._preset = ""
        return super().choose(type=type, language=language)

    def choose_contents(self, *, preset: str) -> Reply:
        """Choose which contents the document gets when it is composed next."""
        if preset not in drafting.preset_names(self.type):
            raise NoSuchThing(N_("There are no such contents. Choose them from the list."))
        self._preset = preset
        return Reply()

    def view(self) -> dict[str, Any]:
        """Return the chosen document as it reads, sentence by sentence with its evidence."""
        state = self.present().state
        shared = self.chosen(state)
        draft = self.draft(state)
        if draft is not None and self._preset == draft.preset:
            self._preset = ""  # the draft says it by itself now
        known = drafting.preset_names(self.type)
        composed = draft.preset if draft else ""
        chosen = self._preset or composed or next(iter(known), "")
        return {
            **shared,
            "about": describe_type(self.type),
            "presets": preset_views(known),
            "preset": chosen,
            "other_contents": draft is not None and chosen != (composed or next(iter(known), "")),
            "draft": self._reading() if draft else None,
        }

    def compose(self) -> Reply:
        """Have the worker write the draft; decisions on paragraphs that stay the same stay."""
        chosen = {"preset": self._preset} if self._preset else {}
        self.start("draft", {"type": self.type, "language": self.language, **chosen})
        return Reply(notice=_("The work has started. It goes on even if you leave the page."))

    def choose_quote(self, *, note_id: str, choice: str, seq: int) -> Reply:
        """Have a note quoted, never quoted, or leave it to the tool."""
        self.check_name()
        if choice not in _CHOICES:
            raise NoSuchThing(N_("There is no such choice. Choose one of the buttons."))
        self.decide(EventKind.QUOTE_CHOSEN, {"note_id": note_id, "choice": choice}, seq=seq)
        return Reply(notice=_(_CHOICES[choice]))

    def candidates(self, *, block_id: str) -> Reply:
        """Look for the notes that could be quoted in a block; ``extra`` holds them as JSON."""
        checked = self.checked()
        self.block(block_id)
        found = quotable_notes(block_id, checked, language=self.language)
        return Reply(extra=json.dumps({"block_id": block_id, "notes": found}))

    def measure(self) -> Reply:
        """Have the worker measure how much of the notes the document lets be heard."""
        self.start("coverage", {"type": self.type, "language": self.language})
        return Reply(notice=_("The work has started. It goes on even if you leave the page."))

    def compare(self, *, first: int) -> Reply:
        """Say what has changed since an earlier version; ``extra`` holds the changes as JSON."""
        changes = workflow.compare_versions(
            self.workshop, type=self.type, first=first, language=self.language
        )
        plain = [
            {
                "block": one.block_id,
                "change": one.change,
                "heading": one.heading,
                "before": one.before,
                "after": one.after,
            }
            for one in changes
        ]
        return Reply(extra=json.dumps({"first": first, "changes": plain}))

    def _reading(self) -> dict[str, Any]:
        """Return the document as it reads; made again only when something has changed."""
        key = (self.signature()[0], self.type, self.language)
        if self._kept is None or self._kept[0] != key:
            self._kept = (key, self._read_through(self.checked()))
        return self._kept[1]

    def _read_through(self, checked: CheckedDraft) -> dict[str, Any]:
        draft, merged, findings, gates = checked
        stands = {block.id for block in draft.blocks}
        errors = sum(gate.level == "error" for gate in gates)
        heard = findings.proceedings.hearing is not None
        return {
            "title": draft.title,
            "language": draft.language,
            "meta": [[label, value] for label, value in draft.meta.items()],
            "blocks": reading_blocks(checked),
            "sources_title": load_phrases(draft.language)["labels"]["sources"],
            "notes": note_views(draft.sources, findings),
            "outdated": self.is_outdated(checked),
            "renewal": count_words_of_people(merged),
            "errors": errors,
            "warnings": len(gates) - errors,
            "loose_gates": gate_views(gate for gate in gates if gate.block_id not in stands),
            "left_out": left_out(checked),
            "missing": missing_facts(draft, self.workshop, heard=heard),
            "fill_in": self._where(),
            "report": report_view(self.workshop, checked, load_coverage(self.workshop, checked)),
            "versions": version_views(self.workshop, draft),
        }

    def _where(self) -> dict[str, dict[str, str]]:
        """Return where facts are filled in: what the page calls it and its address."""
        addresses = {
            "details": details_address(self.workshop),
            "plans": address("seuranta", self.workshop),
            "hearing": address("tarkistus", self.workshop, place=super().place),
            "here": "",
        }
        return {key: {"label": _(WHERE[key]), "href": href} for key, href in addresses.items()}
