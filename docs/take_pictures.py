"""Take the pictures of the screens that the README shows.

Usage: python docs/take_pictures.py

Makes the invented example in a folder of its own, serves the screens and saves docs/kuvat/*.png.
"""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from toolkit import workflow
from toolkit.apps.screens import SCREENS

PICTURES = Path(__file__).parent / "kuvat"
WIDTH, HEIGHT = 1280, 900


def main() -> None:
    """Save a picture of every screen."""
    with tempfile.TemporaryDirectory() as folder:
        workflow.run_demo(Path(folder) / "esimerkki")
        command = [sys.executable, "-m", "toolkit.apps", "--port", "0", "--workshops", folder]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        try:
            assert server.stdout is not None
            found = re.search(r"http://\S+/", server.stdout.readline())
            assert found
            _take(found[0])
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(30)


def _take(address: str) -> None:
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page(
            viewport={"width": WIDTH, "height": HEIGHT}, locale="fi-FI", color_scheme="light"
        )
        for key in SCREENS:
            page.goto(f"{address}voila/render/{key}.ipynb?tyopaja=esimerkki&asiakirja=julkilausuma")
            expect(page.get_by_role("heading", level=1)).not_to_be_empty(timeout=60_000)
            page.wait_for_timeout(2500)  # pictures of pages and points of maps come after the words
            page.screenshot(path=PICTURES / f"{key}.png")
            print(PICTURES / f"{key}.png")
        browser.close()


if __name__ == "__main__":
    main()
