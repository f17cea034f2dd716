"""The report of the verification: what was noticed, where, and whose voice the draft lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from toolkit.domain import Block, BlockKind, Coverage, Document, Draft, Findings, Gate
from toolkit.drafting.material import labelled, make_block
from toolkit.drafting.report.face import face_words
from toolkit.drafting.report.remarks import places_of
from toolkit.drafting.report.voices import left_out_blocks, voices_blocks
from toolkit.drafting.sentences import Sentences, paragraph

__all__ = ["REPORT", "compose_report", "face_words"]

REPORT = "tarkistusraportti"
"""What the ids of the report's blocks begin with; they are no part of the document."""

_GATES = ("G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8")


def compose_report(
    draft: Draft | Document,
    gates: tuple[Gate, ...],
    *,
    findings: Findings,
    coverage: Coverage | None = None,
    decided: frozenset[str] = frozenset(),
    rejected: int = 0,
) -> tuple[Block, ...]:
    """Write what the verification found as blocks that every renderer shows.

    Parameters
    ----------
    draft
        As people have left it so far.
    gates
        Of ``verify_draft``, on the same draft.
    coverage
        None when it has not been measured, and then the report says so.
    decided
        Ids of the blocks that people have decided on: a remark on one was accepted knowingly.
    rejected
        How many paragraphs people have left out.

    Returns
    -------
    tuple of Block
        In the language of the draft, but for the remarks, which are worded as ``gates`` has them.
        Their ids begin with ``"tarkistusraportti/"``.
    """
    say = Sentences(draft.language)
    waiting = sum(block.needs_decision and block.id not in decided for block in draft.blocks)
    return (
        _heading("otsikko", say, "report.title", level=1),
        _summary(gates, waiting, say),
        *_remarks(gates, places_of(draft), decided, say),
        _heading("aani/otsikko", say, "report.voices", level=2),
        *voices_blocks(draft, findings, coverage, say, section=REPORT),
        _heading("pois/otsikko", say, "report.left", level=2),
        *left_out_blocks(draft, findings, coverage, say, section=REPORT, rejected=rejected),
        _heading("rajat/otsikko", say, "report.limits", level=2),
        make_block(f"{REPORT}/rajat/sanat", say.say("report.limits_text")),
    )


def _heading(slot: str, say: Sentences, key: str, *, level: int) -> Block:
    kind = BlockKind.HEADING
    return make_block(f"{REPORT}/{slot}", say.say(key), kind=kind, level=level)


def _summary(gates: tuple[Gate, ...], waiting: int, say: Sentences) -> Block:
    errors = sum(gate.level == "error" for gate in gates)
    counts = say.say(
        "report.counts",
        errors=str(errors),
        warnings=str(len(gates) - errors),
        waiting=str(waiting),
    )
    keys = ["blocked_errors"] if errors else []
    keys += ["blocked_waiting"] if waiting else []
    keys = keys or (["not_blocked"] if gates else ["nothing"])
    sentences = [say.say(f"report.{key}") for key in (*keys, "scope")]
    return make_block(f"{REPORT}/yhteenveto", paragraph(counts, *sentences))


def _remarks(
    gates: tuple[Gate, ...], places: Mapping[str, str], decided: frozenset[str], say: Sentences
) -> Iterator[Block]:
    if not gates:
        return
    yield _heading("huomautukset/otsikko", say, "report.remarks", level=2)

    def name(gate: Gate) -> str:
        return gate.gate if gate.gate in _GATES else "other"

    # Errors first within a gate; the order of the draft otherwise.
    ordered = sorted(gates, key=lambda gate: (name(gate), gate.level != "error"))
    for key, of_gate in groupby(ordered, key=name):
        slot = f"huomautukset/{key.lower()}"
        yield _heading(f"{slot}/otsikko", say, f"report.{key}", level=3)
        yield make_block(f"{REPORT}/{slot}/ohje", say.say(f"report.{key}_todo"))
        alike = groupby(of_gate, key=lambda gate: (_level(gate, decided), gate.block_id))
        for number, ((level, block_id), found) in enumerate(alike, start=1):
            place = places.get(block_id, say.phrase("report.whole"))
            label = f"{say.phrase(f'report.{level}')}. {place}"
            messages = " ".join(dict.fromkeys(_ended(gate.message) for gate in found))
            runs = labelled(label, messages)
            yield make_block(f"{REPORT}/{slot}/{number}", runs, kind=BlockKind.ITEM)


def _level(gate: Gate, decided: frozenset[str]) -> str:
    if gate.level == "warning" and gate.block_id in decided:
        return "accepted"
    return gate.level


def _ended(message: str) -> str:
    return message if message.endswith((".", "!", "?", "”", "“")) else f"{message}."
