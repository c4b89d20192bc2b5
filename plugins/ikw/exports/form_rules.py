"""Form rules: what the form needs in the browser, one JSON file per language of the site. Floor 4, pure.

The rules are those of the check (`rulebook`); their words come from the catalogs. Here are also the names that may be chosen, and how
the language writes dates and prices, so that a card looks as it will on the site.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from ikw.lasting import DAYS_PER_GAP, RUNNING_DAYS
from ikw.output import OutputFile
from ikw.paper.letters import Letters
from ikw.problems import WARNING
from ikw.programme import Programme
from ikw.questions import LANGUAGES
from ikw.repository import LONGEST_ADDRESS
from ikw.rulebook import phrases, rules, templates
from ikw.site import Site
from ikw.texts import DAYTIME_WORDS, LANGUAGE_WORDS
from ikw.values.known import ids_by_name
from ikw.views.event import LONG_TITLE
from ikw.views.form import RULES
from ikw.views.form_words import CARD_WORDS, LETTER, MORE_DATES, WORDS
from ikw.views.words import category_name

# What most mail programs take from a link; Windows cuts longer ones off.
LONGEST_MAIL = 1900
# A picture's longest edge, in pixels.
LONGEST_EDGE = 2000
MOST_MORE = 99


def form_rules(site: Site, programme: Programme, letters: Letters) -> OutputFile:
    """Return the rules of the form for an edition, in the language of a site; `letters` are those that paper has."""
    data = form_data(site, programme, letters)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return OutputFile(path=f"{RULES}/{site.language.code}.json", data=f"{text}\n".encode())


def form_data(site: Site, programme: Programme, letters: Letters) -> dict[str, Any]:
    """Return the rules as data."""
    _ = site.texts.gettext
    edition = programme.edition
    return {
        **rules(letters.ranges() if letters.widths else ()),
        "edition": {
            "id": edition.id, "first": edition.first_day.isoformat(), "last": edition.last_day.isoformat(), "zone": site.settings.zone.key,
            "title": edition.title[site.settings.default.code],
        },
        "taken": [event.id for event in programme.events],
        "known": _known(site, programme),
        "faults": {
            name: [one.code, _(one.message_in_form or one.message), _(one.in_form or one.mend), int(one.severity == WARNING)]
            for name, one in templates().items()
        },
        "phrases": {name: _(words) for name, words in phrases().items()},
        "words": {name: _(words) for name, words in WORDS.items()},
        "letter": LETTER,
        "repository": {"branch": site.settings.repository_branch, "events": site.settings.repository_events},
        "card": _card(site, programme),
        "formats": _formats(site),
        "most": {"address": LONGEST_ADDRESS, "mail": LONGEST_MAIL, "edge": LONGEST_EDGE, "title": LONG_TITLE},
    }


def _known(site: Site, programme: Programme) -> dict[str, Any]:
    """Return places and groups by their ids, and their ids by all of their names."""
    municipalities = {key: site.texts.name(one.name) for key, one in programme.municipalities.items()}
    return {
        "venues": {
            key: [
                site.texts.name(one.name), one.town or municipalities.get(one.municipality or "", ""), one.street or "",
                site.language.code in one.name,
            ] for key, one in programme.venues.items()
        },
        "venue_ids": ids_by_name(programme.venues),
        "organisers": {key: site.texts.name(one.name) for key, one in programme.organisers.items()},
        "organiser_ids": ids_by_name(programme.organisers),
        "municipalities": municipalities,
    }


def _card(site: Site, programme: Programme) -> dict[str, Any]:
    """Return what stands on a poster and in a row."""
    is_german = site.language.code == site.settings.default.code
    return {
        "words": {name: site.texts.gettext(words) for name, words in CARD_WORDS.items()},
        "more_dates": [site.texts.ngettext(*MORE_DATES, n) for n in range(MOST_MORE + 1)],
        "categories": {
            key: [name.text, name.lang, name.dir] for key in programme.categories for name in (category_name(site, programme, key),)
        },
        "languages": {code: site.formats.language(code) for code in (*LANGUAGES, *LANGUAGE_WORDS)},
        # instead of a time, in other languages than that of the event
        "daytimes": None if is_german else {word: site.texts.gettext(words) for word, words in DAYTIME_WORDS.items()},
        "is_rtl": site.language.dir == "rtl", "is_german": is_german,
        "running_days": RUNNING_DAYS, "days_per_gap": DAYS_PER_GAP,
    }


def _formats(site: Site) -> dict[str, Any]:
    """Return how the language writes days, ranges and prices."""
    formats = site.formats
    # a January that begins on a Monday
    weekdays = [formats.weekday(date(2024, 1, number)) for number in range(1, 8)]
    return {
        **formats.patterns(),
        "comma": formats.comma,
        "weekdays": weekdays,
        # as they stand alone on a poster
        "large": {
            "weekdays": [formats.capital(name) for name in weekdays],
            "months": [formats.month_after_day(date(2024, number, 1)) for number in range(1, 13)],
        },
        "money": _money(formats.money),
    }


def _money(money: Any) -> Mapping[str, str]:
    """Return what stands before, within and after a price, by looking at some."""
    before, after = money(Decimal(1)).split("1")
    cents_before, cents_after = money(Decimal("1.25")).split("25")
    return {
        "before": before, "after": after, "decimal": cents_before.partition("1")[2], "cents_after": cents_after,
        "group": money(Decimal(1234)).removeprefix(before).removesuffix(after)[1:-3],
    }
