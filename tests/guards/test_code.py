"""Habits of the code that no linter knows."""

from __future__ import annotations

import ast
import doctest
import importlib
import json
import pkgutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import toolkit

ROOT = Path(__file__).parents[2]
MODULES = sorted(
    path for folder in ("toolkit", "tests", "benchmarks") for path in (ROOT / folder).rglob("*.py")
)
PACKAGES = [
    "toolkit",
    *sorted(
        f"toolkit.{module.name}"
        for module in pkgutil.iter_modules(toolkit.__path__)
        if module.ispkg and module.name != "resources"
    ),
]
HEAVY = ("torch", "spacy", "sklearn", "bertopic", "sentence_transformers", "pandas", "scipy")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_passes_300_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("name", PACKAGES)
def test_all_is_sorted_complete_and_documented(name: str) -> None:
    module = importlib.import_module(name)
    listed = list(module.__all__)
    # Constants first, then classes, then functions: the order ruff keeps.
    assert listed == sorted(listed, key=lambda n: (not n.isupper(), not n[0].isupper(), n))
    for public in listed:
        value = getattr(module, public)
        if callable(value) and getattr(value, "__module__", "").startswith("toolkit"):
            assert value.__doc__, f"{name}.{public} promises nothing"


WITH_EXAMPLES = [
    path
    for path in MODULES
    if path.is_relative_to(ROOT / "toolkit") and ">>>" in path.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("path", WITH_EXAMPLES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_examples_in_docstrings_are_true(path: Path) -> None:
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")

    results = doctest.testmod(importlib.import_module(name))

    assert results.attempted > 0
    assert results.failed == 0


def run_python(code: str) -> str:
    return subprocess.check_output([sys.executable, "-c", code], text=True, cwd=ROOT)


def test_import_toolkit_is_light() -> None:
    code = "import sys, json, toolkit; print(json.dumps(list(sys.modules)))"

    loaded = set(json.loads(run_python(code)))

    assert loaded.isdisjoint({*HEAVY, "numpy", "sqlalchemy", "pydantic"})


def test_no_door_loads_a_model_when_it_opens() -> None:
    code = "import sys, json, toolkit.cli, toolkit.worker; print(json.dumps(list(sys.modules)))"

    loaded = set(json.loads(run_python(code)))

    assert loaded.isdisjoint(HEAVY)


@pytest.mark.parametrize(
    "path",
    sorted((ROOT / "toolkit" / "resources").rglob("*.toml")),
    ids=lambda path: path.name,
)
def test_every_resource_file_loads(path: Path) -> None:
    assert tomllib.loads(path.read_text(encoding="utf-8"))


def test_no_message_is_built_before_it_is_translated() -> None:
    """``_(f"…")`` and ``_("…".format())`` never match a translation."""
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in (ROOT / "toolkit").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"N_", "ngettext"}
        and any(not isinstance(arg, ast.Constant) for arg in node.args[:1])
    ]

    assert wrong == []
