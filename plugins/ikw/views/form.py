"""Form: the page on which an event is handed in, made from the fields and their questions. Floor 3."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

from ikw.choices import ACCESS_WORDS, AUDIENCE_WORDS
from ikw.fields import EVENT, Field, by_name
from ikw.model import ACCESS, AUDIENCES, Edition
from ikw.problems import N_
from ikw.programme import Programme
from ikw.questions import LANGUAGES, QUESTIONS, filled
from ikw.settings import GERMAN
from ikw.site import PageTitle, Site
from ikw.texts import Texts
from ikw.views.examples import with_examples
from ikw.views.form_records import NO_HINT, Ask, FormPage, Option, Part, Rows
from ikw.views.form_samples import sample_page, sample_row
from ikw.views.records import Anchor, Phrase
from ikw.views.words import category_name, named
from ikw.when import Span

SLUG, TITLE = "mitmachen", N_("Mitmachen")
GUIDE, PRIVACY = "anleitung", "datenschutz"
# Folders of the form's rules and of its scripts.
RULES, SCRIPTS = "theme/form", "theme/js/form"
NEIGHBOURS = f"{RULES}/neighbours.json"
SIGNS = "gsg"
# How many lines there are on paper.
ON_PAPER = {"when": 3, "hours": 2, "venues": 1, "organisers": 3, "partners": 2, "funders": 1, "schedule": 4, "links": 1}
_FIELDS = by_name(EVENT)
_KINDS = {"url": "url", "email": "email", "phone": "tel", "number": "number"}


def form_page(site: Site, programme: Programme) -> FormPage:
    """Return the form for an edition."""
    _ = site.texts.gettext
    edition = programme.edition
    lead = _("Tragen Sie hier Ihre Veranstaltung für „{edition}“ ein. Sie brauchen kein Konto. Pflicht sind nur Titel und Termin.")
    is_german = site.language.code == site.settings.default.code
    note = "" if is_german else _("Bitte schreiben Sie auf Deutsch, so gut es geht. Wir übersetzen und helfen gern.")
    asked = _Form(site, programme)
    return FormPage(
        title=_(TITLE), lead=site.sentences(lead.format(edition=site.texts.name(edition.title)), _until(site, edition), note),
        parts=tuple(asked.parts()), lists=tuple(asked.lists()),
        address=site.settings.submission_address, repository=site.settings.repository, repository_kind=site.settings.repository_kind,
        guide=_page(site, GUIDE), privacy=_page(site, PRIVACY),
        letter_note="" if is_german else _(
            "Die E-Mail ist auf Deutsch, damit das Büro sie gleich versteht. Darin steht, was Sie eingetragen haben."
        ),
        rules=site.urls.asset(f"{RULES}/{site.language.code}.json"), neighbours=site.urls.asset(NEIGHBOURS),
        script=site.urls.asset(f"{SCRIPTS}/form.js"),
        posters=tuple(sample_page(site, programme, with_day=with_day) for with_day in (True, False)),
        rows=tuple(sample_row(site, programme, with_time=with_time) for with_time in (True, False)),
    )


def _until(site: Site, edition: Edition) -> str:
    """Return by when something must be there to stand in the booklet; nothing once it is too late."""
    day = edition.entries_until
    if day is None or (site.as_of is not None and site.as_of > day):
        return ""
    return site.texts.gettext("Was bis {date} da ist, kommt auch in das gedruckte Heft.").format(date=site.formats.date_long(day))


def form_title(lang: str, texts: Texts) -> PageTitle:
    """Return the form as menus name it."""
    title = texts.gettext(TITLE)
    return PageTitle(SLUG, title, GERMAN if title == TITLE and not lang.startswith(GERMAN) else None)


def _page(site: Site, slug: str) -> Anchor | None:
    """Return a link to a prose page, if there is one."""
    found = next((page for page in site.pages if page.slug == slug), None)
    return Anchor(label=found.title, href=site.urls.page(slug), lang=found.lang) if found else None


class _Form:
    """The questions for one edition in one language."""

    def __init__(self, site: Site, programme: Programme) -> None:
        self.site = site
        self.programme = programme
        self.gettext = site.texts.gettext
        edition = programme.edition
        self.span = Span(first=edition.first_day, last=edition.last_day, zone=site.settings.zone)

    def parts(self) -> Iterator[Part]:
        """Yield what is asked: first what everybody answers, then what few do."""
        _ = self.gettext
        yield Part(id="what", title=_("Was?"), items=(
            self.ask("title"), self.choice("category", self.categories()), self.ask("text", kind="area"),
        ))
        yield self.part("when", self.dates())
        yield self.part(
            "venue", self.place(), self.venues(), self.ask("room", shown_if="place=venue,both"),
            self.ask("online_url", shown_if="place=online,both"),
        )
        yield self.part("organisers", self.people("organisers", _("Noch jemand lädt ein")))
        yield Part(id="terms", title=_("Was kostet es, und muss man sich anmelden?"), items=(*self.cost(), *self.registration()))
        yield Part(id="people", title=_("Für wen, in welchen Sprachen?"), is_more=True, items=(
            self.choices("audience", self.options(AUDIENCES, AUDIENCE_WORDS)), self.ask("age"), *self.languages(),
        ))
        yield Part(id="help", title=_("Zugang, Essen, Kinder"), is_more=True, items=(
            self.choices("access", self.options(ACCESS, ACCESS_WORDS)), *map(self.ask, ("access_note", "bring", "food", "childcare")),
        ))
        yield Part(id="picture", title=_("Ein Bild"), is_more=True, items=self.picture())
        yield Part(id="further", title=_("Untertitel, Öffnungszeiten, Ablauf, Links"), is_more=True, items=tuple(self.further()))
        yield Part(id="contact", title=self.label("contact"), is_more=True, lead=self.hint("contact").text, items=self.contact())

    # Questions

    def part(self, path: str, first: Ask | Rows, *others: Ask | Rows) -> Part:
        """Return a part that is called as its first question is."""
        is_required = isinstance(first, Rows) and first.is_required
        return Part(id=path, title=self.label(path), items=(replace(first, is_told=True), *others), is_required=is_required)

    def ask(self, path: str, name: str = "", **values: Any) -> Ask:
        """Return the question of a field; `name` is that of the answer where it differs."""
        field = _field(path)
        made = Ask(
            name=name or path, kind=_KINDS.get(field.kind, "line") if field else "line", label=self.label(path),
            hint=self.hint(path), is_required=bool(field and field.is_required and "." not in path),
        )
        return replace(made, **values)

    def label(self, path: str) -> str:
        """Return the question itself."""
        return self.gettext(QUESTIONS[path].label)

    def hint(self, path: str) -> Phrase:
        """Return the hint of a question with the days of the edition."""
        hint = QUESTIONS[path].hint
        return self.told(hint) if hint else NO_HINT

    def told(self, hint: str) -> Phrase:
        """Return a hint in the page's language, what is to be typed in German marked in it."""
        return with_examples(self.site, filled(self.gettext(hint), self.span), filled(hint, self.span))

    def choice(self, path: str, options: Iterable[Option], name: str = "") -> Ask:
        """Return a question with one of several answers."""
        return self.ask(path, name, kind="one", options=tuple(options))

    def choices(self, path: str, options: Iterable[Option]) -> Ask:
        """Return a question with any of several answers."""
        return self.ask(path, kind="many", options=tuple(options))

    def options(self, codes: Iterable[str], words: Mapping[str, str]) -> tuple[Option, ...]:
        """Return coded values with their words."""
        return tuple(Option(value=code, label=self.site.formats.capital(self.gettext(words[code]))) for code in codes)

    def categories(self) -> Iterator[Option]:
        """Yield the categories with their stamps."""
        for key in self.programme.categories:
            name = category_name(self.site, self.programme, key)
            yield Option(value=key, label=name.text, stamp=key, lang=name.lang, dir=name.dir)

    # Parts

    def dates(self) -> Rows:
        """Return the dates: each is picked or written, and may have a place of its own."""
        _ = self.gettext
        rows, more = [], []
        for n in range(ON_PAPER["when"]):
            name = f"when.{n}"
            rows.append((
                self.ask("when", f"{name}.text", label=_("Termin"), hint=NO_HINT, is_required=n == 0),
                Ask(name=f"{name}.day", kind="date", label=_("Tag"), least=str(self.span.first), most=str(self.span.last)),
                Ask(name=f"{name}.from", kind="time", label=_("Beginn")), Ask(name=f"{name}.to", kind="time", label=_("Ende")),
            ))
            more.append((
                self.ask("when.venue", f"{name}.venue", known="venues"), self.ask("venue.town", f"{name}.town"),
                self.ask("when.room", f"{name}.room"), self.ask("when.note", f"{name}.note"),
            ))
        return Rows(
            name="when", label=self.label("when"), hint=self.hint("when"), rows=tuple(rows), more=tuple(more), is_required=True,
            more_label=_("Anderer Ort oder Hinweis für diesen Termin"), add=_("Noch ein Termin"), remove=_("Diesen Termin entfernen"),
        )

    def place(self) -> Ask:
        """Return whether there is a place to go to."""
        _ = self.gettext
        return self.choice("venue", (
            Option(value="venue", label=_("An einem Ort"), is_chosen=True), Option(value="online", label=_("Im Internet")),
            Option(value="both", label=_("Beides")), Option(value="open", label=_("Steht noch nicht fest")),
        ), "place")

    def venues(self) -> Rows:
        """Return the places with their addresses."""
        _ = self.gettext
        names = {key: named(self.site, one.name) for key, one in self.programme.municipalities.items()}
        towns = tuple(Option(value=key, label=name.text, lang=name.lang, dir=name.dir) for key, name in names.items())
        return self.rows("venues", _("Ort"), NO_HINT, lambda n: (
            self.ask("venue.name", f"venues.{n}.name", known="venues"),
            *(self.ask(f"venue.{name}", f"venues.{n}.{name}") for name in ("street", "postcode", "town")),
            *([self.ask("venue.municipality", f"venues.{n}.municipality", kind="select", options=towns)] if towns else []),
        ), _("Noch ein Ort (bei einem Weg)"), _("Diesen Ort entfernen"), shown_if="place=venue,both", is_told=True)

    def rows(self, name: str, label: str, hint: Phrase, make: Any, add: str, remove: str, **values: Any) -> Rows:
        """Return as many rows as there are lines on paper; `make` gives the questions of one."""
        rows = tuple(tuple(make(n)) for n in range(ON_PAPER.get(name, 1)))
        return Rows(name=name, label=label, hint=hint, rows=rows, add=add, remove=remove, **values)

    def people(self, name: str, add: str) -> Rows:
        """Return the names of those who take part."""
        _ = self.gettext
        return self.rows(name, self.label(name), self.hint(name), lambda n: (
            self.ask(name, f"{name}.{n}.name", label=_("Name"), hint=NO_HINT, known="organisers"),
        ), add, _("Diesen Namen entfernen"))

    def cost(self) -> Iterator[Ask]:
        """Yield what it costs."""
        _ = self.gettext
        yield self.choice("cost", (
            Option(value="free", label=_("Nichts")), Option(value="donation", label=_("Eine Spende")),
            Option(value="price", label=_("Eintritt")),
        ), "cost.kind")
        for name, kinds in (("regular", "price"), ("reduced", "price"), ("note", "price,free")):
            yield self.ask(f"cost.{name}", shown_if=f"cost.kind={kinds}")

    def registration(self) -> Iterator[Ask]:
        """Yield whether and how one registers."""
        _ = self.gettext
        options = (Option(value="no", label=_("Nein, einfach kommen")), Option(value="yes", label=_("Ja")))
        yield self.choice("registration", options, "registration.kind")
        for name in ("until", "phone", "email", "url", "places", "note"):
            yield self.ask(f"registration.{name}", shown_if="registration.kind=yes")

    def languages(self) -> Iterator[Ask | Rows]:
        """Yield the languages: those of the site to tick, all others to choose from a list."""
        _ = self.gettext
        ours = [one.code for one in self.site.settings.languages if one.code in self.named]
        others = sorted((code for code in self.named if code not in ours), key=lambda code: self.named[code].casefold())
        listed = tuple(Option(value=code, label=self.named[code]) for code in others)
        for path, codes in (("languages", ours), ("interpreting", [*ours, SIGNS])):
            yield self.choices(path, (
                Option(
                    value=code, label=self.site.formats.language(code),
                    is_chosen=path == "languages" and code == self.site.settings.default.code,
                ) for code in codes
            ))
            yield self.rows(
                f"{path}_more", _("Weitere Sprache"), NO_HINT,
                lambda n, path=path: (Ask(name=f"{path}_more.{n}.code", kind="select", label=_("Weitere Sprache"), options=listed),),
                _("Noch eine Sprache"), _("Diese Sprache entfernen"), is_told=True,
            )

    @cached_property
    def named(self) -> Mapping[str, str]:
        """The languages that may be chosen, by their codes."""
        return {code: self.site.formats.language(code) for code in LANGUAGES}

    def picture(self) -> tuple[Ask, ...]:
        """Return the picture and what must be said of it."""
        consent = self.gettext("Ich darf das Bild weitergeben, und die Menschen darauf sind einverstanden; bei Kindern die Eltern.")
        return (
            self.ask("image", "image.file", kind="file"), self.ask("image_alt", "image.alt"), self.ask("image_credit", "image.credit"),
            Ask(name="image.consent", kind="yes", label=consent),
        )

    def further(self) -> Iterator[Ask | Rows]:
        """Yield what only some events have."""
        _ = self.gettext
        yield self.ask("subtitle")
        yield self.ask("summary", kind="area")
        yield self.ask("meeting_point")
        yield self.rows("hours", self.label("hours"), self.hint("hours"), lambda n: (
            Ask(name=f"hours.{n}.days", kind="line", label=_("Tage"), hint=self.told(N_("Zum Beispiel: mo-fr oder täglich außer mo."))),
            Ask(name=f"hours.{n}.times", kind="line", label=_("Zeiten"), hint=self.told(N_("Zum Beispiel: 9–17."))),
        ), _("Noch eine Zeile"), _("Diese Zeile entfernen"))
        yield self.pairs("schedule", ("time", "title"), _("Noch eine Zeile"), _("Diese Zeile entfernen"))
        yield self.people("partners", _("Noch jemand macht mit"))
        yield self.people("funders", _("Noch jemand gibt Geld"))
        yield self.pairs("links", ("title", "url"), _("Noch ein Link"), _("Diesen Link entfernen"))

    def pairs(self, path: str, names: tuple[str, ...], add: str, remove: str) -> Rows:
        """Return rows of two questions."""
        return self.rows(path, self.label(path), self.hint(path), lambda n: (
            self.ask(f"{path}.{name}", f"{path}.{n}.{name}") for name in names
        ), add, remove)

    def contact(self) -> tuple[Ask, ...]:
        """Return whom to ask, and that they have agreed."""
        return (*(self.ask(f"contact.{name}") for name in ("name", "phone", "email", "url")), self.ask("contact.consent", kind="yes"))

    def lists(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the names that are suggested: places and groups."""
        for name, table in (("venues", self.programme.venues), ("organisers", self.programme.organisers)):
            yield name, tuple(sorted({self.site.texts.name(one.name) for one in table.values()}, key=str.casefold))


def _field(path: str) -> Field | None:
    """Return the field that a question is about; the text below the fields is none."""
    head, _, own = path.partition(".")
    field = _FIELDS.get(head)
    return by_name(field.fields).get(own) if field and own else field
