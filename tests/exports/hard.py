"""Hard events: what real programmes contain and what breaks outputs. All golden files of the exports are made from them."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

from ikw.model import Age, Contact, Cost, Event, Hours, Link, Registration, Slot, Text
from ikw.programme import Programme
from samples import ZONE, at, change, event, history, on, organiser, picture, programme, venue

HALL = venue()
OLD_HALL = venue("alte-halle", "Alte Halle", street=None, lat=None, lon=None, access=("wheelchair", "toilet"))
INLINE = venue(None, "Wiese am Bach", street=None, postcode=None, municipality=None, lat=None, lon=None)


def hard_programme() -> Programme:
    """Return a programme of all hard events."""
    return programme(*hard_events())


def hard_events() -> tuple[Event, ...]:
    """Return the hard events, named for what is hard about them."""
    return (*_times(), *_words(), *_changes())


def _times() -> tuple[Event, ...]:
    hours = (
        Hours(weekdays=(0, 1, 2, 3, 4), windows=((time(9), time(12)), (time(14), None))), Hours(weekdays=(5,), windows=()),
    )
    return (
        event("midnight", "Tanznacht", [at("2025-09-20 21:00", "02:00")], venues=[HALL], room="Saal 2",
              cost=Cost(kind="price", regular=Decimal("8.50"), reduced=Decimal(5), note="an der Abendkasse")),
        event("no-end", "Frühstück", [at("2025-09-14 09:30")], venues=[HALL, INLINE], cost=Cost(kind="free")),
        event("range", "Ausstellung", [on("2025-09-14", "2025-09-28", hours=hours), at("2025-09-14 11:00", key="vernissage")],
              venues=[OLD_HALL], access=["toilet", "quiet-room"]),
        event("open-range", "Dauerhaft offen", [on("2025-10-03", None)], venues=[HALL], history=None),
        event("whole-day", "Offener Tag", [on("2025-09-17"), on("2025-09-18", key="2", words="abends")], venues=[OLD_HALL]),
        event("tba", "Termin folgt noch", []),
        event("after-clock-change", "Herbstfest", [at("2025-10-26 10:00", "12:00")], online=True, online_url="https://example.org/live"),
    )


def _words() -> tuple[Event, ...]:
    nine = tuple(organiser(None if n % 2 else f"gruppe-{n}", f"Gruppe {n}") for n in range(1, 10))
    return (
        event("signs", "Kochen, „Essen“; \\ Reden: <b>#1</b> & mehr 🎉", summary="Erste Zeile,\nzweite; Zeile \\ Ende.",
              venues=[INLINE], organisers=[organiser(url="https://example.org/?a=1&b=2")], category="sonstiges"),
        event("arabic", "Lesung", texts={"ar": Text(title="قراءة بالعربية، ١٢", summary="كلمات كثيرة " * 12)},
              languages=("ar", "de"), interpreting=["gsg"], summary="Worte " * 30, plain="Worte.\n\nMehr Worte."),
        event("nine-organisers", "Großes Fest", [at("2025-09-14 14:00", "22:00")], venues=[HALL], organisers=nine,
              audience=["families", "children"], age=Age(youngest=6, oldest=12), picture=picture(), highlight=True,
              schedule=[Slot(start=time(14), until=time(14, 30), title="Chor"), Slot(start=time(15), until=None, title="Tanz")],
              links=[Link(title="Anfahrt", url="https://example.org/bus")], example=True, childcare="ab 3 Jahren",
              has_childcare=True),
        event("registration", "Werkstatt", [at("2025-09-16 18:00", "20:00")], venues=[HALL],
              registration=Registration(until=datetime(2025, 9, 12, 18, tzinfo=ZONE), phone="06621 00 00 00",
                                        url="https://example.org/anmelden", places=12, note="mit Namen"),
              contact=Contact(name="Ada Geheim", phone="0170 0000000"), cost=Cost(kind="donation"), meeting_point="am Tor"),
    )


def _changes() -> tuple[Event, ...]:
    return (
        event("moved", "Vortrag", [at("2025-09-19 19:30", "21:00")], venues=[HALL],
              change=change("moved", note="Der Saal ist zu klein", since=date(2025, 9, 1), was_when=(at("2025-09-18 19:00"),),
                            was_venues=(OLD_HALL,))),
        event("new-place", "Gespräch", [at("2025-09-19 19:30")], venues=[HALL], change=change("moved", was_venues=(OLD_HALL,))),
        event("one-cancelled", "Der Bus", [
            at("2025-09-16 10:00", "12:00", key="haunetal"),
            at("2025-09-23 09:00", key="neuenstein", change=change("cancelled", note="In der Werkstatt")),
            at("2025-09-24 15:00", key="hohenroda", venues=(INLINE,), note="Haltestelle Kirche"),
        ], venues=[HALL], cost=Cost(kind="free"), organisers=[organiser()]),
        event("all-cancelled", "Gartenfest", venues=[INLINE], change=change("cancelled"),
              history=history(modified="2025-09-10 08:00", commits=5)),
        event("postponed", "Konzert", venues=[HALL], change=change("postponed", note="Neuer Termin folgt")),
        event("gone-online", "Sprachcafé", venues=[HALL], online_url="https://example.org/cafe", change=change("online")),
        event("full", "Kochkurs", venues=[HALL], change=change("full"), cost=Cost(kind="price", regular=Decimal(12))),
    )
