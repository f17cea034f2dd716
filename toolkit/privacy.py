"""Personal data that patterns tell: for certain (telephones), or perhaps (addresses)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["Span", "find_personal_data", "find_possible_personal_data"]


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start`` to ``end`` of a text that tell who somebody is.

    Attributes
    ----------
    kind
        ``"identity_code"``, ``"bank_account"``, ``"email"`` or ``"phone"``; ``"address"``,
        ``"plate"`` and ``"role"`` are never certain.
    certain
        Whether the pattern alone is enough; False asks a person to look.
    """

    start: int
    end: int
    kind: str
    certain: bool = True


# Signs of the centuries in law (1800s +, 1900s - U–Y, 2000s A–F), and the dashes and the space
# that people and word processors put in place of the hyphen.
_CENTURIES = {"+": 1800, **dict.fromkeys("-\u2010\u2011\u2012\u2013\u2014\u2212 UVWXY", 1900)}
_CENTURIES |= dict.fromkeys("ABCDEF", 2000)
_CHECK_LETTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_IDENTITY_CODE = re.compile(
    r"(?<![\w-])(\d{2})(\d{2})(\d{2})([-+\u2010-\u2014\u2212 A-FU-Y])(\d{3})([0-9A-Y])(?!\w)",
    re.IGNORECASE,
)
_FINNISH_ACCOUNT = re.compile(r"(?<!\w)FI\d{2}(?:[ \u00a0]?\d){14}(?!\w)", re.IGNORECASE)
_ACCOUNT = re.compile(
    r"(?<!\w)[A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z0-9]{4}){2,7}(?:[ \u00a0]?[A-Z0-9]{1,3})?(?!\w)"
)
# Written so that robots do not see it: jussi(a)esimerkki.fi, jussi ät esimerkki piste fi.
_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}(?:"
    r"(?:@\n?|\s?[(\[{]\s?(?:a|at|ät|@)\s?[)\]}]\s?|\sät\s)(?:[\w-]{1,63}\.){1,5}"
    r"|(?:@|\s?[(\[{]\s?(?:a|at|ät|@)\s?[)\]}]\s?|\s(?:at|ät)\s)"
    r"(?:[\w-]{1,63}\s?[(\[]?(?<!\w)(?:piste|dot|punkt)(?!\w)[)\]]?\s?){1,5}"
    r")[^\W\d_]{2,24}",
    re.IGNORECASE,
)
_DASH = r"\-\u2010-\u2013/."
_GAP = r"[\s\-\u2010-\u2013/]{0,2}"
_MOBILE_GAP = rf"(?:\s?[{_DASH}]\s?|\s{{0,2}})"
# Mobile and area codes only: 0800, 0600, 010, 020, 029 … are switchboards, not persons.
_PHONE = re.compile(
    rf"(?<![\w+./-])(?:"
    rf"(?:\+|00)358{_GAP}(?:\(0\){_GAP})?[1-9](?:{_GAP}\d){{5,10}}"
    rf"|\+(?!358)[1-9](?:{_GAP}(?:\(0\))?\d){{8,13}}"
    rf"|\(?0(?:4\d|50)\)?(?:{_MOBILE_GAP}\d){{5,8}}"
    rf"|\(0(?:[235689]|1[3-9])\){_GAP}\d(?:{_GAP}\d){{4,7}}"
    rf"|0(?:[235689]|1[3-9])[\s\-\u2010-\u2013]\d{{3,4}}[\s\-\u2010-\u2013]?\d{{3,4}}"
    rf")(?!\d)"
)


# Every pattern needs six digits near one another, or an @ in some form; most notes have neither.
_WORTH_A_LOOK = re.compile(r"(?:\d\D{0,4}){6}|[@(\[{]|\s[äa]t\s", re.IGNORECASE)


def find_personal_data(text: str) -> list[Span]:
    """Find what is certainly personal data; names and places need a language model and a person.

    Returns
    -------
    list of Span
        In the order of the text, not overlapping, all ``certain``.
    """
    if not _WORTH_A_LOOK.search(text):
        return []
    found: list[Span] = []
    for kind, pattern, holds in _PATTERNS:
        for match in pattern.finditer(text):
            free = all(match.end() <= span.start or span.end <= match.start() for span in found)
            if free and holds(match):
                found.append(Span(match.start(), match.end(), kind))
    return sorted(found, key=lambda span: span.start)


