"""What a check says of the printed booklet; every message stands whole in tests/zoo/printed."""

from __future__ import annotations

from datetime import date

from ikw.against_paper import problems
from ikw.model import Event, Printed
from ikw.problems import WARNING
from samples import at, change, event, programme, site


def said(now: list[Event], then: list[Event] | None) -> list[tuple[str, str, str, str]]:
    found = programme(*now, printed=None if then is None else Printed(day=date(2025, 8, 1), events={one.id: one for one in then}))
    return [(one.path, one.field, one.code, one.message) for one in problems(site(found), found) if one.severity == WARNING]


def test_before_the_booklet_goes_to_print_nothing_is_said() -> None:
    assert said([event()], None) == []


def test_what_is_the_same_is_not_said() -> None:
    assert said([event()], [event()]) == []


def test_new_gone_and_other_each_have_their_warning() -> None:
    assert said([event("a"), event("b", when=[])], [event("b"), event("c", "Weg")]) == [
        ("2025/a.md", "title", "print-new", "Diese Veranstaltung steht nicht im gedruckten Heft."),
        ("2025/b.md", "when", "print-differs", "Im gedruckten Heft steht noch „Sonntag, 14. September 2025, 14:00 Uhr“."),
        ("2025/printed.yaml", "events", "print-gone", "„Weg“ steht im gedruckten Heft, aber nicht mehr im Programm."),
    ]


def test_a_date_more_is_said() -> None:
    assert said([event(when=[at("2025-09-14 14:00"), at("2025-09-15 14:00", key="2")])], [event()]) == [
        ("2025/fest.md", "when", "print-differs", "Das steht nicht im gedruckten Heft: „Montag, 15. September 2025, 14:00 Uhr“."),
    ]


def test_what_a_status_tells_visitors_is_said_to_the_coordinator_all_the_same() -> None:
    assert [message for *_, message in said([event(change=change("cancelled"))], [event()])] == [
        "Steht anders im gedruckten Heft: jetzt „Abgesagt“, dort „Findet statt“.",
    ]
