"""Views are printed by templates: everything is escaped, and every word is in the page's language."""

from __future__ import annotations

import dataclasses
import gc
import weakref
from pathlib import Path

import pytest

from ikw.groups import groups
from ikw.pages import Printer
from ikw.site import Site
from ikw.theme import read_theme
from ikw.views.records import Frame, Phrase
from ikw.work import Work
from samples import ARABIC, ENGLISH, GERMAN, edition, event, programme, site
from small import ROOT

FRAME = Frame(**{one.name: "" for one in dataclasses.fields(Frame)})


def printer(folder: Path, **templates: str) -> Printer:
    for name, text in templates.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return Printer(folder, {"pennant": "M0"}, None, {})


def printed(made: Printer, page: object, where: Site | None = None) -> str:
    return made.page(where or site(), "page.html", "/2025/fest/", FRAME, page).data.decode()


@pytest.mark.parametrize("title", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "Tee & Kuchen", "'"])
def test_everything_is_escaped(tmp_path: Path, title: str) -> None:
    made = printer(tmp_path, page='{% from "part.html" import part %}<p title="{{ page }}">{{ page }}</p>{{ part(page) }}{% include "more.html" %}',
                   part="{% macro part(text) %}<b>{{ text }}</b>{% endmacro %}", more="<i>{{ page }}</i>")
    safe = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;").replace("'", "&#39;")
    assert printed(made, title) == f'<p title="{safe}">{safe}</p><b>{safe}</b><i>{safe}</i>'


BAD = Phrase(text="<i>Bank</i>", lang="de", dir="ltr")


@pytest.mark.parametrize(("parts", "expected"), [
    ((), "Von &lt;b&gt;"), ((Phrase(text="Von <b> "), BAD), 'Von &lt;b&gt; <bdi lang="de" dir="ltr">&lt;i&gt;Bank&lt;/i&gt;</bdi>'),
    ((Phrase(text="Von "), Phrase(text="نادٍ")), "Von نادٍ"),
])
def test_names_in_a_sentence_are_marked_and_escaped(tmp_path: Path, parts: tuple[Phrase, ...], expected: str) -> None:
    made = printer(tmp_path, page="{{ written(page.text, page.parts) }}")
    assert printed(made, Phrase(text="Von <b>", parts=parts)) == expected


def test_a_script_in_a_title_is_text_on_every_page_of_the_real_theme() -> None:
    """Titles, names and places of a programme, through every template there is."""
    bad = "<script>alert(1)</script>"
    one = programme(event("fest", bad, summary=bad, plain=bad, room=bad, food=bad))
    theme = read_theme(ROOT / "theme", one.categories.values())
    work = Work(
        sites=(site(one, region=bad, site_name=bad, sample=True),), theme=theme, templates=ROOT / "theme" / "templates", bytecode=None,
        common="", digests={("2025", "fest"): ""},
    )
    pages = [file for group in groups(work) for file in group.make() if file.path.endswith(".html")]
    assert len(pages) > 20
    assert [file.path for file in pages if b"<script>alert" in file.data] == []
    assert sum(b"&lt;script&gt;alert(1)" in file.data for file in pages) == len(pages)


def test_of_an_edition_nothing_is_kept_once_another_one_is_made() -> None:
    """A hundred editions in eight languages would fill the memory."""
    old, new = programme(event("alt", "Alt", edition="2024"), edition=edition(id="2024")), programme(event("neu"))
    theme = read_theme(ROOT / "theme", new.categories.values())
    one = site(new, old)
    work = Work(
        sites=(one,), theme=theme, templates=ROOT / "theme" / "templates", bytecode=None, common="",
        digests={("2024", "alt"): "", ("2025", "neu"): ""},
    )
    assert "Alt" in "".join(file.data.decode() for group in groups(work) if group.key == "2024/front" for file in group.make())
    rows = weakref.ref(work.rows(one, old))
    assert work.printer._records
    assert work.blocks(old)
    assert work.blocks(new) == {}
    gc.collect()
    assert (rows(), work.printer._records, work.printer._parts) == (None, {}, {})


def test_words_are_in_the_language_of_the_page_even_in_imported_macros(tmp_path: Path) -> None:
    """One environment prints all languages in turn; an import without context has no other way to the language."""
    made = printer(
        tmp_path, page='{% from "part.html" import part %}{{ _("Heute") }} {{ part(page) }} {% include "more.html" %}',
        part='{% macro part(n) %}{{ _("Heute") }} {{ ngettext("Tag", "Tage", n) }}{% endmacro %}', more='{{ _("Heute") }}',
    )
    sites = [site(language=GERMAN), site(language=ENGLISH, words={"Heute": "Today"}), site(language=ARABIC, words={"Heute": "اليوم"})]
    assert [printed(made, 2, one) for one in (*sites, sites[0])] == [
        "Heute Heute Tage Heute", "Today Today Tage Today", "اليوم اليوم Tage اليوم", "Heute Heute Tage Heute",
    ]


def test_a_page_is_stored_where_its_address_says(tmp_path: Path) -> None:
    made = printer(tmp_path, page="x")
    assert made.page(site(), "page.html", "/2025/fest/", FRAME, None).path == "2025/fest/index.html"
    based = site(site_url="https://example.org/ikw", language=ENGLISH)
    assert made.page(based, "page.html", "/ikw/en/2025/", FRAME, None).path == "en/2025/index.html"


def test_compiled_templates_are_kept(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("eins", encoding="utf-8")
    for text in ("eins", "zwei"):
        (tmp_path / "page.html").write_text(text, encoding="utf-8")
        made = Printer(tmp_path, {}, tmp_path / "kept", {})
        assert made.page(site(), "page.html", "/", FRAME, None).data == text.encode()
    assert len([*(tmp_path / "kept").iterdir()]) == 1
