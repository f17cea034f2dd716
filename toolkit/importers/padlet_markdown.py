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
from toolkit.importers.padlet import add_post, warn_of_attachments
from toolkit.importers.padlet_comments import add_comment, warn_of_unlinked
from toolkit.importers.support import count_of, is_support

__all__ = ["FORMAT"]

_NAME = "padlet-markdown"
_POST = re.compile(r"### (\d+)\.(.*)")
_AUTHOR = re.compile(r"\*\*(?:Author|Tekijä|Kirjoittaja|Författare):\*\*.*")
_SECTION = re.compile(r"## (.+)")
_FIELD = re.compile(r"\*\*([^*:]{1,80}):\*\*.*")
_ATTACHMENT = re.compile(r"!?\[.{1,200}?\]\(\S{0,20000}\)")
_IN_COMMENT = re.compile(r"!?\[Attachment(?: \d+)?\]\(\S{0,4000}\)")
_BELOW = re.compile(r"#### (?:.*\((\d{1,6})\))?.*")
# The words of a comment may hold the same signs, so the first date after a name counts.
_COMMENT = re.compile(r"- \*\*.*?\*\* \([^()]{0,30}\d{4}[^()]{0,20}\d[.:]\d\d[^()]{0,10}\): ?(.*)")
_UNDATED = re.compile(r"- \*\*.*?\*\*(?: \([^()]{1,60}\))?: ?(.*)")
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")
_MARK = re.compile(r"- \*\*(.{1,80}?):\*\* ?(.*)")


@dataclass(slots=True, kw_only=True)
class _Post:
    row: int
    section: str
    subject: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    comments: list[tuple[int, list[str]]] = field(default_factory=list)
    n_comments: int = 0
    weight: int = 0
    other_marks: list[str] = field(default_factory=list)
    has_attachment: bool = False


def recognises(file: OpenedFile) -> bool:
    """Whether a numbered heading is followed by an author, as nothing but a Padlet post is."""
    if not file.is_text or "### " not in file.text:
        return False
    return bool(_starts(file.text.split("\n")))


def parse(file: OpenedFile) -> Import:
    """Make one note of every post and comment; they answer their section, or else the board."""
    lines = file.text.split("\n")
    title = next((line[2:] for line in lines if line.startswith("# ")), "")
    posts = list(_posts(lines))
    collected = Collected()
    n_attachments = n_unlinked = 0
    for post in posts:
        note = add_post(
            collected,
            post.row,
            subject=" ".join(post.subject),
            body="\n".join(post.body),
            prompt=post.section or title,
            place=_("row {n}").format(n=post.row),
            has_attachment=post.has_attachment,
            weight=post.weight,
        )
        n_attachments += post.has_attachment and note is not None
        for row, words in post.comments:
            place = _("comment, row {n}").format(n=row)
            text = "\n".join(words)
            prompt = post.section or title
            comment = add_comment(collected, row, text, post=note, place=place, prompt=prompt)
            n_unlinked += comment is not None and note is None
    warn_of_unlinked(n_unlinked, collected)
    _warn(collected, posts, n_attachments=n_attachments)
    return collected.to_import(file, format_name=_NAME, prefix="padlet")


def _warn(collected: Collected, posts: list[_Post], *, n_attachments: int) -> None:
    warn_of_attachments(n_attachments, collected)
    different = [post.row for post in posts if post.n_comments != len(post.comments)]
    if different:
        message = _("The number of comments is not what the export says for posts on rows: {rows}.")
        rows = ", ".join(map(str, different[:10]))
        collected.warn("comments_differ", message.format(rows=rows))
    collected.warn_unread(
        "marks_not_read",
        _("Marks that are not counted as support: {names}."),
        (name for post in posts for name in post.other_marks),
    )
    collected.warn_of_columns(name for post in posts for name in post.fields)


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
    below = next((i for i, line in enumerate(lines) if i > author and _below(line)), len(lines))
    for line in lines[author + 1 : below]:
        if named := _FIELD.fullmatch(line):
            post.fields.append(named[1])
        elif _ATTACHMENT.fullmatch(line.strip()):
            post.has_attachment = True
        else:
            post.body.append(line)
    _read_below(post, lines, below)
    return post


def _read_below(post: _Post, lines: list[str], below: int) -> None:
    """Read the comments and marks of a post; its times and colour are not read."""
    written: list[tuple[int, str]] = []
    are_comments = False
    for number, line in enumerate(lines[below:], start=post.row + below):
        if found := _below(line):
            are_comments = found[1] is not None
            post.n_comments += int(found[1] or 0)
        elif are_comments:
            written.append((number, _IN_COMMENT.sub("", line)))
        elif mark := _MARK.fullmatch(line):
            _read_mark(post, *mark.groups())
    post.comments = _comments(written, _COMMENT)
    if len(post.comments) != post.n_comments:
        undated = _comments(written, _UNDATED)
        if len(undated) == post.n_comments:
            post.comments = undated


def _comments(lines: list[tuple[int, str]], start: re.Pattern[str]) -> list[tuple[int, list[str]]]:
    """Return the comments that begin as ``start`` says, with their rows; they may go on."""
    comments: list[tuple[int, list[str]]] = []
    for number, line in lines:
        if found := start.fullmatch(line):
            comments.append((number, [found[1]]))
        elif comments:
            comments[-1][1].append(line)
    return comments


def _below(line: str) -> re.Match[str] | None:
    return _BELOW.fullmatch(line)


def _read_mark(post: _Post, name: str, value: str) -> None:
    count = count_of(value)
    if is_support(name) and count is not None:
        post.weight += count
    elif _NUMBER.fullmatch(value.strip()):
        post.other_marks.append(name)


FORMAT = Format(name=_NAME, title=N_("Padlet: Markdown export"), recognises=recognises, parse=parse)
