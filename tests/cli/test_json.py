"""The stable keys of ``--json``: what scripts rely on and the README documents."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from toolkit import workflow
from toolkit.domain import EventKind, Workshop

ROOT = Path(__file__).parents[2]
W = "workshop"

KEYS = {
    ("status",): {"workshop", "title", "sources", "notes", "statements", "votes", "themes",
                  "opinion_groups", "decisions", "drafts", "published"},
    ("history",): {"events"},
    ("notes",): {"notes"},
    ("choices",): {"surveys"},
    ("kinds",): {"n_notes", "kinds", "notes", "themes", "set_aside"},
    ("kind", "T1-003", "--as", "huoli"): {"decided"},
    ("themes",): {"n_notes", "themes", "unthemed", "set_aside", "stale_decisions", "offers",
                  "settings"},
    ("opinions",): {"n_participants", "n_statements", "n_votes", "mode", "stability",
                    "explained_variance", "similarity", "groups", "statements", "consensus",
                    "representative", "uncertain", "check", "import_check", "rounds"},
    ("framework", "--frame", "osallisuuden-arvot"): {
        "framework", "n_notes", "axes", "placements", "set_aside", "stale_placements"},
    ("frameworks", "--frame", "osallisuuden-arvot"): {"frameworks", "framework", "axes"},
    ("place", "T1-001", "--frame", "osallisuuden-arvot", "--nowhere"): {
        "note_id", "framework", "category_id"},
    ("background", "P1-v1"): {"background"},
    ("draft", "--type", "julkilausuma"): {"draft", "type", "n_blocks", "n_citations", "report"},
    ("verify", "--type", "julkilausuma"): {"report", "ok", "coverage"},
    ("publish", "--type", "julkilausuma", "--to", "html", "--working-copy"): {
        "file", "type", "format", "working_copy"},
    ("publish", "--type", "julkilausuma", "--to", "xlsx"): {
        "file", "type", "format", "working_copy"},
}  # fmt: skip


@pytest.mark.models
@pytest.mark.parametrize(("words", "keys"), KEYS.items(), ids=map(" ".join, KEYS))
def test_a_command_prints_one_json_object_with_its_keys(
    run: Run,
    walked_copy: Workshop,
    words: tuple[str, ...],
    keys: set[str],
) -> None:
    answer = run(words[0], walked_copy.folder, *words[1:], "--json")

    assert answer.code == 0, answer.err
    assert answer.json.keys() == keys


@pytest.mark.parametrize(("words", "keys"), KEYS.items(), ids=map(" ".join, KEYS))
def test_the_readme_documents_the_keys(words: tuple[str, ...], keys: set[str]) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    row = next(line for line in readme.splitlines() if line.startswith(f"| `{words[0]}"))

    documented = re.split(r"(?<!\\)\|", row)[2].split(": a list")[0]
    assert set(re.findall(r"`([a-z_]+)`", documented)) == keys


def test_new_import_and_undo_speak_json(run: Run, tmp_path: Path) -> None:
    board = tmp_path / "lauta.csv"
    board.write_text(
        "Subject,Body,Author,Section\n,Jonot pois,Anonymous,Mitä?\n,,Anonymous,Mitä?\n",
        encoding="utf-8",
    )

    made = run("new", tmp_path / "ilta", "--title", "Ilta", "--json").json
    (source,) = run("import", tmp_path / "ilta", board, "--json").json["sources"]

    assert made.keys() == {"workshop", "id"}
    assert (source["file"], source["rows"], source["notes"]) == ("lauta.csv", 2, 1)
    assert [item.keys() for item in source["skipped"]] == [{"row", "reason"}]
    used = source["notes"] + source["statements"] + source["merged"] + source["set_aside"]
    assert source["rows"] == used + len(source["skipped"])
    assert run("import", tmp_path / "ilta", board, "--json").json["sources"][0]["merged"] == 1


def test_a_turned_sign_is_a_sentence_and_an_answer_goes_through(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "polis"
    folder.mkdir()
    header = "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n"
    rows = [f"1,x,{n},{n},0,0,1,väite {n}\n" for n in range(6)]
    (folder / "comments.csv").write_text(header + "".join(rows), encoding="utf-8")
    votes = "timestamp,datetime,comment-id,voter-id,vote\n"
    votes += "".join(f"1,x,{n},{n},-1\n" for n in range(6))
    (folder / "votes.csv").write_text(votes, encoding="utf-8")
    run("new", tmp_path / "ilta", "--title", "Ilta")

    refused = run("import", tmp_path / "ilta", folder, "--json")
    (source,) = run("import", tmp_path / "ilta", folder, "--vote-sign", "raw", "--json").json[
        "sources"
    ]

    assert (refused.code, refused.out) == (2, "")
    assert refused.err.count("\n") == 1
    assert "vaihtaneen paikkaa" in refused.err
    assert source["votes"] == 6
    assert {"code", "passed", "message"} == source["checks"][0].keys()
    assert source["checks"][0]["code"] == source["warnings"][0]["code"] == "vote_sign_given"
    assert run("import", tmp_path / "ilta", folder, "--vote-sign", "nurin").code == 2


def test_a_background_statement_is_marked_and_taken_back(run: Run, walked_copy: Workshop) -> None:
    marked = run("background", walked_copy.folder, "P1-v1", "P1-v2", "--json").json["background"]
    left = run("background", walked_copy.folder, "P1-v1", "--remove", "--json").json["background"]
    unknown = run("background", walked_copy.folder, "P9-v1")

    assert [len(marked), len(left)] == [2, 1]
    statements = run("opinions", walked_copy.folder, "--json").json["statements"]
    assert [s["ref"] for s in statements if s["is_meta"]] == ["P1-v2"]
    assert (unknown.code, "P9-v1" in unknown.err) == (2, True)


def test_what_was_undone_is_redone(run: Run, walked_copy: Workshop) -> None:
    theme = workflow.load_present(walked_copy).themes[0]
    payload = {"theme_id": theme.id, "locked": True}
    workflow.decide(walked_copy, EventKind.THEME_LOCKED, payload, actor="Aino")

    undone = run("undo", walked_copy.folder, "--json").json["undone"]
    redone = run("redo", walked_copy.folder, "--json").json["redone"]
    again = run("redo", walked_copy.folder)

    assert undone == redone
    assert workflow.load_present(walked_copy).themes[0].locked
    assert (again.code, again.err.count("\n")) == (2, 1)


def test_every_note_and_theme_id_is_where_the_contract_says(
    run: Run,
    walked_copy: Workshop,
) -> None:
    notes = run("notes", walked_copy.folder, "--json").json["notes"]
    themes = run("themes", walked_copy.folder, "--json").json

    listed = [key for theme in themes["themes"] for key in theme["note_ids"]]
    assert sorted([*listed, *themes["unthemed"]]) == sorted(note["id"] for note in notes)
    assert themes["n_notes"] == len(notes)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_help_is_in_the_readers_language(
    run: Run, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("OSALLISUUS_LANGUAGE", language)

    text = run("--help").out

    expected = {"fi": "Tee uusi työpaja", "sv": "Skapa en ny workshop", "en": "Make a new workshop"}
    assert expected[language] in text


@pytest.mark.models
def test_kinds_of_notes_and_of_themes_agree_with_what_people_chose(
    run: Run, walked_copy: Workshop
) -> None:
    run("kinds", walked_copy.folder)
    before = run("kinds", walked_copy.folder, "--json").json
    chosen = before["notes"][0]
    other = "huoli" if chosen["kind"] != "huoli" else "kiitos"
    run("kind", walked_copy.folder, chosen["ref"], "--as", other)
    unknown = run("kind", walked_copy.folder, chosen["ref"], "--as", "valitus")

    after = run("kinds", walked_copy.folder, "--json").json
    listed = run("notes", walked_copy.folder, "--json").json["notes"]
    now = {note["id"]: note["kind"] for note in after["notes"]}
    themed = [(i, k) for theme in after["themes"] for k, ids in theme["kinds"].items() for i in ids]
    assert now[chosen["id"]] == other
    assert {note["id"]: note["kind"] for note in listed} == now
    assert sorted(themed) == sorted(now.items())
    assert sum(after["kinds"].values()) == after["n_notes"] == len(listed)
    assert after["kinds"][other] == before["kinds"][other] + 1
    assert (unknown.code, "toteamus" in unknown.err) == (2, True)
