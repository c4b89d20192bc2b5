"""Booklets of the sample programme, judged by page-validation, poppler, zbar, Ghostscript and pikepdf."""

from __future__ import annotations

import io
import re
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import page
import pikepdf
import pytest
from pikepdf import Name
from PIL import Image

from ikw.paper.sheets import sides
from judges.booklets import (
    LANGUAGES,
    POINT,
    SITE,
    Word,
    booklet,
    fixed_words,
    on_one_line,
    page_count,
    pictures_of,
    run,
    set_booklets,
    size_of,
    text_of,
    words_of,
)
from judges.builds import EVENTS, differences, tree

pytestmark = pytest.mark.slow
UA = page.ValidationProfile("ua1")
EVERY = pytest.mark.parametrize("language", LANGUAGES)
# One of each: a plain booklet, one bound on the right, one in large letters.
SOME = pytest.mark.parametrize("language", ["de", "ar", "de-simple"])
RIGHT = {code for code, entry in LANGUAGES.items() if entry["dir"] == "rtl"}
IDS = sorted(
    path.stem for path in (EVENTS / "2025").glob("*.md")
    if "." not in path.stem and not re.search(r"^draft: *(ja|true|yes)", path.read_text(encoding="utf-8"), re.MULTILINE)
)


@pytest.fixture(scope="session")
def booklets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample programme on paper, in every language it is translated into."""
    return set_booklets(tmp_path_factory.mktemp("booklets"))


# -- accessible


def failures(data: bytes) -> list[str]:
    """Return the rules of PDF/UA-1 that a document breaks."""
    return [f"{one.rule_id}: {one.message}" for one in page.validate_pdf_bytes(data, profile=UA).failures]


@EVERY
def test_a_booklet_to_read_breaks_no_rule_of_pdf_ua(language: str, booklets: Path) -> None:
    assert failures(booklet(booklets, language).read_bytes()) == []


def test_a_picture_without_words_breaks_a_rule(booklets: Path) -> None:
    with pikepdf.open(booklet(booklets, "de")) as pdf:
        figures = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == Name.Figure]
        assert figures
        del figures[0]["/Alt"]
        buffer = io.BytesIO()
        pdf.save(buffer)
    assert any("FIGURE-ALTERNATIVE-TEXT" in one for one in failures(buffer.getvalue()))


@EVERY
def test_a_booklet_says_its_language_its_title_and_its_headings(language: str, booklets: Path) -> None:
    with pikepdf.open(booklet(booklets, language)) as pdf:
        assert str(pdf.Root.Lang).split("-")[0] == language.split("-")[0]
        assert plain(str(pdf.docinfo["/Title"])) in plain(text_of(booklet(booklets, language), "-l", "1"))
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert (pdf.Root.ViewerPreferences.get("/Direction") == Name.R2L) == (language in RIGHT)
        with pdf.open_outline() as outline:
            days = [item for item in outline.root if item.children]
            # fifteen days, one before them, and what is on all the time or has no date yet
            assert len(days) >= 17
            assert sum(len(item.children) for item in days) >= len(IDS)


@SOME
def test_every_event_is_linked_to_its_page(language: str, booklets: Path) -> None:
    path = {"de": "", "de-simple": "leicht/"}.get(language, f"{language}/")
    with pikepdf.open(booklet(booklets, language)) as pdf:
        uris = {
            str(note.A.URI) for sheet in pdf.pages for note in sheet.get("/Annots", []) if "/A" in note and "/URI" in note.A
        }
    assert {f"{SITE}/{path}2025/{one}/" for one in IDS} <= uris


# -- what is to be seen


@EVERY
def test_no_page_is_blank(language: str, booklets: Path, tmp_path: Path) -> None:
    pictures = pictures_of(booklet(booklets, language), tmp_path, 24, "-gray")
    assert [n for n, picture in enumerate(pictures, 1) if (low := picture.getextrema()[0]) > 128 or low is None] == []
    assert len(pictures) % 4 == 0


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


@EVERY
def test_no_word_is_cut_or_upon_another(language: str, booklets: Path) -> None:
    assert faults_of_layout(booklet(booklets, language)) == []


def test_the_layout_of_other_sizes_holds(tmp_path: Path) -> None:
    for name in ("A6", "DIN lang"):
        languages = {code: LANGUAGES[code] for code in ("de", "ar")}
        output = set_booklets(tmp_path / name, settings=f"BOOKLET_SIZE = {name!r}", languages=languages)
        for language in languages:
            pdf = booklet(output, language)
            assert faults_of_layout(pdf) == []
            assert failures(pdf.read_bytes()) == []
            width, height = (round(length * POINT) for length in size_of(pdf))
            assert (width, height) == {"A6": (105, 148), "DIN lang": (105, 210)}[name]


@EVERY
def test_no_heading_is_left_alone_at_the_end_of_a_page(language: str, booklets: Path) -> None:
    """The last words above the foot of a page are never a heading: they are small, or they belong to a cover."""
    pdf = booklet(booklets, language)
    sizes = dict(enumerate(line_heights(pdf), 1))
    # letters of a heading are large; pages for notes, the last ones before the cover's back, have nothing but a heading
    alone = [number for number, found in sizes.items() if found and 3 < number < len(sizes) - 3 and found[-1] > 17]
    assert alone == []


def line_heights(pdf: Path) -> Iterator[list[float]]:
    """Yield for each page how high its lines are, from top to bottom, without running foot."""
    _, height = size_of(pdf)
    by_page: dict[int, list[Word]] = {}
    for word in words_of(pdf):
        by_page.setdefault(word.page, []).append(word)
    for number in range(1, page_count(pdf) + 1):
        words = [word for word in by_page.get(number, []) if word.bottom < height - 14 / POINT]
        yield [word.bottom - word.top for word in sorted(words, key=lambda one: one.bottom)]


@pytest.mark.parametrize("kind", ["", "print", "office"])
@EVERY
def test_every_letter_has_its_glyph_and_every_font_is_there(language: str, kind: str, booklets: Path) -> None:
    pdf = booklet(booklets, language, kind)
    fonts = [line.split() for line in run("pdffonts", pdf).splitlines()[2:]]
    assert fonts
    assert {line[-5] for line in fonts} == {"yes"}, "embedded"
    with pikepdf.open(pdf) as document:
        missing = [number for number, sheet in enumerate(document.pages, 1) for text in texts_of(sheet) if b"\0\0" in pairs(text)]
    assert missing == []


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


def pairs(text: bytes) -> set[bytes]:
    """Return the glyphs of a string; each is two bytes."""
    return {text[n : n + 2] for n in range(0, len(text), 2)}


# -- codes


def codes(pictures: Path) -> Counter[str]:
    """Return what zbar reads on all pictures of a folder."""
    paths = sorted(map(str, pictures.glob("page*")))
    done = subprocess.run(["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", *paths], capture_output=True, check=False, text=True)
    return Counter(done.stdout.split())


@SOME
def test_every_code_reads_as_the_address_of_an_event(language: str, booklets: Path, tmp_path: Path) -> None:
    pdf = booklet(booklets, language)
    path = {"de": "", "de-simple": "leicht/"}.get(language, f"{language}/")
    pictures_of(pdf, tmp_path, 150, "-gray")
    expected = Counter({f"{SITE}/{path}": 1, **{f"{SITE}/{path}2025/{one}/": 1 for one in IDS}})
    assert codes(tmp_path) == expected


def test_the_short_address_stands_beside_its_code(booklets: Path) -> None:
    text = text_of(booklet(booklets, "de")).replace("\n", "")
    assert [one for one in IDS if f"ikw.example.org/2025/{one}" not in text] == []


# -- its own language


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "de"])
def test_no_fixed_word_is_german(language: str, booklets: Path) -> None:
    words = fixed_words(language)
    text = on_one_line(text_of(booklet(booklets, language)))
    assert len(words) > 10
    assert [german for german in words if german in text] == []
    assert re.findall(r"Seite [0-9]+", text) == [] or language == "de-simple"
    if language not in RIGHT:  # there poppler has an order of its own
        assert words.get("So lesen Sie dieses Heft", "Das ist jetzt anders") in text


def test_the_fixed_words_are_those_of_the_german_booklet(booklets: Path) -> None:
    text = on_one_line(text_of(booklet(booklets, "de")))
    for german in ("So lesen Sie dieses Heft", "Was sich geändert hat", "Gut zu wissen", "Dieses Heft gibt es auch auf:", "Tag für Tag"):
        assert german in fixed_words("ar")
        assert german in text
    assert len(re.findall(r"Seite [0-9]+", text)) > 10


# -- right to left


def plain(text: str) -> str:
    """Return letters in their plain forms, without spaces and marks.

    Poppler turns the letters of a ligature (lam-alef, lam-ya) round when it takes their one glyph apart, and sets marks where it likes.
    """
    marks = ("Mn", "Cf")  # the non-joiner is no letter either, and poppler sets it one place further
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", text) if unicodedata.category(letter) not in marks)
    ordered = re.sub("[الىی]+", lambda found: "".join(sorted(found[0])), bare)
    return "".join(letter for letter in ordered if letter.isalnum())



@pytest.mark.parametrize("language", sorted(RIGHT))
def test_right_to_left_text_comes_out_in_reading_order(language: str, booklets: Path) -> None:
    text = plain(text_of(booklet(booklets, language)))
    titles = [
        found[1].strip().strip('"')
        for path in sorted((EVENTS / "2025").glob(f"*.{language}.md"))
        if path.name.partition(".")[0] in IDS
        and (found := re.search(r"^title: (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE))
    ]
    # those of one script and one line: where scripts are mixed, poppler has an order of its own
    pure = [title for title in titles if not re.search(r"[A-Za-z0-9«»„“()!?–-]", title) and len(title) < 40]
    assert len(pure) > 20
    assert [title for title in pure if plain(title) not in text] == []


# -- for the print shop


def box(values: pikepdf.Object) -> list[float]:
    return [float(value) for value in values]  # type: ignore[attr-defined]


@SOME
def test_the_print_shop_finds_boxes_and_bleed(language: str, booklets: Path) -> None:
    with pikepdf.open(booklet(booklets, language, "print")) as pdf:
        assert len(pdf.pages) % 4 == 0
        for sheet in pdf.pages:
            media, bleed, trim = box(sheet.MediaBox), box(sheet.BleedBox), box(sheet.TrimBox)
            assert [round((b - a) * POINT) for a, b in zip(trim[:2], trim[2:], strict=True)] == [148, 210]
            assert [round(abs(a - b) * POINT, 1) for a, b in zip(trim, bleed, strict=True)] == [3.0] * 4
            assert all(outer < inner for outer, inner in zip(media[:2], bleed[:2], strict=True))


def test_colour_reaches_into_the_bleed(booklets: Path, tmp_path: Path) -> None:
    """The cover's cloth is still there two and a half millimetres outside the cut."""
    pictures = pictures_of(booklet(booklets, "de", "print"), tmp_path, 72, "-f", "1", "-l", "1")
    with pikepdf.open(booklet(booklets, "de", "print")) as pdf:
        media, trim = box(pdf.pages[0].MediaBox), box(pdf.pages[0].TrimBox)
    left, bottom = trim[0] - media[0] - 2.5 / POINT, media[3] - trim[1] + 2.5 / POINT
    assert pictures[0].getpixel((round(left), round(bottom))) != (255, 255, 255)
    assert pictures[0].getpixel((round(left), round(bottom))) == pictures[0].getpixel((round(left + 5 / POINT), round(bottom - 5 / POINT)))


