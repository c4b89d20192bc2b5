"""Booklets for the judges: the sample programme on paper in every language, and what poppler, zbar and Ghostscript see on it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
from babel.messages.pofile import read_po
from pikepdf import Name
from PIL import Image

from ikw.paper.sizes import Size
from judges.builds import IKW, ROOT, build

# What the sample programme is translated into; a booklet's tests look at every one.
LANGUAGES = {
    "de": {"name": "Deutsch", "dir": "ltr"}, "de-simple": {"name": "Leichte Sprache", "dir": "ltr", "path": "leicht", "easy": True},
    "en": {"name": "English", "dir": "ltr"}, "uk": {"name": "Українська", "dir": "ltr"}, "ar": {"name": "العربية", "dir": "rtl"},
    "fa": {"name": "فارسی", "dir": "rtl"}, "tr": {"name": "Türkçe", "dir": "ltr"}, "ru": {"name": "Русский", "dir": "ltr"},
}
SITE = "https://ikw.example.org"
POINT = 25.4 / 72


def number(value: object) -> float:
    """Return a number of a PDF; pikepdf gives it as a Decimal or an int, its types call it an object."""
    assert isinstance(value, Decimal | int)
    return float(value)


def numbers(values: pikepdf.Object) -> list[float]:
    """Return the numbers of a box."""
    return [number(value) for value in values.as_list()]


@dataclass(frozen=True, kw_only=True)
class Word:
    """A word on a page: its text and its box in points, from the upper left corner."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: Word) -> float:
        """Return how much of the smaller of two words lies upon the other."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        tall = min(self.bottom, other.bottom) - max(self.top, other.top)
        if wide <= 0 or tall <= 0:
            return 0.0
        return wide * tall / max(1e-9, min(self.area, other.area))

    @property
    def area(self) -> float:
        """How much room it takes."""
        return (self.right - self.left) * (self.bottom - self.top)


def make_project(folder: Path, settings: str = "", languages: dict[str, dict[str, object]] | None = None) -> Path:
    """Make a project around our own theme and prose, with its own settings; return the settings file."""
    for name in ("theme", "content", "plugins"):
        (folder / name).symlink_to(ROOT / name)
    ours = (ROOT / "pelicanconf.py").read_text(encoding="utf-8")
    file = folder / "pelicanconf.py"
    file.write_text(f"{ours}\nSITEURL = {SITE!r}\nLANGUAGES = {languages or LANGUAGES!r}\n{settings}\n", encoding="utf-8")
    return file


def set_booklets(folder: Path, events: Path = ROOT / "events", **options: object) -> Path:
    """Set booklets as `make booklet` does; return the output folder."""
    folder.mkdir(parents=True, exist_ok=True)
    settings = make_project(folder, **options)  # type: ignore[arg-type]
    output = folder / "output"
    build([str(IKW), "booklet", "--settings", str(settings), "--events", str(events), "--output", str(output), "--cache", str(folder / "cache")])
    return output


def booklet(output: Path, language: str, kind: str = "") -> Path:
    """Return a booklet's file."""
    path = "" if language == "de" else f"{LANGUAGES[language].get('path', language)}/"
    return output / f"{path}2025/programme{f'-{kind}' if kind else ''}.pdf"


# -- words


def fixed_words(language: str) -> dict[str, str]:
    """Return the German words that paper prints besides what organisers wrote, by themselves, with a language's own; those that differ.

    Of a sentence with a date or an address in it, its longest stretch. Single words are left out: organisers use them, too.
    """
    with (ROOT / "theme" / "translations" / language.replace("-", "_") / "LC_MESSAGES" / "messages.po").open("rb") as file:
        messages = [message for message in read_po(file) if any(path.startswith("plugins/ikw/paper/") for path, _ in message.locations)]
    found = {stretch(str(message.id)): stretch(str(message.string)) for message in messages if isinstance(message.id, str)}
    return {german: own for german, own in found.items() if " " in german and german != own}


def stretch(text: str) -> str:
    """Return the longest part of a text between its placeholders."""
    return max(re.split(r"\{\w+\}", text), key=len).strip()


