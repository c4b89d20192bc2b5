"""Pictures: what is refused, with which words, and what a rendition still holds of its original."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms

from ikw.exports.images import inspect, renditions
from ikw.problems import Fault

RED, WHITE = (200, 30, 30), (255, 255, 255)


def picture(path: Path, size: tuple[int, int] = (600, 400), mode: str = "RGB", colour: Any = RED, **options: Any) -> Path:
    """Write a picture in one colour."""
    Image.new(mode, size, colour).save(path, **options)
    return path


def turned(path: Path, orientation: int, **tags: Any) -> Path:
    """Write a picture, 600 × 400, whose EXIF says how to turn it; its upper left corner is white."""
    image = Image.new("RGB", (600, 400), RED)
    image.paste(WHITE, (0, 0, 100, 100))
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Kamera von Ada"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (50.0, 52.0, 12.0)
    image.save(path, exif=exif, comment=b"geheim", **tags)
    return path


def png_header(width: int, height: int) -> bytes:
    """Return a PNG that claims a size and has no pixels."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [header, b"IDAT" + zlib.compress(b""), b"IEND"]
    framed = (struct.pack(">I", len(one) - 4) + one + struct.pack(">I", zlib.crc32(one)) for one in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(framed)


def opened(data: bytes) -> Image.Image:
    """Open a rendition."""
    return Image.open(io.BytesIO(data))


# What is taken


@pytest.mark.parametrize("name", ["a.jpg", "a.jpeg", "a.JPG", "a.png", "a.webp"])
def test_formats_that_are_taken(tmp_path: Path, name: str) -> None:
    assert inspect(picture(tmp_path / name)) == (600, 400)


@pytest.mark.parametrize(("orientation", "size"), [
    (1, (600, 400)), (3, (600, 400)), (6, (400, 600)), (8, (400, 600)), (99, (600, 400)),
])
def test_size_is_that_of_the_turned_picture(tmp_path: Path, orientation: int, size: tuple[int, int]) -> None:
    assert inspect(turned(tmp_path / "a.jpg", orientation)) == size


def test_pictures_of_telephones_that_hold_several_are_taken(tmp_path: Path) -> None:
    image = Image.new("RGB", (600, 400), RED)
    image.save(tmp_path / "a.jpg", format="MPO", save_all=True, append_images=[image])
    assert inspect(tmp_path / "a.jpg") == (600, 400)


def test_what_stands_behind_the_end_of_a_picture_does_no_harm(tmp_path: Path) -> None:
    path = picture(tmp_path / "a.jpg")
    path.write_bytes(path.read_bytes() + b"\xff\xda" + b"film" * 100)
    assert inspect(path) == (600, 400)


# What is refused


def faulty(path: Path) -> tuple[str, str, str]:
    """Return code, message and mend of a picture's fault."""
    found = inspect(path)
    assert isinstance(found, Fault)
    return found.code, found.message, found.mend


def written(path: Path, data: bytes) -> Path:
    """Write a file."""
    path.write_bytes(data)
    return path


SMALLER = "Speichern Sie es kleiner, zum Beispiel 2000 Pixel breit."
OTHER = "Speichern Sie es als JPEG, PNG oder WebP."
AGAIN = "Öffnen Sie das Bild auf Ihrem Gerät, speichern Sie es neu und laden Sie es noch einmal hoch."


@pytest.mark.parametrize(("name", "data", "code", "message", "mend"), [
    # other formats, by name or by content
    ("a.svg", b"<svg/>", "image-format", "„a.svg“ ist kein Bild, das wir nehmen können (SVG).", OTHER),
    ("a.gif", b"GIF89a", "image-format", "„a.gif“ ist kein Bild, das wir nehmen können (GIF).", OTHER),
    ("a", b"", "image-format", "„a“ ist kein Bild, das wir nehmen können (ohne Endung).", OTHER),
    ("a.jpg", b"GIF89a\1\0\1\0", "image-format", "„a.jpg“ ist kein Bild, das wir nehmen können (GIF).", OTHER),
    ("a.jpg", b"\0\0\0\x18ftypheic", "image-format", "„a.jpg“ ist kein Bild, das wir nehmen können (HEIC).", OTHER),
    ("a.png", b"<svg onload='alert(1)'/>", "image-format", "„a.png“ ist kein Bild, das wir nehmen können (SVG).", OTHER),
    # too large
    ("a.png", png_header(8000, 6000), "image-pixels", "„a.png“ hat mehr als 40 Millionen Pixel (8000 × 6000).", SMALLER),
    ("a.png", png_header(11_000, 11_000), "image-pixels", "„a.png“ hat mehr als 40 Millionen Pixel.", SMALLER),
    ("a.png", png_header(60_000, 60_000), "image-pixels", "„a.png“ hat mehr als 40 Millionen Pixel.", SMALLER),
    ("a.jpg", b"\xff" * 12_300_000, "image-size", "„a.jpg“ hat 12,3 MB; erlaubt sind 12 MB.", SMALLER),
    # no picture
    ("a.jpg", b"", "image-broken", "„a.jpg“ ist beschädigt oder nicht ganz übertragen.", AGAIN),
    ("a.jpg", b"Hallo", "image-broken", "„a.jpg“ ist beschädigt oder nicht ganz übertragen.", AGAIN),
])
def test_what_is_refused(tmp_path: Path, name: str, data: bytes, code: str, message: str, mend: str) -> None:
    assert faulty(written(tmp_path / name, data)) == (code, message, mend)


def test_mislabelled_picture_is_told_its_name(tmp_path: Path) -> None:
    data = picture(tmp_path / "a.png").read_bytes()
    assert faulty(written(tmp_path / "b.jpg", data)) == (
        "image-label", "„b.jpg“ ist in Wahrheit ein PNG-Bild.", "Nennen Sie die Datei „b.png“, auch im Feld image.",
    )


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp"])
@pytest.mark.parametrize("part", [0.5, 0.9, 0.995])
def test_half_a_picture_is_broken(tmp_path: Path, name: str, part: float) -> None:
    path = tmp_path / name
    Image.effect_noise((300, 200), 80).convert("RGB").save(path)
    data = path.read_bytes()
    assert faulty(written(path, data[: int(len(data) * part)]))[0] == "image-broken"


def test_half_a_picture_is_broken_though_its_preview_is_whole(tmp_path: Path) -> None:
    whole = turned(tmp_path / "a.jpg", 1).read_bytes()
    preview = b"\xff\xd8\xff\xda\0\2\xff\xd9"
    exif = b"\xff\xe2" + (len(preview) + 2).to_bytes(2, "big") + preview
    assert faulty(written(tmp_path / "b.jpg", whole[:2] + exif + whole[2:-400]))[0] == "image-broken"


def test_link_to_another_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "link.jpg").symlink_to(picture(tmp_path / "a.jpg"))
    assert faulty(tmp_path / "link.jpg") == (
        "image-link", "„link.jpg“ ist keine Bilddatei, sondern eine Verknüpfung oder ein Ordner.",
        "Legen Sie die Bilddatei selbst an diese Stelle.",
    )


