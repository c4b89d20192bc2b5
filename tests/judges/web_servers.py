"""nginx and Caddy from Debian's packages, with the configurations we publish, on a high port of this machine, as long as a test runs."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ikw.publishing.servers import Host, caddy, nginx

BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
# What a Debian nginx.conf has around the file in sites-enabled, and temporary folders where a user may write.
NGINX = """\
load_module {brotli};
{user}
worker_processes 1;
pid {folder}/nginx.pid;
events {{ }}
http {{
    access_log off;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    include /etc/nginx/mime.types;
    gzip on;
{server}
}}
"""
CADDY = "{\n\tadmin off\n\tauto_https off\n}\n"
PATIENCE = 20.0


def free_port() -> int:
    """Return a port nobody listens at."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def program(name: str) -> str:
    """Return where a server stands; a missing one fails the test."""
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if found is None:
        pytest.fail(f"{name} is missing: run `make test-setup`", pytrace=False)
    return found


def nginx_conf(folder: Path, server: str) -> Path:
    """Write what nginx is started with, around a server."""
    user = "user root;" if os.geteuid() == 0 else ""
    path = folder / "nginx.conf"
    path.write_text(NGINX.format(brotli=BROTLI, user=user, folder=folder, server=server), encoding="utf-8")
    return path


@contextmanager
def running(command: list[str], port: int, env: dict[str, str] | None = None) -> Iterator[str]:
    """Run a server until the block ends; yields its origin."""
    process = subprocess.Popen(command, env={**os.environ, **(env or {})}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        until = time.monotonic() + PATIENCE
        while process.poll() is None and not _answers(port) and time.monotonic() < until:
            time.sleep(0.05)
        if process.poll() is not None or not _answers(port):
            process.kill()
            pytest.fail(f"{command[0]} does not start:\n{process.communicate()[0]}", pytrace=False)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout:
            process.stdout.close()


def _answers(port: int) -> bool:
    with socket.socket() as found:
        found.settimeout(1)
        return found.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def nginx_serves(root: Path, folder: Path, base: str = "") -> Iterator[str]:
    """Serve a folder by nginx."""
    port = free_port()
    host = Host(name="127.0.0.1", root=str(root), base=base, listen=(f"listen 127.0.0.1:{port};",), redirect=False)
    conf = nginx_conf(folder, nginx(host))
    with running([program("nginx"), "-e", "stderr", "-p", str(folder), "-c", str(conf), "-g", "daemon off;"], port) as origin:
        yield origin


@contextmanager
def caddy_serves(root: Path, folder: Path, base: str = "") -> Iterator[str]:
    """Serve a folder by Caddy."""
    port = free_port()
    conf = folder / "Caddyfile"
    conf.write_text(CADDY + caddy(Host(name=f"http://127.0.0.1:{port}", root=str(root), base=base)), encoding="utf-8")
    homes = {name: str(folder) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    with running([program("caddy"), "run", "--config", str(conf), "--adapter", "caddyfile"], port, homes) as origin:
        yield origin


SERVERS: dict[str, Callable[..., object]] = {"nginx": nginx_serves, "caddy": caddy_serves}
