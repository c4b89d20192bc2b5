"""The zoo: one mistake in each file, and beside it the whole message that whoever made it reads.

`tests/zoo/base` is a small project without a fault. A case is `<topic>/<case>.md`, an event laid over it as
`events/2025/fest.md`; or a folder `<topic>/<case>/` laid over it as it is; or what a file cannot hold, made by a function here.
`<topic>/<case>.txt` is all that `ikw check` then prints. `IKW_GOLDEN=write` writes these anew; read the diff.
"""

from __future__ import annotations

import os
import shutil
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from ikw.cli import main

ZOO = Path(__file__).parent / "zoo"
EVENT = """---
title: Fest
when: Sa 20.09.2025, 14–16 Uhr
venue: rathaus
organisers: [verein-eins]
category: fest
---
Wir feiern.
"""
PICTURE = EVENT.replace(
    "category: fest\n", "category: fest\nimage: fest.{}\nimage_alt: Menschen am Tisch.\nimage_credit: Ada\n",
)


def laid_over(case: Path) -> Callable[[Path], None]:
    """What puts the files of a case into the project."""
    def lay(project: Path) -> None:
        if case.is_dir():
            shutil.copytree(case, project, dirs_exist_ok=True)
        else:
            shutil.copyfile(case, project / "events/2025/fest.md")

    return lay


# What git, a file or this editor could not hold


def write(path: str, data: bytes | str) -> Callable[[Path], None]:
    """What writes one file of the events folder."""
    def lay(project: Path) -> None:
        target = project / "events" / path
        target.write_bytes(data if isinstance(data, bytes) else data.encode())

    return lay


def link(path: str, to: str) -> Callable[[Path], None]:
    """What puts a symbolic link into the events folder."""
    return lambda project: (project / "events" / path).symlink_to(to)


def instead(path: str, make: Callable[[Path], object]) -> Callable[[Path], None]:
    """What puts something else in the place of a file."""
    def lay(project: Path) -> None:
        target = project / "events" / path
        target.unlink(missing_ok=True)
        make(target)

    return lay


def remove(path: str) -> Callable[[Path], None]:
    """What takes a file or folder away."""
    def lay(project: Path) -> None:
        target = project / "events" / path
        shutil.rmtree(target) if target.is_dir() else target.unlink()

    return lay


def picture(name: str, save: Callable[[Path], object], event: str = PICTURE) -> Callable[[Path], None]:
    """What puts an event and its picture into the folder of the year."""
    def lay(project: Path) -> None:
        (project / "events/2025/fest.md").write_text(event.format(name.rpartition(".")[2]), encoding="utf-8")
        save(project / "events/2025" / name)

    return lay


def photo(size: tuple[int, int] = (40, 30), **options: object) -> Callable[[Path], object]:
    """What saves a photo."""
    return lambda path: Image.new("L", size, 128).save(path, **options)


def png_of(width: int, height: int) -> Callable[[Path], object]:
    """What saves a picture of so many pixels; it says so, and has none."""
    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes((8, 0, 0, 0, 0))
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    return lambda path: path.write_bytes(data)


def with_place(path: Path) -> None:
    """Save a photo that tells where it was taken."""
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (50.0, 52.0, 0.0), 3: "E", 4: (9.0, 42.0, 0.0)}
    Image.new("RGB", (40, 30)).save(path, exif=exif)


