"""Files are replaced whole; what cannot be written is one clear line."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from ikw.disk import BUILT, NONE, UNFINISHED, BuildError, Folder, OutputError, _write_all


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "output")


def names(folder: Folder) -> list[str]:
    """Return everything below a folder."""
    return sorted(path.relative_to(folder.root).as_posix() for path in folder.root.rglob("*"))


# --- writing


def test_a_file_is_written_with_its_folders(folder: Folder) -> None:
    stamp = folder.write("2025/fest/index.html", b"Fest")
    stat = (folder.root / "2025/fest/index.html").stat()
    assert stamp == (4, stat.st_mtime_ns)
    assert names(folder) == ["2025", "2025/fest", "2025/fest/index.html"]


def test_a_file_that_is_the_same_is_left_alone(folder: Folder) -> None:
    before = folder.write("a.html", b"Fest")
    os.utime(folder.root / "a.html", ns=(1, 1))
    assert Folder(folder.root).write("a.html", b"Fest") == (4, 1) != before


@pytest.mark.parametrize("data", [b"Fast", b"Feste", b""])
def test_a_file_that_differs_is_replaced(folder: Folder, data: bytes) -> None:
    folder.write("a.html", b"Fest")
    before = (folder.root / "a.html").stat().st_ino
    folder.write("a.html", data)
    assert (folder.root / "a.html").read_bytes() == data
    assert (folder.root / "a.html").stat().st_ino != before, "replaced, not written over: a reader sees the old or the new one"


def test_the_system_may_write_less_than_asked(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, data[:7]))
    data = bytes(range(256)) * 3
    folder.write("a.bin", data)
    assert (folder.root / "a.bin").read_bytes() == data


def test_a_failed_write_leaves_the_old_file_and_no_part(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    folder.write("a.html", b"alt")
    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OutputError) as error:
        folder.write("a.html", b"neu!")
    assert str(error.value) == f"{folder.root}/a.html: Auf dem Datenträger ist kein Platz mehr."
    assert names(folder) == ["a.html"]
    assert (folder.root / "a.html").read_bytes() == b"alt"


def test_a_full_disk_is_noticed() -> None:
    with pytest.raises(OSError, match="No space") as error:
        _write_all("/dev/full", b"x")
    assert str(OutputError.of("output", error.value)) == "output: Auf dem Datenträger ist kein Platz mehr."


def test_where_nothing_may_be_written_it_is_said() -> None:
    """/sys takes no files, not even from root."""
    folder = Folder(Path("/sys/ikw-site"))
    for do in (folder.begin, lambda: folder.write("a", b"")):
        with pytest.raises(OutputError, match=r"^/sys/ikw-site(/a)?: Dort darf nicht geschrieben werden\.$"):
            do()


@pytest.mark.parametrize("path", ["/etc/passwd", "../a", "a/../../b", "a//b", ""])
def test_a_path_that_leads_elsewhere_is_a_fault_of_ours(folder: Folder, path: str) -> None:
    with pytest.raises(ValueError, match="no path of an output file"):
        folder.write(path, b"")


def test_what_stands_in_the_way_is_taken_away(folder: Folder) -> None:
    folder.write("a", b"a file where a folder must stand")
    folder.write("b/c/d", b"a folder where a file must stand")
    for name in ("a/b/c", "b/c"):
        Folder(folder.root).write(name, b"new")
    assert names(folder) == ["a", "a/b", "a/b/c", "b", "b/c"]


def test_a_link_is_replaced_and_not_followed(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"alt")
    folder.root.mkdir()
    (folder.root / "a").symlink_to(tmp_path / "other")
    folder.write("a", b"neu")
    assert ((tmp_path / "other").read_bytes(), (folder.root / "a").is_symlink()) == (b"alt", False)


# --- the mark


def test_an_unfinished_output_carries_the_mark_until_its_end(folder: Folder) -> None:
    folder.begin()
    assert (folder.is_unfinished(), names(folder)) == (True, [UNFINISHED])
    folder.end()
    assert (folder.is_unfinished(), names(folder)) == (False, [BUILT])


def test_parts_of_a_killed_build_are_cleared_away(folder: Folder) -> None:
    folder.write("2025/a.html", b"")
    (folder.root / UNFINISHED).touch()
    (folder.root / "2025/b.html.part~").touch()
    folder.begin()
    assert names(folder) == [UNFINISHED, "2025", "2025/a.html"]


# --- whose folder it is


@pytest.mark.parametrize("found", [(), (".git",), (BUILT, "index.html"), (UNFINISHED, "index.html"), (".git", ".nojekyll")])
def test_an_empty_folder_and_our_own_may_be_taken(folder: Folder, found: tuple[str, ...]) -> None:
    folder.root.mkdir()
    for name in found:
        (folder.root / name).touch()
    folder.claim()


def test_a_missing_folder_may_be_taken(folder: Folder) -> None:
    folder.claim()
    assert not folder.root.exists()


def test_a_foreign_folder_is_refused(folder: Folder) -> None:
    folder.root.mkdir()
    (folder.root / "Steuer.odt").touch()
    with pytest.raises(BuildError) as error:
        folder.claim()
    assert str(error.value) == (
        f"{folder.root}: In diesem Ordner liegen Dateien, die nicht von hier stammen. Leeren Sie ihn oder nennen Sie einen anderen."
    )


def test_a_file_is_no_folder(folder: Folder) -> None:
    folder.root.touch()
    with pytest.raises(OutputError) as error:
        folder.claim()
    assert str(error.value) == f"{folder.root}: Das ist kein Ordner. Nennen Sie einen anderen."


# --- what stands


def test_standing_names_files_and_empty_folders_but_nothing_hidden_at_the_top(folder: Folder) -> None:
    stamp = folder.write("2025/a.html", b"x")
    hidden = folder.write("2025/.htaccess", b"")
    (folder.root / "2025/leer").mkdir()
    (folder.root / ".well-known").mkdir()
    (folder.root / ".well-known/a").touch()
    (folder.root / ".nojekyll").touch()
    assert folder.standing() == {"2025/a.html": stamp, "2025/.htaccess": hidden, "2025/leer": NONE}


def test_nothing_stands_in_a_missing_or_an_empty_folder(folder: Folder) -> None:
    assert folder.standing() == {}
    folder.root.mkdir()
    assert folder.standing() == {}


def test_a_linked_folder_is_a_file_to_be_removed(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other/a").touch()
    folder.root.mkdir()
    (folder.root / "link").symlink_to(tmp_path / "other")
    assert folder.standing() == {"link": NONE}
    folder.remove("link")
    assert (names(folder), (tmp_path / "other/a").exists()) == ([], True)


def test_removing_takes_empty_folders_with_it(folder: Folder) -> None:
    for path in ("2025/fest/a.html", "2025/fest/b.html", "2025/tanz/a.html"):
        folder.write(path, b"")
    folder.remove("2025/fest/a.html")
    folder.remove("2025/tanz/a.html")
    folder.remove("2025/tanz/a.html")
    assert names(folder) == ["2025", "2025/fest", "2025/fest/b.html"]


def test_removing_an_empty_folder(folder: Folder) -> None:
    (folder.root / "a/b").mkdir(parents=True)
    folder.remove("a/b")
    assert names(folder) == []
