"""Frame: what every page has around it. Floor 3."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ikw.problems import N_
from ikw.programme import Programme
from ikw.site import Site
from ikw.views.error_link import error_link
from ikw.views.records import Anchor, Frame, Motto
from ikw.views.words import foreign, named

# What search engines show to people whose language the site does not have.
X_DEFAULT = "x-default"
# In a footer, until the language's entry in LANGUAGES says `reviewed`.
NOT_REVIEWED = N_("Diese Übersetzung hat noch niemand geprüft, der mit der Sprache aufgewachsen ist.")
# i18n: offered to visitors whose browser prefers your language: "Read this page in English"
OFFER = N_("Diese Seite auf Deutsch lesen")
SAMPLE_NOTICE = N_("Diese Termine sind zum größten Teil erfunden und zeigen nur, wie das Programm aussehen wird.")
# The footer's pages, in this order, if they exist.
FOOT_PAGES = ("ueber", "mitmachen", "anleitung", "impressum", "datenschutz", "barrierefreiheit")


@dataclass(frozen=True, kw_only=True, slots=True)
class Assets:
    """Addresses of what all pages load: made by the build from the theme's files."""

    stylesheet: str
    script: str


class Frames:
    """Makes the frames of one programme in one language: the shared part once, the rest per page."""

    def __init__(self, site: Site, programme: Programme, assets: Assets, siblings: tuple[Site, ...]) -> None:
        """Make the shared part. `siblings` is the site in every language, this one included."""
        self.site = site
        self.siblings = siblings
        self.programme = programme
        edition = programme.edition.id
        _ = site.texts.gettext
        # On the newest edition "Programm" is the front page itself; an older one keeps its own address.
        home = site.urls.root if programme is site.current else site.urls.edition(edition)
        nav = [
            Anchor(label=_("Programm"), href=home), Anchor(label=_("Orte"), href=site.urls.facet(edition, "venue")),
            Anchor(label=_("Gruppen"), href=site.urls.facet(edition, "organiser")),
        ]
        nav += self._pages(site.settings.menu_pages)
        self.nav = tuple(nav)
        self.shared = Frame(
            lang=site.language.code, dir=site.language.dir, kind="", title="", heading="", description="", canonical="",
            index=not site.settings.sample, site_name=site.name, region=foreign(site, site.settings.region), home=home,
            motto=motto(site, programme), theme=site.urls.asset("theme/"), nav=self.nav, alternates=tuple(self._alternates()),
            languages=tuple(self._languages()),
            foot=tuple(self._pages(FOOT_PAGES)),
            stylesheet=site.urls.asset(assets.stylesheet), script=site.urls.asset(assets.script),
            sample=_(SAMPLE_NOTICE) if site.settings.sample else "",
            easy=site.language.is_easy, not_reviewed="" if site.language.is_reviewed else _(NOT_REVIEWED),
        )

    def frame(
        self, *, kind: str, heading: str, description: str, href: str, crumbs: tuple[Anchor, ...] = (),
        head_links: tuple[tuple[str, str, str, str], ...] = (), jsonld: str = "", social_image: str = "",
        heading_lang: str | None = None,
    ) -> Frame:
        """Return the frame of a page. `href` is its own address; `heading_lang` is set where its heading is in another language."""
        site = self.site
        site_title = site.texts.name(self.programme.edition.title)
        # the page for unknown addresses does not know at which one it is shown
        address = "" if kind == "notfound" else site.urls.absolute(href)
        return replace(
            self.shared, kind=kind, title=f"{heading} – {site_title}" if heading != site_title else site_title, heading=heading,
            description=description, canonical=address,
            nav=self._nav(href), inside=self._inside(href), alternates=self.shared.alternates if address else (),
            crumbs=crumbs, head_links=head_links, jsonld=jsonld, social_image=social_image, report=error_link(site, heading, address),
            heading_lang=heading_lang, heading_dir=site.settings.default.dir if heading_lang else None,
        )

    def _pages(self, slugs: Iterable[str]) -> Iterator[Anchor]:
        """Yield links to prose pages that exist."""
        known = {page.slug: page for page in self.site.pages}
        for page in (known[slug] for slug in slugs if slug in known):
            yield Anchor(label=page.title, href=self.site.urls.page(page.slug), lang=page.lang)

    def _is_at(self, link: str, href: str) -> bool:
        """Whether a link leads to the page itself; the front page stands at two addresses."""
        return link == href or (link == self.shared.home and href == self.site.urls.edition(self.programme.edition.id))

    def _inside(self, href: str) -> str:
        return href.removeprefix(self.site.urls.root)

    def _nav(self, href: str) -> tuple[Anchor, ...]:
        """Return the menu; on most pages it is the very same, so that it need not be printed again."""
        at = [self._is_at(link.href, href) for link in self.nav]
        if not any(at):
            return self.nav
        return tuple(replace(link, current=is_here) for link, is_here in zip(self.nav, at, strict=True))

    def _languages(self) -> Iterator[Anchor]:
        """Yield the front page of each language; a page stands below it at the same path in all of them."""
        for other in self.siblings if len(self.siblings) > 1 else ():
            yield Anchor(
                label=other.language.name, href=other.urls.root, current=other is self.site, lang=other.language.code,
                dir=other.language.dir, offer=other.texts.gettext(OFFER),
            )

    def _alternates(self) -> Iterator[tuple[str, str]]:
        """Yield the front page of each language as search engines are told of it."""
        found = [(other.language.code, other.urls.absolute(other.urls.root)) for other in self.siblings]
        if len(found) > 1:
            yield from (*found, (X_DEFAULT, found[0][1]))


def motto(site: Site, programme: Programme) -> Motto | None:
    """Return the motto as it is set: a final "!" becomes the woven runner. It is drawn in the default language only."""
    every = programme.edition.motto
    if not every:
        return None
    said, first = named(site, every), every[site.settings.default.code]
    stem = said.text.removesuffix("!").rstrip()
    outline = programme.edition.outline if said.text == first else None
    return Motto(
        words=said.text, stem=stem, has_bang=stem != said.text, outline_path=outline.path if outline else None,
        outline_width=outline.width if outline else 0, outline_height=outline.height if outline else 0,
        lang=said.lang, dir=said.dir, original=foreign(site, first) if said.text != first else None,
    )
