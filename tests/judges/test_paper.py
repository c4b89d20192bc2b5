"""Booklets of the sample programme, judged by page-validation, poppler, zbar, Ghostscript and pikepdf."""

from __future__ import annotations

import io
import re
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from runpy import run_path

import page
import pikepdf
import pytest
from pikepdf import Name
from PIL import Image

from ikw.cache import Cache
from ikw.making import prepare
from ikw.paper.booklet import for_press, for_readers
from ikw.paper.sheets import sides
from ikw.paper.sizes import size_for
from ikw.paper.typesetting import Typesetter
from ikw.paper_groups import photo_for_paper
from ikw.places import Places
from ikw.prose_pages import ProsePages
from ikw.reading import read_all
from ikw.settings import PELICANS
from ikw.settings import read as read_settings
from ikw.views.rows import Rows
from judges.booklets import (
    LANGUAGES,
    POINT,
    SITE,
    Word,
    black_alone,
    booklet,
    faults_of_layout,
    fixed_words,
    missing_glyphs,
    numbers,
    on_one_line,
    page_count,
    pictures_of,
    run,
    set_booklets,
    size_of,
    text_of,
    white_at_foot,
    words_of,
)
from judges.builds import EVENTS

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


@EVERY
def test_no_word_is_cut_or_upon_another(language: str, booklets: Path) -> None:
    assert faults_of_layout(booklet(booklets, language)) == []


def test_the_layout_of_other_sizes_holds(tmp_path: Path) -> None:
    for name, (wide, tall) in {"A6": (105, 148), "DIN lang": (105, 210)}.items():
        languages = {code: LANGUAGES[code] for code in ("de", "ar")}
        output = set_booklets(tmp_path / name, settings=f"BOOKLET_SIZE = {name!r}", languages=languages)
        for language in languages:
            reading, office, press = (booklet(output, language, kind) for kind in ("", "office", "print"))
            assert faults_of_layout(reading) == []
            assert failures(reading.read_bytes()) == []
            assert [round(length * POINT) for length in size_of(reading)] == [wide, tall]
            assert [number for pdf in (reading, office, press) for number in missing_glyphs(pdf)] == []
            assert torn(reading) == []
            assert boxes_of(press) == {((wide, tall), (3.0,) * 4)}
            count, is_right = page_count(reading), language in RIGHT
            assert count % 4 == 0
            assert folded(office, count, (wide, tall)) == expected_sheets(count, is_right=is_right)


@EVERY
def test_no_heading_is_left_alone_at_the_end_of_a_page(language: str, booklets: Path) -> None:
    """The last words above the foot of a page are never a heading: they are small, or they belong to a cover."""
    pdf = booklet(booklets, language)
    sizes = dict(enumerate(line_heights(pdf), 1))
    # letters of a heading are large; pages for notes, the last ones before the cover's back, have nothing but a heading
    alone = [number for number, found in sizes.items() if found and 3 < number < len(sizes) - 3 and found[-1] > 17]
    assert alone == []


@dataclass(frozen=True)
class Mark:
    """A bookmark: its title, the page it leads to, how far below the upper edge, and what stands below it."""

    title: str
    page: int
    top: float
    inside: tuple[Mark, ...] = ()


def marks(pdf: Path) -> list[Mark]:
    """Return the bookmarks of a booklet: sections and days, and in them events."""
    with pikepdf.open(pdf) as document, document.open_outline() as outline:
        numbers = {sheet.obj.objgen: number for number, sheet in enumerate(document.pages, 1)}
        tall = float(document.pages[0].mediabox[3])

        def mark(item: pikepdf.OutlineItem) -> Mark:
            place = item.destination if item.destination is not None else item.action.D
            target = place if isinstance(place, pikepdf.Array) else document.Root.Names.Dests  # Typst writes places, not names
            return Mark(str(item.title), numbers[target[0].objgen], tall - float(target[3]), tuple(map(mark, item.children)))

        return [mark(item) for item in outline.root]


def torn(pdf: Path) -> list[str]:
    """Return events that end on another page than they begin on, though they might have begun at the top of a page: others stand above.

    An event begins with its bookmark and ends with the code of its page; both stand in the order of reading.
    """
    ends: dict[str, tuple[int, float]] = {}
    with pikepdf.open(pdf) as document:
        for number, sheet in enumerate(document.pages, 1):
            for note in sheet.get("/Annots", []):
                found = re.search(r"/2025/([^/]+)/$", str(note.A.URI)) if "/A" in note and "/URI" in note.A else None
                if found:
                    ends[found[1]] = max(ends.get(found[1], (0, 0.0)), (number, -float(note.Rect[1])))
    starts = [event for section in told(pdf) for event in section.inside]
    assert len(starts) == len(ends)
    above = {number: min(event.top for event in starts if event.page == number) for number in {event.page for event in starts}}
    return [
        f"{event.page}: {event.title}" for event, (end, _) in zip(starts, sorted(ends.values()), strict=True)
        if event.page != end and event.top > above[event.page]
    ]


