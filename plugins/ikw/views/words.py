"""Words: names, times, places and prices as lists and pages say them. Floor 3."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from string import Formatter

from ikw.changes import is_hybrid, is_online, old_places, places_of, was_online
from ikw.days import NIGHT_ENDS, daytime, is_night
from ikw.lasting import Lasting
from ikw.model import DEFAULT_CATEGORY, Cost, Event, Hours, Occurrence, Venue, Words
from ikw.programme import Programme
from ikw.site import Site
from ikw.texts import DAYTIME_WORDS, DEFAULT_CATEGORY_WORD
from ikw.views.records import Phrase

# -- names -------------------------------------------------------------------------------------------------------------------


def foreign(site: Site, text: str) -> Phrase:
    """Return text of the default language, marked where the page is in another."""
    default = site.settings.default
    return Phrase(text=text) if site.language.code == default.code else Phrase(text=text, lang=default.code, dir=default.dir)


def named(site: Site, words: Words) -> Phrase:
    """Return a name in the page's language, else the default one marked as such."""
    return Phrase(text=words[site.language.code]) if site.language.code in words else foreign(site, site.texts.name(words))


def sentence(site: Site, template: str, **names: Phrase | str) -> Phrase:
    """Return a sentence of the page with names set into it: each is kept together, and keeps the language it is in."""
    text = template.format(**{key: one if isinstance(one, str) else _kept_together(site, one) for key, one in names.items()})
    if not any(isinstance(one, Phrase) and (one.lang or one.parts) for one in names.values()):
        return Phrase(text=text)
    parts: list[Phrase] = []
    for words, key, _spec, _conversion in Formatter().parse(template):
        parts += [Phrase(text=words)] if words else []
        if key is not None:
            one = names[key]
            parts += (one.parts or (one,)) if isinstance(one, Phrase) else (Phrase(text=one),)
    return Phrase(text=text, parts=tuple(parts))


def _kept_together(site: Site, name: Phrase) -> str:
    return name.text if name.parts else isolated(site, name.text)


def listed(site: Site, names: Iterable[Phrase]) -> Phrase:
    """Return names as a list: "Verein und Schule"."""
    found = {f"n{number}": one for number, one in enumerate(names)}
    return sentence(site, site.formats.list(f"{{{key}}}" for key in found), **found)


def joined(site: Site, *words: Phrase | str) -> Phrase:
    """Return what says something with commas between: "So 14.9., 14:00, Stadthalle"."""
    found = {f"n{number}": one for number, one in enumerate(words) if (one.text if isinstance(one, Phrase) else one)}
    return sentence(site, site.formats.joined(*(f"{{{key}}}" for key in found)), **found)


def isolated(site: Site, text: str) -> str:
    """Return text that is set into a sentence of another direction, kept together (FSI … PDI, UAX #9).

    On pages from left to right nothing is needed: no name of a place is written from right to left in German.
    """
    return f"\u2068{text}\u2069" if site.language.dir == "rtl" and text else text


def title(site: Site, event: Event) -> Phrase:
    """Return the title in the page's language, else the default one marked as such."""
    own = event.texts.get(site.language.code)
    return Phrase(text=own.title) if own and own.title else foreign(site, event.texts[site.settings.default.code].title)


def category_name(site: Site, programme: Programme, category: str) -> Phrase:
    """Return the name of a category in the page's language, else the default one marked as such.

    The built-in one needs no file: its word is the interface's, in every language.
    """
    known = programme.categories.get(category)
    if known is None or (category == DEFAULT_CATEGORY and known.name == {site.settings.default.code: DEFAULT_CATEGORY_WORD}):
        return Phrase(text=site.texts.gettext(DEFAULT_CATEGORY_WORD))
    return named(site, known.name)


# -- places ------------------------------------------------------------------------------------------------------------------


def place_words(site: Site, venue: Venue) -> Phrase:
    """Return a place as "Bürgerhaus, Bebra"."""
    name = named(site, venue.name)
    return with_address(site, name, venue.town) if venue.town and venue.town != name.text else name


