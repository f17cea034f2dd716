"""Turns of speech and messages of a chat as notes, under numbers instead of names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from toolkit.domain import Import
from toolkit.errors import UnreadableExport
from toolkit.i18n import N_, _, ngettext
from toolkit.importers.blocks import Grid
from toolkit.importers.collected import Collected
from toolkit.importers.opened import OpenedFile
from toolkit.importers.speakers import Speakers, plain
from toolkit.lemmas.words import read_words
from toolkit.text import digest_ids

__all__ = [
    "PREFIX",
    "Turn",
    "clock",
    "is_small_talk",
    "join_turns",
    "notes_of_turns",
    "warn_of_joined",
]

PREFIX = "speech"
_LONG = 1000
_TOO_LONG = 3000  # for a turn without one full stop
_MOST_SPEAKERS = 500
_PAUSE = 2.0
_SMALL_TALK_WORDS = 8
_SMALL_TALK_LETTERS = 60
_SENTENCE_END = re.compile(r"[.!?…][\"”’)]*$")
_NUMBER = re.compile(r"p\d+")
_WORD = re.compile(r"[^\W_]+(?:[-'’:][^\W_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What one speaker said, or wrote, at one time.

    Attributes
    ----------
    row
        Where it begins in the file, from 1.
    when
        For people, such as ``"0:10"``.
    speaker
        As the file writes the name; empty when it is not known. Never kept.
    start, end
        Seconds from the beginning, when the file tells them.
    """

    row: int
    text: str
    when: str = ""
    speaker: str = ""
    start: float = 0.0
    end: float = 0.0


def clock(seconds: float) -> str:
    """Return a time from the beginning.

    >>> clock(10.087), clock(3723)
    ('0:10', '1:02:03')
    """
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def join_turns(pieces: Iterable[Turn]) -> list[Turn]:
    """Return turns of speech; a record cuts them into the pieces that were heard at a time.

    Pieces of one speaker that follow one another are a turn, also when another's assent fell into a
    sentence. A long turn ends where a sentence does. Where no speaker is known every turn does, or
    with a pause.
    """
    turns: list[Turn] = []
    last = spoken = -1  # the turn of the piece before, and the last one that holds a thought
    for piece in pieces:
        if last >= 0 and _goes_on(turns[last], piece):
            turns[last] = _joined(turns[last], piece)
        elif spoken >= 0 and _is_finished_by(turns[spoken], piece):
            last = spoken
            turns[last] = _joined(turns[last], piece)
        else:
            turns.append(piece)
            last = len(turns) - 1
        if not is_small_talk(turns[last].text):
            spoken = last
    return turns


def _goes_on(last: Turn, piece: Turn) -> bool:
    if last.speaker != piece.speaker:
        return False
    if piece.speaker:
        return len(last.text) < (_LONG if _ends(last) else _TOO_LONG)
    return len(last.text) < _LONG and not _ends(last) and piece.start - last.end < _PAUSE


def _is_finished_by(last: Turn, piece: Turn) -> bool:
    is_same = bool(piece.speaker) and last.speaker == piece.speaker
    return is_same and len(last.text) < _TOO_LONG and not _ends(last)


def _joined(last: Turn, piece: Turn) -> Turn:
    return replace(last, text=f"{last.text} {piece.text}", end=piece.end)


def _ends(turn: Turn) -> bool:
    return bool(_SENTENCE_END.search(turn.text.rstrip()))


def is_small_talk(text: str) -> bool:
    """Whether a turn is assent, thanks, a greeting or only signs: no thought by itself.

    >>> is_small_talk("Joo, kiitos P2!"), is_small_talk("Jonot!"), is_small_talk("👍")
    (True, False, True)
    """
    if len(text) > _SMALL_TALK_LETTERS:
        return False
    words = [word for word in _WORD.findall(text.casefold()) if not _NUMBER.fullmatch(word)]
    return len(words) <= _SMALL_TALK_WORDS and read_words("small-talk").issuperset(words)


def notes_of_turns(
    turns: Sequence[Turn],
    collected: Collected,
    file: OpenedFile,
    *,
    format_name: str,
    other_names: Iterable[str] = (),
) -> Import:
    """Make a note of every turn that holds a thought; nobody's name comes along.

    Parameters
    ----------
    turns
        In the order of the file.
    other_names
        Of people who are named in the file and say nothing there.

    Raises
    ------
    UnreadableExport
        If there are more speakers than a discussion has.
    NothingToRead
        If there is not one note.
    """
    names = dict.fromkeys(filter(None, (*(turn.speaker for turn in turns), *other_names)))
    if len(names) > _MOST_SPEAKERS:
        raise UnreadableExport(
            N_(
                "There are more than {n} speakers in the file: {name}. "
                "Import each discussion as a file of its own."
            ),
            n=_MOST_SPEAKERS,
            name=file.name,
        )
    speakers = Speakers(names)
    texts = [plain(turn.text) for turn in turns]
    masked = [speakers.mask(text) for text in texts]
    # What the dictionary knows today changes neither an id nor what is kept.
    written = [speakers.mask(text, inflected=False)[0] for text in texts]
    ids = digest_ids(PREFIX, written)
    for turn, as_written, (text, _n), own_id in zip(turns, written, masked, ids, strict=True):
        if text and is_small_talk(as_written):
            collected.skip(turn.row, _("a greeting, thanks, assent or a sign, not a thought"))
            continue
        place = ", ".join(filter(None, (speakers.number(turn.speaker), turn.when)))
        collected.add(turn.row, text, place=place, own_id=own_id.removeprefix(f"{PREFIX}:"))
    _warn(collected, speakers, file, n_mentions=sum(n for _text, n in masked))
    return collected.to_import(file, format_name=format_name, prefix=PREFIX)


def warn_of_joined(collected: Collected, *, n_pieces: int, n_turns: int) -> None:
    """Say that rows are turns, when the file cuts turns into more pieces."""
    if n_turns < n_pieces:
        message = _(
            "The file has {pieces} pieces of speech. Those that follow on from one another were "
            "joined: there are {turns} turns, and a row here is a turn."
        )
        collected.warn("turns_joined", message.format(pieces=n_pieces, turns=n_turns))


def _warn(collected: Collected, speakers: Speakers, file: OpenedFile, *, n_mentions: int) -> None:
    if file.is_archive and any(isinstance(block, Grid) for block in file.document.blocks):
        collected.warn("tables_not_read", _("Tables in the document were not read."))
    n = len(speakers)
    if not n:
        return
    message = ngettext(
        "The name of {n} person was replaced by P1.",
        "The names of {n} people were replaced by P1, P2 and so on.",
        n,
    )
    collected.warn("speakers_numbered", message.format(n=n))
    if n_mentions:
        message = ngettext(
            "A speaker was named {n} time in what was said; that name was replaced, too.",
            "Speakers were named {n} times in what was said; those names were replaced, too.",
            n_mentions,
        )
        collected.warn("names_replaced", message.format(n=n_mentions))
    if not speakers.has_dictionary:
        message = _(
            "There is no Finnish dictionary: not all inflected names of speakers were found."
        )
        collected.warn("names_not_inflected", message)
    message = _("The original file is kept in the workshop, and the names are still in it.")
    collected.warn("names_in_original", message)
    if speakers.is_in(file.name):
        message = _(
            "The name of the file holds the name of a speaker. Rename it before you import it."
        )
        collected.warn("name_in_file_name", message)
