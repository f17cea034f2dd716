"""Padlet's Markdown export: sections, numbered posts, and what readers added below them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from toolkit.domain import Import
from toolkit.i18n import N_, _
from toolkit.importers.collected import Collected
from toolkit.importers.format import Format
from toolkit.importers.opened import OpenedFile
from toolkit.importers.padlet import add_post, warn_comments

__all__ = ["FORMAT"]

_NAME = "padlet-markdown"
_POST = re.compile(r"### (\d+)\.(.*)")
_AUTHOR = re.compile(r"\*\*(?:Author|Tekijä|Kirjoittaja|Författare):\*\*.*")
_SECTION = re.compile(r"## (.+)")
_FIELD = re.compile(r"\*\*([^*:]{1,80}):\*\*.*")
_ATTACHMENT = re.compile(r"!?\[[^\]]{1,80}\]\([^()\s]*\)")
_BELOW = re.compile(r"#### (?:.*\((\d{1,6})\))?.*")


@dataclass(slots=True, kw_only=True)
class _Post:
    row: int
    section: str
    subject: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    n_comments: int = 0
    has_attachment: bool = False


def recognises(file: OpenedFile) -> bool:
    """Whether a numbered heading is followed by an author, as nothing but a Padlet post is."""
    if not file.is_text or "### " not in file.text:
        return False
    return bool(_starts(file.text.split("\n")))


def parse(file: OpenedFile) -> Import:
    """Make one note of every post; its section, or else the board, is what it answers."""
    lines = file.text.split("\n")
    title = next((line[2:] for line in lines if line.startswith("# ")), "")
    posts = list(_posts(lines))
    collected = Collected()
    for post in posts:
        add_post(
            collected,
            post.row,
            subject=" ".join(post.subject),
            body="\n".join(post.body),
            prompt=post.section or title,
            place=_("row {n}").format(n=post.row),
            has_attachment=post.has_attachment,
        )
    warn_comments(sum(post.n_comments for post in posts), collected)
    collected.warn_of_columns(name for post in posts for name in post.fields)
    return collected.to_import(file, format_name=_NAME, prefix="padlet")


def _starts(lines: list[str]) -> list[int]:
    """Return where posts begin; a subject may go on for some lines before the author."""

    def has_author(below: list[str]) -> bool:
        subject = takewhile(lambda line: not _POST.fullmatch(line), below)
        return any(_AUTHOR.fullmatch(line) for line in subject)

    return [
        i
        for i, line in enumerate(lines)
        if _POST.fullmatch(line) and has_author(lines[i + 1 : i + 4])
    ]


def _posts(lines: list[str]) -> Iterator[_Post]:
    starts = _starts(lines)
    section = _last_section(lines[: starts[0]], above="") if starts else ""
    for start, end in zip(starts, [*starts, len(lines)][1:], strict=True):
        chunk = lines[start:end]
        following = _last_section(chunk, above=section)
        yield _read_post(start + 1, section, _without_ending(chunk))
        section = following


def _last_section(lines: list[str], *, above: str) -> str:
    """Return the section that the next post stands in: its heading ends the lines before it."""
    last = next((line for line in reversed(lines) if line.strip()), "")
    found = _SECTION.fullmatch(last)
    return found[1].strip() if found and not last.startswith("## Summary") else above


def _without_ending(chunk: list[str]) -> list[str]:
    """Drop the rule and the section headings between this post and the next."""
    end = len(chunk)
    while end > 1 and (chunk[end - 1].strip() in ("", "---") or _SECTION.fullmatch(chunk[end - 1])):
        end -= 1
    return chunk[:end]


def _read_post(row: int, section: str, lines: list[str]) -> _Post:
    number_and_subject = _POST.fullmatch(lines[0])
    author = next(i for i, line in enumerate(lines) if _AUTHOR.fullmatch(line))
    post = _Post(row=row, section=section)
    post.subject = [number_and_subject[2] if number_and_subject else "", *lines[1:author]]
    is_below = False
    for line in lines[author + 1 :]:
        if found := _BELOW.fullmatch(line):
            is_below = True
            post.n_comments += int(found[1] or 0)
        elif is_below:
            continue  # comments, reactions and times of the post, not words of its author
        elif named := _FIELD.fullmatch(line):
            post.fields.append(named[1])
        elif _ATTACHMENT.fullmatch(line.strip()):
            post.has_attachment = True
        else:
            post.body.append(line)
    return post


FORMAT = Format(name=_NAME, title=N_("Padlet: Markdown export"), recognises=recognises, parse=parse)
