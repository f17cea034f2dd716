"""What happened after the invented example workshop, as files beside its exports."""

from __future__ import annotations

import tomllib
from pathlib import Path

from toolkit import store
from toolkit.domain import Answer, HeardBody, Hearing, Workshop
from toolkit.workflow.hearings import answer_amendment, open_hearing, record_amendment, record_body
from toolkit.workflow.present import load_state
from toolkit.workflow.proposal_sheet import read_proposal_sheet

FOLDER = "kirjaukset"


def record_proposals(workshop: Workshop, *, actor: str) -> None:
    """Record the decisions and plans of the example that are not in the log yet."""
    path = Path(workshop.folder) / FOLDER / "ehdotukset.csv"
    if path.exists():
        read_proposal_sheet(workshop, path, actor=actor)


def record_hearing(workshop: Workshop, *, actor: str) -> None:
    """Record the comment round of the example, once there is the draft that it is about."""
    path = Path(workshop.folder) / FOLDER / "lausuntokierros.toml"
    if not path.exists():
        return
    hearing = store.from_plain(Hearing, _numbered(tomllib.loads(path.read_text("utf-8"))))
    state = load_state(workshop)
    if hearing.type in state.hearings or hearing.type not in state.drafts:
        return
    asked = [HeardBody(name=body.name, council=body.council) for body in hearing.bodies]
    open_hearing(
        workshop,
        type=hearing.type,
        bodies=asked,
        sent_on=hearing.sent_on,
        deadline=hearing.deadline,
        actor=actor,
    )
    for body in hearing.bodies:
        if body.way:
            record_body(workshop, body, type=hearing.type, actor=actor)
    for one in hearing.amendments:
        made = record_amendment(
            workshop, type=hearing.type, body=one.body, text=one.text, actor=actor
        )
        answer_amendment(
            workshop,
            made.id,
            type=hearing.type,
            answer=one.answer or Answer.PARTLY,
            reason=one.reason,
            changed=one.changed,
            actor=actor,
        )


def _numbered(plain: dict[str, object]) -> dict[str, object]:
    amendments = plain.get("amendments", [])
    listed = amendments if isinstance(amendments, list) else []
    numbered = [{**one, "id": str(number)} for number, one in enumerate(listed, start=1)]
    return {**plain, "amendments": numbered}
