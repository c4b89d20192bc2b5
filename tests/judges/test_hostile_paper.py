"""Booklets of programmes that nobody expects: each is right, or a clear line says what is wrong; never a traceback, a gap or a cut word."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from datetime import time
from functools import cache
from pathlib import Path

import page
import pytest

from ikw.model import Event, Slot
from ikw.paper import booklet
from ikw.paper.sizes import SIZES
from ikw.programme import Programme
from ikw.settings import Language
from ikw.views.rows import Rows
from judges.booklets import faults_of_layout, make_project, missing_glyphs, page_count, pictures_of, text_of
from judges.builds import IKW
from paper.desks import desk
from samples import ARABIC, GERMAN, at, category, change, edition, event, on, organiser, picture, programme, site, venue
from small import event_text, write_events

pytestmark = pytest.mark.slow
UA = page.ValidationProfile("ua1")
LONG = "Wir kochen gemeinsam, essen am langen Tisch und erzählen uns, woher die Gerichte kommen. "


def made(found: Programme, language: Language = GERMAN, **settings: object) -> dict[str, bytes]:
    """Return the three files of a booklet by their names."""
    shown = site(found, language=language, **settings)
    given = (shown, found, Rows(shown, found), desk().typesetter, desk().photos)
    return {Path(file.path).name: file.data for make in (booklet.for_readers, booklet.for_press) for file in make(*given)}


def written(folder: Path, files: dict[str, bytes]) -> dict[str, Path]:
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return {name: folder / name for name in files}


def all_events(count: int) -> Iterator[Event]:
    for n in range(count):
        yield event(
            f"fest-{n:03}", f"Ein Fest mit der Nummer {n}", [at(f"2025-09-{14 + n % 15} {8 + n % 12:02}:00")], html=f"<p>{LONG * (n % 5)}</p>",
            plain=LONG * (n % 5), venues=[venue(f"haus-{n % 60}", f"Haus {n % 60}")], organisers=[organiser(f"verein-{n % 50}", f"Verein {n % 50}")],
        )


HARD_TITLE = "„Nie“ wieder #panic() *Stern* $x$ @ref <label> \\n // — Đặng Thị Ngọc Thịnh, Çiğdem, Żółć, Їжа, ‏سلام"
WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
PROGRAMMES = {
    "no event": programme(),
    "no event and nothing else": programme(edition=edition(motto=None, partners=()), categories={}),
    "one event": programme(event(venues=[venue()])),
    "one event without a date": programme(event(when=[])),
    "one event all the time": programme(event(when=[on("2025-09-14", "2025-09-28")])),
    "one event before and one after": programme(event("vor", when=[at("2025-09-01 10:00")]), event("nach", when=[at("2025-10-03 10:00")])),
    "a title of 200 letters": programme(event(title=(LONG * 3)[:200])),
    "a title of hostile letters": programme(event(title=HARD_TITLE)),
    "a word as long as two lines": programme(event(title=WORD, html=f"<p>{WORD * 3}</p>", plain=WORD * 3, venues=[venue("w", WORD, town=WORD)])),
    "a text of 20 000 letters": programme(event(html=f"<p>{LONG * 225}</p>", plain=LONG * 225)),
    "a summary of 3 000 letters": programme(event(summary=(LONG * 34)[:3000], html=f"<p>{LONG * 60}</p>", plain=LONG * 60)),
    "forty dates": programme(event(when=[at(f"2025-09-{14 + n % 15} {8 + n // 15:02}:00", key=str(n)) for n in range(40)])),
    "a programme of sixty slots": programme(event(schedule=[Slot(start=time(10 + n // 6, n % 6 * 10), until=None, title=LONG[:60]) for n in range(60)])),
    "all at one hour": programme(*(event(f"e{n}", when=[at("2025-09-14 10:00")], change=change("cancelled") if n % 2 else None) for n in range(40))),
    "pictures of any shape": programme(
        event("breit", picture=picture(width=6000, height=100)), event("hoch", picture=picture(width=100, height=6000)), event("klein", picture=picture(width=1, height=1)),
    ),
}


@pytest.mark.parametrize("language", [GERMAN, ARABIC], ids=["de", "ar"])
@pytest.mark.parametrize("name", PROGRAMMES)
def test_a_booklet_of_any_programme_is_right(name: str, language: Language, tmp_path: Path) -> None:
    found = PROGRAMMES[name]
    files = written(tmp_path, made(found, language))
    reading = files["programme.pdf"]
    assert [f"{one.rule_id}: {one.message}" for one in page.validate_pdf_bytes(reading.read_bytes(), profile=UA).failures] == []
    assert faults_of_layout(reading) == []
    assert page_count(reading) % 4 == 0
    assert page_count(files["programme-office.pdf"]) == page_count(reading) // 2
    assert page_count(files["programme-print.pdf"]) == page_count(reading)
    assert [number for path in files.values() for number in missing_glyphs(path)] == []
    assert all(picture.getextrema()[0] < 128 for picture in pictures_of(reading, tmp_path / "pictures", 24, "-gray"))
    text = re.sub(r"\s", "", text_of(reading))
    assert [one for one in found.by_id if f"2025/{one}" not in text] == [], "every event has its address"


@cache
def many() -> dict[str, bytes]:
    """The booklet of 500 events, set once."""
    return made(programme(*all_events(500)))


def test_five_hundred_events_are_all_told(tmp_path: Path) -> None:
    reading = written(tmp_path, many())["programme.pdf"]
    text = re.sub(r"\s", "", text_of(reading))
    assert [n for n in range(500) if f"2025/fest-{n:03}" not in text] == []
    assert faults_of_layout(reading) == []
    assert page_count(reading) % 4 == 0


@pytest.mark.parametrize("size", ["A6", "DIN lang"])
def test_hard_programmes_have_room_in_small_sizes(size: str, tmp_path: Path) -> None:
    for name in ("no event", "a title of 200 letters", "a word as long as two lines", "forty dates", "pictures of any shape"):
        folder = tmp_path / name
        folder.mkdir()
        assert (name, faults_of_layout(written(folder, made(PROGRAMMES[name], booklet_size=size))["programme.pdf"])) == (name, [])


KINDS = {f"art-{n}": category(f"art-{n}", f"Eine Art {n}") for n in range(12)}


@pytest.mark.parametrize("length", [0, 1, 12], ids=["no greeting", "a short one", "a long one"])
@pytest.mark.parametrize("size", SIZES)
def test_the_overview_is_a_spread(size: str, length: int, tmp_path: Path) -> None:
    """It begins on an even page, whatever stands before it: where nothing else does, a page of cloth."""
    found = programme(
        *(event(name, category=name, when=[at(f"2025-09-{14 + n} 10:00")]) for n, name in enumerate(KINDS)), categories=KINDS,
        edition=edition(greeting_html={"de": f"<p>{LONG * 8}</p>" * length} if length else {}),
    )
    shown = site(found, booklet_size=size)
    reading, _ = booklet.for_readers(shown, found, Rows(shown, found), desk().typesetter, desk().photos)
    pages = text_of(written(tmp_path, {"programme.pdf": reading.data})["programme.pdf"]).split("\f")
    [overview] = [number for number, page in enumerate(pages, 1) if "Erste Woche" in page]
    assert overview % 2 == 0


def test_the_same_programme_is_the_same_bytes() -> None:
    for name in ("one event", "a title of hostile letters", "pictures of any shape"):
        assert made(PROGRAMMES[name]) == made(PROGRAMMES[name])


def test_letters_that_no_font_has_leave_a_mark(tmp_path: Path) -> None:
    """Whoever reads sees that there is more; the check has named them."""
    reading = written(tmp_path, made(programme(event(title="Lesung 中文 im Hof"))))["programme.pdf"]
    assert "Lesung … im Hof" in text_of(reading)


# -- from files, as people have them


def booklet_command(folder: Path, events: dict[str, str], **files: bytes) -> tuple[int, str, Path]:
    """Call `ikw booklet` for files; return its code, all that it said, and the output."""
    settings = make_project(folder, languages={"de": {"name": "Deutsch", "dir": "ltr"}})
    write_events(folder / "events")
    for name, text in events.items():
        (folder / "events" / "2025" / f"{name}.md").write_text(text, encoding="utf-8")
    output = folder / "output"
    command = [str(IKW), "booklet", "--settings", str(settings), "--events", str(folder / "events"), "--output", str(output), "--cache", str(folder / "cache")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    return done.returncode, done.stdout + done.stderr, output


FEST = {"title": "Fest", "when": "20.09.2025 14 Uhr", "venue": "halle", "category": "fest", "organisers": "[chor]"}
WRONG = {
    "a missing picture": (
        event_text({**FEST, "image": "fehlt.jpg", "image_alt": "Ein Tisch", "image_credit": "Ada"}), "2025/fest.md:7: Fehler: image:", "fehlt.jpg",
    ),
    "a summary of 3 000 letters": (event_text({**FEST, "summary": "Wort " * 600}), "2025/fest.md:7: Fehler: summary:", "2999 Zeichen"),
}


@pytest.mark.parametrize(("text", "place", "words"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_named_with_its_line_and_nothing_is_set(text: str, place: str, words: str, tmp_path: Path) -> None:
    code, said, output = booklet_command(tmp_path, {"fest": text})
    assert code == 1
    assert place in said
    assert words in said
    assert "Traceback" not in said
    assert not output.exists() or list(output.rglob("*.pdf")) == []


@pytest.mark.parametrize(("title", "printed", "told"), [
    ("Großes Fest 🎉 im Hof", "Großes Fest im Hof", "„🎉“ (U+1F389) gibt es im Heft nicht. Dort fehlt das Zeichen."),
    ("Großes 中文 Fest", "Großes … Fest", "Für „中“ (U+4E2D), „文“ (U+6587) gibt es im Heft keine Schrift. Dort steht „…“."),
])
def test_what_has_no_glyph_is_told_and_marked(title: str, printed: str, told: str, tmp_path: Path) -> None:
    code, said, output = booklet_command(tmp_path, {"fest": event_text({**FEST, "title": title})})
    assert (code, told in said) == (0, True)
    assert printed in text_of(output / "2025" / "programme.pdf")
