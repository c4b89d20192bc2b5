"""Sign-up: the cells for registration and for whom to ask become `registration` and `contact`. Floor 1, pure.

Telephone numbers, addresses and a deadline are taken out of the words where they stand once; words that say more stay as a note.
A person's contact without consent leaves no trace in any value.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ikw.cells.lists import whole_address
from ikw.cells.words import UnreadError, on_one_line, said, spelled_out
from ikw.problems import N_, Fault
from ikw.source import Value
from ikw.values.scalars import NO, YES, email, phone, url
from ikw.when import Span, read_moment

WAYS = ("phone", "email", "url")
REGISTRATION_PARTS = ("until", *WAYS, "places", "note")
CONTACT_PARTS = (*WAYS, "consent")

_REQUIRED = re.compile(
    r"required|x|(?:eine |die )?(?:(?:vorherige |verbindliche )?(?:anmeldung|voranmeldung)(?: ist)?:? )?(?:erforderlich|erf|notwendig|nötig"
    r"|ja|verpflichtend|pflicht|erwünscht|erbeten)|(?:nur )?mit (?:vor)?anmeldung|(?:um )?(?:vor)?anmeldung(?: wird)? gebeten"
    r"|ja,? (?:bitte|erforderlich)|anmeldepflichtig|(?:bitte )?melden sie sich(?: bitte)? an|bitte anmelden",
    re.IGNORECASE,
)
_NOT_NEEDED = re.compile(
    r"(?:(?:eine )?(?:vor)?anmeldung(?: ist)?:? )?(?:nicht (?:erforderlich|notwendig|nötig|erf)|n\. ?erf"
    r"|nein(?:,? einfach kommen)?)|einfach kommen"
    r"|(?:keine|ohne)(?: (?:vor)?anmeldung"
    r"(?: (?:erforderlich|notwendig|nötig))?)?|entfällt",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[\w.%+-]+@[\w-]+(?:\.[\w-]+)+")
_URL = re.compile(r"(?:https?://|www\.)[^\s,;()<>]+", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\w.])(?:\+\d{1,3} ?\(?0?\)?|\(?0)\d[\d ()/–-]{3,}\d(?![\w.])")
_DATE = r"\d{1,2}\. ?(?:\d{1,2}\.(?: ?\d{4}|\d\d(?!\d))?|[A-Za-zä]{3,9}\.?(?: \d{4})?)|\d{4}-\d\d-\d\d"
_UNTIL = re.compile(
    rf"(?:anmeldeschluss|anmeldefrist|bis(?: spätestens| zum)?|spätestens(?: bis)?(?: zum)?):?(?: ist)?(?: (?:der|am|zum|bis))* ?"
    rf"(?P<until>(?:(?:Mo|Di|Mi|Do|Fr|Sa|So)[a-z]*\.?,? )?(?:{_DATE})(?:,? (?:um )?\d{{1,2}}(?:[.:]\d\d)? Uhr)?)", re.IGNORECASE,
)
_PLACES = re.compile(
    r"(?:(?:max\.?|maximal|höchstens|begrenzt auf) )?(?P<places>\d{1,4}) (?:plätze|personen|teilnehme\w+|tn)\b", re.IGNORECASE,
)
# What says nothing of its own: words around a deadline, and around an address that was found.
_TAKEN = "\0"
_SIGNS = r"[\s.,;:/()|&+\0–-]"
_AROUND = re.compile(
    rf"\b(?:bitte|anmeldung(?:en)?|anmelden|melden|sie|sich|an|bis|ist|erforderlich|erbeten|wird|gebeten|um|ja)\b|{_SIGNS}", re.IGNORECASE,
)
_AROUND_WAY = re.compile(
    rf"{_AROUND.pattern}|\b(?:unter|per|bei|via|über|tel|telefon|telefonisch|fon|mobil|e-?mail|mail|web|website|online|im|internet|oder|und"
    r"|an|von|der|die|auf)\b", re.IGNORECASE,
)
_SENTENCES = re.compile(r"\s*[,;|]\s*|\s*\.\s+(?=[A-ZÄÖÜ])")
_TAKEN_AT_AN_END = re.compile(
    rf"^(?:{_SIGNS}|\b(?:bitte|bis|anmeldung(?:en)?|oder|und)\b)*\0(?:{_SIGNS}|\b(?:oder|und)\b)*|(?:{_SIGNS}|\b(?:bis|unter|per|bei|via|über|tel|telefon"
    rf"|telefonisch|fon|mobil|e-?mail|mail|oder|und|an|von|auf|im|internet|web|website|online)\b)*\0{_SIGNS}*$", re.IGNORECASE,
)


def registration_of(words: Mapping[str, str], span: Span) -> Value | None:
    """Return whether and how to register."""
    # a question mark says that nobody knows; words that more follows are kept, for they say that there is something to do
    whole = re.sub(r"^\?+$", "", on_one_line(said(words.get("registration"))))
    parts = _parts(words, "registration", REGISTRATION_PARTS)
    if (value := spelled_out(whole)) is not None and not parts:
        return value
    if whole and (whole.casefold() in NO or _NOT_NEEDED.fullmatch(whole.rstrip(".!"))):
        if parts:
            raise UnreadError(
                N_("Hier steht, dass keine Anmeldung nötig ist, und doch, wie man sich anmeldet."),
                N_("Schreiben Sie bei „registration“ das eine oder das andere."),
            )
        return "nein"
    is_needed = not whole or whole.casefold() in YES or _REQUIRED.fullmatch(whole.rstrip(".!"))
    found = {} if is_needed else _read(whole, span)
    if twice := [part for part in parts if part in found and found[part] != parts[part]]:
        if twice != ["note"]:
            raise UnreadError(
                N_("Das steht hier zweimal und verschieden: {words}.").format(words=", ".join(found[part] for part in twice)),
                N_("Lassen Sie jede Angabe nur in einer Spalte stehen."),
            )
        parts["note"] = f"{found['note']}. {parts['note']}"
    ordered = {part: text for part in REGISTRATION_PARTS if (text := parts.get(part) or found.get(part))}
    return {**ordered} if ordered else "required" if whole else None


def _read(text: str, span: Span) -> dict[str, str]:
    """Return deadline, ways and places that one cell names, and what it says beside them as a note."""
    found: dict[str, str] = {}
    rest = text
    until = _UNTIL.search(rest)
    if until and read_moment(until["until"], span)[0]:
        found["until"] = until["until"]
        rest = rest.replace(until[0], _TAKEN)
    places = _PLACES.search(rest)
    if places:
        found["places"] = places["places"]
        rest = rest.replace(places[0], _TAKEN)
    ways, rest = _ways(rest)
    found |= ways
    around = _AROUND_WAY if ways else _AROUND
    if around.sub("", rest):
        found["note"] = _note(rest, around) or text
    return found


def _note(rest: str, around: re.Pattern[str]) -> str:
    """Return what a text says beside what was taken out of it; nothing where a sentence runs around that."""
    said_more = [part for part in _SENTENCES.split(rest) if around.sub("", part)]
    parts = [re.sub(rf"^{_SIGNS}+|[\s,;:/|&+–-]+$", "", _TAKEN_AT_AN_END.sub("", part)) for part in said_more]
    return "" if _TAKEN in "".join(parts) else ", ".join(part for part in parts if part)


def _ways(text: str) -> tuple[dict[str, str], str]:
    """Return each way that stands once in a text, and the text without it."""
    found = {}
    for name, pattern, read in (("email", _EMAIL, email), ("url", _URL, url), ("phone", _PHONE, phone)):
        seen = [match.strip(" .") for match in pattern.findall(text)]
        near = whole_address(seen[0]) if seen else ""
        if len(seen) == 1 and not isinstance(read(near), Fault):
            found[name] = near
            text = text.replace(seen[0], _TAKEN)
    return {name: found[name] for name in WAYS if name in found}, text


def contact_of(words: Mapping[str, str]) -> tuple[Value | None, bool]:
    """Return whom to ask, and whether somebody was named without consent: then nothing of it is in the value."""
    whole = on_one_line(said(words.get("contact")))
    parts = _parts(words, "contact", CONTACT_PARTS)
    consent = parts.pop("consent", "")
    value = spelled_out(whole)
    if value is not None and not parts:
        return (value, False) if has_consent(value) else (None, True)
    if not whole and not parts:
        return None, False
    if consent.casefold() not in (*YES, "x"):
        return None, True
    found, rest = _ways(whole)
    rest = rest.replace(_TAKEN, " ")
    name = re.sub(r"\s*[,;:/|(]+\s*$|^\s*[,;:/|)]+\s*", "", on_one_line(_AROUND_NAME.sub(" ", rest)))
    every: dict[str, Value] = {"name": name} if name else {}
    return {**every, **found, **parts, "consent": "ja"}, False


def has_consent(contact: Value) -> bool:
    """Whether a contact says that the person has agreed to stand in public."""
    return isinstance(contact, dict) and str(contact.get("consent", "")).casefold() in YES


_AROUND_NAME = re.compile(r"\b(?:tel|telefon|fon|e-?mail|mail)\b[.:]*|(?<=\s)[,;/|()](?=\s|$)", re.IGNORECASE)


def _parts(words: Mapping[str, str], path: str, names: tuple[str, ...]) -> dict[str, str]:
    """Return what the cells of a group's parts say."""
    parts = {name: on_one_line(said(words.get(f"{path}.{name}"))) for name in names}
    return {name: whole_address(text) if name == "url" else text for name, text in parts.items() if text}
