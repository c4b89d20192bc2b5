"""Draw what a proposed change looks like: `make preview BASE=origin/main`. Pages, cards and booklet pages as pictures, and the site.

The folder is what a proposal's check hands to people: they open its index.html, which needs no server. Everything in it comes from
the proposal, so texts are escaped and pictures are named by us.
"""

from __future__ import annotations

import argparse
import html
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from ikw.review.changed import Changed, changed_since
from judges.served import served_folder

ROOT = Path(__file__).resolve().parent.parent
WIDTHS = {"Handy": 360, "Computer": 1280}
TALLEST = 2600
# Whoever changes a hundred events at once sees the first of them.
MOST = 12
CHROMIUM = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--font-render-hinting=none", "--hide-scrollbars")


@dataclass(frozen=True)
class Subject:
    """Something that the change touches: a page, and where it is an event, its title to be found in the booklet."""

    name: str
    title: str
    href: str
    is_event: bool = False


def subjects(changed: Changed, site: Path) -> Iterator[Subject]:
    """Yield every event and prose page that the change touches and that was built, then the front page."""
    found = 0
    for path in sorted(changed.present):
        parts = Path(path).parts
        if Path(path).suffix != ".md" or len(parts) != 3 or found == MOST:
            continue
        is_event = parts[0] == "events"
        name = parts[2].partition(".")[0]
        folder = f"{parts[1]}/{name}" if is_event else name
        if parts[0] in ("events", "content") and (site / folder / "index.html").is_file():
            found += 1
            yield Subject(f"{found:02}-{name}", _title(site / folder / "index.html"), f"/{folder}/", is_event)
    yield Subject("start", "Startseite", "/")


def _title(page: Path) -> str:
    text = page.read_text(encoding="utf-8")
    return html.unescape(text.partition("<title>")[2].partition("</title>")[0].rpartition(" – ")[0])


def draw(browser: Browser, origin: str, subject: Subject, folder: Path) -> Iterator[tuple[str, str]]:
    """Draw a page at each width, and an event's card; yield what each picture is called and where it lies."""
    for words, width in WIDTHS.items():
        page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme="light", java_script_enabled=False)
        page.goto(origin + subject.href)
        if subject.is_event and width == WIDTHS["Computer"]:
            card = page.locator(".poster").first
            if card.count():
                yield "Karte", _saved(folder, f"{subject.name}-karte.png", card.screenshot())
        clip = {"x": 0, "y": 0, "width": width, "height": min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))}
        yield f"Seite am {words}", _saved(folder, f"{subject.name}-{words.lower()}.png", page.screenshot(full_page=True, clip=clip))  # type: ignore[arg-type]
        page.close()


def draw_booklet(booklet: Path, subject: Subject, folder: Path) -> Iterator[tuple[str, str]]:
    """Draw the page of the booklet on which an event stands."""
    if not (subject.is_event and booklet.is_file()):
        return
    text = subprocess.run(["pdftotext", str(booklet), "-"], check=True, capture_output=True).stdout.decode("utf-8", "replace")
    wanted = _letters(subject.title)
    pages = [number for number, page in enumerate(text.split("\f"), 1) if wanted and wanted in _letters(page)]
    for number in pages[-1:]:  # earlier ones are lists that name it
        stem = folder / f"{subject.name}-heft"
        subprocess.run(["pdftoppm", "-png", "-r", "110", "-f", str(number), "-l", str(number), "-singlefile", str(booklet), str(stem)], check=True)
        yield f"Seite {number} im Heft", f"{folder.name}/{stem.name}.png"


def _letters(text: str) -> str:
    """Return letters and digits alone: lines may break anywhere."""
    return "".join(letter for letter in text if letter.isalnum())


def _saved(folder: Path, name: str, data: bytes) -> str:
    (folder / name).write_bytes(data)
    return f"{folder.name}/{name}"


STYLE = """\
body { font: 1.1rem/1.5 sans-serif; margin: 1.5rem; color: #20124d; background: #fff; }
figure { margin: 1rem 0; } img { max-width: 100%; border: 1px solid #999; } figcaption { font-weight: bold; }
section { border-top: 4px solid #20124d; margin-top: 2rem; }
.row { display: flex; flex-wrap: wrap; gap: 1.5rem; align-items: flex-start; } .row figure { flex: 0 1 auto; max-width: 45rem; margin: 0; }
"""


def index(shown: list[tuple[Subject, list[tuple[str, str]]]]) -> str:
    """Return the page that shows all pictures."""
    parts = [
        '<!doctype html><html lang="de"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">'
        '<title>Vorschau</title><link rel="stylesheet" href="vorschau.css"><h1>Vorschau</h1>'
        "<p>So sieht aus, was dieser Vorschlag ändert. Veröffentlicht ist davon noch nichts.</p>"
    ]
    for subject, pictures in shown:
        title = html.escape(subject.title)
        # the card first, then what is as narrow as a hand
        pictures = sorted(pictures, key=lambda picture: (picture[0] != "Karte", "Computer" in picture[0]))
        figures = "".join(
            f'<figure><figcaption>{html.escape(words)}</figcaption><a href="{path}"><img src="{path}" alt="{html.escape(words)}: {title}"></a></figure>'
            for words, path in pictures
        )
        parts.append(f'<section><h2>{title}</h2><div class="row">{figures}</div></section>')
    parts.append("<section><h2>Die ganze Website</h2><p>Sie liegt im Ordner <code>website</code>. Mit Python zeigt sie dieser Befehl:</p>"
                 "<pre>python3 -m http.server --directory website</pre></section></html>")
    return "\n".join(parts)


def main() -> int:
    """Build the site with drafts and draw it; where the data has errors, there is nothing to draw."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--base", default="origin/main")
    parser.add_argument("--events", default="events")
    parser.add_argument("--to", type=Path, default=Path("preview"))
    options = parser.parse_args()
    target: Path = options.to
    shutil.rmtree(target, ignore_errors=True)
    site, pictures = target / "website", target / "bilder"
    command = [sys.executable, "-m", "ikw", "site", "--booklet", "--events", options.events, "--output", str(site)]
    built = subprocess.run(command, env={**os.environ, "DRAFTS": "1"}, check=False, capture_output=True, text=True)
    if built.returncode:
        print("Keine Vorschau: In den Daten stehen noch Fehler.")
        shutil.rmtree(target, ignore_errors=True)
        return 0 if built.returncode == 1 else 2
    pictures.mkdir()
    (target / "vorschau.css").write_text(STYLE, encoding="utf-8")
    chromium = shutil.which("chromium")
    if chromium is None:
        print("chromium is missing: run `make test-setup`")
        return 2
    with served_folder(site) as origin, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(CHROMIUM))
        shown = [
            (subject, [*draw(browser, origin, subject, pictures), *draw_booklet(site / subject.href.split("/")[1] / "programme.pdf", subject, pictures)])
            for subject in subjects(changed_since(Path.cwd(), options.base), site)
        ]
        browser.close()
    (target / "index.html").write_text(index(shown), encoding="utf-8")
    print(f"{target}: {sum(len(found) for _, found in shown)} Bilder, offen in index.html.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