@SOME
def test_nothing_is_mixed_of_red_green_and_blue(language: str, booklets: Path) -> None:
    pdf = booklet(booklets, language, "print")
    pictures = [line.split() for line in run("pdfimages", "-list", pdf).splitlines()[2:]]
    assert pictures
    assert {line[5] for line in pictures} == {"cmyk"}
    with pikepdf.open(pdf) as document:
        found = {
            str(operator) for one in document.objects if isinstance(one, pikepdf.Stream) and is_drawn(one)
            for _, operator in pikepdf.parse_content_stream(one)
        } | {str(operator) for sheet in document.pages for _, operator in pikepdf.parse_content_stream(sheet)}
    assert found & {"rg", "RG", "g", "G"} == set()
    assert found & {"k", "K"}


def is_drawn(stream: pikepdf.Stream) -> bool:
    """Whether a stream is a form or a pattern."""
    return stream.get("/Subtype") == Name.Form or "/PatternType" in stream


def test_pictures_have_what_a_press_needs(booklets: Path) -> None:
    """300 dots per inch, or all that the picture had."""
    known = {size for path in (EVENTS / "2025").glob("*.*") if path.suffix in (".jpg", ".png") for size in [image_size(path)]}
    for line in run("pdfimages", "-list", booklet(booklets, "de", "print")).splitlines()[2:]:
        width, height, dots = int(line.split()[3]), int(line.split()[4]), int(line.split()[12])
        assert dots >= 300 or (width, height) in known, line