def told(pdf: Path) -> list[Mark]:
    """Return the days and sections that tell events: all with something inside, but the signs in front and the places behind."""
    return [mark for mark in marks(pdf) if mark.inside][1:-1]


@EVERY
def test_an_event_is_torn_only_where_it_has_a_page_of_its_own(language: str, booklets: Path) -> None:
    assert torn(booklet(booklets, language)) == []


def last_pages(pdf: Path) -> set[int]:
    """Return the pages with which the days and what stands behind them end: these may be as empty as they come."""
    *days, running, undated = told(pdf)
    return {days[-1].inside[-1].page, undated.inside[-1].page, running.page - 1}


@EVERY
def test_pages_are_full(language: str, booklets: Path) -> None:
    """The best that was reached, and a little: whoever makes entries higher, or the choice worse, sees it here."""
    pdf, is_easy = booklet(booklets, language), language == "de-simple"
    white = white_at_foot(pdf, size_for("A5", is_easy=is_easy))
    pages = {event.page for section in told(pdf) for event in section.inside} - last_pages(pdf)
    shares = sorted((white[number], number) for number in pages)
    assert sum(share for share, _ in shares) / len(shares) < (0.2 if is_easy else 0.1)
    assert [number for share, number in shares if share > (0.45 if is_easy else 0.4)] == []
    # once they were 68, 80 and 116
    assert page_count(pdf) <= (76 if is_easy else 60)


@EVERY
def test_indexes_share_their_pages(language: str, booklets: Path) -> None:
    """No page of an index is nearly empty, but for that of the last one."""
    pdf = booklet(booklets, language)
    white = white_at_foot(pdf, size_for("A5", is_easy=language == "de-simple"))
    places = marks(pdf)[-6:]
    assert [mark.page for mark in places] == sorted(mark.page for mark in places)
    assert [number for number in range(places[0].page, places[3].page) if white[number] > 0.5] == []


@SOME
def test_where_a_page_stays_white_a_cloth_lies_at_its_foot(language: str, booklets: Path, tmp_path: Path) -> None:
    pdf = booklet(booklets, language)
    size = size_for("A5", is_easy=language == "de-simple")
    pictures = pictures_of(pdf, tmp_path, 36, "-gray")
    foot = round((size.height - size.bottom - 3) / 25.4 * 36)
    pages = {event.page for section in told(pdf) for event in section.inside}
    white = [number for number, share in white_at_foot(pdf, size).items() if share > 0.15 and number in pages]
    assert white
    for number in white:
        page = pictures[number - 1]
        # from edge to edge there is ink and cloth, and hardly any paper
        row = [page.getpixel((x, foot)) for x in range(2, page.width - 2)]
        assert sum(value > 250 for value in row) < len(row) / 3, number


@SOME
def test_the_overview_is_a_spread(language: str, booklets: Path) -> None:
    [overview] = [mark.page for mark in marks(booklet(booklets, language)) if plain(mark.title) == plain({"ar": "كل الأيام"}.get(language, "Alle Tage"))]
    assert overview % 2 == 0


@SOME
def test_the_running_head_names_the_day_of_what_stands_first(language: str, booklets: Path) -> None:
    pdf = booklet(booklets, language)
    days = told(pdf)
    _, height = size_of(pdf)
    wrong = []
    for number in {event.page for day in days for event in day.inside}:
        day = next(day for day in days if any(event.page == number for event in day.inside))
        head = plain(run("pdftotext", "-f", str(number), "-l", str(number), "-x", "0", "-y", "0", "-W", "500", "-H", str(round(height * 0.062)), pdf, "-"))
        # where a section begins, its own heading is enough
        if head and sorted(plain(day.title)) != sorted(head[: len(plain(day.title))]) and plain(day.title) not in head:
            wrong.append(f"{number}: {day.title} is not in {head}")
    assert wrong == []


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
    assert missing_glyphs(pdf) == []


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


