"""An invented evening about services for older people: notes, themes, votes and their findings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import PurePath

from toolkit.domain import (
    REST_ID,
    Counts,
    Findings,
    Note,
    OpinionGroup,
    OpinionGroups,
    StatementResult,
    Step,
    Theme,
    Workshop,
)
from toolkit.findings import collect_findings

NOW_WORKS = "Mikä ikäihmisten palveluissa toimii?"
CHANGE = "Mitä pitää muuttaa?"

CONTACT = (
    "Palveluun pitäisi saada yhteys yhdestä numerosta, josta asia ohjataan oikealle ihmiselle.",
    "Takaisinsoitto tuli vasta kolmantena päivänä, eikä puhelin silloin ollut kädessä.",
    "Neuvonnan pitäisi olla auki myös sen jälkeen, kun työssä käyvä tytär pääsee töistä.",
    "Soitin neljä kertaa ja selitin asiani joka kerta alusta.",
    "Verkkolomake ei ole vaihtoehto sille, jolla ei ole konetta.",
    "Kirjaston neuvontapiste auttoi, kun muualta ei vastattu.",
    "Toivomme, että puheluun vastaa ihminen eikä valikko.",
    "Rådgivningen svarar på svenska bara på onsdagar.",
    "Jono puhelimessa on pitkä.",
    "Ikäneuvojan suora numero on kultaakin kalliimpi.",
    "Lisää neuvontaa torille ja kauppaan, sinne missä ihmiset muutenkin käyvät!",
    "Puhelin",
    "Vastauksesta pitäisi jäädä paperi, koska muisti ei enää kanna puhelun loppuun asti.",
)
HOME_CARE = (
    "Kotihoidon työntekijä vaihtuu joka viikko, eikä kukaan ehdi oppia tuntemaan äitiä.",
    "Sama hoitaja aamuin illoin toisi turvaa.",
    "Käynnille pitäisi varata aikaa myös jutella, ei vain jakaa lääkkeet.",
    (
        "Hoitaja tulee milloin sattuu, joskus aamupala on vasta puolilta päivin. Isällä on"
        " sokeritauti, joten aterian ajalla on väliä. Olemme pyytäneet aikataulua paperilla jo"
        " keväällä. Kukaan ei ole osannut sanoa, kuka siitä päättää."
    ),
    "Kotihoito on ollut meille iso apu leikkauksen jälkeen.",
    "Turvapuhelimeen vastataan nopeasti, siitä kiitos.",
    "Kuntouttava ote puuttuu: tehdään puolesta, vaikka osaisin itse.",
    "Hoitajat tekevät parhaansa, mutta heitä on liian vähän.",
    "Voisiko hoitosuunnitelman antaa paperilla kotiin?",
    "Hemvårdens personal är vänlig men alltid på språng.",
    "Yökäyntejä pitäisi saada ilman sairaalareissua.",
)
RIDES = (
    "Linja-auto lakkasi kulkemasta, ja lääkäriin on neljäkymmentä kilometriä.",
    "Kutsutaksin voisi tilata yhdessä naapurin kanssa.",
    "Palveluauton pitäisi kiertää kylät kerran viikossa.",
    "Laboratorio lähti keskustasta, nyt matkaan menee koko päivä.",
    "Pojan kyydissä pääsen, jos hän saa töistä vapaata.",
    "Kyytien hinnat nousivat enemmän kuin eläke.",
    "Talvella piha on auraamatta, eikä taksi pääse ovelle.",
)
CARERS = (
    "Omaishoitajan vapaapäivä peruuntui kahdesti, koska sijaista ei ollut.",
    "Hoidan puolisoani yötä päivää enkä muista, milloin olen nukkunut.",
    "Vertaisryhmä oli hyvä, mutta kuka olisi kotona sillä aikaa?",
)
REST = (
    "<script>alert('moi')</script>",
    '=1+1 & "lainaus" <b>ei lihavoi</b>',
    "Kahvi oli hyvää.",
    "Tilaisuudessa oli vaikea kuulla takariviin.",
)

STATEMENTS: tuple[tuple[str, tuple[int, int, int], tuple[int, int, int]], ...] = (
    ("Puheluun pitää vastata saman päivän aikana.", (38, 1, 2), (29, 3, 1)),
    ("Kotihoidossa pitää käydä sama työntekijä koko viikon.", (33, 3, 4), (25, 5, 2)),
    ("Etävastaanotto riittää useimpiin asioihin.", (31, 7, 3), (6, 24, 3)),
    ("Lähikirjasto on oikea paikka neuvonnalle.", (11, 25, 5), (26, 4, 3)),
    ("Nykyiset kyydit riittävät hyvin.", (3, 33, 4), (2, 27, 3)),
    ("Palveluseteli parantaa kotihoitoa.", (9, 8, 20), (8, 7, 15)),
    ("Neuvonnan pitää toimia myös ruotsiksi.", (30, 4, 6), (24, 3, 5)),
    ("Naapurin Pertti on huono kuski.", (0, 0, 0), (0, 0, 0)),
)

WORKSHOP = Workshop(
    id="kuusivaara",
    title="Ikäihmisten palvelut Kuusivaarassa",
    folder=PurePath("kuusivaara"),
    date=dt.date(2026, 10, 7),
    organiser="Kuusivaaran hyvinvointialue",
    place="Kuusivaaran kirjasto",
    n_participants=31,
    questions=(NOW_WORKS, CHANGE),
    recipient="Kuusivaaran hyvinvointialueen aluehallitus",
    decision_body="Kuusivaaran hyvinvointialueen aluehallitus",
    decision_date=dt.date(2027, 2, 12),
    next_steps=(
        Step(body="Vanhusneuvosto", date=dt.date(2026, 11, 23), role="antaa lausunnon"),
        Step(body="Aluehallitus", date=dt.date(2027, 2, 12)),
        Step(body="Osallisuustiimi", role="kertoo osallistujille ratkaisuista"),
    ),
)


def make_notes() -> tuple[tuple[Note, ...], tuple[Theme, ...]]:
    """Make the notes of every theme, labelled T1-001 onwards."""
    notes: list[Note] = []
    themes = [
        _theme(
            notes,
            "t-yhteys",
            "Yhteydenotto ja neuvonta",
            CONTACT,
            ("neuvonta", "puhelin", "numero"),
        ),
        _theme(
            notes,
            "t-koti",
            "Kotihoito arjessa",
            HOME_CARE,
            ("kotihoito", "hoitaja", "aika"),
            "Aino",
        ),
        _theme(notes, "t-kyydit", "Kyydit ja välimatkat", RIDES, ("kyyti", "taksi")),
        _theme(notes, "t-omais", "Omaishoitajan lepo", CARERS, ("omaishoitaja", "lepo")),
        _theme(notes, REST_ID, "Muut", REST, ()),
    ]
    return tuple(notes), tuple(themes)


def _theme(
    notes: list[Note],
    theme_id: str,
    label: str,
    texts: Sequence[str],
    keywords: tuple[str, ...],
    named_by: str = "",
) -> Theme:
    mine = []
    for text in texts:
        number = len(notes) + 1
        note = Note(
            id=f"padlet:{number:04d}",
            text=text,
            prompt=CHANGE if number % 3 else NOW_WORKS,
            source_id="s1",
            place=f"rivi {number + 1}",
            group=f"Pöytä {number % 4 + 1}",
            language="sv" if "å" in text or "ä är" in text else "fi",
            ref=f"T1-{number:03d}",
        )
        notes.append(note)
        mine.append(note.id)
    return Theme(
        id=theme_id,
        label=label,
        note_ids=tuple(mine),
        central_ids=tuple(mine[:6]),
        keywords=keywords,
        named_by=named_by,
    )


def make_groups(*, sizes: tuple[int, int] = (41, 33)) -> OpinionGroups:
    """Make two opinion groups that agree on most and differ on two statements."""
    results = tuple(
        StatementResult(
            id=f"polis:k-{number}",
            text=text,
            ref=f"P1-v{number}",
            moderated=-1 if "Pertti" in text else 1,
            votes=_counts(tuple(a + b for a, b in zip(first, second, strict=True))),
            by_group={"A": _counts(first), "B": _counts(second)},
            group_aware_consensus=0.5,
            group_aware_consensus_geometric=0.7,
            extremity=0.1,
        )
        for number, (text, first, second) in enumerate(STATEMENTS, start=1)
    )
    people = [f"p{number}" for number in range(sum(sizes))]
    return OpinionGroups(
        mode="imported",
        n_participants=len(people),
        n_votes=sum(result.votes.n for result in results),
        groups=(
            OpinionGroup(id="A", participant_ids=tuple(people[: sizes[0]])),
            OpinionGroup(id="B", participant_ids=tuple(people[sizes[0] :])),
        ),
        statements=results,
        positions={},
        explained_variance=0.4,
    )


def _counts(votes: tuple[int, ...]) -> Counts:
    agree, disagree, passes = votes
    return Counts(agree=agree, disagree=disagree, passes=passes)


def make_findings(*, voted: bool = True) -> Findings:
    """Collect what the evening showed, with or without the vote."""
    notes, themes = make_notes()
    return collect_findings(notes, themes, make_groups() if voted else None)