def image_size(path: Path) -> tuple[int, int]:
    with Image.open(path) as image:
        return image.size


def coverage(pdf: Path, *options: str) -> list[tuple[float, ...]]:
    """Return how much of each page the four inks cover, inside the cut."""
    printed = run("gs", "-q", "-o", "-", "-dUseTrimBox", "-sDEVICE=inkcov", *options, pdf)
    return [tuple(map(float, line.split()[:4])) for line in printed.splitlines() if "CMYK" in line]


def test_pages_of_words_are_black_alone(booklets: Path) -> None:
    """The pages of notes and of indexes that begin no section have words, page numbers and rules, and nothing else."""
    pdf = booklet(booklets, "de", "print")
    text_only = [ink for ink in coverage(pdf) if ink[3] > 0 and ink[:3] == (0, 0, 0)]
    assert text_only, "at least one page has words alone"


def test_words_and_codes_are_black_alone(booklets: Path, tmp_path: Path) -> None:
    """Where an event's page is quite black, no other plate has any ink; and on the black plate its codes can be read."""
    pdf, number = booklet(booklets, "de", "print"), 8
    run("gs", "-q", "-o", tmp_path / "plate.tif", "-dUseTrimBox", f"-dFirstPage={number}", f"-dLastPage={number}", "-r150", "-sDEVICE=tiffsep", pdf)
    plates = {}
    for name in ("Cyan", "Magenta", "Yellow", "Black"):
        with Image.open(tmp_path / f"plate({name}).tif") as plate:
            plates[name] = plate.convert("L")
    quite_black = plates["Black"].point(lambda ink: 255 if ink == 0 else 0)
    assert quite_black.getbbox()
    white = Image.new("L", quite_black.size, 255)
    inks = {name: Image.composite(plates[name], white, quite_black).getextrema() for name in ("Cyan", "Magenta", "Yellow")}
    assert inks == {"Cyan": (255, 255), "Magenta": (255, 255), "Yellow": (255, 255)}
    plates["Black"].save(tmp_path / "page-black.png")
    assert len(codes(tmp_path)) >= 2


