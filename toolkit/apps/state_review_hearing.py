"""Review: the comment round of a document."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from toolkit import workflow
from toolkit.apps.reply import Reply
from toolkit.apps.state_document import MAX_TEXT
from toolkit.apps.state_review_roles import ReviewRoleState
from toolkit.apps.wording import finnish_date
from toolkit.domain import Amendment, Answer, Council, HeardBody, HearingWay
from toolkit.errors import BadName
from toolkit.i18n import N_, _, current_language
from toolkit.store import State

WAYS = {
    HearingWay.SUBMISSION: N_("submission"),
    HearingWay.DISCUSSION: N_("discussion in a meeting"),
    HearingWay.MATERIAL_ONLY: N_("got the material only"),
}
ANSWERS = {
    Answer.TAKEN: N_("taken into account"),
    Answer.PARTLY: N_("partly taken into account"),
    Answer.NOT_TAKEN: N_("not taken into account"),
}
COUNCILS = {
    Council.YOUTH: N_("Youth council"),
    Council.ELDERLY: N_("Council of older people"),
    Council.DISABILITY: N_("Disability council"),
}
MAX_NAME = 200


class HearingState(ReviewRoleState):
    """Who was asked to comment on a document, who has, and what was answered to them."""

    def hearing_view(self, state: State) -> dict[str, Any]:
        """Return the comment round on the document; ``open`` is False before there is one."""
        choices = {
            "ways": [[way.value, _(label)] for way, label in WAYS.items()],
            "answers": [[answer.value, _(label)] for answer, label in ANSWERS.items()],
            "councils": [[council.value, _(label)] for council, label in COUNCILS.items()],
        }
        hearing = state.hearings.get(self.type)
        if hearing is None:
            return {**choices, "open": False}
        return {
            **choices,
            "open": True,
            "sent_on": finnish_date(hearing.sent_on),
            "deadline": finnish_date(hearing.deadline),
            "bodies": [_body(body) for body in hearing.bodies],
            "n_heard": sum(body.way is not None for body in hearing.bodies),
            "amendments": [_amendment(one) for one in hearing.amendments],
            "warnings": workflow.hearing_warnings(
                self.workshop, hearing, language=current_language()
            ),
        }

    def open_round(
        self, *, councils: Sequence[str], others: str, sent_on: str = "", deadline: str = ""
    ) -> Reply:
        """Open a comment round; ``others`` names other bodies, one on a line."""
        self.check_preparer()
        asked = [
            HeardBody(name=_(COUNCILS[Council(key)]), council=Council(key)) for key in councils
        ]
        names = dict.fromkeys(" ".join(line.split())[:MAX_NAME] for line in others.splitlines())
        asked += [HeardBody(name=name) for name in names if name]
        sent, until = _date(sent_on), _date(deadline)
        if sent and until and until < sent:
            msg = N_("The round ends before it begins. Check the dates.")
            raise BadName(msg)
        workflow.open_hearing(
            self.workshop,
            type=self.type,
            bodies=asked,
            sent_on=sent,
            deadline=until,
            actor=self.name,
        )
        return Reply(notice=_("The comment round is open."))

    def record_heard(self, *, name: str, way: str, date: str = "", council: str = "") -> Reply:
        """Record when and how a body was heard; one that was not asked is added."""
        self.check_preparer()
        body = HeardBody(
            name=" ".join(name.split())[:MAX_NAME],
            date=_date(date),
            way=HearingWay(way) if way else None,
            council=Council(council) if council else None,
        )
        workflow.record_body(self.workshop, body, type=self.type, actor=self.name)
        return Reply(notice=_("The hearing is recorded: {name}").format(name=body.name))

    def propose_amendment(self, *, body: str, text: str) -> Reply:
        """Record a change that a body proposes, word for word."""
        self.check_preparer()
        made = workflow.record_amendment(
            self.workshop,
            type=self.type,
            body=body.strip()[:MAX_NAME],
            text=text.strip()[:MAX_TEXT],
            actor=self.name,
        )
        notice = _("Proposed amendment recorded, number {number}.")
        return Reply(notice=notice.format(number=made.id))

    def answer_amendment(
        self, *, amendment_id: str, answer: str, reason: str, changed: str = ""
    ) -> Reply:
        """Answer a proposed change, with the reason."""
        self.check_preparer()
        workflow.answer_amendment(
            self.workshop,
            amendment_id,
            type=self.type,
            answer=Answer(answer),
            reason=reason.strip()[:MAX_TEXT],
            changed=changed.strip()[:MAX_TEXT],
            actor=self.name,
        )
        return Reply(notice=_("The answer is saved."))


def _body(body: HeardBody) -> dict[str, Any]:
    return {
        "name": body.name,
        "date": finnish_date(body.date),
        "iso": body.date.isoformat() if body.date else "",
        "way": body.way.value if body.way else "",
        "how": _(WAYS[body.way]) if body.way else _("no answer yet"),
        "council": _(COUNCILS[body.council]) if body.council else "",
    }


def _amendment(one: Amendment) -> dict[str, Any]:
    return {
        "id": one.id,
        "body": one.body,
        "text": one.text,
        "answer": one.answer.value if one.answer else "",
        "answered": _(ANSWERS[one.answer]) if one.answer else "",
        "reason": one.reason,
        "changed": one.changed,
    }


def _date(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError as error:
        msg = N_("This is not a date: {date}. Write it as day, month and year.")
        raise BadName(msg, date=text[:40]) from error
