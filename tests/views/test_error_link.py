"""Error link: a mail, a form of the repository, or the contact page; told at which page one stands."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import unquote

import pytest

from ikw.site import PageTitle
from ikw.views.error_link import error_link
from ikw.views.records import Anchor
from samples import programme, site

PAGE = "https://ikw.example/2025/fest/"
CONTACT = (PageTitle("kontakt", "Kontakt"),)
GITHUB = {"repository": "https://github.com/kreis/ikw", "repository_kind": "github"}


def test_a_mail_asks_what_the_office_must_know() -> None:
    found = error_link(site(programme()), "Fest & Musik", PAGE)
    assert found is not None
    assert found.label == "Fehler auf dieser Seite melden"
    assert found.href.startswith("mailto:ikw@example.org?subject=Fehler%20auf%20der%20Seite%3A%20Fest%20%26%20Musik&body=Seite%3A%20https%3A%2F%2F")
    assert unquote(found.href.partition("&body=")[2]) == (
        "Seite: https://ikw.example/2025/fest/\r\n\r\nWas ist falsch?\r\n\r\n\r\nWas ist richtig?\r\n\r\n\r\nWoher wissen Sie das?\r\n"
    )


@pytest.mark.parametrize("title", ["a&bcc=x@example.org", "a\r\nBcc: x@example.org", "100 % #1", "a?b"])
def test_no_title_writes_a_header(title: str) -> None:
    found = error_link(site(programme()), title, PAGE)
    assert found is not None
    assert found.href.count("&") == found.href.count("?") == 1
    assert not set("\r\n# ") & set(found.href)


def test_a_mail_comes_before_the_repository() -> None:
    found = error_link(site(programme(), **GITHUB), "Fest", PAGE)
    assert found is not None
    assert found.href.startswith("mailto:")


def test_the_repository_comes_before_the_contact_page() -> None:
    shown = replace(site(programme(), error_address="", **GITHUB), pages=CONTACT)
    found = error_link(shown, "Fest", PAGE)
    assert found is not None
    assert found.href.startswith("https://github.com/kreis/ikw/issues/new?template=fehler.yml&")


def test_without_either_it_is_the_contact_page() -> None:
    shown = replace(site(programme(), error_address=""), pages=CONTACT)
    assert error_link(shown, "Fest", PAGE) == Anchor(label="Fehler auf dieser Seite melden", href="/kontakt/")


def test_without_anything_there_is_no_link() -> None:
    assert error_link(site(programme(), error_address=""), "Fest", PAGE) is None
