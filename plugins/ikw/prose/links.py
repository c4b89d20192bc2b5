"""Links: where a link of a text may lead, and what was probably meant. Floor 1, standard library only."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from ikw.problems import N_, Fault

_ODD = r"\s\x00-\x20\x7f<>\"{}|\\^`"
_ADDRESS = re.compile(
    rf"https?://\w[^{_ODD}/?#@]*(?:[/?#][^{_ODD}]*)?"
    rf"|mailto:[^{_ODD}@?&,;:/]+@\w[\w.-]*(?:\?[^{_ODD}]*)?"
    r"|tel:\+?[0-9][0-9().-]*"
    rf"|/(?:[^{_ODD}/][^{_ODD}]*)?",
    re.IGNORECASE,
)
# a name and a country, but not `plakat.pdf`
_HOST = re.compile(r"(?:[\w-]+\.)+(?!pdf|jpe?g|png|webp|docx?|html?|md)[a-z]{2,}", re.IGNORECASE)
ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z0-9]+);")


class RefusedLink(NamedTuple):
    """A link that is not set: its address as written; `is_empty` says that it has no words."""

    href: str
    is_empty: bool


def is_address(href: str) -> bool:
    """Whether a link may lead there: the web, a mailbox, a telephone, a page of this site; never `//host`."""
    return _ADDRESS.fullmatch(href) is not None and not ENTITY.search(href)


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
    is_likely = near.startswith(("tel:", "mailto:")) or _HOST.fullmatch(host)
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
        if not href:
            message, mend = N_("Einem Link fehlt das Ziel."), N_("Schreiben Sie: [Worte, die man anklickt](https://…)")
        elif is_empty:
            message, mend = N_("Der Link „{seen}“ hat keinen Text."), N_("Schreiben Sie: [Worte, die man anklickt]({near})")
        else:
            message, mend = N_("„{seen}“ ist kein erlaubter Link."), N_("Schreiben Sie: {near}")
        near = href if is_empty or not href else nearest_address(href)
        if near is None:
            near = "https://…, http://…, mailto:…, tel:…, /…"
            mend = N_("Erlaubt sind Links ins Netz, an Postfächer, Telefone und auf diese Website: {near}")
        faults.append(Fault(code="prose-link", message=message.format(seen=seen), mend=mend.format(near=near), line=line))
    return sorted(faults, key=lambda fault: fault.line)
