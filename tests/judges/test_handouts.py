"""What is printed beside the booklet, judged by page-validation, poppler, zbar and pikepdf."""

from __future__ import annotations

import itertools
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import page
import pikepdf
import pytest

from ikw.model import Change, Event, Municipality, Printed, Slot
from ikw.output import OutputFile
from ikw.paper.booklet import for_readers
from ikw.paper.handouts import correction_files, event_files, large_files, leaflet_files, notice_files, poster_files
from ikw.paper.sheets import MILLIMETRE
from ikw.settings import Language
from ikw.views.rows import Rows
from judges.booklets import (
    LANGUAGES,
    SITE,
    Word,
    black_alone,
    fixed_words,
    make_project,
    marked_texts,
    missing_glyphs,
    number,
    numbers,
    on_one_line,
    page_count,
    run,
    size_of,
    text_of,
    words_of,
)
from judges.builds import EVENTS, IKW
from judges.test_paper import torn
from paper.desks import desk, in_language, own_settings
from samples import ARABIC, ENGLISH, GERMAN, at, change, edition, event, on, organiser, picture, programme, site, venue

pytestmark = pytest.mark.slow
UA = page.ValidationProfile("ua1")
# A plain one, one from right to left, one in easy words.
WANTED = {code: LANGUAGES[code] for code in ("de", "ar", "de-simple")}
ASKED = (
    "poster", "leaflet bad-hersfeld", "leaflet alheim", "notice lieder-die-ueber-bruecken-gehen",
    "notice waehlen-mitreden-dazwischenrufen", "notice der-bus-mit-den-sieben-sprachen", "event hof-auf", "event halay-hora-polka",
    "event waehlen-mitreden-dazwischenrufen", "errata", "large",
)
CHANGED = (
    ("zeit-fuer-tee.md", "15 bis 17", "16 bis 18"), ("anpfiff-fuer-alle.md", "sportplatz-grenzenlos", "turnhalle-wiesengrund"),
    ("aufessen.md", "cost: free", "cost: free\nstatus: cancelled"),
)


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with everything that was asked for, of the sample programme some weeks after its booklet was printed."""
    folder = tmp_path_factory.mktemp("handouts")
    settings = make_project(folder, languages=WANTED)
    shutil.copytree(EVENTS, folder / "events")
    ask(folder, settings, "freeze 2025 --day 1.8.2025")
    for name, old, new in CHANGED:
        path = folder / "events" / "2025" / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    for words in ASKED:
        ask(folder, settings, f"{words} --to {folder / 'print'}")
    return folder / "print"


def ask(folder: Path, settings: Path, words: str) -> None:
    """Call `ikw print`."""
    command = [str(IKW), "print", *words.split(), "--settings", str(settings), "--events", str(folder / "events"), "--cache", str(folder / "cache")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "SOURCE_DATE_EPOCH": "1757000000"})
    assert done.returncode == 0, done.stdout + done.stderr


def files(folder: Path, *kinds: str) -> Iterator[Path]:
    """Yield the files to read, or those whose names end in a kind."""
    for path in sorted(folder.glob("*.pdf")):
        kind = next((kind for kind in ("print", "office") if path.stem.endswith(f"-{kind}")), "")
        if kind in (kinds or ("",)):
            yield path


def test_all_that_was_asked_for_is_there(printed: Path) -> None:
    assert len(list(files(printed))) == 3 + 2 * 3 + 3 + 3 * 3 + 3 + 1
    assert len(list(files(printed, "print"))) == 3 + 2 * 3 + 3 * 3
    assert len(list(files(printed, "office"))) == 2 * 3


def test_what_is_read_breaks_no_rule_of_pdf_ua(printed: Path) -> None:
    broken = [
        f"{path.name}: {one.rule_id}: {one.message}"
        for path in files(printed) for one in page.validate_pdf_bytes(path.read_bytes(), profile=UA).failures
    ]
    assert broken == []


def test_a_sheet_is_one_page_of_its_size(printed: Path) -> None:
    sizes = {"poster": (297, 420, 1), "event": (210, 297, 1), "notice": (210, 297, 1), "leaflet": (100, 210, 6)}
    for path in files(printed):
        kind = path.name.split("-")[0]
        if kind in sizes:
            width, height = (round(length / MILLIMETRE) for length in size_of(path))
            assert (path.name, (width, height, page_count(path))) == (path.name, sizes[kind])


def seen(word: Word) -> Word:
    """Return a word with the room that is seen of it: the heavy face says that its letters are nearly twice as high as they are."""
    tall = word.bottom - word.top
    return word if tall < 14 else replace(word, top=word.top + tall / 4, bottom=word.bottom - tall / 4)


def sizes_of(path: Path) -> Iterator[float]:
    """Yield the sizes of letters on every page, in points."""
    with pikepdf.open(path) as pdf:
        for sheet in pdf.pages:
            for line in pikepdf.parse_content_stream(sheet, "Tf"):
                yield number(line.operands[1])


def faults_of_layout(path: Path) -> Iterator[str]:
    """Yield words that are cut at an edge, and words upon each other."""
    width, height = size_of(path)
    by_page: dict[int, list[Word]] = {}
    for word in map(seen, words_of(path)):
        if word.left < 2 * MILLIMETRE or word.right > width - 2 * MILLIMETRE or word.top < 0 or word.bottom > height - 2 * MILLIMETRE:
            yield f"{path.name}, page {word.page}: {word.text} is at an edge"
        others = by_page.setdefault(word.page, [])
        yield from (f"{path.name}, page {word.page}: {word.text} upon {other}" for other in others if word.covers(other) > 0.45)
        others.append(word)


def test_no_word_is_cut_or_upon_another(printed: Path) -> None:
    assert [fault for path in files(printed) if not path.name.startswith("large") for fault in faults_of_layout(path)] == []


def test_every_code_reads_as_its_address(printed: Path, tmp_path: Path) -> None:
    for path in files(printed):
        kind, _, *name = path.stem.split("-")
        if kind not in ("poster", "event", "notice", "leaflet", "errata"):
            continue
        lang = "de-simple" if path.stem.endswith("de-simple") else name[-1] if name[-1] in WANTED else "de"
        own = "-".join(name).removesuffix(lang).strip("-")
        root = f"{SITE}/{ {'de': '', 'de-simple': 'leicht/'}.get(lang, f'{lang}/') }".replace(" ", "")
        expected = {
            "event": f"{root}2025/{own}/", "leaflet": f"{root}2025/municipality/{own}/", "notice": f"{SITE}/2025/{'-'.join(name)}/",
        }.get(kind, root)
        folder = tmp_path / path.stem
        folder.mkdir()
        run("pdftoppm", "-r", "150", "-gray", path, folder / "page")
        pictures = sorted(map(str, folder.iterdir()))
        read = subprocess.run(["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", *pictures], capture_output=True, check=False, text=True)
        assert (path.name, read.stdout.split()) == (path.name, [expected] * (len(pictures) if kind == "notice" else 1))


@pytest.mark.parametrize("language", ["ar", "de-simple"])
def test_no_fixed_word_is_german(language: str, printed: Path) -> None:
    words = fixed_words(language)
    found = [path for path in files(printed) if path.stem.endswith(f"-{language}")]
    assert {path.name.split("-")[0] for path in found} == {"poster", "event", "leaflet", "errata", "large"} - ({"large"} if language == "ar" else set())
    wrong = {path.name: [german for german in words if german in on_one_line(text_of(path))] for path in found}
    assert {name: german for name, german in wrong.items() if german} == {}


def test_the_fixed_words_are_those_of_the_german_sheets(printed: Path) -> None:
    text = " ".join(on_one_line(text_of(path)) for path in files(printed))
    fixed = fixed_words("ar")
    for german in ("Änderungen zum Heft", "in Druck. Hier steht, was seitdem anders ist.", "Alles im Netz, immer aktuell", "Alles dazu im Netz"):
        assert german in text
        assert german in fixed


def test_every_font_is_embedded(printed: Path) -> None:
    for path in files(printed, "", "print", "office"):
        fonts = [line.split() for line in run("pdffonts", path).splitlines()[2:]]
        assert (path.name, {line[-5] for line in fonts}) == (path.name, {"yes"})


def test_every_letter_has_its_glyph(printed: Path) -> None:
    found = [(path.name, number) for path in files(printed, "", "print", "office") for number in missing_glyphs(path)]
    assert found == []


@pytest.mark.parametrize("name", ["poster-2025-de", "leaflet-2025-bad-hersfeld-ar", "event-2025-hof-auf-de"])
def test_what_is_black_is_black_alone(name: str, printed: Path, tmp_path: Path) -> None:
    black_alone(printed / f"{name}-print.pdf", 1, tmp_path)


def test_a_poster_tells_all_facts_of_an_event(printed: Path) -> None:
    """Its end, and every item of its programme."""
    text = " ".join(run("pdftotext", printed / "event-2025-hof-auf-de.pdf", "-").split())
    slots = re.findall(r"^  - \{time: ([\d.:]+)", (EVENTS / "2025" / "hof-auf.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert "11:00–18:00 Uhr" in text
    assert len(slots) >= 10
    assert [slot for slot in slots if slot.replace(".", ":").zfill(5) not in text] == []


def test_a_poster_has_the_picture_of_its_event(printed: Path) -> None:
    """Also where a stage programme takes all the room below the title."""
    for path in files(printed):
        if path.name.startswith(("event-2025-hof-auf", "event-2025-halay-hora-polka")):
            assert (path.name, len(run("pdfimages", "-list", path).splitlines()) - 2) == (path.name, 1)


def test_a_print_shop_finds_trim_and_bleed(printed: Path) -> None:
    for path in files(printed, "print"):
        with pikepdf.open(path) as pdf:
            for sheet in pdf.pages:
                trim, bleed = numbers(sheet.TrimBox), numbers(sheet.BleedBox)
                assert [round((b - a) / MILLIMETRE, 1) for a, b in zip(trim, bleed, strict=True)] == [-3, -3, 3, 3]


def test_a_notice_is_in_all_languages(printed: Path) -> None:
    text = run("pdftotext", printed / "notice-2025-waehlen-mitreden-dazwischenrufen.pdf", "-")
    for language in ("العربية", "Leichte Sprache"):
        assert language in text or language[::-1] in text


def test_a_notice_for_a_door_has_no_small_letters(printed: Path) -> None:
    """Nothing is smaller than nine points, in whatever language."""
    found = [path for path in files(printed) if path.name.startswith("notice")]
    sizes = {path.name: min(sizes_of(path)) for path in found}
    assert found
    assert {name: size for name, size in sizes.items() if size < 8.99} == {}


def test_a_notice_says_why_and_where_to_go(printed: Path) -> None:
    text = " ".join(run("pdftotext", printed / "notice-2025-der-bus-mit-den-sieben-sprachen.pdf", "-").split())
    assert text.count("Der Bus steht in der Werkstatt.") == len(WANTED)
    for words in ("Mühle Klapperstein", "Findet statt: Mittwoch, 24. September 2025, 15:00–17:00 Uhr, Seehaus Uferwiese, Hohenroda"):
        assert words in text


def test_errata_tell_old_and_new(printed: Path) -> None:
    text = " ".join(run("pdftotext", printed / "errata-2025-de.pdf", "-").split())
    for words in ("Aufessen!", "16:00–18:00 Uhr", "Im Heft: Montag, 22. September 2025, 15:00–17:00 Uhr", "Turnhalle Wiesengrund"):
        assert words in text


def test_a_poster_for_a_wall_has_no_small_letters(printed: Path) -> None:
    """Nothing is smaller than eight points, and no title smaller than ten."""
    sizes = {path.name: set(sizes_of(path)) for path in files(printed) if path.name.startswith("poster")}
    assert {name: min(found) for name, found in sizes.items() if min(found) < 7.99} == {}
    assert all(any(abs(one - 10) < 0.01 for one in found) for found in sizes.values())


@pytest.mark.parametrize("kind", ["event", "leaflet", "errata"])
def test_no_other_sheet_has_letters_below_eight_points(kind: str, printed: Path) -> None:
    sizes = {path.name: min(sizes_of(path)) for path in files(printed) if path.name.startswith(kind)}
    assert sizes
    assert {name: size for name, size in sizes.items() if size < 7.98} == {}


def test_large_print_tears_no_event_that_has_room_on_a_page(printed: Path) -> None:
    assert torn(printed / "large-2025-de-simple.pdf") == []


def test_large_print_has_no_small_letters(printed: Path) -> None:
    """No line is lower than 12 points from the top of its capitals to its base line times 0.71: all are 13 points and more."""
    heights = [word.bottom - word.top for word in words_of(printed / "large-2025-de-simple.pdf") if any(letter.isalnum() for letter in word.text)]
    assert min(heights) >= 12 * 0.69


@pytest.mark.parametrize("name", ["poster-2025-ar", "leaflet-2025-bad-hersfeld-ar", "event-2025-halay-hora-polka-ar", "notice-2025-der-bus-mit-den-sieben-sprachen"])
def test_german_names_amid_other_words_are_marked_as_german(name: str, printed: Path) -> None:
    """A screen reader then reads them as German words. Only poppler does not show these marks, so pikepdf reads them."""
    towns = ("Bad Hersfeld", "Haunetal", "Neuenstein", "Hohenroda", "Niederaula")
    found = {lang for lang, text in marked_texts(printed / f"{name}.pdf") if any(town in text for town in towns)}
    assert found == ({"", "de"} if name.startswith("notice") else {"de"}), "in a notice German is the language of the sheet"


# -- what nobody expects


LONG = "Wir kochen gemeinsam und essen am langen Tisch. "
WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


def first_written(folder: Path, made: Iterator[OutputFile]) -> Path:
    """Write the first of some files, the one to read, and set no other."""
    file = next(made)
    (folder / file.path).write_bytes(file.data)
    return folder / file.path


@pytest.mark.parametrize("count", [0, 1, 500])
def test_a_poster_has_room_for_any_number_of_events(count: int, tmp_path: Path) -> None:
    every = [event(f"fest-{n}", f"Ein Fest mit der Nummer {n}", [at(f"2025-09-{14 + n % 15} {8 + n % 12:02}:00")], venues=[venue()]) for n in range(count)]
    found = programme(*every)
    path = first_written(tmp_path, poster_files(desk(), site(found), found))
    assert page_count(path) == 1
    assert list(faults_of_layout(path)) == []
    assert min(sizes_of(path)) >= 7.98
    text = re.sub(r"[\s-]", "", text_of(path))
    counted = sum(map(int, re.findall(r"und(\d+)weitere", text)))
    assert text.count("Nummer") + counted == count, "what is left out is counted"
    assert bool(counted) is (count == 500)


@pytest.mark.parametrize("language", [GERMAN, ARABIC], ids=["de", "ar"])
def test_a_poster_of_hard_events_is_right(language: Language, tmp_path: Path) -> None:
    every = [
        event("lang", (LONG * 5)[:200]), event("wort", WORD, venues=[venue("w", WORD, town=WORD)]),
        event("zeichen", "„Nie“ wieder #panic() *Stern* $x$ @ref <label> 中文 — Đặng Çiğdem Żółć Їжа 🎉"), event("schau", WORD, [on("2025-09-14", "2025-09-28")]),
        event("aus", change=change("cancelled")), event("spaeter", WORD, [], change=change("postponed")), event("nach", when=[at("2025-10-03 10:00")]),
        *(event(f"fest-{n}", f"Ein Fest mit der Nummer {n}", [at(f"2025-09-{14 + n % 15} 10:00")]) for n in range(90)),
    ]
    found = programme(*every)
    path = first_written(tmp_path, poster_files(desk(), site(found, language=language), found))
    assert [one.message for one in page.validate_pdf_bytes(path.read_bytes(), profile=UA).failures] == []
    assert (page_count(path), list(faults_of_layout(path)), missing_glyphs(path)) == (1, [], [])
    assert min(sizes_of(path)) >= 7.98


SHOWN = picture(width=1200, height=800)
HARD_EVENTS = {
    "sixty slots": event(schedule=[Slot(start=time(10 + n // 6, n % 6 * 10), until=None, title=LONG) for n in range(60)], picture=SHOWN),
    "all at once": event(
        title=(LONG * 5)[:200], subtitle=LONG * 3, picture=SHOWN, venues=[venue()], html=f"<p>{LONG * 60}</p>", plain=LONG * 60, change=change("cancelled", note=LONG * 4),
        schedule=[Slot(start=time(10 + n // 3), until=time(11 + n // 3), title=LONG) for n in range(20)], organisers=[organiser(f"o{n}", f"Verein mit langem Namen {n}") for n in range(9)],
    ),
    "a span with a programme": event(
        when=[on("2025-09-14", "2025-09-28")], picture=SHOWN, schedule=[Slot(start=time(10 + n // 3), until=time(11 + n // 3), title=LONG) for n in range(15)],
        organisers=[organiser(f"o{n}", f"Verein mit langem Namen {n}") for n in range(9)],
    ),
    "forty dates": event(when=[at(f"2025-09-{14 + n % 15} {8 + n // 15:02}:00", key=str(n)) for n in range(40)], picture=SHOWN),
    "forty places": event(venues=[venue(f"haus-{n}", f"Haus mit einem langen Namen {n}") for n in range(40)], picture=SHOWN),
    "no date": event(when=[], picture=SHOWN),
}


@pytest.mark.parametrize("language", [GERMAN, ARABIC], ids=["de", "ar"])
@pytest.mark.parametrize("name", HARD_EVENTS)
def test_a_poster_of_an_event_has_room_for_its_picture_and_no_small_letters(name: str, language: Language, tmp_path: Path) -> None:
    found = programme(HARD_EVENTS[name])
    path = first_written(tmp_path, event_files(desk(), site(found, language=language), found, HARD_EVENTS[name]))
    assert [one.message for one in page.validate_pdf_bytes(path.read_bytes(), profile=UA).failures] == []
    assert (page_count(path), list(faults_of_layout(path)), missing_glyphs(path)) == (1, [], [])
    assert len(run("pdfimages", "-list", path).splitlines()) == 2 + 1, "the picture is there"
    assert min(sizes_of(path)) >= 7.98


TOWNS = {"bad-hersfeld": Municipality(id="bad-hersfeld", name={"de": "Bad Hersfeld"}), "lang": Municipality(id="lang", name={"de": WORD})}


def crowd(count: int) -> Iterator[Event]:
    for n in range(count):
        yield event(f"fest-{n:03}", f"Ein Fest mit der Nummer {n}", [at(f"2025-09-{14 + n % 15} {8 + n % 12:02}:00")], venues=[venue()], html=f"<p>{LONG * (n % 4)}</p>", plain=LONG * (n % 4))


HARD_LEAFLETS = {
    "one event": (programme(*crowd(1), municipalities=TOWNS), "bad-hersfeld"),
    "500 events": (programme(*crowd(500), municipalities=TOWNS), "bad-hersfeld"),
    "eighty on a day": (programme(*(event(f"e{n}", LONG, [at("2025-09-14 10:00")], venues=[venue()]) for n in range(80)), municipalities=TOWNS), "bad-hersfeld"),
    "hard events": (programme(
        event("lang", (LONG * 5)[:200], venues=[venue()], picture=picture(width=100, height=6000)), event("aus", change=change("cancelled", note=LONG * 4), venues=[venue()]),
        event("wort", WORD, venues=[venue()], html=f"<p>{LONG * 200}</p>", plain=LONG * 200, picture=picture(width=6000, height=100)),
        event("zeichen", "„Nie“ #panic() *x* $x$ @r <l> 中文 🎉", venues=[venue()]), event("schau", WORD, [on("2025-09-14", "2025-09-28")], venues=[venue()]),
        event("spaet", (LONG * 5)[:200], [], venues=[venue()]), municipalities=TOWNS,
    ), "bad-hersfeld"),
    "a long name": (programme(event(venues=[venue("v", municipality="lang")]), municipalities=TOWNS), "lang"),
    "all cancelled": (programme(event(change=change("cancelled"), venues=[venue()]), municipalities=TOWNS), "bad-hersfeld"),
    "a long title and no motto": (programme(*crowd(5), municipalities=TOWNS, edition=edition(motto=None, title={"de": LONG * 4})), "bad-hersfeld"),
}


@pytest.mark.parametrize("language", [GERMAN, ARABIC], ids=["de", "ar"])
@pytest.mark.parametrize("name", HARD_LEAFLETS)
def test_a_leaflet_of_any_programme_is_right(name: str, language: Language, tmp_path: Path) -> None:
    found, town = HARD_LEAFLETS[name]
    path = first_written(tmp_path, leaflet_files(desk(), site(found, language=language, sample=True), found, town))
    assert [one.message for one in page.validate_pdf_bytes(path.read_bytes(), profile=UA).failures] == []
    assert (page_count(path), list(faults_of_layout(path)), missing_glyphs(path)) == (6, [], [])
    assert min(sizes_of(path)) >= 7.98


@pytest.mark.parametrize("count", [3, 92])
def test_a_leaflet_says_what_is_on_elsewhere_or_where_to_look(count: int, tmp_path: Path) -> None:
    """A full one has no room for highlights of other municipalities: its back says so."""
    away = event("weit", "Fest in der Ferne", [at("2025-09-20 10:00")], venues=[venue("v", municipality="lang")], highlight=True)
    found = programme(*(event(f"e{n}", LONG, [at("2025-09-14 10:00")], venues=[venue()]) for n in range(count)), away, municipalities=TOWNS)
    path = first_written(tmp_path, leaflet_files(desk(), site(found), found, "bad-hersfeld"))
    inside, back = (" ".join(run("pdftotext", "-f", first, "-l", last, path, "-").split()) for first, last in (("2", "5"), ("6", "6")))
    assert ("Fest in der Ferne" in inside, "Höhepunkte in anderen Gemeinden: " in back) == ((True, False) if count == 3 else (False, True))
    assert page_count(path) == 6


def test_a_panel_that_begins_amid_a_day_says_which(tmp_path: Path) -> None:
    every = (event(f"e{n}", LONG, [at("2025-09-20 10:00")], venues=[venue()]) for n in range(30))
    found = programme(*every, municipalities=TOWNS)
    path = first_written(tmp_path, leaflet_files(desk(), site(found), found, "bad-hersfeld"))
    heads = [run("pdftotext", "-f", str(number), "-l", str(number), path, "-").split("\n")[0] for number in (3, 4, 5)]
    assert heads == ["Samstag, 20. September (weiter)"] * 3


@pytest.mark.parametrize(("motto", "language"), [("Nun essen wir am See: Äpfel, Ölgebäck, Grünkohl", GERMAN), ("نحن نطبخ معًا ونأكل معًا ونغني", ARABIC)], ids=["de", "ar"])
def test_lines_of_a_motto_that_nobody_drew_have_even_distances(motto: str, language: Language, tmp_path: Path) -> None:
    """Whatever hangs below a line or stands above its letters, on a cover of a booklet and on one of a leaflet."""
    found = programme(*crowd(2), municipalities=TOWNS, edition=edition(motto={"de": motto, "ar": motto}))
    shown = site(found, language=language)
    leaflet = first_written(tmp_path, leaflet_files(desk(), shown, found, "bad-hersfeld"))
    cover = tmp_path / "programme.pdf"
    cover.write_bytes(next(iter(for_readers(shown, found, Rows(shown, found), desk().typesetter, desk().photos))).data)
    for path in (cover, leaflet):
        words = [word for word in words_of(path) if word.page == 1]
        sizes = [round(word.bottom - word.top) for word in words]
        of_motto = [word for word, size in zip(words, sizes, strict=True) if any(word.text.strip(":,") in one or word.text[::-1] in one for one in motto.split()) and size > 8]
        tops = sorted({round(word.top, 1) for word in of_motto})
        gaps = [below - above for above, below in itertools.pairwise(tops) if below - above > 2]
        assert len(gaps) >= 2, path.name
        assert max(gaps) - min(gaps) < 0.5, path.name


@pytest.mark.parametrize("change_of", [
    change("cancelled", note="Die Leiterin ist erkrankt. Wir holen den Abend im November nach."),
    change("moved", note="Die Scheune bekommt ein neues Dach.", was_when=(at("2025-09-13 14:00"),), was_venues=(venue("alt", "Kulturscheune am Musterhang", town="Breitenbach am Herzberg"),)),
    change("postponed", note="Sobald der Fluss sich beruhigt, steht hier der neue Tag."), change("full"),
], ids=lambda change: change.status)
def test_a_notice_is_in_all_eight_languages_on_one_sheet(change_of: Change, tmp_path: Path) -> None:
    one = event(title="Lieder, die über Brücken gehen", venues=[venue()], change=change_of)
    found = programme(one)
    sites = [(replace(in_language(found, language)[0], programmes=(found,)), found) for language in own_settings().languages]
    path = first_written(tmp_path, notice_files(desk(), sites, one))
    assert (len(sites), page_count(path), list(faults_of_layout(path)), missing_glyphs(path)) == (8, 1, [], [])
    assert min(sizes_of(path)) >= 8.98
    text = run("pdftotext", path, "-")
    assert [language.name for language in own_settings().languages if language.dir == "ltr" and language.code != "de" and language.name not in text] == []


HARD_NOTICES = {
    "a long title, place and reason": event(title=(LONG * 5)[:200], venues=[venue("w", WORD, town=WORD)], change=change("cancelled", note=LONG * 20)),
    "a word as long as two lines": event(title=WORD, when=[], change=change("postponed")),
    "forty dates": event(when=[
        at(f"2025-09-{14 + n % 15} {8 + n // 15:02}:00", key=str(n), change=change("cancelled") if n % 2 else None, note=LONG if n % 3 == 0 else None) for n in range(40)
    ], venues=[venue()]),
    "twelve dates that moved": event(when=[at(f"2025-09-{15 + n} 10:00", key=str(n), change=change("moved", was_when=(at("2025-09-14 10:00"),))) for n in range(12)], venues=[venue()]),
}


MUCH = {
    "a reason of 1000 letters": (event(title="Lieder, die über Brücken gehen", venues=[venue()], change=change("cancelled", note="Die Leiterin ist erkrankt. " * 36 + "Ende.")), "Ende."),
    "a reason of 6000 letters": (event(venues=[venue()], change=change("cancelled", note=LONG * 120)), r"… \(Alles dazu im Netz\)"),
    "a long title, place and reason": (HARD_NOTICES["a long title, place and reason"], r"… \(Alles dazu im Netz\)"),
    "forty dates": (HARD_NOTICES["forty dates"], r"und \d+ weitere"),
    "twelve dates that moved": (HARD_NOTICES["twelve dates that moved"], "Jetzt:"),
}


@pytest.mark.parametrize("name", MUCH)
def test_a_notice_with_much_to_say_is_one_sheet_and_says_what_it_leaves_out(name: str, tmp_path: Path) -> None:
    one, expected = MUCH[name]
    found = programme(one)
    sites = [(replace(in_language(found, language)[0], programmes=(found,)), found) for language in own_settings().languages]
    path = first_written(tmp_path, notice_files(desk(), sites, one))
    assert (len(sites), page_count(path), list(faults_of_layout(path)), missing_glyphs(path)) == (8, 1, [], [])
    assert min(sizes_of(path)) >= 8.98
    assert re.search(expected, " ".join(run("pdftotext", path, "-").split()))


@pytest.mark.parametrize("name", HARD_NOTICES)
def test_a_notice_of_any_event_is_right(name: str, tmp_path: Path) -> None:
    """In eight languages; what has no room on one sheet is counted."""
    found = programme(HARD_NOTICES[name])
    others = [replace(ENGLISH, code=code, locale=code, path=code) for code in ("uk", "tr", "ru", "pl", "fr")]
    sites = [(site(found, language=language), found) for language in (GERMAN, ENGLISH, ARABIC, *others)]
    path = first_written(tmp_path, notice_files(desk(), sites, HARD_NOTICES[name]))
    assert [one.message for one in page.validate_pdf_bytes(path.read_bytes(), profile=UA).failures] == []
    assert (list(faults_of_layout(path)), missing_glyphs(path)) == ([], [])
    assert min(sizes_of(path)) >= 8.98
    if "dates" in name:
        shown = run("pdftotext", "-l", "1", path, "-")
        counted = [int(n) for n in re.findall(r"und (\d+) weitere", shown)]
        assert shown.count("Jetzt:") + sum(counted) == 12 if name.startswith("twelve") else counted


def test_the_same_programme_is_the_same_bytes() -> None:
    one = event(venues=[venue()], picture=SHOWN, change=change("cancelled"))
    found = programme(one, printed=Printed(day=date(2025, 8, 1), events={"fest": event()}))
    shown = site(found)

    def every() -> list[bytes]:
        made = (
            poster_files(desk(), shown, found), event_files(desk(), shown, found, one), leaflet_files(desk(), shown, found, "bad-hersfeld"),
            notice_files(desk(), [(shown, found)], one), correction_files(desk(), shown, found, date(2025, 9, 9)),
        )
        return [file.data for files in made for file in files]

    first = every()
    assert len(first) == 2 + 2 + 3 + 1 + 1
    assert first == every()


def test_large_print_of_a_programme_without_events() -> None:
    found = programme()
    [file] = large_files(desk(), site(found), found)
    assert file.data.startswith(b"%PDF")
