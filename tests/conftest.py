"""What the judges look at: one built site, its pages, a server for it, one browser. Built once per run, on first use."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import count
from pathlib import Path

import hypothesis
import pytest
from playwright.sync_api import Browser, sync_playwright

from judges.builds import run, site_command
from judges.in_page import BEFORE, DURING, Look
from judges.pages import Page, in_other_languages, one_of_each_kind, read_pages
from judges.served import served_folder

# a browser for tests: no sandbox inside containers, nothing that would ask the network of its own accord
CHROMIUM = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--no-first-run",
    "--no-default-browser-check",
    "--metrics-recording-only",
    "--font-render-hinting=none",
    "--hide-scrollbars",
)

MOST_SHOWN = 40


def pytest_configure() -> None:
    """Tests see the same wherever they run: that of a test itself says whether it is one of CI."""
    for name in ("CI", "GITHUB_ACTIONS"):
        os.environ.pop(name, None)
    # how long one example takes says something of the machine; tests of speed measure it themselves
    hypothesis.settings.register_profile("house", deadline=None)
    hypothesis.settings.load_profile("house")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is slow comes first, so that no core is left with a long file of tests at the end."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def pytest_assertrepr_compare(op: str, left: object, right: object) -> list[str] | None:
    """Where a test says that there are no faults (assert faults == []), print many of them; pytest itself would print one."""
    if op != "==" or right != [] or not isinstance(left, list):
        return None
    different = list(dict.fromkeys(map(str, left)))
    print(*different[:MOST_SHOWN], sep="\n")
    return [f"{len(different)} different faults, see “Captured stdout”; the first: {different[0]}"]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site, as `make site` builds it."""
    folder = tmp_path_factory.mktemp("site")
    done = run(site_command(folder / "output", folder / "cache"))
    if done.returncode:
        pytest.fail(f"the sample site cannot be built:\n{done.stdout}", pytrace=False)
    return folder / "output"


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Page]:
    """All HTML pages of the sample site, read, by path."""
    return read_pages(site)


@pytest.fixture(scope="session")
def kinds(pages: dict[str, Page]) -> list[Page]:
    """A page of every kind in German, and so many more that every class name occurs."""
    return one_of_each_kind(list(pages.values()), "de")


@pytest.fixture(scope="session")
def others(pages: dict[str, Page]) -> list[Page]:
    """A page of every kind in every other language."""
    return in_other_languages(list(pages.values()), "de")


@pytest.fixture(scope="session")
def visits(kinds: list[Page]) -> list[tuple[Page, datetime]]:
    """A page of every kind before the weeks; and those that a script marks, on their busiest evening."""
    marked = [page for page in kinds if page.kind in ("front", "day", "event")]
    return [*((page, BEFORE) for page in kinds), *((page, DURING) for page in marked)]


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The origin at which the sample site is served."""
    with served_folder(site) as origin:
        yield origin


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium of this machine."""
    program = shutil.which("chromium")
    if program is None:
        pytest.fail("chromium is missing: run `make test-setup`", pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(CHROMIUM))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def look(browser: Browser) -> Iterator[Look]:
    """Two pages of the browser, used for everything: a new one each time would take several times as long."""
    contexts = [browser.new_context(locale="de-DE", timezone_id="Europe/Berlin", has_touch=touch) for touch in (False, True)]
    yield Look(*(context.new_page() for context in contexts))
    for context in contexts:
        context.close()


@pytest.fixture
def broken(look: Look, tmp_path: Path) -> Iterator[Callable[..., Look]]:
    """Show a page made wrong on purpose: broken(main, css="", head="", width=…) opens it as the site's pages are opened."""
    numbers = count()
    with served_folder(tmp_path) as origin:

        def show(main: str, css: str = "", head: str = "", **options: object) -> Look:
            name = f"broken-{next(numbers)}"  # another each time, so that none comes from the browser's cache
            (tmp_path / f"{name}.css").write_text(css, encoding="utf-8")
            (tmp_path / f"{name}.html").write_text(
                '<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Kaputt</title>'
                f'<meta name="viewport" content="width=device-width,initial-scale=1">{head}'
                f'<link rel="stylesheet" href="/{name}.css"></head><body>{main}</body></html>',
                encoding="utf-8",
            )
            look.at(f"{origin}/{name}.html", **options)  # type: ignore[arg-type] # the options of Look.at
            return look

        yield show
