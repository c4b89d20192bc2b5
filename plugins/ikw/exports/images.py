"""Pictures: check what contributors hand in, and make the sizes that pages show. Floor 4; the home of Pillow.

It reads the one file it is given and writes none. Every picture is made anew from its pixels, so nothing of the original file
stays: no place, no camera, no name, and nothing hidden behind the picture.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ikw.output import OutputFile
from ikw.pictures import widths_of
from ikw.problems import N_, Fault

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_BYTES = 12_000_000
MAX_PIXELS = 40_000_000
FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
# Progressive JPEG: any phone shows it, and on a slow line all of it is there at once, only blurred.
QUALITY = 80
PRINT_QUALITY = 92
WHITE = (255, 255, 255)
# Dots per inch on paper: what a press needs, and what a screen or an office's printer shows.
PRESS_DPI, SCREEN_DPI = 300, 160

_SMALLER = N_("Speichern Sie es kleiner, zum Beispiel 2000 Pixel breit.")
_ORIENTATION = 0x0112
_SUFFIXES = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}
# How formats that are not taken begin: (offset, bytes, name).
_OTHERS = (
    (4, b"ftyphei", "HEIC"), (4, b"ftypmif1", "HEIC"), (4, b"ftypavif", "AVIF"), (0, b"GIF8", "GIF"), (0, b"BM", "BMP"),
    (0, b"II*\0", "TIFF"), (0, b"MM\0*", "TIFF"), (0, b"%PDF", "PDF"), (0, b"<svg", "SVG"), (0, b"<?xml", "SVG"),
)


def inspect(path: Path) -> tuple[int, int] | Fault:
    """Return a picture's width and height as it is shown (turned as its EXIF says), or what is wrong with it."""
    expected = FORMATS.get(path.suffix.lower())
    if path.is_symlink() or not path.is_file():
        return _link_fault(path)
    if expected is None:
        return _format_fault(path, path.suffix.lstrip(".").upper() or N_("ohne Endung"))
    size = path.stat().st_size
    if size > MAX_BYTES:
        return _size_fault(path, size)
    return _inspect(path, path.read_bytes(), expected)


def _inspect(path: Path, data: bytes, expected: str) -> tuple[int, int] | Fault:
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 -- slow import

    try:
        image = _open(data)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return _pixel_fault(path, None)
    except UnidentifiedImageError:
        other = next((name for at, begin, name in _OTHERS if data[at:].startswith(begin)), None)
        return _format_fault(path, other) if other else _broken_fault(path)
    except (OSError, ValueError, SyntaxError):
        return _broken_fault(path)
    with image:
        found = "JPEG" if image.format == "MPO" else str(image.format)
        if found != expected:
            return _label_fault(path, found)
        width, height = image.size
        if width * height > MAX_PIXELS:
            return _pixel_fault(path, (width, height))
        if not _is_whole(data, found):
            return _broken_fault(path)
        return (height, width) if _orientation(image) >= 5 else (width, height)


def turn_of(data: bytes) -> int:
    """Return how a picture says that it is turned (EXIF), 1 for upright and for what is no picture."""
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 -- slow import

    try:
        with _open(data) as image:
            return _orientation(image)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombWarning, Image.DecompressionBombError):
        return 1


