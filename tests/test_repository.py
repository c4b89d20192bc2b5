"""Addresses into the repository: what its forms are filled in with."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

from ikw.repository import error_report
from samples import settings

PAGE = "https://ikw.example/2025/fest/"
GITHUB = settings(repository="https://github.com/kreis/ikw", repository_kind="github")
GITLAB = settings(repository="https://gitlab.example.org/kreis/ikw", repository_kind="gitlab")


def test_no_repository_is_no_address() -> None:
    assert error_report(settings(), "Fehler", PAGE, "Was ist falsch?") == ""


def test_github_is_told_form_and_page() -> None:
    assert error_report(GITHUB, "Fehler: Fest & Musik", PAGE, "Was ist falsch?") == (
        "https://github.com/kreis/ikw/issues/new?template=fehler.yml&title=Fehler%3A+Fest+%26+Musik&seite=https%3A%2F%2Fikw.example%2F2025%2Ffest%2F"
    )


def test_github_is_told_no_page_that_is_not_known() -> None:
    assert error_report(GITHUB, "Fehler", "", "Was?") == "https://github.com/kreis/ikw/issues/new?template=fehler.yml&title=Fehler"


def test_gitlab_is_given_the_questions() -> None:
    address = error_report(GITLAB, "Fehler: Fest", PAGE, "Seite: x\n\nWas ist falsch?\n")
    assert address.startswith("https://gitlab.example.org/kreis/ikw/-/issues/new?issue%5Btitle%5D=Fehler%3A+Fest&")
    assert parse_qsl(urlsplit(address).query) == [("issue[title]", "Fehler: Fest"), ("issue[description]", "Seite: x\n\nWas ist falsch?\n")]
