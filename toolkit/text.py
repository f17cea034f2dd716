"""Small repairs of text: string in, string out, nothing remembered."""

from __future__ import annotations

import codecs
import hashlib
import html
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from itertools import islice

__all__ = [
    "count_order",
    "decode",
    "digest_ids",
    "digest_words",
    "html_to_text",
    "join_split_words",
    "slug",
    "squeeze_spaces",
    "strip_formula_guard",
]

_BOMS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ONE_BYTE = ("cp1252", "mac_roman", "cp850", "iso8859_15")
_HIGH_BYTE = re.compile(rb"[\x80-\xff]")
_SAMPLE = 200_000
_LONE_BYTE = re.compile("[\udc80-\udcff]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_LETTERS = {
    **dict.fromkeys("åäöÅÄÖ", 1.0),
    **dict.fromkeys("éüšžÉÜŠŽ", 0.8),
    **dict.fromkeys("áàâãæçèêëíîïñóôõøœßúûýÁÀÆÇÈÊÍÎÓÔØÚ", 0.3),
}
_SIGNS = {**dict.fromkeys("”“’‘–—…€•", 0.9), **dict.fromkeys("§°½²³´»\u00a0", 0.7), "«": 0.2}
_LEAST, _MOST_SIGNS = -2.0, 5_000


def decode(data: bytes) -> str:
    r"""Turn the bytes of a text file into text; every line ends in ``\n``.

    A byte order mark decides; then NUL bytes tell UTF-16, then strict UTF-8 is tried, and last the
    one-byte code of Windows, old Macs or DOS that gives the most plausible å, ä and ö. Never fails:
    bytes that mean nothing become U+FFFD.

    >>> decode("Pöytä\r\nJonot".encode("cp850"))
    'Pöytä\nJonot'
    """
    return _decode(data).replace("\r\n", "\n").replace("\r", "\n")


def _decode(data: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    head = data[:4096]
    if head.count(0) * 5 > len(head):
        little = head[1::2].count(0) > head[0::2].count(0)
        return data.decode("utf-16-le" if little else "utf-16-be", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        first = _HIGH_BYTE.search(data)
    start = max(first.start() - 100 if first else 0, 0)
    sample = data[start : start + _SAMPLE]
    # The first of equals: Windows is the likeliest, so it gets a start that DOS and Mac must beat.
    scores = [_plausibility(read(sample)) + 0.15 * (n == 0) for n, read in enumerate(_READERS)]
    return _READERS[scores.index(max(scores))](data)


def _mostly_utf8(data: bytes) -> str:
    """Read UTF-8 into which somebody has put some lines in the code of Windows."""
    return _LONE_BYTE.sub(
        lambda found: bytes([ord(found[0]) - 0xDC00]).decode("cp1252", "replace"),
        data.decode("utf-8", "surrogateescape"),
    )


_READERS: tuple[Callable[[bytes], str], ...] = (
    *(partial(str, encoding=code, errors="replace") for code in _ONE_BYTE),
    _mostly_utf8,
)


def _plausibility(text: str) -> float:
    """Return at most 1.0: how well what is beyond ASCII fits Finnish and Swedish."""
    places = [match.start() for match in islice(_NOT_ASCII.finditer(text), _MOST_SIGNS)]
    return sum(_fit(text[max(at - 1, 0) : at + 2], at) for at in places) / (len(places) or 1)


def _fit(around: str, at: int) -> float:
    """Return how well the sign at ``at`` stands between its neighbours."""
    before, sign = (around[0], around[1]) if at else (" ", around[0])
    after = around[2:] if at else around[1:2]
    in_word = before.isalpha() and after.isalpha()
    if sign in _LETTERS:
        if before.islower() and sign.isupper():
            return _LEAST
        stands_alone = not before.isalpha() and not after.isalpha()
        return _LETTERS[sign] / 2 if stands_alone else _LETTERS[sign]
    if sign not in _SIGNS:
        return _LEAST if sign == "\ufffd" else -1.0
    if sign == "€" and (before.isalpha() or after.isalpha()):
        return -1.0
    if in_word and sign != "’" and not (sign == "–" and after.isupper() and before.islower()):
        return -1.0
    return 0.3 if sign == "…" and after.isalpha() else _SIGNS[sign]


_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\u00ad\u200b\u2060\ufeff]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def squeeze_spaces(text: str) -> str:
    r"""Make every run of white space one space, without any at the ends.

    Characters that nobody sees (control codes, soft hyphens, zero-width spaces) go away, and halves
    of broken characters become U+FFFD, so that the text can be stored and printed anywhere.

    >>> squeeze_spaces(" Jonot\u00a0ovat \n pitkiä ")
    'Jonot ovat pitkiä'
    """
    if text.isprintable():  # then nothing in it is invisible or broken
        return " ".join(text.split())
    text = _LONE_SURROGATE.sub("\ufffd", _INVISIBLE.sub("", text))
    return " ".join(text.split())


# Two equal vowels on both sides of a hyphen are never one syllable apart: linja-auto keeps its own.
_OWN_HYPHEN = re.compile(r"(?<=([aeiouyåäö]))-[ \t]*\n[ \t]*(?=\1)")
# Before a conjunction the hyphen stands for a word left out: koti- ja ulkomaat.
_LINE_HYPHEN = re.compile(
    r"(?<=[a-zåäö])-[ \t]*\n[ \t]*(?!(?:ja|tai|sekä|eli|vai|och|eller|samt|and|or)\b)(?=[a-zåäö])"
)


def join_split_words(text: str) -> str:
    r"""Undo hyphenation at the end of a line.

    >>> join_split_words("terveyden-\nhuollon linja-\nauto")
    'terveydenhuollon linja-auto'
    """
    text = _OWN_HYPHEN.sub("-", text.replace("\u00ad", ""))
    return _LINE_HYPHEN.sub("", text)


_BLOCK_TAGS = (
    "address|article|aside|blockquote|br|caption|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|"
    "header|hr|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul"
)
_INLINE_TAGS = (
    "a|abbr|b|big|body|cite|code|del|em|font|head|html|i|iframe|img|input|ins|kbd|label|link|mark|"
    "meta|q|s|small|span|strike|strong|sub|sup|svg|title|tt|u|video|wbr"
)
# Quoted attributes may hold ">". The bound keeps a stray "<p " from being searched for ever.
_ATTRIBUTES = r"""(?:[\s/](?:"[^"]{0,5000}"|'[^']{0,5000}'|[^'"<>]){0,5000})?"""
_HIDDEN = re.compile(
    rf"<!--.*?(?:-->|\Z)|<(script|style){_ATTRIBUTES}>.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE
)
_BLOCK = re.compile(rf"</?(?:{_BLOCK_TAGS}){_ATTRIBUTES}>", re.IGNORECASE)
_INLINE = re.compile(rf"</?(?:{_INLINE_TAGS}){_ATTRIBUTES}>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")


def html_to_text(markup: str) -> str:
    """Return the words of ``markup``; block elements become line breaks.

    Only known elements and complete entities count as HTML, so plain text survives: "a < b",
    "<3", "<nimi>" and "?a=1&copy=2" come back as they were. Scripts, styles and comments go away.

    >>> html_to_text("<p>Bussi ei <b>kulje</b> &amp; taksi</p>").strip()
    'Bussi ei kulje & taksi'
    """
    text = _HIDDEN.sub("", markup)
    text = _INLINE.sub("", _BLOCK.sub("\n", text))
    return _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)


