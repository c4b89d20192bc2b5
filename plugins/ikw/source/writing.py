"""Writing: fields and a text as an event file, spelled as a person would spell them. Floor 1.

Quotes stand only where the check demands them: a value is plain if it reads back as it is. Whoever reads the file again finds
the same values; that is looked at before anything is returned.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from ikw.source.mappings import read_yaml
from ikw.source.nodes import Fields, Items, Node, Scalar
from ikw.source.slips import quoted

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
"""What stands behind a field: a text, a list, or fields. No text is blank, no list is empty."""

WIDTH = 120

# letters that mean nothing to YAML, wherever they stand
_HARMLESS = re.compile(r"[^\W_][\w .;()/–—„“”’‚‘!?+€%·…-]*")
_NO_VALUE = frozenset(("~", "null"))
_PLAIN_KEY = re.compile(r"[\w.-]+")


def event_text(fields: Mapping[str, Value], body: str = "", notes: Iterable[str] = ()) -> str:
    """Return an event file; `notes` stand as comments above the fields."""
    comments = "".join(f"# {note}\n" for note in notes)
    text = body.strip("\n")
    below = f"{text}\n" if text else ""
    return f"---\n{comments}{fields_text(fields)}---\n{below}"


def fields_text(fields: Mapping[str, Value]) -> str:
    """Return fields as YAML, one below the other."""
    made = "".join(_field(name, value) for name, value in fields.items())
    read, faults = read_yaml(made)
    if read is None or faults or value_of(read) != _tidy(dict(fields)):
        raise ValueError(f"not written as it reads: {made!r}")
    return made


def value_of(node: Node) -> Value:
    """Return what was read as values, without lines; white space between words is one space."""
    if isinstance(node, Scalar):
        return " ".join(node.text.split())
    if isinstance(node, Items):
        return [value_of(item) for item in node.items]
    return {name: value_of(child) for name, child in node.values.items()}


def in_flow(value: Value) -> str:
    """Return a value as it stands within brackets."""
    if isinstance(value, str):
        return _scalar(value, is_in_flow=True)
    if isinstance(value, list):
        return f"[{', '.join(map(in_flow, value))}]"
    return f"{{{', '.join(f'{_key(name, is_in_flow=True)}: {in_flow(child)}' for name, child in value.items())}}}"


def _tidy(value: Value) -> Value:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return [_tidy(item) for item in value]
    return {name: _tidy(child) for name, child in value.items()}


def _field(name: str, value: Value, indent: str = "") -> str:
    head = f"{indent}{_key(name)}:"
    if isinstance(value, str):
        return f"{head} {_scalar(value)}\n"
    flow = f"{head} {in_flow(value)}"
    if isinstance(value, dict):
        is_bare = all(not isinstance(child, str) or _scalar(child) == in_flow(child) for child in value.values())
        if len(flow) <= WIDTH and is_bare and _is_flat(value):
            return f"{flow}\n"
        return f"{head}\n" + "".join(_field(key, child, f"{indent}  ") for key, child in value.items())
    if len(flow) <= WIDTH and all(isinstance(item, str) and _scalar(item) == in_flow(item) for item in value):
        return f"{flow}\n"
    return f"{head}\n" + "".join(_item(item, f"{indent}  ") for item in value)


def _item(value: Value, indent: str) -> str:
    if isinstance(value, str):
        return f"{indent}- {_scalar(value)}\n"
    flow = f"{indent}- {in_flow(value)}"
    if isinstance(value, list) or (len(flow) <= WIDTH and _is_flat(value)):
        return f"{flow}\n"
    lines = "".join(_field(key, child, f"{indent}  ") for key, child in value.items())
    return f"{indent}- {lines[len(indent) + 2:]}"


def _is_flat(value: dict[str, Value]) -> bool:
    """Whether fields stand well on one line: single values, or one group of them at the most."""
    groups = [child for child in value.values() if not isinstance(child, str)]
    return all(map(_PLAIN_KEY.fullmatch, value)) and not any(
        isinstance(child, dict) and not all(isinstance(one, str) for one in child.values()) for child in groups
    )


def _key(name: str, *, is_in_flow: bool = False) -> str:
    if _PLAIN_KEY.fullmatch(name) and name not in _NO_VALUE:
        return name
    if not is_in_flow and _reads_as(f"{name}: x", name):
        return name
    return quoted(name)


def _scalar(value: str, *, is_in_flow: bool = False) -> str:
    """Return a text plain where it reads back, else in quotes."""
    text = " ".join(value.split())
    if not text:
        raise ValueError("a blank text is no value")
    if _HARMLESS.fullmatch(text):
        return text if text not in _NO_VALUE else quoted(text)
    plain = f"x: [{text}]" if is_in_flow else f"x: {text}"
    read, faults = read_yaml(plain)
    node = read.get("x") if read else None
    if is_in_flow and isinstance(node, Items):
        node = node.items[0] if len(node.items) == 1 else None
    is_plain = not faults and isinstance(node, Scalar) and node.plain and node.text == text
    return text if is_plain else quoted(text)


def _reads_as(line: str, name: str) -> bool:
    read, faults = read_yaml(line)
    return isinstance(read, Fields) and not faults and list(read.values) == [name]
