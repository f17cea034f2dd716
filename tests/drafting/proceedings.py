"""What was recorded after the invented evening: decisions, plans and a comment round."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from toolkit.domain import (
    Amendment,
    Answer,
    Council,
    HeardBody,
    Hearing,
    HearingWay,
    Level,
    Outcome,
    Proceedings,
    ProposalDecision,
    ProposalPlan,
)

DECIDED_ON = dt.date(2027, 2, 12)
PROPOSING = tuple(f"padlet:{number:04d}" for number in (1, 3, 7, 11, 13, 16, 22, 24, 26, 27))
"""The notes of the evening that read as proposals."""

YOUTH = HeardBody(
    name="Nuorisovaltuusto",
    date=dt.date(2026, 11, 10),
    way=HearingWay.SUBMISSION,
    council=Council.YOUTH,
)
ELDERLY = HeardBody(
    name="Vanhusneuvosto",
    date=dt.date(2026, 11, 23),
    way=HearingWay.MATERIAL_ONLY,
    council=Council.ELDERLY,
)
DISABILITY = HeardBody(
    name="Vammaisneuvosto",
    date=dt.date(2026, 11, 30),
    way=HearingWay.DISCUSSION,
    council=Council.DISABILITY,
)
SILENT = HeardBody(name="Kuusivaaran Omaishoitajat ry")

AMENDMENTS = (
    Amendment(
        id="m1",
        body="Nuorisovaltuusto",
        text="Lisätään nuorille oma vastaanottoaika.",
        block_id="palvelut/laki/keinot",
        answer=Answer.TAKEN,
        reason="Ehdotus on perusteltu.",
        changed="Luku 3, kolmas kappale",
    ),
    Amendment(
        id="m2",
        body="Nuorisovaltuusto",
        text="Poistetaan sana dialogisuus.",
        block_id="arvot/arvot/taulukko",
        answer=Answer.NOT_TAKEN,
        reason="Arvo on strategiassa.",
    ),
    Amendment(id="m3", body="Vammaisneuvosto", text="Selkeämpää kieltä.", answer=Answer.PARTLY),
    Amendment(id="m4", body="Vammaisneuvosto", text="Lisätään esteettömyys.", block_id="oma/kohta"),
)

HEARING = Hearing(
    type="osallisuusohjelma",
    sent_on=dt.date(2026, 11, 1),
    deadline=dt.date(2026, 12, 15),
    bodies=(YOUTH, ELDERLY, DISABILITY, SILENT),
    amendments=AMENDMENTS,
)

PLANS = (
    ProposalPlan(
        proposal_id=PROPOSING[0],
        change="Palveluun saa yhteyden yhdestä numerosta",
        means="Neuvonnan yhteinen puhelinpalvelu",
        metric="Puhelujen määrä",
        effort="kaksi henkilötyövuotta",
        responsible="Asiakaspalvelut",
        schedule="Q3/2027",
        level=Level.STRUCTURE,
    ),
    ProposalPlan(
        proposal_id=PROPOSING[1],
        responsible="Asiakaspalvelut",
        schedule="Q1/2027",
        destination="Palvelustrategia",
        level=Level.INDIVIDUAL,
    ),
)


def decide(proposal_id: str, outcome: Outcome, reason: str = "") -> ProposalDecision:
    """Decide on a proposal in the regional executive."""
    return ProposalDecision(
        proposal_id=proposal_id,
        outcome=outcome,
        body="Aluehallitus",
        reason=reason,
        date=DECIDED_ON,
    )


MIXED = Proceedings(
    decisions=(
        decide(PROPOSING[0], Outcome.ADOPTED, "Numero on jo hankittu."),
        decide(PROPOSING[1], Outcome.IN_PREPARATION, "Kustannukset selvitetään."),
        decide(PROPOSING[9], Outcome.NOT_ADVANCING, "Rahoitusta ei ole."),
        decide("polis:k-1", Outcome.ADOPTED),
    ),
    plans=PLANS,
    hearing=HEARING,
)

HOSTILE = (
    '<script>alert("moi")</script> | =1+1 | ”tätä ei kukaan ole sanonut missään”\n\n'
    "[T9-999] {n:note} \\textbf{x} 99 % kaikista"
)


def everything(outcome: Outcome) -> Proceedings:
    """Decide on every proposal in the same way."""
    return Proceedings(decisions=tuple(decide(one, outcome, "Syy.") for one in PROPOSING))


def hostile() -> Proceedings:
    """Record the same hostile words everywhere."""
    decisions = tuple(replace(one, body=HOSTILE, reason=HOSTILE) for one in MIXED.decisions)
    texts = {"change": HOSTILE, "means": HOSTILE, "metric": HOSTILE, "effort": HOSTILE}
    texts |= {"responsible": HOSTILE, "schedule": HOSTILE, "destination": HOSTILE}
    plans = tuple(replace(plan, **texts) for plan in PLANS)
    words = {"body": HOSTILE, "text": HOSTILE, "reason": HOSTILE, "changed": HOSTILE}
    amendments = tuple(replace(one, block_id=HOSTILE, **words) for one in AMENDMENTS)
    bodies = tuple(
        replace(one, name=f"{number} {HOSTILE}") for number, one in enumerate(HEARING.bodies)
    )
    hearing = replace(HEARING, type=HOSTILE, bodies=bodies, amendments=amendments)
    return Proceedings(decisions=decisions, plans=plans, hearing=hearing)


CASES = {
    "nothing recorded": Proceedings(),
    "mixed": MIXED,
    "everything adopted": everything(Outcome.ADOPTED),
    "nothing adopted": everything(Outcome.NOT_ADVANCING),
    "one decision": Proceedings(decisions=MIXED.decisions[:1]),
    "no answers": Proceedings(
        hearing=replace(HEARING, bodies=(SILENT,), amendments=AMENDMENTS[3:])
    ),
    "empty hearing": Proceedings(hearing=Hearing(type="osallisuusohjelma")),
    "hostile words": hostile(),
    "of things that are gone": Proceedings(
        decisions=(decide("padlet:9999", Outcome.ADOPTED),),
        plans=(ProposalPlan(proposal_id="padlet:9999", responsible="Kukaan"),),
    ),
}
