"""Wizard: asks for the fields of an event at a terminal, with the rules of the check and in its words. Floor 5.

Plain lines in and out, so that a screen reader reads it and a pipe can feed it. Whatever ends it early leaves what was answered
as a draft.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from ikw.cells.columns import TEXT
from ikw.importers.candidates import Candidate, Place, candidate_of
from ikw.importers.questions import Question, choices_of, follow_up, questions
from ikw.importers.sheets import Row
from ikw.importers.telling import Told
from ikw.problems import N_
from ikw.source.characters import clean
from ikw.source.tree import ID, nearest_id

LEAVE_OUT, BACK, HELP, END = "-", "<", "?", "."

Ask = Callable[[str], str]
Say = Callable[[str], None]


@dataclass(slots=True)
class Answers:
    """What was answered: words by path, as a row of a spreadsheet has them; `kept` are fields nobody asks for, as they were."""

    words: dict[str, str] = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)

    def row(self) -> Row:
        """Return the answers as a row."""
        return Row(1, "", {**self.kept, **self.words})

    def of(self, name: str) -> dict[str, str]:
        """Return the words of a field."""
        return {path: text for path, text in {**self.kept, **self.words}.items() if path.split(".")[0] == name}

    def replace(self, name: str, words: Mapping[str, str]) -> None:
        """Put words in the place of those of a field."""
        for answers in (self.words, self.kept):
            for path in [path for path in answers if path.split(".")[0] == name]:
                del answers[path]
        self.words |= words


class Wizard:
    """One run of questions. `ask` reads a line after a prompt and raises EOFError at the end; `say` prints a line."""

    def __init__(self, place: Place, ask: Ask, say: Say, answers: Answers) -> None:
        """Take where the event goes to, and what is known of it from another year."""
        self.place = place
        self.ask = ask
        self.say = say
        self.answers = answers

    def run(self) -> None:
        """Ask everything."""
        self.say(N_(
            "Eingabetaste: übernehmen oder weglassen. „?“ erklärt, „<“ geht zurück, „-“ lässt weg, was schon dasteht. "
            "Strg-C beendet; was Sie bis dahin gesagt haben, bleibt als Entwurf."
        ))
        self.all_of(questions(is_first=True))
        if self._agree(N_("Noch mehr angeben (Untertitel, Alter, Kontakt, Links …)?"), is_default=False):
            self.all_of(questions(is_first=False))

    def all_of(self, several: tuple[Question, ...]) -> None:
        """Ask questions in order; one can go back."""
        place = 0
        while place < len(several):
            self.say("")
            is_back = self._question(several[place], f"{place + 1}/{len(several)}")
            place = max(place - 1, 0) if is_back else place + 1

    def _question(self, question: Question, number: str) -> bool:
        """Ask until the answer is right; return whether to go back."""
        self.say(_head(question, number))
        before = self.answers.of(question.field)
        if before:
            self.say(N_("  Bisher: {words}").format(words=" | ".join(_shown(text) for text in before.values())))
        while True:
            answer = self._text() if question.path == TEXT else self.ask("> ").strip()
            if answer == BACK:
                return True
            if answer == HELP:
                self._explain(question)
                continue
            if answer == LEAVE_OUT:
                self.answers.replace(question.field, {})
            elif answer:
                self.answers.replace(question.field, {question.path: clean(answer)})
            if not question.is_required or self.answers.of(question.field):
                wrong = self._wrong(question)
                if not wrong:
                    self._follow(question)
                    return False
                self.answers.replace(question.field, before)
            else:
                self.say(N_("  Diese Angabe fehlt. Schreiben Sie zum Beispiel: {example}").format(example=question.example))

    def _text(self) -> str:
        """Read a text of several lines, up to a line with nothing but a full stop; an empty first line is no text."""
        self.say(N_("  Mehrere Zeilen; das Ende ist eine Zeile, in der nur ein Punkt steht."))
        first = self.ask("> ")
        if first.strip() in ("", BACK, HELP, LEAVE_OUT, END):
            return "" if first.strip() == END else first.strip()
        lines = [first]
        while (line := self.ask("> ")).strip() != END:
            lines.append(line)
        return "\n".join(lines).strip()

    def _wrong(self, question: Question) -> list[Told]:
        """Say what the check says of an answer; return what is wrong, hints left out."""
        made = self.candidate()
        own = [told for told in made.told if told.field.split(".")[0] == question.field]
        # Who types can choose another category at once; who imports a table cannot.
        wrong = [told for told in own if told.is_reason or question.path == "category"]
        words = choices_of(question, self.place.known)
        for told in own:
            self.say(f"  {'' if told in wrong else N_('Hinweis: ')}{told.message}")
            if told in wrong and words:
                self.say(N_("  Möglich: {words}").format(words=", ".join(words)))
            elif told.mend:
                self.say(f"  {told.mend}")
        return wrong

    def _follow(self, question: Question) -> None:
        """Ask for parts that the answer leaves open."""
        for part in _follow_ups(question, self.candidate(), self.answers):
            while True:
                self.say(f"  {part.name}: {part.doc}")
                answer = self.ask("  > ").strip()
                if not answer or answer in (LEAVE_OUT, BACK):
                    break
                self.answers.words[part.path] = clean(answer)
                if not self._wrong(part):
                    break
                del self.answers.words[part.path]

    def _explain(self, question: Question) -> None:
        """Say what a question means, and what may be answered."""
        self.say(f"  {question.doc}.")
        if question.example:
            self.say(N_("  Zum Beispiel: {example}").format(example=question.example))
        words = choices_of(question, self.place.known)
        if words:
            self.say(N_("  Möglich: {words}").format(words=", ".join(words)))

    def _agree(self, question: str, *, is_default: bool) -> bool:
        self.say("")
        answer = self.ask(f"{question} ({N_('J/n') if is_default else N_('j/N')}) ").strip().casefold()
        return answer in ("j", "ja", "y", "yes") if answer else is_default

    def candidate(self) -> Candidate:
        """Return the event as it is so far."""
        return candidate_of(self.answers.row(), self.place)

    def name(self, free: Callable[[str], str]) -> str:
        """Ask what the file is called; return an id that nobody has."""
        proposed = free(self.candidate().name)
        self.say("")
        self.say(N_("Kennung: Name der Datei und Teil der Adresse; sie ändert sich nie mehr."))
        while True:
            answer = self.ask(f"[{proposed}] > ").strip()
            if not answer:
                return proposed
            near = nearest_id(answer)
            if ID.fullmatch(answer) and near == answer and free(answer) == answer:
                return answer
            proposed = free(near or proposed)
            self.say(N_("  „{answer}“ geht nicht oder ist vergeben. Möglich ist: {near}").format(answer=answer[:60], near=proposed))


def _head(question: Question, number: str) -> str:
    must = N_(" (muss sein)") if question.is_required else ""
    example = N_(" Zum Beispiel: {example}").format(example=question.example) if question.example else ""
    return f"{number} {question.name}{must}: {question.doc}.{example}"


def _shown(text: str) -> str:
    text = " / ".join(text.splitlines())
    return text if len(text) <= 120 else f"{text[:119]}…"


def _follow_ups(question: Question, made: Candidate, answers: Answers) -> Iterator[Question]:
    """Yield what to ask about a place that is not known, a range, a registration, and whom to ask."""
    value = made.fields.get(question.path)
    if question.path == "venue" and isinstance(value, dict) and not answers.of("venue").keys() - {"venue"}:
        if "street" not in value:
            yield follow_up("venue.street", N_("Straße und Hausnummer"), N_("der Ort ist noch nicht bekannt; leer, wenn es keine gibt"))
        if "town" not in value:
            yield follow_up("venue.town", N_("Stadt oder Dorf"), N_("zum Beispiel Bad Hersfeld"))
    if question.path == "when" and made.event and any(one.is_range for one in made.event.occurrences):
        yield follow_up("hours", N_("Öffnungszeiten"), N_("zum Beispiel: Mo–Fr 9–17; Sa 10–13"))
    needs_until = value == "required" or (isinstance(value, dict) and "until" not in value)
    if question.path == "registration" and needs_until:
        yield follow_up("registration.until", N_("Anmeldung bis"), N_("Anmeldeschluss, zum Beispiel 12.9.; leer, wenn es keinen gibt"))
    if question.path == "contact" and answers.of("contact") and "contact.consent" not in answers.of("contact"):
        yield follow_up(
            "contact.consent", N_("Einwilligung"),
            N_("Ist die Person einverstanden, dass das öffentlich ist? ja – sonst wird der Kontakt nicht gespeichert"),
        )
