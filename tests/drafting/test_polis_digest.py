"""A digest of a vote: portraits of groups, tables, what to talk about; also when nobody voted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.findings.material import make_groups as make_votes
from tests.material import WORKSHOP, make_findings
from toolkit.domain import BlockKind, Draft, Findings
from toolkit.drafting import compose_draft, verify_draft
from toolkit.findings import answer_query, collect_findings
from toolkit.paragraphs import block_text

SIDES = {
    "uniting": {"A": (18, 1, 1), "B": (17, 2, 1)},
    "dividing": {"A": (18, 1, 1), "B": (2, 17, 1)},
    "rejected": {"A": (1, 18, 1), "B": (2, 17, 1)},
    "uncertain": {"A": (6, 6, 8), "B": (6, 6, 8)},
}
N = "\u00a0"


def text_of(draft: Draft, start: str = "") -> str:
    refs = {source.note_id: source.ref for source in draft.sources}
    blocks = [block for block in draft.blocks if block.id.startswith(start)]
    return "\n".join(block_text(b, refs=refs, language=draft.language) for b in blocks)


def digest(found: Findings, language: str = "fi") -> Draft:
    draft = compose_draft(found, outline="polis-kooste", workshop=WORKSHOP, language=language)
    assert verify_draft(draft, findings=found, answer=lambda q: answer_query(q, found)) == ()
    return draft


def voted(sizes: Mapping[str, int], *kinds: str, **representative: str) -> Findings:
    """Collect a statement of each kind; group → ``"1 agree, 3 disagree"``."""
    groups = make_votes(sizes, *(SIDES[kind] for kind in kinds))
    shown = {
        group: tuple((f"polis:x-{item.split()[0]}", item.split()[1]) for item in text.split(", "))
        for group, text in representative.items()
    }
    return collect_findings((), (), replace(groups, representative=shown))


EVERY = ("uniting", "dividing", "rejected", "uncertain")


def test_a_group_is_told_by_the_three_statements_that_set_it_apart() -> None:
    found = voted({"A": 20, "B": 20}, *EVERY, *EVERY, A="1 agree, 5 agree, 2 disagree, 6 disagree")
    text = text_of(digest(found), "ryhmat/ryhma-A")
    assert text.count("Väite") == 3
    assert f"Samaa mieltä oli ryhmässä A 18{N}osallistujaa (n{N}={N}20) ja ryhmässä B alle" in text
    assert f"Eri mieltä oli ryhmässä A 18{N}osallistujaa" in text
    assert "Mikään väite ei erota ryhmää B selvästi muista." in text_of(
        digest(found), "ryhmat/ryhma-B"
    )


def test_a_group_too_small_to_be_shown_has_no_portrait() -> None:
    found = voted({"A": 20, "B": 20, "C": 3}, *EVERY, C="1 agree")
    text = text_of(digest(found), "ryhmat/ryhma-C")
    assert "Ryhmän C tulosta ei esitetä, jottei ketään voi tunnistaa." in text
    assert "Väite" not in text


def test_a_refused_statement_sets_nobody_apart() -> None:
    found = voted({"A": 20, "B": 20}, *EVERY, A="1 agree")
    assert found.groups is not None
    refused = tuple(
        replace(item, moderated=-1) if item.id == "polis:x-1" else item
        for item in found.groups.statements
    )
    again = collect_findings((), (), replace(found.groups, statements=refused))
    assert "Väite 1" not in text_of(digest(again))


def test_the_table_has_the_strongest_twelve_and_the_rest_are_cited() -> None:
    draft = digest(voted({"A": 20, "B": 20}, *["uniting"] * 14))
    (table,) = [block for block in draft.blocks if block.kind is BlockKind.TABLE]
    assert len(table.rows) == 12
    text = text_of(draft, "yhdistavat/")
    assert f"enintään 12{N}väitettä" in text
    assert "Muut mielipideryhmiä yhdistäneet väitteet: [" in text
    fewer = text_of(digest(voted({"A": 20, "B": 20}, *["uniting"] * 12)), "yhdistavat/")
    assert "enintään" not in fewer


def test_nothing_that_unites_or_stays_open_is_said_in_words() -> None:
    text = text_of(digest(voted({"A": 20, "B": 20}, "dividing")))
    assert "Mikään väite ei yhdistänyt mielipideryhmiä selvästi" in text
    assert "Mitään väitettä ei ohitettu poikkeuksellisen usein." in text


def test_each_kind_of_result_gets_its_own_open_question() -> None:
    text = text_of(digest(voted({"A": 20, "B": 20}, *EVERY)), "nostot/")
    for question in ("vaatisi", "erimielisyys johtuu", "sen sijaan", "pitäisi tietää"):
        assert text.count(question) == 1
    assert text.count("?") == 4
    nothing = collect_findings((), (), make_votes({"A": 20, "B": 20}))
    assert "ei noussut esiin väitteitä" in text_of(digest(nothing), "nostot/")


def test_how_it_was_counted_is_what_was_counted() -> None:
    text = text_of(digest(voted({"A": 20, "B": 20}, *EVERY)), "laskenta/")
    for words in ("ainakin 20", "ryhmästä viisi", "60 prosenttia", "geometrisen"):
        assert words in text
    assert "vähintään 30 prosenttia ohitti sen" in text
    one = text_of(digest(voted({"A": 25, "B": 4}, *EVERY)), "laskenta/")
    assert "geometrisen" not in one


@pytest.mark.parametrize(
    ("language", "what_to_do"),
    [("fi", "tuo ne työpajaan"), ("sv", "importera dem"), ("en", "import them")],
)
def test_when_nobody_voted_the_digest_says_what_to_do(language: str, what_to_do: str) -> None:
    draft = digest(make_findings(voted=False), language)
    assert what_to_do in text_of(draft, "kysely/")
    sections = {block.id.partition("/")[0] for block in draft.blocks}
    assert sections == {"kysely", "jakavat", "jatko", "laskenta"}


def test_the_notes_are_not_forgotten_but_told_of_elsewhere() -> None:
    text = text_of(digest(make_findings()), "laskenta/")
    assert f"Aineistossa on myös 38{N}merkintää." in text