_FORMULA_GUARD = re.compile(r"^\s*'(?=[=+\-@])")


def strip_formula_guard(cell: str) -> str:
    """Remove the apostrophe that keeps a spreadsheet from reading a cell as a formula.

    >>> strip_formula_guard("'- enemmän aikoja")
    '- enemmän aikoja'
    """
    return _FORMULA_GUARD.sub("", cell)


def digest_ids(prefix: str, texts: Iterable[str]) -> list[str]:
    """Return an id for each text: the same words get the same id in every export.

    Capitals, spacing and the way accents are stored do not matter. Repeats get 1, 2, 3 … in the
    order given.

    >>> digest_ids("padlet", ["Jonot", "jonot "])
    ['padlet:72ae196844a3-1', 'padlet:72ae196844a3-2']
    """
    ids = []
    seen: Counter[str] = Counter()
    for text in texts:
        digest = digest_words(text)
        seen[digest] += 1
        ids.append(f"{prefix}:{digest}-{seen[digest]}")
    return ids


def digest_words(text: str) -> str:
    """Return 12 hex digits that are the same for the same words; see ``digest_ids``."""
    words = unicodedata.normalize("NFC", squeeze_spaces(text)).casefold()
    return hashlib.blake2b(words.encode("utf-8"), digest_size=6).hexdigest()


_DIGITS_OR_NOT = re.compile(r"\d+|\D+")


def count_order(text: str) -> list[tuple[int, str]]:
    """Return a key that sorts names with numbers as people count, capitals or not.

    >>> sorted(["Pöytä 10", "pöytä 2", "T1-3"], key=count_order)
    ['pöytä 2', 'Pöytä 10', 'T1-3']
    """
    return [
        (int(part), "") if part.isdecimal() else (-1, part.casefold())
        for part in _DIGITS_OR_NOT.findall(text)
    ]


def slug(text: str) -> str:
    """Return ``text`` as a name for folders and addresses: ``a-z``, ``0-9`` and hyphens.

    >>> slug("Nuorten ilta: äänet kuuluviin!")
    'nuorten-ilta-aanet-kuuluviin'
    """
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")
