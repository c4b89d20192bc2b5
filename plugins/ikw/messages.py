"""Messages: the words of the site out of templates and code, and the catalogs brought up to date. Floor 5; `make messages` runs it.

German is the source language and needs no catalog. A new language is one entry in LANGUAGES; its catalog is made here.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from babel.core import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from ikw.settings import Language

DOMAIN = "messages"
# What makes a message, and how many texts it has. N_ only marks words that are translated elsewhere.
CALLS = {"_": 1, "gettext": 1, "ngettext": 2, "N_": 1}
# Whoever calls the others speaks to readers, so every module is searched for them. N_ also marks what is said to organisers about
# their files, which is German; it counts in the rooms whose words reach readers, and where the form takes its words from.
MARKED = ("questions.py", "choices.py", "unprinted.py", "**/texts.py", "views/**/*.py", "exports/**/*.py", "paper/**/*.py")
TO_ORGANISERS = ("exports/images.py", "paper/lengths.py")
HEADER = """\
# {name}: the words of the site.
# Written with care, not yet signed off by a native reader of the language's usage in German public life.
# Brought up to date by `make messages`; translate here, in Poedit or in Weblate."""

_CHANGING = re.compile(
    r'"(POT-Creation-Date|PO-Revision-Date|Generated-By|Last-Translator|Language-Team|Report-Msgid-Bugs-To):'
)
_FIELD = re.compile(r"\{[a-z_]*\}")


def template(theme: Path, code: Path) -> Catalog:
    """Return every message of templates and code with the places it stands at, in order."""
    catalog = Catalog(project="ikw", charset="utf-8", fuzzy=False)
    for name, line, message, comments in _found(theme, code):
        catalog.add(message, locations=[(name, line)], auto_comments=comments)
    _without_c_formats(catalog)
    return catalog


def _found(theme: Path, code: Path) -> Iterator[tuple[str, int, str | tuple[str, ...], list[str]]]:
    for path in sorted((theme / "templates").rglob("*.html")):
        with path.open("rb") as file:
            options = {"trimmed": "true", "silent": "false"}
            for line, _function, message, comments in babel_extract(file, list(CALLS), ["i18n:"], options):
                yield f"theme/{path.relative_to(theme).as_posix()}", line, _plain(message), comments
    marked = {path for pattern in MARKED for path in code.glob(pattern)} - {code / name for name in TO_ORGANISERS}
    for path in sorted(code.rglob("*.py")):
        for line, message, comments in in_module(path.read_text(encoding="utf-8"), is_marked=path in marked):
            yield f"plugins/ikw/{path.relative_to(code).as_posix()}", line, message, comments


def in_module(source: str, *, is_marked: bool) -> Iterator[tuple[int, str | tuple[str, ...], list[str]]]:
    """Yield the messages of a module, also those within f-strings, which Babel does not see; `is_marked` counts N_, too."""
    lines = source.splitlines()
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else call.func.id if isinstance(call.func, ast.Name) else ""
        count = CALLS.get(name, 0) if is_marked or name != "N_" else 0
        texts = tuple(given.value for given in call.args[:count] if isinstance(given, ast.Constant) and isinstance(given.value, str))
        if count and len(texts) == count:
            above = lines[call.lineno - 2].strip() if call.lineno > 1 else ""
            comments = [above.removeprefix("# ")] if above.startswith("# i18n:") else []
            yield call.lineno, texts if count > 1 else texts[0], comments


def _plain(message: object) -> str | tuple[str, ...]:
    """Return a message as the catalog takes it: jinja hands ngettext's number along."""
    if isinstance(message, tuple | list):
        found = tuple(part for part in message if isinstance(part, str))
        return found if len(found) > 1 else found[0]
    return str(message)


def _without_c_formats(catalog: Catalog) -> None:
    """Take away the flag that "100 %" earns: gettext's tools would expect a C format."""
    for message in catalog:
        message.flags.discard("python-format")


def path_of(theme: Path, lang: str) -> Path:
    """Return where a language's catalog stands."""
    return theme / "translations" / lang.replace("-", "_") / "LC_MESSAGES" / f"{DOMAIN}.po"


def read(path: Path, language: Language) -> Catalog:
    """Read a catalog; a missing one is empty."""
    locale = Locale.parse(language.locale.split("_simple")[0])
    if not path.is_file():
        header = HEADER.format(name=language.name)
        return Catalog(locale=locale, project="ikw", charset="utf-8", fuzzy=False, header_comment=header)
    with path.open("rb") as file:
        return read_po(file, locale=locale)


def update(theme: Path, code: Path, languages: Iterable[Language]) -> Iterator[tuple[str, int]]:
    """Bring every catalog up to date; yield language and how many messages still want a translation."""
    found = template(theme, code)
    for language in languages:
        path = path_of(theme, language.code)
        catalog = read(path, language)
        catalog.update(found, no_fuzzy_matching=True)
        _without_c_formats(catalog)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(written(catalog))
        yield language.code, sum(bool(message.id) and _wants(message) for message in catalog)


def written(catalog: Catalog) -> bytes:
    """Return a catalog as bytes that depend on its content alone: no date, no name of a program."""
    file = BytesIO()
    write_po(file, catalog, width=120, sort_by_file=False, ignore_obsolete=True, include_lineno=False)
    lines = file.getvalue().decode().splitlines()
    kept = [line for line in lines if not _CHANGING.match(line)]
    return ("\n".join(kept) + "\n").encode()


def faults(catalog: Catalog, wanted: Catalog) -> Iterator[str]:
    """Yield what is wrong: missing and fuzzy entries, placeholders that differ, plural forms that are missing."""
    for message in wanted:
        if not message.id:
            continue
        own = catalog.get(message.id)
        name = message.id if isinstance(message.id, str) else message.id[0]
        if own is None or _wants(own):
            yield f"{name}: fehlt"
        elif own.fuzzy:
            yield f"{name}: unsicher (fuzzy)"
        elif isinstance(own.string, tuple) and len(own.string) != catalog.num_plurals:
            yield f"{name}: {len(own.string)} von {catalog.num_plurals} Pluralformen"
        else:
            yield from _placeholders(name, message, own)


def _wants(message: Message) -> bool:
    strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return not all(strings)


def _placeholders(name: str, message: Message, own: Message) -> Iterator[str]:
    """A translation holds the source's placeholders; a plural form may leave out the number."""
    sources = message.id if isinstance(message.id, tuple | list) else (message.id,)
    known = {field for source in sources for field in _FIELD.findall(source)}
    strings = own.string if isinstance(own.string, tuple | list) else (own.string,)
    for string in strings:
        has = set(_FIELD.findall(string))
        if has - known or (known - has) - ({"{n}"} if len(strings) > 1 else set()):
            yield f"{name}: Platzhalter {sorted(has)} statt {sorted(known)}"
