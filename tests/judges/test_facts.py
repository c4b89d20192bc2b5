"""Facts are data: of a programme that nobody has translated, the Arabic pages say what the event files say, no more and no less.

The pages are read again by another reader (lxml), and Arabic words are turned back by CLDR and by the catalog.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from babel import Locale

from ikw.build import build
from ikw.changes import places_of, status_of
from ikw.choices import ACCESS_WORDS, AUDIENCE_WORDS
from ikw.model import ACCESS, AUDIENCES, Event, Occurrence
from ikw.places import Places
from ikw.reading import read_all
from ikw.texts import DAYTIME_WORDS, LANGUAGE_WORDS, load
from samples import ARABIC, GERMAN, settings
from small import ROOT, NoProse

pytestmark = pytest.mark.slow

WORDS = load(ROOT / "theme" / "translations", "ar", "de")
NAMES = Locale.parse("ar").languages
LABELS = {
    WORDS.gettext(german): kind for german, kind in (
        ("Wann", "when"), ("Ort", "place"), ("Start", "place"), ("Ziel", "place"), ("Station", "place"), ("Start und Ziel", "place"),
        ("Sprachen", "languages"), ("Zugang", "access"), ("Kosten", "cost"), ("Anmeldung", "registration"), ("Für wen", "audience"),
        ("Wer lädt ein", "host"), ("Zusammen mit", "partners"), ("Gefördert von", "funders"), ("Online", "online"),
        ("Treffpunkt", "meeting"), ("Bitte mitbringen", "bring"), ("Essen und Trinken", "food"), ("Kinderbetreuung", "childcare"),
        ("Fragen beantwortet", "contact"),
    )
}
TIME = re.compile(r"\b\d{2}:\d{2}\b")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Event]]:
    """The sample programme without any translation, in German and Arabic; and its events as they are in the files."""
    folder = tmp_path_factory.mktemp("facts")
    shutil.copytree(ROOT / "events", folder / "events", ignore=shutil.ignore_patterns("*.*.md"))
    places = Places(project=ROOT, events=folder / "events", output=folder / "output", cache=folder / "cache")
    shown = settings(languages=(GERMAN, ARABIC))
    assert not build(places, shown, NoProse()).loaded.has_errors
    [contents] = read_all(places, shown).editions
    return folder / "output", list(contents.events)


class Read:
    """An event's page, read again. `facts` are the elements of each kind of fact."""

    def __init__(self, path: Path) -> None:
        self.page: Any = lxml.html.parse(str(path), lxml.html.HTMLParser(encoding="utf-8")).getroot()
        self.facts: dict[str, list[Any]] = {}
        for group in (group for facts in self.all("dl", "facts") for group in facts.findall("div")):
            label = re.sub(r" \d+$", "", "".join(group.find("dt").itertext()).strip())
            self.facts.setdefault(LABELS[label], []).append(group)

    def all(self, name: str, mark: str) -> list[Any]:
        """Return the elements of a name with a class."""
        return [element for element in self.page.iter(name) if mark in element.get("class", "").split()]

    def words(self, kind: str, *, own: bool = True) -> str:
        """Return what is said of a kind of fact; `own`: in Arabic only, without what stands in German."""
        found = []
        for group in self.facts.get(kind, ()):
            for element in group.findall("dd"):
                found += list(_words(element, own=own))
        return " ".join(found)

    def addresses(self, kind: str) -> list[str]:
        """Return where the links of a kind of fact lead."""
        return [link.get("href") for group in self.facts.get(kind, ()) for link in group.iter("a")]


def _words(element: Any, *, own: bool) -> Iterator[str]:
    if own and element.get("lang") == "de":
        return
    yield element.text or ""
    for child in element:
        yield from _words(child, own=own)
        yield child.tail or ""


def numbers(text: str) -> list[Decimal]:
    return [Decimal(number.replace(",", ".")) for number in re.findall(r"\d+(?:[.,]\d+)?", text)]


def moment(one: Occurrence) -> str:
    return one.start.strftime("%Y-%m-%dT%H:%M") if one.start else one.day.isoformat()


