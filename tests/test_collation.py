"""Names in the order in which a language's readers look for them."""

from __future__ import annotations

import pytest

from ikw.collation import sort_key

ORDERS = {
    "German: umlauts with their letter": ("de", ["Ärztehaus", "aula", "Bücherei", "Bürgerhaus", "Strand", "Straße", "Strasser", "Zoo"]),
    "Easy Language as German": ("de-simple", ["Alheim", "Ärzte", "Bebra"]),
    "Ukrainian: і after и, ґ after г": ("uk", ["Англійська", "Гуртки", "Ґазда", "Дари", "Єднання", "Жук", "Ірпінь", "Їжа", "Київ", "Bebra"]),
    "Russian: ё after е": ("ru", ["Елена", "Ёлка", "Жар", "Bebra"]),
    "Turkish: ç after c, ı before i": ("tr", ["Cem", "Çay", "Isı", "İl", "Ömer", "Şiir", "Zil"]),
    "Persian: پ after ب, گ after ک": ("fa", ["آب", "بازار", "پل", "ترانه", "کتاب", "گل", "لاله", "یاد"]),
    "Arabic: before Latin letters": ("ar", ["بيت", "تعارف", "Bebra"]),
}


@pytest.mark.parametrize(("lang", "names"), ORDERS.values(), ids=ORDERS)
def test_order(lang: str, names: list[str]) -> None:
    assert sorted(set(names), key=lambda name: sort_key(lang, name)) == names


def test_names_that_differ_in_case_have_an_order_of_their_own() -> None:
    assert sort_key("de", "Bebra") != sort_key("de", "bebra")
