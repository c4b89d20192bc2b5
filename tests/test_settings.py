"""pelicanconf.py as one record: what is read, and one line for each setting that is wrong."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from ikw.settings import OURS, PELICANS, Language, Settings, SettingsError, read

PROJECT = Path(__file__).parents[1]
LEAST = {"SITENAME": "Woche", "CALENDAR_HOST": "ikw.example", "LANGUAGES": {"de": {"name": "Deutsch"}}}
GERMAN = Language(code="de", name="Deutsch", dir="ltr", path="", locale="de")


def said(**values: Any) -> list[str]:
    """What is wrong with the least settings and some more; None takes one away."""
    every = {key: value for key, value in {**LEAST, **values}.items() if value is not None}
    with pytest.raises(SettingsError) as caught:
        read(every)
    return [line.removeprefix("pelicanconf.py: ") for line in str(caught.value).splitlines()]


def test_three_settings_are_enough() -> None:
    assert read(LEAST) == Settings(
        site_name="Woche", region="", site_url="", calendar_host="ikw.example", zone=ZoneInfo("Europe/Berlin"), languages=(GERMAN,), sample=False,
        drafts=False, error_address="", menu_pages=(),
    )


def test_every_setting_is_read() -> None:
    values = {
        **LEAST, "REGION": "Landkreis", "SITEURL": "https://example.org/ikw/", "TIMEZONE": "Europe/Vienna", "DEFAULT_LANG": "de", "SAMPLE": True,
        "ERROR_ADDRESS": "ikw@example.org", "SUBMISSION_ADDRESS": "neu@example.org", "MENU_PAGES": ["kontakt"], "REPOSITORY": "https://git.example.org/kreis/ikw/", "REPOSITORY_KIND": "gitlab",
        "REPOSITORY_BRANCH": "stand/2026", "REPOSITORY_EVENTS": "daten/events", "BOOKLET_SIZE": "DIN lang", "LANGUAGES": {
            "ar": {"name": "العربية", "dir": "rtl", "title": "الأسبوع", "reviewed": True}, "de": {"name": "Deutsch", "dir": "ltr"},
            "de-simple": {"name": "Leichte Sprache", "path": "leicht", "locale": "de", "easy": True},
        },
    }
    assert set(values) == set(OURS)
    assert read(values, drafts=True) == Settings(
        site_name="Woche", region="Landkreis", site_url="https://example.org/ikw", calendar_host="ikw.example", zone=ZoneInfo("Europe/Vienna"),
        sample=True, drafts=True, error_address="ikw@example.org", submission_address="neu@example.org", menu_pages=("kontakt",),
        repository="https://git.example.org/kreis/ikw", repository_kind="gitlab", repository_branch="stand/2026", repository_events="daten/events",
        booklet_size="DIN lang", languages=(
            GERMAN, Language(code="ar", name="العربية", dir="rtl", path="ar", locale="ar", title="الأسبوع"),
            Language(code="de-simple", name="Leichte Sprache", dir="ltr", path="leicht", locale="de", is_reviewed=False, is_easy=True),
        ),
    )


@pytest.mark.parametrize("file", ["pelicanconf.py", "publishconf.py"])
def test_our_own_settings_are_right(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(PROJECT)
    values = {key: value for key, value in runpy.run_path(str(PROJECT / file)).items() if key.isupper()}
    found = read(values, PELICANS)
    assert (found.default.code, found.zone.key) == ("de", "Europe/Berlin")


@pytest.mark.parametrize(("url", "base"), [("", ""), ("https://example.org", ""), ("https://example.org/ikw", "/ikw"), ("https://example.org/a/b/", "/a/b")])
def test_the_base_is_the_path_on_the_host(url: str, base: str) -> None:
    assert read({**LEAST, "SITEURL": url}).base == base


@pytest.mark.parametrize(("values", "kind"), [
    ({}, ""), ({"REPOSITORY": "https://github.com/kreis/ikw"}, "github"), ({"REPOSITORY": "https://gitlab.com/kreis/ikw"}, "gitlab"),
    # openCode, and a town's own
    ({"REPOSITORY": "https://gitlab.opencode.de/kreis/gruppe/ikw"}, "gitlab"),
    ({"REPOSITORY": "https://git.example.org/kreis/ikw", "REPOSITORY_KIND": "github"}, "github"),
    ({"REPOSITORY": "https://github.example.org/kreis/ikw", "REPOSITORY_KIND": "gitlab"}, "gitlab"),
])
def test_the_host_tells_what_the_repository_lives_on(values: dict[str, str], kind: str) -> None:
    assert read({**LEAST, **values}).repository_kind == kind


def test_settings_of_others_are_known_elsewhere() -> None:
    assert read({**LEAST, "THEME": "x"}, frozenset({"THEME"})).site_name == "Woche"


def test_a_line_names_its_file() -> None:
    with pytest.raises(SettingsError, match=r"^publishconf\.py: SITENAME fehlt"):
        read({**LEAST, "SITENAME": ""}, file="publishconf.py")


def test_all_faults_are_said_at_once() -> None:
    assert said(SITENAME=None, SAMPLE="ja", FOO=1) == [
        "FOO ist keine bekannte Einstellung. Löschen Sie die Zeile.",
        "SITENAME fehlt. Die Kommentare in pelicanconf.py sagen, was hineingehört.",
        "SAMPLE ist 'ja'. Schreiben Sie True oder False, ohne Anführungszeichen.",
    ]


SITE = "Schreiben Sie eine Adresse wie https://www.example.org oder https://example.org/ikw."
HOST = "Schreiben Sie nur den Namen, klein und ohne https://, zum Beispiel ikw.example.org."
REPOSITORY = "Schreiben Sie die Adresse im Browser, zum Beispiel https://github.com/name/programm."
PATHS = "Erlaubt sind kleine Buchstaben, Ziffern und Bindestriche."
FAULTS: list[tuple[dict[str, Any], str]] = [
    ({"SITE_NAME": "x"}, "SITE_NAME ist keine bekannte Einstellung. Meinten Sie SITENAME?"),
    ({"CALENDAR_HOST": None}, "CALENDAR_HOST fehlt. Die Kommentare in pelicanconf.py sagen, was hineingehört."),
    ({"LANGUAGES": {}}, "LANGUAGES fehlt. Die Kommentare in pelicanconf.py sagen, was hineingehört."),
    ({"REGION": 5}, "REGION ist 5. Schreiben Sie einen Text in Anführungszeichen."),
    ({"SITEURL": "example.org"}, f"SITEURL ist „example.org“. {SITE}"),
    ({"SITEURL": "ftp://example.org"}, f"SITEURL ist „ftp://example.org“. {SITE}"),
    ({"SITEURL": "https://"}, f"SITEURL ist „https://“. {SITE}"),
    ({"SITEURL": "https://example.org/#a"}, f"SITEURL ist „https://example.org/#a“. {SITE}"),
    ({"SITEURL": "https://example.org//a"}, f"SITEURL ist „https://example.org//a“. {SITE}"),
    ({"CALENDAR_HOST": "https://ikw.example"}, f"CALENDAR_HOST ist „https://ikw.example“. {HOST}"),
    ({"CALENDAR_HOST": "IKW.example"}, f"CALENDAR_HOST ist „IKW.example“. {HOST}"),
    ({"TIMEZONE": "Berlin"}, "TIMEZONE „Berlin“ gibt es nicht. Für Deutschland schreiben Sie Europe/Berlin."),
    ({"TIMEZONE": "Europe"}, "TIMEZONE „Europe“ gibt es nicht. Für Deutschland schreiben Sie Europe/Berlin."),
    ({"TIMEZONE": "../../etc/passwd"}, "TIMEZONE „../../etc/passwd“ gibt es nicht. Für Deutschland schreiben Sie Europe/Berlin."),
    ({"SAMPLE": 1}, "SAMPLE ist 1. Schreiben Sie True oder False, ohne Anführungszeichen."),
    ({"SUBMISSION_ADDRESS": "a@b"}, "SUBMISSION_ADDRESS „a@b“ ist keine E-Mail-Adresse. Schreiben Sie zum Beispiel mitmachen@example.org."),
    ({"ERROR_ADDRESS": "Büro"}, "ERROR_ADDRESS „Büro“ ist keine E-Mail-Adresse. Schreiben Sie zum Beispiel ikw@example.org."),
    ({"REPOSITORY": "git@github.com:kreis/ikw"}, f"REPOSITORY ist „git@github.com:kreis/ikw“. {REPOSITORY}"),
    ({"REPOSITORY": "http://github.com/kreis/ikw"}, f"REPOSITORY ist „http://github.com/kreis/ikw“. {REPOSITORY}"),
    ({"REPOSITORY": "https://github.com/kreis"}, f"REPOSITORY ist „https://github.com/kreis“. {REPOSITORY}"),
    ({"REPOSITORY": "https://github.com/kreis/ikw.git"}, f"REPOSITORY ist „https://github.com/kreis/ikw.git“. {REPOSITORY}"),
    ({"REPOSITORY": "https://github.com/kreis/ikw?a=b"}, f"REPOSITORY ist „https://github.com/kreis/ikw?a=b“. {REPOSITORY}"),
    (
        {"REPOSITORY": "https://git.example.org/kreis/ikw"},
        "REPOSITORY_KIND fehlt: „https://git.example.org/kreis/ikw“ sagt nicht, was dort läuft. Schreiben Sie „github“ oder „gitlab“.",
    ),
    ({"BOOKLET_SIZE": "A7"}, "BOOKLET_SIZE ist „A7“. Schreiben Sie „A5“, „A6“ oder „DIN lang“."),
    ({"REPOSITORY_BRANCH": "ma in"}, "REPOSITORY_BRANCH ist „ma in“. Schreiben Sie nur den Namen, zum Beispiel main."),
    ({"REPOSITORY_EVENTS": "../events"}, "REPOSITORY_EVENTS ist „../events“. Schreiben Sie nur den Namen, zum Beispiel events."),
    ({"REPOSITORY_EVENTS": "/srv/events/"}, "REPOSITORY_EVENTS ist „/srv/events/“. Schreiben Sie nur den Namen, zum Beispiel events."),
    ({"REPOSITORY_KIND": "gitea"}, "REPOSITORY_KIND ist „gitea“. Schreiben Sie „github“ oder „gitlab“."),
    ({"MENU_PAGES": "kontakt"}, "MENU_PAGES ist 'kontakt'. Schreiben Sie eine Liste, zum Beispiel [\"mitmachen\", \"kontakt\"]."),
    ({"MENU_PAGES": [1]}, "MENU_PAGES ist [1]. Schreiben Sie eine Liste, zum Beispiel [\"mitmachen\", \"kontakt\"]."),
    ({"LANGUAGES": ["de"]}, "LANGUAGES ist ['de']. Schreiben Sie zum Beispiel {\"de\": {\"name\": \"Deutsch\", \"dir\": \"ltr\"}}."),
    ({"DEFAULT_LANG": "en"}, "DEFAULT_LANG ist „en“. Schreiben Sie „de“: In dieser Sprache sind die Veranstaltungen geschrieben."),
    ({"LANGUAGES": {"en": {"name": "English"}}}, "DEFAULT_LANG „de“ steht nicht in LANGUAGES. Ergänzen Sie es dort."),
]
LANGUAGES: list[tuple[Any, Any, str]] = [
    (5, {"name": "x"}, "LANGUAGES: 5 ist kein Kürzel einer Sprache. Schreiben Sie zum Beispiel „uk“ oder „de-simple“."),
    ("../x", {"name": "x"}, "LANGUAGES: '../x' ist kein Kürzel einer Sprache. Schreiben Sie zum Beispiel „uk“ oder „de-simple“."),
    ("en", "English", "LANGUAGES: Bei „en“ steht 'English'. Schreiben Sie zum Beispiel {\"name\": \"Deutsch\", \"dir\": \"ltr\"}."),
    ("en", {"name": 5}, "LANGUAGES: Bei „en“ steht {'name': 5}. Schreiben Sie zum Beispiel {\"name\": \"Deutsch\", \"dir\": \"ltr\"}."),
    ("en", {"dir": "ltr"}, "LANGUAGES: Bei „en“ fehlt „name“. Schreiben Sie, wie die Sprache sich selbst nennt."),
    ("en", {"name": "x", "colour": "red"}, "LANGUAGES: Bei „en“ ist „colour“ nicht bekannt. Erlaubt sind name, dir, path, locale, title, reviewed, easy."),
    ("en", {"name": "x", "easy": "ja"}, "LANGUAGES: „easy“ von „en“ ist 'ja'. Schreiben Sie True oder False, ohne Anführungszeichen."),
    ("en", {"name": "x", "dir": "up"}, "LANGUAGES: „dir“ von „en“ ist „up“. Schreiben Sie „ltr“ oder „rtl“."),
    ("en", {"name": "x", "path": "a/b"}, f"LANGUAGES: „path“ von „en“ ist „a/b“. {PATHS}"),
    ("en", {"name": "x", "path": "de"}, "LANGUAGES: „de“ und „en“ haben dieselbe Adresse. Ergänzen Sie bei „en“ ein anderes „path“."),
]


@pytest.mark.parametrize(("values", "line"), FAULTS)
def test_a_setting_that_is_wrong_is_one_line(values: dict[str, Any], line: str) -> None:
    assert said(**values) == [line]


@pytest.mark.parametrize(("code", "entry", "line"), LANGUAGES)
def test_a_language_that_is_wrong_is_one_line(code: Any, entry: Any, line: str) -> None:
    assert said(LANGUAGES={"de": {"name": "Deutsch"}, code: entry}) == [line]
