"""A language model on a machine of one's own, behind two questions: is it there, what does it say.

Off unless somebody has set it up. Speaks the chat interface that vLLM, Ollama and llama.cpp share.
"""

from __future__ import annotations

import ipaddress
import json
import os
import socket
import ssl
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import Any, Protocol
from urllib.parse import SplitResult, urlsplit

from toolkit.errors import FailedModel, MissingModel
from toolkit.i18n import N_

__all__ = ["MODEL_URL", "ChatModel", "LanguageModel", "load_language_model"]

MODEL_URL = "OSALLISUUS_MODEL_URL"
"""The environment variable with the address, such as ``http://127.0.0.1:8080/v1``."""

_NAME = "OSALLISUUS_MODEL_NAME"
_KEY = "OSALLISUUS_MODEL_KEY"
_ALLOW = "OSALLISUUS_MODEL_ALLOW"
_SEED = 7
_LONGEST_ANSWER = 1_000_000  # bytes
_PRIVATE = [
    ipaddress.ip_network(net)
    for net in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")
]
_UNKNOWN_REQUEST = {400, 415, 422, 501}


class LanguageModel(Protocol):
    """Anything that answers a prompt with JSON."""

    @property
    def name(self) -> str:
        """What the model is called."""

    def available(self) -> bool:
        """Tell whether it answers at all."""

    def complete(self, prompt: str, schema: Mapping[str, Any]) -> dict[str, Any]:
        """Return what the model answers; nothing says that it follows ``schema``.

        Raises
        ------
        FailedModel
            If there is no answer, or it is no JSON object.
        """


class ChatModel:
    """A model behind an address that many servers share; see ``load_language_model``.

    Parameters
    ----------
    url
        Up to and with the version: ``/chat/completions`` is added.
    allowed
        Hosts that need not be on this machine or in a private network.
    timeout
        Seconds that an answer may take as a whole.
    """

    def __init__(
        self,
        url: str,
        *,
        name: str,
        key: str = "",
        allowed: frozenset[str] = frozenset(),
        timeout: float = 120.0,
    ) -> None:
        self.name = name
        self._url = _checked_url(url)
        self._key = key
        self._allowed = allowed
        self._timeout = timeout

    def available(self) -> bool:
        """Tell whether it answers at all."""
        try:
            status, _body = self._ask("GET", "/models", None)
        except FailedModel:
            return False
        return status < 500

    def complete(self, prompt: str, schema: Mapping[str, Any]) -> dict[str, Any]:
        """Return what the model answers; nothing says that it follows ``schema``.

        Asks for the schema, then for JSON, then for text: servers differ in what they know.

        Raises
        ------
        FailedModel
            If there is no answer, or it is no JSON object.
        """
        for form in _forms(schema):
            asked = {
                "model": self.name,
                "messages": [{"role": "user", "content": prompt}],
                "temperature": 0,
                "seed": _SEED,
                **form,
            }
            status, body = self._ask("POST", "/chat/completions", asked)
            if status == 200:
                return _read_answer(body)
            if status not in _UNKNOWN_REQUEST:
                break
        raise FailedModel(N_("The language model answered with an error: {status}."), status=status)

    def _ask(self, method: str, path: str, asked: object) -> tuple[int, bytes]:
        # http.client follows no redirects and knows no proxies: what is sent goes to this host.
        headers = {"Accept-Encoding": "identity", "Content-Type": "application/json"}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        body = None if asked is None else json.dumps(asked).encode()
        try:
            with self._connected() as connection:
                connection.request(method, f"{self._url.path}{path}", body=body, headers=headers)
                with connection.getresponse() as response:
                    return _read_whole(response)
        except (OSError, HTTPException, UnicodeError) as error:  # a host no name can have
            message = N_("The language model does not answer: {reason}.")
            raise FailedModel(message, reason=type(error).__name__) from error

    @contextmanager
    def _connected(self) -> Iterator[HTTPConnection]:
        host, port = self._url.hostname or "", self._url.port
        secure = self._url.scheme == "https"
        found = socket.getaddrinfo(host, port or (443 if secure else 80), type=socket.SOCK_STREAM)
        self._check(str(where[0]) for *_kind, where in found)
        connection = (
            HTTPSConnection(host, port, timeout=self._timeout, context=ssl.create_default_context())
            if secure
            else HTTPConnection(host, port, timeout=self._timeout)
        )
        try:
            connection.connect()
            # Where the line really goes: the name may lead to another place than a moment ago.
            self._check([connection.sock.getpeername()[0]])
            # A server that sends a byte now and then would keep us for ever.
            limit = threading.Timer(self._timeout, _hang_up, [connection.sock])
            limit.daemon = True
            limit.start()
            try:
                yield connection
            finally:
                limit.cancel()
        finally:
            connection.close()

    def _check(self, addresses: Iterable[str]) -> None:
        host = self._url.hostname or ""
        if host not in self._allowed and not all(map(is_near, addresses)):
            message = N_(
                "The address of the language model is not on this machine or in a private network: "
                "{host}. If it is your organisation's own, name the host in {variable}."
            )
            raise MissingModel(message, host=host, variable=_ALLOW)


