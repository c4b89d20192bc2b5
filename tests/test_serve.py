"""The site on this machine: what is answered, what is built again, and how it ends."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

import pytest

from ikw.prose_pages import ProsePages
from ikw.serve import Changes, Handler, Server, Watched
from samples import settings
from small import ROOT, make_places

# --- answers


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of a few files, and a file outside it."""
    folder = tmp_path_factory.mktemp("served")
    (folder / "geheim.txt").write_text("geheim")
    for name, text in {
        "index.html": "<body>Start</body>", "404.html": "<body>Nicht da</body>", "2025/fest/index.html": "<body>Fest</body>",
        "2025/fest/event.ics": "BEGIN", "2025/größe.txt": "größe", "leer/a.txt": "a", ".built": "", "feed.atom": "<feed/>",
    }.items():
        path = folder / "output" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "output"


@contextmanager
def serving(output: Path, base: str = "", changes: Changes | None = None) -> Iterator[int]:
    """Serve a folder and yield the port."""
    handler = partial(Handler, directory=str(output), changes=changes or Changes(), base=base)
    with Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


@pytest.fixture(scope="module")
def port(output: Path) -> Iterator[int]:
    with serving(output) as found:
        yield found


def ask(port: int, path: str, method: str = "GET") -> tuple[int, str, dict[str, str]]:
    """Return status, body and headers of an answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.putrequest(method, path, skip_accept_encoding=True)
    connection.endheaders()
    answer = connection.getresponse()
    body = answer.read().decode("utf-8")
    connection.close()
    return answer.status, body, dict(answer.getheaders())


def words(body: str) -> str:
    """Return a page without what only this server adds."""
    return re.sub(r'<script type="module" src="/\.reload\.js\?seen=\d+"></script>', "", body)


@pytest.mark.parametrize(
    ("path", "status", "body"),
    [
        ("/", 200, "<body>Start</body>"),
        ("/?a=b", 200, "<body>Start</body>"),
        ("/2025/fest/", 200, "<body>Fest</body>"),
        ("/2025/fest/index.html", 200, "<body>Fest</body>"),
        ("/2025/fest/event.ics", 200, "BEGIN"),
        ("/2025/gr%C3%B6%C3%9Fe.txt", 200, "größe"),
        ("//2025//fest/", 200, "<body>Fest</body>"),
        # what is not there
        ("/2025/tanz/", 404, "<body>Nicht da</body>"),
        ("/leer/", 404, "<body>Nicht da</body>"),
        ("/2025/fest/event.ics/", 404, "<body>Nicht da</body>"),
        ("/" + "a" * 5000, 404, "<body>Nicht da</body>"),
        # what is nobody's business
        ("/../geheim.txt", 404, "<body>Nicht da</body>"),
        ("/2025/../../geheim.txt", 404, "<body>Nicht da</body>"),
        ("/%2e%2e/geheim.txt", 404, "<body>Nicht da</body>"),
        ("/..%2fgeheim.txt", 404, "<body>Nicht da</body>"),
        ("/..%5cgeheim.txt", 404, "<body>Nicht da</body>"),
        ("/%00", 404, "<body>Nicht da</body>"),
        ("/.built", 404, "<body>Nicht da</body>"),
        ("http://example.org/", 404, "<body>Nicht da</body>"),
    ],
)
def test_what_is_answered(port: int, path: str, status: int, body: str) -> None:
    found, text, _ = ask(port, path)
    assert (found, words(text)) == (status, body)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"), ("/2025/fest/event.ics", "text/calendar; charset=utf-8"),
        ("/feed.atom", "application/atom+xml; charset=utf-8"), ("/.reload.js", "text/javascript; charset=utf-8"),
    ],
)
def test_kinds_of_files(port: int, path: str, kind: str) -> None:
    headers = ask(port, path)[2]
    assert (headers["Content-Type"], headers["Cache-Control"]) == (kind, "no-store")


@pytest.mark.parametrize(
    ("path", "location"), [("/2025/fest", "/2025/fest/"), ("/2025/fest?a=b", "/2025/fest/?a=b"), ("//2025", "/2025/")],
)
def test_a_folder_is_named_with_its_slash(port: int, path: str, location: str) -> None:
    status, _, headers = ask(port, path)
    assert (status, headers["Location"]) == (301, location)


def test_head_has_no_body(port: int) -> None:
    status, body, headers = ask(port, "/2025/fest/event.ics", "HEAD")
    assert (status, body, headers["Content-Length"]) == (200, "", "5")


@pytest.mark.parametrize(
    ("path", "status", "body"),
    [
        ("/ikw/", 200, "<body>Start</body>"), ("/ikw/2025/fest/", 200, "<body>Fest</body>"), ("/ikw/x", 404, "<body>Nicht da</body>"),
        ("/2025/fest/", 404, "<body>Nicht da</body>"), ("/ikwx/", 404, "<body>Nicht da</body>"), ("/", 302, ""), ("/ikw", 302, ""),
    ],
)
def test_under_a_path(output: Path, path: str, status: int, body: str) -> None:
    with serving(output, "/ikw") as port:
        found, text, headers = ask(port, path)
        assert (found, words(text), headers.get("Location")) == (status, body, "/ikw/" if status == 302 else None)


def test_without_a_site_there_is_an_answer(tmp_path: Path) -> None:
    with serving(tmp_path / "output") as port:
        assert ask(port, "/")[0] == 404


# --- reloading


def stream(port: int, seen: str) -> Iterator[bytes]:
    """Yield the lines of the event stream."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(f"GET /.reload?seen={seen} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        with connection.makefile("rb") as lines:
            yield from lines


