"""Form samples: a poster and a row with nothing in them, which the form fills in the browser. Floor 3.

They are printed by the templates that print every poster and every row, so that an event looks in the form as it will on the site.
"""

from __future__ import annotations

from ikw.programme import Programme
from ikw.site import Site
from ikw.views.page_records import EventPage
from ikw.views.records import Phrase, Row
from ikw.views.words import foreign

# A sign for what a script puts there; it leads nowhere until then.
BLANK, NOWHERE = "…", "#main"


def sample_page(site: Site, programme: Programme, *, with_day: bool) -> EventPage:
    """Return an event for the poster: with a day of its own, or with words for its dates."""
    blank = foreign(site, BLANK)
    return EventPage(
        category=next(iter(programme.categories)), category_name=Phrase(text=BLANK), category_href=NOWHERE, title=blank, subtitle=blank,
        number=BLANK if with_day else "", weekday=BLANK, month=BLANK, time=BLANK, datetime=programme.edition.first_day.isoformat(),
        date_words=BLANK, state=None, banner=None, summary=None, text_html="", text_lang=None, text_dir=None, facts=(), dates=(),
        schedule=(), links=(), photo=None, actions=(), previous=None, next=None, more_heading="", more=(), example="",
    )


def sample_row(site: Site, programme: Programme, *, with_time: bool) -> Row:
    """Return an event for a list: with a time, or with words instead of one."""
    blank = foreign(site, BLANK)
    return Row(
        href=NOWHERE, title=blank, time="00:00" if with_time else "", datetime="00:00", when_words=BLANK,
        category=next(iter(programme.categories)), category_name=Phrase(text=BLANK), venue=blank,
        town=blank, spoken=BLANK, cost=BLANK,
    )
