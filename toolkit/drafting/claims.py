"""Numbers in running text, with what they count: digits and numerals, units, "alle" and "yli"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from toolkit.domain import Unit
from toolkit.drafting.clauses import SENTENCE_END
from toolkit.drafting.number_words import SELDOM_COUNT, read_number_word

HIDDEN = "\u241f"  # stands for what is no claim, so that places in the text stay the same

_UNITS: tuple[tuple[Unit, str], ...] = (
    (Unit.PERCENT, r"%|prosent\w*|procent\w*|per|percent\w*"),
    (Unit.RESPONDENT, r"vastaaj\w*|vastannei\w*|svarande\w*|respondents?"),
    (
        Unit.PARTICIPANT,
        (
            r"osallistuj\w*|osallistun\w*|ihmi(?:nen|s|st)\w*|henkilö\w*|henkeä"
            r"|äänestäj\w*|äänestän\w*|arvioij\w*|arvioin\w*|asuk\w*|kuntalai\w*|nuor(?:i|ta|en|ista)"
            r"|deltagar\w*|person|personer\w*|människ\w*|invånar\w*|väljare"
            r"|participants?|people|persons?|voters?|residents?"
        ),
    ),
    (
        Unit.NOTE,
        (
            r"merkin[tn][äaöo]\w*|kirjau\w*|kommen\w*|lapu\w*|lappu\w*|huomio\w*"
            r"|anteckning\w*|kommentar\w*|notes?|comments?"
        ),
    ),
    (Unit.VOTE, r"ään(?:i|tä|en|es|et|iä)\w*|röst(?:er\w*|en)?|votes?"),
    (Unit.STATEMENT, r"väit\w*|påstående\w*|statements?"),
    (Unit.THEME, r"teem\w*|aihe\w*|tema\w*|teman\w*|themes?"),
    (Unit.TABLE, r"pöy[td]\w*|bord(?:en)?|tables?"),
    (
        Unit.OPINION_GROUP,
        r"(?:mielipide)?ryhm\w*|(?:åsikts)?grupp(?:er\w*|en)?|opinion|groups?",
    ),
    (Unit.PROPOSAL, r"ehdotu\w*|förslag\w*|proposals?"),
    (Unit.EVENT, r"tilaisuu\w*|työpaj\w*|tillfäll\w*|events?|workshops?"),
    (Unit.STAKEHOLDER_GROUP, r"sidosryhm\w*|intressentgrupp\w*|stakeholder"),
    (Unit.BODY, r"taho\w*|instans\w*|bod(?:y|ies)"),
    (Unit.SUBMISSION, r"lausun\w*|utlåtande\w*|submissions?"),
    (Unit.SELECTION, r"valin[tn]\w*|val|valen|selections?|choices?"),
    (Unit.AMENDMENT, r"muutosehdotu\w*|ändringsförslag\w*|amendments?"),
)
_UNIT = tuple((unit, re.compile(pattern, re.IGNORECASE)) for unit, pattern in _UNITS)
_ANY_UNIT = "|".join(pattern for _unit, pattern in _UNITS)

_QUOTED = r"[”“„»«\"][^”“„»«\"]+[”“„»«\"]"
_NO_WORDS = re.compile(_QUOTED)
_NO_CLAIM = re.compile(
    rf"""{_QUOTED}
    | \b\w+\s+(?:kolmasosa|kolmanne|neljäsosa|viideso|tredjedel|fjärdedel|third|quarter|fifth)\w*
    | \b\d{{1,2}}\.\d{{1,2}}\.(?:\d{{4}})?
    | \b\d{{1,2}}\.(?=\s?(?-i:[a-zåäö]))(?!\s?(?:{_ANY_UNIT})a\b)
    | \b(?:19|20)\d{{2}}\b(?!(?:\s+\w+)?\s+(?:{_ANY_UNIT})\b)
    | \b(?:klo|kello|kl|at)\.?\s*\d{{1,2}}(?:[.:]\d\d)?(?:\s?[–-]\s?\d{{1,2}}(?:[.:]\d\d)?)?
    | \b\d{{1,2}}:\d\d\b | \b\d+/\d{{4}}\b | \b\d+(?:\s?[–-]\s?\d+)?\s?§ | §\s?\d+
    | (?:\+358|\b0)\d[\d\s-]{{5,}}\d | \b\d{{5}}\s+(?=(?-i:[A-ZÅÄÖ]))
    | \b(?:luvu(?:ssa|sta|un)|sivu\w*|kohda\w+|liit\w+|taulukko|kuvio|huone\w*|tila|pöytä|kerro\w+
        |kapitel|sida\w*|bilaga|rum|bord|våning|chapter|page|annex|room|table|floor)\s\d+\b
        (?!\s+(?:{_ANY_UNIT})\b)
    | \b[A-Za-zÅÄÖåäö]\d+\s?[-\u2010-\u2015]\s?v?\d+\b""",
    re.IGNORECASE | re.VERBOSE,
)
_NUMBER = re.compile(
    r"(?<![\w.,-])\d{1,3}(?:[\u00a0\u202f ,]\d{3})+(?![\d,])|(?<![\w-])\d+(?:[.,]\d+)?"
    r"|[½⅓⅔¼¾]|[^\W\d_]+(?:-[^\W\d_]+)?"
)
_WORD = re.compile(r"%|[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_MODIFIER = re.compile(
    r"eri|(?!(?:ja|sekä|jotka|joka|jolla|vaikka|koska|mutta)\b)\w*[aä]|new|other|nya|andra|olika",
    re.IGNORECASE,
)
_ROUGH = re.compile(
    r"[½⅓⅔¼¾]|tusin\w*|kymmeni\w+|satoj\w+|sadoi\w+|tuhansi\w+|dussin\w*|tiotals|hundratals|tusentals"
    r"|dozens?|hundreds|thousands",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(r"\s+(?:ihmi|henkilö|person)", re.IGNORECASE)
# "Ryhmässä A on 41": what stands in a place is not what is counted there.
_IN_ONE = re.compile(
    r"\w+(?:ss[aä]|ll[aä]|lle|aan|ään|een)|\w*ryhmä|ryhmän|grupp(?:en)?|group|tema|temat|theme|pöytä",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"\w{3,}(?:s|ar|or|er)", re.IGNORECASE)
_LIMITS = (
    ("<", r"alle|vähemmän kuin|under|färre än|mindre än|less than|fewer than|below"),
    (">", r"yli|enemmän kuin|över|fler än|mer än|more than|over|above"),
    ("≤", r"enintään|korkeintaan|högst|at most|up to"),
    ("≥", r"vähintään|ainakin|minst|åtminstone|at least"),
)
_LIMIT = tuple((sign, re.compile(rf"\b(?:{words})\s+$", re.IGNORECASE)) for sign, words in _LIMITS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A number that a text gives.

    Attributes
    ----------
    value
        In plain digits: ``"2156"``, ``"3.5"``.
    unit
        What is counted; None when the text does not say or counts something else.
    noun
        The word that follows when it is no unit: "kuntaa" of "3 kuntaa".
    limit
        ``"<"``, ``">"``, ``"≤"`` or ``"≥"`` for "alle", "yli", "enintään" and "vähintään".
    at, text
        Where it stands, and how it is written.
    """

    value: str
    unit: Unit | None
    noun: str
    limit: str
    at: int
    text: str


