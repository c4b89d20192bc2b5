"""Records: event files and data files, read whole. Floor 1."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ikw.problems import Fault, Problem
from ikw.source.files import TextFile, read_text, text_of
from ikw.source.front import FrontMatter, split_front_matter
from ikw.source.mappings import DATA_LIMIT, read_yaml
from ikw.source.nodes import Fields, Record
from ikw.source.tree import DATA_FILES

EVENT_LIMIT = 200 * 1024

_Found = tuple[Record | None, tuple[Problem, ...]]


def read_event(root: Path, path: str) -> _Found:
    """Read an event or a translation: front matter and text."""
    return _event(path, *read_text(root, path, EVENT_LIMIT))


def event_of(data: bytes, path: str) -> _Found:
    """Read an event that stands nowhere yet, as if these bytes were its file."""
    return _event(path, *text_of(data, path))


def _event(path: str, file: TextFile | None, problems: tuple[Problem, ...]) -> _Found:
    if file is None:
        return None, problems
    parts = split_front_matter(file.text)
    if isinstance(parts, Fault):
        return None, (*problems, parts.at(path, 1, ""))
    return _record(path, parts, file.digest, problems)


def read_data(root: Path, path: str, limit: int = DATA_LIMIT) -> _Found:
    """Read a data file; one of `DATA_FILES` that does not exist is as good as an empty one."""
    if path in DATA_FILES and not (root / path).exists() and not (root / path).is_symlink():
        return Record(path=path, fields=Fields({}, {}, 1), body="", body_line=1, digest=hashlib.sha256().hexdigest()), ()
    file, problems = read_text(root, path, limit)
    if file is None:
        return None, problems
    return _record(path, FrontMatter(file.text, 1, "", 1), file.digest, problems, limit)


def _record(
    path: str, parts: FrontMatter, digest: str, problems: tuple[Problem, ...], limit: int = DATA_LIMIT,
) -> _Found:
    fields, faults = read_yaml(parts.front, parts.front_line, limit)
    problems += tuple(fault.at(path, parts.front_line, "") for fault in faults)
    if fields is None:
        return None, problems
    return Record(path=path, fields=fields, body=parts.body, body_line=parts.body_line, digest=digest), problems
