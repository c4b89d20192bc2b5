"""Sheets are written into a folder that is asked for; one that cannot be is a clear line."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

import pytest

from ikw.commands.printing import _write
from ikw.output import OutputFile
from ikw.usage import UsageError

SHEET = OutputFile(path="poster.pdf", data=b"%PDF")


def test_a_folder_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _write(Namespace(to=tmp_path / "neu" / "print"), [SHEET]) == 0
    assert (tmp_path / "neu" / "print" / "poster.pdf").read_bytes() == b"%PDF"
    assert capsys.readouterr().out == f"{tmp_path}/neu/print/poster.pdf geschrieben.\n"


@pytest.mark.parametrize("name", ["datei", "datei/darin"])
def test_a_file_is_no_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "datei").write_text("Text", encoding="utf-8")
    with pytest.raises(UsageError, match=r"Das ist kein Ordner\.$"):
        _write(Namespace(to=tmp_path / name), [SHEET])
    assert (tmp_path / "datei").read_text(encoding="utf-8") == "Text"