# -- for the office


@SOME
def test_sheets_are_in_the_order_for_folding(language: str, booklets: Path) -> None:
    """The numbers of the pages, read back from both halves of every sheet."""
    pdf, count = booklet(booklets, language, "office"), page_count(booklet(booklets, language))
    bare = {1, count}
    expected = [tuple(None if number in bare else number for number in side) for side in sides(count, is_bound_right=language in RIGHT)]
    found = []
    for number in range(1, page_count(pdf) + 1):
        feet = []
        for x in (0, 421):
            text = run("pdftotext", "-f", str(number), "-l", str(number), "-x", str(x), "-y", "560", "-W", "421", "-H", "30", pdf, "-")
            numbers = [int(found) for found in re.findall(r"(?<![\w.])\d+(?![\w.])", text)]
            feet.append(next((found for found in numbers if found <= count), None))
        found.append(tuple(feet))
    assert found == expected


@SOME
def test_sheets_are_a4_and_turn_over_the_short_edge(language: str, booklets: Path) -> None:
    with pikepdf.open(booklet(booklets, language, "office")) as pdf:
        assert {tuple(round(value * POINT) for value in box(sheet.MediaBox)) for sheet in pdf.pages} == {(0, 0, 297, 210)}
        assert pdf.Root.ViewerPreferences.Duplex == Name.DuplexFlipShortEdge
    assert page_count(booklet(booklets, language, "office")) == -(-page_count(booklet(booklets, language)) // 4) * 2


# -- again


def test_the_same_programme_is_the_same_bytes(booklets: Path, tmp_path: Path) -> None:
    languages = {code: LANGUAGES[code] for code in ("de", "ar")}
    again = set_booklets(tmp_path / "again, anderswo", languages=LANGUAGES, settings="")
    kept = {path: data for path, data in tree(booklets).items() if path.split("/")[0] in ("2025", *languages)}
    made = {path: data for path, data in tree(again).items() if path.split("/")[0] in ("2025", *languages)}
    assert differences(kept, made) == []
