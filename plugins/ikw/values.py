"""Values: readers for single values of a data file. Floor 1.

A reader takes a node and returns a typed value, or None after it has noted a fault. Nothing is guessed: what is not understood is named
with the value seen and the mend.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, ClassVar

from ikw.fields import Field, by_name
from ikw.model import Age
from ikw.problems import ERROR, WARNING, N_, Fault, Problem
from ikw.source import Fields, Items, Node, Scalar
from ikw.when import Span, read_date, read_moment

YES = frozenset(("ja", "yes", "true", "wahr"))
NO = frozenset(("nein", "no", "false", "falsch"))
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
ID_LIMIT = 80

_TAG = re.compile(r"</?[a-zA-Z!][^>]*>?")
_SCRIPT = re.compile(r"(?i)\b(javascript|vbscript)\s*:|\bdata\s*:\s*text/html")
_URL = re.compile(r"https?://[^\s/?#@\\<>\"]+([/?#][^\s<>\"\\]*)?")
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_PHONE = re.compile(r"\+?[0-9][0-9 ()/–-]{3,30}")
_AMOUNT = re.compile(r"(?P<whole>\d{1,4})([.,](?P<cents>\d{2}|-|–))?\s*(€|euro|eur)?", re.IGNORECASE)
_AGE = re.compile(r"(?P<from>\d{1,2})\s*(?P<rest>\+|[-–]\s*(?P<to>\d{1,2}))|ab (?P<open>\d{1,2})|bis (?P<until>\d{1,2})")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z]{4,8})?")


class Reader:
    """Reads the fields of one file and collects what is wrong. `severity` of errors falls to a warning in a draft."""

    readers: ClassVar[Mapping[str, Callable[..., Any]]]

    def __init__(self, path: str, span: Span | None, *, is_draft: bool = False) -> None:
        """Take the file's path for problems, and the edition's span for dates."""
        self.path = path
        self.span = span
        self.is_draft = is_draft
        self.problems: list[Problem] = []

    def fault(self, line: int, field: str, code: str, message: str, mend: str, severity: str = ERROR) -> None:
        """Note a fault at a line."""
        severity = WARNING if self.is_draft else severity
        self.problems.append(Problem(path=self.path, line=line, field=field, code=code, severity=severity, message=message, mend=mend))

    def faults(self, found: Iterable[Fault], line: int, field: str) -> None:
        """Note faults of a parser that does not know the place."""
        for fault in found:
            self.fault(fault.line or line, field, fault.code, fault.message, fault.mend, fault.severity)

    def mapping(self, table: tuple[Field, ...], node: Fields, prefix: str = "") -> dict[str, Any]:
        """Read a mapping's fields by their table; absent fields are absent from the result."""
        known = by_name(table)
        found: dict[str, Any] = {}
        for name, line in node.key_lines.items():
            label = f"{prefix}{name}"
            field, child = known.get(name), node.get(name)
            if field is None:
                self._unknown(table, name, label, line)
            elif child is not None:
                value = self.read(field, child, label)
                if value is not None:
                    found[name] = value
        for field in table:
            if field.is_required and node.get(field.name) is None:
                line = node.key_lines.get(field.name, node.line)
                example = f", zum Beispiel „{field.name}: {field.example}“" if field.example else ""
                self.fault(
                    line, f"{prefix}{field.name}", "field-missing", N_("fehlt."),
                    N_("Ergänzen Sie die Zeile „{name}: …“{example}.").format(name=field.name, example=example),
                )
        return found

    def _unknown(self, table: tuple[Field, ...], name: str, label: str, line: int) -> None:
        lower = name.lower().replace(" ", "_")
        right = next((field.name for field in table if lower in field.german or lower == field.name), None)
        if right is None:
            near = difflib.get_close_matches(lower, [field.name for field in table], 1, 0.6)
            right = near[0] if near else None
        names = ", ".join(field.name for field in table if not field.is_coordinators)
        mend = N_("Das Feld heißt „{right}“.").format(right=right) if right else N_("Erlaubt sind: {names}.").format(names=names)
        self.fault(line, label, "field-unknown", N_("„{name}“ ist kein bekanntes Feld.").format(name=name), mend)

    def read(self, field: Field, node: Node, label: str) -> Any:
        """Read one value by the kind of its field."""
        return self.readers[field.kind](self, field, node, label)

    # -- texts ---------------------------------------------------------------------------------------------------------------

    def scalar(self, node: Node, label: str) -> str | None:
        """Return the text of a single value; a list or mapping is a fault."""
        if isinstance(node, Scalar):
            return node.text.strip()
        what = N_("eine Liste") if isinstance(node, Items) else N_("eine Gruppe von Feldern")
        self.fault(node.line, label, "value-shape", N_("Hier steht {what}, erwartet ist ein einzelner Wert.").format(what=what),
                   N_("Schreiben Sie einen Text hinter den Doppelpunkt."))
        return None

    def text(self, field: Field, node: Node, label: str) -> str | None:
        """Read plain text of one line: no markup, not too long."""
        found = self.scalar(node, label)
        if not found:
            return None
        found = " ".join(found.split())
        if not self._is_plain(found, node.line, label):
            return None
        if len(found) > field.limit:
            self.fault(node.line, label, "text-long", N_("{n} Zeichen sind zu viel, höchstens {limit} sind möglich: „{value}“.").format(
                n=len(found), limit=field.limit, value=short(found)), N_("Kürzen Sie um {n} Zeichen.").format(n=len(found) - field.limit))
            return None
        if field.warn and len(found) > field.warn:
            self.fault(node.line, label, "text-long", N_("{n} Zeichen sind lang: „{value}“.").format(n=len(found), value=short(found)),
                       N_("Gut lesbar sind höchstens {limit} Zeichen.").format(limit=field.warn), WARNING)
        return found

    def _is_plain(self, text: str, line: int, label: str) -> bool:
        tag = _TAG.search(text)
        if tag:
            self.fault(line, label, "text-html", N_("„{value}“ ist HTML.").format(value=short(tag[0])), N_("Schreiben Sie nur Text, ohne spitze Klammern."))
            return False
        script = _SCRIPT.search(text)
        if script:
            self.fault(line, label, "text-script", N_("„{value}“ ist nicht erlaubt.").format(value=short(script[0])), N_("Schreiben Sie nur Text."))
            return False
        return True

    def words(self, field: Field, node: Node, label: str) -> Mapping[str, str] | None:
        """Read a name: text, or a mapping from language to text."""
        if not isinstance(node, Fields):
            one = self.text(field, node, label)
            return {"de": one} if one else None
        found = {}
        for lang, child in node.values.items():
            if not _LANGUAGE.fullmatch(lang):
                self.fault(node.key_lines[lang], f"{label}.{lang}", "language-unknown", N_("„{value}“ ist kein Sprachkürzel.").format(value=lang),
                           N_("Schreiben Sie zum Beispiel de, en oder de-simple."))
            else:
                text = self.text(field, child, f"{label}.{lang}")
                if text:
                    found[lang] = text
        if "de" not in found:
            self.fault(node.line, label, "words-german", N_("Der deutsche Name fehlt."), N_("Ergänzen Sie „de: …“."))
            return None
        return {"de": found.pop("de"), **found}

    def items(self, node: Node) -> tuple[Node, ...]:
        """Return the items of a list; a single value is a list of one."""
        return node.items if isinstance(node, Items) else (node,)

    # -- choices -------------------------------------------------------------------------------------------------------------

    def choice(self, field: Field, node: Node, label: str) -> str | None:
        """Read one of the field's words."""
        found = self.scalar(node, label)
        if found is None or found in field.choices:
            return found
        near = difflib.get_close_matches(found.lower(), field.choices, 1)
        self.fault(node.line, label, "choice-unknown", N_("„{value}“ gibt es nicht.").format(value=short(found)), (
            N_("Meinten Sie „{near}“? ").format(near=near[0]) if near else "") + N_("Erlaubt sind: {names}.").format(names=", ".join(field.choices)))
        return None

    def choices(self, field: Field, node: Node, label: str) -> tuple[str, ...]:
        """Read a list of the field's words, each once."""
        found = (self.choice(field, item, label) for item in self.items(node))
        return tuple(dict.fromkeys(one for one in found if one))

    def yes(self, field: Field, node: Node, label: str) -> bool | None:
        """Read ja or nein."""
        found = self.scalar(node, label)
        if found is None:
            return None
        if found.lower() in YES:
            return True
        if found.lower() in NO:
            return False
        self.fault(node.line, label, "yes-no", N_("„{value}“ ist weder ja noch nein.").format(value=short(found)), N_("Schreiben Sie ja oder nein."))
        return None

    def languages(self, field: Field, node: Node, label: str) -> tuple[str, ...]:
        """Read a list of language codes (BCP 47: "de", "uk", "gsg", "de-simple")."""
        found = []
        for item in self.items(node):
            code = self.scalar(item, label)
            if code and _LANGUAGE.fullmatch(code):
                found.append(code)
            elif code:
                near = GERMAN_LANGUAGES.get(code.lower())
                self.fault(item.line, label, "language-unknown", N_("„{value}“ ist kein Sprachkürzel.").format(value=short(code)),
                           N_("Schreiben Sie „{near}“.").format(near=near) if near else N_("Schreiben Sie zwei oder drei kleine Buchstaben, zum Beispiel de, uk, ar."))
        return tuple(dict.fromkeys(found))

    # -- addresses and numbers -----------------------------------------------------------------------------------------------

    def _matching(self, pattern: re.Pattern[str], node: Node, label: str, code: str, mend: str) -> str | None:
        found = self.scalar(node, label)
        if not found:
            return None
        if len(found) <= 300 and pattern.fullmatch(found):
            return found
        what = {"url": N_("keine Adresse im Netz"), "email": N_("keine E-Mail-Adresse"), "phone": N_("keine Telefonnummer"),
                "postcode": N_("keine Postleitzahl"), "id": N_("keine Kennung")}[code]
        self.fault(node.line, label, f"{code}-wrong", N_("„{value}“ ist {what}.").format(value=short(found), what=what), mend)
        return None

    def url(self, field: Field, node: Node, label: str) -> str | None:
        """Read a web address: http or https only."""
        return self._matching(_URL, node, label, "url", N_("Sie beginnt mit https:// und hat keine Leerzeichen, zum Beispiel https://example.org/."))

    def email(self, field: Field, node: Node, label: str) -> str | None:
        """Read an e-mail address."""
        return self._matching(_EMAIL, node, label, "email", N_("Schreiben Sie zum Beispiel buero@example.org."))

    def phone(self, field: Field, node: Node, label: str) -> str | None:
        """Read a telephone number as written on posters: digits, blanks, brackets, slash, dash."""
        return self._matching(_PHONE, node, label, "phone", N_("Schreiben Sie nur Ziffern, Leerzeichen, / und –, zum Beispiel 06621 00 00 00."))

    def postcode(self, field: Field, node: Node, label: str) -> str | None:
        """Read a German postcode: five digits, as text (01067 is not 1067)."""
        return self._matching(re.compile(r"\d{5}"), node, label, "postcode", N_("Sie hat fünf Ziffern, zum Beispiel 36251."))

    def id(self, field: Field, node: Node, label: str) -> str | None:
        """Read an id: small letters, digits, single hyphens, at most 80 characters."""
        return self._matching(ID, node, label, "id", N_("Erlaubt sind kleine Buchstaben, Ziffern und Bindestriche, zum Beispiel fest-der-kulturen."))

    def number(self, field: Field, node: Node, label: str) -> int | None:
        """Read a whole number above zero."""
        found = self.scalar(node, label)
        if found is None:
            return None
        if re.fullmatch(r"\d{1,6}", found) and int(found):
            return int(found)
        self.fault(node.line, label, "number-wrong", N_("„{value}“ ist keine Zahl.").format(value=short(found)), N_("Schreiben Sie nur Ziffern, zum Beispiel 20."))
        return None

    def degrees(self, node: Node, label: str, limit: int) -> Decimal | None:
        """Read degrees with a decimal point or comma."""
        found = self.scalar(node, label)
        if found is None:
            return None
        try:
            value = Decimal(found.replace(",", "."))
        except InvalidOperation:
            value = Decimal("NaN")
        if value.is_finite() and abs(value) <= limit and len(found) <= 20:
            return value
        self.fault(node.line, label, "degrees-wrong", N_("„{value}“ ist keine Angabe in Grad.").format(value=short(found)), N_("Schreiben Sie zum Beispiel \"50.868\"."))
        return None

    def latitude(self, field: Field, node: Node, label: str) -> Decimal | None:
        """Read a latitude."""
        return self.degrees(node, label, 90)

    def longitude(self, field: Field, node: Node, label: str) -> Decimal | None:
        """Read a longitude."""
        return self.degrees(node, label, 180)

    def amount(self, field: Field, node: Node, label: str) -> Decimal | None:
        """Read euros: "8 €", "8,50", "8.50 Euro"."""
        found = self.scalar(node, label)
        if not found:
            return None
        match = _AMOUNT.fullmatch(found)
        if match:
            cents = match["cents"] if match["cents"] and match["cents"].isdigit() else "00"
            return Decimal(f"{match['whole']}.{cents}")
        self.fault(node.line, label, "amount-wrong", N_("„{value}“ ist kein Betrag.").format(value=short(found)),
                   N_("Schreiben Sie zum Beispiel 8 € oder 8,50."))
        return None

    def age(self, field: Field, node: Node, label: str) -> Age | None:
        """Read "6–12", "14+", "ab 6", "bis 12"."""
        found = self.scalar(node, label)
        if not found:
            return None
        match = _AGE.fullmatch(found.lower().removesuffix("jahre").removesuffix("jahren").strip())
        if match is None or (match["to"] and int(match["from"]) > int(match["to"])):
            self.fault(node.line, label, "age-wrong", N_("„{value}“ ist keine Altersangabe.").format(value=short(found)), N_("Schreiben Sie zum Beispiel 6–12 oder 14+."))
            return None
        youngest = match["from"] or match["open"]
        oldest = match["to"] or match["until"]
        return Age(youngest=int(youngest) if youngest else None, oldest=int(oldest) if oldest else None)

    def date(self, field: Field, node: Node, label: str) -> dt.date | None:
        """Read one date."""
        found = self.scalar(node, label)
        if not found:
            return None
        value, faults = read_date(found, self.span)
        self.faults(faults, node.line, label)
        return value

    def moment(self, field: Field, node: Node, label: str) -> dt.date | dt.datetime | None:
        """Read one date, with or without a time."""
        found = self.scalar(node, label)
        if not found or self.span is None:
            return None
        value, faults = read_moment(found, self.span)
        self.faults(faults, node.line, label)
        return value

    def unread(self, field: Field, node: Node, label: str) -> dict[str, str] | None:
        """Read what an import could not: a mapping from field to the words it saw."""
        if isinstance(node, Fields):
            return {name: child.text for name, child in node.values.items() if isinstance(child, Scalar)}
        self.fault(node.line, label, "value-shape", N_("Hier wird eine Gruppe „feld: wörter“ erwartet."), N_("Löschen Sie die Zeile, wenn alles geklärt ist."))
        return None


def short(text: str, limit: int = 60) -> str:
    """Return text for a message: one line, not too long."""
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1] + "…"


GERMAN_LANGUAGES = {
    "deutsch": "de", "englisch": "en", "ukrainisch": "uk", "arabisch": "ar", "persisch": "fa", "farsi": "fa", "dari": "fa", "türkisch": "tr",
    "russisch": "ru", "rumänisch": "ro", "polnisch": "pl", "bulgarisch": "bg", "tigrinya": "ti", "kurdisch": "ku", "französisch": "fr",
    "somali": "so", "spanisch": "es", "italienisch": "it", "leichte sprache": "de-simple", "gebärdensprache": "gsg", "dgs": "gsg",
}

Reader.readers = {
    "text": Reader.text, "words": Reader.words, "choice": Reader.choice, "choices": Reader.choices, "yes": Reader.yes,
    "languages": Reader.languages, "url": Reader.url, "email": Reader.email, "phone": Reader.phone, "postcode": Reader.postcode,
    "id": Reader.id, "key": Reader.id, "number": Reader.number, "latitude": Reader.latitude, "longitude": Reader.longitude,
    "amount": Reader.amount, "age": Reader.age, "date": Reader.date, "moment": Reader.moment, "unread": Reader.unread,
}