def seen_of(port: int) -> str:
    found = re.search(r"seen=(\d+)", ask(port, "/")[1])
    assert found
    return found[1]


def test_a_page_hears_of_a_new_build(output: Path) -> None:
    changes = Changes()
    with serving(output, changes=changes) as port:
        lines = stream(port, seen_of(port))
        assert next(lines).startswith(b"HTTP/1.1 200")
        changes.tell()
        assert next(line for line in lines if line.startswith(b"data")) == b"data: neu\n"


def test_a_page_that_came_too_late_hears_at_once(output: Path) -> None:
    """It was asked for before the build that was done when it begins to listen, or from a server before this one."""
    changes = Changes()
    with serving(output, changes=changes) as port:
        seen = seen_of(port)
        changes.tell()
        assert next(line for line in stream(port, seen) if line.startswith(b"data")) == b"data: neu\n"
    with serving(output) as port:
        assert next(line for line in stream(port, seen) if line.startswith(b"data")) == b"data: neu\n"


def test_nothing_is_said_of_a_page_that_goes_away(output: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ikw.serve.PULSE", 0.01)
    with serving(output) as port:
        lines = stream(port, "1")
        next(lines)
        lines.close()  # type: ignore[attr-defined] # a generator
        time.sleep(0.2)
    assert capfd.readouterr().err == ""


# --- the whole program


class Served:
    """`ikw serve` in a project of its own."""

    def __init__(self, folder: Path, events: Path, *more: str) -> None:
        self.folder = folder
        self.said: list[str] = []
        self.port = 0
        command = [
            sys.executable, "-m", "ikw", "serve", "--events", str(events), "--settings", str(folder / "project" / "pelicanconf.py"),
            "--output", str(folder / "output"), "--cache", str(folder / "cache"), "--port", "1", *more,
        ]
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            command[command.index("--port") + 1] = str(free.getsockname()[1])
        self.process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, "PYTHONPATH": str(folder / "project" / "plugins")}, text=True, encoding="utf-8",
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )
        self.listener = threading.Thread(target=self._listen)
        self.listener.start()
        self.port = int(self.wait_for(r"http://localhost:(\d+)"))

    def _listen(self) -> None:
        assert self.process.stdout
        with self.process.stdout as lines:
            for line in lines:
                self.said.append(line)

    def end(self) -> None:
        """End it, whatever it does."""
        self.process.kill()
        self.process.wait()
        self.listener.join()

    def wait_for(self, pattern: str, most: float = 30) -> str:
        """Wait until it has said something; return the first group."""
        end = time.monotonic() + most
        while time.monotonic() < end:
            if found := re.search(pattern, "".join(self.said)):
                return found[1]
            time.sleep(0.005)
        pytest.fail(f"it has not said {pattern}, but: {''.join(self.said)}")

    def wait_to_show(self, path: str, text: str, most: float = 30) -> None:
        """Wait until a page has a text. Nobody may answer for a moment, while the process starts anew."""
        end = time.monotonic() + most
        while time.monotonic() < end:
            with suppress(OSError, http.client.HTTPException):
                if self.shows(path, text):
                    return
            time.sleep(0.005)
        pytest.fail(f"{path} does not show {text}; it has said: {''.join(self.said)}")

    def shows(self, path: str, text: str) -> bool:
        """Whether a page has a text."""
        return text in ask(self.port, path)[1]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of its own, code included: serving watches the code it runs."""
    make_places(tmp_path, own_theme=True)
    shutil.copytree(ROOT / "plugins", tmp_path / "project" / "plugins", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(ROOT / "pelicanconf.py", tmp_path / "project" / "pelicanconf.py")
    return tmp_path


@pytest.fixture
def served(project: Path) -> Iterator[Served]:
    found = Served(project, project / "project" / "events")
    yield found
    found.end()


def rewrite(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


@pytest.mark.slow
def test_saves_are_shown_and_errors_keep_the_old_site(served: Served) -> None:
    event = served.folder / "project" / "events" / "2025" / "brot.md"
    assert served.shows("/2025/brot/", f'<link rel="canonical" href="http://localhost:{served.port}/2025/brot/">')
    rewrite(event, "Brot", "Brot und Salz")
    served.wait_to_show("/2025/brot/", "Brot und Salz")
    rewrite(event, "20.09.2025", "33.09.2025")
    served.wait_for("Fehler: when: (.+)\n")
    served.wait_for("(Die Seite steht noch wie vorher)")
    assert served.shows("/2025/brot/", "Brot und Salz")
    template = served.folder / "project" / "theme" / "templates" / "event.html"
    rewrite(event, "33.09.2025", "21.09.2025")
    served.wait_to_show("/2025/2025-09-21/", "Brot und Salz")
    rewrite(template, "{% endblock %}", "{% endblok %}")
    served.wait_for("TemplateSyntaxError: (.+)")
    assert served.shows("/2025/brot/", "Brot und Salz")
    rewrite(template, "{% endblok %}", "<!-- neu -->{% endblock %}")
    served.wait_to_show("/2025/brot/", "<!-- neu -->")
    page = served.folder / "project" / "content" / "pages" / "ueber.md"
    page.parent.mkdir()
    page.write_text("Title: Über\n", encoding="utf-8")
    served.wait_for("(Oben fehlt die Zeile „Slug: ueber“)")
    page.write_text("Title: Über\nSlug: ueber\n\nUnser Text\n", encoding="utf-8")
    served.wait_to_show("/ueber/", "Unser Text")


@pytest.mark.slow
def test_new_code_and_settings_start_it_anew_unless_they_cannot_run(served: Served) -> None:
    plugins, conf = served.folder / "project" / "plugins" / "ikw", served.folder / "project" / "pelicanconf.py"
    rewrite(plugins / "texts.py", "Feste", "Feste")
    (plugins / "texts.py").write_text((plugins / "texts.py").read_text(encoding="utf-8") + "\ndef (\n", encoding="utf-8")
    served.wait_for("(SyntaxError)")
    assert served.process.poll() is None
    rewrite(plugins / "texts.py", "\ndef (\n", "")
    rewrite(conf, "REGION =", "REGIO =")
    served.wait_for("(REGIO ist keine bekannte Einstellung)")
    assert served.shows("/", "Landkreis Hersfeld-Rotenburg")
    conf.write_text(conf.read_text(encoding="utf-8").replace("REGIO =", "REGION =").replace("Hersfeld", "Musterfeld"), encoding="utf-8")
    served.wait_to_show("/", "Landkreis Musterfeld-Rotenburg")


@pytest.mark.slow
def test_ctrl_c_ends_it_without_a_word_too_many(served: Served) -> None:
    served.process.send_signal(signal.SIGINT)
    assert served.process.wait(60) in (0, 130)
    assert "Traceback" not in "".join(served.said)


@pytest.mark.slow
def test_a_port_that_is_taken_is_said(served: Served) -> None:
    command = [*served.process.args, "--cache", str(served.folder / "cache-2")]  # type: ignore[misc] # a list
    env = {**os.environ, "PYTHONPATH": str(served.folder / "project" / "plugins")}
    done = subprocess.run(command, cwd=served.folder, env=env, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"Port {served.port} ist nicht frei (Address already in use). Nehmen Sie einen anderen: make serve PORT=8001\n"
    )


@pytest.mark.slow
@pytest.mark.alone
def test_a_save_is_visible_within_a_third_of_a_second(project: Path) -> None:
    """With the whole sample programme; the best of five, since other work on this machine may come between."""
    events = project / "project" / "events"
    shutil.rmtree(events)
    shutil.copytree(ROOT / "events", events)
    served = Served(project, events)
    event = next(path for path in sorted((events / "2025").glob("*.md")) if path.name.count(".") == 1)
    seconds = []
    try:
        for number in range(5):
            time.sleep(0.3)
            title = f"Neuer Titel {number}"
            text = re.sub(r"(?m)^title:.*$", f"title: {title}", event.read_text(encoding="utf-8"), count=1)
            started = time.monotonic()
            event.write_text(text, encoding="utf-8")
            served.wait_to_show(f"/2025/{event.stem}/", title)
            seconds.append(time.monotonic() - started)
    finally:
        served.end()
    assert min(seconds) <= 0.3, seconds


class RestartedError(Exception):
    """The process would start anew."""


class Told(Watched):
    """Tells instead of starting anew."""

    def restart(self) -> None:
        raise RestartedError


def test_code_saved_before_it_watches_starts_it_anew(tmp_path: Path) -> None:
    """The first build takes seconds, and nothing is watched until then."""
    places = make_places(tmp_path)
    settings_file = places.project / "pelicanconf.py"
    settings_file.write_text("", encoding="utf-8")
    prose = ProsePages(places.content, settings_file, places.cache)
    watched = Told(places=places, settings=settings(), prose=prose, shown="")
    code = watched.code()
    assert settings_file in code
    settings_file.write_text("SITENAME = 1\n", encoding="utf-8")
    with pytest.raises(RestartedError):
        next(watched.changes(code))
