"""Money: the cells for what it costs become `cost`. Floor 1, pure.

A price is taken out of the words only where they begin with it and name no other; else the words are kept as they are, in the
note, which is shown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ikw.cells.words import UnreadError, is_later, on_one_line, said, spelled_out
from ikw.problems import N_, Fault
from ikw.source import Value
from ikw.values.events import DONATION
from ikw.values.scalars import FREE, amount

PARTS = ("reduced", "note")

_MONEY = r"(?:€ ?\d{1,4}(?:[.,]\d\d)?|\d{1,4}(?:[.,](?:\d\d|-{1,2}|–))? ?(?:€|euro|eur)(?!\w))"
_BARE = r"(?:€ ?)?\d{1,4}(?:[.,](?:\d\d|-{1,2}|–))?(?: ?(?:€|euro|eur)(?!\w))?"
_REDUCED_WORD = r"(?:ermäßigter preis|ermäßigt|ermässigt|ermaessigt|erm\.?|reduziert)"
_REDUCED = (
    re.compile(rf"(?P<regular>{_BARE})[\s,;/(–-]*{_REDUCED_WORD}:? ?(?P<reduced>{_BARE})\)?", re.IGNORECASE),
    re.compile(rf"(?P<regular>{_BARE})\s*[/(,;|–-]\s*(?P<reduced>{_BARE})\s*\(?{_REDUCED_WORD}\)?\)?", re.IGNORECASE),
)
_IS_MONEY = re.compile(_MONEY, re.IGNORECASE)
_LEAD = re.compile(rf"(?P<regular>{_MONEY})(?:\s*[,;:(–-]\s*|\s+)(?P<note>.+)", re.IGNORECASE)
_FREE = re.compile(
    r"(?:(?:der |die )?(?:eintritt|teilnahme|veranstaltung|besuch)(?: ist)?:? )?(?:frei|kostenlos|kostenfrei|gebührenfrei|umsonst|gratis"
    r"|entgeltfrei|unentgeltlich)|freier eintritt|nichts|(?:kostenlose|kostenfreie) teilnahme|keine(?: kosten)?"
    r"|0(?:[.,](?:00|-{1,2}|–))? ?(?:€|euro)?",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:der |die )?(?:eintritt(?:spreis)?|teilnahme(?:gebühr|beitrag)?|unkostenbeitrag|kosten(?:beitrag)?|preis|gebühr|beitrag)"
    r"(?: ist)?:?\s+(?P<cost>\S.*)", re.IGNORECASE,
)
_FREE_LEAD = re.compile(rf"(?P<free>{_FREE.pattern})\s*[,;.(–-]\s*(?P<note>\S.*)", re.IGNORECASE)
_DONATION = re.compile(
    r"(?:eine |auf )?(?:spenden?(?:basis)?|hutspende)(?: (?:ist |sind )?(?:willkommen|erbeten|erwünscht))?"
    r"|um (?:eine )?spenden? wird gebeten"
    r"|spendenbasis|gegen spende|hut geht (?:he)?rum",
    re.IGNORECASE,
)


def cost_of(words: Mapping[str, str]) -> Value | None:
    """Return what it costs: `cost`, and the reduced price and a note where they have cells of their own."""
    whole = on_one_line(said(words.get("cost")))
    whole = "" if is_later(whole) else whole
    parts = {part: on_one_line(said(words.get(f"cost.{part}"))) for part in PARTS}
    parts = {part: text for part, text in parts.items() if text}
    if not whole and not parts:
        return None
    if (value := spelled_out(whole)) is not None and not parts:
        return value
    cost = _whole(whole) if whole else {}
    if not parts:
        return cost
    found: dict[str, Value] = cost if isinstance(cost, dict) else {"regular": cost}
    if twice := found.keys() & parts.keys():
        raise UnreadError(
            N_("Das steht hier zweimal: {words}.").format(words=" / ".join(str(found[part]) for part in sorted(twice))),
            N_("Lassen Sie jede Angabe nur in einer Spalte stehen."),
        )
    if found.get("regular") == "donation":
        found["regular"] = "free"
        parts["note"] = ". ".join(part for part in ("Spende willkommen", parts.get("note", "")) if part)
    reduced = parts.get("reduced")
    return found | ({"reduced": money(reduced)} if reduced else {}) | ({"note": parts["note"]} if "note" in parts else {})


def _whole(text: str) -> Value:
    """Return the meaning of one cell for the price."""
    lower = text.casefold().rstrip(".!")
    if lower in DONATION or _DONATION.fullmatch(lower):
        return "donation"
    if lower in FREE or _FREE.fullmatch(lower):
        return "free"
    if not isinstance(amount(text), Fault):
        return money(text)
    for pattern in _REDUCED:
        if match := pattern.fullmatch(text):
            return {"regular": money(match["regular"]), "reduced": money(match["reduced"])}
    if match := _FREE_LEAD.fullmatch(text):
        return _free_with(text, match["note"])
    match = _LEAD.fullmatch(text)
    if match and not _IS_MONEY.search(match["note"]):
        return {"regular": match["regular"], "note": match["note"].removesuffix(")") if "(" not in match["note"] else match["note"]}
    if (match := _NAMED.fullmatch(text)) and (cost := _whole(match["cost"])) != {"note": match["cost"]}:
        return cost
    return {"note": text}


def _free_with(text: str, note: str) -> Value:
    """`Eintritt frei, Spende erbeten` is a donation; a price behind `frei` makes it anything else."""
    if _DONATION.fullmatch(note.rstrip(".!)").casefold()):
        return "donation"
    if _IS_MONEY.search(note):
        return {"note": text}
    return {"regular": "free", "note": note.removesuffix(")") if "(" not in note else note}


def money(text: str) -> str:
    """Return an amount with its sign: `8` and `8,-` are `8 €`; words stay as they are."""
    if re.fullmatch(r"\d{1,4}(?:,\d\d)?", text):
        return f"{text} €"
    if match := re.fullmatch(r"(\d{1,4})(?:,-{1,2}|,–)(?: ?(?:€|euro))?", text, re.IGNORECASE):
        return f"{match[1]} €"
    return text
