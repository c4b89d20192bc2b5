"""Single values: every form that is accepted, and what is said of the others."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ikw.model import Age
from ikw.problems import Fault
from ikw.values import scalars


def fault(code: str, message: str, mend: str) -> Fault:
    return Fault(code=code, message=message, mend=mend)


def same(*texts: str) -> list[tuple[str, str]]:
    """Texts that are read as they are."""
    return [(text, text) for text in texts]


GOOD: dict[str, list[tuple[str, object]]] = {
    "url": [*same(
        "https://example.org", "http://example.org/", "https://www.example.org:8080/a/b?c=d&e=f#g", "https://bücher.example/ä",
        "HTTPS://EXAMPLE.ORG/", "https://example.org/(klammern)", "https://xn--bcher-kva.example", f"https://example.org/{'a' * 980}",
    )],
    "email": [*same("buero@example.org", "a.b+c_d%e-f@mail.example.co.uk", "X@EXAMPLE.ORG")],
    "phone": [*same(
        "06621 00 00 00", "(06621) 12 34 56", "06621/123456", "06621 / 123-45", "06621 123–45", "+49 6621 123456", "+49 (0) 6621 123456", "115", "0800 1234567",
    )],
    "postcode": [*same("36251", "01067")],
    "id": [*same("fest", "fest-der-kulturen", "2025", "a1-b2", "a" * 80)],
    "number": [("1", 1), ("20", 20), ("999999", 999_999)],
    "latitude": [("50.868", Decimal("50.868")), ("50,868", Decimal("50.868")), ("-90", Decimal(-90)), ("+50", Decimal(50))],
    "longitude": [("9.707", Decimal("9.707")), ("180", Decimal(180)), ("-9,7", Decimal("-9.7"))],
    "amount": [
        ("8 €", Decimal(8)), ("8€", Decimal(8)), ("8,50", Decimal("8.50")), ("8.50 Euro", Decimal("8.50")), ("8,50 €", Decimal("8.50")),
        ("€ 8", Decimal(8)), ("EUR 8.50", Decimal("8.50")), ("8,- €", Decimal(8)), ("8,-- €", Decimal(8)), ("8,– €", Decimal(8)), ("0", Decimal(0)),
        ("1200 €", Decimal(1200)), ("free", Decimal(0)), ("Kostenlos", Decimal(0)), ("Eintritt frei", Decimal(0)),
    ],
    "age": [
        ("6–12", Age(youngest=6, oldest=12)), ("6-12", Age(youngest=6, oldest=12)), ("6 – 12 Jahre", Age(youngest=6, oldest=12)),
        ("6 bis 12", Age(youngest=6, oldest=12)), ("von 6 bis 12 Jahren", Age(youngest=6, oldest=12)), ("6–6", Age(youngest=6, oldest=6)),
        ("14+", Age(youngest=14, oldest=None)), ("14 +", Age(youngest=14, oldest=None)), ("ab 6 Jahren", Age(youngest=6, oldest=None)),
        ("Ab 6", Age(youngest=6, oldest=None)), ("bis 12", Age(youngest=None, oldest=12)), ("0–3", Age(youngest=0, oldest=3)),
    ],
    "yes": [("ja", True), ("Ja", True), ("true", True), ("yes", True), ("wahr", True), ("nein", False), ("NEIN", False), ("false", False), ("no", False)],
}


@pytest.mark.parametrize(("kind", "text", "value"), [(kind, *case) for kind, cases in GOOD.items() for case in cases])
def test_a_value_is_read(kind: str, text: str, value: object) -> None:
    assert scalars.SCALARS[kind](text) == value


def test_every_kind_has_its_cases() -> None:
    assert set(GOOD) == set(scalars.SCALARS) == set(BAD)


WEB = "Schreiben Sie eine Adresse, die mit https:// beginnt und keine Leerzeichen hat, zum Beispiel https://example.org/."
CALL = "Schreiben Sie eine einzige Nummer aus Ziffern, Leerzeichen, / und –, zum Beispiel 06621 00 00 00."
IDS = "Erlaubt sind kleine Buchstaben von a bis z, Ziffern und einzelne Bindestriche, höchstens 80 Zeichen."
BAD = {
    "url": [
        ("ftp://example.org", "„ftp://example.org“ ist keine Adresse im Netz.", WEB),
        ("javascript:alert(1)", "„javascript:alert(1)“ ist keine Adresse im Netz.", WEB),
        ("https://example.org/a b", "„https://example.org/a b“ ist keine Adresse im Netz.", WEB),
        ("https://name@example.org", "„https://name@example.org“ ist keine Adresse im Netz.", WEB),
        ("https://localhost/", "„https://localhost/“ ist keine Adresse im Netz.", WEB),
        ("https://example.org\\@evil.example", "„https://example.org\\@evil.example“ ist keine Adresse im Netz.", WEB),
        ('https://example.org/"onclick', '„https://example.org/"onclick“ ist keine Adresse im Netz.', WEB),
        ("www.example.org", "„www.example.org“ ist keine Adresse im Netz.", "Schreiben Sie: https://www.example.org"),
        ("//example.org/a", "„//example.org/a“ ist keine Adresse im Netz.", "Schreiben Sie: https://example.org/a"),
        ("http:/example.org", "„http:/example.org“ ist keine Adresse im Netz.", "Schreiben Sie: https://example.org"),
    ],
    "email": [
        ("buero", "„buero“ ist keine E-Mail-Adresse.", "Schreiben Sie eine Adresse wie buero@example.org."),
        ("büro@example.org", "„büro@example.org“ ist keine E-Mail-Adresse.", "Schreiben Sie eine Adresse wie buero@example.org."),
        ("a@b", "„a@b“ ist keine E-Mail-Adresse.", "Schreiben Sie eine Adresse wie buero@example.org."),
        ("mailto:a@example.org", "„mailto:a@example.org“ ist keine E-Mail-Adresse.", "Schreiben Sie: a@example.org"),
    ],
    "phone": [
        ("anrufen", "„anrufen“ ist keine Telefonnummer.", CALL),
        ("06621 1 oder 2", "„06621 1 oder 2“ ist keine Telefonnummer.", CALL),
        ("1-2", "„1-2“ ist keine Telefonnummer.", CALL),
        ("٠٦٦٢١", "„٠٦٦٢١“ ist keine Telefonnummer.", CALL),
    ],
    "postcode": [
        ("1067", "„1067“ ist keine Postleitzahl.", "Eine Postleitzahl hat fünf Ziffern, zum Beispiel 36251."),
        ("٣٦٢٥١", "„٣٦٢٥١“ ist keine Postleitzahl.", "Eine Postleitzahl hat fünf Ziffern, zum Beispiel 36251."),
    ],
    "id": [(text, f"„{text}“ ist keine Kennung.", IDS) for text in ("Fest", "das fest", "fest-", "fest--1", "größe", "../x")],
    "number": [
        (text, f"„{text}“ ist keine ganze Zahl ab 1.", "Schreiben Sie nur Ziffern, zum Beispiel 20.")
        for text in ("0", "zwanzig", "20 Personen", "1.5", "-3", "1000000", "²")
    ],
    "latitude": [
        (text, f"„{text}“ ist keine Angabe in Grad.", "Schreiben Sie eine Zahl von -90 bis 90, zum Beispiel 50.868.")
        for text in ("91", "NaN", "Infinity", "5e1", "50° 52′", "")
    ],
    "longitude": [
        ("181", "„181“ ist keine Angabe in Grad.", "Schreiben Sie eine Zahl von -180 bis 180, zum Beispiel 9.707."),
    ],
    "amount": [
        (text, f"„{text}“ ist kein Betrag.", "Schreiben Sie einen Betrag wie 8 € oder 8,50.")
        for text in ("acht", "8,5", "8 Dollar", "1.200 €", "8 € / 5 €", "-8", "12345 €", "٨ €")
    ],
    "age": [
        *((text, f"„{text}“ ist keine Altersangabe.", "Schreiben Sie zum Beispiel 6–12, 14+ oder bis 12.") for text in ("18", "Kinder", "6–", "100+")),
        ("12–6", "„12–6“ ist keine Altersangabe.", "Schreiben Sie: 6–12"),
    ],
    "yes": [("vielleicht", "„vielleicht“ ist weder ja noch nein.", "Schreiben Sie ja oder nein.")],
}


@pytest.mark.parametrize(("kind", "text", "message", "mend"), [(kind, *case) for kind, cases in BAD.items() for case in cases])
def test_what_is_no_value_has_its_mend(kind: str, text: str, message: str, mend: str) -> None:
    code = {"yes": "yes-no", "latitude": "degrees-wrong", "longitude": "degrees-wrong"}.get(kind, f"{kind}-wrong")
    assert scalars.SCALARS[kind](text) == fault(code, message, mend)


def test_an_address_has_at_most_1000_letters() -> None:
    text = f"https://example.org/{'a' * 981}"
    assert scalars.url(text) == fault(
        "url-wrong", f"Die Adresse hat 1001 Zeichen, möglich sind 1000: „{text[:59]}…“.", "Suchen Sie eine kürzere Adresse derselben Seite.",
    )


def test_an_id_has_at_most_80_letters() -> None:
    assert scalars.id_("a" * 81) == fault("id-wrong", f"„{'a' * 59}…“ ist keine Kennung.", IDS)


@pytest.mark.parametrize(("kind", "text"), [(kind, mend.removeprefix("Schreiben Sie: ")) for kind, cases in BAD.items() for _, _, mend in cases if mend.startswith("Schreiben Sie: ")])
def test_what_a_mend_says_is_accepted(kind: str, text: str) -> None:
    assert not isinstance(scalars.SCALARS[kind](text), Fault)
