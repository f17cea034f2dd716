"""What the page says of a person: the name as the log holds it, and what they may do."""

from __future__ import annotations

from typing import Any

from toolkit.domain import Role
from toolkit.i18n import N_, _
from toolkit.store import State

LONGEST_NAME = 80
ROLE_WORDS = {
    Role.COMMENTER: N_("Your role: commenter"),
    Role.PREPARER: N_("Your role: preparer"),
    Role.APPROVER: N_("Your role: approver"),
}


def clean_name(text: object) -> str:
    """Return a name as the log holds it: one space between words, not too long.

    >>> clean_name("  Maija   Meikäläinen ")
    'Maija Meikäläinen'
    """
    return " ".join(str(text or "").split())[:LONGEST_NAME]


def roles_in_words(state: State) -> dict[str, Any]:
    """Return what each person who has a role may do, and what everybody else may.

    Returns
    -------
    dict
        ``named`` (name → words) and ``others`` (words for any other name).
    """
    named = {name: _(ROLE_WORDS[role]) for name, role in state.roles.items()}
    given = set(state.roles.values())
    match Role.PREPARER in given, Role.APPROVER in given:
        case True, True:
            others = _("You have no role here: you may comment.")
        case False, True:
            others = _("You have no role here: you may prepare and comment, not sign.")
        case True, False:
            others = _("You have no role here: you may comment and sign, not prepare.")
        case _:
            others = _("You may do everything here: nobody has been given a role for it.")
    return {"named": named, "others": others}