def boxes_of(pdf: Path) -> set[tuple[tuple[int, int], tuple[float, ...]]]:
    """Return the sizes after the cut and the widths of the bleed that a print shop finds, all round; marks have their room outside."""
    found = set()
    with pikepdf.open(pdf) as document:
        for sheet in document.pages:
            media, bleed, trim = numbers(sheet.MediaBox), numbers(sheet.BleedBox), numbers(sheet.TrimBox)
            wide, tall = (round((b - a) * POINT) for a, b in zip(trim[:2], trim[2:], strict=True))
            found.add(((wide, tall), tuple(round(abs(a - b) * POINT, 1) for a, b in zip(trim, bleed, strict=True))))
            assert all(outer < inner for outer, inner in zip(media[:2], bleed[:2], strict=True))
            assert all(outer > inner for outer, inner in zip(media[2:], bleed[2:], strict=True))
    return found


@SOME
def test_the_print_shop_finds_boxes_and_bleed(language: str, booklets: Path) -> None:
    pdf = booklet(booklets, language, "print")
    assert boxes_of(pdf) == {((148, 210), (3.0,) * 4)}
    assert page_count(pdf) % 4 == 0


def test_colour_reaches_into_the_bleed(booklets: Path, tmp_path: Path) -> None:
    """The cover's cloth is still there two and a half millimetres outside the cut."""
    pictures = pictures_of(booklet(booklets, "de", "print"), tmp_path, 72, "-f", "1", "-l", "1")
    with pikepdf.open(booklet(booklets, "de", "print")) as pdf:
        media, trim = numbers(pdf.pages[0].MediaBox), numbers(pdf.pages[0].TrimBox)
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
    black = black_alone(booklet(booklets, "de", "print"), 8, tmp_path)
    black.save(tmp_path / "page-black.png")
    assert len(codes(tmp_path)) >= 2


# -- for the office


def expected_sheets(count: int, *, is_right: bool) -> list[tuple[int | None, ...]]:
    """Return the numbers that are read on the sides of all sheets; the cover and its back have none."""
    return [tuple(None if number in (1, count) else number for number in side) for side in sides(count, is_bound_right=is_right)]


def folded(pdf: Path, count: int, size: tuple[float, float]) -> list[tuple[int | None, ...]]:
    """Return the numbers of the pages, read back from the feet of both halves of every sheet."""
    wide, tall = (length / POINT for length in size)
    left, foot = 421 - wide, (595 + tall) / 2 - 27
    found = []
    for number in range(1, page_count(pdf) + 1):
        feet = []
        for x in (left, 421):
            where = ("-x", str(round(x)), "-y", str(round(foot)), "-W", str(round(wide)), "-H", "26")
            text = run("pdftotext", "-f", str(number), "-l", str(number), *where, pdf, "-")
            numbers = [int(found) for found in re.findall(r"(?<![\w.])\d+(?![\w.])", text)]
            feet.append(next((found for found in numbers if found <= count), None))
        found.append(tuple(feet))
    return found


@SOME
def test_sheets_are_in_the_order_for_folding(language: str, booklets: Path) -> None:
    count = page_count(booklet(booklets, language))
    assert folded(booklet(booklets, language, "office"), count, (148, 210)) == expected_sheets(count, is_right=language in RIGHT)


@SOME
def test_sheets_are_a4_and_turn_over_the_short_edge(language: str, booklets: Path) -> None:
    with pikepdf.open(booklet(booklets, language, "office")) as pdf:
        assert {tuple(round(value * POINT) for value in numbers(sheet.MediaBox)) for sheet in pdf.pages} == {(0, 0, 297, 210)}
        assert pdf.Root.ViewerPreferences.Duplex == Name.DuplexFlipShortEdge
    assert page_count(booklet(booklets, language, "office")) == -(-page_count(booklet(booklets, language)) // 4) * 2


# -- again


@pytest.mark.parametrize("language", ["de", "ar"])
def test_the_same_programme_is_the_same_bytes(language: str, booklets: Path) -> None:
    """Set again in another process, in another order: by this one, alone."""
    file = booklets.parent / "pelicanconf.py"
    settings = read_settings({key: value for key, value in run_path(str(file)).items() if key.isupper()}, PELICANS)
    places = Places(project=booklets.parent, events=EVENTS, output=booklets, cache=booklets.parent / "cache")
    prose = ProsePages(places.content, file, places.cache)
    with Cache(places.cache).lock() as lock:
        prose.prepare(lock, is_needed=False)
        work = prepare(places, settings, read_all(places, settings), prose.headers)
    own_site, programme = next((one, own) for one, own in work.in_every_language(work.default.programmes[0]) if one.language.code == language)
    own_site, programme = own_site.before_print(programme)
    given = (own_site, programme, Rows(own_site, programme), Typesetter(places.theme), photo_for_paper)
    again = {file.path: file.data for make in (for_readers, for_press) for file in make(*given)}
    assert len(again) == 3
    assert [path for path, data in again.items() if (booklets / path).read_bytes() != data] == []
