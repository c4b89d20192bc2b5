"""Draw the pictures in docs/screenshots: `make screenshots`, --paper for those of the booklet alone.

The clock stands on a Thursday of the first week.
"""

from __future__ import annotations

import functools
import http.server
import io
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "docs" / "screenshots"
NOW = "2025-09-18T14:00:00+02:00"
EVENT = "2025/lieder-die-ueber-bruecken-gehen/"
PAGES = {
    "front": "/", "day": "/2025/2025-09-20/", "event": f"/{EVENT}",
    **{f"front-{lang}": f"/{lang}/" for lang in ("ar", "uk", "leicht")}, **{f"event-{lang}": f"/{lang}/{EVENT}" for lang in ("ar", "uk", "leicht")},
}
WIDTHS = (360, 1280)
# A whole front page is very long; a picture shows what one scrolls through first.
TALLEST = {360: 2400, 1280: 2600}
# Pages of booklets as they lie open: the language and the pages from left to right.
BOOKLETS = {"booklet-cover": ("", (1,)), "booklet-overview": ("", (4, 5)), "booklet-days": ("", (22, 23)), "booklet-ar": ("ar/", (23, 22))}


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


def draw_booklets() -> None:
    """Set the booklets of the sample programme and draw some of their pages."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "ikw", "booklet", "--output", f"{folder}/site", "--cache", f"{folder}/cache"]
        subprocess.run(command, cwd=ROOT, check=True, stderr=subprocess.DEVNULL)
        for name, (path, numbers) in BOOKLETS.items():
            pages = [drawn(Path(folder) / "site" / path / "2025" / "programme.pdf", number) for number in numbers]
            spread = Image.new("RGB", (sum(page.width for page in pages), pages[0].height), "white")
            for n, page in enumerate(pages):
                spread.paste(page, (sum(one.width for one in pages[:n]), 0))
            buffer = io.BytesIO()
            spread.save(buffer, "PNG")
            save(buffer.getvalue(), TARGET / f"{name}.png")


def drawn(pdf: Path, number: int) -> Image.Image:
    """Draw a page of a booklet."""
    command = ["pdftoppm", "-r", "90", "-f", str(number), "-l", str(number), "-png", str(pdf)]
    return Image.open(io.BytesIO(subprocess.run(command, check=True, capture_output=True).stdout))


def draw(address: str) -> None:
    """Draw every page."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"])
        for name, path in PAGES.items():
            for width in WIDTHS:
                # in the language of the page: nothing else is offered
                locale = {"": "de", "leicht": "de"}.get(path.split("/")[1], path.split("/")[1]) if name.count("-") else "de"
                page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme="light", locale=locale)
                page.clock.set_fixed_time(NOW)
                page.goto(address + path)
                tall = min(TALLEST[width], int(page.evaluate("document.documentElement.scrollHeight")))
                page.set_viewport_size({"width": width, "height": tall})
                save(page.screenshot(), TARGET / f"{name}-{width}.png")
                page.close()
        browser.close()


def save(data: bytes, path: Path) -> None:
    """Save a picture with few colours: the pages have few, and the repository stays small."""
    Image.open(io.BytesIO(data)).convert("RGB").quantize(96, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    if "--paper" not in sys.argv:
        main()
    draw_booklets()
