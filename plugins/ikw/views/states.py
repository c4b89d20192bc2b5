"""States: what a list, a page's head and its banner say of an event that is not as it was announced. Floor 3."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from ikw.changes import announced, change_of, is_changed, is_off, is_online, old_places, status_of, was_online
from ikw.choices import STATUS_WORDS
from ikw.lasting import Lasting
from ikw.model import Change, Event, Occurrence
from ikw.programme import Entry
from ikw.site import Site
from ikw.views.records import Banner, Phrase, State
from ikw.views.words import date_line, foreign, joined, named, old_where, sentence, time_short, where

# What must be known first when the dates of an event have fared differently.
_GRAVEST = ("cancelled", "postponed", "moved", "online", "full", "changed")


def state(site: Site, event: Event, occurrence: Occurrence | None) -> State | None:
    """Return what a list must say of an event beside its facts, or None."""
    change = change_of(event, occurrence)
    if change is None:
        return None
    word = status_word(site, change.status)
    if change.status == "cancelled":
        return State(code="cancelled", word=word, old=_before_struck(site, word), struck="all")
    if change.status == "postponed":
        return State(code="postponed", word=_to_follow(site, word), old=_before_struck(site, word), struck="time")
    old = _old_short(site, event, occurrence)
    told = sentence(site, site.texts.gettext("{status}: war {old}"), status=word, old=old) if old.text else Phrase(text=word)
    return tagged(change.status, told)


def tagged(code: str, words: Phrase) -> State:
    """Return a state with the tag that says it."""
    return State(code=code, word=words.text, parts=words.parts)


def entry_state(site: Site, entry: Entry) -> State | None:
    """Return the state of an entry; an old time or place says what holds now."""
    _ = site.texts.gettext
    if entry.is_elsewhere:
        return _moved_away(site, _elsewhere(site, entry.event, entry.occurrence))
    if not entry.is_gone:
        return state(site, entry.event, entry.occurrence)
    if is_off(entry.event, entry.now):
        return state(site, entry.event, entry.now)
    if entry.now is None:
        status = status_of(entry.event)
        is_known = status != "scheduled"
        word = _to_follow(site, status_word(site, status)) if is_known else _("Dieser Termin entfällt")
        return _moved_away(site, Phrase(text=word))
    return _moved_away(site, Phrase(text=_("Verlegt auf {new}").format(new=time_short(site, entry.now))))


def lasting_state(site: Site, item: Lasting) -> State | None:
    """Return the state of what is on all the time."""
    if item.is_elsewhere:
        return _moved_away(site, _elsewhere(site, item.event, item.occurrence))
    return state(site, item.event, item.occurrence)


def event_state(site: Site, event: Event, shown: Occurrence | None) -> State | None:
    """Return the state of an event whose page shows one date large: it counts where only some of several dates have changed."""
    if not is_alike(event):
        return State(code="changed", word=_counted(site, event))
    found = state(site, event, shown)
    # "Termin folgt" still holds
    return replace(found, old="", struck="") if found and found.struck == "time" and not event.occurrences else found


def status_word(site: Site, status: str) -> str:
    """Return the word of a status: "Abgesagt"."""
    return site.texts.gettext(STATUS_WORDS[status])


def _elsewhere(site: Site, event: Event, occurrence: Occurrence) -> Phrase:
    """Return what the page of a place says of an event that was to be there."""
    if is_off(event, occurrence) or is_online(event, occurrence):
        return Phrase(text=status_word(site, status_of(event, occurrence) if is_off(event, occurrence) else "online"))
    return sentence(site, site.texts.gettext("Verlegt: jetzt {place}"), place=where(site, event, occurrence))


def _moved_away(site: Site, words: Phrase) -> State:
    return replace(tagged("moved-away", words), old=_before_struck(site, site.texts.gettext("Alt")), struck="time")


def _before_struck(site: Site, word: str) -> str:
    return site.texts.gettext("{word}:").format(word=word) + " "


def _to_follow(site: Site, word: str) -> str:
    return site.texts.gettext("{status}: neuer Termin folgt").format(status=word)


def is_alike(event: Event) -> bool:
    """Whether what is true of one date is true of all."""
    return not is_changed(event) or len({status_of(event, one) for one in event.occurrences}) < 2


def _counted(site: Site, event: Event) -> str:
    """Return "Abgesagt: 1 von 4 Terminen", of the gravest status among them."""
    counts = Counter(status_of(event, one) for one in event.occurrences)
    status = next(status for status in _GRAVEST if counts[status])
    return site.texts.gettext("{status}: {n} von {all} Terminen").format(
        status=status_word(site, status), n=counts[status], all=len(event.occurrences),
    )


def _before(event: Event, occurrence: Occurrence | None) -> Occurrence | None:
    """Return the old time; of an event whose new one is to follow the first it had."""
    if occurrence:
        return announced(event, occurrence)
    change = change_of(event)
    return next(iter(change.was_when), None) if change else None


def _old_short(site: Site, event: Event, occurrence: Occurrence | None) -> Phrase:
    """Return the old value in a few words: only what differs from now. "" where none is told."""
    parts: list[Phrase | str] = []
    if old := _before(event, occurrence):
        same_day = occurrence is not None and not old.is_range and old.day == occurrence.day
        parts.append(old_time(site, old, occurrence) if occurrence and same_day and old.start else time_short(site, old))
    parts += [named(site, venue.name) for venue in old_places(event, occurrence)]
    parts += [site.texts.gettext("Online")] if was_online(event, occurrence) else []
    return joined(site, *parts)


def old_time(site: Site, old: Occurrence, now: Occurrence) -> str:
    """Return the old time of the same day: its start, and its end where the start has stayed."""
    assert old.start, "only called for a time"
    return site.formats.time_words(old.start, old.end if old.start == now.start else None)


# -- the banner of an event's page -------------------------------------------------------------------------------------------


def banner(site: Site, event: Event) -> Banner | None:
    """Return what has changed, with the old value and the reason; None when all is as announced."""
    if not is_changed(event):
        return None
    meant = [one for one in (event.occurrences or (None,)) if change_of(event, one)]
    if not meant:
        return None
    alike = is_alike(event)
    return Banner(
        code=status_of(event, meant[0]) if alike else "changed",
        title=_title(site, event, meant[0]) if alike else _counted(site, event),
        pairs=tuple(pair for one in meant for pair in pairs(site, event, one)),
        lines=tuple(_lines(site, event, meant)),
    )


def _title(site: Site, event: Event, occurrence: Occurrence | None) -> str:
    """Return "Verlegt: neuer Tag, neuer Ort"."""
    _ = site.texts.gettext
    status = status_of(event, occurrence)
    word = status_word(site, status)
    if status == "postponed":
        return _to_follow(site, word)
    if status in ("cancelled", "online"):
        return word
    old = _before(event, occurrence)
    if old and occurrence is None:
        return _to_follow(site, word)
    new = [_("neuer Tag") if old.day != occurrence.day else _("neue Zeit")] if old and occurrence else []
    if old_places(event, occurrence) or was_online(event, occurrence):
        new.append(_("neuer Ort"))
    if status == "moved" and new and site.language.is_easy:
        # its word says already that time or place is new
        return site.formats.capital(site.formats.list(new))
    return _("{status}: {new}").format(status=word, new=site.formats.joined(*new)) if new else word


def pairs(site: Site, event: Event, occurrence: Occurrence | None) -> Iterator[tuple[str, Phrase, bool]]:
    """Yield what of a date that has changed holds and what held before; where dates differ also that it is cancelled, or full."""
    _ = site.texts.gettext
    before = _before(event, occurrence)
    places = old_where(site, event, occurrence)
    old: list[Phrase | str] = [*([date_line(site, before)] if before else []), *places]
    off = is_off(event, occurrence)
    if occurrence and not is_alike(event) and (off or not old):
        yield status_word(site, status_of(event, occurrence)), Phrase(text=date_line(site, occurrence)), off
    elif old and not off:
        # Of several dates each must say which it is, also where only its place is new.
        times = date_line(site, occurrence) if occurrence else _("Termin folgt")
        new: list[Phrase | str] = [times] if before or len(event.occurrences) > 1 else []
        new += [where(site, event, occurrence)] if places else []
        yield _("Jetzt"), joined(site, *new), False
    if old:
        yield _("Vorher"), joined(site, *old), True


def _lines(site: Site, event: Event, meant: list[Occurrence | None]) -> Iterator[tuple[str, Phrase]]:
    """Yield the reasons, each once, and when it changed last."""
    _ = site.texts.gettext
    changes: list[tuple[Occurrence | None, Change]] = [(one, change) for one in meant if (change := change_of(event, one))]
    notes = dict.fromkeys(
        (time_short(site, one) if one and one.change and len(event.occurrences) > 1 else "", change.note)
        for one, change in changes if change.note
    )
    yield from ((_("{word}:").format(word=prefix) if prefix else "", foreign(site, note)) for prefix, note in notes)
    if since := max((change.since for _one, change in changes if change.since), default=None):
        yield "", Phrase(text=_("Geändert am {date}.").format(date=site.formats.day_month(since)))
