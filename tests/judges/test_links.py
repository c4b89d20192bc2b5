"""Every link of the whole site leads somewhere: our own complete check, and linkinator as one that no one here wrote."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from judges.builds import ROOT, build, site_command
from judges.links import Ground, css_faults, machine_faults, page_faults, unreached
from judges.pages import Page, read_pages
from judges.served import served_folder

pytestmark = pytest.mark.slow

LINKINATOR = ROOT / "node_modules" / ".bin" / "linkinator"


def ground_of(folder: Path, pages: dict[str, Page]) -> Ground:
    """Read from the canonical address of a page deep inside where the site stands."""
    page = max(pages.values(), key=lambda page: (page.path.count("/"), page.path))
    (canonical,) = (tag.attributes["href"] for tag in page.named("link") if tag.attributes.get("rel") == "canonical")
    assert canonical.endswith(page.href), canonical
    parts = urlsplit(canonical.removesuffix(page.href))
    return Ground(folder=folder, origin=f"{parts.scheme}://{parts.netloc}", base=parts.path, pages=pages)


@pytest.fixture(scope="module")
def ground(site: Path, pages: dict[str, Page]) -> Ground:
    return ground_of(site, pages)


def test_addresses_on_pages_lead_somewhere(ground: Ground) -> None:
    assert page_faults(ground) == []


def test_addresses_in_stylesheets_lead_somewhere(ground: Ground) -> None:
    assert css_faults(ground) == []


def test_addresses_for_machines_lead_somewhere(ground: Ground) -> None:
    assert machine_faults(ground) == []


def test_every_page_is_reached_from_the_front_page(ground: Ground) -> None:
    assert unreached(ground) == []


def test_a_site_below_a_path_keeps_to_it(tmp_path: Path) -> None:
    build(site_command(tmp_path / "output", tmp_path / "cache", more=("--siteurl", "https://ikw.test/programm/2025")))
    ground = ground_of(tmp_path / "output", read_pages(tmp_path / "output"))
    assert ground.base == "/programm/2025"
    assert page_faults(ground) + css_faults(ground) + machine_faults(ground) == []


def linkinator(origin: str) -> list[str]:
    """Return the addresses that linkinator finds broken, going from page to page but not to other hosts."""
    done = subprocess.run(
        [
            str(LINKINATOR),
            origin,
            "--recurse",
            "--format",
            "json",
            "--verbosity",
            "info",
            "--concurrency",
            "20",
            "--timeout",
            "20000",
            "--skip",
            f"^(?!{re.escape(origin)})",
        ],
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    links = json.loads(done.stdout)["links"]
    assert any(link["state"] == "OK" for link in links), f"linkinator looked at nothing: {done.stderr}"
    return sorted(f"{link['parent']}: {link['url']}: {link['status']}" for link in links if link["state"] == "BROKEN")


def test_linkinator_finds_no_broken_link(served: str) -> None:
    assert linkinator(served) == []


# --- the judges can find fault

BROKEN = """<!doctype html><html lang="de"><head>
<link rel="canonical" href="https://example.org/"><link rel="stylesheet" href="/site.css">
<link rel="alternate" hreflang="en" href="/en/"><meta property="og:image" content="https://example.org/no.png">
</head><body><a href="/gone/">1</a><a href="/sub">2</a><a href="#gone">3</a><a href="sub/">4</a>
<a href="https://example.org/sub/">5</a><img src="https://elsewhere.net/a.png" srcset="/a.png 1x, /gone.png 2x" alt="">
<a href="//example.org/">6</a><a href="mailto:x">7</a><a href="data:text/html,x">8</a><a href="#">9</a>
<a href="/sub/#here">good</a><a href="https://elsewhere.net/">good</a><a href="tel:+496621">good</a><a href="webcal://example.org/a.ics">10</a>
<script type="application/ld+json">{"url": "https://example.org/none/"}</script>
"""


@pytest.fixture
def broken_site(tmp_path: Path) -> Path:
    (tmp_path / "sub").mkdir()
    (tmp_path / "index.html").write_text(BROKEN, encoding="utf-8")
    (tmp_path / "sub" / "index.html").write_text(
        '<!doctype html><link rel="canonical" href="https://example.org/sub/"><p id="here">', encoding="utf-8"
    )
    (tmp_path / "lost.html").write_text("<!doctype html>", encoding="utf-8")
    (tmp_path / "a.png").write_bytes(b"")
    (tmp_path / "site.css").write_text(
        '@import "x.css"; @font-face{} a{background:url(gone.svg)} b{background:url("a.png")} i{background:url(https://x.net/a.png)}',
        encoding="utf-8",
    )
    (tmp_path / "sitemap.xml").write_text(
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://example.org/gone/</loc></url></urlset>',
        encoding="utf-8",
    )
    (tmp_path / "feed.atom").write_text('<feed xmlns="http://www.w3.org/2005/Atom"><link href="/sub/"/></feed>', encoding="utf-8")
    (tmp_path / "robots.txt").write_text("Sitemap: https://example.org/map.xml\n", encoding="utf-8")
    (tmp_path / "b.ics").write_bytes(b"BEGIN:VEVENT\r\nURL:https://example.org/\r\n gone.ics\r\n")
    (tmp_path / "c.json").write_text('{"events": [{"url": "https://example.org/gone.json"}]}', encoding="utf-8")
    return tmp_path


def test_every_broken_address_on_a_page_is_found(broken_site: Path) -> None:
    assert page_faults(ground_of(broken_site, read_pages(broken_site))) == [
        "index.html:3: <link> /en/: does not begin with https://example.org/",
        "index.html:3: <meta> https://example.org/no.png: no such file",
        "index.html:4: <a> /gone/: no such file",
        "index.html:4: <a> /sub: no such file",
        "index.html:4: <a> #gone: no such fragment",
        "index.html:4: <a> sub/: does not begin at the root",
        "index.html:5: <a> https://example.org/sub/: names our own host",
        "index.html:5: <img> https://elsewhere.net/a.png: loads from another host",
        "index.html:5: <img> /gone.png: no such file",
        "index.html:6: <a> //example.org/: is not allowed",
        "index.html:6: <a> mailto:x: not an address of this scheme",
        "index.html:6: <a> data:text/html,x: is not allowed",
        "index.html:6: <a> #: empty fragment",
        "index.html:7: <a> webcal://example.org/a.ics: no such file",
    ]


def test_every_broken_address_elsewhere_is_found(broken_site: Path) -> None:
    ground = ground_of(broken_site, read_pages(broken_site))
    assert css_faults(ground) == [
        "site.css: @import",
        "site.css: @font-face",
        "site.css: x.css: no such file",
        "site.css: gone.svg: no such file",
        "site.css: https://x.net/a.png: is not allowed",
    ]
    assert machine_faults(ground) == [
        "b.ics: https://example.org/gone.ics: no such file",
        "c.json: https://example.org/gone.json: no such file",
        "feed.atom: /sub/: does not begin with https://example.org/",
        "index.html: https://example.org/none/: no such file",
        "robots.txt: https://example.org/map.xml: no such file",
        "sitemap.xml: https://example.org/gone/: no such file",
    ]
    assert unreached(ground) == ["lost.html"]


def test_linkinator_finds_a_broken_link(broken_site: Path) -> None:
    with served_folder(broken_site) as origin:
        assert f"{origin}: {origin}/gone/: 404" in [line.replace(f"{origin}/:", f"{origin}:") for line in linkinator(origin)]


def test_every_page_of_a_sample_asks_search_engines_to_stay_away(site: Path) -> None:
    """Whatever robots.txt lets in, a PDF aside, carries the mark itself."""
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 1000
    assert [path.relative_to(site).as_posix() for path in pages if b'<meta name="robots" content="noindex">' not in path.read_bytes()] == []
