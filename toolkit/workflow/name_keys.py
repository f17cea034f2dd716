"""The key to masked words: which name each of them stands for, encrypted, kept apart."""

from __future__ import annotations

import json
import os
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit import store
from toolkit.domain import Workshop
from toolkit.errors import BadName, NothingToRead, UnreadableExport
from toolkit.i18n import N_
from toolkit.workflow.boards import items_of
from toolkit.workflow.personal_data import text_digest
from toolkit.workflow.present import load_state, read_kept

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

SHORTEST = 12
"""Characters of a passphrase."""
_FORMAT = "osallisuus-key"
_WORK = {"n": 2**16, "r": 8, "p": 1}
"""Cost of scrypt: 64 MiB and about a quarter of a second for every guess."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyEntry:
    """What a masked word stands for in one note.

    Attributes
    ----------
    word
        What people see: ``"[HENKILÖ 1]"``.
    words
        What was written.
    ref
        Label of the note.
    """

    word: str
    words: str
    ref: str


def save_key(workshop: Workshop, path: Path, *, passphrase: str) -> int:
    """Write which words the masks of a workshop stand for, encrypted; return how many.

    Nothing of it goes into the workshop or its log.

    Parameters
    ----------
    path
        A new file, outside the folder of the workshop.
    passphrase
        At least ``SHORTEST`` characters. Nobody can open the file without it.

    Raises
    ------
    BadName
        If the file exists or is in the workshop, or the passphrase is too short.
    NothingToRead
        If nothing is masked, or the originals have been deleted.
    """
    if path.resolve().is_relative_to(Path(workshop.folder).resolve()):
        msg = N_("The key must not be in the folder of the workshop: {name}. Choose another place.")
        raise BadName(msg, name=str(path))
    if path.exists():
        msg = N_("There is something in this place already: {name}. Choose another name.")
        raise BadName(msg, name=str(path))
    if len(passphrase) < SHORTEST:
        raise BadName(N_("The passphrase is too short. Use at least {n} characters."), n=SHORTEST)
    entries = _entries(workshop)
    if not entries:
        msg = N_(
            "There is nothing to write a key for: nothing is masked, or originals are deleted."
        )
        raise NothingToRead(msg)
    data = json.dumps(
        {"workshop": workshop.id, "entries": [asdict(one) for one in entries]}, ensure_ascii=False
    )
    salt, nonce = os.urandom(16), os.urandom(12)
    sealed = _cipher(passphrase, salt).encrypt(nonce, data.encode(), _FORMAT.encode())
    plain = {
        "format": _FORMAT,
        "version": 1,
        "kdf": "scrypt",
        **_WORK,
        "salt": b64encode(salt).decode(),
        "nonce": b64encode(nonce).decode(),
        "data": b64encode(sealed).decode(),
    }
    store.write_bytes(path, json.dumps(plain, indent=2).encode())
    path.chmod(0o600)
    return len(entries)


def read_key(path: Path, *, passphrase: str) -> tuple[KeyEntry, ...]:
    """Open a key.

    Raises
    ------
    UnreadableExport
        If it is no key, has been changed, or the passphrase is another one.
    """
    from cryptography.exceptions import InvalidTag

    try:
        plain = json.loads(path.read_text(encoding="utf-8"))
        salt, nonce, sealed = (b64decode(plain[key]) for key in ("salt", "nonce", "data"))
        data = _cipher(passphrase, salt).decrypt(nonce, sealed, _FORMAT.encode())
        return tuple(KeyEntry(**entry) for entry in json.loads(data)["entries"])
    except InvalidTag as error:
        msg = N_("The passphrase is not the right one, or the key has been changed: {name}.")
        raise UnreadableExport(msg, name=str(path)) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UnreadableExport(
            N_("The file is no key to masked words: {name}."), name=str(path)
        ) from error


def _cipher(passphrase: str, salt: bytes) -> AESGCM:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    return AESGCM(Scrypt(salt=salt, length=32, **_WORK).derive(passphrase.encode()))


def _entries(workshop: Workshop) -> Sequence[KeyEntry]:
    state = load_state(workshop)
    found: dict[KeyEntry, None] = {}
    for source in state.sources:
        if store.has_masked(workshop, source.id) or not source.redactions:
            continue
        for item in items_of(read_kept(workshop, source)):
            ref = state.labels.get(source.note_id(item.id), ("?", ""))[0]
            digest = text_digest(item.text)
            for one in source.redactions:
                if one.digest == digest and one.word:
                    words = item.text[one.start : one.end]
                    found[KeyEntry(word=one.word, words=words, ref=ref)] = None
    return tuple(sorted(found, key=lambda one: (one.word, one.words, one.ref)))
