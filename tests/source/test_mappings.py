"""YAML as raw fields: every text as it was written, every fault at its line and with its mend."""

from __future__ import annotations

import pytest
import yaml

from ikw.problems import Fault
from ikw.source import Fields, Items, Node, Scalar, mappings, read_yaml


@pytest.fixture(params=["CSafeLoader", "SafeLoader"], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything holds with libyaml and without it."""
    monkeypatch.setattr(mappings, "_LOADER", getattr(yaml, request.param))


def simple(node: Node | None) -> object:
    """A node without its lines."""
    if isinstance(node, Fields):
        return {key: simple(value) for key, value in node.values.items()}
    if isinstance(node, Items):
        return [simple(item) for item in node.items]
    return node.text if node else None


def told(text: str, first_line: int = 1) -> list[tuple[int, str, str, str, str]]:
    return [(one.line, one.field, one.code, one.message, one.mend) for one in read_yaml(text, first_line)[1]]


# What is read


def test_a_record_has_texts_lists_and_fields_with_their_lines() -> None:
    text = "title: Fest\nlanguages: [de, uk]\ncost:\n  regular: 8 €\n"
    assert read_yaml(text, 2) == (
        Fields(
            {
                "title": Scalar("Fest", 2, True),
                "languages": Items((Scalar("de", 3, True), Scalar("uk", 3, True)), 3),
                "cost": Fields({"regular": Scalar("8 €", 5, True)}, {"regular": 5}, 5),
            },
            {"title": 2, "languages": 3, "cost": 4}, 2,
        ),
        (),
    )


AS_WRITTEN = {
    "clock": ("18:30", "18:30"),
    "postcode": ("01067", "01067"),
    "no": ("no", "no"),
    "date": ("2025-09-14", "2025-09-14"),
    "number": ("1_000", "1_000"),
    "infinity": (".inf", ".inf"),
    "capital null": ("Null", "Null"),
    "typographic quotes": ("„Nie wieder“ – heute", "„Nie wieder“ – heute"),
    "sharp inside a word": ("C#", "C#"),
    "ampersand inside": ("Essen & Kochen", "Essen & Kochen"),
    "colon without a gap": ("https://example.org/a:b", "https://example.org/a:b"),
    "quotes": ('"Lesung #1: heute"', "Lesung #1: heute"),
    "single quotes": ("'\"Nie\" wieder'", '"Nie" wieder'),
    "quoted null": ('"null"', "null"),
    "several lines": ("eins\n  zwei", "eins zwei"),
    "block of text": ("|\n  eins # zwei\n  drei: vier", "eins # zwei\ndrei: vier"),
    "emoji": ("😀 ü", "😀 ü"),
}


@pytest.mark.parametrize(("written", "read"), AS_WRITTEN.values(), ids=AS_WRITTEN)
def test_a_text_is_read_as_it_was_written(written: str, read: str) -> None:
    fields, faults = read_yaml(f"a: {written}\nb: c\n")
    assert (fields and simple(fields.get("a")), faults) == (read if "\n" not in read else f"{read}\n", ())


@pytest.mark.parametrize("written", ["", "~", "null", '""', "''", '" "', "|\n"])
def test_no_value_is_none_but_keeps_its_line(written: str) -> None:
    fields, faults = read_yaml(f"a: b\ntitle: {written}\n")
    assert fields is not None
    assert (fields.get("title"), fields.empty, fields.key_lines["title"], faults) == (None, ("title",), 2, ())


@pytest.mark.parametrize("text", ["", "\n\n", "# nur eine Anmerkung\n", "---\n", "---\n...\n"])
def test_nothing_is_a_record_without_fields(text: str) -> None:
    assert read_yaml(text) == (Fields({}, {}, 1), ())


COMMENTS = {
    "in its own line": "# eins\na: b\n  # zwei\nc: d\n",
    "above a list": "a: # eins\n  - b\n",
    "behind quotes": 'a: "b" # eins\n',
    "behind a list": "a: [b, c] # eins\n",
    "in a block of text": "a: |\n  b\n  #c\nd: e\n",
    "behind a block sign": "a: | # eins\n  b\n",
    "between brackets": "a: [\n  b, # eins\n  c,\n]\n",
}


@pytest.mark.parametrize("text", COMMENTS.values(), ids=COMMENTS)
def test_a_comment_that_takes_no_text_away_is_fine(text: str) -> None:
    assert told(text) == []


def test_a_data_file_may_begin_and_end_as_a_document() -> None:
    assert simple(read_yaml("%YAML 1.1\n---\na: b\n...\n")[0]) == {"a": "b"}


# What is mended: the line as it should be, what is read of it


LOST = "„{}“ ginge verloren, denn nach einem Leerzeichen beginnt mit „#“ eine Anmerkung."
OWN_LINE = " – oder schreiben Sie die Anmerkung in eine eigene Zeile."
BEGINS = "„{}“ beginnt mit „{}“ und braucht deshalb Anführungszeichen."
COLON = "„{}“ enthält einen Doppelpunkt und braucht deshalb Anführungszeichen."
BEHIND = "Nach dem schließenden Anführungszeichen in „{}“ steht noch etwas."
OPEN = "In „{}“ fehlt das schließende Anführungszeichen."
SAME = "In „{}“ stehen Anführungszeichen in gleichen Anführungszeichen."
BACKSLASH = "In „{}“ steht ein „\\“, das in solchen Anführungszeichen etwas anderes bedeutet."
PART = "In „{}“ braucht ein Teil Anführungszeichen."
BRACKET = "In „{}“ fehlt die schließende Klammer „{}“."
IS_TEXT = " – oder, wenn die Klammer zum Text gehört: "
COMMA = "In geschweiften Klammern trennt das Komma, also auch in „{}“."

SLIPS = {
    # a comment takes a part of the text away
    "sharp": ("a: Lesung #1", "yaml-comment", LOST.format("#1"), 'a: "Lesung #1"', "Lesung #1"),
    "sharp first": ("a: #wirsindda", "yaml-comment", LOST.format("#wirsindda"), 'a: "#wirsindda"', "#wirsindda"),
    "sharp behind quotes": ('a: "Nie" #wieder', "yaml-comment", LOST.format("#wieder"), 'a: "Nie #wieder"', "Nie #wieder"),
    "sharp and quotes": ("a: 7\" #1", "yaml-comment", LOST.format("#1"), "a: '7\" #1'", '7" #1'),
    "comment": ("a: frei  # wie immer", "yaml-comment", LOST.format("# wie immer"), f'a: "frei # wie immer"{OWN_LINE}', "frei"),
    "comment for nothing": ("a: # offen", "yaml-comment", LOST.format("# offen"), f'a: "# offen"{OWN_LINE}', None),
    # signs with a meaning of their own
    "at": ("a: @home", "yaml-quotes", BEGINS.format("@home", "@"), 'a: "@home"', "@home"),
    "star": (
        "a: *Stern* der Woche", "yaml-quotes", BEGINS.format("*Stern* der Woche", "*"), 'a: "*Stern* der Woche"',
        "*Stern* der Woche",
    ),
    "alias": ("a: *Stern", "yaml-quotes", BEGINS.format("*Stern", "*"), 'a: "*Stern"', "*Stern"),
    "anchor": ("a: &x Fest", "yaml-quotes", BEGINS.format("&x Fest", "&"), 'a: "&x Fest"', "&x Fest"),
    "lonely anchor": ("a: &x", "yaml-quotes", BEGINS.format("&x", "&"), 'a: "&x"', "&x"),
    "tag": ("a: !wichtig", "yaml-quotes", BEGINS.format("!wichtig", "!"), 'a: "!wichtig"', "!wichtig"),
    "tag of Python": ("a: !!python/name:os.system x", "yaml-quotes", BEGINS.format("!!python/name:os.system x", "!"),
                      'a: "!!python/name:os.system x"', "!!python/name:os.system x"),
    "percent": ("a: %x", "yaml-quotes", BEGINS.format("%x", "%"), 'a: "%x"', "%x"),
    "backtick": ("a: `x`", "yaml-quotes", BEGINS.format("`x`", "`"), 'a: "`x`"', "`x`"),
    "greater": ("a: > 14 Jahre", "yaml-quotes", BEGINS.format("> 14 Jahre", ">"), 'a: "> 14 Jahre"', "> 14 Jahre"),
    "pipe": ("a: | x", "yaml-quotes", BEGINS.format("| x", "|"), 'a: "| x"', "| x"),
    "stroke": ("a: - Fest", "yaml-quotes", BEGINS.format("- Fest", "-"), 'a: "- Fest"', "- Fest"),
    "question": ("a: ? Fest", "yaml-quotes", BEGINS.format("? Fest", "?"), 'a: "? Fest"', "? Fest"),
    "closing bracket": ("a: ] Fest", "yaml-quotes", BEGINS.format("] Fest", "]"), 'a: "] Fest"', "] Fest"),
    "bracket": ("a: [x] und y", "yaml-quotes", BEGINS.format("[x] und y", "["), 'a: "[x] und y"', "[x] und y"),
    # colons
    "colon": ("a: Café: Treffen", "yaml-quotes", COLON.format("Café: Treffen"), 'a: "Café: Treffen"', "Café: Treffen"),
    "colon at the end": ("a: Das Fest:", "yaml-quotes", COLON.format("Das Fest:"), 'a: "Das Fest:"', "Das Fest:"),
    "colon and quotes": ('a: Film: "Nie"', "yaml-quotes", COLON.format('Film: "Nie"'), "a: 'Film: \"Nie\"'", 'Film: "Nie"'),
    "colon and both quotes": ("a: Film: \"Nie\" 'so'", "yaml-quotes", COLON.format("Film: \"Nie\" 'so'"),
                              "a: 'Film: \"Nie\" ''so'''", "Film: \"Nie\" 'so'"),
    "no gap": ("a:Fest", "yaml-space", "Nach dem Doppelpunkt in „a:Fest“ fehlt ein Leerzeichen.", "a: Fest", "Fest"),
    "no gap before a sign": (
        "a:@home", "yaml-space", "Nach dem Doppelpunkt in „a:@home“ fehlt ein Leerzeichen.", 'a: "@home"', "@home",
    ),
    # quotes
    "quotes first": ('a: "Nie" wieder', "yaml-quotes", BEHIND.format('"Nie" wieder'), "a: '\"Nie\" wieder'", '"Nie" wieder'),
    "two quoted words": ('a: "Nie" und "Nimmer"', "yaml-quotes", BEHIND.format('"Nie" und "Nimmer"'),
                         "a: '\"Nie\" und \"Nimmer\"'", '"Nie" und "Nimmer"'),
    "open quotes": ('a: "offen', "yaml-quotes", OPEN.format('"offen'), 'a: "offen"', "offen"),
    "quotes in quotes": (
        "a: 'Rock 'n' Roll'", "yaml-quotes", SAME.format("'Rock 'n' Roll'"), "a: \"Rock 'n' Roll\"", "Rock 'n' Roll",
    ),
    "apostrophe in quotes": ("a: 'geht's'", "yaml-quotes", SAME.format("'geht's'"), 'a: "geht\'s"', "geht's"),
    "backslash": (r'a: "C:\Bilder"', "yaml-quotes", BACKSLASH.format(r'"C:\Bilder"'), r"a: 'C:\Bilder'", r"C:\Bilder"),
    # brackets
    "open list": ("a: [offen", "yaml-bracket", BRACKET.format("[offen", "]"), f'a: [offen]{IS_TEXT}a: "[offen"', ["offen"]),
    "open fields": (
        "a: {b: c: d", "yaml-bracket", BRACKET.format("{b: c: d", "}"), 'a: {b: "c: d"}' + IS_TEXT + 'a: "{b: c: d"',
        {"b": "c: d"},
    ),
    "part of a list": ("a: [@b, c #1, 'd', e]", "yaml-quotes", PART.format("[@b, c #1, 'd', e]"),
                       "a: [\"@b\", \"c #1\", 'd', e]", ["@b", "c #1", "d", "e"]),
    "part of fields": ("a: {b: c: d}", "yaml-quotes", PART.format("{b: c: d}"), 'a: {b: "c: d"}', {"b": "c: d"}),
    "comma too many": ("a: [b, , c]", "yaml-quotes", "In „[b, , c]“ steht ein Komma zu viel.", "a: [b, c]", ["b", "c"]),
}


@pytest.mark.parametrize(("line", "code", "message", "mend", "read"), SLIPS.values(), ids=SLIPS)
def test_a_slip_prints_the_line_as_it_should_be(line: str, code: str, message: str, mend: str, read: object) -> None:
    text = f"title: Fest\n{line}\nwhen: heute\n"
    expected = {"title": "Fest", "a": read, "when": "heute"}
    fields, _ = read_yaml(text)
    assert told(text, 2) == [(3, "a", code, message, f"Schreiben Sie: {mend}")]
    assert simple(fields) == {key: value for key, value in expected.items() if value is not None}


@pytest.mark.parametrize("case", [case for case in SLIPS.values() if " – " not in case[3]], ids=[
    name for name, case in SLIPS.items() if " – " not in case[3]
])
def test_the_printed_line_is_right(case: tuple[str, str, str, str, object]) -> None:
    fields, faults = read_yaml(case[3])
    assert faults == ()
    assert case[4] is None or simple(fields) == {"a": case[4]}


NESTED = {
    "in a list": ("a:\n  - b\n  - @home\n  - c\n", 3, "", 'Schreiben Sie: - "@home"', {"a": ["b", "@home", "c"]}),
    "text in a list": ("a:\n  - Café: Treffen: x\n", 2, "", 'Schreiben Sie: - "Café: Treffen: x"', {"a": ["Café: Treffen: x"]}),
    "field in a list": (
        'links:\n  - title: "offen\n    url: https://example.org\nwhen: x\n', 2, "title", 'Schreiben Sie: - title: "offen"',
        {"links": [{"title": "offen", "url": "https://example.org"}], "when": "x"},
    ),
    "in fields": ("cost:\n  note: frei: ja\n", 2, "note", 'Schreiben Sie: note: "frei: ja"', {"cost": {"note": "frei: ja"}}),
    "alias in a list": ("a: [b, *c]\n", 1, "a", 'Schreiben Sie: a: [b, "*c"]', {"a": ["b", "*c"]}),
}


@pytest.mark.parametrize(("text", "line", "field", "mend", "read"), NESTED.values(), ids=NESTED)
def test_a_slip_further_in_is_found(text: str, line: int, field: str, mend: str, read: object) -> None:
    assert [(one[0], one[1], one[4]) for one in told(text)] == [(line, field, mend)]
    assert simple(read_yaml(text)[0]) == read


def test_all_slips_are_named_at_once() -> None:
    text = "title: Café: Treffen\nvenue: *hier\norganisers:\n  - @a\n  - 'b\n  - c: d: e\nwhen: \"offen\nbring: Tasse #1\n"
    fields, faults = read_yaml(text)
    assert [(one.line, one.code) for one in faults] == [
        (1, "yaml-quotes"), (2, "yaml-quotes"), (4, "yaml-quotes"), (5, "yaml-quotes"), (6, "yaml-quotes"), (7, "yaml-quotes"),
        (8, "yaml-comment"),
    ]
    assert simple(fields) == {
        "title": "Café: Treffen", "venue": "*hier", "organisers": ["@a", "b", {"c": "d: e"}], "when": "offen",
        "bring": "Tasse #1",
    }


CUT = {
    "date": (
        "{on: Di 23.09.2025, 18 Uhr, note: neu}", "on", "Di 23.09.2025, 18 Uhr", {"on": "Di 23.09.2025, 18 Uhr", "note": "neu"},
    ),
    "amount": ("{regular: 8,50}", "regular", "8,50", {"regular": "8,50"}),
}


@pytest.mark.parametrize(("written", "field", "value", "read"), CUT.values(), ids=CUT)
def test_a_value_that_a_comma_cuts_is_put_together(written: str, field: str, value: str, read: object) -> None:
    text = f"a: {written}\n"
    assert told(text) == [(1, field, "yaml-comma", COMMA.format(value), f'Schreiben Sie: {field}: "{value}"')]
    assert simple(read_yaml(text)[0]) == {"a": read}


def test_a_name_alone_in_braces_is_an_empty_field() -> None:
    fields, faults = read_yaml("cost: {free}\n")
    cost = fields and fields.get("cost")
    assert (isinstance(cost, Fields) and cost.empty, faults) == (("free",), ())


INDENTED = {
    "first field": (" title: Fest\nwhen: x\n", 1, "title: Fest", {"title": "Fest", "when": "x"}),
    "later field": ("title: Fest\n  when: x\nvenue: y\n", 2, "when: x", {"title": "Fest", "when": "x", "venue": "y"}),
    "tab": ("title: Fest\n\twhen: x\n", 2, "when: x", {"title": "Fest", "when": "x"}),
}


@pytest.mark.parametrize(("text", "line", "shown", "read"), INDENTED.values(), ids=INDENTED)
def test_a_field_that_is_indented_by_mistake_is_named(text: str, line: int, shown: str, read: object) -> None:
    assert told(text) == [
        (line, "" if "\t" in text else shown.split(":")[0], "yaml-indent", f"„{shown}“ ist eingerückt.",
         f"Schreiben Sie: {shown} (ohne Leerzeichen davor; gehört die Zeile zu einem anderen Feld, dann dessen Namen darüber)"),
    ]
    assert simple(read_yaml(text)[0]) == read


def test_a_tab_is_no_indentation() -> None:
    text = "a:\n\t- b\n\t- c\n"
    message = "Die Zeile ist mit der Tabulatortaste eingerückt."
    assert told(text) == [
        (2, "", "yaml-tab", message, "Schreiben Sie: - b (eingerückt mit zwei Leerzeichen)"),
        (3, "", "yaml-tab", message, "Schreiben Sie: - c (eingerückt mit zwei Leerzeichen)"),
    ]
    assert simple(read_yaml(text)[0]) == {"a": ["b", "c"]}


SYNTAX = "Schreiben Sie „feld: Wert“, und rücken Sie mit zwei Leerzeichen ein, was zur Zeile darüber gehört."
UNKNOWN = {
    "no colon": ("title Fest\nwhen: x\n", 1, "title Fest"),
    "only text": ("Ein Fest für alle\n", 1, "Ein Fest für alle"),
    "a list": ("- a\n- b\n", 1, "- a"),
    "a list of fields": ("- a: b\n", 1, "- a: b"),
    "brackets": ("[a, b]\n", 1, "[a, b]"),
    "no name": (": x\n", 1, ": x"),
    "an alias": ("*a\n", 1, "*a"),
    "text at the margin": ("text: |\n  Achtung: bitte: x\nZwei\n", 3, "Zwei"),
    "long": (f"a: b\n{'x' * 100}\n", 2, f"{'x' * 59}…"),
}


@pytest.mark.parametrize(("text", "line", "shown"), UNKNOWN.values(), ids=UNKNOWN)
def test_what_nobody_can_read_is_shown(text: str, line: int, shown: str) -> None:
    fields, faults = read_yaml(text)
    assert fields is None
    assert [(one.line, one.code, one.message, one.mend) for one in faults] == [
        (line, "yaml-syntax", f"„{shown}“ ist keine Angabe, die das Programm versteht.", SYNTAX),
    ]


# What is refused


def test_a_field_stands_once() -> None:
    text = "title: eins\nwhen: x\ntitle: zwei\n"
    message, mend = "„title“ steht schon in Zeile 1.", "Löschen Sie eine der beiden Angaben."
    assert told(text) == [(3, "title", "yaml-duplicate", message, mend)]
    assert simple(read_yaml(text)[0]) == {"title": "eins", "when": "x"}


def test_a_list_has_no_empty_places() -> None:
    text = "a:\n  - b\n  -\n  - ~\n"
    fault = ("", "yaml-item", "Ein Punkt der Liste ist leer.", "Schreiben Sie etwas dahinter, oder löschen Sie den Punkt.")
    assert told(text) == [(3, *fault), (4, *fault)]
    assert simple(read_yaml(text)[0]) == {"a": ["b"]}


DEEP = "Hier sind mehr als 6 Angaben ineinander geschachtelt."
REFUSED = {
    "second document": (
        "a: b\n---\nc: d\n", 2, "yaml-documents", "Hier beginnt ein zweites Dokument.", "Löschen Sie die Zeile „---“.",
    ),
    "anchor on a list": ("a: &x [b]\n", 1, "yaml-anchor", "„&x“ ist hier nicht vorgesehen.", "Löschen Sie dieses Wort."),
    "tag on fields": ("a: !!set {b: c}\n", 1, "yaml-anchor", "„!!set“ ist hier nicht vorgesehen.", "Löschen Sie dieses Wort."),
    "list as a name": (
        "? [a]\n: b\n", 1, "yaml-key", "„[a]“ beginnt nicht mit dem Namen eines Feldes.",
        "Schreiben Sie jede Angabe als „feld: Wert“.",
    ),
    "no name": (
        "~: b\n", 1, "yaml-key", "„~: b“ beginnt nicht mit dem Namen eines Feldes.",
        "Schreiben Sie jede Angabe als „feld: Wert“.",
    ),
    "alias as a name": ("a: b\n*a : c\n", 2, "yaml-key", "„*a : c“ beginnt nicht mit dem Namen eines Feldes.",
                        "Schreiben Sie jede Angabe als „feld: Wert“."),
    "too deep in brackets": ("a: [[[[[[b]]]]]]\n", 1, "yaml-depth", DEEP, "Prüfen Sie die Einrückung und die Klammern."),
    "too deep in lines": ("a:\n b:\n  c:\n   d:\n    e:\n     f:\n      g: h\n", 7, "yaml-depth", DEEP,
                          "Prüfen Sie die Einrückung und die Klammern."),
}


@pytest.mark.parametrize(("text", "line", "code", "message", "mend"), REFUSED.values(), ids=REFUSED)
def test_what_no_record_needs_is_refused(text: str, line: int, code: str, message: str, mend: str) -> None:
    assert read_yaml(text) == (None, (Fault(code=code, message=message, mend=mend, line=line),))


def test_six_levels_are_enough() -> None:
    assert told("a: [[[[[b]]]]]\n") == []


def test_a_merge_key_is_a_field_like_others() -> None:
    assert simple(read_yaml("a: {b: c}\n<<: {d: e}\n")[0]) == {"a": {"b": "c"}, "<<": {"d": "e"}}


def test_a_merge_bomb_costs_nothing() -> None:
    bomb = "a0: &a0 {x: y}\n" + "".join(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 20))
    assert [fault.code for fault in read_yaml(bomb)[1]] == ["yaml-anchor"]


def test_data_are_bounded() -> None:
    assert read_yaml("a: " + "ä" * 140_000, 5) == (None, (Fault(
        code="yaml-size", line=5, message="Die Angaben sind 274 KiB groß, erlaubt sind 256 KiB.",
        mend="Löschen Sie, was nicht mehr gebraucht wird.",
    ),))


def test_a_hidden_letter_that_is_spelled_out_is_found() -> None:
    text = 'a: b\ntitle: "Nie\\u202ewieder"\n'
    assert [(one.line, one.code) for one in read_yaml(text)[1]] == [(2, "file-bidi")]
    assert simple(read_yaml(text)[0]) == {"a": "b", "title": "Niewieder"}
