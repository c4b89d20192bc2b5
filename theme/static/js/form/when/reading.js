// When: dates and times as people write them, read into occurrences. The mirror of `ikw.when.reading`; both read one table of
// patterns and pass one list of cases (tests/when_cases.json).

import { clock, DAY_LENGTH, moment, spelled, two, weekday } from "../days.js";
import { ERROR, letters } from "../rules.js";
import { readDay, readStretches, readWeekdays } from "./dates.js";
import { bareDay, refusedTokens, sideBySide } from "./faults.js";
import { CLOCKS, DAYS, Reader, Refused, TIMES } from "./reader.js";
import { readClock, readTimes } from "./times.js";
import { named } from "./names.js";
import { clean } from "./tokens.js";

const EACH = ["each", "daily", "except"];
const AFTER_DATES = [...TIMES, ...EACH, "from"];

// What callers use: each returns [value, faults]; an error leaves no value.

export function readWhen(text, span, rules) {
  const example = `${named(span.first, rules)}, 18 Uhr`;
  const [found, faults] = read(text, span, occurrences, example, rules, true);
  return [found ?? [], faults];
}

export function readWindows(text, rules) {
  const [found, faults] = read(text, null, opening, "9–17 Uhr", rules);
  return [found ?? [], faults];
}

export function readHours(weekdays, windows, rules) {
  const [days, dayFaults] = read(weekdays, null, openingDays, "mo-fr", rules);
  const [times, timeFaults] = read(windows, null, opening, "9–17 Uhr", rules);
  return [days === null || times === null ? null : { weekdays: days, windows: times }, [...dayFaults, ...timeFaults]];
}

// A day, or a day with `minutes` where a time is written.
export const readMoment = (text, span, rules) => read(text, span, oneMoment, `${spelled(span.first)}, 18 Uhr`, rules);

function read(text, span, rule, example, rules, isProgramme = false) {
  const most = rules.when.limits.characters;
  const reader = new Reader(clean(text, rules.when), span, example, rules, isProgramme);
  const count = letters(text).length;
  if (count > most) return [null, [reader.fault("long-text", { count, most, example })]];
  reader.faults.push(...refusedTokens(reader));
  if (!reader.faults.length && reader.name() === "end") reader.faults.push(reader.fault("empty", { example }));
  let value = null;
  if (!reader.faults.length) {
    try {
      value = rule(reader);
      reader.skip("comma", "break");
      if (reader.name() !== "end") reader.refuse("word", { seen: reader.quoted(reader.text.slice(reader.token().start)), example });
    } catch (refused) {
      if (!(refused instanceof Refused)) throw refused;
      if (!reader.isWrong) reader.faults.push(refused.fault);
    }
  }
  return reader.isWrong ? [null, reader.faults.filter(({ severity }) => severity === ERROR)] : [value, reader.faults];
}

// The rules

function occurrences(reader) {
  if (reader.name() === "tba" && reader.name(1) === "end") {
    reader.skip("tba");
    return [];
  }
  const found = [];
  let before = null;
  while (reader.name() !== "end") {
    const first = reader.place;
    const daily = reader.take("daily") !== null;
    const stretches = readStretches(reader);
    const afterDates = reader.place;
    const times = timesAfter(reader, daily);
    checkMissingTime(reader, first, afterDates, before, times);
    if (!reader.isWrong) {
      checkGroup(reader, stretches, times, first);
      for (const one of plan(reader, stretches, times, first, found.length)) found.push(occurrence(reader, String(found.length + 1), ...one));
    }
    before = times.windows.at(-1) ?? null;
    skipSeparators(reader);
  }
  checkTwice(reader, found);
  return found;
}

function timesAfter(reader, isDaily) {
  const first = reader.place;
  const found = { windows: [], isEach: isDaily, needsRange: isDaily, without: new Set() };
  for (;;) {
    const ahead = reader.past(["comma", "break"]);
    const name = reader.name(ahead);
    if (!AFTER_DATES.includes(name) || (["from", "daily"].includes(name) && reader.leadsToDate(ahead + 1))) return found;
    reader.place += ahead;
    if (EACH.includes(name)) {
      reader.place += 1;
      found.isEach = true;
      found.needsRange ||= name !== "each";
      if (name === "except") readWeekdays(reader).forEach((day) => found.without.add(day));
    } else if (found.windows.length) refuseSecondTime(reader, first);
    else found.windows = readTimes(reader);
  }
}

function skipSeparators(reader) {
  reader.skip("comma", "break");
  if (reader.name() === "and" && reader.leadsToDate(1)) reader.skip("and");
}

function plan(reader, stretches, times, first, before) {
  const most = reader.rules.when.limits.occurrences;
  const planned = [];
  for (const stretch of stretches) {
    const days = daysOf(stretch, times);
    if (!days.length) reader.refuse("no-day-left", { seen: reader.seen(first) });
    const windows = times.windows.length ? times.windows : [null];
    for (const [day, lastDay] of days) for (const window of windows) planned.push([day, lastDay, window]);
    if (before + planned.length > most) reader.refuse("many-occurrences", { seen: reader.seen(first), most });
  }
  return planned;
}

function daysOf({ first, last }, times) {
  if (last === null || first === last || !(times.windows.length || times.isEach)) return [[first, last]];
  const days = [];
  for (let day = first; day <= last; day++) if (!times.without.has(weekday(day))) days.push([day, day]);
  return days;
}

function occurrence(reader, key, day, lastDay, window) {
  const found = { key, day, lastDay, start: null, end: null, words: window?.words ?? null };
  if (window === null || window.words) return found;
  found.start = at(reader, day, window.start);
  found.end = window.end === null ? null : at(reader, window.lastDay ?? day, window.end);
  return found;
}