# Renditions


def test_widths_and_names(tmp_path: Path) -> None:
    made = list(renditions(picture(tmp_path / "a.jpg", (2000, 1500)), "2025/fest/picture"))
    assert [(one.path, opened(one.data).size) for one in made] == [
        ("2025/fest/picture-480.jpg", (480, 360)), ("2025/fest/picture-960.jpg", (960, 720)),
        ("2025/fest/picture-1600.jpg", (1600, 1200)),
    ]


def test_small_picture_is_not_enlarged(tmp_path: Path) -> None:
    assert [opened(one.data).size for one in renditions(picture(tmp_path / "a.png", (300, 200)), "x")] == [(300, 200)]


def test_every_rendition_is_progressive(tmp_path: Path) -> None:
    assert [opened(one.data).info["progressive"] for one in renditions(picture(tmp_path / "a.png"), "x")] == [1]


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp"])
def test_nothing_about_place_camera_or_person_stays(tmp_path: Path, name: str) -> None:
    [made] = renditions(turned(tmp_path / name, 1), "x")
    found = opened(made.data)
    said = [name for name in found.info if not name.startswith(("jfif", "progress"))]
    assert (dict(found.getexif()), said) == ({}, [])
    assert [word for word in (b"Ada", b"geheim", b"Exif") if word in made.data] == []