def of_the_vocabulary(table: dict[str, str], text: str) -> set[str]:
    """Return the codes whose words stand in a text; of words that are parts of others only the longest."""
    found = set()
    for code in sorted(table, key=lambda code: -len(WORDS.gettext(table[code]))):
        word = WORDS.gettext(table[code])
        if word.casefold() in text.casefold():
            found.add(code)
            text = re.sub(re.escape(word), " ", text, flags=re.IGNORECASE)
    return found


def of_the_languages(codes: set[str], text: str) -> set[str]:
    """Return those of the programme's languages that are named in a text."""
    found = set()
    for code in sorted(codes, key=lambda code: -len(_name(code))):
        if _name(code) in text:
            found.add(code)
            text = text.replace(_name(code), " ")
    return found


def _name(code: str) -> str:
    return WORDS.gettext(LANGUAGE_WORDS[code]) if code in LANGUAGE_WORDS else str(NAMES[code])


def pages(built: tuple[Path, list[Event]]) -> Iterator[tuple[Event, Read]]:
    output, events = built
    assert len(events) > 80
    for event in events:
        yield event, Read(output / "ar" / event.edition / event.id / "index.html")


def test_dates_and_times(built: tuple[Path, list[Event]]) -> None:
    for event, page in pages(built):
        told = [time.get("datetime") for group in page.facts.get("when", ()) for time in group.iter("time")]
        every = [moment(one) for one in event.occurrences]
        if len(told) < len(every):  # days with one rhythm stand in one line
            assert set(told) <= set(every), event.id
            times = {f"{at:%H:%M}" for one in event.occurrences for at in (one.start, one.end) if at}
            assert times <= set(TIME.findall(page.words("when"))), event.id
        else:
            assert told == every, event.id
            windows = [f"{at:%H:%M}" for one in event.occurrences for hours in one.hours for window in hours.windows for at in window if at]
            clock = [f"{at:%H:%M}" for one in event.occurrences for at in (one.start, one.end) if at]
            assert sorted(TIME.findall(page.words("when"))) == sorted([*clock, *windows]), event.id
            assert (of_the_vocabulary(dict(DAYTIME_WORDS), page.words("when")) != set()) == any(one.words for one in event.occurrences), event.id


def test_places_stand_as_they_are_written_on_the_door(built: tuple[Path, list[Event]]) -> None:
    for event, page in pages(built):
        venues = [venue for one in event.occurrences or (None,) for venue in places_of(event, one)]
        said = page.words("place", own=False)
        for venue in venues:
            for part in (venue.name["de"], venue.street, venue.postcode, venue.town):
                assert part is None or part in said, (event.id, part)
        linked = {href.split("/")[-2] for href in page.addresses("place") if "/venue/" in href}
        assert linked == {venue.id for venue in venues if venue.id}, event.id
        assert bool(venues) or "place" in page.facts or "online" in page.facts, event.id


def test_languages(built: tuple[Path, list[Event]]) -> None:
    every = {code for event in built[1] for code in (*event.languages, *event.interpreting)}
    for event, page in pages(built):
        assert of_the_languages(every, page.words("languages")) == {*event.languages, *event.interpreting}, event.id


def test_access(built: tuple[Path, list[Event]]) -> None:
    assert {*ACCESS_WORDS} == {*ACCESS}
    for event, page in pages(built):
        venues = [venue for one in event.occurrences or (None,) for venue in places_of(event, one)]
        expected = {*event.access, *(code for venue in venues for code in venue.access)}
        assert of_the_vocabulary(dict(ACCESS_WORDS), page.words("access")) == expected, event.id


def test_cost(built: tuple[Path, list[Event]]) -> None:
    free, donation = WORDS.gettext("Kostenlos"), WORDS.gettext("Kostenlos, Spende willkommen")
    for event, page in pages(built):
        said, cost = page.words("cost"), event.cost
        amounts = [amount for amount in (cost.regular, cost.reduced) if amount] if cost else []
        assert sorted(numbers(said)) == sorted(amounts), event.id
        assert (cost is not None and cost.kind == "donation") == (donation in said), event.id
        if cost and cost.kind == "free":
            assert free in said, event.id


