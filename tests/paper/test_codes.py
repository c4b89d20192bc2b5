"""An address becomes the squares of a QR code."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from PIL import Image

from ikw.paper.codes import Code, code

ADDRESS = "https://ikw.example.org/2025/stadtteilfest-hohe-luft/"


def painted(made: Code) -> Image.Image:
    """Paint a code with the white edge it needs."""
    image = Image.new("1", (made.size + 8, made.size + 8), 1)
    for column, row, length in made.runs:
        for x in range(column, column + length):
            image.putpixel((x + 4, row + 4), 0)
    return image.resize((image.width * 4, image.height * 4))


def test_runs_touch_neither_each_other_nor_the_edge() -> None:
    made = code(ADDRESS)
    for (column, row, length), after in zip(made.runs, made.runs[1:], strict=False):
        assert column + length <= made.size
        assert after[1] > row or after[0] > column + length


def test_the_same_address_gives_the_same_code() -> None:
    assert code(ADDRESS) == code(ADDRESS)


@pytest.mark.slow
@pytest.mark.parametrize("address", [ADDRESS, "https://ikw.example.org/", "https://ikw.example.org/ar/2025/" + "lang-" * 15 + "ende/"])
def test_a_code_reads_as_its_address(address: str, tmp_path: Path) -> None:
    painted(code(address)).save(tmp_path / "code.png")
    done = subprocess.run(["zbarimg", "--quiet", "--raw", str(tmp_path / "code.png")], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == address
