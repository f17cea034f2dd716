"""Visitors whom a JupyterHub has let in; each has a server of their own."""

from __future__ import annotations

from jupyter_server.utils import url_path_join
from jupyterhub.singleuser.extension import JupyterHubIdentityProvider
from tornado.web import RequestHandler


class HubUsers(JupyterHubIdentityProvider):  # type: ignore[misc, unused-ignore]
    """Asks the hub who a visitor is and whether this server is theirs."""

    def get_handlers(self) -> list[tuple[str | type[RequestHandler] | dict[str, object], ...]]:
        """Return the hub's own pages at the address this server has behind it."""
        base = self.parent.base_url
        return [(url_path_join(base, path), *rest) for path, *rest in super().get_handlers()]