_STREET = (
    r"(?:kat[uo]|kadu|tie|tei|kuja|kujie|polk?u|rait[ti]i|väylä|ran[tn]a|rin[tn]e|kaar[ie]|aukio"
    r"|tori|mä[ek]i?|penger|penkere|piha|puisto|harju|kulma|portti|bulevardi|esplanadi|gata|väg"
    r"|stig|gränd|torg|backe|esplanad)"
)
# The number, as in 3, 17–19, 55:ssä, 4 B 7, and where the post goes.
_HOUSE = (
    r"\s\d{1,3}(?!\d)(?:\s?[-–]\s?\d{1,3}(?!\d))?(?::[a-zåäö]{1,5})?"
    r"(?:\s?[A-Za-z](?!\w)(?:\s?\d{1,3}(?![\d.,]\d|\d))?(?::[a-zåäö]{1,5})?)?"
    r"(?:\s(?:as|lgh)\.?\s?\d{1,3})?(?:,?\s\d{5}\s[A-ZÅÄÖ][\w-]{1,30})?"
)
# Streets in their Finnish and Swedish forms, inflected: Suvikujalle 3, Saarijärventie 55:ssä.
_ADDRESS = re.compile(rf"(?<!\w)(?!Sektori)[A-ZÅÄÖ][\w-]{{1,40}}?{_STREET}\w{{0,5}}{_HOUSE}")
# In small letters there are roads, too, and things that one counts: valtatie 6, polku 2 km.
_SMALL_ADDRESS = re.compile(
    r"(?<![\w-])(?!valta|moottori|rauta|kanta|seutu|yhdys|pyörä|kehä|maan|ohitus|pää|sivu|kävely)"
    rf"[a-zåäö-]{{3,40}}?(?:katu|kadu|tie|kuja|polk?u|raitt?i)\w{{0,4}}{_HOUSE}"
    r"(?!\s?(?:vuo|kpl|km|m\b|metri|kilometri|euro|kerta|kertaa|henki|päiv|kuukau|viik|%|€))"
)
# Of a car, not of a form or a law; in small letters only whole ones.
_PLATE = re.compile(
    r"(?<![\w-])(?:"
    r"(?!(?:HUS|DVV|THL|VTT|EU|VT|KT|ST|MT|YT|TV|CD|ISO|SFS|EN|PDF|UKK|ICD|OPS|RAY|STM|TEM|OKM|NRO"
    r"|VM|YK|ATK|USB|LTE|RTF|DIN|ATEX|HPV|SAR|BMW|LVI|SK|SV|FI)-)[A-ZÅÄÖ]{2,3}-\d{1,3}"
    r"|(?!kpl|nro|klo|sek|min|max|alv|eur)[a-zåäö]{3}-\d{3}"
    r"|(?:C|D|CD)-\d{3,5}"
    r")(?![\w-]*\d)"
)
_CAR_PLATE = re.compile(
    r"(?<!\w)(?i:auto\w{0,6}|paku\w{0,4}|mopo\w{0,4}|mopoauto\w{0,4}|taksi\w{0,4}|mönkijä\w{0,4}"
    r"|rekisteri\w{0,12}|rek\.?\s?(?:nro|tunnus)?|bil\w{0,4}|skåpbil\w{0,2}|moped\w{0,2}"
    r"|registernummer\w{0,2})\s(?:on\s|är\s|nro\s)?(?P<plate>(?i:[A-ZÅÄÖ]{3}|[A-ZÅÄÖ]{2})\s?\d{1,3})(?!\w|[.,]?\d)"
)
# There is one of these in a place: with the place they tell who it is.
_PLACE_OF = r"[A-ZÅÄÖ][\w-]{1,30}n\s(?:\w{3,20}n\s)?"
_ROLE = re.compile(
    r"(?<!\w)(?:"
    rf"{_PLACE_OF}(?:rehtori|apulaisrehtori|kunnanjohtaja|kaupunginjohtaja|kirkkoherra|kappalai"
    r"|ylilääkäri|johtajaylilääkäri|kunnanlääkäri|kyläpäällikkö|toiminnanjohtaja|puheenjohtaja"
    r"|talon johtaja|päiväkodin johtaja)\w{0,6}"
    rf"|(?:{_PLACE_OF})?[Aa]ino(?:a|an|aa|alla|alle|alta|asta|assa|aksi)\s"
    r"\w{0,25}(?:lääkäri|psykologi|kuraattori|opettaja|hoitaja|ohjaaja|työntekijä|terapeutti"
    r"|rehtori|kätilö|pappi|diakoni|tulkki|kauppias|yrittäjä|poliisi|vanhempi|kuski|kuljettaja"
    r"|isäntä|emäntä|vahtimestari|kanttori|seppä|viljelijä|valmentaja|neuvoja|sihteeri)\w{0,6}"
    r"|(?:[A-ZÅÄÖ][\w-]{1,30}s\s)?(?:enda|ende)\s\w{0,20}"
    r"(?:läkare|psykolog|kurator|lärare|skötare|ledare|terapeut|rektor|barnmorska|präst|diakon"
    r"|tolk|köpman|företagare|polis|chaufför|tränare|rådgivare)\w{0,4}"
    r"|[Rr]ektorn\si\s[A-ZÅÄÖ][\w-]{1,30}(?:s\sskola)?"
    r"|[A-ZÅÄÖ][\w-]{1,30}s\s(?:rektor|kommundirektör|stadsdirektör|kyrkoherde|överläkare)\w{0,4}"
    r")(?!\w)"
)


