"""Lists: cells that hold several words, names, links or lines, and single words that are codes. Floor 1, pure.

Words become the codes they mean where `fields` or `codes` know them; any other word stays as it is, so that the check names it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from urllib.parse import urlsplit

from ikw.cells.names import Names
from ikw.cells.words import on_one_line, spelled_out
from ikw.choices import choice_meant
from ikw.fields import EVENT
from ikw.problems import Fault
from ikw.source import Value
from ikw.values.codes import nearest_language
from ikw.values.scalars import url

_JOINT = re.compile(r"\s*(?:[,;/\n+&]|\bund\b|\bsowie\b|\boder\b)\s*", re.IGNORECASE)
_ITEM_JOINT = re.compile(r"\s*[,;\n]\s*")
_DENIAL = re.compile(
    r"\b(?:nicht|kein\w*|ohne|nur|nein|leider|au(?:ß|ss)er|bedingt|teilweise|teils|fehlt|fehlen|aber|eingeschränkt|begrenzt|schwer|stufen?)\b",
    re.IGNORECASE,
)
_NAME_JOINT = re.compile(r"\s*[;\n]\s*")
_COMMA = re.compile(r"\s*,\s*")
_AND = re.compile(r"\s*(?:[/&+]|\bund\b)\s*")
_AGED = re.compile(r"(?P<word>[^\W\d]+) ?\(?(?:(?:im alter )?(?P<age>(?:von |ab |bis )\d.*?|\d{1,2} ?[-–] ?\d{1,2}.*?))\)?")
_YEARS = re.compile(r"\s*(?:jahre?n?\.?|j\.)$", re.IGNORECASE)
_AGE = re.compile(r"(?:(?:von|ab|bis) )?\d{1,2}(?: ?(?:[-–]|bis) ?\d{1,2}| ?\+)?(?: ?(?:jahre?n?\.?|j\.))?", re.IGNORECASE)
_BEFORE = re.compile(r"^(?:und |auch |besonders |vor allem |insbesondere )*(?:für )?")
# Who is of age; the field for ages says it.
_ADULTS = re.compile(r"(?:nur )?(?:für )?erwachsene", re.IGNORECASE)
# `Senior*innen`, `Senior:innen`, `SeniorInnen` are one.
_GENDER = re.compile(r"(?<=\w)(?:[*:_/]-?innen|Innen|/-innen)\b|innen(?=$| )")
_STEMS = {"senior": "seniors", "rentner": "seniors"}
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_UNIT = r"(?: ?(?:Uhr|[ap]m|[ap]\. ?m\.)(?!\w))?"
_SLOT = re.compile(
    rf"(?P<time>\d{{1,2}}(?:[.:]\d\d)?{_UNIT}(?:\s*(?:[-–]|bis)\s*\d{{1,2}}(?:[.:]\d\d)?)?{_UNIT})(?:\s*[:–-]\s+|\s+)(?P<title>\S.*)",
    re.IGNORECASE,
)
# Before the time of another slot; no price
_NEXT_SLOT = re.compile(r"\s*[;,|]\s*(?=(?:\d{1,2}[.:]\d\d|\d{1,2} ?Uhr)(?! ?(?:€|Euro))\b)", re.IGNORECASE)
# An end of a name, or the second half of one: no comma before it ends a name.
_NAME_TAIL = re.compile(r"(?:e\. ?V\.?|gGmbH|GmbH|(?!(?:ev|evang|kath|ehem)\b)[a-zäöü-].*)")

_CHOICES: Mapping[str, tuple[str, ...]] = {field.name: field.choices for field in EVENT if field.choices}


def word_of(choices: tuple[str, ...], word: str) -> str:
    """Return the code that a word means; the word itself where it means none."""
    lower = _BEFORE.sub("", word.casefold())
    meant = choice_meant(word) or choice_meant(lower) or _STEMS.get(_GENDER.sub("", word).casefold(), lower)
    return meant if meant in choices else word


def words_of_list(name: str, text: str, names: Names) -> Value:
    """Return a list of codes: audience, access."""
    if (value := spelled_out(text)) is not None:
        return value
    whole = word_of(_CHOICES[name], on_one_line(text))
    if whole in _CHOICES[name]:
        return [whole]
    return _list(word_of(_CHOICES[name], part) for part in _JOINT.split(text) if part)


def access_of(text: str) -> tuple[list[Value], str]:
    """Return what is offered, and the other words. Words that deny or limit something stay whole: nobody is to stand before a step."""
    choices = _CHOICES["access"]
    line = on_one_line(text)
    whole = word_of(choices, line)
    if whole in choices:
        return [whole], ""
    for joint in (_JOINT, _ITEM_JOINT):
        parts = [part for part in joint.split(text) if part]
        codes = [word_of(choices, part) for part in parts]
        known = _list(code for code in codes if code in choices)
        others = [part for part, code in zip(parts, codes, strict=True) if code not in choices]
        if not others:
            return known, ""
        # "Toilette und Parkplatz sind nicht barrierefrei" is no toilet: only commas cut a sentence that says more
        said = ", ".join(others)
        if known and joint is _ITEM_JOINT and not _DENIAL.search(said):
            return known, said
    return [], line


def audience_of(text: str) -> tuple[Value | None, str | None]:
    """Return for whom it is, and their age where it stands with one word, or alone: `Kinder ab 6 Jahren`, `ab 14`."""
    choices = _CHOICES["audience"]
    if (value := spelled_out(text)) is not None:
        return value, None
    line = on_one_line(text)
    whole = word_of(choices, line)
    if whole in choices:
        return [whole], None
    if _ADULTS.fullmatch(line):
        return None, "18+"
    if _AGE.fullmatch(line):
        return None, _YEARS.sub("", line)
    found, age = [], None
    for part in (part for part in _JOINT.split(text) if part):
        word = word_of(choices, part)
        match = _AGED.fullmatch(part)
        if word not in choices and match and age is None:
            word, age = word_of(choices, match["word"]), _YEARS.sub("", match["age"])
        found.append(word)
    return _list(found), age


def languages_of(text: str) -> Value:
    """Return codes of languages."""
    if (value := spelled_out(text)) is not None:
        return value
    parts = [part for part in re.split(r"\s*(?:[,;/\n+&]|\bund\b|\bsowie\b)\s*", text) if part]
    return _list(nearest_language(part.strip(".")) or part for part in parts)


def people_of(text: str, names: Names) -> Value:
    """Return groups by their ids, others by their names. A name that is known is never cut."""
    if (value := spelled_out(text)) is not None:
        return value
    found: list[Value] = []
    for line in (part for part in _NAME_JOINT.split(text) if part):
        whole = names.organiser(line).id
        parts = [whole] if whole else _parted(line, names)
        found += [part for part in parts if part not in found]
    return found


def _parted(line: str, names: Names) -> list[str]:
    """Cut names at commas; at `und`, `&` and `/` only where every part is known, for names have these, too."""
    parts: list[str] = []
    for part in (one for one in _COMMA.split(line) if one):
        if parts and (parts[-1].endswith("-") or _NAME_TAIL.fullmatch(part)) and not names.organiser(part).id:
            parts[-1] = f"{parts[-1]}, {part}"
        else:
            parts.append(part)
    found: list[str] = []
    for part in parts:
        pieces = [names.organiser(piece).id for piece in _AND.split(part)]
        whole = names.organiser(part).id
        found += [whole] if whole else [piece for piece in pieces if piece] if all(pieces) else [part]
    return found


def maybe_two(people: Value | None, names: Names) -> list[str]:
    """Return names that may be two: the last of a list, `A, B und C`, and one of which a part is known."""
    found = [one for one in people if isinstance(one, str)] if isinstance(people, list) else []
    unknown = [one for one in found if one not in names.known.organisers]
    return [
        one for one in unknown if len(pieces := [piece for piece in _AND.split(one) if piece]) > 1
        and ((len(found) > 1 and one == found[-1]) or any(names.organiser(piece).id for piece in pieces))
    ]


def links_of(text: str) -> Value:
    """Return links, one a line: an address, with or without its title before it."""
    if (value := spelled_out(text)) is not None:
        return value
    found: list[Value] = []
    for line in _lines_of_links(text):
        match = _ADDRESS.search(line)
        if match is None:
            found.append({"title": line, "url": line})
            continue
        address = whole_address(match[0].rstrip(".,;)"))
        title = line[:match.start()].strip().rstrip(":–-(").strip()
        found.append({"title": title or (urlsplit(address).hostname or address).removeprefix("www."), "url": address})
    return found


def _lines_of_links(text: str) -> list[str]:
    """Return the lines of a cell; where one holds several addresses, each is cut behind its address."""
    return [
        piece.strip(" ,")
        for line in text.splitlines() for piece in re.findall(r".*?(?:https?://|www\.)\S+|.+", line) if piece.strip(" ,.;)")
    ]


def whole_address(text: str) -> str:
    """Return an address with its beginning: `www.example.org` → `https://www.example.org`, as the check would have it."""
    near = f"https://{text}"
    is_bare = text.lower().startswith("www.") and not isinstance(url(near), Fault)
    return near if is_bare else text


def schedule_of(text: str) -> Value:
    """Return what comes when, one a line, or each behind its time: `12–12.15 Uhr: Trommeln; 12.15 Uhr: Tanz`."""
    if (value := spelled_out(text)) is not None:
        return value
    found: list[Value] = []
    for line in (part for whole in text.splitlines() for part in _NEXT_SLOT.split(whole)):
        match = _SLOT.fullmatch(line)
        found.append({"time": match["time"], "title": match["title"]} if match else line)
    return found


def unread_of(text: str) -> Value:
    """Return words that an import could not read, by their fields: `when: irgendwann`."""
    if (value := spelled_out(text)) is not None:
        return value
    pairs = [line.partition(": ") for line in text.splitlines()]
    return {name.strip(): words.strip() for name, _, words in pairs if words.strip()} or text


def _list(words: Iterable[str]) -> list[Value]:
    """Return each word once."""
    return [*dict.fromkeys(words)]


LISTS: Mapping[str, Callable[[str], Value]] = {
    "languages": languages_of, "interpreting": languages_of, "links": links_of, "schedule": schedule_of, "unread": unread_of,
}


