"""What the server of the screens refuses, and the one cookie it needs."""

from __future__ import annotations

import os
import signal
import threading
import time
from typing import Any

from jupyter_server.auth.identity import PasswordIdentityProvider, User
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from jupyter_server.utils import url_path_join
from tornado.web import HTTPError, RequestHandler
from voila.configuration import VoilaConfiguration
from voila.handler import BaseVoilaHandler

from toolkit.apps.login import HEADER, utf8

MESSAGE_BYTES = 8 * 2**20
"""The longest message a page may send; uploads come in pieces of half a mebibyte."""

TEMPLATE = "osallisuus"
PROTOCOL = "v1.kernel.websocket.jupyter.org"

CONTENT_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' blob:",  # anywidget loads its modules from blobs
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)


class Visitors(PasswordIdentityProvider):
    """Hands every visitor the cookie without which a closed page cannot end its kernel."""

    async def get_user(self, handler: RequestHandler) -> User | None:
        """Return the visitor; reading the token sets the cookie."""
        found: Any = super().get_user(handler)
        user: User | None = await found if hasattr(found, "__await__") else found
        if user is not None:
            handler.current_user = user
            _ = handler.xsrf_token
        return user


class ProxyUsers(Visitors):
    """Lets in those whose name the proxy tells, and nobody else."""

    async def get_user(self, handler: RequestHandler) -> User | None:
        """Return the person the proxy has let in; None for one who came past it."""
        name = utf8(handler.request.headers.get(os.environ[HEADER], "")).strip()
        if not name:
            return None
        handler.current_user = user = User(username=name)
        _ = handler.xsrf_token
        return user

    def get_handlers(self) -> list[tuple[Any, ...]]:
        """Return the page of those who came past the proxy."""
        base: Any = self.parent
        return [(url_path_join(base.base_url, "login"), NoLogin)]


class OwnPage(BaseVoilaHandler):  # type: ignore[misc, unused-ignore]
    """A page that only says what is wrong."""

    status = 404

    def initialize(self) -> None:
        """Take the look of the screens."""
        super().initialize(voila_configuration=VoilaConfiguration(template=TEMPLATE))

    async def prepare(self) -> None:
        """Refuse, before anything is asked of the visitor.

        Raises
        ------
        HTTPError
            Always.
        """
        self.current_user = self._jupyter_current_user = None
        raise HTTPError(self.status)


class NoLogin(OwnPage):
    """Says that the way in is the organisation's login."""

    status = 403


class Connection(ZMQChannelsWebsocketConnection):
    """Refuses the old message format, in which one message can keep the server busy for ever."""

    async def prepare(self) -> None:
        """Let the socket open only in the present format.

        Raises
        ------
        HTTPError
            400 for any other.
        """
        asked = self.websocket_handler.request.headers.get("Sec-WebSocket-Protocol", "")
        if PROTOCOL not in asked:
            raise HTTPError(400)
        await super().prepare()  # type: ignore[no-untyped-call]


def end_with_parent() -> None:
    """Stop this process soon after the one that started it is gone, however that went."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, daemon=True).start()
