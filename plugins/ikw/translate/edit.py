"""Edit: single fields of a translation's file are put in, replaced or taken out; every other byte stays. Floor 5."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ikw.fields import TRANSLATION
from ikw.source.editing import UneditableError, record_of, with_fields
from ikw.source.slips import quoted
from ikw.translation import TEXT, OwnTexts, own_texts

__all__ = ["EMPTY", "UneditableError", "edited"]

EMPTY = b"---\n---\n"

_ORDER = [field.name for field in TRANSLATION]


def edited(
    data: bytes, texts: Mapping[str, str], *, source: Mapping[str, str] | None = None, machine: bool | None = None,
) -> bytes:
    """Return a translation's file with these fields, fingerprints and mark of a machine; None leaves what is there.

    Raises UneditableError.
    """
    before = _read(data)
    wanted = replace(
        before, texts={**before.texts, **texts}, source=before.source if source is None else source,
        is_machine=before.is_machine if machine is None else machine,
    )
    lines: dict[str, Sequence[str]] = {field: (f"{field}: {quoted(text)}",) for field, text in texts.items() if field != TEXT}
    if wanted.is_machine != before.is_machine:
        lines["machine"] = ("machine: true",) if wanted.is_machine else ()
    if dict(wanted.source) != dict(before.source):
        lines["source"] = ("source:", *(f"  {field}: {mark}" for field, mark in wanted.source.items())) if source else ()
    made = with_fields(data, lines, _ORDER, texts.get(TEXT))
    if not _is_same(_read(made), wanted):
        raise UneditableError
    return made


def _is_same(one: OwnTexts, other: OwnTexts) -> bool:
    def shown(own: OwnTexts) -> tuple[dict[str, list[str]], dict[str, str], bool]:
        # white space at the edges and between words is nobody's text
        return {field: text.split() for field, text in own.texts.items()}, dict(own.source), own.is_machine

    return shown(one) == shown(other)


def _read(data: bytes) -> OwnTexts:
    return own_texts(record_of(data))
