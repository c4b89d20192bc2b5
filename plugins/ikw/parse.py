"""Parse: the record of a file becomes an event, or the problems of a translation. Floor 1.

Every value is read by the kind of its field (`fields`, `values`); here the record is put together.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from ikw.fields import EVENT, SUMMARY_LIMIT, TRANSLATION, Field
from ikw.model import Event, Origin, Picture, Text
from ikw.problems import N_, WARNING, Problem
from ikw.prose import Prose, first_sentences, render
from ikw.source import Fields, Record, Scalar
from ikw.translation import OwnTexts, own_texts
from ikw.values.codes import is_language, nearest_language
from ikw.values.events import EventReader
from ikw.values.known import Known
from ikw.values.lines import is_blank, short_name
from ikw.values.places import Place
from ikw.values.reader import EASY_LANGUAGE, LANGUAGE, Reader
from ikw.values.scalars import YES
from ikw.values.texts import fault
from ikw.when import Span

# Fields whose value is the event's as it was read.
_AS_READ = (
    "online_url", "room", "meeting_point", "organisers", "partners", "funders", "category", "audience", "age", "languages",
    "interpreting", "access", "access_note", "cost", "registration", "contact", "bring", "food", "schedule", "links",
    "highlight", "example", "series",
)
# What an event may lack, though visitors then miss it, each with the fields that stand for it as well.
EXPECTED: Mapping[str, tuple[str, ...]] = {"venue": ("online_url",), "organisers": (), "category": ()}


def is_draft(record: Record) -> bool:
    """Whether an event is not to be shown yet: it says so, or an import could not read all of it."""
    draft = record.fields.get("draft")
    return (isinstance(draft, Scalar) and draft.text.strip().lower() in YES) or not is_blank(record.fields.get("unread"))


def image_name(record: Record) -> str | None:
    """Return the picture that a record names."""
    image = record.fields.get("image")
    return image.text.strip() if isinstance(image, Scalar) else None


def parse_event(record: Record, edition: str, span: Span, known: Known) -> tuple[Event | None, tuple[Problem, ...]]:
    """Make an event of its record; with errors it is None. In a draft only title and time must be right."""
    reader = EventReader(record.path, span, known, is_draft=is_draft(record))
    values = reader.mapping(EVENT, record.fields)
    prose, faults = render(record.body, record.body_line)
    reader.faults(faults, record.body_line, "")
    picture = _picture(reader, record.fields, values)
    _check_hours(reader, record.fields, values)
    _check_completeness(reader, record.fields)
    problems = tuple(reader.problems)
    if any(problem.is_error for problem in problems) or not {"title", "when"} <= values.keys():
        return None, problems
    return _event(record, edition, values, prose, picture, is_draft=reader.is_draft), problems


def parse_translation(record: Record, names: frozenset[str] = frozenset()) -> tuple[OwnTexts, tuple[Problem, ...]]:
    """Read a translation and check its shape: what may be translated, and no facts. Easy Language is checked by its rules, too.

    `names` are those of venues, groups and municipalities: they stand as they are written, however long.
    """
    reader = TranslationReader(record.path)
    reader.check_language()
    reader.mapping(TRANSLATION, record.fields)
    prose, faults = render(record.body, record.body_line)
    reader.faults(faults, record.body_line, "")
    if reader.name[1] == EASY_LANGUAGE:
        from ikw import easy_language  # noqa: PLC0415 -- slow import: its word lists are patterns

        for field in ("title", "subtitle", "summary", "image_alt"):
            text = record.fields.get(field)
            if isinstance(text, Scalar):
                reader.faults(easy_language.check(text.text, text.line, names), text.line, field)
        reader.faults(easy_language.check(record.body, record.body_line, names), record.body_line, "")
    return own_texts(record, prose), tuple(reader.problems)


class TranslationReader(Reader):
    """Reads a translation. Facts stand in the German file only, so that no translation can contradict it."""

    @property
    def name(self) -> tuple[str, str]:
        """The event's id and the language, as the file's name gives them."""
        event, _, lang = PurePosixPath(self.path).stem.partition(".")
        return event, lang

    def check_language(self) -> None:
        """The file's name ends in a language that is not the event's own."""
        event, lang = self.name
        if lang == LANGUAGE:
            message = N_("Der deutsche Text steht in „{event}.md“ und braucht keine Übersetzung.").format(event=event)
            mend = N_("Löschen Sie diese Datei, oder benennen Sie sie nach ihrer Sprache.")
            self.fault(0, "", "translation-german", message, mend)
        elif not is_language(lang):
            near = nearest_language(lang) or "uk"
            message = N_("„{lang}“ ist kein Kürzel einer Sprache.").format(lang=short_name(lang))
            mend = N_("Benennen Sie die Datei nach ihrer Sprache, zum Beispiel „{event}.{near}.md“.")
            self.fault(0, "", "language-unknown", message, mend.format(event=event, near=near))

    def unknown(self, table: tuple[Field, ...], name: str, prefix: str, line: int) -> None:
        """Note a field that no translation has: a fact, or a name that is none."""
        lower = name.lower()
        translated = {field.name for field in table}
        fact = next((field for field in EVENT if lower == field.name or lower in field.german), None)
        if fact is None or fact.name in translated:
            super().unknown(table, name, prefix, line)
            return
        message = N_("„{name}“ gehört nicht in eine Übersetzung.").format(name=short_name(name))
        mend = N_("Löschen Sie die Angabe hier; sie steht nur in der deutschen Datei „{event}.md“.").format(event=self.name[0])
        self.fault(line, short_name(name), "translation-fact", message, mend)


def _picture(reader: EventReader, fields: Fields, values: dict[str, Any]) -> Picture | None:
    """A picture has a description and a source, and neither stands without it."""
    has_image = not is_blank(fields.get("image"))
    seen = values.get("image")
    for name in ("image_alt", "image_credit"):
        has_words = not is_blank(fields.get(name))
        if seen and not has_words:
            wrong = fault(name.replace("_", "-"), image=PurePosixPath(seen[0]).name)
            reader.faults([wrong], fields.key_lines["image"], name)
        if has_words and not has_image:
            message = N_("Hier fehlt das Bild, zu dem das gehört.")
            mend = N_("Ergänzen Sie „image: …“, oder löschen Sie die Angabe.")
            reader.fault(fields.key_lines[name], name, "image-none", message, mend, WARNING)
    if not seen or not {"image_alt", "image_credit"} <= values.keys():
        return None
    return Picture(path=seen[0], width=seen[1], height=seen[2], alt=values["image_alt"], credit=values["image_credit"])


def _check_hours(reader: EventReader, fields: Fields, values: dict[str, Any]) -> None:
    """Opening hours need a range of days."""
    if "hours" in values and "when" in values and not any(one.is_range for one in values["when"]):
        reader.faults([fault("hours-range")], fields.key_lines["hours"], "hours")


def _check_completeness(reader: EventReader, fields: Fields) -> None:
    """Warn of what visitors will miss: place, organiser, category."""
    for name, others in EXPECTED.items():
        if name not in reader.meant and all(is_blank(fields.get(one)) for one in (name, *others)):
            reader.faults([fault(f"{name}-missing")], fields.key_lines.get(name, 1), name)


def _event(
    record: Record, edition: str, values: dict[str, Any], prose: Prose, picture: Picture | None, *, is_draft: bool,
) -> Event:
    place: Place = values.get("venue", Place(()))
    childcare = values.get("childcare")
    hours = values.get("hours", ())
    return Event(
        id=PurePosixPath(record.path).stem, edition=edition, origin=Origin(path=record.path, lines=record.fields.key_lines),
        texts={LANGUAGE: _text(values, prose)}, venues=place.venues, online=place.online, change=values.get("status"),
        occurrences=tuple(
            dataclasses.replace(one, hours=one.hours or hours) if one.is_range else one for one in values["when"]
        ),
        childcare=childcare if isinstance(childcare, str) else None, has_childcare=bool(childcare), picture=picture,
        draft=is_draft, **{name: values[name] for name in _AS_READ if name in values},
    )


def _text(values: dict[str, Any], prose: Prose) -> Text:
    summary = values.get("summary")
    return Text(
        title=values["title"], subtitle=values.get("subtitle"), is_excerpt=summary is None, html=prose.html, plain=prose.plain,
        summary=summary or first_sentences(prose.plain, SUMMARY_LIMIT) or None, image_alt=values.get("image_alt"),
    )
