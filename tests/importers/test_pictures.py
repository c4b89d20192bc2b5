"""Pictures lose what a camera wrote, and nothing of what they show."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from ikw.importers.pictures import bare


def picture(form: str, **options: object) -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "Kamera von Ada Muster"
    buffer = io.BytesIO()
    image = Image.effect_noise((64, 48), 60).convert("RGB")
    image.save(buffer, form, exif=exif, icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), **options)
    return buffer.getvalue()


def png() -> bytes:
    words = PngInfo()
    words.add_text("Author", "Ada Muster")
    words.add_itxt("Ort", "Ada Muster")
    return picture("PNG", pnginfo=words)


def webp() -> bytes:
    return picture("WEBP", xmp=b"<x>Ada Muster</x>")


@pytest.mark.parametrize("data", [picture("JPEG", comment=b"Ada Muster"), picture("JPEG", progressive=True), png(), webp()], ids=["jpeg", "progressive", "png", "webp"])
def test_notes_go_and_pixels_stay(data: bytes) -> None:
    made = bare(data)
    assert b"Ada Muster" in data
    assert b"Ada Muster" not in made
    with Image.open(io.BytesIO(data)) as before, Image.open(io.BytesIO(made)) as after:
        assert after.tobytes() == before.tobytes()
        assert after.info.get("icc_profile") == before.info.get("icc_profile")
        assert dict(after.getexif()) == {}


@pytest.mark.parametrize("turn", range(1, 9))
def test_how_it_is_turned_stays(turn: int) -> None:
    with Image.open(io.BytesIO(bare(picture("JPEG"), turn))) as image:
        assert image.getexif().get(0x0112, 1) == turn


@pytest.mark.parametrize("data", [b"", b"\xff\xd8", b"\xff\xd8\xff\xe1\xff\xff", b"\x89PNG\r\n\x1a\n\0\0", b"RIFF\0\0\0\0WEBPVP8X", b"GIF89a"])
def test_what_is_broken_does_no_harm(data: bytes) -> None:
    bare(data)
