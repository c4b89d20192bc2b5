"""Messages: the words of the site out of templates and code, and the catalogs brought up to date. Floor 5; `make messages` runs it.

German is the source language and needs no catalog. A new language is one entry in LANGUAGES; its catalog is made here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from babel.core import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from ikw.settings import Language

DOMAIN = "messages"
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "N_": None}
# Where the site's words stand; of the messages to organisers (floor 1), which are German, those that the form can show.
CODE = (
    "texts.py", "formats.py", "plain.py", "groups.py", "views/*.py", "exports/atom.py", "exports/ics.py", "exports/structured_data.py",
    # what the form asks and finds wrong
    "questions.py", "when/texts.py", "values/texts.py", "prose/texts.py", "source/texts.py",
)
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
            for line, _function, message, comments in babel_extract(file, list(KEYWORDS), ["i18n:"], options):
                yield f"theme/{path.relative_to(theme).as_posix()}", line, _plain(message), comments
    for path in sorted(found for pattern in CODE for found in code.glob(pattern)):
        with path.open("rb") as file:
            for line, message, comments, _context in extract("python", file, keywords=KEYWORDS, comment_tags=["i18n:"]):
                yield f"plugins/ikw/{path.relative_to(code).as_posix()}", line, _plain(message), comments


def _plain(message: object) -> str | tuple[str, ...]:
    """Return a message as the catalog takes it: jinja and Python hand ngettext's number along."""
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
