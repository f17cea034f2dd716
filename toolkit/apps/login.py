"""Who is at the page when the organisation's login says so."""

from __future__ import annotations

import os

USER = "OSALLISUUS_USER"
"""Environment variable with the name of the one person that this server serves."""

HEADER = "OSALLISUUS_USER_HEADER"
"""Environment variable with the name of the header in which a proxy tells who has logged in."""


def wait_for_visitor() -> None:
    """Wait, in a kernel that was started ahead, for the visitor it will serve.

    Without a login nobody needs to be known, and this returns at once.
    """
    if os.environ.get(HEADER):
        from voila.utils import wait_for_request

        wait_for_request()


def login_name() -> str:
    """Return the name that the login gives; empty without a login, when people write their own.

    A proxy sends the name as UTF-8, which the server reads one byte at a time.
    """
    header = os.environ.get(HEADER, "")
    if not header:
        return os.environ.get(USER, "").strip()
    name = os.environ.get("HTTP_" + header.upper().replace("-", "_"), "")
    return utf8(name).strip()


def utf8(value: str) -> str:
    """Return the words of a header that was sent as UTF-8; others stay as they are.

    >>> utf8("MÃ¤ki")
    'Mäki'
    >>> utf8("Mäki")
    'Mäki'
    """
    try:
        return value.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return value
