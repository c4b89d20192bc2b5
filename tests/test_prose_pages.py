"""Pelican makes the prose pages, handed what surrounds them; what is wrong with one is said before anything is touched."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from ikw.build import build
from ikw.places import Places
from ikw.prose_frames import page_titles
from ikw.prose_headers import Header, PelicanError, read_headers, stale_pages, state, with_source
from ikw.prose_pages import ProsePages
from ikw.site import PageTitle
from ikw.texts import load
from samples import ARABIC, ENGLISH, GERMAN, site
from small import ROOT, make_places, one_language, times, tree

ABOUT = "Title: Über & uns\nSlug: ueber\nSummary: Wer: wir\n\nText mit [Link](/kontakt/) und [Netz](//example.org/).\n"


def write(folder: Path, **pages: str) -> Path:
    """Write pages and return the folder of content."""
    (folder / "pages").mkdir(parents=True, exist_ok=True)
    for name, text in pages.items():
        (folder / "pages" / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


# --- headers


def test_headers_are_read_in_the_order_of_names(tmp_path: Path) -> None:
    write(tmp_path, b="Title: B\nslug: bb\nStatus: hidden\n\nTitle: kein Kopf\n", a=ABOUT)
    (tmp_path / "pages" / ".ueber.md.swp").write_bytes(b"\xff")
    (tmp_path / "pages" / "more").mkdir()
    (tmp_path / "pages" / "more" / "c.md").write_text("\ufeffTitle: C\nSlug: c\n", encoding="utf-8")
    (tmp_path / "pages" / "more" / "c.uk.md").write_text("Title: Ц\nSlug: c\nLang: uk\n", encoding="utf-8")
    found = tuple(read_headers(tmp_path / "pages"))
    assert found == (
        Header("ueber", "Über & uns", "Wer: wir"), Header("bb", "B", is_published=False), Header("c", "C"), Header("c", "Ц", lang="uk"),
    )


TITLES = {
    "de": (PageTitle("kontakt", "Kontakt"), PageTitle("sport", "Sport")),
    # an own page, and words of nobody's catalog
    "uk": (PageTitle("kontakt", "Контакти"), PageTitle("sport", "Sport", "de")),
    # words of the catalog
    "en": (PageTitle("kontakt", "Contact"), PageTitle("sport", "Sport", "de")),
    "de-simple": (PageTitle("kontakt", "Kontakt"), PageTitle("sport", "Sport")),
}


@pytest.mark.parametrize(("lang", "titles"), TITLES.items(), ids=TITLES)
def test_every_language_names_every_page(lang: str, titles: tuple[PageTitle, ...]) -> None:
    headers = (Header("kontakt", "Kontakt"), Header("kontakt", "Контакти", lang="uk"), Header("sport", "Sport"), Header("x", "X", is_published=False))
    words = site(language=ENGLISH, words={"Kontakt": "Contact"} if lang == "en" else {}).texts
    assert page_titles(headers, lang, words) == titles


def test_without_a_folder_there_are_no_pages(tmp_path: Path) -> None:
    assert list(read_headers(tmp_path / "pages")) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Slug: a\n\nText\n", "content/pages/a.md: Oben fehlt die Zeile „Title: …“."),
        ("\nTitle: A\nSlug: a\n", "content/pages/a.md: Oben fehlt die Zeile „Title: …“."),
        ("", "content/pages/a.md: Oben fehlt die Zeile „Title: …“."),
        ("Title: A\n", "content/pages/a.md: Oben fehlt die Zeile „Slug: a“, nur mit kleinen Buchstaben, Ziffern und Bindestrichen."),
        (
            "Title: A\nSlug: ../etc\n",
            "content/pages/a.md: Oben fehlt die Zeile „Slug: a“, nur mit kleinen Buchstaben, Ziffern und Bindestrichen.",
        ),
    ],
)
def test_a_header_that_lacks_something_is_said(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(PelicanError) as error:
        list(read_headers(write(tmp_path / "content", a=text) / "pages"))
    assert str(error.value) == said


def test_two_pages_at_one_address_are_said(tmp_path: Path) -> None:
    with pytest.raises(PelicanError) as error:
        list(read_headers(write(tmp_path / "content", a=ABOUT, b=ABOUT) / "pages"))
    assert str(error.value) == "content/pages/b.md: Den Slug „ueber“ hat schon content/pages/a.md."


def test_a_translation_of_no_page_is_said(tmp_path: Path) -> None:
    with pytest.raises(PelicanError) as error:
        list(read_headers(write(tmp_path / "content", a="Title: А\nSlug: ueber-nas\nLang: uk\n") / "pages"))
    assert str(error.value) == (
        "content/pages/a.md: Auf Deutsch gibt es keine Seite mit dem Slug „ueber-nas“. Nehmen Sie den Slug der deutschen Seite."
    )


def test_a_language_that_is_none_is_said(tmp_path: Path) -> None:
    with pytest.raises(PelicanError) as error:
        list(read_headers(write(tmp_path / "content", a="Title: A\nSlug: a\nLang: ukrainisch\n") / "pages"))
    assert str(error.value) == (
        "content/pages/a.md: „Lang: ukrainisch“ ist kein Kürzel einer Sprache. Schreiben Sie zum Beispiel „Lang: uk“."
    )


def test_what_is_no_text_is_said(tmp_path: Path) -> None:
    (write(tmp_path / "content") / "pages" / "a.md").write_bytes(b"Title: \xff\n")
    with pytest.raises(PelicanError, match=r"^content/pages/a\.md: Die Datei lässt sich nicht lesen, oder sie ist nicht in UTF-8"):
        list(read_headers(tmp_path / "content" / "pages"))


def test_a_link_is_refused(tmp_path: Path) -> None:
    """Pelican would follow it to any file of this machine."""
    (write(tmp_path / "content") / "pages" / "a.md").symlink_to("/etc/hostname")
    with pytest.raises(PelicanError, match=r"^content/pages/a\.md: Das ist eine Verknüpfung\."):
        list(read_headers(tmp_path / "content" / "pages"))


def test_markdown_by_another_name_is_refused(tmp_path: Path) -> None:
    (write(tmp_path / "content") / "pages" / "a.markdown").write_text(ABOUT, encoding="utf-8")
    with pytest.raises(PelicanError) as error:
        list(read_headers(tmp_path / "content" / "pages"))
    assert str(error.value) == "content/pages/a.markdown: Seiten enden auf „.md“. Benennen Sie die Datei um."


# --- with Pelican


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with two prose pages and its site."""
    folder = tmp_path_factory.mktemp("prose")
    places = make_places(folder)
    for name in ("pelicanconf.py", "plugins"):
        (folder / "project" / name).symlink_to(ROOT / name)
    write(places.content, ueber=ABOUT, kontakt="Title: Kontakt\nSlug: kontakt\n\nText\n")
    built(folder)
    return folder


