"""A small site with the form in German and Arabic, served once, and a fresh tab for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from ikw.build import build
from judges.served import served_folder
from samples import ARABIC, GERMAN, settings
from small import DATA, NoProse, make_places

REPOSITORY = "https://github.com/kreis/programm"
ADDRESS = "neu@example.org"
expect.set_options(timeout=30_000)  # as long as everything else of Playwright waits, so that a slow machine fails nothing
MORE_DATA = {
    "2025/edition.yaml": "title: Interkulturelle Woche 2025\nfrom: 2025-09-14\nto: 2025-09-28\nmotto: dafür!\n",
    "categories.yaml": "fest: {name: Feste}\nmusik: {name: Musik}\n",
}


@pytest.fixture(scope="session")
def form_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with the form, and an event called `fest`."""
    places = make_places(tmp_path_factory.mktemp("form"))
    for path in (places.events / "2025").glob("*.md"):
        path.unlink()
    for name, text in {**DATA, **MORE_DATA}.items():
        (places.events / name).write_text(text, encoding="utf-8")
    (places.events / "2025/fest.md").write_text("---\ntitle: Fest\nwhen: 14.9. 18–20 Uhr\nvenue: halle\norganisers: [chor]\ncategory: fest\n---\nWir.\n", encoding="utf-8")
    values = settings(languages=(GERMAN, ARABIC), submission_address=ADDRESS, repository=REPOSITORY, repository_kind="github", sample=True)
    assert not build(places, values, NoProse(), may_fork=False).loaded.has_errors
    return places.output


@pytest.fixture(scope="session")
def form_origin(form_site: Path) -> Iterator[str]:
    """Where the site is served."""
    with served_folder(form_site) as origin:
        yield origin


@pytest.fixture
def context(browser: Browser, form_origin: str) -> Iterator[BrowserContext]:
    """A browser that has never been here, of somebody in Germany."""
    context = browser.new_context(locale="de-DE", timezone_id="Europe/Berlin", viewport={"width": 1000, "height": 800}, reduced_motion="reduce")
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=form_origin)
    yield context
    context.close()


@pytest.fixture
def tab(context: BrowserContext, form_origin: str) -> Page:
    """The form, ready; a script that fails fails the test."""
    page = context.new_page()
    page.on("pageerror", lambda error: pytest.fail(f"script: {error}"))
    page.goto(f"{form_origin}/mitmachen/")
    page.wait_for_selector(".submit:not([hidden])")
    return page
