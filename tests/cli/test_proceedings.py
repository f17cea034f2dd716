"""Recording on the command line what was decided, heard and signed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from toolkit.domain import Workshop

TYPE = ("--type", "julkilausuma")


@pytest.mark.models
def test_proposals_hearing_and_signature_go_the_whole_way(
    run: Run, walked_copy: Workshop, tmp_path: Path
) -> None:
    folder = walked_copy.folder
    first = run("proposals", "list", folder, "--json").json["proposals"][0]
    ref, sheet = first["ref"], tmp_path / "ehdotukset.xlsx"

    decided = run("proposals", "decide", folder, ref, "--outcome", "not-advancing", "--body",
                  "Lautakunta", "--reason", "Ei.", "--date", "8.12.2026", "--json")  # fmt: skip
    planned = run("proposals", "plan", folder, ref, "--change", "Lisää aikoja", "--json")
    assert decided.json["decision"]["date"] == "2026-12-08"
    assert planned.json["plan"]["change"] == "Lisää aikoja"
    run("proposals", "sheet", folder, "-o", sheet)
    assert run("proposals", "import", folder, sheet, "--json").json == {
        "n_decisions": 0,
        "n_plans": 0,
    }

    assert run("draft", folder, *TYPE).code == 0
    run("hearing", "open", folder, *TYPE, "--body", "Nuorisovaltuusto", "--body", "Kunta")
    heard = ("--way", "material-only", "--date", "1.11.2026")
    run("hearing", "heard", folder, "Kunta", *TYPE, *heard)
    made = run(
        "hearing", "amend", folder, *TYPE, "--body", "Kunta", "--text", "Selkeämmin.", "--json"
    )
    answered = run("hearing", "answer", folder, made.json["amendment"]["id"], *TYPE, "--answer",
                   "not-taken", "--reason", "Teksti on selkeä.", "--json")  # fmt: skip
    assert answered.json["hearing"]["amendments"][0]["answer"] == "not_taken"
    shown = run("hearing", "status", folder, *TYPE).out
    warnings = run("hearing", "status", folder, *TYPE, "--json").json["warnings"]
    assert "Teksti on selkeä." in shown
    assert "1.11.2026" in shown
    assert len(warnings) == 3
    assert all(council in shown for council in ("youth", "elderly", "disability"))
    assert all(f"• {warning}" in shown for warning in warnings)

    assert run("sign", folder, *TYPE, "--role", "pj", "--by", "Aino").code == 2  # not reviewed yet
    run("review", "accept", folder, *TYPE, "--all", "--by", "Aino")
    signed = run("sign", folder, *TYPE, "--role", "puheenjohtaja", "--by", "Aino", "--json")
    written = run("publish", folder, *TYPE, "--to", "html", "--signed", "--json")
    assert "Aino (puheenjohtaja)" in Path(written.json["file"]).read_text(encoding="utf-8")
    assert len(signed.json["sha256"]) == 64


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("proposals", "decide", "W", "T9-9", "--outcome", "adopted",
          "--body", "B", "--reason", "R"),
         "T9-9"),
        (("proposals", "plan", "W", "T9-9"), "--change"),
        (("hearing", "status", "W", *TYPE), "julkilausuma"),
        (("sign", "W", *TYPE, "--role", "pj", "--by", "Aino"), "julkilausuma"),
        (("role", "W", "--name", " ", "--as", "approver"), "nimi"),
    ],
    ids=lambda value: str(value)[:24],
)  # fmt: skip
def test_what_cannot_be_recorded_says_why(
    run: Run, workshop: Workshop, words: tuple[str, ...], told: str
) -> None:
    answer = run(*(workshop.folder if word == "W" else word for word in words))

    assert (answer.code, answer.out) == (2, "")
    assert told in answer.err
