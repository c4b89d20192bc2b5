"""The table of headers: what is said beside each kind of file."""

from __future__ import annotations

import pytest

from ikw.publishing.headers import ALWAYS, KINDS, PACKED, POLICY, headers_of

SHORT, DAY, EVER = "public, max-age=300", "public, max-age=86400", "public, max-age=31536000, immutable"


@pytest.mark.parametrize(("path", "kind", "cache", "is_open"), [
    ("/index.html", "text/html; charset=utf-8", SHORT, False),
    ("/2025/programme.ics", "text/calendar; charset=utf-8", SHORT, True),
    ("/2025/programme.json", "application/json; charset=utf-8", SHORT, True),
    ("/feed.atom", "application/atom+xml; charset=utf-8", SHORT, True),
    ("/theme/site.1a2b3c4d.css", "text/css; charset=utf-8", EVER, False),
    # a script whose name does not tell its content, and one that does
    ("/theme/js/now.js", "text/javascript; charset=utf-8", SHORT, False), ("/theme/js/now.1a2b3c4d.js", "text/javascript; charset=utf-8", EVER, False),
    ("/2025/fest/picture-480.jpg", "image/jpeg", DAY, False), ("/theme/icon.svg", "image/svg+xml", DAY, False),
    # no digest: an event whose name looks like one, a name that ends otherwise
    ("/2025/deadbeef/index.html", "text/html; charset=utf-8", SHORT, False), ("/theme/site.1a2b.css", "text/css; charset=utf-8", SHORT, False),
    ("/robots.txt", "text/plain; charset=utf-8", SHORT, False), ("/unknown.xyz", "application/octet-stream", SHORT, False),
    ("/without", "application/octet-stream", SHORT, False),
])
def test_headers_of_a_file(path: str, kind: str, cache: str, is_open: bool) -> None:
    found = {"Content-Type": kind, **ALWAYS, "Content-Security-Policy": POLICY, "Cache-Control": cache}
    assert headers_of(path) == found | ({"Access-Control-Allow-Origin": "*"} if is_open else {})


def test_a_browser_may_show_a_pdf_as_it_likes() -> None:
    assert "Content-Security-Policy" not in headers_of("/2025/programme.pdf")


def test_the_policy_lets_nothing_in_from_elsewhere_and_nothing_inline() -> None:
    sources = [word for part in POLICY.split("; ") for word in part.split()[1:]]
    assert set(sources) == {"'none'", "'self'", "data:"}
    assert [part for part in POLICY.split("; ") if "data:" in part] == ["img-src 'self' data:"]


def test_what_is_packed_has_a_kind() -> None:
    assert PACKED - KINDS.keys() == set()
