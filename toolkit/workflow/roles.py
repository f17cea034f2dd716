"""Who may do what with documents."""

from __future__ import annotations

from toolkit.domain import EventKind, Role
from toolkit.errors import NotAllowed
from toolkit.i18n import N_
from toolkit.store import State

_FOR_APPROVERS = {EventKind.DOCUMENT_SIGNED, EventKind.ROLE_GIVEN}
_FOR_PREPARERS = {
    EventKind.PARAGRAPH_DECIDED,
    EventKind.PARAGRAPHS_ACCEPTED,
    EventKind.PARAGRAPH_EDITED,
    EventKind.PARAGRAPH_LOCKED,
    EventKind.COMMENT_HANDLED,
    EventKind.CHANGE_DECIDED,
    EventKind.QUOTE_CHOSEN,
    EventKind.AMENDMENT_ANSWERED,
}


def may_sign(state: State, name: str) -> bool:
    """Say whether a person may sign documents and give roles.

    A role is asked for only once somebody has it: with approvers alone everybody still prepares,
    but for those who have been made commenters.
    """
    mine = state.roles.get(name)
    is_open = Role.APPROVER not in state.roles.values() and mine is not Role.COMMENTER
    return mine is Role.APPROVER or is_open


def may_prepare(state: State, name: str) -> bool:
    """Say whether a person may decide on what documents say; see ``may_sign``."""
    mine = state.roles.get(name)
    is_open = Role.PREPARER not in state.roles.values() and mine is not Role.COMMENTER
    return mine in {Role.PREPARER, Role.APPROVER} or is_open


def check_role(kind: EventKind, actor: str, state: State) -> None:
    """Refuse what takes a role that the person does not have; without roles all may do all.

    Raises
    ------
    NotAllowed
        If the person may not.
    """
    if kind in _FOR_APPROVERS and not may_sign(state, actor):
        msg = N_("Only people with the role of an approver may do this: {names}.")
        raise NotAllowed(msg, names=_with(Role.APPROVER, state))
    if kind in _FOR_PREPARERS and not may_prepare(state, actor):
        msg = N_("Only people who prepare or approve the document may do this: {names}.")
        names = [_with(role, state) for role in (Role.PREPARER, Role.APPROVER)]
        raise NotAllowed(msg, names=", ".join(dict.fromkeys(names)))


def _with(role: Role, state: State) -> str:
    return ", ".join(name for name, own in state.roles.items() if own is role) or "–"
