"""Values: a reader for the fields of a data file, by their table. Floor 1.

Each kind of field has its reader: it takes a node and returns a typed value, or None after it has noted a fault. Nothing is
guessed: what is not understood is named with the value seen and the mend.
"""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any, ClassVar

from ikw.choices import choice_meant
from ikw.fields import Field, by_name
from ikw.problems import N_, WARNING, Fault
from ikw.source import Fields, Items, Node, Scalar
from ikw.values.codes import is_language, language_fault
from ikw.values.collector import Collector
from ikw.values.known import Named, named, nearest
from ikw.values.lines import comma_parts, is_blank, long_fault, markup_fault, short, short_name, spelled
from ikw.values.misnamed import unknown_field
from ikw.values.scalars import SCALARS
from ikw.values.texts import fault
from ikw.when import Span, read_date, read_moment

LANGUAGE = "de"
EASY_LANGUAGE = "de-simple"
# No list and no group of fields is longer; a hostile file must not cost minutes.
MOST = 100
LONGEST_FILE_NAME = 100
# Looks at a picture by its name: its path, width and height, or what is wrong with it.
Look = Callable[[str], tuple[str, int, int] | Fault]


class Reader(Collector):
    """Reads the fields of one file. `meant` are the fields that were written under a wrong name: they are not missing, too."""

    readers: ClassVar[Mapping[str, Callable[..., Any]]]

    def __init__(
        self, path: str, span: Span | None = None, *, is_draft: bool = False, municipalities: Mapping[str, Named] | None = None,
    ) -> None:
        """Take the file's path for problems, the edition's span for dates, and the municipalities; None: nobody knows them."""
        super().__init__(path, is_draft=is_draft)
        self.span = span
        self.municipalities = municipalities
        self.meant: set[str] = set()

    # Pictures

    def picture(self, node: Node, label: str, look: Look) -> tuple[str, int, int] | None:
        """Read the name of a picture's file and look at it."""
        found = self.scalar(node, label)
        if found is None:
            return None
        if "/" in found or "\\" in found or found.startswith(".") or len(found) > LONGEST_FILE_NAME:
            message = N_("„{value}“ ist nicht der Name einer Datei.").format(value=short(found))
            mend = N_("Legen Sie das Bild neben die Datei und schreiben Sie nur seinen Namen, zum Beispiel fest.jpg.")
            self.fault(node.line, label, "image-path", message, mend)
            return None
        seen = look(found)
        if isinstance(seen, Fault):
            self.faults([seen], node.line, label)
            return None
        return seen

    # Groups of fields

    def mapping(self, table: tuple[Field, ...], node: Fields, prefix: str = "") -> dict[str, Any]:
        """Read a group of fields by their table; what is absent or wrong is absent from the result."""
        known = by_name(table)
        found: dict[str, Any] = {}
        names = self._few(list(node.key_lines), node.line, prefix.rstrip("."))
        for name in names:
            field, child = known.get(name), node.get(name)
            if field is None:
                self.unknown(table, name, prefix, node.key_lines[name])
            elif child is not None and not is_blank(child):
                value = self.read(field, child, f"{prefix}{name}")
                if value is not None:
                    found[name] = value
        for field in table:
            if field.is_required and is_blank(node.get(field.name)) and f"{prefix}{field.name}" not in self.meant:
                self._missing(field, node, prefix)
        return found

    def read(self, field: Field, node: Node, label: str) -> Any:
        """Read one value by the kind of its field."""
        if field.kind in SCALARS:
            return self.single(SCALARS[field.kind], node, label)
        return self.readers[field.kind](self, field, node, label)

    def group(self, table: tuple[Field, ...], node: Node, label: str) -> dict[str, Any] | None:
        """Read a group of fields; anything else is a fault that names them."""
        if isinstance(node, Fields):
            return self.mapping(table, node, f"{label}.")
        mend = N_("Schreiben Sie {{{names}}}.")
        if not all(field.is_required for field in table):
            mend = N_("Schreiben Sie {{{names}}}; was fehlt, lassen Sie weg.")
        names = ", ".join(f"{field.name}: …" for field in table)
        message = N_("„{value}“ ist keine Gruppe von Feldern.").format(value=spelled(node))
        self.fault(node.line, label, "value-shape", message, mend.format(names=names))
        return None

    def unknown(self, table: tuple[Field, ...], name: str, prefix: str, line: int) -> None:
        """Note a field that is none, and the one that was meant."""
        found, meant = unknown_field(table, name)
        if meant:
            self.meant.add(f"{prefix}{meant}")
        self.faults([found], line, f"{prefix}{short_name(name)}")

    def _missing(self, field: Field, node: Fields, prefix: str) -> None:
        line = f"{field.name}: {field.example or '…'}"
        found = fault("missing" if field.example else "missing-bare", line=line)
        if field.name in node.key_lines:
            found = replace(found, message=N_("Hinter „{name}:“ steht nichts.").format(name=field.name))
        self.faults([found], node.key_lines.get(field.name, node.line), f"{prefix}{field.name}")

    # Texts

    def scalar(self, node: Node, label: str) -> str | None:
        """Return a single value on one line; a list or a group of fields is a fault."""
        if isinstance(node, Scalar):
            return " ".join(node.text.split()) or None
        what = N_("eine Liste") if isinstance(node, Items) else N_("eine Gruppe von Feldern")
        self.faults([Fault(
            code="value-shape",
            message=N_("„{value}“ ist {what}, hier steht nur ein einziger Wert.").format(value=spelled(node), what=what),
            mend=N_("Schreiben Sie nur einen Wert; Klammern, die zum Text gehören, brauchen Anführungszeichen um den ganzen Text."),
            as_text="",
        )], node.line, label)
        return None

    def single(self, read: Callable[[str], Any], node: Node, label: str) -> Any:
        """Read a single value by a function that returns it or a fault."""
        text = self.scalar(node, label)
        if text is None:
            return None
        found = read(text)
        if isinstance(found, Fault):
            self.faults([found], node.line, label)
            return None
        return found

    def text(self, field: Field, node: Node, label: str) -> str | None:
        """Read plain text of one line: no markup; over its limit it is long, over twice its limit too long."""
        found = self.scalar(node, label)
        wrong = found and (markup_fault(found) or long_fault(found, field.limit))
        if wrong:
            self.faults([wrong], node.line, label)
            return found if wrong.severity == WARNING else None
        return found

    def plain(self, node: Node | None, label: str) -> str | None:
        """Return a single value that others will read: without markup, which would be many faults to them."""
        found = self.scalar(node, label) if node else None
        if found and (wrong := markup_fault(found)):
            self.faults([wrong], node.line if node else 0, label)
            return None
        return found

    def words(self, field: Field, node: Node, label: str) -> Mapping[str, str] | None:
        """Read a name: text, or a group of languages with a text for each."""
        if not isinstance(node, Fields):
            one = self.text(field, node, label)
            return {LANGUAGE: one} if one else None
        return self.by_language(node, label, lambda child, own: self.text(field, child, own))

    def by_language(self, node: Fields, label: str, read: Callable[[Node, str], str | None]) -> Mapping[str, str] | None:
        """Read a group of languages with a text for each, German first; None where that is missing."""
        found = {}
        for lang, child in node.values.items():
            own = f"{label}.{short_name(lang)}"
            if self._is_language(lang, node.key_lines[lang], own) and (text := read(child, own)):
                found[lang] = text
        if LANGUAGE not in node.values:
            self.fault(node.line, label, "words-german", N_("Hier fehlt das Deutsche."), N_("Ergänzen Sie: de: …"))
        if LANGUAGE not in found:
            return None
        return {LANGUAGE: found.pop(LANGUAGE), **found}

    # Lists

    def items(self, node: Node, label: str) -> tuple[Node, ...]:
        """Return the items of a list; a single value is a list of one."""
        return tuple(self._few(node.items, node.line, label)) if isinstance(node, Items) else (node,)

    def several(self, node: Node, label: str, hint: str = "") -> tuple[Node, ...]:
        """Return the items of a list of words; words with commas between them need its brackets."""
        if not (isinstance(node, Scalar) and node.plain and "," in node.text):
            return self.items(node, label)
        line = f"{label.rpartition('.')[2]}: [{', '.join(comma_parts(node))}]"
        message = N_("„{value}“ ist ein einziger Wert.").format(value=short(node.text))
        self.fault(node.line, label, "list-brackets", message, N_("Schreiben Sie: {line}{hint}").format(line=line, hint=hint))
        return ()

    def _few(self, found: Collection[Any], line: int, label: str) -> list[Any]:
        if len(found) > MOST:
            message = N_("Hier stehen {n} Angaben, möglich sind {limit}.").format(n=len(found), limit=MOST)
            self.fault(line, label, "value-many", message, N_("Löschen Sie, was nicht gebraucht wird."))
        return list(found)[:MOST]

    def choice(self, field: Field, node: Node, label: str) -> str | None:
        """Read one of the field's words."""
        found = self.scalar(node, label)
        if found is None or found in field.choices:
            return found
        lower = found.lower()
        meant = choice_meant(found)
        near = [meant] if meant in field.choices else difflib.get_close_matches(lower, field.choices, 1, 0.7)
        hint = N_("Meinten Sie „{near}“? ").format(near=near[0]) if near else ""
        message = N_("„{value}“ ist hier kein mögliches Wort.").format(value=short(found))
        names = N_("Erlaubt sind: {names}.").format(names=", ".join(field.choices))
        self.fault(node.line, label, "choice-unknown", message, hint + names)
        return None

    def choices(self, field: Field, node: Node, label: str) -> tuple[str, ...]:
        """Read a list of the field's words, each once."""
        found = (self.choice(field, item, label) for item in self.several(node, label))
        return tuple(dict.fromkeys(one for one in found if one))

    def languages(self, field: Field, node: Node, label: str) -> tuple[str, ...] | None:
        """Read a list of language codes; None where none is left."""
        found = []
        for item in self.several(node, label):
            code = self.scalar(item, label)
            if code and self._is_language(code, item.line, label):
                found.append(code)
        return tuple(dict.fromkeys(found)) or None

    def _is_language(self, code: str, line: int, label: str) -> bool:
        if is_language(code):
            return True
        self.faults([language_fault(code)], line, label)
        return False

    # Ids and days

    def municipality(self, field: Field, node: Node, label: str) -> str | None:
        """Read the id of a municipality."""
        found = self.scalar(node, label)
        if found is None or self.municipalities is None or found in self.municipalities:
            return found
        mend = N_("Tragen Sie die Gemeinde dort ein, oder lassen Sie die Angabe weg.")
        if near := named(self.municipalities, found) or nearest(self.municipalities, found):
            mend = N_("Meinten Sie „{near}“?").format(near=near)
        message = N_("„{value}“ ist keine Kennung aus {file}.").format(value=short(found), file="municipalities.yaml")
        self.fault(node.line, label, "id-unknown", message, mend)
        return None

    def date(self, field: Field, node: Node, label: str) -> dt.date | None:
        """Read one date."""
        text = self.plain(node, label)
        value, faults = read_date(text, self.span) if text else (None, ())
        self.faults(faults, node.line, label)
        return value

    def moment(self, field: Field, node: Node, label: str) -> dt.date | dt.datetime | None:
        """Read one date, with or without a time."""
        text = self.plain(node, label)
        value, faults = read_moment(text, self.span) if text and self.span else (None, ())
        self.faults(faults, node.line, label)
        return value

    # What commands write

    def unread(self, field: Field, node: Node, label: str) -> Mapping[str, str] | None:
        """Read what an import could not: each field with the words it saw is a warning."""
        found = self.fingerprints(field, node, label)
        for name, words in (found or {}).items():
            message = N_("„{words}“ ist noch nicht eingetragen.").format(words=short(words))
            mend = N_("Tragen Sie es bei „{name}“ ein und löschen Sie es hier.").format(name=short_name(name))
            self.fault(node.line, f"{label}.{short_name(name)}", "unread", message, mend, WARNING)
        return found

    def fingerprints(self, field: Field, node: Node, label: str) -> Mapping[str, str] | None:
        """Read a group of fields with a text for each."""
        if isinstance(node, Fields):
            return {name: child.text for name, child in node.values.items() if isinstance(child, Scalar)}
        self.fault(
            node.line, label, "value-shape", N_("„{value}“ ist keine Gruppe von Feldern.").format(value=spelled(node)),
            N_("Diese Angabe schreibt ein Befehl; löschen Sie sie."),
        )
        return None


Reader.readers = {
    "text": Reader.text, "words": Reader.words, "choice": Reader.choice, "choices": Reader.choices,
    "languages": Reader.languages, "municipality": Reader.municipality, "date": Reader.date, "moment": Reader.moment,
    "unread": Reader.unread, "fingerprints": Reader.fingerprints,
}
