"""Headers: what a web server says beside a file: its type, how long it may be kept, what a page may do. Floor 5, pure.

The one table from which `servers` writes the configurations of nginx and Caddy and the `_headers` of a release; the preview
and the tests serve by it, too. Patterns are matched against the path of a file and understood alike by PCRE (nginx), RE2
(Caddy) and Python.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

KINDS: Mapping[str, str] = {
    ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8", ".webmanifest": "application/manifest+json; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8", ".atom": "application/atom+xml; charset=utf-8",
    ".xml": "application/xml; charset=utf-8", ".txt": "text/plain; charset=utf-8", ".svg": "image/svg+xml",
    ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp", ".avif": "image/avif", ".ico": "image/x-icon",
    ".pdf": "application/pdf", ".zip": "application/zip", ".wasm": "application/wasm", ".woff2": "font/woff2",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
OTHER_KIND = "application/octet-stream"
# What is text inside, and so becomes smaller when it is packed.
PACKED = frozenset((".html", ".css", ".js", ".json", ".webmanifest", ".ics", ".atom", ".xml", ".txt", ".svg", ".wasm"))

# What a page may load and do. Stamps are pictures inside the stylesheet; nothing else comes from anywhere but the site, and no
# script, style or handler stands in a page itself.
POLICY = "; ".join((
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'",
    "manifest-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
))
# Sent with every file. Not includeSubDomains: a Landkreis' other hosts are not ours to bind.
ALWAYS: Mapping[str, str] = {
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in (
        "accelerometer", "camera", "geolocation", "gyroscope", "magnetometer", "microphone", "payment", "usb",
    )),
    "Cross-Origin-Opener-Policy": "same-origin",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """A header whose value hangs on the file: the first pattern found in its path decides, else `other`; "" sends none.

    `name` is one word for the header in a server's configuration.
    """

    header: str
    name: str
    cases: tuple[tuple[str, str], ...]
    other: str

    def value(self, path: str) -> str:
        """Return the value for a path."""
        return next((value for pattern, value in self.cases if re.search(pattern, path)), self.other)


# Named by its content (theme/site.1a2b3c4d.css): whatever changes gets another name.
BY_CONTENT = r"\.[0-9a-f]{8,}\.[a-z0-9]+$"
RULES = (
    Rule(
        header="Content-Security-Policy", name="policy", other=POLICY,
        # a browser shows a PDF with scripts of its own, which some bind by our policy
        cases=((r"\.pdf$", ""),),
    ),
    Rule(
        header="Cache-Control", name="cache", other="public, max-age=300",
        cases=(
            (BY_CONTENT, "public, max-age=31536000, immutable"),
            (r"\.(?:png|jpg|webp|avif|ico|svg|woff2)$", "public, max-age=86400"),
        ),
    ),
    # Other sites may take the programme over, also with a script of theirs.
    Rule(header="Access-Control-Allow-Origin", name="open", other="", cases=((r"\.(?:json|ics|atom)$", "*"),)),
)


def headers_of(path: str) -> dict[str, str]:
    """Return everything that is sent with a file, by its path."""
    ending = re.search(r"\.[a-z0-9]+$", path)
    kind = KINDS.get(ending[0], OTHER_KIND) if ending else OTHER_KIND
    ruled = {rule.header: rule.value(path) for rule in RULES}
    return {"Content-Type": kind, **ALWAYS, **{name: value for name, value in ruled.items() if value}}
