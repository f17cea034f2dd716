"""Which column of a table of notes holds the notes, the question and the group."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.importers.tables import header_key

__all__ = ["NOT_NOTES", "Columns", "find_columns", "is_survey"]

# In order of trust: where a table has both a question and a theme, the question is the prompt.
_PROMPTS = ("kysymys", "fråga", "question", "teema", "tema", "theme", "aihe", "ämne", "topic")
_GROUPS = (
    "ryhmä", "sidosryhmä", "kohderyhmä", "osallistujaryhmä", "grupp", "målgrupp", "group",
    "pöytä", "pöytäryhmä", "bord", "table",
)  # fmt: skip
_TEXTS = frozenset((
    "vastaus", "vastaukset", "kommentti", "kommentit", "huomio", "huomiot", "ehdotus",
    "ehdotukset", "idea", "ideat", "ajatus", "ajatukset", "teksti", "muistiinpano",
    "muistiinpanot", "kirjaus", "kirjaukset", "merkintä", "merkinnät", "näkemys",
    "palaute", "svar", "kommentar", "anteckning", "anteckningar", "förslag", "synpunkt",
    "synpunkter", "idé", "text", "note", "notes", "answer", "answers", "comment",
    "suggestion", "suggestions", "remark", "response",
))  # fmt: skip
# Columns that only survey tools write: such a table holds respondents, not notes.
_SURVEY = frozenset((
    "alkamisaika", "valmistumisaika", "start time", "completion time", "starttid",
    "slutförandetid", "aikaleima", "timestamp", "tidstämpel", "vastauksen id",
    "response id", "vastaajan nro", "lastpage", "viimeinen sivu", "submitdate", "last page",
    "start language", "aloituskieli", "svars-id", "sista sidan", "startspråk",
))  # fmt: skip
NOT_NOTES = frozenset((
    "nimi", "vastaajan nimi", "etunimi", "sukunimi", "sähköposti", "sähköpostiosoite", "puhelin",
    "puhelinnumero", "osoite", "namn", "förnamn", "efternamn", "e-post", "e-postadress", "telefon",
    "telefonnummer", "adress", "name", "first name", "last name", "email", "e-mail", "phone",
    "phone number", "address", "id", "url", "author", "author name", "tekijä", "kirjoittaja",
    "kirjaaja", "kirjuri", "käyttäjä", "lähettäjä", "vastaaja", "ehdottaja", "författare",
    "skribent", "användare", "avsändare", "user", "username", "user name", "sender", "respondent",
    "participant", "voter", "nickname", "nimimerkki", "created by", "luonut", "skapad av",
))  # fmt: skip
"""Headings of who wrote something, and of what a tool wrote: no notes stand below them."""
_NUMBER = re.compile(r" (?:\d+|\([^)]{0,200}\))$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Columns by what they hold; indexes into a row.

    Attributes
    ----------
    prompt, group
        None when the table has no such column.
    texts
        Columns whose heading says that they hold notes.
    others
        Every other column with a heading.
    """

    prompt: int | None
    group: int | None
    texts: tuple[int, ...]
    others: tuple[int, ...]

    @property
    def are_known(self) -> bool:
        """Whether any heading is one of a table of notes."""
        return bool(self.texts) or self.prompt is not None or self.group is not None


def find_columns(header: Sequence[str | None]) -> Columns:
    """Read the headings of a table, Finnish, Swedish or English."""
    keys = [header_key(cell or "") for cell in header]
    prompt = _first(_PROMPTS, keys)
    group = _first(_GROUPS, keys)
    texts = tuple(i for i, key in enumerate(keys) if _NUMBER.sub("", key) in _TEXTS)
    taken = {prompt, group, *texts}
    others = tuple(i for i, key in enumerate(keys) if key and i not in taken)
    return Columns(prompt=prompt, group=group, texts=texts, others=others)


def is_survey(header: Sequence[str]) -> bool:
    """Whether a survey tool wrote the headings."""
    return not _SURVEY.isdisjoint(header_key(cell) for cell in header)


def _first(names: Sequence[str], keys: Sequence[str]) -> int | None:
    return next((keys.index(name) for name in names if name in keys), None)
