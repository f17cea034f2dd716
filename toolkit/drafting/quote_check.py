"""Whether a quote says what somebody wrote, to the letter."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_DOUBLE = re.compile(r"[“”„‟«»‹›]|''")
_SINGLE = re.compile(r"[‘’‚‛´`]")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200d\u2060\ufeff]")
_OMISSION = re.compile(r"\s*\[\s*(?:…|\.\.\.)\s*\]\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What comparing a quote with its source showed.

    Attributes
    ----------
    kind
        ``"verbatim"``, ``"omission_marked"`` (whole words left out, and ``[…]`` says so) or
        ``"not_found"``.
    """

    accepted: bool
    kind: str


def check_quote(quote: str, source: str) -> Verdict:
    """Compare a quote with the words it is said to come from.

    The way of writing quotation marks and spaces, invisible signs and the composition of letters
    do not matter; everything else does. Parts apart by ``[…]`` must come in the order of the source
    and begin and end at word boundaries.
    """
    words, written = _plain(quote).strip('" '), _plain(source)
    parts = [part for part in _OMISSION.split(words) if part]
    if not parts:
        return Verdict(accepted=False, kind="not_found")
    end = 0
    for part in parts:
        found = re.compile(rf"(?<!\w){re.escape(part)}(?!\w)").search(written, end)
        if found is None:
            return Verdict(accepted=False, kind="not_found")
        end = found.end()
    marked = _OMISSION.search(words) is not None
    return Verdict(accepted=True, kind="omission_marked" if marked else "verbatim")


def _plain(text: str) -> str:
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    text = _SINGLE.sub("'", _DOUBLE.sub('"', text)).replace("...", "…")
    return " ".join(text.split())
