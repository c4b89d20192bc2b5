"""What has no room or no letters on paper is said by a check, at its line, and kept until something changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from ikw import paper_check, paper_faults
from ikw.cache import Cache
from ikw.places import Places
from ikw.reading import read_events
from samples import ENGLISH, GERMAN
from small import EVENTS, event_text, make_places, one_language

LONG = "Wir kochen gemeinsam, essen am langen Tisch und erzählen uns, woher die Gerichte kommen. "


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A small project with nothing to be said of it on paper."""
    return make_places(tmp_path)


def told(places: Places, **values: object) -> list[tuple[str, int, str, str]]:
    """Return what is said of paper: path, line, severity, message."""
    loaded = read_events(places, one_language(**values))
    return [(one.path, one.line, one.severity, one.message) for one in loaded.problems if one.code.startswith("paper-")]


def write(places: Places, name: str, body: str = "Alle sind eingeladen.", **fields: str) -> None:
    (places.events / "2025" / f"{name}.md").write_text(event_text({**EVENTS["brot"], **fields}, body), encoding="utf-8")


def test_the_sample_has_room(places: Places) -> None:
    assert told(places) == []


def test_a_long_text_is_counted_at_its_line(places: Places) -> None:
    write(places, "brot", LONG * 20)
    ((path, line, severity, message),) = told(places)
    assert (path, line, severity) == ("2025/brot.md", 8, "warning")
    assert message.startswith("Der Text ist ")
    assert message.endswith(" Zeichen zu lang fürs Heft. Dort stehen nur seine ersten Sätze.")


def test_a_summary_makes_room(places: Places) -> None:
    write(places, "brot", LONG * 20, summary="Wir kochen.")
    assert told(places) == []


def test_a_long_title_is_told_at_its_line(places: Places) -> None:
    write(places, "brot", title="Wir kochen und essen am langen Tisch im Hof " * 4)
    ((path, line, _, message),) = told(places)
    assert (path, line) == ("2025/brot.md", 2)
    assert "Der Titel ist" in message


def test_a_translation_is_told_in_its_own_file(places: Places) -> None:
    (places.events / "2025" / "brot.en.md").write_text(f"---\ntitle: Bread\n---\n{'We cook and eat together at the long table. ' * 40}\n", encoding="utf-8")
    assert told(places) == [], "English is no language of this site"
    ((path, line, _, message),) = told(places, languages=(GERMAN, ENGLISH))
    assert (path, line) == ("2025/brot.en.md", 4)
    assert "Der Text ist" in message


def test_signs_and_letters_are_told_at_their_lines(places: Places) -> None:
    write(places, "brot", "Ein Satz.\n\nEin Kaffee ☕ dazu.", room="中")
    assert told(places) == [
        ("2025/brot.md", 7, "warning", "Für „中“ (U+4E2D) gibt es im Heft keine Schrift. Dort steht „…“."),
        ("2025/brot.md", 11, "warning", "„☕“ (U+2615) gibt es im Heft nicht. Dort fehlt das Zeichen."),
    ]


def test_each_letter_is_told_at_the_line_where_it_stands_first(places: Places) -> None:
    write(places, "brot", "Ein Satz mit 日本語 und 中.", title="Brot 中文", bring="ᠮᠣᠩ")
    assert [(line, message.partition(" gibt")[0]) for _, line, _, message in told(places)] == [
        (2, "Für „中“ (U+4E2D), „文“ (U+6587)"), (7, "Für „ᠮ“ (U+182E), „ᠣ“ (U+1823), „ᠩ“ (U+1829)"), (9, "Für „日“ (U+65E5), „本“ (U+672C), „語“ (U+8A9E)"),
    ]


def test_paper_is_looked_at_beside_errors(places: Places) -> None:
    """All of them in one run: another file's error hides neither a letter nor a length, and of a broken event itself nothing is known."""
    write(places, "brot", LONG * 20, room="中")
    alone = told(places)
    assert [line for _, line, *_ in alone] == [7, 9]
    write(places, "ende", LONG * 20, when="Fr 20.09.2025, 17 Uhr")
    assert told(places) == alone
    assert read_events(places, one_language()).has_errors


def test_data_files_are_looked_at_beside_errors(places: Places) -> None:
    with (places.events / "2025" / "edition.yaml").open("a", encoding="utf-8") as file:
        file.write("greeting: |\n  Willkommen 🎉\n")
    write(places, "ende", when="bald")
    assert [(path, line) for path, line, *_ in told(places)] == [("2025/edition.yaml", 6)]


def test_data_files_are_looked_at_once(places: Places) -> None:
    with (places.events / "venues.yaml").open("a", encoding="utf-8") as file:
        file.write("garten: {name: Garten ☕, town: Bebra, municipality: bebra}\n")
    with (places.events / "2025" / "edition.yaml").open("a", encoding="utf-8") as file:
        file.write("greeting: |\n  Willkommen 🎉\n")
    write(places, "brot", venue="garten")
    write(places, "chorprobe", venue="garten")
    assert [(path, line) for path, line, *_ in told(places)] == [("2025/edition.yaml", 6), ("venues.yaml", 3)]


def test_a_letter_without_a_font_stops_nothing(places: Places) -> None:
    """One name in an alphabet that no font has must not keep a programme of eighty events from being published."""
    write(places, "brot", title="中文角")
    loaded = read_events(places, one_language())
    assert ([one.code for one in loaded.problems].count("paper-letter"), loaded.has_errors) == (1, False)


def test_an_arrow_is_printed_as_a_dash(places: Places) -> None:
    write(places, "brot", title="Kirche → Moschee")
    assert told(places) == []


def test_what_was_found_is_kept(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    write(places, "brot", LONG * 20)
    first = told(places)

    def never(*_: object) -> None:
        raise AssertionError("looked at again")

    monkeypatch.setattr(paper_faults, "doubts", never)
    monkeypatch.setattr(paper_faults, "faults_by_line", never)
    assert told(places) == first


def test_a_theme_without_fonts_has_no_paper(places: Places) -> None:
    bare = Places(project=places.project, events=places.events, output=places.output, cache=places.cache)
    loaded = read_events(places, one_language())
    assert paper_check.paper_problems(loaded, {}, one_language(), bare.project, bare.events, Cache(bare.cache), lambda do: do()) == ()
