"""What a number in running text is about: the theme, the opinion group and the kind of vote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from toolkit.domain import CiteRun, Findings, QuoteRun, Run
from toolkit.drafting.claims import HIDDEN, Claim, hide, sentence_around
from toolkit.negations import is_negation

_STANCES: Mapping[str, str] = {
    "agree": r"samaa\s+mieltä|kannat\w+|puols\w+|puolt\w+|hyväksy\w+|instäm\w+|samma\s+åsikt"
    r"|agree\w*|support\w*",
    "disagree": r"eri\s+mieltä|vastust\w+|torju\w+|avstånd|motsatte|annan\s+åsikt|disagree\w*"
    r"|oppos\w+|reject\w*",
    "passes": r"ohit\w+|kantaa|hoppa\w+\s+(?:över|\d+)|ställning|passed|skipped",
}
_GROUP = r"\b(?:\w*ryhm\w+|\w*grupp\w*|groups?)\s+{}\b"
_REST = r"\bteemojen\s+ulkopuol\w+|\butanför\s+temana|\boutside\s+the\s+themes"
_DIRECT = re.compile(r"(?:[\s\u00a0]+[^\W\d_]+|[\s\u00a0]*%){0,4}[\s\u00a0]*[”“\"»]?")
_LAST_WORDS = re.compile(r"(?:[^\W\d_]+\s+){1,2}$")
_NEXT_WORDS = re.compile(r"^(?:\s+[^\W\d_]+){1,2}")
_AND = re.compile(r"\b(?:ja|sekä|och|samt|and)\b")
_POINTS_BACK = re.compile(
    r"\s*(?:siinä|niissä|siihen|sillä|sen|se|tässä|tähän|teemassa|teemaan|ryhmässä|ryhmän|heistä"
    r"|niistä|det|den|där|temat|gruppen|it|there|this|the\s+theme|the\s+group)\b",
    re.IGNORECASE,
)
# "kun merkintöjä on 38", "av 38", "of 38": the whole that a part is set against.
_OF_ALL = re.compile(
    r"(?:\bkun\s+(?:\w+\s+){1,2}(?:on|oli)\s+(?:kaikkiaan\s+|yhteensä\s+)?|\bav\s+(?:totalt\s+|sammanlagt"
    r"\s+)?|\bof\s+(?:a\s+total\s+of\s+)?)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Name:
    kind: str
    id: str
    start: int
    end: int


class Named:
    """The names in a text, for asking what a number in it is about.

    Parameters
    ----------
    text
        As people read it, quotation marks included.
    findings
        Their themes are known by their labels, also bent ones, their groups by their letters.
    places
        Where the runs of the text stand: statements are known by their citations and quotes.
    """

    def __init__(
        self, text: str, findings: Findings, places: Iterable[tuple[int, int, Run]] = ()
    ) -> None:
        self._text = text
        patterns = [
            ("theme", theme.id, _REST if theme.is_rest else _bent(theme.label))
            for theme in findings.themes
        ]
        groups = findings.groups.groups if findings.groups else ()
        patterns += [("group", g.id, _GROUP.format(re.escape(g.id))) for g in groups]
        self._names = [
            _Name(kind, name_id, match.start(), match.end())
            for kind, name_id, pattern in patterns
            for match in re.finditer(pattern, text, re.IGNORECASE)
        ]
        hidden = hide(text)
        self._names += [
            _Name("stance", _denied(stance, hidden, match), match.start(), match.end())
            for stance, words in _STANCES.items()
            for match in re.finditer(rf"\b(?:{words})\b", hidden, re.IGNORECASE)
        ]
        voted = {item.id for item in findings.groups.statements} if findings.groups else set()
        self._names += [
            _Name("statement", note_id, start, end)
            for start, end, run in places
            for note_id in _notes_of(run)
            if note_id in voted
        ]
        self._names.sort(key=lambda name: name.start)

    def about(self, kind: str, place: int, *, end: int | None = None) -> tuple[str, bool]:
        """Return what a place in the text is about, such as which theme, and whether surely.

        Surely: the name stands right after it ("93 per cent in group A") or before it in the same
        sentence. Otherwise the first name after it in the sentence, or the last one before the
        sentence. ``("", False)`` when there is none.
        """
        names = [name for name in self._names if name.kind == kind]
        start, stop = sentence_around(self._text, place)
        after = [name for name in names if place < name.start < stop]
        if after and self._stands_right_after(end or place, after[0]):
            return after[0].id, True
        before = [name for name in names if name.end <= place]
        if before and before[-1].start >= start:
            return before[-1].id, True
        if after:
            return after[0].id, False
        points_back = bool(_POINTS_BACK.match(self._text[start:stop]))
        return (before[-1].id, points_back) if before else ("", False)

    def fits(self, claim: Claim, filters: Mapping[str, str], *, own: bool) -> bool:
        """Tell whether a number may be the answer to a query.

        Parameters
        ----------
        filters
            ``theme``, ``group``, ``stance`` and ``statement`` of the query, where it has them.
        own
            Whether the number is counted for the same paragraph; another one must be named.
        """
        end = claim.at + len(claim.text)
        is_whole = _OF_ALL.search(self._text[: claim.at]) is not None
        for kind in ("theme", "group", "stance", "statement"):
            named, surely = self.about(kind, claim.at, end=end)
            wanted = filters.get(kind, "")
            if wanted and named != wanted and (named or not own):
                return False
            if not wanted and surely and kind in {"theme", "group"} and not is_whole:
                return False
        return True

    def _stands_right_after(self, end: int, name: _Name) -> bool:
        between = self._text[end : name.start]
        return _DIRECT.fullmatch(between) is not None and not _AND.search(between)


def _notes_of(run: Run) -> tuple[str, ...]:
    if isinstance(run, CiteRun):
        return run.note_ids
    return (run.note_id,) if isinstance(run, QuoteRun) else ()


def _denied(stance: str, text: str, match: re.Match[str]) -> str:
    """Return the stance, or that it is denied beside it: "ei ollut samaa mieltä"."""
    near = [*_LAST_WORDS.findall(text[: match.start()]), *_NEXT_WORDS.findall(text[match.end() :])]
    words = [word for part in near for word in part.split()]
    denies = stance != "passes" and any(map(is_negation, words))
    return f"not {stance}" if denies else stance


def _bent(label: str) -> str:
    # The case ending of a name may differ: "Kyydit ja välimatkat", "kyydeissä ja välimatkoissa".
    words = re.findall(r"\w+", label)
    stems = [re.escape(w if len(w) < 5 else w[: max(4, len(w) - 2)]) + r"\w*" for w in words]
    return r"\b" + r"\W+".join(stems) if stems else re.escape(HIDDEN)
