"""Words that claim how large a part, and the shares that each of them allows.

The limits are this program's own, in whole per cent; both ends belong to the range.

============  ==========  =======================  ========================  =====================
name          per cent    suomi                    svenska                   English
============  ==========  =======================  ========================  =====================
unanimous     100         yksimielisesti,          enhälligt, samtliga       unanimously,
                          konsensus, kaikki        deltagare, konsensus      all participants
                          osallistujat
nearly all    90–100      lähes kaikki             nästan alla               nearly all
all           100         kaikki, jokainen         alla, samtliga            all, everybody
most          60–100      suurin osa, valtaosa,    de flesta, merparten      most of, the bulk
                          useimmat
every group   51–100      kaikissa ryhmissä        i alla grupper            in every group
                          (kussakin näin paljon)
majority      51–100      enemmistö, yli puolet    majoriteten, över         a majority,
                                                   hälften                   more than half
minority      0–49        vähemmistö, alle puolet  minoriteten, under        a minority,
                                                   hälften                   less than half
half          45–55       puolet, noin puolet      hälften                   half
two thirds    62–71       kaksi kolmasosaa         två tredjedelar           two thirds
three fourths 70–80       kolme neljäsosaa         tre fjärdedelar           three quarters
third         29–38       kolmannes                en tredjedel              a third
quarter       20–30       neljännes                en fjärdedel              a quarter
fifth         15–25       viidennes                en femtedel               a fifth
few           0–15        harva, harvat            ytterst få                very few, few of
none          0           kukaan, yksikään         ingen                     nobody, none
============  ==========  =======================  ========================  =====================
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from toolkit.drafting.claims import hide_quotes

_PEOPLE = (
    r"(?:osallistuj|vastaaj|vastannee|osallistunee|äänestän|äänestäj|asukka|asukk|ihmis|paikalla"
    r"|mukana|pöy|merkin|nuor|ikäihmis|omai|hoitaj|kuntalai)\w*"
)


class _Row(NamedTuple):
    """A row of the table above: what it is called, its range, and the words."""

    name: str
    low: int
    high: int
    words: str


# The first that fits decides: "kaikki osallistujat" before "kaikki".
_ROWS = (
    _Row(
        "every group",
        51,
        100,
        r"(?:kaik|molem)\w+\s+(?:mielipide)?ryhm\w+ | (?:alla|samtliga|båda)\s+(?:åsikts)?grupp\w+"
        r"| (?:all|every|both)\s+(?:the\s+)?(?:opinion\s+)?groups?",
    ),
    _Row(
        "unanimous",
        100,
        100,
        rf"yksimieli\w* | yksissä\s+tuumin | konsensu\w* | yhteisymmärry\w* | kaikki\s+{_PEOPLE}"
        r"| kaikki\s+(?:olivat|kannattivat|halusivat|toivoivat|vastustivat|hyväksyivät)"
        r"| kaikkien\s+mielestä | enhäll\w* | samförstånd\w* | eniga\s+om"
        r"| (?:alla|samtliga)\s+(?:deltagar|svarande|invånar|var\s+överens|var\s+eniga|ville|tyckte"
        r"|önskade)\w* | unanim\w* | consensus\w*"
        r"| (?:all|every)\s+(?:of\s+the\s+|the\s+)?(?:participant|respondent|resident|voter|people"
        r"|those)\w* | (?:everybody|everyone)\s+(?:agreed|wanted|wished|supported|thought)",
    ),
    _Row(
        "nearly all",
        90,
        100,
        r"(?:lähes|melkein|liki|miltei)\s+(?:kaik\w+|jokai\w+)"
        r"| nästan\s+(?:alla|samtliga|varje) | (?:nearly|almost)\s+(?:all|every\w*)",
    ),
    _Row(
        "majority",
        51,
        100,
        r"(?:suur[ie]\w*\s+)?enemmistö\w* | yli\s+puol\w+ | enemmän\s+kuin\s+puol\w+"
        r"| (?:stor\s+)?majoritet\w* | (?:över|mer\s+än|fler\s+än)\s+hälften"
        r"| (?:large\s+|vast\s+)?majority | (?:more\s+than|over)\s+half",
    ),
    _Row(
        "minority",
        0,
        49,
        r"vähemmistö\w* | alle\s+puol\w+ | minoritet\w*"
        r"| (?:under|mindre\s+än|färre\s+än)\s+hälften"
        r"| minority | (?:less\s+than|fewer\s+than|under)\s+half",
    ),
    _Row(
        "two thirds",
        62,
        71,
        r"kaksi\s+kolma\w+ | kahde\w+\s+kolma\w+ | två\s+tredjedelar | two[\s-]thirds",
    ),
    _Row(
        "three fourths",
        70,
        80,
        r"kolme\w*\s+neljä(?:so|nne)\w+ | tre\s+fjärdedelar | three[\s-]quarters",
    ),
    _Row(
        "third",
        29,
        38,
        r"(?:noin\s+)?(?:yksi\s+)?kolma(?:nne|so)\w+ | tredjedel\w* | (?:a|one)[\s-]third"
        r"| joka\s+kolmas | joka\s+kolmanne\w+ | var\s+tredje | every\s+third",
    ),
    _Row(
        "quarter",
        20,
        30,
        r"(?:noin\s+)?neljä(?:nne|so)\w+ | fjärdedel\w* | (?:a|one)[\s-]quarter",
    ),
    _Row("fifth", 15, 25, r"viide(?:nne|so)\w+ | femtedel\w* | (?:a|one)[\s-]fifth"),
    _Row(
        "most",
        60,
        100,
        r"suuri(?:n|mma\w*)\s+os\w+ | valtaos\w+ | pääos(?:a|an|assa|alla) | useimm\w+"
        r"| useimpi\w* | de\s+flesta | merpart\w* | största\s+delen | the\s+bulk"
        r"| most\s+(?:of|participants|people|respondents|voters|residents|notes)\b",
    ),
    _Row(
        "half",
        45,
        55,
        r"joka\s+toinen | varannan? | every\s+other"
        r"| (?:(?:noin|tasan|lähes)\s+)?puolet(?!\s+(?:asia\w*|ja)\b)"
        r"| puole(?:lla|lle|lta)(?=\s+\w+(?:ista|istä|neista|neistä)\b) | hälften"
        r"| (?:about\s+)?half",
    ),
    _Row(
        "few",
        0,
        15,
        r"harv(?:a|at|alla|oilla|ojen) | (?:ytterst|bara|endast|väldigt)\s+få | very\s+few"
        r"| few\s+of | hardly\s+any\w*",
    ),
    _Row(
        "none",
        0,
        0,
        r"kukaan | yksikään | kenenkään | nobody | no\s+one | none\s+of"
        r"| ingen\s+(?:av|deltagare|som|motsatte|ville|var|stödde) | ingen(?=[.,;])",
    ),
    _Row(
        "all",
        100,
        100,
        r"kaikki(?:en|lla|lle|lta|ssa|a)? | jokai(?:nen|se\w+) | alla | samtliga | varje"
        r"| all | every(?:body|one)?",
    ),
)
# "kaikista merkinnöistä 34 prosenttia", "in all": what a share is a part of; "hyvät puolet".
_NO_SHARE = re.compile(
    r"""kaik(?:ista|esta|kiaan|kein)\b | av\s+alla\b | of\s+all\b | (?:in|at|above)\s+all\b
    | (?:hyvät|huonot|molemmat|eri|vahvat|heikot)\s+puolet\b
    | alla\s+tiders\b | all\s+the\s+same\b""",
    re.IGNORECASE | re.VERBOSE,
)
_PATTERN = re.compile(
    "|".join(rf"(?P<k{n}>\b(?:{row.words})(?!\w))" for n, row in enumerate(_ROWS)),
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantifier:
    """A word that claims how large a part.

    Attributes
    ----------
    low, high
        The shares it allows, in per cent.
    is_unanimity
        Whether it says that nobody thought otherwise.
    """

    text: str
    at: int
    low: int
    high: int
    is_unanimity: bool


def find_quantifiers(text: str) -> Iterator[Quantifier]:
    """Yield the words of a text that claim how large a part, those in quotes left out.

    >>> [(q.text, q.low, q.high) for q in find_quantifiers("Lähes kaikki toivoivat iltoja.")]
    [('Lähes kaikki', 90, 100)]
    """
    hidden = _NO_SHARE.sub(lambda match: "·" * len(match[0]), hide_quotes(text))
    for match in _PATTERN.finditer(hidden):
        row = _ROWS[int((match.lastgroup or "k0")[1:])]
        yield Quantifier(
            text=match[0],
            at=match.start(),
            low=row.low,
            high=row.high,
            is_unanimity=row.name == "unanimous",
        )
