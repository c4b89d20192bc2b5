"""Tables as text, in every dialect and encoding that offices write; what can be read in no way is refused with the mend."""

from __future__ import annotations

import pytest

from ikw.importers.delimited import decode, read_delimited
from ikw.importers.sheets import TableError

ROWS = [["Titel", "Datum", "Ort"], ["Frühstück, süß", "14.9.", "Halle; Hof"]]
QUOTED = '"Titel"{0}"Datum"{0}"Ort"\r\n"Frühstück, süß"{0}"14.9."{0}"Halle; Hof"\r\n'


def cells(data: bytes) -> list[list[str]]:
    return [[cell.text for cell in row] for row in read_delimited(data).rows if row]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_every_dialect_is_read(delimiter: str, encoding: str) -> None:
    assert cells(QUOTED.format(delimiter).encode(encoding)) == ROWS


def test_a_line_may_name_the_delimiter() -> None:
    sheet = read_delimited(b"sep=;\r\nTitel;Datum\r\nA;1.9.\r\n")
    assert ([[cell.text for cell in row] for row in sheet.rows], sheet.first) == ([["Titel", "Datum"], ["A", "1.9."]], 2)


def test_a_cell_may_have_several_lines() -> None:
    assert cells(b'Titel;Beschreibung\n"A";"eins\nzwei"\nB;drei\n') == [["Titel", "Beschreibung"], ["A", "eins\nzwei"], ["B", "drei"]]


def test_quotes_as_people_type_them_stay() -> None:
    assert cells('Titel;Ort\n"Faselstündchen" bei TuWat;"TuWat"\n'.encode()) == [["Titel", "Ort"], ['"Faselstündchen" bei TuWat', "TuWat"]]


def test_lines_of_two_encodings_are_read_each_by_its_own() -> None:
    data = "Titel;Ort\nFrühstück;Höhe\n".encode() + "Käse;Öl\n".encode("cp1252")
    assert cells(data) == [["Titel", "Ort"], ["Frühstück", "Höhe"], ["Käse", "Öl"]]


def test_signs_that_another_code_page_would_have_are_read_where_they_are_meant() -> None:
    data = "Titel;Ort\nFest (§ 14);Mišo Šum\nFest † 1945;5 €\n".encode("cp1252")
    assert cells(data) == [["Titel", "Ort"], ["Fest (§ 14)", "Mišo Šum"], ["Fest † 1945", "5 €"]]


def test_a_broken_letter_stands_out() -> None:
    assert decode("Frühstück \xe4".encode().replace(b"\xc3\xa4", b"\xff")) == "Frühstück \ufffd"


REFUSED = [
    (b'Titel;Ort\n"offen;x\ny;z;1\n', "Zeile 3: Die Anführungszeichen sind nicht geschlossen"),
    ("Titel;Ort\nFrühstück;Bär\n".encode("mac-roman"), "weder in UTF-8 noch in Windows-1252"),
    ("Titel;Ort\nGrüße;Wiese\n".encode("mac-roman"), "weder in UTF-8 noch in Windows-1252"), ("Titel;Ort\nFest;Hauptstraße 1\n".encode("mac-roman"), "weder in UTF-8 noch in Windows-1252"),
    ("Titel;Ort\nÜber uns;Wiese\n".encode("mac-roman"), "weder in UTF-8 noch in Windows-1252"),
    ("Titel;Ort\nFrühstück;Bär\n".encode("cp850"), "weder in UTF-8 noch in Windows-1252"),
    (b"Titel;Ort\nA\0B;C\n", "das Byte 0"),
    (b"x" * 20_000_001, "größer als 20 MB"),
]


@pytest.mark.parametrize(("data", "message"), REFUSED, ids=[case[1] for case in REFUSED])
def test_what_cannot_be_read_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(TableError, match=message):
        read_delimited(data)
