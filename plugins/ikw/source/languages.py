"""Languages: a text of a data file gets another language, or another text in one; every other byte stays. Floor 1."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from ikw.source.editing import UneditableError
from ikw.source.mappings import read_yaml
from ikw.source.nodes import Fields, Node, Scalar
from ikw.source.slips import quoted

# What needs no quotes between braces, and is never taken for anything but words.
_PLAIN = re.compile(r"(?!null$)[^\W\d_](?:[\w ().!/’–-]*[\w.!)])?")
_STEP = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class _Place:
    """Where a text stands: its node, the node's indentation, and the language that is the German."""

    node: Any
    column: int
    german: str


def with_language(data: bytes, keys: Sequence[str], lang: str, text: str, *, german: str = "de", is_block: bool = False) -> bytes:
    """Return a data file in which the text that the keys lead to reads so in a language; `is_block`: it has several lines.

    A text that stood alone becomes a group of languages. Raises UneditableError.
    """
    letters = data.decode("utf-8")
    end = "\r\n" if "\r\n" in letters else "\n"
    old = letters.replace("\r\n", "\n")
    place = _place(old, keys, german)
    node = place.node
    if isinstance(node, yaml.ScalarNode):
        made = _grouped(old, place, lang, text, is_block=is_block)
    elif node.flow_style:
        made = _between_braces(old, node, lang, text)
    else:
        made = _below(old, node, lang, text, is_block=is_block)
    if _said(made, keys, german) != {**_said(old, keys, german), lang: text.split()} or _rest(made, keys) != _rest(old, keys):
        raise UneditableError
    return made.replace("\n", end).encode()


def _place(text: str, keys: Sequence[str], german: str) -> _Place:
    node, column = _composed(text), 0
    for key in keys:
        pair = next((pair for pair in getattr(node, "value", ()) if isinstance(node, yaml.MappingNode) and pair[0].value == key), None)
        if pair is None:
            raise UneditableError
        node, column = pair[1], pair[0].start_mark.column
    if not isinstance(node, yaml.ScalarNode | yaml.MappingNode):
        raise UneditableError
    return _Place(node=node, column=column, german=german)


def _composed(text: str) -> Any:
    try:
        # the loader of pure Python counts letters, the other one bytes
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        raise UneditableError from error


def _grouped(text: str, place: _Place, lang: str, own: str, *, is_block: bool) -> str:
    """Make a group of languages of a text that stood alone."""
    start, end = _ends(text, place.node)
    if not is_block:
        return f"{text[:start]}{{{place.german}: {_flow(place.node.value)}, {lang}: {_flow(own)}}}{text[end:]}"
    indent = " " * (place.column + _STEP)
    both = f"{_line(indent, place.german, place.node.value, is_block=True)}{_line(indent, lang, own, is_block=True)}"
    return f"{text[:start].rstrip(' ')}\n{both.rstrip()}{text[end:]}"


def _between_braces(text: str, node: Any, lang: str, own: str) -> str:
    for key, value in node.value:
        if key.value == lang:
            start, end = _ends(text, value)
            return f"{text[:start]}{_flow(own)}{text[end:]}"
    close = node.end_mark.index - 1
    before = text[:close].rstrip()
    comma = "" if before.endswith(("{", ",")) else ","
    return f"{before}{comma} {lang}: {_flow(own)}{text[close:]}"


def _below(text: str, node: Any, lang: str, own: str, *, is_block: bool) -> str:
    indent = " " * node.value[0][0].start_mark.column
    made = _line(indent, lang, own, is_block=is_block)
    for key, value in node.value:
        if key.value == lang:
            start, end = key.start_mark.index, _ends(text, value)[1]
            return f"{text[:start]}{made.strip()}{text[end:]}"
    end = _ends(text, node.value[-1][1])[1]
    # a note behind the last language stays there
    end = text.index("\n", end) if "\n" in text[end:] else len(text)
    return f"{text[:end]}\n{made.rstrip()}{text[end:]}"


def _ends(text: str, node: Any) -> tuple[int, int]:
    """Return where a node begins and ends, without blank lines below."""
    start, end = node.start_mark.index, node.end_mark.index
    return start, start + len(text[start:end].rstrip())


def _line(indent: str, lang: str, text: str, *, is_block: bool) -> str:
    if not is_block:
        return f"{indent}{lang}: {text if _PLAIN.fullmatch(text) else quoted(text)}\n"
    inner = f"{indent}{' ' * _STEP}"
    lines = "".join(f"{inner}{line}\n" if line else "\n" for line in text.strip("\n").split("\n"))
    return f"{indent}{lang}: |\n{lines}"


def _flow(text: str) -> str:
    """Return a text as it stands between braces."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _said(text: str, keys: Sequence[str], german: str) -> dict[str, list[str]]:
    """Return what a text says in its languages; white space is nobody's text."""
    node: Node | None = _fields(text)
    for key in keys:
        node = node.get(key) if isinstance(node, Fields) else None
    written = node.values if isinstance(node, Fields) else {german: node}
    return {lang: one.text.split() for lang, one in written.items() if isinstance(one, Scalar)}


def _rest(text: str, keys: Sequence[str]) -> object:
    """Return all that a file says but the text that the keys lead to."""
    return _without(_fields(text), tuple(keys))


def _without(node: Node | None, keys: tuple[str, ...]) -> object:
    if isinstance(node, Fields):
        below = {key: _without(child, keys[1:] if keys[:1] == (key,) else ("",)) for key, child in node.values.items() if (key,) != keys}
        return [*below.items(), *node.empty]
    if isinstance(node, Scalar):
        return node.text
    return None if node is None else [_without(one, ("",)) for one in node.items]


def _fields(text: str) -> Fields:
    fields, faults = read_yaml(text.removeprefix("\ufeff"))
    if fields is None or faults:
        raise UneditableError
    return fields
