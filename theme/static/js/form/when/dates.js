// When dates: the rules for dates and weekdays. The mirror of `ikw.when.dates`.

import { calendarDay, dayOfSpan, inSpan, parts, spelled, weekday, weekdayOfSpan } from "../days.js";
import { bareDay, couldBeDays, notADate, otherWeekday, otherYear, outside, reversedDates } from "./faults.js";
import { CLOCKS, DASHES, DAYS, JOINS, Refused } from "./reader.js";

const WEEKDAYS = ["weekday", "weekly"];

// Stretches: {first, last}, last null for an open range.
export function readStretches(reader) {
  const first = reader.place;
  const leading = leadingWeekdays(reader);
  let found = [written(reader)];
  for (let joint; [...JOINS, ...DASHES].includes((joint = reader.name())) && reader.leadsToDate(1); ) {
    reader.place += 1;
    found.push(written(reader, DASHES.includes(joint)));
    if (joint === "slash" && found.at(-1).token.name === "iso") {
      const [one, last] = found.slice(-2).map(({ token }) => token.text);
      reader.refuse("slashed-iso", { seen: reader.seen(first), first: one, last });
    }
  }
  if (leading.length) found = withWeekdays(reader, found, leading);
  return stretches(reader, found, first);
}

export function readDay(reader) {
  if (reader.name() === "from") reader.refuseNext();
  return days(reader, [written(reader)])[0];
}

function written(reader, endsRange = false) {
  const isOpen = reader.take("from") !== null;
  const name = reader.leadsToDate() ? reader.take("weekday") : null;
  if (name) reader.take("comma");
  return { token: reader.take(...DAYS) ?? refuseAsDate(reader), weekday: name, isOpen, endsRange };
}

function leadingWeekdays(reader) {
  const leading = [];
  while (reader.name() === "weekday" && JOINS.includes(reader.name(1)) && reader.name(2) === "weekday" && reader.leadsToDate()) {
    leading.push(reader.token());
    reader.place += 2;
  }
  return leading;
}

function withWeekdays(reader, found, leading) {
  const names = [...leading, found[0].weekday];
  if (names.length !== found.length || found.slice(1).some((one) => one.endsRange || one.weekday)) refuseWeekday(reader, leading[0]);
  return found.map((one, place) => ({ ...one, weekday: names[place] }));
}

function stretches(reader, found, first) {
  const numbers = days(reader, found);
  if (numbers.includes(null)) return [];
  const made = [];
  found.forEach((one, place) => {
    const day = numbers[place];
    if (!one.endsRange) {
      made.push({ first: day, last: one.isOpen ? null : day });
      return;
    }
    const [start, before] = [numbers[place - 1], found[place - 1]];
    if (before.endsRange) reader.refuse("chain", { seen: reader.seen(first) }, { first: numbers[place - 2], last: day });
    if (one.isOpen || before.isOpen) {
      const whole = `${spelled(start)}–${spelled(day)}`;
      reader.refuse("open-with-end", { seen: reader.seen(first), whole, open: `ab ${spelled(start)}` });
    }
    if (day < start) reader.faults.push(reversedDates(reader, start, day, before.token.name === "day"));
    made[made.length - 1] = { first: start, last: day };
  });
  return made;
}

function days(reader, found) {
  const numbers = [];
  for (const one of [...found].reverse()) {
    let { day, month, year } = numbersOf(reader, one.token);
    if (month === null) {
      if (!numbers.length) throw new Refused(bareDay(reader, one.token));
      ({ month, year } = numbers.at(-1));
    }
    numbers.push({ day, month, year });
  }
  numbers.reverse();
  const made = [];
  found.forEach((one, place) => made.push(dayOf(reader, one, numbers[place], one.endsRange ? made.at(-1) : null)));
  return made;
}

function numbersOf(reader, token) {
  let [day, month, year] = token.name === "iso" ? [...token.values].reverse() : token.values;
  if (month && token.name === "named") month = reader.rules.when.months[month.toLowerCase()];
  if (token.name === "short_year") year = `20${year}`;
  return { day: Number(day ?? 0), month: month ? Number(month) : null, year: year ? Number(year) : null };
}

