"""What the README tells people to run is what runs, with the versions of the lock."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import yaml

from toolkit.encoders import build_e5
from toolkit.encoders.registry import E5_SMALL, MODELS, stamp

ROOT = Path(__file__).parents[2]
PIN = re.compile(r"([A-Za-z0-9_.-]+)(?:\[[a-z,]+\])?==([^;\s]+)")


def locked() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [PIN.fullmatch(line) for line in lines if line and not line.startswith("#")]
    assert all(pins), "every line of the lock is name==version"
    return {_name(pin[1]): pin[2] for pin in pins if pin}


def _name(text: str) -> str:
    return re.sub(r"[-_.]+", "-", text).lower()


def test_the_lock_names_every_dependency_exactly() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {_name(re.split(r"[<>=\[]", line)[0]) for line in asked}

    assert names - locked().keys() == set()
    assert locked()["torch"] == "2.13.0"


def test_conda_gives_the_same_versions() -> None:
    environment = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    plain = [item for item in environment["dependencies"] if isinstance(item, str)]
    by_pip = next(item["pip"] for item in environment["dependencies"] if isinstance(item, dict))

    assert "python=3.11" in plain
    assert "-c constraints.txt" in by_pip
    assert any(line.startswith("-e .") for line in by_pip)
    for line in by_pip:
        pin = PIN.fullmatch(line)
        if pin:
            assert locked()[_name(pin[1])] == pin[2], line


def test_the_two_commands_of_the_readme_are_the_ones_ci_runs() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    make = (ROOT / "Makefile").read_text(encoding="utf-8")
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    commands = re.findall(r"^make ([a-z]+)", readme, flags=re.MULTILINE)

    assert {"demo", "test", "app"} <= set(commands)
    for command in commands:
        assert re.search(rf"^{command}:", make, flags=re.MULTILINE), command
    assert re.search(r"^exec make test$", ci, flags=re.MULTILINE)


def test_make_builds_the_model_where_the_toolkit_looks_for_it() -> None:
    make = (ROOT / "Makefile").read_text(encoding="utf-8")
    noted = stamp(MODELS / E5_SMALL.name).relative_to(ROOT)

    assert f"MODEL := {noted}\n" in make
    assert f"python -m {build_e5.__name__}\n" in make
    for command in ("demo", "test", "app"):
        assert re.search(rf"^{command}:.* \$\(MODEL\)", make, flags=re.MULTILINE), command