def is_near(address: str) -> bool:
    """Tell whether an IP address is this machine's or a private network's (RFC 1918, RFC 4193)."""
    parsed = ipaddress.ip_address(address.partition("%")[0])
    parsed = getattr(parsed, "ipv4_mapped", None) or parsed
    return parsed.is_loopback or any(
        parsed.version == net.version and parsed in net for net in _PRIVATE
    )


def load_language_model() -> ChatModel:
    """Return the model that the environment tells of; nothing is asked of it yet.

    ``OSALLISUUS_MODEL_URL`` and ``OSALLISUUS_MODEL_NAME`` say which, ``OSALLISUUS_MODEL_KEY`` opens
    it, and ``OSALLISUUS_MODEL_ALLOW`` names hosts, commas between, that may be outside this machine
    and its private network.

    Raises
    ------
    MissingModel
        If no model is set up, or the address or the key cannot be one.
    """
    url, name = os.environ.get(MODEL_URL, "").strip(), os.environ.get(_NAME, "").strip()
    if not url or not name:
        message = N_("No language model is set up. Set {url} and {name}, or leave --model out.")
        raise MissingModel(message, url=MODEL_URL, name=_NAME)
    key = os.environ.get(_KEY, "").strip()
    if not (key.isascii() and key.isprintable()):
        raise MissingModel(
            N_("The key of the language model has signs that no key has. Mend {variable}."),
            variable=_KEY,
        )
    hosts = os.environ.get(_ALLOW, "").split(",")
    allowed = frozenset(host.strip().lower() for host in hosts if host.strip())
    return ChatModel(url, name=name, key=key, allowed=allowed)


def _checked_url(url: str) -> SplitResult:
    try:
        parts = urlsplit(url.rstrip("/"))
        good = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:
        good = False
    if not good or parts.username or parts.password or parts.query or parts.fragment:
        message = N_("This cannot be the address of a language model: {url}. Mend {variable}.")
        raise MissingModel(message, url=url, variable=MODEL_URL)
    return parts


def _forms(schema: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    wrapped = {"name": "answer", "strict": True, "schema": schema}
    yield {"response_format": {"type": "json_schema", "json_schema": wrapped}}
    yield {"response_format": {"type": "json_object"}}
    yield {}


def _hang_up(line: socket.socket) -> None:
    with suppress(OSError):  # it may have hung up itself
        line.shutdown(socket.SHUT_RDWR)


def _read_whole(response: HTTPResponse) -> tuple[int, bytes]:
    body = response.read(_LONGEST_ANSWER + 1)
    if len(body) > _LONGEST_ANSWER:
        raise FailedModel(N_("The answer of the language model is too long."))
    return response.status, body


def _read_answer(body: bytes) -> dict[str, Any]:
    try:
        content = json.loads(body)["choices"][0]["message"]["content"]
        # Models like to put a fence or a word round what they were asked for.
        answer = json.loads(content[content.index("{") : content.rindex("}") + 1])
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as error:
        raise FailedModel(N_("The answer of the language model is not what was asked.")) from error
    if not isinstance(answer, dict):
        raise FailedModel(N_("The answer of the language model is not what was asked."))
    return answer