function dayOf(reader, one, { day, month, year }, rangeStart) {
  const { span } = reader;
  const seen = one.token.text;
  if (year === null && !span) reader.refuse("no-year", { seen, example: reader.example });
  const found = year ? calendarDay(year, month, day) : dayOfSpan(span, month, day);
  if (found === null) {
    reader.faults.push(notADate(reader, one.token, day, month, year));
    return null;
  }
  const inYears = span && parts(span.first).year <= parts(found).year && parts(found).year <= parts(span.last).year;
  if (span && !inYears) {
    reader.faults.push(otherYear(reader, seen, found, rangeStart));
    return null;
  }
  const wanted = one.weekday && weekdayNumber(reader, one.weekday);
  if (one.weekday && weekday(found) !== wanted) {
    reader.faults.push(otherWeekday(reader, `${one.weekday.text} ${seen}`, wanted, found));
  } else if (span && reader.isProgramme && !inSpan(span, found)) {
    reader.faults.push(outside(reader, seen, found));
  }
  return found;
}

// Weekdays

export function readWeekdays(reader) {
  const found = new Set();
  for (;;) {
    const first = oneWeekday(reader);
    let last = first;
    if (DASHES.includes(reader.name()) && WEEKDAYS.includes(reader.name(1))) {
      reader.skip(...DASHES);
      last = oneWeekday(reader);
    }
    for (let step = 0; step <= (last - first + 7) % 7; step++) found.add((first + step) % 7);
    if (!JOINS.includes(reader.name()) || !WEEKDAYS.includes(reader.name(1)) || reader.leadsToDate(1)) return found;
    reader.skip(...JOINS);
  }
}

function oneWeekday(reader) {
  const token = reader.take(...WEEKDAYS);
  if (!token) reader.refuse("incomplete", { seen: reader.token(-1).text, example: reader.example });
  return weekdayNumber(reader, token);
}

function weekdayNumber(reader, token) {
  const { weekly, weekdays } = reader.rules.when;
  return (token.name === "weekly" ? weekly : weekdays)[(token.values[0] ?? "").toLowerCase()];
}

// What stands where it cannot

function refuseAsDate(reader) {
  reader.skip(...JOINS, "break", "from");
  const token = reader.token();
  const name = reader.name();
  if (name === "end" || ([...DASHES, "except"].includes(name) && reader.name(1) === "end")) {
    reader.refuse("incomplete", { seen: (name === "end" ? reader.token(-1) : token).text, example: reader.example });
  }
  if (DASHES.includes(name) && reader.isProgramme) refuseEnd(reader, token);
  if (WEEKDAYS.includes(name)) refuseWeekday(reader, token);
  if (CLOCKS.includes(name)) refuseNumber(reader, token);
  if (name === "words") reader.refuse("no-date", { seen: token.text, example: reader.example });
  return reader.refuseNext();
}

function refuseWeekday(reader, token) {
  const meant = reader.span ? reader.named(weekdayOfSpan(reader.span, weekdayNumber(reader, token))) : reader.example;
  reader.refuse("weekday-alone", { seen: token.text, meant });
}

function refuseEnd(reader, token) {
  const first = reader.place;
  if (CLOCKS.includes(reader.name(1))) {
    const hour = reader.token(1);
    reader.refuse("end-alone", { seen: reader.text.slice(token.start, hour.stop), hour: hour.text });
  }
  if (reader.leadsToDate(1) && reader.span) {
    reader.place += 1;
    const last = readDay(reader);
    reader.refuse("last-day-alone", { seen: reader.seen(first) }, { first: reader.span.first, last });
  }
}

function refuseNumber(reader, token) {
  const following = reader.token(2);
  const isPlain = !token.values.at(-1);
  if (token.name === "hour" && isPlain && [...JOINS, ...DASHES].includes(reader.name(1)) && DAYS.includes(following.name)) {
    const meant = `${token.text}.${reader.text.slice(token.stop, following.stop)}`;
    reader.refuse("no-dot", { seen: reader.text.slice(token.start, following.stop), meant });
  }
  if (token.name === "dotted" && isPlain && calendarDay(2024, Number(token.values[1] ?? 0), Number(token.values[0] ?? 0)) !== null) {
    throw new Refused(couldBeDays(reader, [token.text], token.text));
  }
  reader.refuse("no-date", { seen: token.text, example: reader.example });
}
