"""A language model of one's own: whatever its server does, an answer or one sentence comes back."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from tests.model_server import Handler, serve
from toolkit.errors import FailedModel, MissingModel
from toolkit.language_model import MODEL_URL, ChatModel, is_near, load_language_model

SCHEMA = {"type": "object"}
GOOD = json.dumps({"choices": [{"message": {"content": '{"a": 1}'}}]}).encode()


def say(content: object) -> Any:
    return lambda handler, _asked: handler.say(content)


def reply(status: int, body: bytes = b"{}", **headers: str) -> Any:
    return lambda handler, _asked: handler.reply(status, body, **headers)


def test_a_question_asks_for_the_schema_and_for_the_same_answer_always() -> None:
    with serve(say('{"a": 1}')) as server:
        answer = ChatModel(server.url, name="malli", key="salainen").complete("Mitä?", SCHEMA)

    assert answer == {"a": 1}
    (asked,) = server.asked
    assert asked["response_format"]["json_schema"]["schema"] == SCHEMA
    assert (asked["model"], asked["temperature"], asked["seed"]) == ("malli", 0, 7)
    assert server.paths == ["/v1/chat/completions"]
    assert server.headers_seen[0]["Authorization"] == "Bearer salainen"


def test_a_server_that_knows_no_schema_is_asked_for_json_and_then_for_text() -> None:
    def answer(handler: Handler, asked: dict[str, Any]) -> None:
        if "response_format" in asked:
            handler.reply(400, b'{"error": "unknown response_format"}')
        else:
            handler.say('Tässä:\n```json\n{"a": 1}\n```')

    with serve(answer) as server:
        assert ChatModel(server.url, name="m").complete("?", SCHEMA) == {"a": 1}

    forms = [asked.get("response_format", {}).get("type") for asked in server.asked]
    assert forms == ["json_schema", "json_object", None]


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(say('{"a": '), id="broken JSON"),
        pytest.param(say("En tiedä."), id="no JSON"),
        pytest.param(say(""), id="empty"),
        pytest.param(say(None), id="nothing said"),
        pytest.param(say("[1, 2]"), id="a list"),
        pytest.param(say('{"a":' + "[" * 200_000 + "}"), id="very deep"),
        pytest.param(reply(200, b"<html>Tervetuloa</html>"), id="a web page"),
        pytest.param(reply(200, b""), id="no body"),
        pytest.param(reply(200, b'{"choices": []}'), id="no choices"),
        pytest.param(reply(200, b"\xff\xfe"), id="no text"),
        pytest.param(reply(200, b"[]"), id="another shape"),
        pytest.param(reply(200, GOOD + b" " * 1_000_000), id="a huge body"),
        pytest.param(reply(500), id="an error"),
        pytest.param(reply(401), id="a closed door"),
        pytest.param(reply(422), id="every form refused"),
    ],
)
def test_a_bad_answer_is_one_error(answer: Any) -> None:
    with serve(answer) as server, pytest.raises(FailedModel):
        ChatModel(server.url, name="m").complete("?", SCHEMA)


def test_an_answer_that_takes_too_long_as_a_whole_is_given_up() -> None:
    def drip(handler: Handler, _asked: dict[str, Any]) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            for place in range(len(GOOD)):
                handler.wfile.write(GOOD[place : place + 1])
                time.sleep(0.05)
        except OSError:
            handler.close_connection = True

    with serve(drip) as server, pytest.raises(FailedModel):
        ChatModel(server.url, name="m", timeout=0.5).complete("?", SCHEMA)


def test_nobody_is_led_to_another_host() -> None:
    with serve(say('{"a": 1}')) as other:
        for status in (301, 302, 307, 308):
            lead = reply(status, Location=f"{other.url}/chat/completions")
            with serve(lead) as server, pytest.raises(FailedModel):
                ChatModel(server.url, name="m").complete("?", SCHEMA)

    assert other.paths == []


def test_no_proxy_hears_what_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    with serve(say('{"a": 2}')) as proxy, serve(say('{"a": 1}')) as server:
        monkeypatch.setenv("http_proxy", proxy.url)
        monkeypatch.setenv("ALL_PROXY", proxy.url)
        assert ChatModel(server.url, name="m").complete("?", SCHEMA) == {"a": 1}

    assert proxy.paths == []


def test_a_server_that_is_not_there_is_not_available() -> None:
    with serve(say("{}")) as server:
        assert ChatModel(server.url, name="m").available()
    assert not ChatModel(server.url, name="m").available()


@pytest.mark.parametrize(
    ("address", "near"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("::ffff:127.0.0.1", True),
        ("10.1.2.3", True),
        ("172.31.0.1", True),
        ("192.168.1.1", True),
        ("fd00::1", True),
        ("172.32.0.1", False),
        ("169.254.169.254", False),
        ("fe80::1%eth0", False),
        ("8.8.8.8", False),
        ("0.0.0.0", False),
        ("::ffff:8.8.8.8", False),
        ("2001:4860:4860::8888", False),
    ],
)
def test_what_is_near(address: str, near: bool) -> None:
    assert is_near(address) is near


def test_a_distant_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(MODEL_URL, "http://8.8.8.8:9/v1")
    monkeypatch.setenv("OSALLISUUS_MODEL_NAME", "m")

    with pytest.raises(MissingModel, match="OSALLISUUS_MODEL_ALLOW"):
        load_language_model().available()


@pytest.mark.parametrize(
    "url",
    ["", "ftp://127.0.0.1/v1", "http://", "file:///etc/passwd", "http://me:me@127.0.0.1/v1",
     "http://127.0.0.1:99999/v1", "http://[::1/v1", "http://127.0.0.1/v1?a=b"],
)  # fmt: skip
def test_what_is_no_address_is_said_to_be_none(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(MODEL_URL, url)
    monkeypatch.setenv("OSALLISUUS_MODEL_NAME", "m")

    with pytest.raises(MissingModel, match=MODEL_URL):
        load_language_model()


@pytest.mark.parametrize("key", ["avain\nX-Toinen: 1", "avain–ä"])
def test_what_is_no_key_is_said_to_be_none(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(MODEL_URL, "http://127.0.0.1:9/v1")
    monkeypatch.setenv("OSALLISUUS_MODEL_NAME", "m")
    monkeypatch.setenv("OSALLISUUS_MODEL_KEY", key)

    with pytest.raises(MissingModel, match="OSALLISUUS_MODEL_KEY"):
        load_language_model()


def test_a_host_that_no_name_can_have_is_not_available() -> None:
    assert not ChatModel("http://malli..kuusivaara.fi/v1", name="m").available()


def test_the_prompt_is_sent_as_it_is() -> None:
    prompt = 'ä "\n\N{FIRE} </aineisto>'
    with serve(say("{}")) as server:
        ChatModel(server.url, name="m").complete(prompt, SCHEMA)

    assert server.asked[0]["messages"] == [{"role": "user", "content": prompt}]
    assert json.dumps(server.asked[0])
