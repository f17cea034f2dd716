"""Review: roles, signatures, and what changed between versions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from toolkit import workflow
from toolkit.apps.marked_words import mark_words
from toolkit.apps.reply import Reply
from toolkit.apps.state_review_roles import ReviewRoleState
from toolkit.apps.wording import finnish_date
from toolkit.domain import Role
from toolkit.errors import Conflict, TooEarly, ToolkitError
from toolkit.i18n import N_, _, ngettext
from toolkit.review import BlockChange
from toolkit.store import ROLE_NAMES, State

_CHANGES = {"added": N_("Added"), "removed": N_("Removed"), "changed": N_("Changed")}
MAX_ROLE = 80


class SigningState(ReviewRoleState):
    """Who may do what with a document, who has signed it, and how it has changed."""

    def signing_view(
        self, state: State, draft: dict[str, Any], *, n_changes: int
    ) -> dict[str, Any]:
        """Return the roles, the signatures, and what stands in the way of one more.

        Parameters
        ----------
        draft
            As ``draft_view`` returns it.
        n_changes
            How many changes of returned files nobody has decided on.
        """
        digest, reason = self._ready()
        signed = state.signatures.get(self.type, ())
        changed = workflow.changes_since_signed(self.workshop, type=self.type) if signed else ()
        return {
            "digest": digest,
            "blockers": [] if digest else _blockers(draft) or [{"text": reason, "block_id": ""}],
            "roles": [{"name": n, "role": _(ROLE_NAMES[role])} for n, role in state.roles.items()],
            "choices": [[role.value, _(label)] for role, label in ROLE_NAMES.items()],
            "still_open": _still_open(draft, n_changes),
            "may_sign": workflow.may_sign(state, self.actor),
            "signatures": [
                {
                    "name": one.name,
                    "role": one.role,
                    "when": finnish_date(one.at.astimezone()),
                    "holds": one.sha256 == digest,
                    "digest": one.sha256[:12],
                }
                for one in signed
            ],
            "changed": changes_view(changed),
        }

    def _ready(self) -> tuple[str, str]:
        """Return the digest of the document, or why there is none."""
        try:
            document = workflow.load_document(self.workshop, type=self.type, language=self.language)
        except ToolkitError as error:
            return "", error.for_reader()
        return workflow.document_digest(document), ""

    def give_role(self, *, name: str, role: str) -> Reply:
        """Say what a person may do with documents."""
        self.check_preparer()
        workflow.give_role(self.workshop, name=name[:MAX_ROLE], role=Role(role), actor=self.name)
        return Reply(notice=_("The role is given: {name}").format(name=" ".join(name.split())))

    def sign(self, *, role: str, digest: str, read: bool) -> Reply:
        """Sign the document that the page showed.

        Raises
        ------
        TooEarly
            If the person does not say that they have read it.
        Conflict
            If it is not the same any more.
        """
        self.check_preparer()
        if not read:
            raise TooEarly(N_("Read the document first, then tick that you have read it."))
        present, reason = self._ready()
        if not reason and present != digest:
            msg = N_("The document has changed since this page was opened. Read it again.")
            raise Conflict(msg)
        workflow.sign_document(
            self.workshop,
            type=self.type,
            language=self.language,
            role=role[:MAX_ROLE],
            actor=self.name,
        )
        return Reply(notice=_("You have signed the document."))

    def versions_view(self) -> dict[str, Any]:
        """Return the versions of the draft, and what changed between the two that are chosen."""
        listed = workflow.load_versions(self.workshop, type=self.type, language=self.language)
        first, last = _two(self.compared, len(listed))
        changes = workflow.compare_versions(
            self.workshop, type=self.type, first=first, last=last, language=self.language
        )
        return {
            "versions": [
                {
                    "number": one.number,
                    "when": f"{finnish_date(at := one.composed_at.astimezone())} {at:%H.%M}",
                    "sent": one.sent,
                }
                for one in listed
            ],
            "first": first,
            "last": last,
            "changes": changes_view(changes),
        }


def _still_open(draft: dict[str, Any], n_changes: int) -> list[str]:
    """Say what nobody has answered, though it stands in nobody's way."""
    comments = [one for block in draft["blocks"] for one in block["comments"]]
    n_comments = sum(not one["handled_by"] for one in comments)
    told = (
        (
            n_changes,
            ngettext(
                "{n} change of a returned file waits for a decision.",
                "{n} changes of returned files wait for a decision.",
                n_changes,
            ),
        ),
        (n_comments, ngettext("{n} comment is open.", "{n} comments are open.", n_comments)),
    )
    return [words.format(n=n) for n, words in told if n]


def changes_view(changes: Iterable[BlockChange]) -> list[dict[str, Any]]:
    """Return changes between versions in words, the difference marked."""
    return [
        {
            "change": _(_CHANGES[one.change]),
            "heading": one.heading,
            "marked": mark_words(one.before, one.after),
        }
        for one in changes
    ]


def _two(asked: str, n: int) -> tuple[int, int]:
    """Return the numbers of two versions, by default of the last two."""
    numbers = [int(part) for part in asked.split("-") if part.isdecimal()]
    if len(numbers) != 2 or not all(1 <= number <= n for number in numbers):
        return max(1, n - 1), n
    return min(numbers), max(numbers)


def _blockers(draft: dict[str, Any]) -> list[dict[str, str]]:
    """Return what stands in the way of signing, each with the paragraph to go to."""
    blocks = draft["blocks"]
    waiting = [block for block in blocks if block["needs_decision"] and not block["decision"]]
    found = [
        {"text": gate["message"], "block_id": block["id"]}
        for block in blocks
        for gate in block["gates"]
        if gate["level"] == "error"
    ]
    found += [
        {"text": gate["message"], "block_id": ""}
        for gate in draft["loose_gates"]
        if gate["level"] == "error"
    ]
    if waiting:
        found.append({"text": draft["waiting_text"], "block_id": waiting[0]["id"]})
    return found
