"""Configurations of web servers: written from the table, and those that are committed are what it writes."""

from __future__ import annotations

import os
import re
import runpy
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from ikw.publishing.headers import ALWAYS, KINDS, RULES
from ikw.publishing.servers import Host, caddy, headers_file, host_of, nginx
from ikw.settings import PELICANS, read
from judges.web_servers import CADDY, free_port, nginx_conf, program
from samples import settings

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
HOST = Host(name="ikw.example.org")


@pytest.fixture
def committed(monkeypatch: pytest.MonkeyPatch) -> Host:
    """The host for which the committed configurations are written."""
    monkeypatch.syspath_prepend(ROOT)
    host = host_of(read({key: value for key, value in runpy.run_path(str(ROOT / "publishconf.py")).items() if key.isupper()}, PELICANS))
    assert host is not None
    return host


@pytest.mark.parametrize(("name", "write"), [("nginx.conf", nginx), ("Caddyfile", caddy)])
def test_the_committed_configurations_are_up_to_date(name: str, write: Callable[[Host], str], committed: Host) -> None:
    """Otherwise run `make servers` and read the diff."""
    assert (DEPLOY / name).read_text(encoding="utf-8") == write(committed)


@pytest.mark.parametrize(("url", "host"), [
    ("", None), ("https://ikw.example.org", Host(name="ikw.example.org")),
    ("https://www.example.org/ikw", Host(name="www.example.org", root="/var/www/html", base="/ikw")),
])
def test_the_host_is_that_of_the_site(url: str, host: Host | None) -> None:
    assert host_of(settings(site_url=url)) == host


@pytest.mark.parametrize("text", [nginx(HOST), caddy(HOST)])
def test_a_configuration_says_all_of_the_table(text: str) -> None:
    wanted = [*ALWAYS.items(), *((rule.header, "") for rule in RULES), *((kind, "") for kind in KINDS.values())]
    assert [part for pair in wanted for part in pair if part not in text] == []


def test_nginx_reads_the_committed_configuration(tmp_path: Path, committed: Host) -> None:
    """With a certificate, and with ports that a user may open; nothing else is changed."""
    names = {f"/etc/letsencrypt/live/{committed.name}/{name}": tmp_path / name for name in ("fullchain.pem", "privkey.pem")}
    chain, key = map(str, names.values())
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=ikw.example.org", "-keyout", key, "-out", chain],
        check=True, capture_output=True,
    )
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    for name, path in names.items():
        text = text.replace(name, str(path))
    ports = {"80": str(free_port()), "443": str(free_port())}
    text = re.sub(r"listen \[::\].*\n", "", text)
    text = re.sub(r"listen (80|443)", lambda found: f"listen 127.0.0.1:{ports[found[1]]}", text)
    conf = nginx_conf(tmp_path, text)
    done = subprocess.run(
        [program("nginx"), "-t", "-e", "stderr", "-p", str(tmp_path), "-c", str(conf)], check=False, capture_output=True, text=True,
    )
    assert (done.returncode, [line for line in done.stderr.splitlines() if "[" in line]) == (0, [])


def test_caddy_reads_the_committed_configuration(tmp_path: Path) -> None:
    conf = tmp_path / "Caddyfile"
    conf.write_text(CADDY + (DEPLOY / "Caddyfile").read_text(encoding="utf-8"), encoding="utf-8")
    homes = {name: str(tmp_path) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    done = subprocess.run(
        [program("caddy"), "validate", "--config", str(conf), "--adapter", "caddyfile"], env={**os.environ, **homes}, check=False,
        capture_output=True, text=True,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "Valid configuration"


def test_under_a_path_the_404_pages_are_found_there() -> None:
    host = Host(name="www.example.org", root="/var/www/html", base="/ikw")
    assert "location @notfound { try_files /ikw$ikw_language/404.html /ikw/404.html =404; }" in nginx(host)
    assert "try_files /ikw{ikw_language}/404.html /ikw/404.html" in caddy(host)
    assert "# Make it once in the folder of your host: ln -s …/current /var/www/html/ikw" in nginx(host)


def test_a_headers_file_names_what_differs() -> None:
    always = "".join(f"  {name}: {value}\n" for name, value in ALWAYS.items())
    policy = f"  Content-Security-Policy: {RULES[0].other}\n"
    paths = ["index.html", "theme/site.1a2b3c4d.css", "2025/programme.json", "2025/fest/picture-480.jpg"]
    assert headers_file(paths, "/ikw") == (
        f"/*\n{always}{policy}\n"
        "/ikw/2025/programme.json\n  Access-Control-Allow-Origin: *\n\n"
        "/ikw/theme/site.1a2b3c4d.css\n  Cache-Control: public, max-age=31536000, immutable\n"
    )
