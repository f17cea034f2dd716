"""What the pages share that take files in: pieces come, are put together, and wait to be read."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any, ClassVar

from toolkit import store
from toolkit.apps.reply import Reply
from toolkit.apps.state import ScreenState
from toolkit.apps.uploads import MAX_BYTES, PIECE_BYTES, SUFFIXES, Uploads
from toolkit.domain import Workshop
from toolkit.i18n import _


class UploadState(ScreenState):
    """A page that takes files in."""

    suffixes: ClassVar[tuple[str, ...]] = SUFFIXES
    """Of the files the page takes in."""

    upload_actions: ClassVar[tuple[str, ...]] = ("piece", "give_up")

    def __init__(self, workshop: Workshop) -> None:
        super().__init__(workshop)
        self.uploads = Uploads(store.cache_folder(workshop, "incoming"), suffixes=self.suffixes)
        self.uploads.sweep(now=time.time())
        self._arrived: dict[str, Path] = {}

    @property
    def upload_limits(self) -> dict[str, Any]:
        """What may be sent, for the page to check before it sends anything."""
        return {"suffixes": self.suffixes, "max_bytes": MAX_BYTES, "piece_bytes": PIECE_BYTES}

    def check_sender(self) -> None:
        """Refuse files from somebody who may not send any."""

    def piece(self, *, key: str, name: str, size: int, number: int, data: bytes) -> Reply:
        """Take a piece of a file; ``extra`` says ``"whole"`` after the last one."""
        self.check_sender()
        path = self.uploads.take(key=key, name=name, size=size, number=number, data=data)
        if path is None:
            return Reply()
        self._arrived[key] = path
        return Reply(extra="whole")

    def give_up(self, *, key: str) -> Reply:
        """Forget a file that was being sent."""
        self.uploads.drop(key)
        return Reply(notice=_("Sending was stopped. Nothing of that file was kept."))