def with_address(site: Site, name: Phrase, *more: str) -> Phrase:
    """Return a place's name with what stands on its door, which is never translated."""
    if name.lang or not more:
        return replace(name, text=", ".join((name.text, *more)))
    return joined(site, name, foreign(site, ", ".join(more)))


def where_words(site: Site, venues: Iterable[Venue]) -> list[str]:
    """Return places as "Bürgerhaus, Bebra"."""
    return [_kept_together(site, place_words(site, venue)) for venue in venues]


def in_order(site: Site, places: Sequence[Phrase]) -> Phrase:
    """Return places one after the other: "Kirche, Bebra → Moschee, Bebra".

    From right to left the arrow points the other way, unless all names run from left to right: then the whole does.
    """
    if len(places) == 1:
        return places[0]
    if all(one.lang for one in places):
        return replace(places[0], text=" → ".join(one.text for one in places))
    names = {f"n{number}": one for number, one in enumerate(places)}
    return sentence(site, (" ← " if site.language.dir == "rtl" else " → ").join(f"{{{key}}}" for key in names), **names)


def where(site: Site, event: Event, occurrence: Occurrence | None) -> Phrase:
    """Return where it is: "Haus, Bebra", a route as "Kirche, Bebra → Moschee, Bebra", "Online", or that it is to follow."""
    if is_online(event, occurrence):
        return Phrase(text=site.texts.gettext("Online"))
    venues = places_of(event, occurrence)
    if not venues:
        return Phrase(text=site.texts.gettext("Ort folgt"))
    places = in_order(site, [place_words(site, venue) for venue in venues])
    return sentence(site, site.texts.gettext("{place} und online"), place=places) if is_hybrid(event, occurrence) else places


def where_line(site: Site, event: Event, occurrence: Occurrence | None) -> str:
    """Return where it is as plain text, names in it kept together."""
    words = where(site, event, occurrence)
    return isolated(site, words.text) if words.lang else words.text


def address(venue: Venue) -> tuple[str, ...]:
    """Return street and town as they stand on the door, those that are known: "Am Ring 1", "36251 Bad Hersfeld"."""
    return tuple(line for line in (venue.street, " ".join(part for part in (venue.postcode, venue.town) if part)) if line)


def old_where(site: Site, event: Event, occurrence: Occurrence | None) -> list[Phrase]:
    """Return the places that no longer hold, as "Bürgerhaus, Bebra" or "Online"."""
    online = [Phrase(text=site.texts.gettext("Online"))] if was_online(event, occurrence) else []
    return [*(place_words(site, venue) for venue in old_places(event, occurrence)), *online]


# -- times -------------------------------------------------------------------------------------------------------------------


def date_line(site: Site, occurrence: Occurrence) -> str:
    """Return a date in full: "Freitag, 19. September 2025, 19:30–21:00 Uhr"."""
    formats = site.formats
    if occurrence.is_range:
        return site.formats.joined(span_words(site, occurrence.day, occurrence.last_day), hours_words(site, occurrence.hours))
    start, end = occurrence.start, occurrence.end
    if start is None:
        return site.formats.joined(formats.date_long(occurrence.day), daytime_words(site, occurrence))
    if end and end.date() > start.date() and end.time() > NIGHT_ENDS:
        # "18:00–10:00 Uhr" would be puzzled over
        until = site.formats.joined(formats.date_medium(end.date()), formats.time_words(end, None))
        begins = site.formats.joined(formats.date_long(start.date()), formats.time_words(start, None))
        return site.texts.gettext("{first} bis {last}").format(first=begins, last=until)
    return formats.joined(formats.date_long(start.date()), formats.time_words(start, end))


def time_short(site: Site, occurrence: Occurrence) -> str:
    """Return "Fr 19.9., 19:30", "Fr 19.9., abends" or "14.–28. September"."""
    if occurrence.is_range:
        return span_words(site, occurrence.day, occurrence.last_day)
    if occurrence.start:
        return site.formats.joined(site.formats.date_short(occurrence.start.date()), site.formats.time(occurrence.start))
    return site.formats.joined(site.formats.date_short(occurrence.day), daytime_words(site, occurrence))


def daytime_words(site: Site, occurrence: Occurrence) -> str:
    """Return what is said instead of a time: as it is written, in another language its own word; "" for a time."""
    word = daytime(occurrence)
    if word is None or site.language.code == site.settings.default.code:
        return occurrence.words or ""
    return site.texts.gettext(DAYTIME_WORDS[word])


