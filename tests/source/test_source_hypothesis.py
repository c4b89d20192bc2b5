"""Whatever is written into a file: no traceback, no endless time, every fault with a line, no text changed."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from ikw.source import Fields, Items, Node, Scalar, read_event, read_yaml
from ikw.source.characters import clean
from ikw.source.front import FrontMatter, split_front_matter
from ikw.source.slips import quoted
from ikw.source.tree import ID, ID_LENGTH, list_tree, nearest_id

NASTY = st.text(alphabet="ab:#'\"[]{},&*!|>%@`-?~ \n\t\\\0\x85\u2028ü😀", max_size=80)
LINES = st.lists(st.sampled_from([
    "title: Fest", "a: b: c", "a: @x", "a: *x", "a: &x y", "a: \"x", "a: [x", "a: {x: y", "  b: c", "- x",
    "  - x: y: z", "\ta: b",
    "a: |", "  Text: mit: Doppelpunkt", "---", "...", "a: x #1", "a:", "# x", "", "a: !!int 1", "<<: *x", "? a", ": b",
    "a: {b, c}",
]), max_size=12).map("\n".join)
VISIBLE = st.characters(blacklist_categories=("Cc", "Cf", "Cs", "Cn", "Zl", "Zp"))
WORDS = st.text(alphabet=VISIBLE, min_size=1, max_size=40).map(clean).map(str.strip)


def depth(node: Node) -> int:
    if isinstance(node, Scalar):
        return 0
    inner = node.items if isinstance(node, Items) else tuple(node.values.values())
    return 1 + max(map(depth, inner), default=0)


@settings(deadline=1000, max_examples=400)
@given(NASTY | LINES | st.text())
def test_any_text_is_fields_or_faults(text: str) -> None:
    fields, faults = read_yaml(text, 5)
    assert fields is not None or faults
    assert all(5 <= fault.line <= 6 + len(text.splitlines()) and fault.message and fault.mend for fault in faults)
    assert fields is None or depth(fields) <= 6


@settings(deadline=1000, max_examples=300)
@given(NASTY | LINES)
def test_what_is_read_without_fault_is_what_yaml_means(text: str) -> None:
    """The judge from outside: PyYAML with every scalar as text reads the same."""
    fields, faults = read_yaml(text)
    if faults or fields is None:
        return
    # "texts only": the base loader makes nothing but str, list and dict
    loaded = yaml.load(text, Loader=yaml.CBaseLoader)
    assert without_nothing(plain(fields)) == without_nothing({} if loaded in (None, *NOTHING) else loaded)


NOTHING = ("", "~", "null")


def plain(node: Node) -> object:
    if isinstance(node, Fields):
        return {key: plain(value) for key, value in node.values.items()}
    return [plain(item) for item in node.items] if isinstance(node, Items) else node.text


def without_nothing(value: object) -> object:
    """A value without what may be no value: the base loader does not say what was quoted."""
    if isinstance(value, dict):
        return {key: without_nothing(one) for key, one in value.items() if not is_nothing(one)}
    return [without_nothing(one) for one in value if not is_nothing(one)] if isinstance(value, list) else value


def is_nothing(value: object) -> bool:
    return isinstance(value, str) and value.strip() in NOTHING


@given(WORDS)
def test_a_quoted_text_is_read_as_it_is(words: str) -> None:
    fields, faults = read_yaml(f"title: {quoted(words)}")
    assert faults == ()
    assert fields == Fields({"title": Scalar(words, 1, False)} if words else {}, {"title": 1}, 1)


@settings(deadline=1000)
@given(st.lists(WORDS.filter(lambda words: words != "" and words not in ("~", "null")), min_size=1, max_size=4))
def test_a_mend_says_the_line_that_is_read(lines: list[str]) -> None:
    """Where a line alone is at fault, what the message prints can be pasted."""
    for words in lines:
        _, faults = read_yaml(f"title: {words}")
        for fault in faults:
            if fault.mend.startswith("Schreiben Sie: title") and " – oder" not in fault.mend:
                assert read_yaml(fault.mend.removeprefix("Schreiben Sie: "))[1] == ()


@given(NASTY, st.text(alphabet="a-–\n ", max_size=30))
def test_the_halves_of_a_file_are_the_file(front: str, body: str) -> None:
    text = f"---\n{front}\n---\n{body}"
    parts = split_front_matter(text)
    assert isinstance(parts, FrontMatter)
    lines = text.split("\n")
    assert lines[parts.body_line - 1:] == parts.body.split("\n")
    assert "\n".join(lines[parts.front_line - 1:parts.body_line - 2]) == parts.front


@settings(deadline=1000)
@given(st.binary(max_size=200) | st.binary(max_size=60).map(lambda data: b"---\n" + data + b"\n---\n" + data))
def test_any_bytes_are_a_record_or_problems(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        (Path(folder) / "fest.md").write_bytes(data)
        record, problems = read_event(Path(folder), "fest.md")
    assert record is not None or problems
    assert all(problem.path == "fest.md" and problem.line >= 0 for problem in problems)


@given(st.text(max_size=120))
def test_the_nearest_id_is_an_id(name: str) -> None:
    nearest = nearest_id(name)
    assert nearest == "" or (ID.fullmatch(nearest) and len(nearest) <= ID_LENGTH)
    assert nearest_id(nearest) == nearest


@settings(deadline=1000)
@given(st.sets(st.text(alphabet="aB1-._ ~äß\u202e{}", min_size=1, max_size=12).map(lambda name: f"{name}.md"), max_size=4))
def test_any_file_names_are_events_or_problems(names: set[str]) -> None:
    with TemporaryDirectory() as folder:
        (Path(folder) / "2025").mkdir()
        for name in {*names, "edition.yaml"}:
            (Path(folder) / "2025" / name).write_text("x")
        tree, problems = list_tree(Path(folder))
    found = sum(1 + len(event.translations) for event in tree.editions[0].events)
    assert found + len(problems) + sum(name.startswith((".", "README")) for name in names) == len(names)
