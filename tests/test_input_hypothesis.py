"""Whatever is written into event files, data files and settings: problems or an event, never a traceback; what is accepted is clean."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from ikw import data
from ikw.fields import EDITION, EVENT, TRANSLATION, VENUE_ENTRY, Field
from ikw.load import load
from ikw.model import Event
from ikw.parse import parse_event, parse_translation
from ikw.parsed import Parsed
from ikw.problems import Fault, Problem
from ikw.report import as_github, as_text
from ikw.settings import OURS, SettingsError, read
from ikw.source import Record, characters, read_event, read_yaml
from ikw.values.scalars import SCALARS
from records import LINES, SPAN, ZONE, known

# Values that break something somewhere, and some that are right.
VALUES = st.sampled_from([
    "", "a", "ja", "nein", "online", "rathaus", "[rathaus, online]", "{name: Scheune}", "{name: {de: a, en: b}}", "[]", "{}", "[[]]", "[{}]", "20.9.",
    "Sa 20.09.2025, 14–16 Uhr", "[{on: 20.9., key: 1}, 21.9.]", "{on: 20.9., venue: rathaus, status: full}", "33.13.", "tba", "<script>x</script>",
    "'javascript:alert(1)'", "'&#x202e;'", '"\\u202eabc"', '"\\0"', '"a\\nb"', "😀", "٣٦٢٥١", "8 €", "{regular: 8, reduced: 9}", "{regular: free}", "0",
    "-1", "99999999999999999999", "1e999", "NaN", "{mo-fr: 9–17}", "{mo: [a]}", "[{time: 12, title: a}]", "{time: 25, title: <b>}", "fest.jpg", "../x",
    "https://example.org/", "[{title: a, url: 'javascript:x'}]", "{phone: +49 (0) 1, email: a@b, url: //x}", "{is: moved, was: {when: 1.1., venue: x}}",
    "{name: a, consent: ja}", "[de, ua, <b>]", "a, b, c", "{a: {b: {c: d}}}", "|\n  a\n  <b>", "'" + "a" * 3000 + "'", "{when: [" + "20.9., " * 150 + "]}",
    "[" + "a, " * 150 + "]", "*x", "&x y", "!!int 1", "~",
]) | st.text(max_size=30)
NAMES = st.sampled_from([field.name for field in EVENT] + ["titel", "unbekannt", '"\\e[2J"', "<<", "a b"])
EVENTS = st.dictionaries(NAMES, VALUES, max_size=8)
WORDS = st.text(max_size=40) | VALUES


def record(lines: dict[str, str], path: str = "2025/fest.md") -> Record | None:
    """A file of these lines, as far as it is YAML."""
    text = "".join(f"{name}: {value}\n" for name, value in lines.items())
    fields, _ = read_yaml(text, 2)
    return Record(path=path, fields=fields, body="Ein *Text*.", body_line=9, digest="") if fields else None


def texts(value: object) -> Iterator[str]:
    """Every text of an event, down to the last."""
    if isinstance(value, str):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from texts(getattr(value, field.name))
    elif isinstance(value, dict):
        for one in value.items():
            yield from texts(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one)


MARKUP = re.compile(r"<[a-zA-Z/!?]|javascript:|&[a-z]+;", re.IGNORECASE)


def is_clean(event: Event) -> bool:
    """Whether no text hides a character or holds markup; only what Markdown made is HTML."""
    plain = dataclasses.replace(event, texts={lang: dataclasses.replace(text, html="") for lang, text in event.texts.items()}, origin=None)  # type: ignore[arg-type] # lines are no texts
    return all(next(characters.hidden(text), None) is None and not MARKUP.search(text) for text in texts(plain))


def are_well_formed(problems: tuple[Problem, ...] | list[Problem]) -> bool:
    """Whether every problem is two lines of text and one annotation."""
    return len(as_text(problems, "events").splitlines()) == 2 * len(problems) and len(as_github(problems, "events").splitlines()) == len(problems)


@settings(deadline=2000, max_examples=150)
@given(EVENTS)
def test_any_fields_are_an_event_or_problems(lines: dict[str, str]) -> None:
    found = record({**LINES, **lines})
    if found is None:
        return
    event, problems = parse_event(found, "2025", SPAN, known())
    assert event is not None or problems
    assert are_well_formed(problems)
    assert event is None or is_clean(event)


@settings(deadline=2000, max_examples=60)
@given(st.dictionaries(st.sampled_from([field.name for field in (*TRANSLATION, *EVENT)]), VALUES, max_size=5))
def test_any_fields_are_a_translation_or_problems(lines: dict[str, str]) -> None:
    found = record(lines, "2025/fest.uk.md")
    if found is not None:
        _own, problems = parse_translation(found)
        assert are_well_formed(problems)
        assert problems or set(lines) <= {field.name for field in TRANSLATION}


def any_of(table: tuple[Field, ...]) -> st.SearchStrategy[dict[str, str]]:
    return st.dictionaries(st.sampled_from([field.name for field in table]), VALUES, max_size=6)


@settings(deadline=2000, max_examples=60)
@given(any_of(VENUE_ENTRY), st.text(max_size=10) | st.just("rathaus"))
def test_any_data_file_is_read(fields: dict[str, str], key: str) -> None:
    inner = "".join(f"  {name}: {value}\n" for name, value in fields.items() if "\n" not in value)
    made, _ = read_yaml(f"{key}:\n{inner}")
    if made is not None:
        found, problems = data.venues(Record(path="venues.yaml", fields=made, body="", body_line=1, digest=""), known().municipalities)
        assert len(found) <= 1
        assert are_well_formed(problems)


@settings(deadline=2000, max_examples=60)
@given(any_of(EDITION))
def test_any_edition_is_one_or_problems(fields: dict[str, str]) -> None:
    found = record(fields, "2025/edition.yaml")
    if found is not None:
        edition, problems = data.edition(found, "2025", None)
        assert edition is not None or problems
        assert are_well_formed(problems)


@settings(max_examples=400)
@given(st.sampled_from(sorted(SCALARS)), WORDS.map(lambda words: " ".join(words.split())))
def test_any_text_is_a_value_or_a_fault(kind: str, text: str) -> None:
    found = SCALARS[kind](text)
    assert not isinstance(found, Fault) or ("\n" not in found.message and found.mend)
    assert not isinstance(found, str) or found == text


@settings(deadline=2000, max_examples=80)
@given(st.binary(max_size=200) | st.binary(max_size=80).map(lambda part: b"---\ntitle: a\nwhen: tba\n" + part + b"\n---\n" + part))
def test_any_bytes_are_an_event_or_problems(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        (Path(folder) / "fest.md").write_bytes(content)
        found, problems = read_event(Path(folder), "fest.md")
    assert found is not None or problems
    if found is not None:
        event, more = parse_event(found, "2025", SPAN, known())
        assert event is not None or more
        assert event is None or problems or is_clean(event)


class Nothing:
    """A memory that keeps nothing."""

    def recall(self, edition: str, digest: str) -> Mapping[str, Parsed]:
        return {}

    def keep(self, edition: str, digest: str, parsed: Mapping[str, Parsed]) -> None:
        pass


@settings(deadline=3000, max_examples=25)
@given(st.dictionaries(st.sampled_from([
    "2025/edition.yaml", "2025/motto.yaml", "2025/a.md", "2025/a.uk.md", "2025/b.md", "venues.yaml", "organisers.yaml", "categories.yaml",
]), st.binary(max_size=60) | VALUES.map(lambda value: f"a: {value}\n".encode("utf-8", "surrogatepass")), max_size=6))
def test_any_folder_is_a_programme_or_problems(files: dict[str, bytes]) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "2025").mkdir()
        for path, content in files.items():
            (root / path).write_bytes(content)
        loaded = load(root, zone=ZONE, look=lambda path: (1, 1), images=root / "images", history={}, memory=Nothing())
    assert loaded.editions or loaded.has_errors
    assert list(loaded.problems) == sorted(loaded.problems)
    assert are_well_formed(loaded.problems)


SETTINGS = st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.lists(st.text(max_size=5), max_size=2) | st.dictionaries(
    st.text(max_size=5) | st.sampled_from(["de", "uk"]) | st.integers(), st.text(max_size=5) | st.dictionaries(
        st.sampled_from(["name", "dir", "path", "locale", "x"]), st.text(max_size=5) | st.none(), max_size=3,
    ), max_size=3,
)


@settings(max_examples=100)
@given(st.dictionaries(st.sampled_from([*OURS, "FOO"]), SETTINGS, max_size=8))
def test_any_settings_are_read_or_refused(values: dict[str, object]) -> None:
    try:
        found = read(values)
    except SettingsError as error:
        lines = str(error).split("\n")
    else:
        lines = []
        assert found.default.code == "de"
    assert all(line.startswith("pelicanconf.py: ") for line in lines)
