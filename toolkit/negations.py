"""Words that deny, in Finnish, Swedish and English: one list for everything that must not miss one.

``DENIALS`` deny a clause ("emme halua"), ``WITHOUT`` a thing ("ilman jonoa"). Both are pieces of a
regular expression, to be read without regard to case and with ``re.VERBOSE``.
"""

from __future__ import annotations

import re

__all__ = ["DENIALS", "WITHOUT", "is_negation"]

DENIALS = r"""
    (?:ett|ell|joll|jott|mutt|vaikk|kosk|siks|mi(?:k?s|ksik)|kunn)?
        (?:en|et|ei|emme|ette|eivät|eivat)(?:hän|pä|kään)?
    | (?:en|et|ei|emme|ette|eivät|eivat)k[aä]
    | älä(?:pä|hän)? | älkää(?:pä|hän)? | älköö[nt] | äläkä | älkääkä | tuskin
    | inte | ingen | inget | inga | ingenting | ingenstans | aldrig | icke | ej | varken | knappast
    | not | never | no | nobody | none | nothing | nowhere | neither | nor | cannot | hardly
    | \w+n['’]t
"""
WITHOUT = r"ilman | vailla | utan | without"

# "eikö voisi" asks for something as much as it denies; but no quote may lose it.
_QUESTION = r"(?:en|et|ei|emme|ette|eivät|eivat)kö(?:hän|s)?"
# "odottamatta", "poikkeuksetta", "ongelmitta": abessives with an ending that no partitive has.
# "mitta", "vuotta", "perhettä" and "osallisuutta" end alike and deny nothing.
_ABESSIVE = r"""
    \w{2,}(?:matta|mättä) | \w{2,}ks(?:etta|että|itta|ittä) | \w{2,}(?:eetta|eettä|uudetta|yydettä)
    | (?!\w*(?:mitta|viittä))\w{3,}(?:itta|ittä)
    | (?:raha|luva|vaiva|ongelmi|turva|apu|ruua|ruoka|maksu|jono|syy|tau[ko]*|huole|kulu|avu|tuk|tue
        |lääkkee|pala|työ|perustee|loma|tieto|suostumukse)(?:tta|ttä)
"""
_NEGATION = re.compile(
    rf"(?:{DENIALS} | {WITHOUT} | {_QUESTION} | {_ABESSIVE})", re.IGNORECASE | re.VERBOSE
)


def is_negation(word: str) -> bool:
    """Tell whether a word denies.

    >>> [word for word in "emme pääse jonottamatta, inte utan dig".split() if is_negation(word)]
    ['emme', 'inte', 'utan']
    >>> is_negation("ongelmitta"), is_negation("osallisuutta")
    (True, False)
    """
    return _NEGATION.fullmatch(word) is not None
