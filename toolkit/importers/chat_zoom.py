"""Chats saved from Zoom: a time, who wrote to whom, and the message."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from toolkit.domain import Import
from toolkit.errors import UnreadableExport
from toolkit.i18n import N_, _
from toolkit.importers.blocks import Line
from toolkit.importers.collected import Collected
from toolkit.importers.format import Format
from toolkit.importers.opened import OpenedFile
from toolkit.importers.speech_lines import first_lines, speech_lines
from toolkit.importers.speech_vtt import has_cues
from toolkit.importers.turns import Turn, notes_of_turns

__all__ = ["FORMAT", "is_zoom_chat"]

_NAME = "chat-zoom"
_START = re.compile(r"(\d{1,2}:\d{2}:\d{2})([ \t]+)(\S[^:]{0,200}?)[ \t]{0,9}:[ \t]*(.*)")
_WIDE = re.compile(r" {2,}|\t+")
_FROM = frozenset(("from", "från", "von", "de", "da", "od", "van", "dari", "lähettäjä", "от"))
_TO = frozenset(
    ("to", "till", "an", "à", "a", "para", "do", "aan", "kepada", "vastaanottaja", "для")
)
_EVERYONE = frozenset((
    "everyone", "everyone in meeting", "everyone in main room", "everyone in room",
    "meeting group chat", "kaikki", "kaikille", "alla", "alle", "tous", "tout le monde", "todos",
    "tutti", "iedereen", "wszyscy", "все", "всем", "kõik", "全員", "所有人", "每个人", "모두",
    "herkes", "mọi người", "semua orang",
))  # fmt: skip
_QUOTE = re.compile(r"[\"“”]([^\"“”]{2,})[\"“”]")
_ANSWER = re.compile(r"(?:[^\s\"“”]+\s+){1,6}[\"“”][^\"“”]+[\"“”]\s*\n(.+)", re.DOTALL)
_DOTS = re.compile(r"(?:\.\.\.|…)$")
_FEW_WORDS = 6


@dataclass(slots=True)
class _Message:
    row: int
    when: str
    head: str
    is_recording: bool
    lines: list[str] = field(default_factory=list)
    speaker: str = ""
    reader: str | None = None


def recognises(file: OpenedFile) -> bool:
    """Whether at least two lines begin with a time to the second and a name."""
    return is_zoom_chat(first_lines(file))


def is_zoom_chat(lines: Sequence[Line]) -> bool:
    """Whether lines are a chat saved from a meeting of Zoom."""
    starts = (line for line in lines if _START.fullmatch(line.text))
    return len(list(islice(starts, 2))) == 2 and not has_cues(lines)


def parse(file: OpenedFile) -> Import:
    """Make one note of every message to everyone; of others not a word is kept.

    Raises
    ------
    UnreadableExport
        If it is not clear who wrote to whom: private messages must not come along.
    """
    collected = Collected()
    messages = _messages(speech_lines(file), collected)
    _address(messages, file)
    known = ["\n".join(message.lines).strip() for message in messages]
    turns = []
    for message in messages:
        said = _own_words(message.lines)
        if message.reader is not None and message.reader.casefold() not in _EVERYONE:
            collected.skip(message.row, _("a private message"))
        elif _is_reaction(said, known):
            collected.skip(message.row, _("a reaction or a mark of the chat, not a note"))
        else:
            turns.append(
                Turn(row=message.row, text=said, when=message.when, speaker=message.speaker)
            )
    others = (name for one in messages for name in (one.speaker, *_people(one.reader)))
    return notes_of_turns(turns, collected, file, format_name=_NAME, other_names=others)


def _messages(lines: Iterable[Line], collected: Collected) -> list[_Message]:
    messages: list[_Message] = []
    for line in lines:
        start = _START.fullmatch(line.text)
        if start:
            when, gap, head, text = start.groups()
            is_recording = gap == "\t" and (f"{head}:\t" in line.text or not text)
            messages.append(_Message(line.row, when, head, is_recording, [text or ""]))
        elif messages:
            messages[-1].lines.append(line.text.strip())
        elif line.text.strip():
            collected.skip(line.row, _("not part of what was said"))
    return messages


def _address(messages: Sequence[_Message], file: OpenedFile) -> None:
    """Fill in who wrote to whom.

    Two gaps, or a word between, part the two names; what the words are depends on the language of
    the program. The file of a recording has the public messages only, and no second name.
    """
    if _is_recording(messages):
        for message in messages:
            message.speaker = message.head
        return
    word = _word_between([message.head for message in messages])
    for message in messages:
        parts = _WIDE.split(message.head)
        tokens = message.head.split()
        if len(parts) == 4:
            _from, message.speaker, _to, message.reader = parts
        elif word and word in tokens[2:-1]:
            place = len(tokens) - 1 - tokens[::-1].index(word)
            message.speaker, message.reader = (
                " ".join(tokens[1:place]),
                " ".join(tokens[place + 1 :]),
            )
        elif len(parts) == 2 and not _has_second_name(tokens):
            message.speaker = parts[1]
        elif tokens[0].casefold() in _FROM and not _has_second_name(tokens):
            message.speaker = " ".join(tokens[1:])
        else:
            raise UnreadableExport(
                N_(
                    "It is not clear who wrote to whom in the chat: {name}. "
                    "Set Zoom to English and save the chat again."
                ),
                name=file.name,
            )


def _is_recording(messages: Sequence[_Message]) -> bool:
    has_readers = any(_has_second_name(message.head.split()) for message in messages)
    return all(message.is_recording for message in messages) and not has_readers


def _has_second_name(tokens: Sequence[str]) -> bool:
    return not _TO.isdisjoint(map(str.casefold, tokens[2:]))


def _word_between(heads: Sequence[str]) -> str:
    """Return the word between the two names; empty when it is not certain."""
    inner = [head.split()[2:-1] for head in heads]
    known = Counter(token for tokens in inner for token in tokens if token in _TO)
    if known:
        return known.most_common(1)[0][0]
    shared = {token for token in inner[0] if token.islower()}.intersection(*inner)
    return shared.pop() if len(shared) == 1 else ""


def _people(reader: str | None) -> list[str]:
    """Return the names of those a message was written to."""
    names = re.sub(r"\([^)]*\)", "", reader or "").split(",")
    return [name for name in map(str.strip, names) if name and name.casefold() not in _EVERYONE]


def _own_words(lines: Sequence[str]) -> str:
    """Return a message without the words of another that it answers."""
    text = "\n".join(lines).strip()
    answer = _ANSWER.fullmatch(text)
    return answer[1] if answer else text


def _is_reaction(text: str, known: Sequence[str]) -> bool:
    """Whether a message only says with which sign somebody answered another."""
    quote = _QUOTE.search(text)
    if not quote:
        return False
    quoted = _DOTS.sub("", quote[1]).strip()
    rest = text[: quote.start()] + text[quote.end() :]
    has_sign = any(unicodedata.category(sign) == "So" for sign in rest)
    is_short = len(re.findall(r"[^\W\d_]+", rest)) <= _FEW_WORDS
    return has_sign and is_short and any(other.startswith(quoted) for other in known)


FORMAT = Format(
    name=_NAME,
    title=N_("Chat of Zoom: text"),
    recognises=recognises,
    parse=parse,
)
