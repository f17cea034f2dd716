"""What a working copy says of itself on its first page."""

from __future__ import annotations

from collections.abc import Iterable

from toolkit.domain import Draft, Gate
from toolkit.drafting.sentences import Sentences


def face_words(draft: Draft, gates: Iterable[Gate], *, decided: frozenset[str]) -> str:
    """Say how far people have come with a draft, and how many errors are open.

    Parameters
    ----------
    decided
        Ids of the blocks that people have decided on.
    """
    say = Sentences(draft.language)
    states = {block.id in decided for block in draft.blocks if block.needs_decision}
    key = "some" if len(states) > 1 else "all" if states == {True} else "none"
    sentences = [say.words(f"report.face_{key}")]
    errors = sum(gate.level == "error" for gate in gates)
    if errors:
        key = "face_errors_one" if errors == 1 else "face_errors"
        sentences.append(say.words(f"report.{key}", n=str(errors)))
    return " ".join(sentences)
