"""Servers: the table of headers in the words of nginx, of Caddy, and of hosts that read a file `_headers`. Floor 5, pure.

A configuration is text that a person reads and adapts. `make servers` writes those in deploy/ for the host in publishconf.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from ikw.publishing.headers import ALWAYS, BY_CONTENT, KINDS, OTHER_KIND, RULES, Rule, headers_of
from ikw.settings import Settings

# What is hidden is not of the site, but for the folder in which certificates are asked for.
_HIDDEN = r"/\.(?!well-known/)"
_INTRO = """\
# Written by `make servers` from the table in plugins/ikw/publishing/headers.py, and compared with it by a test.
# {root} is what `make publish` keeps up to date: a link to the newest release.{where}
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Host:
    """Where a site lives: its name (with Caddy also `http://127.0.0.1:8080`), the folder it is served from, and the path on the
    host ("" or "/programme": then the folder holds a link of that name to the newest release).

    `listen` are the lines of nginx that say port and certificate; `redirect` adds the server that leads from http to https.
    """

    name: str
    root: str = "/srv/ikw/current"
    base: str = ""
    listen: tuple[str, ...] = ()
    redirect: bool = True


def host_of(settings: Settings) -> Host | None:
    """Return where the site of some settings lives; None where they do not say."""
    name = urlsplit(settings.site_url).hostname
    root = "/var/www/html" if settings.base else "/srv/ikw/current"
    return Host(name=name, root=root, base=settings.base) if name else None


def certificate(name: str) -> tuple[str, ...]:
    """Return the lines with which nginx speaks TLS for a host, with the certificate where certbot puts it."""
    return (
        "listen 443 ssl http2;", "listen [::]:443 ssl http2;", f"ssl_certificate /etc/letsencrypt/live/{name}/fullchain.pem;",
        f"ssl_certificate_key /etc/letsencrypt/live/{name}/privkey.pem;",
    )


def _intro(host: Host) -> str:
    root = host.root + host.base
    where = f"\n# Make it once in the folder of your host: ln -s …/current {root}" if host.base else ""
    return _INTRO.format(root=root, where=where)


# -- nginx


def nginx(host: Host) -> str:
    """Return the configuration of nginx, for /etc/nginx/sites-enabled: inside `http`."""
    lines = [*_nginx_maps(host), *(_nginx_redirect(host) if host.redirect else ()), "server {"]
    lines += [f"    {line}" if line else "" for line in _nginx_server(host)]
    needs = "# Debian: apt install nginx-light libnginx-mod-http-brotli-static (without it, delete the line brotli_static).\n"
    return _intro(host) + needs + "\n" + "\n".join([*lines, "}"]) + "\n"


def _nginx_maps(host: Host) -> Iterator[str]:
    for rule in RULES:
        yield f"map $uri $ikw_{rule.name} {{"
        yield f"    default {_quoted(rule.other)};"
        yield from (f"    {_quoted(f'~{pattern}')} {_quoted(value)};" for pattern, value in rule.cases)
        yield "}"
        yield ""
    yield from ("map $uri $ikw_language {", '    default "";')
    yield f'    "~^{host.base}/(?<ikw_first>[a-z][a-z-]*)/" "/$ikw_first";'
    yield from ("}", "")


def _nginx_redirect(host: Host) -> Iterator[str]:
    yield from (
        "server {", "    listen 80;", "    listen [::]:80;", f"    server_name {host.name};",
        "    location /.well-known/ { root /var/www/html; }", "    location / { return 301 https://$host$request_uri; }", "}", "",
    )


def _nginx_server(host: Host) -> Iterator[str]:
    yield from (host.listen or certificate(host.name))
    yield f"server_name {host.name};"
    yield f"root {host.root};"
    yield from ("index index.html;", "server_tokens off;", "absolute_redirect off;", "")
    yield "# made when the site is published; nothing is packed while somebody waits"
    yield from ("gzip_static on;", "brotli_static on;", "gzip_vary on;", "")
    yield "types {"
    yield from (f"    {_quoted(kind)} {ending[1:]};" for ending, kind in KINDS.items())
    yield "}"
    yield f"default_type {OTHER_KIND};"
    yield ""
    yield from (f"add_header {name} {_quoted(value)} always;" for name, value in ALWAYS.items())
    yield from (f"add_header {rule.header} $ikw_{rule.name} always;" for rule in RULES)
    yield ""
    yield "# each language has a page for what is not there"
    yield "error_page 404 @notfound;"
    yield f"location @notfound {{ try_files {host.base}$ikw_language/404.html {host.base}/404.html =404; }}"
    yield f'location ~ "{_HIDDEN}" {{ return 404; }}'


