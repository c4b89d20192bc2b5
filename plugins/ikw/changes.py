"""Changes: what differs from what was announced. Floor 2, pure. Pages, feeds and paper ask here."""

from __future__ import annotations

from ikw.model import Change, Event, Occurrence


def change_of(event: Event, occurrence: Occurrence | None = None) -> Change | None:
    """Return what holds for an occurrence: its own change, else the event's; None when all is as announced."""
    change = (occurrence.change if occurrence and occurrence.change else None) or event.change
    return change if change and change.status != "scheduled" else None


def status_of(event: Event, occurrence: Occurrence | None = None) -> str:
    """Return the status word of `model.STATUSES` that holds."""
    change = change_of(event, occurrence)
    return change.status if change else "scheduled"


def is_off(event: Event, occurrence: Occurrence | None = None) -> bool:
    """Whether nobody should go there: cancelled or postponed."""
    return status_of(event, occurrence) in ("cancelled", "postponed")


def is_all_cancelled(event: Event) -> bool:
    """Whether no occurrence takes place."""
    if not event.occurrences:
        return status_of(event) == "cancelled"
    return all(status_of(event, occurrence) == "cancelled" for occurrence in event.occurrences)


def moved_from(event: Event, occurrence: Occurrence | None = None) -> tuple[Occurrence, ...]:
    """Return the old times that no longer hold, for a list that must say so where people still look."""
    change = change_of(event, occurrence)
    if change is None or change.status not in ("moved", "changed"):
        return ()
    now = {(other.day, other.start) for other in event.occurrences}
    return tuple(old for old in change.was_when if (old.day, old.start) not in now)
