"""Draw the pictures in docs/screenshots: `make screenshots`. The clock stands on a Thursday of the first week."""

from __future__ import annotations

import functools
import http.server
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "docs" / "screenshots"
NOW = "2025-09-18T14:00:00+02:00"
PAGES = {"front": "/", "day": "/2025/2025-09-20/", "event": "/2025/lieder-die-ueber-bruecken-gehen/"}
WIDTHS = (360, 1280)
# A whole front page is very long; a picture shows what one scrolls through first.
TALLEST = {360: 2400, 1280: 2600}


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the site without a word."""

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


def main() -> None:
    """Build the sample site and draw each page at each width."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        subprocess.run([sys.executable, "-m", "ikw", "site", "--output", site, "--cache", f"{folder}/cache"], cwd=ROOT, check=True, stderr=subprocess.DEVNULL)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        draw(f"http://127.0.0.1:{server.server_port}")


def draw(address: str) -> None:
    """Draw every page."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"])
        for name, path in PAGES.items():
            for width in WIDTHS:
                page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme="light")
                page.clock.set_fixed_time(NOW)
                page.goto(address + path)
                tall = min(TALLEST[width], int(page.evaluate("document.documentElement.scrollHeight")))
                page.set_viewport_size({"width": width, "height": tall})
                page.screenshot(path=TARGET / f"{name}-{width}.png")
                page.close()
        browser.close()


if __name__ == "__main__":
    main()