def on_one_line(text: str) -> str:
    """Return a text as if it were set without a break, also where a word was broken."""
    return " ".join(re.sub(r"[-\u00ad\u2010]\n(?=[a-zäöüß])", "", text).split())


# -- poppler


def run(*command: str | Path) -> str:
    """Run a program and return what it prints."""
    return subprocess.run([str(part) for part in command], capture_output=True, check=True).stdout.decode("utf-8", "replace")


def text_of(pdf: Path, *options: str) -> str:
    """Return the text of a PDF in reading order, without marks of direction."""
    return re.sub("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", run("pdftotext", *options, pdf, "-"))


def words_of(pdf: Path) -> Iterator[Word]:
    """Yield every word with its box, from the top of its capitals to its base line."""
    text = re.sub("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", run("pdftotext", "-bbox", pdf, "-"))
    document = ElementTree.fromstring(re.sub(r'<!DOCTYPE[^>]*>|xmlns="[^"]*"', "", text))
    for number, page in enumerate(document.iter("page"), 1):
        for word in page.iter("word"):
            top, bottom = float(word.get("yMin", 0)), float(word.get("yMax", 0))
            # the box is as high as the font's tallest letter and lowest tail: what is seen are its capitals
            tall = bottom - top
            yield Word(
                page=number, text=word.text or "", left=float(word.get("xMin", 0)), top=top + 0.27 * tall,
                right=float(word.get("xMax", 0)), bottom=bottom - 0.22 * tall,
            )


def pictures_of(pdf: Path, folder: Path, resolution: int = 36, *options: str) -> list[Image.Image]:
    """Turn every page into a picture."""
    folder.mkdir(parents=True, exist_ok=True)
    run("pdftoppm", "-r", str(resolution), *options, pdf, folder / "page")
    found = []
    for path in sorted(folder.glob("page*")):
        with Image.open(path) as picture:
            picture.load()
            found.append(picture)
    return found


def size_of(pdf: Path) -> tuple[float, float]:
    """Return the page's width and height in points."""
    found = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", run("pdfinfo", pdf))
    assert found
    return float(found[1]), float(found[2])


def page_count(pdf: Path) -> int:
    """Return how many pages there are."""
    found = re.search(r"Pages:\s+(\d+)", run("pdfinfo", pdf))
    assert found
    return int(found[1])


# -- what is wrong with a page


def faults_of_layout(pdf: Path) -> list[str]:
    """Return words that run off their page, into its margins, or over each other."""
    width, height = size_of(pdf)
    found = []
    by_page: dict[int, list[Word]] = {}
    for word in words_of(pdf):
        by_page.setdefault(word.page, []).append(word)
        # tabs stand at the edge; everything else keeps a margin of five millimetres
        if word.left < 5 / POINT and not word.text.isdigit():
            found.append(f"{word.page}: {word.text} at the left edge")
        if word.right > width - 5 / POINT and not word.text.isdigit():
            found.append(f"{word.page}: {word.text} at the right edge")
        if word.top < 0 or word.bottom > height:
            found.append(f"{word.page}: {word.text} off the page")
    for number, words in by_page.items():
        words.sort(key=lambda one: one.top)
        for n, word in enumerate(words):
            for other in words[n + 1 :]:
                if other.top >= word.bottom:
                    break
                if word.covers(other) > 0.45:
                    found.append(f"{number}: {word.text} upon {other.text}")
    return found


def white_at_foot(pdf: Path, size: Size) -> dict[int, float]:
    """Return for each page how much of its room, as a share, lies below its last words and above its running foot."""
    last = dict.fromkeys(range(1, page_count(pdf) + 1), size.top)
    for word in words_of(pdf):
        bottom = word.bottom * POINT
        if bottom <= size.height - size.bottom + 1:
            last[word.page] = max(last[word.page], bottom)
    return {number: max(0.0, size.height - size.bottom - bottom) / size.room for number, bottom in last.items()}


def missing_glyphs(pdf: Path) -> list[int]:
    """Return the pages on which a letter has no glyph (.notdef is the first of every font)."""
    with pikepdf.open(pdf) as document:
        return [number for number, sheet in enumerate(document.pages, 1) if any(b"\0\0" in pairs(text) for text in texts_of(sheet))]