ODDITIES: dict[str, Callable[[Path], None]] = {
    "file/empty": write("2025/fest.md", b""),
    "file/blank": write("2025/fest.md", b"\n \n"),
    "file/binary": write("2025/fest.md", bytes(range(256))),
    "file/word-document": write("2025/fest.md", b"PK\x03\x04\x14\0\x06\0"),
    "file/windows-1252": write("2025/fest.md", EVENT.replace("Fest", "Frühstück").encode("cp1252")),
    "file/utf-16": write("2025/fest.md", EVENT.encode("utf-16")),
    "file/one-megabyte": write("2025/fest.md", EVENT + "Wir feiern. " * 90_000),
    "file/long-front-matter": write("2025/fest.md", EVENT.replace("category", f"# {'x' * 70_000}\ncategory")),
    "file/link": link("2025/fest.md", "gut.md"),
    "file/link-outside": link("2025/fest.md", "/etc/hostname"),
    "file/link-of-data": instead("venues.yaml", lambda path: path.symlink_to("/etc/hostname")),
    "file/link-of-folder": link("2024", "2025"),
    "file/pipe": instead("2025/fest.md", os.mkfifo),
    "file/pipe-of-data": instead("venues.yaml", os.mkfifo),
    "file/folder-for-an-event": instead("2025/gut.md", Path.mkdir),
    "file/folder-for-data": instead("venues.yaml", Path.mkdir),
    "file/folder-for-edition": instead("2025/edition.yaml", Path.mkdir),
    "file/strange-name": write("2025/fe\u202est.md", EVENT),
    "file/no-name-in-utf-8": lambda project: (project / "events/2025" / os.fsdecode(b"fr\xfchstueck.md")).touch(),
    "file/windows-line-ends": write("2025/fest.md", EVENT.replace("category: fest", "category: tanz").replace("\n", "\r\n")),
    "file/byte-order-mark": write("2025/fest.md", "\ufeff" + EVENT.replace("category: fest", "category: tanz")),
    "names/umlaut": write("2025/frühstück.md", EVENT),
    "data/missing": remove("venues.yaml"),
    "data/nothing-at-all": remove("2025"),
    "data/one-megabyte": write("venues.yaml", "# Orte\n" * 150_000),
    "picture/without-alt": picture("fest.jpg", photo(), PICTURE.replace("image_alt: Menschen am Tisch.\n", "")),
    "picture/without-credit": picture("fest.jpg", photo(), PICTURE.replace("image_credit: Ada\n", "")),
    "picture/unused": picture("anderes.jpg", photo(), EVENT),
    "picture/name-slip": picture("fest-1.jpg", photo()),
    "picture/14000-pixels": picture("fest.png", png_of(14_000, 14_000)),
    "picture/7000-pixels": picture("fest.png", png_of(7_000, 7_000)),
    "picture/half": picture("fest.jpg", lambda path: (photo((400, 300))(path), os.truncate(path, 900))),
    "picture/no-picture": picture("fest.jpg", lambda path: path.write_text("Hallo")),
    "picture/other-format": picture("fest.jpg", photo(format="PNG")),
    "picture/heavy": picture("fest.jpg", lambda path: (photo()(path), os.truncate(path, 13_000_000))),
    "picture/link": picture("fest.jpg", lambda path: path.symlink_to("/etc/hostname")),
    "picture/folder": picture("fest.jpg", Path.mkdir),
    "good/as-it-is": lambda project: None,
    "good/picture-with-place": picture("fest.jpg", with_place),
}
CASES = {
    str(path.relative_to(ZOO).with_suffix("")): laid_over(path)
    for path in sorted(ZOO.glob("*/*")) if path.suffix == ".md" or (path.is_dir() and path.parent.name != "base")
} | ODDITIES


def check(capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """The exit status of `ikw check` and all that it prints."""
    status = main(["check"])
    printed = capsys.readouterr()
    return status, printed.err + printed.out


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project without a fault, in which `ikw` runs."""
    shutil.copytree(ZOO / "base", tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("case", CASES)
def test_every_mistake_has_its_message(case: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    CASES[case](project)
    status, printed = check(capsys)
    expected = ZOO / f"{case}.txt"
    if os.environ.get("IKW_GOLDEN") == "write":
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(printed, encoding="utf-8")
    assert printed == expected.read_text(encoding="utf-8")
    assert status == (2 if "geprüft" not in printed else 1 if ": Fehler: " in printed else 0)


def test_every_message_has_its_case() -> None:
    """No expected text is left behind by a case that is gone."""
    texts = {str(path.relative_to(ZOO).with_suffix("")) for path in ZOO.glob("*/*.txt") if path.parent.name != "base"}
    assert texts == set(CASES)


# What root may read anyway: the system says no


def refuse(monkeypatch: pytest.MonkeyPatch, call: str, name: str) -> None:
    """Let a call of the system fail for one name."""
    real = getattr(os, call)

    def refused(path: str | Path, *more: object) -> object:
        if Path(path).name == name:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *more)

    monkeypatch.setattr(os, call, refused)


def test_a_folder_that_may_not_be_read(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    refuse(monkeypatch, "scandir", "2025")
    assert check(capsys) == (1, (
        "events/2025:0: Fehler: Das lässt sich nicht lesen: es fehlt das Recht dazu.\n"
        "    Prüfen Sie Name, Ort und Rechte der Datei.\n"
        "0 Veranstaltungen geprüft: 1 Fehler, keine Warnungen.\n"
    ))


@pytest.mark.parametrize("name", ["2025/gut.md", "venues.yaml", "2025/edition.yaml"])
def test_a_file_that_may_not_be_read(
    name: str, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    refuse(monkeypatch, "open", Path(name).name)
    assert check(capsys) == (1, (
        f"events/{name}:0: Fehler: Das lässt sich nicht lesen: es fehlt das Recht dazu.\n"
        "    Prüfen Sie Name, Ort und Rechte der Datei.\n"
        "1 Veranstaltung geprüft: 1 Fehler, keine Warnungen.\n"
    ))
