"""Error link: where the visitor of a page says that something on it is wrong. Floor 3.

A mail needs no account, so it comes first; then the repository's own form; where neither is known, the page with the office's
address and number.
"""

from __future__ import annotations

from urllib.parse import quote

from ikw.repository import error_report
from ikw.site import Site
from ikw.views.records import Anchor

CONTACT_PAGE = "kontakt"


def error_link(site: Site, heading: str, page: str) -> Anchor | None:
    """Return the link for a page: its heading, and its whole address ("" where the visitor must say it)."""
    _ = site.texts.gettext
    label, title = _("Fehler auf dieser Seite melden"), _("Fehler auf der Seite: {title}").format(title=heading)
    questions = "\n".join((
        _("Seite: {address}").format(address=page), "", _("Was ist falsch?"), "", "", _("Was ist richtig?"), "", "",
        _("Woher wissen Sie das?"), "",
    ))
    settings = site.settings
    if settings.error_address:
        # RFC 6068: lines end with CRLF
        text = quote(questions.replace("\n", "\r\n"), safe="")
        return Anchor(label=label, href=f"mailto:{quote(settings.error_address, safe='@')}?subject={quote(title, safe='')}&body={text}")
    if address := error_report(settings, title, page, questions):
        return Anchor(label=label, href=address)
    if any(known.slug == CONTACT_PAGE for known in site.pages):
        return Anchor(label=label, href=site.urls.page(CONTACT_PAGE))
    return None
