"""Personal data out of what a document shows: the words around it stay as they were."""

from __future__ import annotations

from toolkit.privacy import find_personal_data


def has_personal_data(text: str) -> bool:
    """Tell whether a text certainly holds personal data."""
    return any(span.certain for span in find_personal_data(text))


def mask_personal_data(text: str, *, word: str) -> str:
    """Put ``word``, such as ``"[henkilötieto poistettu]"``, in place of certain personal data."""
    parts, end = [], 0
    for span in find_personal_data(text):
        if span.certain:
            parts += [text[end : span.start], word]
            end = span.end
    return "".join([*parts, text[end:]])
