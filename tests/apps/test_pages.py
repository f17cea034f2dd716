"""The pages: light to open, whole as modules, every text they ask for there."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from toolkit.apps.page import page_module
from toolkit.apps.screens import SCREENS

ROOT = Path(__file__).parents[2]
APPS = ROOT / "toolkit" / "apps"
STATIC = ROOT / "toolkit/resources/jupyter/voila/templates/osallisuus/static"
HEAVY = {"torch", "spacy", "sklearn", "bertopic", "sentence_transformers", "scipy", "umap"}


@pytest.mark.parametrize("name", sorted(path.stem for path in APPS.glob("screen_*.py")))
def test_a_screen_loads_no_model(name: str) -> None:
    code = f"import sys, json, toolkit.apps.{name}; print(json.dumps(list(sys.modules)))"

    loaded = set(json.loads(subprocess.check_output([sys.executable, "-c", code], cwd=ROOT)))

    assert loaded.isdisjoint(HEAVY)
    assert loaded.isdisjoint({"ipywidgets", "anywidget"})


def node() -> str:
    found = shutil.which("node")
    if found is None:
        pytest.skip("no node; install Debian's package nodejs")
    return found


@pytest.mark.parametrize("key", SCREENS)
def test_the_module_of_a_screen_is_whole(key: str, tmp_path: Path) -> None:
    path = tmp_path / "page.mjs"
    path.write_text(page_module(SCREENS[key]), encoding="utf-8")

    subprocess.run([node(), "--check", path], check=True)


@pytest.mark.parametrize("path", sorted(STATIC.glob("*.js")), ids=lambda path: path.name)
def test_the_scripts_of_the_template_are_whole(path: Path) -> None:
    subprocess.run([node(), "--check", path], check=True)


@pytest.mark.parametrize("key", SCREENS)
def test_a_screen_has_every_text_it_shows_and_shows_every_text_it_has(key: str) -> None:
    module = page_module(SCREENS[key])
    asked = set(re.findall(r"\bt\.(\w+)", module))

    assert asked - SCREENS[key].all_texts.keys() == set()
    assert SCREENS[key].texts.keys() - asked == set()


@pytest.mark.parametrize("key", SCREENS)
def test_no_name_of_a_module_hides_what_the_browser_has(key: str) -> None:
    """A page that takes ``history`` for itself no longer has the one of the browser."""
    declared = re.findall(
        r"^(?:async )?(?:function|const|let|class) (\w+)", page_module(SCREENS[key]), re.MULTILINE
    )

    assert {"history", "location", "document", "navigator", "window", "URL"}.isdisjoint(declared)


SOURCES = [*(APPS / "widgets").glob("*.js"), *STATIC.glob("*.js")]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_words_never_become_markup(path: Path) -> None:
    code = path.read_text(encoding="utf-8")

    for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
        assert way not in code


def test_the_template_takes_nothing_from_outside() -> None:
    folder = STATIC.parent
    pages = [*folder.glob("*.html"), *folder.glob("*.j2"), *STATIC.iterdir()]
    text = "\n".join(path.read_text(encoding="utf-8") for path in pages)

    assert set(re.findall(r"https?://[^\s\"')]+", text)) == set()
    assert re.findall(r"<script(?![^>]*(?:src=|application/json))", text) == []