def when_words(site: Site, occurrence: Occurrence) -> str:
    """Return what a list says instead of a time, or beside one of the night, which stands in the list of the day before."""
    if occurrence.start is None:
        return daytime_words(site, occurrence) or site.texts.gettext("ohne Uhrzeit")
    if is_night(occurrence):
        return site.texts.gettext("in der Nacht zu {weekday}").format(weekday=site.formats.weekday(occurrence.start.date()))
    return ""


def count_words(site: Site, count: int) -> str:
    """Return "9 Termine" or "kein Termin"."""
    if not count:
        return site.texts.gettext("kein Termin")
    return site.texts.ngettext("{n} Termin", "{n} Termine", count).format(n=site.formats.number(count))


def datetime_of(occurrence: Occurrence) -> str:
    """Return a date as HTML's <time> wants it; of a range its first day."""
    return occurrence.start.strftime("%Y-%m-%dT%H:%M") if occurrence.start else occurrence.day.isoformat()


def span_words(site: Site, first: date, last: date | None) -> str:
    """Return "14.–28. September" or "ab 3. Oktober"."""
    if last is None:
        return site.texts.gettext("ab {date}").format(date=site.formats.day_month(first))
    return site.formats.span(first, last)


def hours_words(site: Site, hours: Iterable[Hours], *, opens: bool = True) -> str:
    """Return "Mo–Fr 09:00–17:00 Uhr, Sa ab 10:00 Uhr", in the order written; `opens` False where something begins then."""
    # "aber nicht am Montag 14:00 Uhr" would be puzzled over
    between = ": " if site.language.is_easy else " "
    return site.formats.joined(
        *(f"{weekdays_words(site, one.weekdays)}{between}{_windows_words(site, one.windows, opens=opens)}" for one in hours)
    )


def _windows_words(site: Site, windows: tuple[tuple[time, time | None], ...], *, opens: bool) -> str:
    _ = site.texts.gettext
    if not windows:
        return _("geschlossen")
    words = ((site.formats.time_words(start, end), end) for start, end in windows)
    return site.formats.list(_("ab {date}").format(date=text) if opens and end is None else text for text, end in words)


def weekdays_words(site: Site, weekdays: tuple[int, ...]) -> str:
    """Return "Mo–Fr", "Mo, Mi", "täglich" or "täglich außer Mo"."""
    _ = site.texts.gettext
    names = site.formats.weekday_names()
    if len(weekdays) == 7:
        return _("täglich")
    if len(weekdays) == 6:
        missing = next(n for n in range(7) if n not in weekdays)
        return _("täglich außer {weekday}").format(weekday=names[missing])
    if len(weekdays) > 2 and weekdays == tuple(range(weekdays[0], weekdays[-1] + 1)):
        return _("{first}–{last}").format(first=names[weekdays[0]], last=names[weekdays[-1]])
    return site.formats.joined(*(names[n] for n in weekdays))


def lasting_hours(site: Site, item: Lasting) -> str:
    """Return when something can be visited within its span: "täglich außer Mo 14:00–18:00 Uhr, nicht am 24. September"."""
    rhythm = hours_words(site, item.hours, opens=not item.days)
    if item.days and not rhythm and item.days[-1] - item.days[0] >= timedelta(days=len(item.days)):
        rhythm = weekdays_words(site, tuple(sorted({day.weekday() for day in item.days})))
    if not item.without:
        return rhythm
    missing = site.formats.list(site.formats.day_month(day) for day in item.without)
    return site.formats.joined(rhythm, site.texts.gettext("nicht am {dates}").format(dates=missing))


# -- prices ------------------------------------------------------------------------------------------------------------------


def cost_short(site: Site, cost: Cost | None) -> str:
    """Return the price in one or two words, "" where nothing is known."""
    if cost is None:
        return ""
    if cost.kind == "free":
        return site.texts.gettext("kostenlos")
    if cost.kind == "donation":
        return site.texts.gettext("Spende")
    return site.formats.money(cost.regular) if cost.regular is not None else ""
