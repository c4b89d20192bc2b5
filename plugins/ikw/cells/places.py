"""Places: the cells for the place of an event become its `venue`. Floor 1, pure.

A place that is known is its id; one that is not stays in the event, with as much of its address as is certain.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from ikw.cells.lists import whole_address, words_of_list
from ikw.cells.names import NOTHING, Match, Names
from ikw.cells.words import UnreadError, is_later, on_one_line, said, spelled_out
from ikw.problems import N_
from ikw.source import Value
from ikw.values.places import ONLINE

PARTS = ("street", "postcode", "town", "municipality", "lat", "lon", "access", "access_note", "url")

_ONLINE = re.compile(
    r"(?:nur )?(?:online(?:-?veranstaltung)?|digital|virtuell|(?:im )?internet|zoom"
    r"|(?:online|digital|per|via) ?[(,]? ?(?:via |per )?zoom\)?)",
    re.IGNORECASE,
)
_POSTCODE = re.compile(r"(?:D ?-? ?)?(?P<postcode>\d{5})(?:\s+(?P<town>[^\W\d].*))?")
_STREET = re.compile(
    r"(?:[^\d,]*(?:straße|strasse|str\.?|weg|platz|allee|gasse|ring|ufer|damm|markt|steig|pfad|hof|berg|graben|anger|wall)"
    r"|(?:am|an der|an den|auf der|auf dem|im|in der|in den|zum|zur|unter den|vor dem|hinter dem) [^\d,]+)"
    r" ?\d{1,4} ?[a-z]?(?: ?[-–/] ?\d{1,4} ?[a-z]?)?",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s()]+", re.IGNORECASE)
_SCREEN = r"(?:hybrid(?:veranstaltung)?|online|zoom|(?:live-?)?stream|webex|ms teams|microsoft teams|jitsi|bigbluebutton|videokonferenz)"
_ON_SCREEN = re.compile(rf"\b{_SCREEN}\b", re.IGNORECASE)
_BOTH = re.compile(r"\bhybrid", re.IGNORECASE)
# with the words and signs that join them to a place
_SCREEN_WORDS = re.compile(
    rf"(?:[\s:,;/+&(|–-]|\b(?:und|sowie|auch|oder|per|via|über|im|mit|als)\b)*\b(?:{_SCREEN}|digital|internet|link)\b[\s:)]*"
    r"|(?:\s|\b(?:und|sowie|oder|per|via|über)\b)+$", re.IGNORECASE,
)
_MEETING = re.compile(
    r"(?:(?P<place>[^:]+?)\s*[,;(\n]\s*)?(?:treffpunkt|treffen|start)(?: ist)?:\s*(?P<point>[^)]+)\)?", re.IGNORECASE | re.DOTALL,
)
# What Google's calendar puts behind an address.
_COUNTRY = re.compile(r",\s*(?:Deutschland|Germany)$", re.IGNORECASE)
# Signs that join places, those first that stand in no name.
_JOINTS = tuple(re.compile(rf"\s*{joint}\s*") for joint in (r"[;\n→]", r",", r"(?:[,;\n→+&]|\bund\b)"))


@dataclass(frozen=True, slots=True)
class Found:
    """What cells say of a place: the values of its fields, and what to tell about a name that was not matched."""

    venue: Value | None = None
    room: str | None = None
    match: Match = NOTHING
    meeting_point: str | None = None
    online_url: str | None = None


def venue_of(words: Mapping[str, str], names: Names) -> Found:
    """Return the place that cells name: `venue`, and the parts of its address."""
    name = _COUNTRY.sub("", said(words.get("venue")))
    parts = {part: on_one_line(said(words.get(f"venue.{part}"))) for part in PARTS}
    parts = {part: text for part, text in parts.items() if text}
    if (value := spelled_out(name)) is not None and not parts:
        return Found(value)
    if is_later(name):
        name = ""
    if _ONLINE.fullmatch(on_one_line(name)) and not parts:
        return Found(ONLINE)
    if not name and not parts:
        return Found()
    if _ADDRESS.search(name) or (_ON_SCREEN.search(name) and not names.known_venue(on_one_line(name))):
        return _on_screen(name, words, names)
    if match := _MEETING.fullmatch(name):
        return _meeting(match, words, names)
    return _place(_town_last(name, names), parts, names)


def _on_screen(name: str, words: Mapping[str, str], names: Names) -> Found:
    """Return where one takes part online, and the place where one can come, too: `Hybrid: Rathaus und https://…`."""
    link = _ADDRESS.search(name)
    url = whole_address(link[0].rstrip(".,;")) if link else on_one_line(said(words.get("online_url")))
    without = _ADDRESS.sub(" ", name)
    place = _SCREEN_WORDS.sub(" ", without).strip(" ,;:/|()–-\n")
    if place and link and not _ON_SCREEN.search(without):
        raise UnreadError(
            N_("Beim Ort steht eine Adresse im Netz."),
            N_("Nimmt man dort teil, schreiben Sie sie in eine Spalte „Online-Link“; sonst löschen Sie sie hier."),
        )
    if place and not url:
        raise UnreadError(
            N_("„{words}“ ist ein Ort, und man kann auch im Netz teilnehmen; der Link fehlt.").format(words=on_one_line(name)[:60]),
            N_("Schreiben Sie hier nur den Ort, und den Link in eine Spalte „Online-Link“."),
        )
    if not place and not _has_address(words) and _BOTH.search(without):
        raise UnreadError(N_("Der Ort hat keinen Namen."), N_("Schreiben Sie bei „venue“ den Namen des Ortes dazu."))
    found = venue_of({**words, "venue": place}, names) if place or _has_address(words) else Found(ONLINE)
    return replace(found, online_url=url or None)


def _meeting(match: re.Match[str], words: Mapping[str, str], names: Names) -> Found:
    """Return where one meets, which is the place, too, unless another is named before it."""
    point, place = match["point"], (match["place"] or "").strip()
    found = venue_of({**words, "venue": place or point}, names)
    return replace(found, meeting_point=on_one_line(point))


def _has_address(words: Mapping[str, str]) -> bool:
    return any(said(words.get(f"venue.{part}")) for part in PARTS)


def _town_last(name: str, names: Names) -> str:
    """Return a place with its town behind it: `Bebra, Marktplatz` is `Marktplatz, Bebra`."""
    town, comma, place = name.partition(",")
    return f"{place.strip()}, {town}" if comma and place.strip() and names.municipality(town.strip()) else name


def _place(name: str, parts: Mapping[str, str], names: Names) -> Found:
    """Return a place to go to."""
    if name and (several := _route(name, names)) and not parts:
        return Found(several)
    address = _address(parts)
    match = names.venue(name, [address[part] for part in ("street", "postcode", "town", "municipality") if part in address])
    if name and match.id:
        return Found(match.id, match.room)
    return Found(_inline(name, address, names), match=match if name else NOTHING)


def _route(name: str, names: Names) -> Value | None:
    """Return a list of ids, if the cell names several places and all of them are known."""
    if names.known_venue(on_one_line(name)):
        return None
    for joint in _JOINTS:
        parts = [part for part in joint.split(name) if part]
        found: list[Value] = [one for one in map(names.known_venue, parts) if one]
        if 2 <= len(parts) == len(found):
            return found
    return None


def _address(parts: Mapping[str, str]) -> dict[str, str]:
    """Return the parts of an address each in its place: `36251 Bad Hersfeld` is postcode and town, wherever it stands."""
    found = dict(parts)
    pieces = [piece.strip() for piece in found.pop("street", "").split(",") if piece.strip()]
    street: list[str] = []
    for piece in pieces:
        match = _POSTCODE.fullmatch(piece)
        if match:
            found.setdefault("postcode", match["postcode"])
            if match["town"]:
                found.setdefault("town", match["town"])
        else:
            street.append(piece)
    if street:
        found["street"] = ", ".join(street)
    for part in ("postcode", "town"):
        match = _POSTCODE.fullmatch(found.get(part, ""))
        if match and match["town"]:
            found["postcode"] = match["postcode"]
            if found.get("town", match["town"]) in (match["town"], match[0]):
                found["town"] = match["town"]
    return found


def _inline(name: str, address: Mapping[str, str], names: Names) -> Value:
    """Return a place with all that is certain of its address; the rest of the words is its name."""
    found: dict[str, str] = dict(address)
    parts = [on_one_line(part) for part in re.split(r",|\n(?!\()", name) if part.strip()]
    rest = []
    for number, part in enumerate(parts):
        match = _POSTCODE.fullmatch(part)
        is_last = number == len(parts) - 1
        if match and match["town"] and number and not {"postcode", "town"} & found.keys():
            found |= {"postcode": match["postcode"], "town": match["town"]}
        elif number and _STREET.fullmatch(part) and "street" not in found:
            found["street"] = part
        elif number and is_last and "town" not in found and names.municipality(part):
            found["town"] = part
        else:
            rest.append(part)
    if "town" in found and "municipality" not in found and (known := names.municipality(found["town"])):
        found["municipality"] = known
    elif "municipality" in found:
        found |= _municipality(found.pop("municipality"), found, names)
    title = ", ".join(rest) or found.pop("street", "") or found.get("town", "")
    if not title:
        raise UnreadError(N_("Der Ort hat keinen Namen."), N_("Schreiben Sie bei „venue“ den Namen des Ortes dazu."))
    access = found.pop("access", "")
    value: dict[str, Value] = {"name": title}
    for part in PARTS:
        if part in found and found[part] != title:
            value[part] = found[part]
        if part == "access" and access:
            value[part] = words_of_list("access", access, names)
    return value


def _municipality(words: str, found: Mapping[str, str], names: Names) -> dict[str, str]:
    """Return the municipality by its id; one that is not known is the town, where nothing else is, else for the check to name."""
    if known := names.municipality(words):
        return {"municipality": known} if "town" in found else {"town": words, "municipality": known}
    return {"municipality": words} if "town" in found else {"town": words}
