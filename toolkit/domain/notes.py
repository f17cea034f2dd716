"""What people wrote."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One thought somebody wrote down, in their own words. A note is not a person.

    Attributes
    ----------
    id
        Unique within the workshop and the same after a new export: the format's own id or a
        digest of the words with an ordinal for repeats, such as ``"padlet:9f2c01ab34de-1"``.
    text
        The words as written; white space squeezed, markup turned into text, nothing else changed.
    prompt
        The question the note answers; empty when the export has none.
    source_id
        The ``Source`` it came in; empty straight from an importer, which knows no file.
    place
        Where in the file: ``"rivi 14"``, ``"Pöytä 2"``.
    group
        Stakeholder group or table that said it; empty when unknown.
    language
        ``fi``, ``sv``, ``en``, or empty when not detected.
    ref
        The citation label, permanent within the workshop, such as ``"T1-031"``; given at import.
    weight
        Marks of support the export counts for it: likes, votes, stars given. Marks are not people.
    reply_to
        Id of the note it comments on; empty for a note that stands by itself.
    """

    id: str
    text: str
    prompt: str = ""
    source_id: str = ""
    place: str = ""
    group: str = ""
    language: str = ""
    ref: str = ""
    weight: int = 0
    reply_to: str = ""

    def __post_init__(self) -> None:
        if not self.text.strip():
            msg = f"note {self.id} has no text; importers skip empty rows"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Note):
    """A note that people voted on.

    Attributes
    ----------
    moderated
        −1 rejected, 0 not moderated, 1 accepted.
    is_meta
        A background statement about the voters, left out of the mathematics.
    """

    moderated: int = 0
    is_meta: bool = False
