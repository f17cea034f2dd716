"""Kinds and their reasons in the reader's language."""

from __future__ import annotations

from toolkit.domain import KindSuggestion, NoteKind
from toolkit.i18n import N_, _

_NAMES = {
    NoteKind.WORRY: N_("Worry"),
    NoteKind.PROPOSAL: N_("Proposal"),
    NoteKind.THANKS: N_("Thanks or success"),
    NoteKind.QUESTION: N_("Question"),
    NoteKind.STATEMENT: N_("Statement of fact"),
}
REASONS = {
    "thanks": N_("Thanks or praises: “{words}”"),
    "praise": N_("Tells of something good: “{words}”"),
    "worry": N_("Tells of a worry or a lack: “{words}”"),
    "denied": N_("Tells what does not succeed: “{words}”"),
    "blame": N_("Complains by asking: “{words}”"),
    "questions": N_("Asks to know: “{words}”"),
    "wonders": N_("Says that something is not known: “{words}”"),
    "asks": N_("Asks for something to be done: “{words}”"),
    "needs": N_("Tells what must be done: “{words}”"),
    "points": N_("Asks without a verb: “{words}”"),
    "phrase": N_("Names a thing without a verb"),
    "facts": N_("Tells how things are: “{words}”"),
    "numbers": N_("Tells a number: “{words}”"),
    "prompt": N_("Answers the question: “{words}”"),
    "like": N_("No sign of its own; nearest to the example: “{words}”"),
}


def kind_name(kind: NoteKind) -> str:
    """Return what a kind is called in the current language."""
    return _(_NAMES[kind])


def tell_reason(suggestion: KindSuggestion) -> str:
    """Say in the current language why a note seems to be of its kind."""
    return _(REASONS[suggestion.reason]).format(words=suggestion.words)
