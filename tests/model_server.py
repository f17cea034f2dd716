"""A real server that speaks like a language model's, well or badly."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from toolkit.drafting.model_checks import find_fault

Answer = Callable[["Handler", dict[str, Any]], None]


class Server(ThreadingHTTPServer):
    """Answers every question by one function, and remembers what was asked."""

    daemon_threads = True
    answer: Answer
    asked: list[dict[str, Any]]
    paths: list[str]
    headers_seen: list[dict[str, str]]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"


class Handler(BaseHTTPRequestHandler):
    """One question."""

    server: Server

    def do_GET(self) -> None:
        self.server.paths.append(self.path)
        self.reply(200, b'{"data": []}')

    def do_POST(self) -> None:
        self.server.paths.append(self.path)
        self.server.headers_seen.append(dict(self.headers))
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append(asked)
        self.server.answer(self, asked)

    def reply(self, status: int, body: bytes, **headers: str) -> None:
        try:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        except OSError:
            self.close_connection = True  # the client has had enough

    def say(self, content: object) -> None:
        body = json.dumps({"choices": [{"message": {"content": content}}]})
        self.reply(200, body.encode())

    def log_message(self, *_arguments: object) -> None:
        pass


@contextmanager
def serve(answer: Answer) -> Iterator[Server]:
    """Run a server on a free port of this machine."""
    with Server(("127.0.0.1", 0), Handler) as server:
        server.answer, server.asked, server.paths, server.headers_seen = answer, [], [], []
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def given_notes(asked: dict[str, Any]) -> list[dict[str, str]]:
    """Return the notes that a question gives."""
    prompt = asked["messages"][0]["content"]
    data = json.loads(prompt.split("<aineisto>\n")[1].split("\n</aineisto>")[0])
    notes: list[dict[str, str]] = data["merkinnat"]
    return notes


def virke(text: str, *refs: str, kind: str = "havainto") -> dict[str, Any]:
    return {"teksti": text, "lahteet": list(refs), "laji": kind}


def answer_well(handler: Handler, asked: dict[str, Any]) -> None:
    """Say again what two notes say, of those that say it as a model must."""
    notes = given_notes(asked)
    plain = [n for n in notes if not find_fault(n["teksti"], [n["teksti"]], language="fi")]
    said = [virke(note["teksti"], note["tunnus"]) for note in plain[:2]]
    handler.say(json.dumps({"virkkeet": said}))
