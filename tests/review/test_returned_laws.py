"""What holds of every file that comes back, however it was edited."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from toolkit.domain import LinePart, ReturnedComment, ReturnedParagraph, SentLine
from toolkit.domain.returned import ChangeKind
from toolkit.review import find_changes
from toolkit.review.matching import squeezed

WORDS = ["jono", "palaute", "kotihoito", "nuoret", "bussi", "aika", "puhelin", "lääkäri"]
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
names = [f"_blk_{number}" for number in range(8)]


@st.composite
def sent_lines(draw: st.DrawFn) -> list[SentLine]:
    parts = draw(st.lists(st.sampled_from(list(LinePart)), max_size=6))
    return [
        SentLine(
            block_id="" if part is LinePart.FRAME else f"osa/{number}",
            part=part,
            text=draw(texts),
            bookmark=draw(st.sampled_from(["", names[number]])),
        )
        for number, part in enumerate(parts)
    ]


def paragraphs_of(draw: st.DrawFn, line: SentLine) -> list[ReturnedParagraph]:
    """What somebody could have made of a line, tracked or not; its bookmark may be lost."""
    is_row = line.part is LinePart.ROW
    marks = (line.bookmark,) if line.bookmark and draw(st.booleans()) else ()

    def make(before: str, after: str, **what: object) -> ReturnedParagraph:
        return ReturnedParagraph(before=before, after=after, is_row=is_row, **what)

    new, text = draw(texts), line.text
    half = text.find(" ") + 1 or len(text)
    flags = {"mark_inserted": draw(st.booleans()), "mark_deleted": draw(st.booleans())}
    again = draw(st.sampled_from([(), marks]))  # a bookmark that goes on
    made = {
        "kept": [make(text, text, bookmarks=marks)],
        "tracked": [make(text, new, bookmarks=marks, **flags)],
        "untracked": [make(new, new, bookmarks=marks)],
        "deleted": [make(text, "", bookmarks=marks, mark_deleted=True)],
        "gone": [],
        "split": [
            make(text[:half], text[:half], bookmarks=marks, mark_inserted=not is_row),
            make(text[half:], text[half:], mark_deleted=flags["mark_deleted"], bookmarks=again),
        ],
        "followed": [
            make(text, text, bookmarks=marks, mark_inserted=True),
            make("", new, bookmarks=again),
        ],
        "anything": [make(draw(texts), draw(texts), bookmarks=marks, **flags)],
    }
    return made[draw(st.sampled_from(sorted(made)))]


@st.composite
def returned(draw: st.DrawFn, lines: list[SentLine]) -> list[ReturnedParagraph]:
    """A file that came back: its paragraphs edited and in another order, with comments."""
    listed = [draw(st.sampled_from(lines)) for _ in lines] if draw(st.booleans()) else lines
    found = [one for line in listed for one in paragraphs_of(draw, line)]
    remark = st.builds(ReturnedComment, text=texts, author=st.sampled_from("AB"))
    return [
        replace(one, comments=tuple(draw(st.lists(remark, max_size=1))) if place < 2 else ())
        for place, one in enumerate(found)
    ]


def as_it_stands(paragraphs: list[ReturnedParagraph]) -> Counter[str]:
    """The paragraphs with every tracked change accepted."""
    found: Counter[str] = Counter()
    text = ""
    for place, one in enumerate(paragraphs):
        text += one.after
        following = paragraphs[place + 1 : place + 2]
        if one.mark_deleted and not one.is_row and following and not following[0].is_row:
            continue
        found[squeezed(text)] += bool(text.strip())
        text = ""
    return found


@given(st.data())
def test_nothing_is_lost_and_nothing_is_told_twice(data: st.DataObject) -> None:
    lines = data.draw(sent_lines())
    paragraphs = data.draw(returned(lines))

    changes = find_changes(lines, paragraphs)

    edits = [change for change in changes if change.kind is not ChangeKind.COMMENTED]
    before = Counter(text for one in edits for text in one.before.split("\n") if text)
    after = Counter(text for one in edits for text in one.after.split("\n") if text)
    sent = Counter(line.text for line in lines)
    assert as_it_stands(paragraphs) + before == sent + after
    remarks = Counter((one.author, one.comment) for one in changes if one.comment)
    assert remarks == Counter((c.author, c.text) for one in paragraphs for c in one.comments)
    assert len({change.id for change in changes}) == len(changes)


@given(sent_lines(), st.booleans())
def test_a_copy_that_nobody_touched_brings_nothing(lines: list[SentLine], keeps: bool) -> None:
    paragraphs = [
        ReturnedParagraph(
            before=line.text,
            after=line.text.replace(" ", "\N{NO-BREAK SPACE}"),
            is_row=line.part is LinePart.ROW,
            bookmarks=(line.bookmark,) if keeps and line.bookmark else (),
        )
        for line in lines
    ]

    assert find_changes(lines, paragraphs) == ()
