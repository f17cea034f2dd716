"""Letters that were read with a wrong code and saved so: what they were, if a person agrees."""

from __future__ import annotations

import re
from itertools import islice

__all__ = ["find_broken_words", "repair_text"]

_SIGNS = "åäöÅÄÖéüšžÉÜŠŽáàâãæçèêëíîïñóôõøœßúûý”“’‘–—…€•§°½»\u00a0"
_CODES = ("cp1252", "latin-1", "mac_roman", "cp850")


def _broken(text: str, code: str) -> str:
    """Return what becomes of the UTF-8 bytes of a text when they are read with another code."""
    return "".join(
        bytes([byte]).decode(code, "ignore") or chr(byte) for byte in text.encode("utf-8")
    )


_SIGN_OF = {
    broken: sign
    for code in reversed(_CODES)
    for sign in _SIGNS
    for once in [_broken(sign, code)]
    for broken in (once, _broken(once, code))
}
_MOST_LOOKED_AT = 1_000
_BROKEN = re.compile("|".join(map(re.escape, sorted(_SIGN_OF, key=len, reverse=True))))


def repair_text(text: str) -> str:
    """Return ``text`` with its broken letters as they were; whole letters stay.

    >>> repair_text("KehittÃ¤minen ja tyÃ¶")
    'Kehittäminen ja työ'
    """
    return _BROKEN.sub(lambda found: _SIGN_OF[found[0]], text)


def find_broken_words(text: str, *, most: int = 3) -> tuple[tuple[str, str], ...]:
    """Return the first words with broken letters, each with what it would be when repaired.

    >>> find_broken_words("Ei mitÃ¤Ã¤n rikki")
    (('mitÃ¤Ã¤n', 'mitään'),)
    """
    found: dict[str, str] = {}
    for match in islice(_BROKEN.finditer(text), _MOST_LOOKED_AT):
        before = text[max(match.start() - 40, 0) : match.start()]
        start = match.start() - len(before.rsplit(None, 1)[-1] if before[-1:].strip() else "")
        word = text[start : start + 80].split(None, 1)[0]
        found.setdefault(word, repair_text(word))
        if len(found) == most:
            break
    return tuple(found.items())
