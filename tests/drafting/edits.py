"""Edits of composed paragraphs as people make them: by rule, ones that falsify the material."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from toolkit.domain import Block, BlockKind, Decision, Draft, Findings, Gate, Review
from toolkit.drafting import source_notes, verify_draft
from toolkit.paragraphs import block_text
from toolkit.review import apply_edits

_NUMBER = re.compile(
    r"(?<![\w.-])\d+(?=[\u00a0 ](?:merkint|osallistuj|prosent|%|väite)|\)| jätet|[.,](?!\d))"
)
_WORDS = {"merkintää": "osallistujaa", "osallistujaa": "merkintää", "prosenttia": "merkintää"}
_CLAIMS = (
    "Lähes kaikki olivat samaa mieltä.",
    "Vain harva oli asiasta mitään mieltä.",
    "Asiasta oltiin yksimielisiä.",
    "Kukaan ei vastustanut tätä.",
    "Kaikki osallistujat toivoivat tätä.",
    "Noin puolet oli eri mieltä.",
    "Lisäksi 57 merkintää käsitteli tätä.",
    "Tästä puhuttiin 19 pöydässä.",
    "Tätä toivoi kaksikymmentäkolme ihmistä.",
    "Kaksi kolmasosaa osallistujista kannatti tätä.",
)
_OTHER_QUOTE = "Kirjaston neuvontapiste auttoi, kun muualta ei vastattu."


class Edit(NamedTuple):
    """What a person made of a block."""

    kind: str
    block_id: str
    text: str


class Desk:
    """A composed draft, edits of it, and what the verification says of them."""

    def __init__(self, draft: Draft, findings: Findings, answer: Callable[[str], int]) -> None:
        self.draft, self.findings, self.answer = draft, findings, answer
        self._sources = source_notes(findings, language=draft.language)
        refs = {source.note_id: source.ref for source in self._sources}
        self.texts = {
            block.id: block_text(block, refs=refs, language=draft.language)
            for block in draft.blocks
            if block.needs_decision
        }

    def remarks(self, edit: Edit) -> tuple[Gate, ...]:
        """Apply an edit and verify the draft."""
        review = Review(
            block_id=edit.block_id,
            decision=Decision.EDIT,
            text=edit.text,
            author="Aino",
            made_at=dt.datetime(2026, 10, 8, tzinfo=dt.UTC),
        )
        edited = apply_edits(self.draft, [review], sources=self._sources)
        changed = tuple(block for block in edited.blocks if block.id == edit.block_id)
        edited = replace(edited, blocks=changed)  # the others are checked elsewhere
        return verify_draft(edited, findings=self.findings, answer=self.answer, base=self.draft)

    def passes(self, edit: Edit) -> bool:
        """Tell whether an edit could be published."""
        return all(gate.level != "error" for gate in self.remarks(edit))


def falsified(desk: Desk) -> Iterator[Edit]:
    """Yield edits that say something else than the material, every rule where it fits."""
    for place, block in enumerate(desk.draft.blocks):
        text = desk.texts.get(block.id, "")
        if block.kind is BlockKind.TABLE:
            yield from _of_table(block, text)
        elif block.is_finding or any(run.kind == "number" for run in block.runs):
            yield from _of_numbers(block, text)
            yield from _of_names(block, text)
            yield from _of_quotes(block, text)
            for claim in _CLAIMS[place % 4 :: 4] if block.is_finding else ():
                yield Edit("claim added", block.id, f"{text} {claim}")


def _of_numbers(block: Block, text: str) -> Iterator[Edit]:
    found = list(_NUMBER.finditer(text))
    for match in found:
        start, end = match.span()
        for other in (str(int(match[0]) + 1), f"{match[0]}0", "kolmekymmentäyhdeksän"):
            yield Edit("number changed", block.id, text[:start] + other + text[end:])
        for limit in ("yli", "alle", "vähintään"):
            yield Edit("limit added", block.id, f"{text[:start]}{limit} {text[start:]}")
    for one, two in pairwise(found):
        if one[0] != two[0]:
            middle = text[one.end() : two.start()]
            swapped = text[: one.start()] + two[0] + middle + one[0] + text[two.end() :]
            yield Edit("numbers swapped", block.id, swapped)
    for word, other in _WORDS.items():
        if re.search(rf"\d[\u00a0 ]{word}", text):
            changed = re.sub(rf"(\d[\u00a0 ]){word}", rf"\1{other}", text, count=1)
            yield Edit("unit changed", block.id, changed)


def _of_names(block: Block, text: str) -> Iterator[Edit]:
    for one, two in (("ryhmässä A", "ryhmässä B"), ("ryhmä A", "ryhmä B")):
        if one in text and two in text:
            yield Edit("groups swapped", block.id, _swap(text, one, two))
            yield Edit("a group named twice", block.id, text.replace(two, one))
    if "mieltä oli ryhmässä" in text:
        yield Edit("stance changed", block.id, _swap(text, "samaa mieltä", "eri mieltä"))
    labels = ("”Yhteydenotto ja neuvonta”", "”Kotihoito arjessa”")
    if any(f"{label} (" in text or f"{label} liittyy" in text for label in labels):
        yield Edit("themes swapped", block.id, _swap(text, *labels))


def _of_quotes(block: Block, text: str) -> Iterator[Edit]:
    for run in block.runs:
        if run.kind != "quote":
            continue
        for old, new in (("eikä", "ja"), ("ei ", ""), ("pitäisi", "pitää"), ("pitää", "voi")):
            if old in run.text:
                yield Edit(
                    "quote changed", block.id, text.replace(run.text, run.text.replace(old, new))
                )
        words = run.text.split()
        shorter = " ".join([*words[:2], *words[3:]])
        if len(words) > 4:
            yield Edit("quote shortened", block.id, text.replace(run.text, shorter))
        yield Edit("quote of another note", block.id, text.replace(run.text, _OTHER_QUOTE))
        invented = "Palvelut ovat kunnossa ja kiitos siitä kuuluu henkilökunnalle."
        yield Edit("quote invented", block.id, text.replace(run.text, invented))
        cited = re.sub(r"\[[TP]1-[v\d]+", "[T1-020", text, count=1)
        yield Edit("citation changed", block.id, cited)


def _of_table(block: Block, text: str) -> Iterator[Edit]:
    header, *lines = text.splitlines()
    for number, line in enumerate(lines):
        cells = line.split(" | ")
        for place in range(1, len(cells)):
            for other in ("99 % (n = 40)", "ei esitetä"):
                changed = [*cells[:place], other, *cells[place + 1 :]]
                rows = [*lines[:number], " | ".join(changed), *lines[number + 1 :]]
                yield Edit("cell changed", block.id, "\n".join([header, *rows]))
        swapped = [*cells[:-2], cells[-1], cells[-2]]
        if swapped != cells and cells[-1] != cells[-2]:
            rows = [*lines[:number], " | ".join(swapped), *lines[number + 1 :]]
            yield Edit("cells swapped", block.id, "\n".join([header, *rows]))
    named = _swap(header, "Ryhmä A", "Ryhmä B")
    yield Edit("headings swapped", block.id, "\n".join([named, *lines]))
    yield Edit(
        "row added", block.id, f"{text}\nUusi väite | yhdistää | 95 % (n = 40) | 90 % (n = 32)"
    )


def _swap(text: str, one: str, two: str) -> str:
    parts = {one: two, two: one}
    return re.sub("|".join(map(re.escape, parts)), lambda match: parts[match[0]], text)