def renditions(path: Path, stem: str) -> Iterator[OutputFile]:
    """Yield the picture in its widths as `<stem>-<width>.jpg`. It has passed `inspect`."""
    from PIL import Image  # noqa: PLC0415 -- slow import

    with _open(path.read_bytes()) as image:
        orientation = _orientation(image)
        width, height = image.size[::-1] if orientation >= 5 else image.size
        sizes = widths_of(width)
        # A JPEG can be decoded at half or a quarter of its size in a fraction of the time.
        image.draft(None, (image.width * sizes[-1] // width, image.height * sizes[-1] // width))
        bare = _turned(_srgb(_flat(image)), orientation)
    for size in sizes:
        small = bare.resize((size, max(1, round(height * size / width))), Image.Resampling.LANCZOS)
        small.info = {}
        buffer = io.BytesIO()
        small.save(buffer, "JPEG", quality=QUALITY, progressive=True, optimize=True)
        yield OutputFile(path=f"{stem}-{size}.jpg", data=buffer.getvalue())


def for_paper(path: Path, millimetres: float, *, is_print: bool) -> bytes:
    """Return the picture for a width on paper as a JPEG: in process colours for a press, else as on a screen. Never enlarged."""
    from PIL import Image  # noqa: PLC0415 -- slow import

    with _open(path.read_bytes()) as image:
        orientation = _orientation(image)
        width = image.size[1] if orientation >= 5 else image.size[0]
        most = round(millimetres / 25.4 * (PRESS_DPI if is_print else SCREEN_DPI))
        if most < width:
            image.draft(None, (image.width * most // width, image.height * most // width))
        bare = _turned(_srgb(_flat(image)), orientation)
    if most < bare.width:
        bare = bare.resize((most, max(1, round(bare.height * most / bare.width))), Image.Resampling.LANCZOS)
    if is_print:
        bare = bare.convert("CMYK")
    bare.info = {}
    buffer = io.BytesIO()
    bare.save(buffer, "JPEG", quality=PRINT_QUALITY if is_print else QUALITY)
    return buffer.getvalue()


def _open(data: bytes) -> Image:
    """Open a picture; of the formats we do not take, no reader is even tried."""
    from PIL import Image  # noqa: PLC0415 -- slow import

    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        return Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP"))


def _orientation(image: Image) -> int:
    """Return how EXIF says the picture is turned, 1 (upright) where it says nothing readable. Reads no pixels."""
    if image.format == "PNG" and "exif" not in image.info:
        return 1
    try:
        value = image.getexif().get(_ORIENTATION, 1)
    except Exception:  # broken EXIF raises what it likes, and is no reason to refuse a picture
        return 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def _turned(image: Image, orientation: int) -> Image:
    from PIL.Image import Transpose  # noqa: PLC0415 -- slow import

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT, 3: Transpose.ROTATE_180, 4: Transpose.FLIP_TOP_BOTTOM, 5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270, 7: Transpose.TRANSVERSE, 8: Transpose.ROTATE_90,
    }
    return image.transpose(turns[orientation]) if orientation in turns else image


def _flat(image: Image) -> Image:
    """Return the picture without transparency, on white, and without a palette; CMYK, grey and RGB stay what they are."""
    from PIL import Image as Images  # noqa: PLC0415 -- slow import

    if image.has_transparency_data:
        above = image.convert("RGBA")
        below = Images.new("RGB", above.size, WHITE)
        below.paste(above, mask=above.getchannel("A"))
        below.info = dict(image.info)
        return below
    if image.mode.startswith("I"):  # 16 bits of grey; a plain conversion would cut what is lighter than 255
        return image.point(lambda value: value / 256).convert("L")
    return image if image.mode in ("RGB", "CMYK", "L") else image.convert("RGB")


def _srgb(image: Image) -> Image:
    """Return the picture in the colours of the web; the profile that says what the numbers mean is dropped afterwards."""
    from PIL import ImageCms  # noqa: PLC0415 -- slow import

    profile = image.info.get("icc_profile")
    if profile:
        try:
            found = ImageCms.profileToProfile(
                image, ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode="RGB",
            )
        except (ImageCms.PyCMSError, OSError, ValueError):
            found = None
        if found is not None:
            return found
    return image.convert("RGB")


def _is_whole(data: bytes, found: str) -> bool:
    """Whether the file goes on to its end mark: half a file opens like a whole one."""
    if found == "PNG":
        return b"IEND" in data[-4096:]
    if found == "WEBP":
        return len(data) >= int.from_bytes(data[4:8], "little") + 8
    at = 2
    # Segment by segment to the pixels (start of scan); a preview inside EXIF has an end mark of its own.
    while at + 4 <= len(data) and data[at : at + 2] != b"\xff\xda":
        at += 1 if data[at : at + 2] == b"\xff\xff" else 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return data.find(b"\xff\xd9", at) >= 0


def _link_fault(path: Path) -> Fault:
    return Fault(
        code="image-link",
        message=N_("„{name}“ ist keine Bilddatei, sondern eine Verknüpfung oder ein Ordner.").format(name=path.name),
        mend=N_("Legen Sie die Bilddatei selbst an diese Stelle."),
    )


def _format_fault(path: Path, found: str) -> Fault:
    return Fault(
        code="image-format",
        message=N_("„{name}“ ist kein Bild, das wir nehmen können ({found}).").format(name=path.name, found=found),
        mend=N_("Speichern Sie es als JPEG, PNG oder WebP."),
    )


def _label_fault(path: Path, found: str) -> Fault:
    right = path.stem + _SUFFIXES[found]
    return Fault(
        code="image-label", message=N_("„{name}“ ist in Wahrheit ein {found}-Bild.").format(name=path.name, found=found),
        mend=N_("Nennen Sie die Datei „{name}“, auch im Feld image.").format(name=right),
    )


def _size_fault(path: Path, size: int) -> Fault:
    megabytes = f"{size / 1_000_000:.1f}".replace(".", ",")
    message = N_("„{name}“ hat {size} MB; erlaubt sind {limit} MB.")
    return Fault(
        code="image-size", message=message.format(name=path.name, size=megabytes, limit=MAX_BYTES // 1_000_000), mend=_SMALLER,
    )


def _pixel_fault(path: Path, size: tuple[int, int] | None) -> Fault:
    shown = f" ({size[0]} × {size[1]})" if size else ""
    message = N_("„{name}“ hat mehr als {limit} Millionen Pixel{size}.")
    return Fault(
        code="image-pixels", message=message.format(name=path.name, limit=MAX_PIXELS // 1_000_000, size=shown), mend=_SMALLER,
    )


def _broken_fault(path: Path) -> Fault:
    return Fault(
        code="image-broken", message=N_("„{name}“ ist beschädigt oder nicht ganz übertragen.").format(name=path.name),
        mend=N_("Öffnen Sie das Bild auf Ihrem Gerät, speichern Sie es neu und laden Sie es noch einmal hoch."),
    )
