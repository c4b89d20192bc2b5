"""What is kept, and when it is as if it were never there."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ikw import cache as caching
from ikw.cache import BusyError, Cache, code_digest, digest_file, digest_folder, fingerprint
from ikw.disk import BuildError

# --- digests


def test_a_fingerprint_tells_parts_and_their_order_apart() -> None:
    prints = {fingerprint("a", "b"), fingerprint("b", "a"), fingerprint("ab"), fingerprint("a"), fingerprint("a", ""), fingerprint()}
    assert len(prints) == 6
    assert fingerprint("a", None, 1) == fingerprint("a", "None", "1")


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "files",
    [
        {"a.html": "b", "parts/b.html": "b"},
        {"a.html": "a", "parts/b.html": "c"},
        {"a.html": "a", "b.html": "b"},
        {"a.html": "a", "parts/b.html": "b", "parts/c.html": ""},
        {"a.html": "b", "parts/b.html": "a"},
        {"a.html": "a"},
    ],
    ids=["other text", "other text below", "moved", "added", "changed places", "removed"],
)
def test_a_folder_has_another_digest_when_a_file_differs(tmp_path: Path, files: dict[str, str]) -> None:
    write(tmp_path / "before", {"a.html": "a", "parts/b.html": "b"})
    write(tmp_path / "after", files)
    assert digest_folder(tmp_path / "before") != digest_folder(tmp_path / "after")


def test_a_folder_has_the_same_digest_anywhere(tmp_path: Path) -> None:
    for place in ("here", "there/deeper"):
        write(tmp_path / place, {"a.html": "a", "parts/b.html": "b"})
    assert digest_folder(tmp_path / "here") == digest_folder(tmp_path / "there/deeper")


def test_only_files_with_an_ending_count(tmp_path: Path) -> None:
    write(tmp_path, {"a.po": "a"})
    before = digest_folder(tmp_path, ".po")
    write(tmp_path, {"b.pot": "b"})
    assert digest_folder(tmp_path, ".po") == before
    assert digest_folder(tmp_path, ".po", ".pot") != before


def test_the_digest_of_a_missing_file_is_empty(tmp_path: Path) -> None:
    assert (digest_file(tmp_path / "a"), digest_file(tmp_path)) == ("", "")
    (tmp_path / "a").touch()
    assert digest_file(tmp_path / "a") != ""


def test_the_code_has_another_digest_with_another_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = code_digest.__wrapped__()
    assert before == code_digest.__wrapped__()
    (tmp_path / "markdown-99.0.dist-info").mkdir()
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path), "/no/such/folder"])
    assert code_digest.__wrapped__() != before


# --- values


def test_a_value_comes_back_under_its_key(tmp_path: Path) -> None:
    kept = Cache(tmp_path / "cache")
    kept.save("a", "1", {"x": (1, 2)})
    assert kept.load("a", "1") == {"x": (1, 2)}
    assert kept.load("a", "2") is None
    assert kept.load("b", "1") is None


@pytest.mark.parametrize("data", [b"", b"no pickle", pickle.dumps("no pair"), pickle.dumps(("1", 2))[:-3], b"\x80\x05cno.such\nname\n."])
def test_what_cannot_be_read_was_never_there(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.pickle").write_bytes(data)
    assert Cache(tmp_path).load("a", "1") is None


def test_saving_leaves_nothing_else_behind(tmp_path: Path) -> None:
    Cache(tmp_path).save("a", "1", 1)
    with pytest.raises(AttributeError):
        Cache(tmp_path).save("b", "1", lambda: None)
    assert [path.name for path in tmp_path.iterdir()] == ["a.pickle"]


def test_where_nothing_can_be_written_nothing_is_kept() -> None:
    kept = Cache(Path("/sys/ikw-cache"))
    kept.save("a", "1", 1)
    assert kept.load("a", "1") is None


# --- the lock


def test_the_lock_is_for_one(tmp_path: Path) -> None:
    with Cache(tmp_path).lock(), pytest.raises(BusyError) as error, Cache(tmp_path).lock(patience=0):
        pass
    assert str(error.value) == (
        f"{tmp_path}: Hier baut gerade ein anderer Lauf. Warten Sie auf sein Ende, oder brechen Sie ihn ab."
    )
    with Cache(tmp_path).lock(patience=0):
        pass


def test_whoever_inherits_the_lock_is_waited_for(tmp_path: Path) -> None:
    with Cache(tmp_path).lock() as lock:
        child = subprocess.Popen([sys.executable, "-c", "input()"], pass_fds=(lock,), stdin=subprocess.PIPE)
    with pytest.raises(BusyError), Cache(tmp_path).lock(patience=0):
        pass
    child.communicate(b"\n")
    with Cache(tmp_path).lock(patience=0):
        pass


def test_a_build_waits_for_the_one_before(tmp_path: Path) -> None:
    hold = "import sys, time; from pathlib import Path; from ikw.cache import Cache\nwith Cache(Path(sys.argv[1])).lock(): print(flush=True); time.sleep(.3)"
    with subprocess.Popen([sys.executable, "-c", hold, str(tmp_path)], stdout=subprocess.PIPE) as other:
        assert other.stdout
        other.stdout.readline()
        started = time.monotonic()
        with Cache(tmp_path).lock():
            assert 0.1 < time.monotonic() - started < caching.PATIENCE


def test_a_cache_that_cannot_be_made_is_said() -> None:
    with pytest.raises(BuildError, match=r"^/sys/ikw-cache: Dort darf nicht geschrieben werden\.$"), Cache(Path("/sys/ikw-cache")).lock():
        pass


def test_without_locks_of_the_system_nobody_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caching, "fcntl", None)
    with Cache(tmp_path).lock(), Cache(tmp_path).lock(patience=0) as lock:
        os.fstat(lock)