def texts_of(thing: pikepdf.Page | pikepdf.Object) -> Iterator[bytes]:
    """Yield every string that a page or a form shows, forms inside it included."""
    for operands, operator in pikepdf.parse_content_stream(thing):
        if str(operator) == "Tj":
            yield bytes(operands[0])
        elif str(operator) == "TJ":
            yield from (bytes(part) for part in operands[0] if isinstance(part, pikepdf.String))
    resources = thing.get("/Resources", {})
    for form in resources.get("/XObject", {}).values():
        if form.get("/Subtype") == Name.Form:
            yield from texts_of(form)


def marked_texts(pdf: Path) -> Iterator[tuple[str, str]]:
    """Yield each stretch of text with the language that its mark says, "" where it says none: names within a line have one of their own."""
    with pikepdf.open(pdf) as document:
        for sheet in document.pages:
            fonts = {name: _letters(font) for name, font in sheet.Resources.get("/Font", {}).items()}
            marks: list[str] = []
            letters: dict[bytes, str] = {}
            text = ""
            for operands, operator in pikepdf.parse_content_stream(sheet):
                kind = str(operator)
                if kind in ("BDC", "BMC"):
                    given = operands[1] if kind == "BDC" else None
                    own = str(given.get("/Lang", "")) if isinstance(given, pikepdf.Dictionary) else ""
                    marks.append(own or (marks[-1] if marks else ""))
                elif kind == "EMC":
                    lang = marks.pop()
                    if not marks and text:
                        yield lang, text
                        text = ""
                elif kind == "Tf":
                    letters = fonts[str(operands[0])]
                elif kind in ("Tj", "TJ"):
                    parts = [operands[0]] if kind == "Tj" else [part for part in operands[0] if isinstance(part, pikepdf.String)]
                    for shown in map(bytes, parts):
                        text += "".join(letters.get(shown[n : n + 2], "") for n in range(0, len(shown), 2))


def _letters(font: pikepdf.Object) -> dict[bytes, str]:
    """Return what the glyphs of a font mean, by its own table."""
    table = font.ToUnicode.read_bytes().decode("ascii")
    found = {}
    for kind, body in re.findall(r"begin(bfchar|bfrange)(.*?)endbf", table, re.DOTALL):
        for line in body.strip().splitlines():
            codes = [bytes.fromhex(code) for code in re.findall(r"<([0-9A-Fa-f]*)>", line)]
            if kind == "bfchar":
                found[codes[0]] = codes[1].decode("utf-16-be")
            elif "[" in line:
                first = int.from_bytes(codes[0], "big")
                found |= {(first + n).to_bytes(2, "big"): code.decode("utf-16-be") for n, code in enumerate(codes[2:])}
            else:
                first, last = (int.from_bytes(code, "big") for code in codes[:2])
                start = ord(codes[2].decode("utf-16-be"))
                found |= {code.to_bytes(2, "big"): chr(start + code - first) for code in range(first, last + 1)}
    return found


def pairs(text: bytes) -> set[bytes]:
    """Return the glyphs of a string; each is two bytes."""
    return {text[n : n + 2] for n in range(0, len(text), 2)}


def black_alone(pdf: Path, number: int, folder: Path) -> Image.Image:
    """Return the black plate of a page as a picture, after a look at the others: where it is quite black, they have no ink."""
    run("gs", "-q", "-o", folder / "plate.tif", "-dUseTrimBox", f"-dFirstPage={number}", f"-dLastPage={number}", "-r150", "-sDEVICE=tiffsep", pdf)
    plates = {}
    for name in ("Cyan", "Magenta", "Yellow", "Black"):
        with Image.open(folder / f"plate({name}).tif") as plate:
            plates[name] = plate.convert("L")
    quite_black = plates["Black"].point(lambda ink: 255 if ink == 0 else 0)
    assert quite_black.getbbox(), "something is black"
    white = Image.new("L", quite_black.size, 255)
    inks = {name: Image.composite(plates[name], white, quite_black).getextrema() for name in ("Cyan", "Magenta", "Yellow")}
    assert inks == {"Cyan": (255, 255), "Magenta": (255, 255), "Yellow": (255, 255)}
    return plates["Black"]
