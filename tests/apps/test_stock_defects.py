"""What stock Voilà lets happen and this server does not."""

from __future__ import annotations

import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.apps.browsing import Page, ask, expect, go, make
from tests.apps.conftest import CHROMIUM
from toolkit.apps.guards import CONTENT_POLICY

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium; install Debian's package chromium"),
]


@pytest.mark.parametrize("path", ["/", "/voila/render/etusivu.ipynb", "/eiole"])
def test_every_page_forbids_script_that_is_not_ours(path: str, address: str) -> None:
    try:
        with urllib.request.urlopen(address + path, timeout=20) as reply:
            headers, words = reply.headers, reply.read().decode()
    except urllib.error.HTTPError as error:
        headers, words = error.headers, error.read().decode()
        error.close()

    assert headers["Content-Security-Policy"] == CONTENT_POLICY
    assert '<html lang="fi">' in words
    assert "unsafe-eval" not in CONTENT_POLICY
    assert "script-src 'self' blob:;" in CONTENT_POLICY
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_script_put_into_the_page_does_not_run(page: Page, folder: Path) -> None:
    make(folder, "skripti")
    go(page, "teemat", "skripti")

    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "document.title = 'murrettu'";
            document.body.append(script);
            const image = document.createElement("img");
            image.setAttribute("onerror", "document.title = 'murrettu'");
            image.src = "data:image/png;base64,x";
            document.body.append(image);
        }"""
    )

    page.wait_for_timeout(200)
    expect(page).not_to_have_title("murrettu")


def test_a_visitor_runs_no_code_in_the_kernel(page: Page, folder: Path, tmp_path: Path) -> None:
    make(folder, "ajettu")
    go(page, "teemat", "ajettu")
    mark = tmp_path / "murrettu"

    page.evaluate(
        """path => {
            const kernel = window.jupyterapp.widgetManager.kernel;
            kernel.requestExecute({ code: `open(${JSON.stringify(path)}, "w").close()` });
        }""",
        str(mark),
    )

    # The page still answers, so the message has been passed over and not only delayed.
    page.get_by_role("button", name="Lukitse").first.click()
    expect(page.get_by_text("Teema lukittu").first).to_be_visible()
    assert not mark.exists()


@pytest.mark.parametrize("name", ["kuva.svg", "kuva.png", "etusivu.ipynb", "../../README.md"])
def test_nothing_beside_the_screens_is_handed_out(name: str, address: str) -> None:
    assert ask(address, f"/voila/files/{name}") in {403, 404}


def test_a_template_that_is_not_there_does_not_hang_the_server(address: str) -> None:
    assert ask(address, "/voila/render/etusivu.ipynb?template=eiole&theme=eiole") == 200


def test_other_origins_do_not_reach_the_socket(page: Page, folder: Path, address: str) -> None:
    make(folder, "muualta")
    go(page, "teemat", "muualta")
    kernel = page.evaluate("() => window.jupyterapp.widgetManager.kernel.id")

    refused = ask(
        address,
        f"/api/kernels/{kernel}/channels",
        Origin="https://vieras.example",
        Connection="Upgrade",
        Upgrade="websocket",
        Sec_WebSocket_Version="13",
        Sec_WebSocket_Key="MDEyMzQ1Njc4OWFiY2RlZg==",
        Sec_WebSocket_Protocol="v1.kernel.websocket.jupyter.org",
    )

    assert refused == 403
