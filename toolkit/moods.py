"""Which notes ask for something to be done, by the form of their verbs."""

from __future__ import annotations

import re

from toolkit.negations import DENIALS

# A negation reaches to the end of its clause: "ei ole aikaa, ja hoitajia pitäisi olla lisää".
_CLAUSE = re.compile(r"[.!?;:,\n–—]+|\s(?:ja|mutta|och|men|and|but)\s", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?:\n–—]+|,\s+(?:ja|mutta|joten)\s", re.IGNORECASE)

_NEGATION = re.compile(rf"\b(?:{DENIALS})\b", re.IGNORECASE | re.VERBOSE)
_NEGATED_AFTER = re.compile(r"\s+(?:\w+\s+)?(?:inte|aldrig|not|never)\b", re.IGNORECASE)

# Verbs of need, possibility, wish and proposing; a negation before them turns them round.
_VERB = re.compile(
    r"""\b(?:
        (?:pitä|täyty)is(?:i?(?:kö|n|t|mme|tte|vät|hän)?) | pitäs | täytys
      | (?:tul|vo|sa|kannatta|tarvits|kuulu)is(?:i?(?:ko|kö|n|t|mme|tte|vat|vät|han|hän)?)
      | tarttis | tarttee | tarvis | kantsis
      | olisi?\s+(?:\w+\s+)?(?:hyvä|tärkeä|tarpeen|syytä|parempi|kiva|ihana)\w* | on\s+syytä
      | ehdot(?:an|amme|us|uksena) | esit(?:än|ämme)
      | toivo(?:n|mme|isin|isimme|is|taan|ttaisiin|ttavasti|mus)
      | halua(?:n|mme|isin|isimme|is)
      | tarvitaan | tarvittaisiin | tarvitsemme | kaivataan | kaivattaisiin | kaipaamme
      | täytyy
      | borde | bör | måste | ska(?:ll)?\s+få | föreslår | förslag | önskar | behövs | behöver\s+vi
      | skulle\s+(?:kunna|vilja|behöva|vara\s+bra) | vill\s+(?:ha|få)
      | should | must | needs?\s+to | ought\s+to | could\s+(?:be|we|you|the) | propose
      | suggest(?:ion)? | would\s+like | (?:we|i)\s+wish
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)

# pitää and tulee ask for something only with an infinitive: "pitää säilyttää", but neither "pitää
# huolta" nor "pitää kahvista". Next to tulee a partitive plural is no infinitive: "tulee jonoja".
_INFINITIVE = r"\w+(?:d[aä]|ll[aä]|nn[aä]|rr[aä]|(?<!s)t[aä]|aa|ää|ea|eä|oa|ua|yä|öä{})"
_FIRM = r"(?:päästä|nousta|pestä|julkaista|ratkaista)"
_NEED = re.compile(
    rf"""\bpitää\s+(?:\w+\s+)?
      (?!(?:huolta|yhteyttä|kirjaa|puhetta|lupaa|taukoa|meteliä|yllä|siitä|tästä)\b)
      (?:{_FIRM}|{_INFINITIVE.format("|ia|iä")})\b
    | \b\w+n\s+tulee\s+(?!siitä|tästä)(?:{_FIRM}|{_INFINITIVE.format("")})\b""",
    re.IGNORECASE | re.VERBOSE,
)
_AS_IT_IS = re.compile(r"\b(?:kun|nyt|miksi|jos)\b", re.IGNORECASE)

# "järjestettäisiin", "voitaisiin", "tehtäisiin", but neither "päivittäisiin" nor "viikoittaisiin".
_PASSIVE = re.compile(
    r"""\b(?!\w*[oöe]itt[aä]is)
      (?!(?:päivi|kuukausi|vuosi|tunni|yksi|osi|kunni|vähi|kerroksi|ryhmi|kohdi|luoki|tapauksi)tt)
      (?!\w+(?:kokoi|mi)ttaisiin)
      (?:\w+tt|\w*[lsh]t|(?:men|pan)t|\w*[aeiouyäö]t)[aä]isiin(?:ko|kö)?\b
      | \b(?:voit|saat|teht|olt|\w+ett)[aä]is\b""",
    re.IGNORECASE | re.VERBOSE,
)

# At the start of a sentence: "Maksakaa …", "Lisää valoja", "Let us choose".
_OPENING = re.compile(
    r"""(?!\w*(?:aikaa|ruokaa|palkkaa|matkaa|paikkaa|luokkaa|poikaa|jalkaa|tukkaa|taakkaa|porukkaa|reikää)\b)
      (?: \w{2,}k(?:aa|ää)\b
        | (?:lisää|enemmän|mera|mer|fler|more)\s
        | (?:fråga|ge|låt|ordna|satsa|lyssna|sluta)\s
        | (?:let|give|add|provide|please|stop)\s )""",
    re.IGNORECASE | re.VERBOSE,
)
_AWAY = re.compile(r"\bpois\s*!", re.IGNORECASE)


def find_request(text: str) -> str:
    """Return the words by which a note asks for something, in Finnish, Swedish or English.

    Goes by the form of a few verbs; empty when none asks. What a clause denies ("en haluaisi")
    asks for nothing.

    >>> find_request("Ajanvarauksen pitäisi toimia iltaisin.")
    'pitäisi'
    >>> find_request("Ajanvaraus ei toimi iltaisin.")
    ''
    """
    if away := _AWAY.search(text):
        return away.group().strip()
    for part in _SENTENCE.split(text):
        if opening := _OPENING.match(part.lstrip()):
            return opening.group().strip()
    return next(filter(None, map(_asked_in, _CLAUSE.split(text))), "")


def looks_like_proposal(text: str) -> bool:
    """Tell whether a note seems to ask for something to be done: a suggestion for people to check.

    >>> looks_like_proposal("Ajanvaraus ei toimi iltaisin.")
    False
    """
    return bool(find_request(text))


def _asked_in(clause: str) -> str:
    for pattern in (_VERB, _NEED, _PASSIVE):
        for match in pattern.finditer(clause):
            before = clause[: match.start()]
            if _NEGATION.search(before) or _NEGATED_AFTER.match(clause, match.end()):
                continue
            if pattern is not _NEED or not _AS_IT_IS.search(before):
                return match.group()
    return ""
