"""A language model on the command line: off until somebody sets it up and asks for it."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run
from tests.model_server import answer_well, serve
from toolkit.domain import Workshop
from toolkit.language_model import MODEL_URL

KIND = ("--type", "tyopajan-yhteenveto")


def test_without_a_model_a_sentence_says_what_to_set(
    run: Run, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(MODEL_URL, raising=False)

    answer = run("draft", workshop.folder, *KIND, "--model")

    assert answer.code == 2
    assert MODEL_URL in answer.err


@pytest.mark.models
def test_a_model_is_asked_only_when_somebody_says_so(
    run: Run, walked_copy: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serve(answer_well) as server:
        monkeypatch.setenv(MODEL_URL, server.url)
        monkeypatch.setenv("OSALLISUUS_MODEL_NAME", "malli")

        plain = run("draft", walked_copy.folder, *KIND, "--json")
        assert server.asked == []
        worded = run("draft", walked_copy.folder, *KIND, "--model", "--json")

    assert worded.code == 0
    assert worded.json["n_blocks"] > plain.json["n_blocks"]
    assert {remark["gate"] for remark in worded.json["report"]} >= {"LM"}
    back = run("draft", walked_copy.folder, *KIND, "--no-model", "--json")
    assert back.json == plain.json