def _quoted(text: str) -> str:
    return f'"{text}"'


# -- Caddy


def caddy(host: Host) -> str:
    """Return the configuration of Caddy, which sees to certificates itself."""
    lines = [f"{host.name} {{", *(f"\t{line}" if line else "" for line in _caddy_site(host)), "}"]
    return _intro(host) + "\n" + "\n".join(lines) + "\n"


def _caddy_site(host: Host) -> Iterator[str]:
    yield f"root * {host.root}"
    yield "# in `route` the order is that of the lines: later ones win"
    yield "route {"
    yield from (f"\t{line}" for line in _caddy_headers())
    yield from (f"\t{line}" for rule in RULES for line in _caddy_rule(rule))
    yield from (f"\t{line}" for line in _caddy_kinds())
    yield from ("\t@hidden {", "\t\tpath */.*", "\t\tnot path /.well-known/*", "\t}", "\terror @hidden 404")
    yield from (*_CADDY_FILES, "}")
    yield "# each language has a page for what is not there"
    yield from ("handle_errors {", "\tmap {path} {ikw_language} {")
    yield f"\t\t~^{host.base}/([a-z][a-z-]*)/ /${{1}}"
    yield from ('\t\tdefault ""', "\t}", "\troute {")
    yield f"\t\ttry_files {host.base}{{ikw_language}}/404.html {host.base}/404.html"
    yield from (f"\t\t{line}" for line in _caddy_headers())
    yield from ("\t\theader -Access-Control-Allow-Origin", f"\t\theader Content-Type {_quoted(KINDS['.html'])}")
    yield from (*(f"\t{line}" for line in _CADDY_FILES), "\t}", "}")


# made when the site is published; nothing is packed while somebody waits
_CADDY_FILES = ("\tfile_server {", "\t\tprecompressed br gzip", "\t}")


def _caddy_headers() -> Iterator[str]:
    """Yield what is sent with every file. To take a header away is put off until the answer is sent, so it stands alone."""
    yield "header {"
    yield from (f"\t{name} {_quoted(value)}" for name, value in ALWAYS.items())
    yield from (f"\t{rule.header} {_quoted(rule.other)}" for rule in RULES if rule.other)
    yield from ("\tVary Accept-Encoding", "}", "header -Server")


def _caddy_kinds() -> Iterator[str]:
    for ending, kind in KINDS.items():
        # a folder shows its index.html
        yield f"@{ending[1:]} path *{ending}{' */' if ending == '.html' else ''}"
        yield f"header @{ending[1:]} Content-Type {_quoted(kind)}"


def _caddy_rule(rule: Rule) -> Iterator[str]:
    """Yield a rule: later lines win in Caddy, the first case does in ours."""
    for number, (pattern, value) in reversed(list(enumerate(rule.cases, 1))):
        name = f"@{rule.name}{number}"
        yield f"{name} path_regexp {pattern}"
        yield f"header {name} {rule.header} {_quoted(value)}" if value else f"header {name} -{rule.header}"


# -- _headers


def headers_file(paths: Iterable[str], base: str = "") -> str:
    """Return `_headers`, as Netlify, Cloudflare Pages and others read it.

    Such hosts join the values of all lines that fit, so a file that is kept for ever is named itself; how long the rest is kept
    is left to the host.
    """
    every = {**ALWAYS, **{rule.header: rule.other for rule in RULES if rule.other and rule.header != "Cache-Control"}}
    blocks = [_block("/*", every)]
    for path in sorted(paths):
        own = headers_of(path)
        for name, is_wanted in (
            ("Cache-Control", re.search(BY_CONTENT, path)), ("Access-Control-Allow-Origin", path.endswith(".json")),
        ):
            if is_wanted:
                blocks.append(_block(f"{base}/{path}", {name: own[name]}))
    return "\n".join(blocks)


def _block(path: str, headers: Mapping[str, str]) -> str:
    return path + "\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())
