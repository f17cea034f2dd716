"""Notebooks hold no output, define nothing and run."""

from __future__ import annotations

import ast
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").rglob("*.ipynb"))
APPS = [path for path in NOTEBOOKS if path.parent.name == "apps"]
GUIDES = [path for path in NOTEBOOKS if path.parent.name == "guides"]


def code_of(path: Path) -> list[nbformat.NotebookNode]:
    return code_cells(nbformat.read(path, as_version=4))


def code_cells(notebook: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def by_name(path: Path) -> str:
    return path.stem


def test_there_are_notebooks() -> None:
    assert len(APPS) >= 5
    assert len(GUIDES) >= 2


@pytest.mark.parametrize("path", NOTEBOOKS, ids=by_name)
def test_a_notebook_holds_no_output(path: Path) -> None:
    assert [cell for cell in code_of(path) if cell.outputs or cell.execution_count] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=by_name)
def test_a_notebook_defines_nothing(path: Path) -> None:
    tree = ast.parse("\n".join(cell.source for cell in code_of(path)))

    definitions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    assert [node for node in ast.walk(tree) if isinstance(node, definitions)] == []


@pytest.mark.parametrize("path", APPS, ids=by_name)
def test_an_app_is_a_caption(path: Path) -> None:
    lines = [line for cell in code_of(path) for line in cell.source.splitlines() if line.strip()]
    metadata = nbformat.read(path, as_version=4).metadata

    assert len(lines) <= 10
    assert metadata.get("title")


@pytest.mark.models
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("path", GUIDES, ids=by_name)
def test_a_guide_runs_from_start_to_end(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OSALLISUUS_POLIS", raising=False)

    run(path)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_polis_guide_runs_on_a_real_conversation(
    shared_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shared_data / "polis" / "brexit-consensus"
    if not folder.is_dir():
        pytest.skip(f"no conversation at {folder}")
    monkeypatch.setenv("OSALLISUUS_POLIS", str(folder))
    [path] = [path for path in GUIDES if "polis" in path.stem]

    shown = [output.data for cell in code_cells(run(path)) for output in cell.outputs]

    assert "Can there be consensus on Brexit?" in str(shown[0])
    assert sum("image/png" in data for data in shown) >= 3


def run(path: Path) -> nbformat.NotebookNode:
    notebook = nbformat.read(path, as_version=4)
    return NotebookClient(notebook, timeout=300, resources={"metadata": {"path": ROOT}}).execute()