def built(folder: Path, **values: object) -> tuple[int, int]:
    """Build; return how many files were written and removed."""
    where = places(folder)
    made = build(where, one_language(**values), ProsePages(where.content, where.project / "pelicanconf.py", where.cache))
    return made.written, made.removed


def places(folder: Path) -> Places:
    """Return the folders of a project that was made, or copied, here."""
    project = folder / "project"
    return Places(project=project, events=project / "events", output=folder / "output", cache=folder / "cache")


@pytest.fixture
def copy(project: Path, tmp_path: Path) -> Path:
    """A copy that a test may change."""
    shutil.copytree(project, tmp_path / "copy", symlinks=True)
    built(tmp_path / "copy")
    return tmp_path / "copy"


@pytest.mark.slow
def test_a_page_has_frame_title_and_text(project: Path) -> None:
    html = (project / "output" / "ueber" / "index.html").read_text(encoding="utf-8")
    assert "<h1>Über &amp; uns</h1>" in html
    assert '<p>Text mit <a href="/kontakt/">Link</a> und <a href="//example.org/">Netz</a>.</p>' in html
    assert '<meta name="description" content="Wer: wir">' in html
    assert '<link rel="canonical" href="https://ikw.example/ueber/">' in html
    assert '<a href="/ueber/"' in (project / "output" / "index.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_every_language_has_every_page(copy: Path) -> None:
    write(copy / "project" / "content", more="Title: Contact us\nSlug: kontakt\nLang: en\n\nText with [link](/ueber/#a).\n")
    built(copy, languages=(GERMAN, replace(ENGLISH, path="english"), ARABIC))
    english, arabic = (
        (copy / "output" / path / "index.html").read_text(encoding="utf-8") for path in ("english/kontakt", "ar/ueber")
    )
    assert '<h1>Contact us</h1>' in english
    assert '<div class="prose in"><p>Text with <a href="/english/ueber/#a">link</a>.</p></div>' in english
    assert 'class="example in"' not in english
    assert '<h1 lang="de" dir="ltr">Über &amp; uns</h1>' in arabic
    note = load(ROOT / "theme" / "translations", "ar", "de").gettext("Diese Seite gibt es nur auf Deutsch.")
    assert f'<p class="example in">{note}</p>\n<div class="prose in" lang="de" dir="ltr">' in arabic
    assert '<a href="/ar/kontakt/">Link</a>' in arabic


@pytest.mark.slow
def test_what_the_edition_knows_stands_on_the_page_in_the_language_of_its_text(copy: Path) -> None:
    asks = "Bis {ENTRIES_UNTIL}.\n\n{CRITERIA}\n"
    write(copy / "project/content", ueber=f"Title: Über\nSlug: ueber\n\n{asks}", english=f"Title: About\nSlug: ueber\nLang: en\n\n{asks}")
    languages = (GERMAN, replace(ENGLISH, path="english"), ARABIC)

    def texts() -> list[str]:
        built(copy, languages=languages)
        pages = ((copy / "output" / path / "index.html").read_text(encoding="utf-8") for path in ("ueber", "english/ueber", "ar/ueber"))
        return [page.partition('<div class="prose in"')[2].partition(">")[2].partition("</div>")[0].replace("\n", "") for page in pages]

    to_do = "<p>Bis [Vom Landkreis einzutragen: Datum des Einsendeschlusses].</p><p><strong>[Vom Landkreis einzutragen: Kriterien für die Aufnahme]</strong></p>"
    assert texts() == [to_do] * 3
    with (copy / "project/events/2025/edition.yaml").open("a", encoding="utf-8") as file:
        file.write("entries_until: 30.06.2025\ncriteria: {de: Alles **geht**., en: Anything goes.}\n")
    german = "<p>Bis Montag, 30. Juni 2025.</p><p>Alles <strong>geht</strong>.</p>"
    assert texts() == [german, "<p>Bis Monday, 30 June 2025.</p><p>Anything goes.</p>", german]


@pytest.mark.slow
def test_a_translation_that_no_longer_fits_is_not_shown(copy: Path) -> None:
    write(copy / "project" / "content", more="Title: Call us\nSlug: kontakt\nLang: en\nSource: 00000000\n\nCall.\n")
    built(copy, languages=(GERMAN, ENGLISH))
    html = (copy / "output" / ENGLISH.path / "kontakt" / "index.html").read_text(encoding="utf-8")
    note = load(ROOT / "theme" / "translations", "en", "de").gettext(
        "Der deutsche Text hat sich geändert. Bis die Übersetzung folgt, lesen Sie ihn auf Deutsch."
    )
    assert f'<p class="example in">{note}</p>\n<div class="prose in" lang="de" dir="ltr"><p>Text</p>' in html
    assert ("Call" in html, "<h1>Contact</h1>" in html) == (False, True)


@pytest.mark.slow
def test_links_hold_under_a_path(copy: Path) -> None:
    built(copy, site_url="https://example.org/ikw")
    html = (copy / "output" / "ueber" / "index.html").read_text(encoding="utf-8")
    assert '<p>Text mit <a href="/ikw/kontakt/">Link</a> und <a href="//example.org/">Netz</a>.</p>' in html


@pytest.mark.slow
def test_pelican_does_not_start_when_nothing_has_changed(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/no/such/python")
    assert built(copy) == (0, 0)


@pytest.mark.slow
def test_a_text_is_made_anew_alone(copy: Path) -> None:
    write(copy / "project" / "content", ueber=ABOUT + "\nMehr.\n")
    assert built(copy) == (1, 0)
    assert "<p>Mehr.</p>" in (copy / "output" / "ueber" / "index.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_page_that_is_gone_is_gone_everywhere(copy: Path) -> None:
    (copy / "project" / "content" / "pages" / "ueber.md").unlink()
    written, removed = built(copy)
    assert (written > 20, removed) == (True, 1)
    assert not (copy / "output" / "ueber").exists()
    assert [path for path, data in tree(copy / "output").items() if b"/ueber/" in data] == []


@pytest.mark.slow
@pytest.mark.parametrize("link", ["{attach}../../../../../etc/hostname", "{static}/images/a.jpg", "|filename|kontakt.md"])
def test_pelicans_own_links_publish_nothing(copy: Path, link: str) -> None:
    before = set(tree(copy / "output"))
    write(copy / "project" / "content", ueber=ABOUT + f"\n[x]({link}) ![y]({link})\n")
    built(copy)
    assert set(tree(copy / "output")) == before
    assert f'href="{link}"' in (copy / "output" / "ueber" / "index.html").read_text(encoding="utf-8").replace("%7C", "|")


@pytest.mark.slow
@pytest.mark.parametrize("slug", ["2025", "theme", "schema"])
def test_an_address_of_the_programme_is_refused_before_anything_is_touched(copy: Path, slug: str) -> None:
    before = times(copy / "output")
    write(copy / "project" / "content", ueber=ABOUT.replace("Slug: ueber", f"Slug: {slug}"))
    with pytest.raises(PelicanError) as error:
        built(copy)
    assert str(error.value) == f"Die Adresse „{slug}“ gehört dem Programm. Geben Sie der Seite „Über & uns“ einen anderen Slug."
    assert times(copy / "output") == before


@pytest.mark.slow
def test_when_pelican_fails_its_words_are_said_and_the_site_is_marked(copy: Path) -> None:
    write(copy / "project" / "content", ueber=ABOUT.replace("Summary:", "Date: vorgestern\nSummary:"))
    with pytest.raises(PelicanError, match=r"(?s)^Pelican konnte die Seiten in .*/content/pages nicht bauen:\n.*vorgestern"):
        built(copy)
    assert (copy / "output" / ".unfinished").exists()
    write(copy / "project" / "content", ueber=ABOUT)
    built(copy)
    assert not (copy / "output" / ".unfinished").exists()


@pytest.mark.slow
def test_when_pelican_cannot_even_start_its_words_are_said(copy: Path) -> None:
    (copy / "project" / "pelicanconf.py").unlink()
    (copy / "project" / "pelicanconf.py").write_text("PLUGINS = [", encoding="utf-8")
    with pytest.raises(PelicanError, match="SyntaxError"):
        built(copy)


@pytest.mark.slow
def test_pelicans_own_settings_count(copy: Path) -> None:
    conf = copy / "project" / "pelicanconf.py"
    text = conf.read_text(encoding="utf-8")
    write(copy / "project" / "content", ueber=ABOUT + "\nErste Zeile  \nzweite\n")
    built(copy)
    conf.unlink()
    conf.write_text(text.replace("html5", "xhtml"), encoding="utf-8")
    assert built(copy) == (1, 0)
    assert "Erste Zeile<br />\nzweite" in (copy / "output" / "ueber" / "index.html").read_text(encoding="utf-8")


# --- translations that no longer fit

CONTACT = "Title: Kontakt\nSlug: kontakt\n\nRufen Sie an.\n"
CONTACT_UK = "Title: Контакти\nSlug: kontakt\nLang: uk\n{}\nТелефонуйте.\n"


def contact(folder: Path, german: str = CONTACT, source: str = "") -> tuple[Header, ...]:
    """Return the headers of a page and its translation."""
    return tuple(read_headers(write(folder, **{"kontakt": german, "kontakt.uk": CONTACT_UK.format(source)}) / "pages"))


def test_a_translation_keeps_what_it_was_made_from(tmp_path: Path) -> None:
    german, own = contact(tmp_path)
    assert (state(own, german), stale_pages((german, own)), own.path) == ("unknown", frozenset(), "pages/kontakt.uk.md")
    source = f"Source: {german.mark}\n"
    german, own = contact(tmp_path, source=source)
    assert state(own, german) == "complete"
    german, own = contact(tmp_path, CONTACT.replace("Rufen Sie an.", "Rufen\nSie an."), source)
    assert state(own, german) == "complete"
    for change in (CONTACT.replace("an.", "nie an."), CONTACT.replace("Title: K", "Title: C"), f"Summary: Neu\n{CONTACT}"):
        german, own = contact(tmp_path, change, source)
        assert (state(own, german), stale_pages((german, own))) == ("stale", {("uk", "kontakt")})


def test_a_page_that_no_longer_fits_is_named_as_if_it_were_not_translated(tmp_path: Path) -> None:
    headers = contact(tmp_path, source="Source: 00000000\n")
    assert page_titles(headers, "uk", site(language=ENGLISH).texts) == (PageTitle("kontakt", "Kontakt", "de"),)


SOURCES = {
    "at the end of the header": ("Title: A\nSlug: a\n\nSource: x\n", "Title: A\nSlug: a\nSource: 12345678\n\nSource: x\n"),
    "in the place of another": ("\ufeffTitle: A\r\nsource: 00000000\r\nSlug: a\r\n\r\nB", "\ufeffTitle: A\r\nSlug: a\r\nSource: 12345678\r\n\r\nB"),
    "below a header that is all": ("Title: A\nSlug: a", "Title: A\nSlug: a\nSource: 12345678\n"),
}


@pytest.mark.parametrize(("old", "new"), SOURCES.values(), ids=SOURCES)
def test_a_fingerprint_is_written(old: str, new: str) -> None:
    assert with_source(old.encode(), "12345678").decode() == new
