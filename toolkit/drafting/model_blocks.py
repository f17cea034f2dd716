"""Words of a language model in a draft: added, found again, and never without saying so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from toolkit.domain import Block, CiteRun, Draft, Findings, Run, TextRun
from toolkit.drafting.material import make_block, source_notes
from toolkit.drafting.model_wording import ModelSentence
from toolkit.drafting.sentences import Sentences, paragraph
from toolkit.paragraphs import cited_ids, cited_sources

_HEADING, _BEFORE, _OWN = "otsikko", "maara", "malli"
_ORIGIN = "model:"
_SAID = (
    ("method.machine", "method.machine_model"),
    ("statement.origin_machine", "statement.origin_machine_model"),
)


def model_places(draft: Draft, findings: Findings) -> dict[str, str]:
    """Return theme id → id of the block that a model's words on the theme would have.

    Only of themes that have a heading of their own in the document.
    """
    known = [theme.id for theme in findings.themes if not theme.is_rest]
    told = {block.id for block in draft.blocks}
    parts = [block.id.split("/") for block in draft.blocks if block.id.endswith(f"/{_BEFORE}")]
    return {
        part[-2]: "/".join((*part[:-1], _OWN))
        for part in parts
        if part[-2] in known and "/".join((*part[:-1], _HEADING)) in told
    }


def make_model_block(block_id: str, sentences: Sequence[ModelSentence], *, model: str) -> Block:
    """Make the block of a model's sentences, each with the notes it rests on."""
    runs: list[tuple[Run, ...]] = [
        (
            TextRun(text=f"{one.text.removesuffix('.')} "),
            CiteRun(note_ids=one.note_ids),
            TextRun(text="."),
        )
        for one in sentences
    ]
    block = make_block(block_id, paragraph(*runs), is_finding=True)
    return replace(block, origin=f"{_ORIGIN}{model}")


def model_blocks(draft: Draft) -> tuple[Block, ...]:
    """Return the blocks of a draft whose words are a language model's."""
    return tuple(block for block in draft.blocks if block.origin.startswith(_ORIGIN))


def add_model_blocks(draft: Draft, blocks: Iterable[Block], findings: Findings) -> Draft:
    """Put a model's blocks after what the programme counts of their themes.

    Left out are blocks whose theme the draft does not tell of, and those that cite a note which is
    not in the theme any more. Where the draft says how it was made, it then names the model.
    """
    members = {theme.id: set(theme.note_ids) for theme in findings.themes}
    wanted = {block.id: block for block in blocks}
    fitting = {
        f"{place.removesuffix(_OWN)}{_BEFORE}": wanted[place]
        for theme_id, place in model_places(draft, findings).items()
        if place in wanted and set(cited_ids(wanted[place])) <= members[theme_id]
    }
    if not fitting:
        return draft
    names = {block.origin.removeprefix(_ORIGIN): None for block in fitting.values()}
    sentences = Sentences(draft.language)
    said = {
        sentences.words(plain): sentences.words(told, model=", ".join(names))
        for plain, told in _SAID
    }
    made: list[Block] = []
    for block in draft.blocks:
        made.append(replace(block, runs=tuple(_tell(run, said) for run in block.runs)))
        made += [fitting[block.id]] if block.id in fitting else []
    sources = cited_sources(made, source_notes(findings, language=draft.language))
    return replace(draft, blocks=tuple(made), sources=sources)


def _tell(run: Run, said: dict[str, str]) -> Run:
    if not isinstance(run, TextRun):
        return run
    for plain, told in said.items():
        run = replace(run, text=run.text.replace(plain, told))
    return run