@lru_cache(maxsize=2_000)
def hide(text: str) -> str:
    """Put signs for quotes, labels of notes, dates, times, telephones and sections of laws."""
    return _NO_CLAIM.sub(lambda match: HIDDEN * len(match[0]), text)


def hide_quotes(text: str) -> str:
    """Put signs for quotes."""
    return _NO_WORDS.sub(lambda match: HIDDEN * len(match[0]), text)


def read_claims(text: str) -> list[Claim]:
    """Return the numbers of a text in order, in digits or as words.

    >>> [(c.value, c.unit, c.noun) for c in read_claims("13 merkintää, neljä kuntaa 7.10.2026")]
    [('13', <Unit.NOTE: 'note'>, ''), ('4', None, 'kuntaa')]
    """
    hidden = hide(text)
    claims = []
    for match in _NUMBER.finditer(hidden):
        value = _value(match[0])
        if value is None:
            continue
        unit, noun = _counted(hidden, match)
        if SELDOM_COUNT.fullmatch(match[0]) and _is_anybody(hidden, match, unit):
            continue
        before = hidden[: match.start()]
        limit = next((sign for sign, pattern in _LIMIT if pattern.search(before)), "")
        claims.append(
            Claim(value=value, unit=unit, noun=noun, limit=limit, at=match.start(), text=match[0])
        )
    return claims


def sentence_around(text: str, place: int) -> tuple[int, int]:
    """Return where the sentence round a place begins and ends."""
    start, end = 0, len(text)
    for match in SENTENCE_END.finditer(hide(text)):
        if match.end() <= place:
            start = match.end()
        else:
            end = match.end()
            break
    return start, end


def unit_of(word: str) -> Unit | None:
    """Return what a word counts, in any case and number."""
    return next((unit for unit, pattern in _UNIT if pattern.fullmatch(word)), None)


def _value(word: str) -> str | None:
    if _ROUGH.fullmatch(word):
        return word.casefold()
    if not word[0].isdigit():
        value = read_number_word(word)
        return None if value is None else str(value)
    if re.fullmatch(r"\d{1,3}(?:[\s,]\d{3})+", word):
        return re.sub(r"\D", "", word)
    return word.replace(",", ".")


def _counted(text: str, number: re.Match[str]) -> tuple[Unit | None, str]:
    """Return the unit of a number, or the noun that is counted instead."""
    if re.search(r"\bn\s*=\s*$", text[: number.start()]):
        return Unit.VOTE, ""
    after = re.match(r"(?::\w+)?((?:[\s\u00a0]*(?:%|[^\W\d_][\w’'-]*))*)", text[number.end() :])
    words = _WORD.findall(after[1] if after else "")[:3]
    for place, word in enumerate(words):
        if unit := unit_of(word):
            return unit, ""
        if not _MODIFIER.fullmatch(word):
            words = words[: place + 1]
            break
    # "Merkintöjä oli yhteensä 13": the noun stands before.
    before = re.split(rf"[.,;:()\d{HIDDEN}]", text[: number.start()])[-1]
    noun = words[0] if words else ""
    if noun and (_MODIFIER.fullmatch(noun) or _PLURAL.fullmatch(noun)):
        return None, noun
    units = [
        unit
        for word in _WORD.findall(before)[-5:]
        if (unit := unit_of(word)) and not _IN_ONE.fullmatch(word)
    ]
    return (units[-1] if units else None), ""


def _is_anybody(text: str, number: re.Match[str], unit: Unit | None) -> bool:
    # "Yksi ihminen voi kirjoittaa monta merkintää" counts nobody.
    return unit is None or _SOMEBODY.match(text, number.end()) is not None
