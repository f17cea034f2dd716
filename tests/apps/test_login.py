"""Behind a login: who is not named is not let in, and whoever is decides under that name."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.apps.browsing import expect, make, playwright_api
from tests.apps.conftest import CHROMIUM, ROOT, Open
from tests.apps.material import do
from toolkit import store
from toolkit.apps.login import HEADER, USER
from toolkit.apps.server import ServerDown, serve
from toolkit.domain import Workshop

PROXY = "X-Forwarded-User"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("jaettu")


@pytest.fixture(scope="module")
def shared(folder: Path) -> Iterator[str]:
    """The screens behind a proxy, under a path of its own."""
    command = [sys.executable, "-m", "toolkit.apps", "--port", "0", "--workshops", str(folder)]
    command += ["--base-url", "/osallisuus", "--user-header", PROXY]
    server = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        assert server.stdout is not None
        found = re.search(r"http://127\.0\.0\.1:\d+/osallisuus/", server.stdout.readline())
        assert found
        yield found[0]
    finally:
        server.send_signal(signal.SIGTERM)
        assert server.wait(20) == 0
        assert server.stdout is not None
        server.stdout.close()


@pytest.mark.parametrize("path", ["", "voila/render/teemat.ipynb", "voila/tree"])
def test_who_comes_past_the_proxy_is_told_to_log_in(path: str, shared: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(shared + path, timeout=20)

    assert refused.value.code == 403
    assert "Kirjaudu ensin" in refused.value.read().decode()
    refused.value.close()


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium; install Debian's package chromium")
def test_the_decision_carries_the_name_of_the_login(
    shared: str, folder: Path, chromium: playwright_api.Browser
) -> None:
    workshop = make(folder, "jaettu")
    context = chromium.new_context(extra_http_headers={PROXY: "Äijälä Päivi"})
    page = context.new_page()
    page.goto(f"{shared}voila/render/teemat.ipynb?tyopaja=jaettu")
    page.get_by_role("button", name="Lukitse").first.click()

    expect(page.get_by_text("Viimeisin ratkaisu").first).to_contain_text("Äijälä Päivi")
    context.close()
    assert store.load_events(workshop)[-1].actor == "Äijälä Päivi"


@pytest.mark.parametrize(
    ("settings", "actor"),
    [
        pytest.param({}, "Maija", id="no login: the name written on the page"),
        pytest.param({USER: "Aino"}, "Aino", id="a server of one person"),
        pytest.param({HEADER: PROXY, "HTTP_X_FORWARDED_USER": "Aino"}, "Aino", id="a proxy"),
        pytest.param({"HTTP_X_FORWARDED_USER": "Aino"}, "Maija", id="a header nobody trusts"),
    ],
)
def test_the_login_is_stronger_than_what_the_page_says(
    settings: dict[str, str],
    actor: str,
    evening: Workshop,
    open_screen: Open,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)

    do(open_screen("teemat", evening), "lock", theme_id="t-talo", locked=True, seq=3)

    assert store.load_events(evening)[-1].actor == actor


def test_the_screens_are_not_opened_to_others_without_a_login(tmp_path: Path) -> None:
    with pytest.raises(ServerDown, match="--user-header"):
        serve(tmp_path, port=0, host="0.0.0.0")
