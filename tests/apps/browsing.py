"""What the browser tests do again and again."""

from __future__ import annotations

import http.client
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.apps.material import PADLET, propose_themes
from toolkit import workflow
from toolkit.domain import Workshop

playwright_api = pytest.importorskip("playwright.sync_api", reason="no playwright; install dev")
Page = playwright_api.Page
Locator = playwright_api.Locator
expect = playwright_api.expect
expect.set_options(timeout=20_000)  # a page opens slowly on a busy machine


def make(folder: Path, name: str) -> Workshop:
    made = workflow.create_workshop(folder / name, title=f"Ilta {name}", actor="Aino")
    export = folder / f"{name}.csv"
    export.write_text(PADLET, encoding="utf-8")
    workflow.import_exports(made, [export], actor="Aino")
    propose_themes(made)
    return made


def go(page: Page, screen: str, name: str) -> None:
    page.goto(f"/voila/render/{screen}.ipynb?tyopaja={name}")
    expect(page.get_by_role("heading", level=1)).not_to_be_empty(timeout=20_000)


def rename(page: Page, old: str, new: str) -> None:
    page.get_by_role("button", name=f"Muuta nimeä: {old}").click()
    page.get_by_label("Teeman nimi").fill(new)
    page.get_by_label("Teeman nimi").press("Enter")
    expect(page.get_by_role("heading", name=new)).to_be_visible()


def kernel_id(page: Page) -> str:
    return str(page.evaluate("() => window.jupyterapp.widgetManager.kernel.id"))


def process_of(kernel: str) -> int:
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if kernel in path.read_text():
                return int(path.parent.name)
        except OSError:
            continue
    raise AssertionError(kernel)


def ask(address: str, path: str, **headers: str) -> int:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=10)
    connection.request("GET", path, headers={k.replace("_", "-"): v for k, v in headers.items()})
    status = connection.getresponse().status
    connection.close()
    return status
