"""What a person takes of a working copy that came back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.importers.word_habits import BY, Body, comment, inserted, parse, run
from tests.review.returned_material import block, make_draft, words
from tests.workflow.returned import (
    TYPE,
    Bring,
    added_id,
    compose,
    take,
    texts,
)
from toolkit import review, workflow
from toolkit.domain import EventKind, Workshop
from toolkit.errors import NoSuchThing
from toolkit.paragraphs import block_text
from toolkit.workflow import import_review_copy, load_changes, settle_changes


def test_every_kind_of_change_can_be_taken(drafted: Workshop, bring: Bring) -> None:
    def edit(body: Body) -> None:
        first, second = words(10).split(". ")
        body.inside("osa/010", run(f"{first}."))
        body.mark("osa/010", f"<w:ins {BY}/>")
        body.after("osa/010", f"<w:p>{run(second)}</w:p>")
        body.mark("osa/013", f"<w:del {BY}/>")
        body.mark("osa/019", f"<w:ins {BY}/>")
        body.after("osa/019", f"<w:p>{inserted('Toinen uusi.')}</w:p>")
        body.after("osa/019", f"<w:p><w:pPr><w:rPr><w:ins {BY}/></w:rPr></w:pPr>"
                   f"{inserted('Ensimmäinen uusi.')}</w:p>")  # fmt: skip
        row = next(body.paragraph("osa/taulukko", row="rivi-2").iterancestors("{*}tr"))
        row.find("{*}trPr").append(parse(f"<w:del {BY}/>"))
        next(iter(body.paragraph("osa/taulukko", row="rivi-3").iter("{*}t"))).text = "uusi"
        body.inside("osa/070", run("Otsikko uusiksi"))
        body.inside("osa/086", "")

    bring(edit)
    before = texts(drafted)

    take(drafted)

    after = texts(drafted)
    new = [text for key, text in after.items() if key.startswith("lisatty/")]
    first, second = words(10).split(". ")
    assert new == [second, "Ensimmäinen uusi.", "Toinen uusi."]
    keys = [key if key in before else "+" for key in after]
    place = keys.index("osa/019")
    assert keys[place : place + 3] == ["osa/019", "+", "+"]
    assert after["osa/010"] == f"{first}."
    assert after["osa/013"] == words(13) + words(14)
    assert {"osa/014", "osa/086"}.isdisjoint(after)
    assert after["osa/070"] == "Otsikko uusiksi"
    assert after["osa/taulukko"].splitlines()[1:] == [
        "solu-a1 | solu-b1 | solu-c1",
        "uusi | solu-b3 | solu-c3",
        "solu-a4 | solu-b4 | solu-c4",
    ]
    untouched = before.keys() - {f"osa/{n:03}" for n in (10, 13, 14, 70, 86)} - {"osa/taulukko"}
    assert {key: after[key] for key in untouched} == {key: before[key] for key in untouched}


def test_a_comment_is_taken_with_the_name_in_the_file_and_comes_back_only_once(
    drafted: Workshop, bring: Bring
) -> None:
    def edit(body: Body) -> None:
        body.inside("osa/010", f'{run(words(10))}<w:r><w:commentReference w:id="1"/></w:r>')

    spaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    listed = comment(1, "Eero Ek", "Onko näin?", "AA").replace("w14:paraId", "w:rsidR")
    bring(edit, comments=f"<w:comments {spaces}>{listed}</w:comments>")
    take(drafted)

    (made,) = workflow.load_state(drafted).comments[TYPE]
    assert (made.block_id, made.text, made.author) == ("osa/010", "Onko näin?", "Eero Ek")
    assert made.brought_by == "Aino"
    again = workflow.publish_document(
        drafted, type=TYPE, format="docx", working_copy=True, actor="Aino"
    )
    assert import_review_copy(drafted, again, actor="Aino").changes == ()


def test_two_new_paragraphs_stand_in_their_order_whichever_was_taken_first(
    drafted: Workshop, bring: Bring
) -> None:
    def edit(body: Body) -> None:
        for text in ("Toinen uusi.", "Ensimmäinen uusi."):
            body.after("osa/020", f"<w:p>{run(text)}</w:p>")

    bring(edit)
    take(drafted, 2)
    take(drafted, 1)

    new = [text for key, text in texts(drafted).items() if key.startswith("lisatty/")]
    assert new == ["Ensimmäinen uusi.", "Toinen uusi."]


def test_a_table_is_never_made_part_of_a_paragraph(drafted: Workshop, bring: Bring) -> None:
    bring(lambda body: body.mark("osa/079", f"<w:del {BY}/>"))

    (only,) = load_changes(drafted)
    assert (only.change.kind.value, only.change.absorbed) == ("merged", ("osa/taulukko",))
    with pytest.raises(NoSuchThing):
        take(drafted, 1)


def test_a_moved_paragraph_becomes_a_comment_for_people(drafted: Workshop, bring: Bring) -> None:
    def edit(body: Body) -> None:
        paragraph = body.paragraph("osa/010")
        body.paragraph("osa/020").addnext(paragraph)

    bring(edit)
    before = texts(drafted)
    take(drafted)

    (made,) = workflow.load_state(drafted).comments[TYPE]
    assert made.block_id == "osa/010"
    assert "Kappale 020" in made.text
    assert list(texts(drafted)) == list(before)


def test_what_is_outside_the_blocks_is_told_but_never_taken(
    drafted: Workshop, bring: Bring
) -> None:
    def edit(body: Body) -> None:
        title = next(iter(body.root.iter("{*}p")))
        next(iter(title.iter("{*}t"))).text = "Toinen otsikko"

    bring(edit)

    (only,) = load_changes(drafted)
    assert (only.change.block_id, only.change.after) == ("", "Toinen otsikko")
    with pytest.raises(NoSuchThing):
        take(drafted, 1)
    settle_changes(drafted, [1], take=False, actor="Aino")
    assert load_changes(drafted) == ()


@pytest.mark.parametrize("is_anchor_gone", [False, True])
def test_an_added_paragraph_outlives_a_new_draft(
    drafted: Workshop, bring: Bring, is_anchor_gone: bool
) -> None:
    def edit(body: Body) -> None:
        body.mark("osa/020", f"<w:ins {BY}/>")
        body.after("osa/020", f"<w:p>{inserted('Kokonaan uusi.')}</w:p>")

    bring(edit)
    take(drafted)
    draft = make_draft()
    gone = {"osa/020"} if is_anchor_gone else {"osa/021"}
    compose(drafted, replace(draft, blocks=tuple(b for b in draft.blocks if b.id not in gone)))

    listed = list(texts(drafted).values())

    place = listed.index("Kokonaan uusi.")
    assert listed[place - 1] == ("Irralliset kappaleet" if is_anchor_gone else words(20))
    payload = {"type": TYPE, "block_id": added_id(drafted), "decision": "reject"}
    workflow.decide(drafted, EventKind.PARAGRAPH_DECIDED, payload, actor="Aino")
    assert "Kokonaan uusi." not in texts(drafted).values()


def test_an_added_paragraph_is_edited_by_the_next_round_and_stays_in_its_place(
    drafted: Workshop, bring: Bring
) -> None:
    def edit(body: Body) -> None:
        body.mark("osa/020", f"<w:ins {BY}/>")
        body.after("osa/020", f"<w:p>{inserted('Kokonaan uusi.')}</w:p>")

    bring(edit)
    take(drafted)
    key = added_id(drafted)
    bring(lambda body: body.inside(key, run("Kokonaan uusi, mutta parempi.")))
    take(drafted)

    after = texts(drafted)
    assert after[key] == "Kokonaan uusi, mutta parempi."
    assert list(after)[list(after).index(key) - 1] == "osa/020"


def test_an_invented_quote_that_somebody_took_blocks_publishing(
    drafted: Workshop, bring: Bring
) -> None:
    said = "Näin ei kukaan ole sanonut missään tilaisuudessa"
    bring(lambda body: body.inside("osa/010", run(words(10)) + inserted(f" ”{said}” [T1-001].")))
    take(drafted)

    gates = workflow.verify_present(drafted, type=TYPE)

    assert ("error", "osa/010") in {(g.level, g.block_id) for g in gates if g.gate == "G2"}


def test_a_person_who_accepts_everything_has_accepted_what_was_added(
    drafted: Workshop, bring: Bring
) -> None:
    def edit(body: Body) -> None:
        body.mark("osa/020", f"<w:ins {BY}/>")
        body.after("osa/020", f"<w:p>{inserted('Kokonaan uusi.')}</w:p>")

    bring(edit)
    take(drafted)
    workflow.accept_waiting(drafted, type=TYPE, actor="Eero")

    state = workflow.load_state(drafted)
    document = review.apply_reviews(state.drafts[TYPE], state.reviews[TYPE])

    assert document.accepted_by == ("Aino", "Eero")
    assert "Kokonaan uusi." in [block_text(one, refs={}) for one in document.blocks]
    assert block(20).id in {one.id for one in document.blocks}
