"""Data reaches a template as values; whatever is wrong stops the setting."""

from __future__ import annotations

import io
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest

from ikw.paper.typesetting import PRINT, SCREEN, Typesetter, TypesettingError
from small import picture

AT = datetime(2025, 9, 14, 12, tzinfo=UTC)
THEME = Path(__file__).parents[2] / "theme"
HEAD = """#let data = json(bytes(sys.inputs.data))
#set document(title: "Probe")
#set text(font: data.families, fallback: false, lang: "de")
"""


@pytest.fixture
def typesetter(tmp_path: Path) -> Typesetter:
    """A typesetter of one template, that prints what it is given."""
    return made(tmp_path, "#data.words")


def made(folder: Path, source: str, **others: str) -> Typesetter:
    (folder / "paper").mkdir()
    for name in ("fonts", "css", "stamps.json"):
        (folder / name).symlink_to(THEME / name)
    for name, text in {"probe": HEAD + source, **others}.items():
        (folder / "paper" / f"{name}.typ").write_text(text, encoding="utf-8")
    return Typesetter(folder)


def words(pdf: bytes) -> str:
    done = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode().strip()


def test_noto_sans_comes_first(typesetter: Typesetter) -> None:
    assert typesetter.families[:3] == ("Noto Sans", "Noto Sans Arabic", "Noto Sans Armenian")


@pytest.mark.slow
@pytest.mark.parametrize("text", ["#panic() *Stern* $x$ [x] @ref <label> \\n // `code`", '"Nie" wieder; #let x = 1', "= Titel", "- Punkt"])
def test_what_people_write_is_never_markup(typesetter: Typesetter, text: str) -> None:
    assert words(typesetter.pdf("probe.typ", {"words": text}, medium=SCREEN, at=AT)) == text


@pytest.mark.parametrize("medium", [SCREEN, PRINT])
def test_the_same_data_is_the_same_bytes(typesetter: Typesetter, medium: str) -> None:
    first, second = (typesetter.pdf("probe.typ", {"words": "Wort"}, medium=medium, at=AT) for _ in range(2))
    assert first == second


def test_a_pdf_is_dated_by_its_caller_and_tagged_for_screens(typesetter: Typesetter) -> None:
    with pikepdf.open(io.BytesIO(typesetter.pdf("probe.typ", {"words": "Wort"}, medium=SCREEN, at=AT))) as pdf:
        assert str(pdf.docinfo["/CreationDate"]) == "D:20250914120000Z"
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "de"
    with pikepdf.open(io.BytesIO(typesetter.pdf("probe.typ", {"words": "Wort"}, medium=PRINT, at=AT))) as pdf:
        assert "/StructTreeRoot" not in pdf.Root
        assert pdf.pdf_version == "1.6"


@pytest.mark.slow
def test_where_no_font_has_a_letter_stand_dots(typesetter: Typesetter) -> None:
    assert words(typesetter.pdf("probe.typ", {"words": "Ni hao (你好)"}, medium=SCREEN, at=AT)) == "Ni hao (…)"


def test_a_letter_that_is_found_missing_only_while_setting_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(TypesettingError, match="could not be displayed"):
        made(tmp_path, "中").pdf("probe.typ", {}, medium=SCREEN, at=AT)


@pytest.mark.slow
def test_pictures_among_letters_are_left_out(typesetter: Typesetter) -> None:
    assert words(typesetter.pdf("probe.typ", {"words": "Fest \U0001f389 im Hof"}, medium=SCREEN, at=AT)) == "Fest im Hof"


def test_a_warning_is_an_error(tmp_path: Path) -> None:
    """A heading inside a paragraph is left out with a warning."""
    with pytest.raises(TypesettingError, match="was ignored"):
        made(tmp_path, "#par[= Titel]").pdf("probe.typ", {}, medium=SCREEN, at=AT)


def test_an_error_says_where(tmp_path: Path) -> None:
    typesetter = made(tmp_path, '#import "other.typ": *\n#wrong()', other="#let wrong() = missing")
    with pytest.raises(TypesettingError, match=r"unknown variable: missing\n  ┌─ .*other\.typ:1:15"):
        typesetter.pdf("probe.typ", {}, medium=SCREEN, at=AT)


def test_pictures_are_found_by_name_and_need_words(tmp_path: Path) -> None:
    data = {"alt": "Ein rotes Tuch."}
    typesetter = made(tmp_path, '#image("/tuch.jpg", alt: data.alt)')
    assert b"/Image" in typesetter.pdf("probe.typ", data, medium=SCREEN, at=AT, pictures={"tuch.jpg": picture("red")})
    with pytest.raises(TypesettingError, match="file not found"):
        typesetter.pdf("probe.typ", data, medium=SCREEN, at=AT)
    with pytest.raises(TypesettingError, match="alt"):
        typesetter.pdf("probe.typ", {"alt": None}, medium=SCREEN, at=AT, pictures={"tuch.jpg": picture("red")})


def test_a_template_says_what_it_measured(tmp_path: Path) -> None:
    typesetter = made(tmp_path, "#context [#metadata(data.words.map(word => measure(word).width / 1pt))<measured>]")
    short, long = typesetter.measured("probe.typ", {"words": ["i", "iiiiiiiiii"]})  # type: ignore[misc]
    assert long == pytest.approx(10 * short)
