"""Links: where a link of a text may lead, and what was probably meant. Floor 1, standard library only."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from ikw.problems import Fault
from ikw.prose.texts import TEMPLATES

_ODD = r"\s\x00-\x20\x7f<>\"{}|\\^`"
ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z0-9]+);")
# A browser judges by the same ones (`rulebook`).
PATTERNS = {
    "address": re.compile(
        rf"https?://\w[^{_ODD}/?#@]*(?:[/?#][^{_ODD}]*)?"
        rf"|mailto:[^{_ODD}@?&,;:/]+@\w[\w.-]*(?:\?[^{_ODD}]*)?"
        r"|tel:\+?[0-9][0-9().-]*"
        rf"|/(?:[^{_ODD}/][^{_ODD}]*)?",
        re.IGNORECASE,
    ),
    # a name and a country, but not `plakat.pdf`
    "host": re.compile(r"(?:[\w-]+\.)+(?!pdf|jpe?g|png|webp|docx?|html?|md)[a-z]{2,}", re.IGNORECASE),
    "link-entity": ENTITY,
}


class RefusedLink(NamedTuple):
    """A link that is not set: its address as written; `is_empty` says that it has no words."""

    href: str
    is_empty: bool


def is_address(href: str) -> bool:
    """Whether a link may lead there: the web, a mailbox, a telephone, a page of this site; never `//host`."""
    return PATTERNS["address"].fullmatch(href) is not None and not ENTITY.search(href)


def nearest_address(href: str) -> str | None:
    """Return what was probably meant: `www.example.org` → `https://www.example.org`."""
    href = href.strip()
    if href.lower().startswith("tel:"):
        near = re.sub(r"[^0-9+:a-z]", "", href.lower())
    elif "@" in href:
        near = f"mailto:{href.removeprefix('mailto:').strip()}"
    else:
        near = "https://" + re.sub(r"^(?:https?:)?/*", "", href, flags=re.IGNORECASE)
    host = near.removeprefix("https://").partition("/")[0]
    is_likely = near.startswith(("tel:", "mailto:")) or PATTERNS["host"].fullmatch(host)
    return near if is_likely and is_address(near) and near != href else None


def link_faults(refused: Iterable[RefusedLink], text: str, first_line: int) -> list[Fault]:
    """One fault for each refused link, at its line as far as it can be found again."""
    faults = []
    after: dict[str, int] = {}
    for href, is_empty in refused:
        place = text.find(href, after.get(href, 0))
        after[href] = max(place, 0) + 1
        line = first_line + text.count("\n", 0, max(place, 0))
        seen = href if len(href) <= 60 else f"{href[:59]}…"
        near = href if is_empty or not href else nearest_address(href)
        if not href:
            name = "link-without-goal"
        elif is_empty:
            name = "link-without-words"
        else:
            name = "link-near" if near else "link-wrong"
        faults.append(replace(TEMPLATES[name].fault(seen=seen, near=near), line=line))
    return sorted(faults, key=lambda fault: fault.line)