@pytest.mark.parametrize(("orientation", "corner"), [
    (1, (10, 10)), (2, (-10, 10)), (3, (-10, -10)), (4, (10, -10)),
    (5, (10, 10)), (6, (-10, 10)), (7, (-10, -10)), (8, (10, -10)),
])
def test_picture_is_turned_as_its_exif_says(tmp_path: Path, orientation: int, corner: tuple[int, int]) -> None:
    path = turned(tmp_path / "a.jpg", orientation)
    made = opened(list(renditions(path, "x"))[-1].data)
    x, y = (side % limit for side, limit in zip(corner, made.size, strict=True))
    shown = [near(made.getpixel(at), WHITE) for at in ((x, y), (made.width // 2, made.height // 2))]
    assert (shown, made.size[0] > made.size[1]) == ([True, False], orientation < 5)


def near(found: Any, expected: tuple[int, ...]) -> bool:
    """Whether two colours look alike."""
    return all(abs(one - other) < 12 for one, other in zip(found, expected, strict=True))


@pytest.mark.parametrize(("name", "mode", "colour", "expected"), [
    pytest.param("a.png", "RGBA", (200, 30, 30, 0), WHITE, id="transparent"),
    pytest.param("a.png", "RGBA", (0, 0, 0, 127), (128, 128, 128), id="half"),
    pytest.param("a.webp", "RGBA", (200, 30, 30, 0), WHITE, id="webp"),
    pytest.param("a.png", "LA", (0, 0), WHITE, id="grey-transparent"),
    pytest.param("a.png", "L", 100, (100, 100, 100), id="grey"),
    pytest.param("a.png", "1", 1, WHITE, id="one-bit"),
    pytest.param("a.png", "I;16", 25_700, (100, 100, 100), id="sixteen-bit"),
    pytest.param("a.jpg", "CMYK", (0, 0, 0, 0), WHITE, id="cmyk"),
])
def test_colours(tmp_path: Path, name: str, mode: str, colour: Any, expected: tuple[int, ...]) -> None:
    [made] = renditions(picture(tmp_path / name, (50, 50), mode, colour), "x")
    found = opened(made.data)
    assert (found.mode, near(found.getpixel((25, 25)), expected)) == ("RGB", True)


def test_palette_with_a_transparent_colour_stands_on_white(tmp_path: Path) -> None:
    image = Image.new("P", (50, 50), 0)
    image.putpalette([*RED, 0, 0, 0])
    image.save(tmp_path / "a.png", transparency=0)
    [made] = renditions(tmp_path / "a.png", "x")
    assert near(opened(made.data).getpixel((25, 25)), WHITE)


def test_colour_profile_is_used_and_a_broken_one_is_no_reason_to_stop(tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for icc in (profile, b"broken"):
        [made] = renditions(picture(tmp_path / "a.jpg", (50, 50), icc_profile=icc), "x")
        assert near(opened(made.data).getpixel((25, 25)), RED)


def test_same_picture_same_bytes(tmp_path: Path) -> None:
    path = turned(tmp_path / "a.jpg", 6)
    assert list(renditions(path, "x")) == list(renditions(path, "x"))
