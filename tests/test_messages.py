"""The words of the site out of templates and code, and the catalogs brought up to date."""

from __future__ import annotations

import ast
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from ikw import messages
from ikw.build import build
from ikw.messages import faults, path_of, read, template, update, written
from ikw.settings import Language
from samples import GERMAN
from small import ROOT, NoProse, make_places, one_language

CODE = ROOT / "plugins" / "ikw"
ROMANIAN = Language(code="ro", name="Română", dir="ltr", path="ro", locale="ro", is_reviewed=False)
EASY = Language(code="de-simple", name="Leichte Sprache", dir="ltr", path="leicht", locale="de", is_easy=True)


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """A theme of one template, without any catalog."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "a.html").write_text("{{ _('Heute') }}{{ ngettext('{n} Tag', '{n} Tage', 2) }}100 %", encoding="utf-8")
    return tmp_path


@pytest.fixture
def code(tmp_path: Path) -> Path:
    """Code of one module with words."""
    (tmp_path / "code").mkdir()
    (tmp_path / "code" / "texts.py").write_text('A = N_("Abgesagt")\n# i18n: with a price\nB = _("ab {price}")\nC = "kein Wort"\n', encoding="utf-8")
    return tmp_path / "code"


def test_words_are_found_in_templates_and_code(theme: Path, code: Path) -> None:
    found = [(message.id, [path for path, _ in message.locations], message.auto_comments) for message in template(theme, code) if message.id]
    assert found == [
        ("Heute", ["theme/templates/a.html"], []), (("{n} Tag", "{n} Tage"), ["theme/templates/a.html"], []),
        ("Abgesagt", ["plugins/ikw/texts.py"], []), ("ab {price}", ["plugins/ikw/texts.py"], ["i18n: with a price"]),
    ]


SOURCE = '''
A = N_("Abgesagt")
B = f"{site.texts.gettext('Beispiel')} · {texts.ngettext('{n} Tag', '{n} Tage', 2)}"
# i18n: with a price
C = _("ab {price} "
      "und mehr")
D = _(ANY[word]), show("Kein Wort"), texts.ngettext(*DAYS, 2), gettext("a", b)
'''


@pytest.mark.parametrize(("is_marked", "marked"), [(True, [(2, "Abgesagt", [])]), (False, [])])
def test_what_is_a_message_in_a_module(is_marked: bool, marked: list[object]) -> None:
    assert list(messages.in_module(SOURCE, is_marked=is_marked)) == [
        *marked, (3, "Beispiel", []), (3, ("{n} Tag", "{n} Tage"), []), (5, "ab {price} und mehr", ["i18n: with a price"]), (7, "a", []),
    ]


def spoken(path: Path) -> set[str]:
    """Return the words that a module translates where they stand, however it gets at gettext."""
    found: set[str] = set()
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        name = ast.unparse(call.func).rpartition(".")[2] if isinstance(call, ast.Call) else ""
        if isinstance(call, ast.Call) and name in ("_", "gettext", "ngettext"):
            found |= {call.args[0].value} if isinstance(call.args[0], ast.Constant) else set()
    return found


def test_no_module_speaks_words_that_no_catalog_has() -> None:
    """Whatever is added to the package and speaks to readers: the template has its words, and so must every catalog."""
    known = {message.id if isinstance(message.id, str) else message.id[0] for message in template(ROOT / "theme", CODE) if message.id}
    by_module = {path.relative_to(CODE).as_posix(): spoken(path) for path in CODE.rglob("*.py")}
    assert len(by_module["paper/booklet.py"]) > 30
    assert {name: words - known for name, words in by_module.items() if words - known} == {}


# What marks words that are said to organisers of their files, in German. A new name here needs a reason; words of readers stand elsewhere.
TO_ORGANISERS = {
    "against_paper", "blanks", "cells", "data", "easy_language", "fields", "history", "importers", "ledger", "load", "losses", "parse", "picture_files",
    "printed", "problems", "rules", "source", "translated_data", "translation", "values",
}


def test_words_that_are_only_marked_count_where_readers_see_them() -> None:
    marked = {path for pattern in messages.MARKED for path in CODE.glob(pattern)} | {CODE / name for name in messages.TO_ORGANISERS}
    others = {path.relative_to(CODE) for path in CODE.rglob("*.py") if "N_(" in path.read_text(encoding="utf-8") and path not in marked}
    assert {path.parts[0].removesuffix(".py") for path in others} == TO_ORGANISERS
    assert all("N_(" in (CODE / name).read_text(encoding="utf-8") for name in messages.TO_ORGANISERS)


def test_a_new_language_gets_a_catalog_with_all_its_plural_forms(theme: Path, code: Path) -> None:
    assert list(update(theme, code, [ROMANIAN])) == [("ro", 4)]
    catalog = read(path_of(theme, "ro"), ROMANIAN)
    assert (catalog.num_plurals, path_of(theme, "ro").read_text(encoding="utf-8").splitlines()[0]) == (3, "# Română: the words of the site.")


def test_what_is_translated_stays_and_what_is_gone_goes(theme: Path, code: Path) -> None:
    list(update(theme, code, [ROMANIAN]))
    path = path_of(theme, "ro")
    path.write_text(path.read_text(encoding="utf-8").replace('msgid "Heute"\nmsgstr ""', 'msgid "Heute"\nmsgstr "Astăzi"'), encoding="utf-8")
    (code / "texts.py").write_text('A = N_("Heute abgesagt")\n', encoding="utf-8")
    assert list(update(theme, code, [ROMANIAN])) == [("ro", 2)]
    words = {message.id: message.string for message in read(path, ROMANIAN) if message.id}
    assert words == {"Heute": "Astăzi", ("{n} Tag", "{n} Tage"): ("", "", ""), "Heute abgesagt": ""}


def test_the_same_words_are_the_same_bytes(theme: Path, code: Path) -> None:
    list(update(theme, code, [EASY]))
    before = path_of(theme, "de-simple").read_bytes()
    list(update(theme, code, [EASY]))
    assert path_of(theme, "de-simple").read_bytes() == before
    assert b"Date" not in before


def po(*entries: str) -> Catalog:
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'
    return read_po(BytesIO((head + "\n" + "\n\n".join(entries)).encode()), locale="uk")


WANTED = po('msgid "ab {price}"\nmsgstr ""', 'msgid "{n} Tag"\nmsgid_plural "{n} Tage"\nmsgstr[0] ""')
PRICE = 'msgid "ab {price}"\nmsgstr "від {price}"'
DAYS = 'msgid "{n} Tag"\nmsgid_plural "{n} Tage"\nmsgstr[0] "{n} день"\nmsgstr[1] "{n} дні"\nmsgstr[2] "{n} днів"'
WRONG = {
    "complete": ((PRICE, DAYS), []),
    "one form without its number": ((PRICE, DAYS.replace("{n} день", "один день")), []),
    "missing": ((DAYS,), ["ab {price}: fehlt"]),
    "empty": ((PRICE.replace("від {price}", ""), DAYS), ["ab {price}: fehlt"]),
    "fuzzy": (("#, fuzzy\n" + PRICE, DAYS), ["ab {price}: unsicher (fuzzy)"]),
    "a lost placeholder": ((PRICE.replace("від {price}", "від"), DAYS), ["ab {price}: Platzhalter [] statt ['{price}']"]),
    "another placeholder": ((PRICE.replace("від {price}", "від {cost}"), DAYS), ["ab {price}: Platzhalter ['{cost}'] statt ['{price}']"]),
    "an empty plural form": ((PRICE, DAYS.replace("{n} днів", "")), ["{n} Tag: fehlt"]),
    "a plural form too few": ((PRICE, DAYS.rpartition("\n")[0]), ["{n} Tag: fehlt"]),
}


@pytest.mark.parametrize(("entries", "found"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_with_a_catalog(entries: tuple[str, ...], found: list[str]) -> None:
    assert list(faults(po(*entries), WANTED)) == found


def test_a_catalog_is_written_without_dates() -> None:
    assert b"POT-Creation-Date" not in written(po(PRICE))


@pytest.mark.slow
def test_romanian_is_one_entry_and_one_catalog(tmp_path: Path) -> None:
    places = make_places(tmp_path, own_theme=True)
    [(_, wanting)] = update(places.theme, CODE, [ROMANIAN])
    assert wanting > 150
    path = messages.path_of(places.theme, "ro")
    catalog = read(path, ROMANIAN)
    for message in catalog:
        if message.id:
            message.string = tuple(f"ro {message.id[-1]}" for _ in range(3)) if isinstance(message.id, tuple) else f"ro {message.id}"
    path.write_bytes(written(catalog))
    assert list(faults(read(path, ROMANIAN), template(places.theme, CODE))) == []
    build(places, one_language(languages=(GERMAN, ROMANIAN)), NoProse())
    page = (places.output / "ro" / "2025" / "auftakt" / "index.html").read_text(encoding="utf-8")
    assert '<html lang="ro" dir="ltr">' in page
    assert "vineri, 19 septembrie 2025" in page.lower()
    assert '<a class="skip" href="#main">ro Zum Inhalt</a>' in page
    assert "ro Diese Übersetzung hat noch niemand geprüft" in page
    assert (places.output / "ro" / "2025" / "programme.ics").is_file()