def test_registration(built: tuple[Path, list[Event]]) -> None:
    for event, page in pages(built):
        one, status = event.registration, {status_of(event, occurrence) for occurrence in event.occurrences or (None,)}
        if one is None:
            assert "registration" not in page.facts, event.id
            continue
        ways = set(page.addresses("registration"))
        expected = {f"mailto:{one.email}" if one.email else "", one.url or "", "tel:" + re.sub(r"[^\d+]", "", one.phone) if one.phone else ""} - {""}
        assert expected <= ways, event.id
        if one.needed and not status & {"full", "cancelled", "postponed"}:
            said = numbers(page.words("registration"))
            assert one.until is None or {Decimal(one.until.day), Decimal(one.until.year)} <= set(said), event.id
            assert one.places is None or Decimal(one.places) in said, event.id


def test_audience(built: tuple[Path, list[Event]]) -> None:
    assert {*AUDIENCE_WORDS} == {*AUDIENCES}
    for event, page in pages(built):
        said = page.words("audience")
        assert of_the_vocabulary(dict(AUDIENCE_WORDS), said) == {*event.audience}, event.id
        ages = [Decimal(age) for age in ((event.age.youngest, event.age.oldest) if event.age else ()) if age is not None]
        assert set(numbers(said)) == set(ages), event.id


def test_people(built: tuple[Path, list[Event]]) -> None:
    for event, page in pages(built):
        for kind, people in (("host", event.organisers), ("partners", event.partners), ("funders", event.funders)):
            said = page.words(kind, own=False)
            assert all(person.name["de"] in said for person in people), (event.id, kind)
            assert bool(people) == (kind in page.facts), (event.id, kind)
        contact = event.contact
        said = page.words("contact", own=False)
        assert contact is None or all(part in said for part in (contact.name, contact.phone, contact.email) if part), event.id


def test_status_is_said_and_what_is_over_is_struck(built: tuple[Path, list[Event]]) -> None:
    for event, page in pages(built):
        statuses = {status_of(event, one) for one in event.occurrences or (None,)} - {"scheduled"}
        [poster] = page.all("header", "poster")
        marks = {name.removeprefix("is-") for name in poster.get("class").split() if name.startswith("is-")}
        assert bool(statuses) == bool(marks & {*statuses, "changed"}), (event.id, statuses, marks)


def test_stage_programme_and_links(built: tuple[Path, list[Event]]) -> None:
    for event, page in pages(built):
        slots = [(time.get("datetime"), "".join(time.getnext().itertext())) for part in page.all("section", "schedule") for time in part.iter("time")]
        assert slots == [(f"{slot.start:%H:%M}", slot.title) for slot in event.schedule], event.id
        assert [link.get("href") for part in page.all("ul", "links") for link in part.iter("a")] == [link.url for link in event.links], event.id


def test_prose_stands_in_german_and_says_so(built: tuple[Path, list[Event]]) -> None:
    note = WORDS.gettext("Dieser Text ist noch nicht übersetzt. Sie lesen ihn auf Deutsch.")
    for event, page in pages(built):
        [heading] = page.page.iter("h1")
        assert (heading.get("lang"), heading.get("dir")) == ("de", "ltr"), event.id
        assert "".join(heading.itertext()).endswith(event.texts["de"].title), event.id
        for prose in page.all("div", "prose"):
            lead = prose.find("p[@class='lead']")
            marked = prose if lead is None else lead
            assert (marked.get("lang"), marked.get("dir")) == ("de", "ltr"), event.id
        assert note in [paragraph.text for paragraph in page.all("p", "example")], event.id


def test_a_page_that_says_something_else_is_noticed(built: tuple[Path, list[Event]], tmp_path: Path) -> None:
    output, events = built
    event = next(one for one in events if one.cost and one.cost.regular and one.occurrences and one.occurrences[0].start)
    html = (output / "ar" / event.edition / event.id / "index.html").read_text(encoding="utf-8")
    told = moment(event.occurrences[0])
    for before, after in ((told, "2025-01-01T00:00"), (_name(event.languages[0]), _name("el"))):
        assert before in html
        page = tmp_path / "ar" / event.edition / event.id / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(html.replace(before, after), encoding="utf-8")
        read = Read(page)
        dates = [time.get("datetime") for group in read.facts["when"] for time in group.iter("time")]
        named = of_the_languages({event.languages[0], "el"}, read.words("languages"))
        assert (dates[0] != told) or named == {"el"}