function at(reader, day, minutes) {
  const { change, really, ...found } = moment(reader.span.zone, day, minutes);
  if (change) {
    const [seen, hour] = [found.minutes, really].map((of) => `${two(Math.floor(of / 60))}:${two(of % 60)}`);
    reader.faults.push(reader.fault(change, { seen, hour }, { day: found.day }));
  }
  return found;
}

function oneMoment(reader) {
  reader.take("until");
  const day = readDay(reader);
  reader.take("comma");
  reader.take("until");
  if (day === null) return null;
  return CLOCKS.includes(reader.name()) ? at(reader, day, readClock(reader)) : { day, minutes: null };
}

function opening(reader) {
  if (reader.take("closed")) return [];
  const found = readTimes(reader);
  if (found.some((one) => one.words || one.lastDay !== null || one.start === DAY_LENGTH)) {
    reader.refuse("no-time", { seen: reader.seen(0), example: reader.example });
  }
  return found.map(({ start, end }) => [start % DAY_LENGTH, end === null ? null : end % DAY_LENGTH]);
}

function openingDays(reader) {
  if (!reader.take("daily")) return [...readWeekdays(reader)].sort();
  const without = reader.take("except") ? readWeekdays(reader) : new Set();
  if (without.size === 7) reader.refuse("no-day-left", { seen: reader.seen(0) });
  return [0, 1, 2, 3, 4, 5, 6].filter((number) => !without.has(number));
}

// What can be read in two ways

function checkGroup(reader, stretches, times, first) {
  const { span } = reader;
  const opened = stretches.filter(({ last }) => last === null);
  const hasRange = stretches.some((one) => one.last !== null && one.last !== one.first);
  const seen = () => reader.seen(first);
  if (!times.windows.length && !times.isEach) checkNextDate(reader);
  else if (opened.length) reader.refuse("open-with-time", { seen: seen() }, { first: opened[0].first });
  else if (times.needsRange && !hasRange) reader.refuse("no-range", { seen: seen() }, { first: span.first, last: span.last });
  else if (times.windows.some(({ lastDay }) => lastDay !== null)) checkMoments(reader, stretches, times, seen());
  else if (hasRange && times.windows.length > 1 && !times.isEach) reader.refuse("range-with-windows", { seen: seen() });
  else if (stretches.length > 1 && stretches.length === times.windows.length && !times.isEach) {
    reader.faults.push(reader.fault("days-with-windows", { seen: seen() }));
  } else if (stretches.length === 1 && times.windows.length === 1 && !times.isEach) checkNight(reader, stretches[0], times.windows[0], seen());
}

function checkNight(reader, stretch, window, seen) {
  if (stretch.last - stretch.first !== 1 || window.end === null || window.end <= DAY_LENGTH) return;
  const hours = `${clock(window.start)}–${clock(window.end - DAY_LENGTH)}`;
  reader.faults.push(reader.fault("one-night", { seen, hours }, { first: stretch.first }));
}

function checkNextDate(reader) {
  const following = reader.token(reader.name() === "weekday" ? 1 : 0);
  if (following.name === "day") throw new Refused(bareDay(reader, following));
  if (DAYS.includes(following.name)) throw new Refused(sideBySide(reader, reader.token(-1), following));
}

function checkMissingTime(reader, first, afterDates, before, times) {
  if (!before || times.windows.length || reader.tokens.at(first - 1).name === "break") return;
  reader.refuse("day-without-time", { seen: reader.seen(first, afterDates), hour: before.words || `${clock(before.start)} Uhr` });
}

function refuseSecondTime(reader, first) {
  const before = reader.tokens.slice(0, reader.place).reverse().find(({ name }) => TIMES.includes(name));
  const start = reader.take("from");
  if (start && !TIMES.includes(reader.name())) reader.refuse("incomplete", { seen: start.text, example: reader.example });
  if (before.name === "words" || reader.name() === "words") {
    reader.place += 1;
    reader.refuse("words-with-time", { seen: reader.seen(first) });
  }
  const after = reader.token();
  if (before.name === "hour" && after.name === "hour" && /^[0-5][0-9]$/.test(after.text)) {
    const time = `${before.values[0]}:${after.text}`;
    if (Number(after.text) > 24) reader.refuse("split-minutes", { first: before.text, last: after.text, hour: time });
    reader.refuse("split-time", { first: before.text, last: after.text, time });
  }
  reader.refuse("side-by-side", { first: before.text, last: after.text });
}

function checkMoments(reader, stretches, times, seen) {
  const [[window], [stretch]] = [times.windows, stretches];
  if (times.windows.length > 1 || stretches.length > 1 || times.isEach || stretch.last !== stretch.first) {
    reader.refuse("moments-with-more", { seen });
  }
  const [lastDay, end] = [window.lastDay ?? stretch.first, window.end ?? 0];
  const minutes = (lastDay - stretch.first) * DAY_LENGTH + end - window.start;
  if (minutes <= 0) reader.refuse("reversed-moments", { seen });
  const most = reader.rules.when.limits.hours;
  if (minutes > most * 60) {
    const daily = end > window.start ? `${clock(window.start)}–${clock(end)}` : clock(window.start);
    reader.refuse("lasting", { seen, most, daily }, { first: stretch.first, last: lastDay });
  }
}

function checkTwice(reader, found) {
  const facts = found.map(({ day, lastDay, start, end, words }) => JSON.stringify([day, lastDay, start, end, words]));
  const again = facts.findIndex((one, place) => facts.indexOf(one) < place);
  if (again > 0) reader.refuse("twice", { seen: reader.quoted(reader.text) }, { day: found[again].day });
}
