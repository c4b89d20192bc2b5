"""Event files as people would write them: quotes only where they are needed, and every value reads back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikw.source import Value, event_of, event_text, fields_text, read_event, read_yaml, value_of
from ikw.source.writing import in_flow

EVENTS = Path(__file__).resolve().parents[2] / "events"

# how a value stands behind `title:`, and how in a list
SCALARS = [
    ("Fest der Lieder", "Fest der Lieder", "Fest der Lieder"),
    ("Café: Treffen", '"Café: Treffen"', '"Café: Treffen"'),
    ("Lesung #1", '"Lesung #1"', '"Lesung #1"'),
    ("@home", '"@home"', '"@home"'),
    ("*Stern*", '"*Stern*"', '"*Stern*"'),
    ('"Nie" wieder', "'\"Nie\" wieder'", "'\"Nie\" wieder'"),
    ("„So“ & so", "„So“ & so", "„So“ & so"),
    ("Suppe, Brot", "Suppe, Brot", '"Suppe, Brot"'),
    ("It's", "It's", "It's"),
    ("8 €", "8 €", "8 €"),
    ("18:30", "18:30", "18:30"),
    ("01067", "01067", "01067"),
    ("no", "no", "no"),
    ("null", '"null"', '"null"'),
    ("~", '"~"', '"~"'),
    ("- x", '"- x"', '"- x"'),
    ("=SUMME(A1)", "=SUMME(A1)", "=SUMME(A1)"),
    ("[offen]", '"[offen]"', '"[offen]"'),
    ("{x", '"{x"', '"{x"'),
    ("https://example.org/?a=b&c=d#e", "https://example.org/?a=b&c=d#e", "https://example.org/?a=b&c=d#e"),
    ("a\n b", "a b", "a b"),
]


@pytest.mark.parametrize(("value", "plain", "flow"), SCALARS, ids=[case[0] for case in SCALARS])
def test_a_text_has_quotes_where_it_needs_them(value: str, plain: str, flow: str) -> None:
    assert fields_text({"title": value}) == f"title: {plain}\n"
    assert in_flow([value]) == f"[{flow}]"


SHAPES = [
    ({"languages": ["de", "uk"]}, "languages: [de, uk]\n"),
    ({"organisers": ["Chor", "Verein A, B"]}, "organisers:\n  - Chor\n  - Verein A, B\n"),
    ({"cost": {"regular": "8 €", "reduced": "5 €"}}, "cost: {regular: 8 €, reduced: 5 €}\n"),
    ({"cost": {"regular": "8,50", "note": "mit Brot"}}, "cost:\n  regular: 8,50\n  note: mit Brot\n"),
    ({"hours": {"mo, mi": "9–17"}}, "hours:\n  mo, mi: 9–17\n"),
    ({"hours": {"mo-fr": "9–17", "sa": "10–13"}}, "hours: {mo-fr: 9–17, sa: 10–13}\n"),
    ({"links": [{"title": "Verein", "url": "https://example.org/"}]}, "links:\n  - {title: Verein, url: https://example.org/}\n"),
    ({"when": ["18.9., 9 Uhr", {"on": "19.9.", "time": "9 Uhr"}]}, "when:\n  - 18.9., 9 Uhr\n  - {on: 19.9., time: 9 Uhr}\n"),
    ({"organisers": ["x" * 60, "y" * 60]}, f"organisers:\n  - {'x' * 60}\n  - {'y' * 60}\n"),
    ({"status": {"is": "moved", "was": {"venue": "halle"}}}, "status: {is: moved, was: {venue: halle}}\n"),
    ({"when": [{"on": "19.9.", "note": "n" * 120}]}, f"when:\n  - on: 19.9.\n    note: {'n' * 120}\n"),
]


@pytest.mark.parametrize(("fields", "text"), SHAPES, ids=[case[1][:30] for case in SHAPES])
def test_lists_and_groups_stand_as_people_write_them(fields: dict[str, Value], text: str) -> None:
    assert fields_text(fields) == text


def test_a_file_has_fences_notes_and_a_text() -> None:
    assert event_text({"title": "Fest", "when": "tba"}, "Wir feiern.\n\n", ["Quelle: Zeitung"]) == (
        "---\n# Quelle: Zeitung\ntitle: Fest\nwhen: tba\n---\nWir feiern.\n"
    )
    assert event_text({"title": "Fest", "when": "tba"}) == "---\ntitle: Fest\nwhen: tba\n---\n"


def test_a_blank_value_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="no value"):
        fields_text({"title": " "})


def test_the_sample_is_written_nearly_as_it_stands() -> None:
    """Every file of the sample says the same when it is written anew; most are the same to the byte."""
    same = every = 0
    for path in sorted((EVENTS / "2025").glob("*.md")):
        if "." in path.stem:
            continue
        record, _ = read_event(EVENTS, f"2025/{path.name}")
        assert record is not None
        fields = value_of(record.fields)
        assert isinstance(fields, dict)
        made = event_text(fields, record.body)
        again, problems = event_of(made.encode(), "x.md")
        assert again is not None
        assert (problems, value_of(again.fields), again.body.strip()) == ((), fields, record.body.strip())
        every += 1
        same += made == path.read_text(encoding="utf-8")
    assert same / every > 0.85


_TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")), min_size=1).map(
    lambda text: " ".join(text.split())).filter(bool)
_KEYS = _TEXTS.filter(lambda text: text not in ("~", "null"))  # no field has such a name
_VALUES = st.recursive(
    _TEXTS, lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(_KEYS, inner, min_size=1, max_size=3), max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(("title", "when", "venue")), _VALUES, min_size=1))
def test_whatever_is_written_reads_back(fields: dict[str, Value]) -> None:
    read, faults = read_yaml(fields_text(fields))
    assert read is not None
    assert (value_of(read), faults) == (fields, ())
