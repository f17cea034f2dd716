"""The import check of a Polis export: what was tested, and what of it does not add up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from toolkit.domain import Check, Statement, Warn
from toolkit.i18n import _, ngettext
from toolkit.importers.polis_files import PolisFiles
from toolkit.importers.polis_groups import ExportGroups
from toolkit.importers.polis_sign import Sign
from toolkit.importers.polis_votes import Cast

__all__ = ["check_export", "to_warnings"]

# Nothing is wrong with these, but the reader of a receipt should see them.
_WORTH_TELLING = frozenset(
    {"repeated_votes", "files_not_read", "vote_sign_given", "vote_sign_untested", "xid"}
)
# A matrix holds each vote once, comments.csv counts changed ones too; more than this is no re-vote.
_MOST_OF_VOTES = 0.9


def to_warnings(checks: Iterable[Check]) -> tuple[Warn, ...]:
    """Return what the user should know: what did not pass, and what was left out."""
    return tuple(
        Warn(code=check.code, message=check.message)
        for check in checks
        if check.passed is False or check.code in _WORTH_TELLING
    )


def check_export(
    files: PolisFiles,
    cast: Cast,
    sign: Sign,
    groups: ExportGroups,
    statements: Mapping[int, Statement],
    *,
    said: str,
) -> list[Check]:
    """Return every test of the export with its outcome, in the order a person would go through.

    Parameters
    ----------
    cast
        The votes, with +1 for agree.
    said
        What a person said of the sign; empty when nobody did.
    """
    return [
        *_check_sign(sign, said),
        *_check_counts(sign, said, has_log=cast.is_log),
        *_check_values(cast),
        *_check_revotes(cast),
        *_check_groups(groups),
        *_check_rejected(cast, statements),
        *_check_files(files),
    ]


def _check_sign(sign: Sign, said: str) -> Iterator[Check]:
    if said:
        message = {
            "raw": _("A person said that +1 means disagree in this file; the votes were turned."),
            "export": _(
                "A person said that +1 means agree in this file; the votes stand as they are."
            ),
        }[said]
        agrees = {said: True, "": None, "mixed": None}.get(sign.verdict, False)
        if agrees is False:
            message += " " + _("The file itself speaks against it.")
        yield Check(code="vote_sign_given", passed=agrees, message=message)
    elif not sign.verdict:
        message = _(
            "Nothing in the export tells whether +1 agrees. Compare one statement with Polis."
        )
        yield Check(code="vote_sign_untested", passed=None, message=message)
    message = _(
        "First votes of authors on their own statements, which should agree. "
        "As the file has them: agree {agree}, disagree {disagree}."
    ).format(agree=sign.own_agree, disagree=sign.own_disagree)
    by_authors = sign.by_authors
    passed = None if not by_authors else by_authors == (said or "export")
    yield Check(code="vote_sign", passed=passed, message=message)


def _check_counts(sign: Sign, said: str, *, has_log: bool) -> Iterator[Check]:
    if not sign.n_statements:
        message = _("comments.csv counts no votes, so they could not be compared.")
        yield Check(code="vote_counts", passed=None, message=message)
        return
    n_matching = sign.n_turned if said == "raw" else sign.n_straight
    message = _(
        "Statements whose agrees and disagrees are those of comments.csv: {n} of {total}."
    ).format(n=n_matching, total=sign.n_statements)
    if has_log:
        yield Check(code="vote_counts", passed=n_matching == sign.n_statements, message=message)
    elif sign.n_counted < _MOST_OF_VOTES * sign.n_told:
        missing = _(
            "Many of the votes that comments.csv counts are missing. Export the votes again."
        )
        yield Check(code="vote_counts", passed=False, message=f"{message} {missing}")
    else:
        note = _("comments.csv counts changed votes too, so small differences are expected.")
        yield Check(code="vote_counts", passed=None, message=f"{message} {note}")


def _check_values(cast: Cast) -> Iterator[Check]:
    if cast.n_unknown:
        message = ngettext(
            "{n} vote is on a statement that is not in comments.csv and was left out.",
            "{n} votes are on statements that are not in comments.csv and were left out.",
            cast.n_unknown,
        ).format(n=cast.n_unknown)
    else:
        message = _("Every vote is on a statement that the export names.")
    yield Check(code="unknown_statements", passed=not cast.n_unknown, message=message)
    if cast.log.n_bad:
        message = ngettext(
            "{n} vote is not agree, pass or disagree and was left out.",
            "{n} votes are not agree, pass or disagree and were left out.",
            cast.log.n_bad,
        ).format(n=cast.log.n_bad)
    else:
        message = _("Every vote is agree, pass or disagree.")
    yield Check(code="vote_value", passed=not cast.log.n_bad, message=message)


def _check_revotes(cast: Cast) -> Iterator[Check]:
    n_repeated = len(cast.log.value) - len(cast.latest.value)
    if n_repeated:
        message = ngettext(
            "{n} vote was changed later; the latest one counts.",
            "{n} votes were changed later; the latest ones count.",
            n_repeated,
        )
        message = message.format(n=n_repeated)
        yield Check(code="repeated_votes", passed=None, message=message)
    n_tied = int(cast.latest.tied.sum())
    if n_tied:
        message = ngettext(
            "{n} person changed a vote within one moment of the clock, so which was the last is "
            "not certain.",
            "{n} votes were changed within one moment of the clock, so which was the last is not "
            "certain.",
            n_tied,
        ).format(n=n_tied)
        yield Check(code="tied_votes", passed=False, message=message)


def _check_groups(groups: ExportGroups) -> Iterator[Check]:
    has_number, adds_up = groups.has_expected_number, groups.adds_up
    if groups.counts_are_sound is False:
        message = _("The counts of comment-groups.csv contradict one another and were not used.")
        yield Check(code="group_votes", passed=False, message=message)
    if has_number is False or adds_up is False:
        message = _("The opinion groups of the export do not match its summary and were not used.")
        if adds_up is False:
            message = _(
                "The opinion groups beside the participants do not match comment-groups.csv and "
                "were not used."
            )
        if groups.group_votes:
            message += " " + _("How the groups voted was taken from comment-groups.csv.")
        yield Check(code="group_ids", passed=False, message=message)
        return
    if not groups.n_listed:
        message = _("The export puts nobody into an opinion group.")
        if groups.group_votes:
            message = _("The export tells how the groups voted, but not who is in them.")
        yield Check(code="group_ids", passed=None, message=message)
        return
    message = _("Participants in an opinion group of the export: {n}.").format(n=groups.n_listed)
    if has_number:
        message += " " + _("The summary says: {n}.").format(n=groups.n_expected)
    tested = has_number is not None or adds_up is not None
    yield Check(code="group_ids", passed=True if tested else None, message=message)


def _check_rejected(cast: Cast, statements: Mapping[int, Statement]) -> Iterator[Check]:
    import numpy as np

    rejected = [number for number, s in statements.items() if s.moderated == -1]
    if not rejected:
        return
    on_rejected = np.isin(cast.latest.statements, rejected)[cast.latest.statement]
    message = _(
        "Statements that moderation rejected: {n}. Votes on them: {votes}. They are kept apart and "
        "take no part in the groups."
    ).format(n=len(rejected), votes=int(on_rejected.sum()))
    yield Check(code="rejected_statements", passed=True, message=message)


def _check_files(files: PolisFiles) -> Iterator[Check]:
    if files.comments is None:
        message = _(
            "comments.csv is missing, so the statements were taken from comment-groups.csv. Which "
            "of them moderation rejected is not known."
        )
        yield Check(code="moderation_unknown", passed=False, message=message)
    if files.empty:
        message = _("Files that are empty: {names}. Export them again.")
        names = ", ".join(sorted(files.empty))
        yield Check(code="empty_files", passed=False, message=message.format(names=names))
    if files.unread:
        message = _("Files that are not needed and were not read: {names}.")
        names = ", ".join(sorted(files.unread))
        yield Check(code="files_not_read", passed=None, message=message.format(names=names))
    if files.matrix and files.matrix.holds("xid"):
        message = _("The export links participants to another system (xid); that was not read.")
        yield Check(code="xid", passed=None, message=message)
