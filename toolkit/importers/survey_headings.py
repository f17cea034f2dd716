"""Headings of surveys in Finnish, Swedish and English: what the tool wrote, what people asked."""

from __future__ import annotations

import re

from toolkit.importers.tables import header_key
from toolkit.text import squeeze_spaces

__all__ = [
    "asks_for_choice",
    "asks_openly",
    "asks_who",
    "is_personal",
    "question_of",
    "split_option",
]

_DETAIL = (
    r"(?:(?:koko ?)?nimi|nimesi|etu-|etunimi|sukunimi|sähköposti(?:si|osoit\w+)?"
    r"|puhelin(?:numero\w*)?|(?:koti|posti)?osoite|osoitteesi|yhteystie\w+|henkilötunnu\w+|hetu"
    r"|syntymäaika\w*|namn|förnamn|efternamn|e-post(?:adress)?|telefon(?:nummer)?|(?:hem)?adress"
    r"|kontaktuppgifter|personbeteckning|personnummer|födelse(?:tid|datum)"
    r"|(?:first |last |full )?name|e-?mail(?: address)?|phone(?: number)?|address"
    r"|contact details|date of birth|ip ?addr|ip address|ip-osoite|token|access code)"
)
_WHOSE = r"(?:(?:[\wäö-]+n|oma|mikä on|mitkä ovat|ditt?|vad är|what is|your|my) ){0,3}"
_PERSONAL = re.compile(
    rf"{_WHOSE}{_DETAIL}(?:(?: ja |, | tai |/| och | eller | and | or ){_DETAIL}){{0,3}}"
)
_WHO = re.compile(
    r"(?:mikä on |vad är (?:din |ditt )?|what is (?:your )?)?(?:"
    r"ikä|ikäsi|iät|ikäryhmä\w*|ikäluok\w+|minkä ikäinen\b.*|kuinka vanha\b.*|syntymävuo\w+"
    r"|(?:koti|asuin|vakituinen )?kunta(?:si)?|(?:koti|asuin)?paikkakunta(?:si)?|kaupunki|kylä"
    r"|alue(?:esi)?|asuinalue(?:esi)?|postinumero(?:si)?"
    r"|(?:missä|minkä) (?:kunna|kaupungi|alue|maakunna)\w+ (?:asut|olet|alueella asut)\b.*"
    r"|missä asut|asuinpaikka(?:si)?"
    r"|rooli(?:si)?|missä roolissa\b.*|sukupuoli|sukupuolesi|äidinkieli|äidinkielesi|kieli"
    r"|(?:tausta|vastaaja|kohde|sidos|osallistuja)ryhmä\w*|mihin \w*ryhmään kuulut\b.*"
    r"|(?:vastaan|vastaatko|vastaat)(?: kyselyyn)?|olen|oletko|edustan|edustatko|ketä edustat\b.*"
    r"|ammatti(?:si)?|koulutus|koulutuksesi|työtilanne|elämäntilanne|elämäntilanteesi"
    r"|organisaatio(?:si)?|työnantaja(?:si)?"
    r"|ålder|din ålder|åldersgrupp|hur gammal\b.*|(?:hem|bostads)?kommun|din (?:hem)?kommun"
    r"|bostadsort|område|postnummer|roll|din roll|kön|modersmål|språk|målgrupp|intressentgrupp"
    r"|i vilken (?:kommun|roll|stad|region)\b.*|jag svarar|svarar du|jag är|är du|yrke"
    r"|utbildning|organisation"
    r"|age|your age|age group|how old\b.*|municipality|home municipality|your municipality|city"
    r"|town|area|postal code|postcode|role|your role|gender|language|mother tongue|target group"
    r"|stakeholder group|(?:which|what) municipality\b.*|where do you live\b.*|are you|i am"
    r"|occupation|profession|education)",
    re.IGNORECASE,
)
_OPENLY = re.compile(
    r"(?:mit[äe]|mikä|mitkä|mihin|miksi|miten|millai\w+|minkälai\w+|kerro|kuvaile|kuvaa|perustele"
    r"|tarkenna|vapaa|muu|muuta|terveiset|palaute|kommentti|kommentit|ehdotu\w+|toivee\w+|idea\w*"
    r"|vad|varför|hur|berätta|beskriv|motivera|övrig\w*|kommentar\w*|förslag|önskemål|synpunkt\w*"
    r"|what|why|how|tell|describe|explain|other|comment\w*|suggestion\w*|anything|feedback"
    r")\b.*",
    re.IGNORECASE,
)
_CHOICE = re.compile(
    r".*\b(?:valitse|rastita|mikä seuraavista|mitkä seuraavista|asteikolla|arvioi|arvosana"
    r"|kuinka (?:usein|tyytyväinen|tärkeä\w*|todennäköise\w+|hyvin|paljon|moni)|pidätkö|oletko"
    r"|välj|kryssa|vilke[nt] av följande|vilka av följande|på en skala|hur (?:ofta|nöjd|viktig\w*"
    r"|sannolikt|väl)|select|choose|tick|which of the following|on a scale"
    r"|how (?:often|satisfied|important|likely|well))\b.*",
    re.IGNORECASE | re.DOTALL,
)
# What a survey tool writes before a question: its code, as in "Q3. Miten?" or "K2[SQ001]. Miten?".
_CODE = re.compile(r"^(?=\w*\d)[A-Za-z]\w{0,19}(?:\[\w{1,20}\])*\.\s+(?=\S)")
_BRACKETS = re.compile(r"\([^()]*\)")
_OPTION = re.compile(r"(.*\S)\s*\[([^\[\]]+)\]", re.DOTALL)


def question_of(heading: str) -> str:
    r"""Return the question of a heading, without the code some tools write before it.

    >>> question_of("Q3. Miten\u00a0haluaisit\n osallistua? ")
    'Miten haluaisit osallistua?'
    """
    return _CODE.sub("", squeeze_spaces(heading))


def split_option(question: str) -> tuple[str, str]:
    """Return a question and the answer in brackets that a column of its own is about.

    >>> split_option("Mitä palveluja käytät? [Neuvola]")
    ('Mitä palveluja käytät?', 'Neuvola')
    >>> split_option("Mitä palveluja käytät?")
    ('Mitä palveluja käytät?', '')
    """
    found = _OPTION.fullmatch(question)
    return (found[1], found[2].strip()) if found else (question, "")


def is_personal(question: str) -> bool:
    """Whether a column holds names or contact details, which are never read.

    >>> [is_personal(words) for words in ("Sähköpostiosoite", "Mikä osoite sopii tilalle?")]
    [True, False]
    """
    return bool(_PERSONAL.fullmatch(_label(question)))


def asks_who(question: str) -> bool:
    """Whether a question is about who the respondent is.

    >>> [asks_who(words) for words in ("Kotikuntasi?", "Vastaan", "Mitä kotikuntasi tarvitsee?")]
    [True, True, False]
    """
    return bool(_WHO.fullmatch(_label(question)))


def _label(question: str) -> str:
    """Return a heading without what stands in brackets and without its last signs."""
    return squeeze_spaces(_BRACKETS.sub(" ", header_key(question))).rstrip("?.…: ")


def asks_openly(question: str) -> bool:
    """Whether a question is one that people answer in their own words."""
    return bool(_OPENLY.fullmatch(header_key(question))) and not asks_for_choice(question)


def asks_for_choice(question: str) -> bool:
    """Whether a question asks to choose."""
    return bool(_CHOICE.fullmatch(header_key(question)))
