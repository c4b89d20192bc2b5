"""Scalars: single values, from the text of one line to what it means. Floor 1, pure.

A reader takes a text and returns its value, or a fault that names the value seen and the mend. It knows no place and guesses
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from ikw.fields import URL_LIMIT
from ikw.model import Age
from ikw.problems import N_, Fault
from ikw.source.tree import ID, ID_LENGTH
from ikw.values.lines import short
from ikw.values.texts import fault

YES = frozenset(("ja", "yes", "true", "wahr"))
NO = frozenset(("nein", "no", "false", "falsch"))
FREE = frozenset(("free", "frei", "kostenlos", "kostenfrei", "gratis", "eintritt frei"))

LEAST_DIGITS = 3  # of a telephone number

# A browser judges by the same ones (`rulebook`); each must fit a whole text.
PATTERNS = {
    "url": re.compile(r"https?://(?:[\w-]+\.)+[^\W\d_][\w-]*(?::[0-9]{1,5})?(?:[/?#][^\s<>\"\\]*)?", re.IGNORECASE),
    "email": re.compile(r"[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,63}"),
    "phone": re.compile(r"[+(]?[0-9][0-9 ()/‐‑–−-]{2,30}"),
    "postcode": re.compile(r"[0-9]{5}"),
    "number": re.compile(r"[1-9][0-9]{0,5}"),
    "amount": re.compile(
        r"(?:€|euro|eur)?\s?(?P<whole>[0-9]{1,4})(?:[.,](?P<cents>[0-9]{2}|-{1,2}|[–—]))?\s?(?:€|euro|eur)?", re.IGNORECASE,
    ),
    "age": re.compile(
        r"(?:(?:von )?(?P<from>[0-9]{1,2}) ?(?:[-–]|bis) ?(?P<to>[0-9]{1,2})|(?P<above>[0-9]{1,2}) ?\+|ab (?P<open>[0-9]{1,2})"
        r"|bis (?P<until>[0-9]{1,2}))(?: jahren?)?"
    ),
}
_DEGREES = re.compile(r"[+-]?[0-9]{1,3}(?:[.,][0-9]{1,12})?")


def url(text: str) -> str | Fault:
    """Read a web address: http or https only."""
    if len(text) > URL_LIMIT:
        return fault("url-long", n=len(text), limit=URL_LIMIT, value=short(text))
    if PATTERNS["url"].fullmatch(text):
        return text
    near = "https://" + re.sub(r"^(?:https?:)?/*", "", text, flags=re.IGNORECASE)
    is_likely = PATTERNS["url"].fullmatch(near) and near != text
    return fault("url-near" if is_likely else "url", value=short(text), near=near)


def email(text: str) -> str | Fault:
    """Read an e-mail address."""
    if PATTERNS["email"].fullmatch(text):
        return text
    near = re.sub(r"^mailto:", "", text, flags=re.IGNORECASE)
    return fault("email-near" if PATTERNS["email"].fullmatch(near) else "email", value=short(text), near=near)


def phone(text: str) -> str | Fault:
    """Read a telephone number as written on posters: digits, blanks, brackets, slash, dash."""
    if PATTERNS["phone"].fullmatch(text) and sum(sign.isdigit() for sign in text) >= LEAST_DIGITS:
        return text
    return fault("phone", value=short(text))


def postcode(text: str) -> str | Fault:
    """Read a German postcode: five digits, as text (01067 is not 1067)."""
    return text if PATTERNS["postcode"].fullmatch(text) else fault("postcode", value=short(text))


def id_(text: str) -> str | Fault:
    """Read an id: small letters, digits, single hyphens, at most 80 characters."""
    if len(text) <= ID_LENGTH and ID.fullmatch(text):
        return text
    return _wrong("id", text, N_("keine Kennung"), ID_MEND)


ID_MEND = N_("Erlaubt sind kleine Buchstaben von a bis z, Ziffern und einzelne Bindestriche, höchstens 80 Zeichen.")


def number(text: str) -> int | Fault:
    """Read a whole number from 1 to 999 999."""
    return int(text) if PATTERNS["number"].fullmatch(text) else fault("number", value=short(text))


def latitude(text: str) -> Decimal | Fault:
    """Read a latitude in degrees, with a decimal point or comma."""
    return _degrees(text, 90, "50.868")


def longitude(text: str) -> Decimal | Fault:
    """Read a longitude in degrees, with a decimal point or comma."""
    return _degrees(text, 180, "9.707")


def _degrees(text: str, limit: int, example: str) -> Decimal | Fault:
    if _DEGREES.fullmatch(text):
        value = Decimal(text.replace(",", "."))
        if abs(value) <= limit:
            return value
    mend = N_("Schreiben Sie eine Zahl von -{limit} bis {limit}, zum Beispiel {example}.").format(limit=limit, example=example)
    return _wrong("degrees", text, N_("keine Angabe in Grad"), mend)


def amount(text: str) -> Decimal | Fault:
    """Read euros: "8 €", "8,50", "8.50 Euro", "8,-"; `free` is 0."""
    if text.lower() in FREE:
        return Decimal(0)
    match = PATTERNS["amount"].fullmatch(text)
    if match is None:
        return fault("amount", value=short(text))
    cents = match["cents"] or ""
    return Decimal(f"{match['whole']}.{cents}") if cents.isdigit() else Decimal(match["whole"])


def age(text: str) -> Age | Fault:
    """Read "6–12", "14+", "ab 6 Jahren", "bis 12"."""
    match = PATTERNS["age"].fullmatch(text.lower())
    if match is None:
        return fault("age", value=short(text))
    youngest, oldest = _years(match["from"] or match["above"] or match["open"]), _years(match["to"] or match["until"])
    if youngest is not None and oldest is not None and youngest > oldest:
        return fault("age-turned", value=short(text), near=f"{oldest}–{youngest}")
    return Age(youngest=youngest, oldest=oldest)


def _years(digits: str | None) -> int | None:
    return int(digits) if digits else None


def yes(text: str) -> bool | Fault:
    """Read ja or nein."""
    if text.lower() in YES | NO:
        return text.lower() in YES
    message = N_("„{value}“ ist weder ja noch nein.").format(value=short(text))
    return Fault(code="yes-no", message=message, mend=N_("Schreiben Sie ja oder nein."))


def _wrong(code: str, text: str, what: str, mend: str) -> Fault:
    return Fault(code=f"{code}-wrong", message=N_("„{value}“ ist {what}.").format(value=short(text), what=what), mend=mend)


SCALARS: Mapping[str, Callable[[str], object]] = {
    "url": url, "email": email, "phone": phone, "postcode": postcode, "id": id_, "number": number, "latitude": latitude,
    "longitude": longitude, "amount": amount, "age": age, "yes": yes,
}
