"""Words of a language model on the themes of a draft: asked for, kept, or left out and told so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any

from toolkit import drafting
from toolkit.domain import Block, Draft, Event, EventKind, Findings, Gate, Note, Theme
from toolkit.drafting import add_model_blocks, model_blocks
from toolkit.findings import answer_query
from toolkit.i18n import _
from toolkit.language_model import LanguageModel
from toolkit.workflow.progress import Progress

_REMARK = "LM"


class ThemeWriter:
    """Asks a model about the themes of a draft, about each set of notes once.

    Parameters
    ----------
    model
        Without one, the words that an earlier draft has stay where they still fit.
    before
        The draft as it was; None before the first.
    events
        The log: what an equal question was answered is not asked again.

    Attributes
    ----------
    remarks
        A warning for every theme on which the model had nothing that could be used.
    record
        What the log keeps of the last ``write``: the model, and the digest of the question of every
        block.
    """

    def __init__(
        self,
        model: LanguageModel | None,
        *,
        before: Draft | None,
        events: tuple[Event, ...],
        progress: Progress,
    ) -> None:
        self.remarks: tuple[Gate, ...] = ()
        self.record: dict[str, Any] = {}
        self._model = model
        self._progress = progress
        self._asked: dict[str, tuple[Block | None, str]] = {}
        self._before = {block.id: block for block in model_blocks(before)} if before else {}
        self._language = before.language if before else ""
        self._known = _last_record(events, before.type) if before else {}

    def write(self, draft: Draft, findings: Findings) -> Draft:
        """Return a draft with the words of the model; without them where none can be used."""
        if self._model is None:
            kept = self._before.values() if draft.language == self._language else ()
            made = add_model_blocks(draft, kept, findings)
            self.record = self._told(made, self._known.get("prompts", {}))
            return made
        hindrance = ""
        if not drafting.model_places(draft, findings):
            hindrance = _("The document does not tell of themes one by one: no model was asked.")
        elif not self._model.available():
            hindrance = _("The language model does not answer. The draft was composed without it.")
        if hindrance:
            self.remarks = (Gate(gate=_REMARK, level="warning", block_id="", message=hindrance),)
            return draft
        return self._word(self._model, draft, findings)

    def _word(self, model: LanguageModel, draft: Draft, findings: Findings) -> Draft:
        blocks, prompts, remarks = [], {}, []
        themes = {theme.id: theme for theme in findings.themes}
        places = drafting.model_places(draft, findings)
        for number, (theme_id, place) in enumerate(places.items()):
            share = 0.9 + 0.1 * number / len(places)
            self._progress(share, _("Asking the language model about the themes"))
            theme = themes[theme_id]
            notes = drafting.readable_notes(theme, findings, language=draft.language)
            prompt = drafting.build_prompt(theme, notes, language=draft.language)
            prompts[place] = sha256(prompt.encode()).hexdigest()
            block, fault = self._find(model, place, prompts[place])
            if block is None and not fault:
                block, fault = _ask(model, draft, findings, prompt=prompt, notes=notes, place=place)
                self._asked[prompts[place]] = block, fault
            if block is not None:
                blocks.append(block)
            else:
                remarks.append(_remark(theme, place, fault))
        self.remarks = tuple(remarks)
        made = add_model_blocks(draft, blocks, findings)
        self.record = self._told(made, prompts)
        return made

    def _find(self, model: LanguageModel, place: str, digest: str) -> tuple[Block | None, str]:
        """Return what came of the same question before; nothing and no fault when it is new."""
        known = self._known.get("prompts", {}).get(place)
        if self._known.get("name") == model.name and known == digest and place in self._before:
            return self._before[place], ""
        return self._asked.get(digest, (None, ""))

    def _told(self, draft: Draft, prompts: Mapping[str, str]) -> dict[str, Any]:
        blocks = model_blocks(draft)
        if not blocks:
            return {}
        return {
            "name": blocks[0].origin.partition(":")[2],
            "prompts": {block.id: prompts[block.id] for block in blocks if block.id in prompts},
        }


def _ask(
    model: LanguageModel,
    draft: Draft,
    findings: Findings,
    *,
    prompt: str,
    notes: tuple[Note, ...],
    place: str,
) -> tuple[Block | None, str]:
    """Return a block that has passed every check, or why there is none."""
    if not notes:
        return None, _("None of its notes is in the language of the document.")
    sentences, fault = drafting.word_theme(
        prompt, notes, language=draft.language, complete=model.complete
    )
    if fault:
        return None, fault
    return _checked(drafting.make_model_block(place, sentences, model=model.name), draft, findings)


def _checked(block: Block, draft: Draft, findings: Findings) -> tuple[Block | None, str]:
    """Verify a block as strictly as what a person has typed."""
    typed = replace(
        draft,
        blocks=(replace(block, origin="human"),),
        sources=drafting.source_notes(findings, language=draft.language),
    )
    gates = drafting.verify_draft(
        typed, findings=findings, answer=lambda query: answer_query(query, findings)
    )
    errors = [gate.message for gate in gates if gate.level == "error"]
    return (None, errors[0]) if errors else (block, "")


def _remark(theme: Theme, place: str, fault: str) -> Gate:
    message = _(
        "The words of the language model were not used; the text without them stands. "
        "Theme: {theme}. {reason}"
    )
    told = message.format(theme=theme.label, reason=fault)
    return Gate(gate=_REMARK, level="warning", block_id=place, message=told)


def _last_record(events: tuple[Event, ...], kind: str) -> Mapping[str, Any]:
    for event in reversed(events):
        if event.kind is EventKind.DRAFT_COMPOSED and event.payload["type"] == kind:
            record: Mapping[str, Any] = event.payload.get("model", {})
            return record
    return {}
