"""Messages in the reader's language: gettext, Finnish first, then Swedish and English."""

from __future__ import annotations

import gettext as _gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources import files

LANGUAGES = ("fi", "sv", "en")

_current: ContextVar[str] = ContextVar("language", default="fi")


@cache
def _catalogue(language: str) -> _gettext.NullTranslations:
    if language == "en":  # message ids are the English sentences
        return _gettext.NullTranslations()
    path = files("toolkit") / "resources" / "locale" / language / "LC_MESSAGES" / "toolkit.mo"
    with path.open("rb") as file:
        return _gettext.GNUTranslations(file)


def set_language(language: str) -> None:
    """Choose the language of messages from here on, in this thread or task.

    Raises
    ------
    ValueError
        If ``language`` is not one of ``LANGUAGES``.
    """
    if language not in LANGUAGES:
        msg = f"no messages in {language!r}; choose from {', '.join(LANGUAGES)}"
        raise ValueError(msg)
    _current.set(language)


def current_language() -> str:
    """Return the language messages are in: ``fi``, ``sv`` or ``en``."""
    return _current.get()


@contextmanager
def in_language(language: str) -> Iterator[None]:
    """Give messages in another language for a while, as ``set_language`` does for good."""
    before = current_language()
    set_language(language)
    try:
        yield
    finally:
        set_language(before)


def _(message: str) -> str:
    """Return ``message`` (an English sentence) in the current language."""
    return _catalogue(_current.get()).gettext(message)


def in_every_language(message: str) -> tuple[str, ...]:
    """Return ``message`` in each language of the screens: for recognising what was said earlier."""
    return tuple(_catalogue(language).gettext(message) for language in LANGUAGES)


def ngettext(one: str, many: str, n: int) -> str:
    """Return the form of a sentence that fits the count ``n``."""
    return _catalogue(_current.get()).ngettext(one, many, n)


def N_(message: str) -> str:  # noqa: N802 - the name gettext tools look for
    """Mark ``message`` for translation and return it as it is."""
    return message


def digits(number: int) -> str:
    r"""Return a number with its thousands apart by a space that does not break.

    >>> digits(12345)
    '12\xa0345'
    """
    return f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")


def decimal(number: float) -> str:
    """Return a number with two decimals, after a comma except in English.

    >>> decimal(0.564)
    '0,56'
    """
    text = f"{number:.2f}"
    return text if current_language() == "en" else text.replace(".", ",")