def find_possible_personal_data(text: str) -> list[Span]:
    """Find what may tell who somebody is, for a person to look at.

    Addresses, plates of cars, and posts that only one person in a place has.

    >>> [(span.kind, span.end) for span in find_possible_personal_data("Asun Suvikujalla 3 b.")]
    [('address', 20)]
    """
    found: list[Span] = []
    for kind, pattern in _POSSIBLE:
        for match in pattern.finditer(text):
            start, end = match.span(1 if pattern.groups else 0)
            if all(end <= span.start or span.end <= start for span in found):
                found.append(Span(start, end, kind, certain=False))
    return sorted(found, key=lambda span: span.start)


_POSSIBLE = (
    ("address", _ADDRESS),
    ("address", _SMALL_ADDRESS),
    ("plate", _CAR_PLATE),
    ("plate", _PLATE),
    ("role", _ROLE),
)


def _is_identity_code(match: re.Match[str]) -> bool:
    """Check the date, the individual number and the check letter (Act 661/2009; DVV)."""
    day, month, year, sign, number, letter = match.groups()
    try:
        dt.date(_CENTURIES[sign.upper()] + int(year), int(month), int(day))
    except ValueError:
        return False
    remainder = int(day + month + year + number) % 31
    return int(number) >= 2 and _CHECK_LETTERS[remainder] == letter.upper()


def _is_account(match: re.Match[str]) -> bool:
    """Check the remainder of an international account number (ISO 13616: 1 modulo 97)."""
    signs = "".join(match[0].split()).upper()
    digits = "".join(str(int(sign, 36)) for sign in signs[4:] + signs[:4])
    return int(digits) % 97 == 1


def _as_it_is(_match: re.Match[str]) -> bool:
    return True


_PATTERNS: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], bool]], ...] = (
    ("identity_code", _IDENTITY_CODE, _is_identity_code),
    ("bank_account", _FINNISH_ACCOUNT, _is_account),
    ("bank_account", _ACCOUNT, _is_account),
    ("email", _EMAIL, _as_it_is),
    ("phone", _PHONE, _as_it_is),
)


def has_personal_data(text: str) -> bool:
    """Tell whether a text certainly holds personal data."""
    return any(span.certain for span in find_personal_data(text))


def mask_personal_data(text: str, *, word: str, only_certain: bool = True) -> str:
    """Put ``word``, such as ``"[henkilötieto poistettu]"``, in place of personal data."""
    parts, end = [], 0
    for span in find_personal_data(text):
        if span.certain or not only_certain:
            parts += [text[end : span.start], word]
            end = span.end
    return "".join([*parts, text[end:]])
