"""The screens: five notebooks behind one local server, with a worker beside it."""

from toolkit.apps.server import serve

__all__ = ["serve"]
